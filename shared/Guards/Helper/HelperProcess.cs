using System.Diagnostics;
using Sallyport.State;

namespace Sallyport.Guards.Helper;

/// <summary>Why the helper gave no answer.</summary>
internal enum HelperFault
{
    None,
    Missing,
    NotStarted,
    Late,
    Ended,
    TooLarge,
}

/// <summary>What came of asking the helper.</summary>
/// <param name="Fault">Why there is no line.</param>
/// <param name="Line">Its first line, without the line feed.</param>
internal readonly record struct HelperReply(HelperFault Fault, ReadOnlyMemory<byte> Line)
{
    /// <summary>The fault in words, with what to do.</summary>
    public string Why => Fault switch
    {
        HelperFault.Missing => $"{HelperProcess.Path} is missing. Run: sallyport install",
        HelperFault.NotStarted => $"{HelperProcess.Path} could not be started.",
        HelperFault.Late => "sallyport-guard did not answer in time and was ended.",
        HelperFault.TooLarge => "sallyport-guard answered too much.",
        _ => "sallyport-guard ended without an answer. Run: sallyport guard doctor",
    };
}

/// <summary>
/// Starts <c>sallyport-guard</c>, gives it one request and waits for one line, no longer than a deadline. It has a session of its own
/// and none of this process's descriptors, so it neither holds up the hook's answer nor dies with it: what it does after its line (an
/// audit that a service wants) it does in its own time.
/// </summary>
internal static class HelperProcess
{
    /// <summary>The program, beside this one.</summary>
    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sallyport-guard.exe" : "sallyport-guard");

    /// <summary>Asks.</summary>
    /// <param name="request">The whole request.</param>
    /// <param name="deadline">How long to wait for the line; zero to wait for none.</param>
    /// <param name="keepWhenLate">True where it goes on working when it is late.</param>
    public static HelperReply Ask(ReadOnlySpan<byte> request, TimeSpan deadline, bool keepWhenLate = false) => Ask(Path, request, deadline, keepWhenLate);

    /// <summary>Asks a program.</summary>
    internal static HelperReply Ask(string program, ReadOnlySpan<byte> request, TimeSpan deadline, bool keepWhenLate)
    {
        if (!File.Exists(program)) return new HelperReply(HelperFault.Missing, default);
        if (OperatingSystem.IsWindows()) return WindowsHelper.Ask(program, request, deadline, keepWhenLate);
        if (Spawn.Start(program, HelperEnvironment.Variables()) is not { } child) return new HelperReply(HelperFault.NotStarted, default);
        var reply = new HelperReply(HelperFault.Late, default);
        try
        {
            reply = Exchange(child, request, deadline);
        }
        finally
        {
            Posix.Close(child.Input);
            Posix.Close(child.Output);
            if (reply.Fault == HelperFault.TooLarge || (reply.Fault == HelperFault.Late && !keepWhenLate)) Spawn.Kill(child.Id);
            Spawn.Reap(child.Id);
        }
        return reply;
    }

    private static HelperReply Exchange(SpawnedChild child, ReadOnlySpan<byte> request, TimeSpan deadline)
    {
        var until = Stopwatch.GetTimestamp() + (long)((deadline == TimeSpan.Zero ? SendLimit : deadline).TotalSeconds * Stopwatch.Frequency);
        var line = new byte[4096];
        var length = 0;
        var sending = true;
        while (true)
        {
            var left = (int)Math.Ceiling((until - Stopwatch.GetTimestamp()) * 1000.0 / Stopwatch.Frequency);
            if (left <= 0) return new HelperReply(HelperFault.Late, default);
            var ready = Spawn.Wait(sending ? child.Input : -1, child.Output, left);
            if (ready.Writable)
            {
                var put = Spawn.Write(child.Input, request);
                if (put < 0) return new HelperReply(HelperFault.Ended, default);
                request = request[put..];
                if (request.IsEmpty)
                {
                    sending = false;
                    Spawn.CloseInput(child);
                    if (deadline == TimeSpan.Zero) return new HelperReply(HelperFault.None, default);
                }
            }
            if (!ready.Readable) continue;
            if (length == line.Length)
            {
                if (length >= Guards.Exchange.HelperAnswer.Limit) return new HelperReply(HelperFault.TooLarge, default);
                Array.Resize(ref line, line.Length * 4);
            }
            var got = Spawn.Read(child.Output, line.AsSpan(length));
            if (got == 0) return new HelperReply(HelperFault.Ended, default);
            if (got < 0) continue;
            var end = line.AsSpan(length, got).IndexOf((byte)'\n');
            if (end >= 0) return new HelperReply(HelperFault.None, line.AsMemory(0, length + end));
            length += got;
        }
    }

    /// <summary>How long the request itself may take to be taken.</summary>
    private static readonly TimeSpan SendLimit = TimeSpan.FromSeconds(2);
}

