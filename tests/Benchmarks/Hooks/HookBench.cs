using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Sallyport.Benchmarks.Hooks;

/// <summary>A data directory as a busy developer has it, and events of a realistic size.</summary>
internal sealed class HookBench : IDisposable
{
    private const int BusySessions = 100;
    private const int Steps = 50;
    private readonly string _root = Directory.CreateTempSubdirectory("sallyport-bench-").FullName;
    private readonly string _dist = Environment.GetEnvironmentVariable("SALLYPORT_DIST") is { Length: > 0 } named ? named : FindDist();

    public HookBench(int sessions = BusySessions)
    {
        Directory.CreateDirectory(Project);
        Install();
        for (var i = 0; i < sessions; i++) Hook("PreToolUse", PlanCall($"session-{i}"));
        Hook("PreToolUse", Json("PreToolUse", Bash));
        Events =
        [
            ("SessionStart", Save("SessionStart", Json("SessionStart", e => e["source"] = "startup"))),
            ("UserPromptSubmit", Save("UserPromptSubmit", Json("UserPromptSubmit", e => e["prompt"] = Filler(3600)))),
            ("PreToolUse", Save("PreToolUse", Json("PreToolUse", Bash))),
            ("PermissionRequest", Save("PermissionRequest", Json("PermissionRequest", Bash))),
            ("PostToolUse", Returned("PostToolUse", Filler(3000))),
            ("Stop", Save("Stop", Json("Stop", e => e["last_assistant_message"] = Filler(3600)))),
        ];
    }

    /// <summary>A program of the build.</summary>
    public string Program(string name) => Path.Combine(Programs, name);

    /// <summary>Each hook and a file that holds its event.</summary>
    public IReadOnlyList<(string Hook, string File)> Events { get; }

    /// <summary>The data directory.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>A file with the event of a tool that returned <paramref name="output"/>.</summary>
    public string Returned(string name, string output) => Save(name, Json("PostToolUse", e =>
    {
        Bash(e);
        e["tool_response"] = output;
    }));

    private string Project => Path.Combine(_root, "project");

    private string Programs => Path.Combine(Data, "bin");

    /// <summary>Words before the shell that runs what is timed; none by default.</summary>
    public IReadOnlyList<string> Within { get; set; } = [];

    /// <summary>The directory of all of it.</summary>
    public string Root => _root;

    /// <summary>The binary of a hook.</summary>
    public string Binary(string hook) => Path.Combine(Programs, "sallyport-" + hook switch
    {
        "SessionStart" => "session-start",
        "UserPromptSubmit" => "user-prompt-submit",
        "PreToolUse" => "pre-tool-use",
        "PermissionRequest" => "permission-request",
        "PostToolUse" => "post-tool-use",
        _ => "stop",
    });

    /// <summary>True where a command can be run here at all.</summary>
    public bool Works(string line) => Shell(line).ExitCode == 0;

    /// <summary>Milliseconds a process, of <paramref name="runs"/> one after the other, as the shell that starts them measures it.</summary>
    public double Time(string line, int runs)
    {
        // EPOCHREALTIME is the shell's own clock in microseconds: no process is started to read it.
        var (_, output) = Shell($"s=${{EPOCHREALTIME/[.,]/}}; for ((i=0;i<{runs};i++)); do {line}; done; e=${{EPOCHREALTIME/[.,]/}}; echo $((e-s))");
        return long.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) / 1000.0 / runs;
    }

    /// <summary>Milliseconds of processor time a process: what a busy machine changes least.</summary>
    public double Work(string line, int runs)
    {
        var (_, output) = Shell($"TIMEFORMAT='%3U %3S'; {{ time for ((i=0;i<{runs};i++)); do {line}; done; }} 2>&1");
        var spent = output.Trim().Split('\n')[^1].Split(' ').Sum(part => double.Parse(part, CultureInfo.InvariantCulture));
        return spent * 1000 / runs;
    }

    /// <summary>Registers the timed session's plan again, with more variables.</summary>
    public void Register(string variables)
    {
        var (exit, output) = Shell($"{variables} '{Binary("PreToolUse")}' < '{Save("again", PlanCall("session-0"))}'");
        if (exit != 0 || output.Length > 0) throw new InvalidOperationException($"the benchmark's own set-up was refused: {output}");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // As `sallyport install` puts them there: each in one write, which the page cache keeps in larger pieces than what a copy leaves, so
    // that a start has fewer of them to map.
    private void Install()
    {
        Directory.CreateDirectory(Programs);
        foreach (var built in Directory.EnumerateFiles(_dist, "sallyport*"))
        {
            var to = Path.Combine(Programs, Path.GetFileName(built));
            File.WriteAllBytes(to, File.ReadAllBytes(built));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Bash(JsonObject e)
    {
        e["tool_name"] = "Bash";
        e["tool_use_id"] = "call_1";
        e["tool_input"] = new JsonObject { ["command"] = "cd src && dotnet test --filter Name~Parser 2>&1 | tail -n 40; git status --short && echo '" + Filler(3200) + "' | wc -c" };
    }

    private JsonObject PlanCall(string session) => Json("PreToolUse", e =>
    {
        e["session_id"] = session;
        e["tool_name"] = "mcp__sallyport__register_intent_plan";
        e["tool_use_id"] = "plan";
        var steps = new JsonArray();
        for (var i = 0; i < Steps - 1; i++) steps.Add(new JsonObject { ["action"] = "apply_patch", ["description"] = $"step {i}", ["paths"] = new JsonArray($"src/part{i}/**") });
        steps.Add(new JsonObject { ["action"] = "Bash", ["description"] = "run the tests" });
        e["tool_input"] = new JsonObject { ["goal"] = "a plan of fifty steps", ["steps"] = steps };
    });

    private JsonObject Json(string name, Action<JsonObject> fill)
    {
        var e = new JsonObject
        {
            ["session_id"] = "session-0", ["turn_id"] = "turn-1", ["transcript_path"] = null, ["cwd"] = Project,
            ["hook_event_name"] = name, ["model"] = "gpt-5.5", ["permission_mode"] = "default",
        };
        fill(e);
        return e;
    }

    // Codex escapes what JSON says must be escaped, and nothing more.
    private static readonly JsonSerializerOptions s_asCodex = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private string Save(string name, JsonObject e)
    {
        var path = Path.Combine(_root, name + ".json");
        File.WriteAllText(path, e.ToJsonString(s_asCodex));
        return path;
    }

    private void Hook(string name, JsonObject e)
    {
        var (exit, output) = Shell($"'{Binary(name)}' < '{Save("setup", e)}'");
        if (exit != 0 || output.Length > 0) throw new InvalidOperationException($"the benchmark's own set-up was refused: {output}");
    }

    private (int ExitCode, string Output) Shell(string line)
    {
        string[] words = [.. Within, "bash", "-c", line];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, WorkingDirectory = Project };
        start.Environment["SALLYPORT_DATA_DIR"] = Path.Combine(_root, "data");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string Filler(int length) => string.Concat(Enumerable.Repeat("plain words of an ordinary build log ", length / 37 + 1))[..length];

    private static string FindDist()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Sallyport.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("the repository");
        return Path.Combine(at, "dist", RuntimeInformation.RuntimeIdentifier);
    }
}
