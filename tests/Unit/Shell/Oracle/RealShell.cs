using System.Diagnostics;
using System.Text;

namespace Sallyport.Tests.Shell.Oracle;

/// <summary>Runs commands in a real shell in which only recording programs can be found.</summary>
internal sealed class RealShell : IDisposable
{
    private const string End = "\u0002";
    private readonly string _root = Path.Combine(Path.GetTempPath(), "sallyport-oracle-" + Guid.NewGuid().ToString("N"));

    public RealShell()
    {
        // A directory as written may be a link: what the shell sees is the real one.
        Directory.CreateDirectory(_root);
        Bin = Make("bin");
        Home = Make("home");
        Work = Make("work");
        Directory.CreateDirectory(Path.Combine(Work, "sub", "deep"));
        foreach (var program in CommandGenerator.Programs)
        {
            var path = Path.Combine(Bin, program);
            File.WriteAllText(path, $"#!/bin/sh\nprintf '%s\\0' \"${{0##*/}}\" \"$@\" '{End}' >> \"$ORACLE_LOG\"\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private int _runs;

    public string Bin { get; }
    public string Home { get; }
    public string Work { get; }

    private string Make(string name) => Directory.CreateDirectory(Path.Combine(_root, name)).FullName;

    /// <summary>What each command started, in order; and whether the shell can parse it.</summary>
    public List<(List<string[]> Started, bool Parses)> Run(string shell, IReadOnlyList<string> commands)
    {
        var run = shell + "-" + (_runs++).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (texts, logs) = (Make("texts-" + run), Make("logs-" + run));
        for (var i = 0; i < commands.Count; i++) File.WriteAllText(Path.Combine(texts, i.ToString()), commands[i], new UTF8Encoding(false));
        // One driver for all commands; each gets a shell of its own.
        var driver = Path.Combine(_root, "driver-" + run);
        File.WriteAllText(driver, $"""
            shell=$(command -v {shell})
            for ((i = 0; i < {commands.Count}; i++)); do
                text=$(<{texts}/$i)
                "$shell" -n -c "$text" 2>/dev/null || : > {logs}/$i.bad
                ORACLE_LOG={logs}/$i PATH={Bin} "$shell" -c "$text"
            done
            """);
        var start = new ProcessStartInfo("bash", ["--norc", driver])
        {
            WorkingDirectory = Work, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["HOME"] = Home;
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(10)))
        {
            process.Kill(true);
            throw new TimeoutException("the real shell did not end");
        }
        var results = new List<(List<string[]>, bool)>();
        for (var i = 0; i < commands.Count; i++) results.Add((Read(Path.Combine(logs, i.ToString())), !File.Exists(Path.Combine(logs, $"{i}.bad"))));
        return results;
    }

    private static List<string[]> Read(string log)
    {
        var started = new List<string[]>();
        if (!File.Exists(log)) return started;
        var words = new List<string>();
        foreach (var word in File.ReadAllText(log).Split('\0'))
        {
            if (word != End)
            {
                words.Add(word);
                continue;
            }
            started.Add([.. words]);
            words.Clear();
        }
        return started;
    }

    public static bool Exists(string shell) => File.Exists("/bin/" + shell) || File.Exists("/usr/bin/" + shell);

    public void Dispose() => Directory.Delete(_root, true);
}
