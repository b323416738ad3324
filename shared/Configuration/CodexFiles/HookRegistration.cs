using System.Text;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>One event's registration with Codex: what is run, for which calls, for how long.</summary>
/// <param name="Event">The event, as hooks.json spells it.</param>
/// <param name="Matcher">Which calls; null for the events that take no matcher.</param>
/// <param name="Command">What the login shell is given with <c>-c</c>.</param>
internal sealed record HookRegistration(string Event, string? Matcher, string Command)
{
    /// <summary>
    /// Longer than any session: when Codex's own timeout strikes, the call runs. A hook that was stopped must stall the call;
    /// one that hangs is ended by its own watchdog.
    /// </summary>
    private const int Long = 86_400;

    /// <summary>All that Codex gives the events that end something; more makes it complain.</summary>
    private const int Short = 3;

    /// <summary>How many seconds Codex is to wait.</summary>
    public int Timeout => Event is "SessionEnd" or "Interrupt" ? Short : Long;

    /// <summary>What Codex shows while the hook runs.</summary>
    public const string StatusMessage = "Sallyport";

    private const string Refuse = "/bin/sh -c 'echo \"Sallyport could not run, so this call is blocked.\" >&2; exit 2'";
    private const string RefusePrompt = "/bin/sh -c 'echo \"Sallyport could not run, so this prompt is blocked.\" >&2; exit 2'";
    private const string RefuseOutput = "/bin/sh -c 'echo \"Sallyport could not run, so this output is withheld.\" >&2; exit 2'";

    // SessionStart does not stop on exit 2, and Stop takes it for "go on", without end.
    private const string Tell = "/bin/echo '{\"systemMessage\":\"Sallyport could not run.\"}'";

    private static readonly (string Event, string Binary, string? Matcher, string Tail)[] Events =
    [
        ("SessionStart", "sallyport-session-start", "*", Tell),
        ("UserPromptSubmit", "sallyport-user-prompt-submit", null, RefusePrompt),
        ("PreToolUse", "sallyport-pre-tool-use", "*", Refuse),
        ("PermissionRequest", "sallyport-permission-request", "*", Refuse),
        ("PostToolUse", "sallyport-post-tool-use", "*", RefuseOutput),
        ("Stop", "sallyport-stop", null, Tell),
        ("SubagentStart", "sallyport-subagent-start", "*", Tell),
        ("SubagentStop", "sallyport-subagent-stop", "*", Tell),
        ("PostCompact", "sallyport-post-compact", "*", Tell),
        ("SessionEnd", "sallyport-session-end", "*", Tell),
        ("Interrupt", "sallyport-interrupt", null, Tell),
    ];

    // Where Codex's own environment says where the data is: a file that is shared between people cannot name anybody's home.
    private const string SharedBegin = "/bin/sh -c 'exec \"${SALLYPORT_DATA_DIR:-${CODEX_HOME:-$HOME/.codex}/sallyport}/bin/";
    private const string SharedEnd = "\"'";

    /// <summary>The names of the hook binaries.</summary>
    public static IEnumerable<string> Binaries => Events.Select(static e => e.Binary);

    /// <summary>The registrations for binaries in a directory.</summary>
    /// <param name="binDirectory">Where the binaries are.</param>
    /// <param name="windows">For Codex on Windows.</param>
    /// <param name="managed">By requirements.toml: settings below the administrator's may then only tighten.</param>
    public static HookRegistration[] All(string binDirectory, bool windows, bool managed = false) =>
        [.. Events.Select(e => new HookRegistration(e.Event, e.Matcher, windows
            ? WindowsCommand(binDirectory, e.Binary)
            : PosixPath(binDirectory + "/" + e.Binary) + (managed ? " --managed" : "") + " || " + e.Tail))];

    /// <summary>The registrations for a file that a repository shares: each person's own binaries.</summary>
    public static HookRegistration[] Shared() =>
        [.. Events.Select(e => new HookRegistration(e.Event, e.Matcher, SharedBegin + e.Binary + SharedEnd + " || " + e.Tail))];

    /// <summary>The registrations of a plugin, which Codex tells where it is.</summary>
    public static HookRegistration[] Plugin() =>
        [.. Events.Select(e => new HookRegistration(e.Event, e.Matcher, "\"${PLUGIN_ROOT}/bin/" + e.Binary + "\" || " + e.Tail))];

    /// <summary>The binary of ours that a command begins with, whatever directory it is in; null for anybody else's command.</summary>
    public static string? BinaryOf(string eventName, string command)
    {
        foreach (var (name, binary, _, _) in Events)
        {
            if (name != eventName) continue;
            if (command.StartsWith(SharedBegin + binary + SharedEnd, StringComparison.Ordinal)) return SharedBegin[(SharedBegin.IndexOf('"') + 1)..] + binary;
            var program = FirstWord(command);
            var slash = program.LastIndexOfAny(['/', '\\']);
            var file = program[(slash + 1)..];
            if (file == binary || file.Equals(binary + ".exe", StringComparison.OrdinalIgnoreCase)) return program;
        }
        return null;
    }

    /// <summary>A path as one word of any shell that may be a login shell; plain where nothing in it is special.</summary>
    private static string PosixPath(string path)
    {
        foreach (var c in path)
        {
            if (c < ' ' || c == '\x7f') throw new InvalidDataException("A hook cannot be registered from a directory whose name has control characters.");
        }
        if (path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-' or '+')) return path;
        // In single quotes a backslash is plain to sh, but fish reads \\ and \' there, and csh expands ! even there.
        if (path.AsSpan().IndexOfAny('\\', '!') >= 0)
            throw new InvalidDataException("A hook cannot be registered from a directory whose name has \\ or ! in it: shells do not agree on how to quote them. Set SALLYPORT_DATA_DIR to another directory.");
        return "'" + path.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
    }

    /// <summary>PowerShell takes a quoted path for a string and cmd cuts at a space, so on Windows only a plain path works in both.</summary>
    private static string WindowsCommand(string directory, string binary)
    {
        var path = directory.TrimEnd('\\', '/') + "\\" + binary + ".exe";
        if (path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '\\' or '/' or ':' or '.' or '_' or '-')) return path;
        throw new InvalidDataException($"Codex on Windows can only run a hook from a path without spaces or special characters, and {path} is not one. Set SALLYPORT_DATA_DIR to such a directory.");
    }

    private static string FirstWord(string command)
    {
        var word = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (c == '\'') quoted = !quoted;
            else if (!quoted && c == '\\' && i + 1 < command.Length && command[i + 1] == '\'') word.Append(command[++i]);
            else if (!quoted && c is ' ' or '\t' && !quoted) break;
            else word.Append(c);
        }
        return word.ToString();
    }
}
