using System.Text.Json;
using Sallyport.Configuration.CodexFiles;
using Sallyport.State;
using Sallyport.Streams;

namespace Sallyport.Cli.Doctor;

/// <summary>
/// Runs what is registered as Codex would: the command of the file, in the login shell, here, with this environment. One call must be
/// denied, one must pass, and with the program made unavailable the call must be denied all the same. The calls are only spoken of:
/// nothing runs them.
/// </summary>
internal static class Canary
{
    private const string Deadly = "rm -rf /", Harmless = "echo sallyport canary";

    public static IEnumerable<Finding> Run(Patient patient, bool enforces)
    {
        List<RegisteredHook> hooks;
        try
        {
            hooks = [.. patient.Hooks()];
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException)
        {
            return []; // named already
        }
        var findings = new List<Finding>();
        var scratch = Directory.CreateTempSubdirectory("sallyport-doctor-").FullName;
        foreach (var hook in hooks) Starts(patient, hook, scratch, findings);
        Directory.Delete(scratch, recursive: true);
        if (hooks.Find(static h => h.Event == "PreToolUse") is { } gate) Decides(patient, gate, enforces, findings);
        return findings;
    }

    /// <summary>Each must start and say that it cannot read this; one that says nothing would let everything through.</summary>
    private static void Starts(Patient patient, RegisteredHook hook, string scratch, List<Finding> findings)
    {
        // In a data directory of its own: what it cannot read it puts on the record, and the person's record is not for that.
        var told = Try(patient, hook.Command, "this is no event", ("SALLYPORT_DATA_DIR", scratch));
        if (told is { ExitCode: 0 } && told.Value.Output.Contains("Sallyport", StringComparison.Ordinal) && !told.Value.Output.Contains("could not run", StringComparison.Ordinal)) return;
        findings.Add(Finding.Fault("canary.start", $"the registered command of {hook.Event} does not run: {Words(told)}", patient.Mend));
    }

    private static void Decides(Patient patient, RegisteredHook gate, bool enforces, List<Finding> findings)
    {
        var session = $"doctor-{Environment.ProcessId}-{Environment.TickCount64}";
        try
        {
            Try(patient, gate.Command, Event(session, "mcp__sallyport__register_intent_plan", "plan", static json =>
            {
                json.WriteString("goal", "sallyport doctor: a call that must be denied and one that must pass");
                json.WriteStartArray("steps");
                json.WriteStartObject();
                json.WriteString("action", "Bash");
                json.WriteEndObject();
                json.WriteEndArray();
            }));
            var denied = Try(patient, gate.Command, Event(session, "Bash", "deny", static json => json.WriteString("command", Deadly)));
            if (Stops(denied)) findings.Add(Finding.Good("canary.deny", $"'{Deadly}' is denied by the command that is registered"));
            else if (!enforces) findings.Add(Finding.Fault("canary.deny", $"'{Deadly}' would run: Sallyport only monitors",
                "Take \"mode\": \"monitor\" out of settings.json, or SALLYPORT_MODE out of the environment, when you are ready to enforce"));
            else findings.Add(Finding.Fault("canary.deny", $"'{Deadly}' would run: {Words(denied)}", patient.Mend));

            var passed = Try(patient, gate.Command, Event(session, "Bash", "pass", static json => json.WriteString("command", Harmless)));
            if (passed is { ExitCode: 0 } && !Stops(passed)) findings.Add(Finding.Good("canary.pass", $"'{Harmless}' passes"));
            else findings.Add(Finding.Fault("canary.pass", $"'{Harmless}' does not pass: {Words(passed)}", "The reason says which setting, policy or file it is"));

            Unavailable(patient, gate, session, findings);
        }
        finally
        {
            Forget(patient, session);
        }
    }

    private static void Unavailable(Patient patient, RegisteredHook gate, string session, List<Finding> findings)
    {
        var program = HookRegistration.BinaryOf("PreToolUse", gate.Command)!;
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..];
        var command = gate.Command.Replace(name, name + "-that-is-not-there", StringComparison.Ordinal);
        if (Stops(Try(patient, command, Event(session, "Bash", "missing", static json => json.WriteString("command", Harmless)))))
            findings.Add(Finding.Good("canary.missing", "with the program missing, calls are denied"));
        else if (OperatingSystem.IsWindows())
            findings.Add(Finding.Note("canary.missing", "with the program missing, calls run: on Windows Codex loses the exit code that would stop them",
                "Keep the folder writable by administrators only, and run this check regularly"));
        else findings.Add(Finding.Fault("canary.missing", "with the program missing, calls would run: the registration has lost its tail", patient.Mend));
    }

    private static ChildResult? Try(Patient patient, string command, string input, params (string Name, string? Value)[] more)
    {
        var (shell, arguments) = LoginShell.For(command);
        try
        {
            return ChildProcess.Run(shell, arguments, input, environment: [("CODEX_HOME", patient.Installation.CodexHome), .. more]);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // As Codex reads it: an exact deny with exit 0, or on POSIX exit 2 with words on stderr.
    private static bool Stops(ChildResult? result) => result switch
    {
        null => false,
        { ExitCode: 2 } two => !OperatingSystem.IsWindows() && two.Error.Trim().Length > 0,
        { ExitCode: 0, Output: var said } => said.StartsWith('{') && said.Contains("\"permissionDecision\":\"deny\"", StringComparison.Ordinal),
        _ => false,
    };

    private static string Words(ChildResult? result)
    {
        if (result is not { } ended) return "it did not end";
        var said = (ended.Output + " " + ended.Error).Trim();
        return Sanitize.ForTerminal($"exit {ended.ExitCode}" + (said.Length == 0 ? ", and it says nothing" : ", " + (said.Length > 300 ? said[..300] + "…" : said)));
    }

    private static string Event(string session, string tool, string id, Action<Utf8JsonWriter> input) => JsonText.Object(json =>
    {
        json.WriteString("session_id", session);
        json.WriteString("turn_id", "doctor");
        json.WriteNull("transcript_path");
        json.WriteString("cwd", Directory.GetCurrentDirectory());
        json.WriteString("hook_event_name", "PreToolUse");
        json.WriteString("model", "doctor");
        json.WriteString("permission_mode", "default");
        json.WriteString("tool_name", tool);
        json.WriteStartObject("tool_input");
        input(json);
        json.WriteEndObject();
        json.WriteString("tool_use_id", "doctor-" + id);
    });

    // The record keeps what the canary did; the session is nobody's.
    private static void Forget(Patient patient, string session)
    {
        var folder = patient.Installation.Data.SessionsDirectory;
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, SessionStore.NameOf(session) + "*")) File.Delete(path);
    }
}
