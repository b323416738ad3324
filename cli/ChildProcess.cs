using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Sallyport.Cli;

/// <summary>What a program said and how it ended.</summary>
internal readonly record struct ChildResult(int ExitCode, string Output, string Error);

/// <summary>Another program, run to its end.</summary>
internal static class ChildProcess
{
    /// <summary>Runs it.</summary>
    /// <param name="program">An absolute path.</param>
    /// <param name="arguments">As they are: no shell reads them.</param>
    /// <param name="input">What it reads on standard input.</param>
    /// <param name="directory">Where it runs.</param>
    /// <param name="environment">Variables to set, or with null to take away.</param>
    /// <param name="seconds">How long it may take.</param>
    /// <param name="until">Words in its output after which its standard input ends; null to end it at once.</param>
    /// <exception cref="IOException">It does not start, or does not end in time.</exception>
    public static ChildResult Run(
        string program, IEnumerable<string> arguments, string input = "", string? directory = null,
        IEnumerable<(string Name, string? Value)>? environment = null, int seconds = 60, string? until = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory ?? Directory.GetCurrentDirectory(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            CreateNoWindow = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            if (value is null) start.Environment.Remove(name);
            else start.Environment[name] = value;
        }
        try
        {
            using var process = Process.Start(start) ?? throw new IOException($"{program} does not start.");
            var error = process.StandardError.ReadToEndAsync();
            using var said = new AutoResetEvent(false);
            var lines = new StringBuilder();
            var output = System.Threading.Tasks.Task.Run(() =>
            {
                while (process.StandardOutput.ReadLine() is { } line)
                {
                    lines.Append(line).Append('\n');
                    if (until is not null && line.Contains(until, StringComparison.Ordinal)) said.Set();
                }
                said.Set();
                return lines.ToString();
            });
            try
            {
                process.StandardInput.Write(input);
                process.StandardInput.Flush();
                if (until is not null) said.WaitOne(seconds * 1000);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // it ended without reading; its exit code says why
            }
            if (!process.WaitForExit(seconds * 1000))
            {
                process.Kill(entireProcessTree: true);
                throw new IOException($"{program} did not end within {seconds} seconds.");
            }
            return new ChildResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
        catch (Win32Exception wrong)
        {
            throw new IOException($"{program} does not start: {wrong.Message}", wrong);
        }
    }
}
