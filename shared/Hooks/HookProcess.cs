using System.Text;
using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>What a hook does with its event.</summary>
internal interface IHook
{
    /// <summary>The event it is registered for.</summary>
    static abstract EventName Name { get; }

    /// <summary>Most bytes it reads from stdin.</summary>
    static abstract int InputLimit { get; }

    /// <summary>Decides. May throw: that refuses the event.</summary>
    static abstract Answer Decide(HookEvent hookEvent, HookStart start);
}

/// <summary>How a hook was started.</summary>
/// <param name="Managed">By requirements.toml (<c>--managed</c>): user settings may then only tighten.</param>
/// <param name="InputBytes">Length of the event in bytes.</param>
internal readonly record struct HookStart(bool Managed, int InputBytes);

/// <summary>
/// The frame of every hook process. Codex fails open, so each way this can go wrong ends in an answer that refuses:
/// unreadable input, an exception, a stdout that cannot be written. What ends the process from outside (a signal, the watchdog,
/// the stack, the memory limit) leaves a non-zero exit, which the registration's tail turns into a refusal.
/// </summary>
internal static class HookProcess
{
    /// <summary>Reads the event, lets the hook decide, writes the answer once, whole and last.</summary>
    /// <returns>The exit code: 0, or 2 with a reason on stderr where the answer could not be written.</returns>
    public static int Run<THook>(string[] args) where THook : IHook
    {
        var input = ReadOnlyMemory<byte>.Empty;
        HookEvent? hookEvent = null;
        try
        {
            Watchdog.Start(static () => Deliver(THook.Name, Failure(THook.Name, "it took too long")));
            if (args is not ([] or ["--managed"])) throw new MalformedInputException("it was started with arguments it does not know");
            input = StandardStreams.ReadInput(THook.InputLimit);
            hookEvent = HookEvent.Read(input, THook.Name);
            return Deliver(THook.Name, THook.Decide(hookEvent, new HookStart(args.Length > 0 || ManagedMarker.Stands(), input.Length)));
        }
        catch (Exception wrong)
        {
            var (what, failure) = (Describe(wrong), Failure(THook.Name, Describe(wrong)));
            ErrorRecord.Put(THook.Name, hookEvent, input, what, failure.Stops);
            return Deliver(THook.Name, failure);
        }
    }

    /// <summary>The answer of a hook that could not do its work.</summary>
    private static Answer Failure(EventName name, string fault) => Failed(name, fault.TrimEnd('.'));

    private static Answer Failed(EventName name, string what) => name switch
    {
        EventName.PostToolUse => Answer.Block(
            $"Sallyport withheld this tool result: {what}. The call itself did run.", $"Sallyport withheld a tool result: {what}."),
        EventName.UserPromptSubmit => Answer.Block($"Sallyport could not check this prompt: {what}.", $"Sallyport could not check this prompt: {what}."),
        EventName.PreToolUse or EventName.PermissionRequest => Answer.Refuse(name, $"Sallyport could not check this call, so it is blocked: {what}.",
            $"Sallyport blocked a call it could not check: {what}."),
        _ => Answer.Tell($"Sallyport could not do its work at {name.Wire()}: {what}."),
    };

    private static int Deliver(EventName name, Answer answer)
    {
        if (answer.Json.IsEmpty || StandardStreams.WriteOutput(answer.Json)) return 0;
        if (!answer.Stops || !name.CanBlock()) return 0;
        StandardStreams.WriteError("Sallyport could not write its answer, so this is blocked.\n"u8);
        return 2;
    }

    // Our own exceptions say what is wrong and what to do. Those of the runtime may quote data: only their type is told.
    private static string Describe(Exception wrong) =>
        wrong is MalformedInputException or InputTooLargeException or GuardException ? wrong.Message.TrimEnd('.') : wrong.GetType().Name;

    /// <summary>Writes a line to stderr where <c>SALLYPORT_DEBUG</c> asks for it. Never holds input.</summary>
    public static void Debug(bool enabled, string line)
    {
        if (enabled) StandardStreams.WriteError(Encoding.UTF8.GetBytes($"[sallyport] {line}\n"));
    }
}
