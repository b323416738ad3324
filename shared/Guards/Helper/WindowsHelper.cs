using System.Diagnostics;

namespace Sallyport.Guards.Helper;

/// <summary>The same on Windows, by the runtime's own means. Compiled away elsewhere.</summary>
internal static class WindowsHelper
{
    /// <summary>Asks a program.</summary>
    public static HelperReply Ask(string program, ReadOnlySpan<byte> request, TimeSpan deadline, bool keepWhenLate)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Clear();
        foreach (var variable in HelperEnvironment.Variables())
        {
            var equals = variable.IndexOf('=', 1);
            start.Environment[variable[..equals]] = variable[(equals + 1)..];
        }
        using var process = Start(start);
        if (process is null) return new HelperReply(HelperFault.NotStarted, default);
        var line = new Line();
        var bytes = request.ToArray();
        var worker = new Thread(() => line.Exchange(process, bytes)) { IsBackground = true };
        worker.Start();
        if (deadline == TimeSpan.Zero)
        {
            line.Sent.Wait(TimeSpan.FromSeconds(2));
            return new HelperReply(HelperFault.None, default);
        }
        if (worker.Join(deadline)) return line.Reply;
        if (!keepWhenLate) process.Kill();
        return new HelperReply(HelperFault.Late, default);
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>One exchange on a thread of its own: pipes of Windows cannot be waited for with a deadline.</summary>
    private sealed class Line
    {
        public ManualResetEventSlim Sent { get; } = new();

        public HelperReply Reply { get; private set; } = new(HelperFault.Ended, default);

        public void Exchange(Process process, byte[] request)
        {
            try
            {
                using (var input = process.StandardInput.BaseStream) input.Write(request);
                Sent.Set();
                using var kept = new MemoryStream();
                var output = process.StandardOutput.BaseStream;
                var buffer = new byte[16 * 1024];
                while (output.Read(buffer) is > 0 and var got)
                {
                    var end = buffer.AsSpan(0, got).IndexOf((byte)'\n');
                    kept.Write(buffer, 0, end >= 0 ? end : got);
                    if (end >= 0)
                    {
                        Reply = new HelperReply(HelperFault.None, kept.ToArray());
                        return;
                    }
                    if (kept.Length > Guards.Exchange.HelperAnswer.Limit)
                    {
                        Reply = new HelperReply(HelperFault.TooLarge, default);
                        return;
                    }
                }
            }
            catch (IOException)
            {
                // it ended: the reply says so
            }
        }
    }
}
