using Sallyport.Shell;

namespace Sallyport.Matching;

/// <summary>What kind of command a simple command is, for those who decide which of them must be named.</summary>
internal static class RunTraits
{
    /// <summary>True for what moves about, tests or says something and by itself leaves no trace.</summary>
    public static bool IsIdle(CommandRun run) => run.Argv[0].Known switch
    {
        "cd" or "pushd" or "popd" or "pwd" or "true" or "false" or ":" or "test" or "[" or "[[" or "exit" or "return" or "break" or "continue" => true,
        "set" or "shopt" => run.Argv.All(word => word.IsKnown),
        "echo" or "printf" => !run.OutputCaptured && run.Argv.All(word => word.IsKnown),
        _ => false,
    };

    /// <summary>The redirections that open a file or feed text in; those into <c>/dev/null</c> and the like open nothing.</summary>
    public static IEnumerable<Redirection> Files(CommandRun run) =>
        run.Redirections.Where(redirection => redirection.Kind != RedirectionKind.Duplicate && !(redirection.Target.Known is { } target && IsDevice(target)));

    /// <summary>True for commands whose own words name what runs next: a wildcard over those words says nothing about it.</summary>
    public static bool Inlines(CommandRun run) => run.Program switch
    {
        "sh" or "bash" or "zsh" or "dash" or "ksh" or "fish" or "pwsh" or "powershell" or "cmd" =>
            run.Argv.Count < 2 || run.Argv[1].Known is not { } first || first.StartsWith('-') || (first.StartsWith('/') && run.Program == "cmd"),
        "eval" or "exec" or "env" or "sudo" or "doas" or "su" or "xargs" or "find" or "timeout" or "nice" or "nohup" or "time" or "command" or "builtin"
            or "setsid" or "stdbuf" or "ionice" or "watch" or "parallel" or "ssh" or "flock" or "chroot" or "unshare" or "nsenter" or "runuser" => true,
        _ => false,
    };

    /// <summary>True where what is run comes in as text, of which the command's own words say nothing.</summary>
    public static bool IsFed(CommandRun run) => run.Input.Kind is InputKind.Text or InputKind.Pipe;

    /// <summary>True for what does nothing itself but start what its own words name.</summary>
    public static bool OnlyWraps(CommandRun run) =>
        run.Program is "sh" or "bash" or "zsh" or "dash" or "ksh" or "eval" or "exec" or "env" or "xargs" or "timeout" or "nice" or "nohup"
            or "time" or "command" or "builtin" or "setsid" or "stdbuf" or "ionice"
        && !run.Elsewhere && Inlines(run) && (run.Environment.Count == 0 || run.Program == "env")
        && !Files(run).Any(redirection => redirection.Kind is RedirectionKind.Write or RedirectionKind.Append or RedirectionKind.ReadWrite);

    /// <summary>True where the next run is one that this one starts.</summary>
    public static bool HasPayload(IReadOnlyList<CommandRun> runs, int at) => at + 1 < runs.Count && runs[at + 1].Wrappers.Count > runs[at].Wrappers.Count;

    /// <summary>The patch that <c>apply_patch</c> is run with; null where it is not known.</summary>
    public static string? PatchOf(CommandRun run) =>
        run.Program is not ("apply_patch" or "applypatch") ? null
        : run.Argv.Count == 2 ? run.Argv[1].Known
        : run.Argv.Count == 1 && run.Input.Kind == InputKind.Text ? run.Input.Text?.Known
        : null;

    /// <summary>True for the files that hold nothing.</summary>
    public static bool IsDevice(string path) => path is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" or "/dev/zero" or "/dev/urandom" or "/dev/random" or "NUL"
        || path.StartsWith("/dev/fd/", StringComparison.Ordinal);
}
