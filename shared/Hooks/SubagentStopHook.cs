using Sallyport.Protocol;

namespace Sallyport.Hooks;

/// <summary>A subagent has said its last words, which its parent reads next: they must hold no secret.</summary>
internal sealed class SubagentStopHook : IHook
{
    public static EventName Name => EventName.SubagentStop;

    public static int InputLimit => StopHook.InputLimit;

    public static Answer Decide(HookEvent hookEvent, HookStart start) => LastWords.Check(Guard.Open(start), hookEvent, "subagent-stop", []);
}
