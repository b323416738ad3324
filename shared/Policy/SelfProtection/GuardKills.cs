using Sallyport.Detection.Patterns;
using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// Ending, stopping or attaching to what guards: the hooks, the shell that runs one (killed, it leaves no exit code, and Codex lets the call run),
/// Codex itself. Processes are found by patterns, so a pattern is held against what those processes are called.
/// </summary>
internal static class GuardKills
{
    private const string Step = "self-protection";

    /// <summary>Judges every command, and all code, that ends processes.</summary>
    public static Judgement Judge(IReadOnlyList<CommandRun> runs, IReadOnlyList<Effect> effects)
    {
        var strictest = Judgement.Pass(Step);
        // os.kill(int(p), 9) of what pgrep told.
        foreach (var effect in effects)
            if (effect is { Kind: EffectKind.Kill, Target.Known: false, By: { Elsewhere: false } code } && code.Program is not ("kill" or "pkill" or "killall") && runs.Any(Seeks))
                return new Judgement(Step, Verdict.Deny, "guard.kill", "This would end, stop or enter what guards this session.");
        foreach (var run in runs)
        {
            if (run.Elsewhere) continue;
            var verdict = run.Program switch
            {
                "pkill" or "killall" or "skill" or "fkill" => OfPattern(run),
                "kill" or "gdb" or "strace" or "ltrace" or "lldb" or "reptyr" or "criu" or "renice" or "prlimit" => OfNumber(run, runs),
                "python" or "python3" or "node" or "bun" or "deno" or "perl" or "ruby" or "php" or "lua" or "pwsh" or "powershell" => OfCode(run),
                "systemctl" or "service" or "launchctl" or "sc" or "rc-service" or "sv" => OfService(run),
                "taskkill" or "stop-process" or "spps" or "wmic" or "get-process" or "gps" => OfWindows(run),
                _ => Verdict.Allow,
            };
            if (verdict == Verdict.Deny) return new Judgement(Step, verdict, "guard.kill", "This would end, stop or enter what guards this session.");
            if (verdict == Verdict.Ask) strictest = new Judgement(Step, verdict, "guard.kill", "This could end what guards this session.", "Name the program you started.");
        }
        return strictest;
    }

    private static Verdict OfPattern(CommandRun run)
    {
        var (whole, lines) = (run.Program is "killall" or "skill", false);
        foreach (var word in run.Argv.Skip(1))
        {
            if (word.Known is not { Length: > 1 } option || option[0] != '-') continue;
            if (option is "-l" or "-L" or "--list" or "--help" or "-V" or "--version") return Verdict.Allow;
            lines |= option == "--full" || Short(option, 'f');
            whole = run.Program == "killall" ? whole && !Short(option, 'r') && option != "--regexp" : whole || option == "--exact" || Short(option, 'x');
            // Everything but, the children of Codex, its group, its session: the hooks are among them.
            if (run.Program == "pkill" && (option is "-v" or "--inverse" || option.StartsWith("--parent", StringComparison.Ordinal) || option.StartsWith("-P", StringComparison.Ordinal)
                || option.StartsWith("--pgroup", StringComparison.Ordinal) || option.StartsWith("-g", StringComparison.Ordinal) || option.StartsWith("--session", StringComparison.Ordinal)
                || option.StartsWith("-s", StringComparison.Ordinal))) return Verdict.Ask;
        }
        var verdict = Verdict.Allow;
        foreach (var word in run.Argv.Skip(1))
        {
            if (word.Known is not { Length: > 0 } pattern || pattern[0] == '-') continue;
            if (Names(pattern, whole, lines && run.Program == "pkill")) return Verdict.Deny;
            if (IsShell(pattern) || (run.Program == "killall" && pattern.Contains('/', StringComparison.Ordinal) && IsShell(CommandRun.ProgramName(pattern)))) verdict = Verdict.Ask;
        }
        return verdict;
    }

    // psutil's p.kill() where 'sallyport' in p.name(): which processes are meant is in the text, how they are found anybody's guess.
    private static Verdict OfCode(CommandRun run)
    {
        foreach (var word in run.Argv.Skip(1).Append(run.Input is { Kind: InputKind.Text, Text: { } typed } ? typed : Word.Of("")))
        {
            var text = word.ToString();
            // Code that is the whole of a command has Codex itself for a parent: the shell gives its place to it.
            if ((text.Contains("ppid", StringComparison.OrdinalIgnoreCase)) && text.Contains("kill", StringComparison.OrdinalIgnoreCase)) return Verdict.Deny;
            if (text.Length < 8 || !(text.Contains("sallyport", StringComparison.OrdinalIgnoreCase) || text.Contains("codex", StringComparison.OrdinalIgnoreCase))) continue;
            foreach (var ends in (ReadOnlySpan<string>)[".kill(", "kill(", "terminate(", "suspend(", "SIGKILL", "SIGSTOP", "kill 9", "kill -", "Stop-Process", "taskkill"])
                if (text.Contains(ends, StringComparison.OrdinalIgnoreCase)) return Verdict.Ask;
        }
        return Verdict.Allow;
    }

    private static Verdict OfService(CommandRun run)
    {
        var (ends, named) = (false, false);
        foreach (var word in run.Argv.Skip(1))
        {
            var text = word.ToString();
            ends |= text is "stop" or "kill" or "restart" or "disable" or "mask" or "freeze" or "bootout" or "unload" or "remove" or "delete";
            named |= text.StartsWith("codex", StringComparison.OrdinalIgnoreCase) || text.Contains("sallyport", StringComparison.OrdinalIgnoreCase);
        }
        return ends && named ? Verdict.Deny : Verdict.Allow;
    }

    // taskkill /IM sallyport*, Stop-Process -Name codex, Get-Process sallyport* | Stop-Process
    private static Verdict OfWindows(CommandRun run)
    {
        if (run.Program is "get-process" or "gps" && !run.OutputCaptured) return Verdict.Allow;
        if (run.Program == "wmic" && !run.Argv.Any(static word => word.Known?.ToLowerInvariant() is "delete" or "terminate" or "call")) return Verdict.Allow;
        foreach (var word in run.Argv.Skip(1))
            if (word.ToString() is var text && (text.Contains("sallyport", StringComparison.OrdinalIgnoreCase) || text.Equals("codex", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("codex.", StringComparison.OrdinalIgnoreCase) || text.StartsWith("codex*", StringComparison.OrdinalIgnoreCase))) return Verdict.Deny;
        return Verdict.Allow;
    }

    private static Verdict OfNumber(CommandRun run, IReadOnlyList<CommandRun> runs)
    {
        if (run.Argv.Count > 1 && run.Argv[1].Known is "-l" or "-L" or "-0" or "--help" or "--version") return Verdict.Allow;
        var open = run.Input.Kind == InputKind.Pipe || run.Wrappers.Has("xargs");
        foreach (var word in run.Argv.Skip(1))
        {
            if (word.ToString() is "$PPID" or "${PPID}") return Verdict.Deny;
            open |= word.HasUnknown;
        }
        if (!open) return Verdict.Allow;
        foreach (var other in runs)
            if (Seeks(other)) return Verdict.Deny;
        return Verdict.Allow;
    }

    /// <summary>True for a command that finds the numbers of the guard's processes.</summary>
    private static bool Seeks(CommandRun run)
    {
        var processes = run.Program is "pgrep" or "pidof";
        if (!processes && run.Program is not ("grep" or "egrep" or "fgrep" or "rg" or "awk" or "gawk" or "mawk" or "sed")) return false;
        if (!processes && !(run.Input is { Kind: InputKind.Pipe, From: { } from } && from.Any(source => source.Program is "ps" or "pstree" or "top" or "pgrep" or "lsof"))
            && !run.Argv.Any(word => word.ToString() is var text && (text.Contains("/proc/", StringComparison.Ordinal) || text.Contains("cmdline", StringComparison.Ordinal)))) return false;
        foreach (var word in run.Argv.Skip(1))
        {
            var pattern = word.ToString();
            if (pattern.Length == 0 || pattern[0] == '-') continue;
            if (run.Program is "awk" or "gawk" or "mawk" or "sed" ? pattern.Split(['/', '"']).Any(static part => part.Length > 3 && Names(part, false, false)) : Names(pattern, run.Program == "pidof", true)) return true;
        }
        return false;
    }

    /// <summary>True where the pattern finds a process of the guard by its name, or by its whole command line.</summary>
    private static bool Names(string pattern, bool whole, bool lines)
    {
        if (whole) return pattern.StartsWith("sallyport", StringComparison.OrdinalIgnoreCase) || pattern is "codex"
            || CommandRun.ProgramName(pattern) is var name && (name == "codex" || name.StartsWith("sallyport", StringComparison.Ordinal));
        if (!LinearPattern.TryCompile(pattern, ignoreCase: true, out var compiled, out _))
            return pattern.Contains("sally", StringComparison.OrdinalIgnoreCase) || pattern.Contains("codex", StringComparison.OrdinalIgnoreCase);
        if (compiled.IsMatch("codex") || compiled.IsMatch("sallyport-mcp") || compiled.IsMatch("sallyport-pre-t") || compiled.IsMatch("sallyport-post-")
            || compiled.IsMatch("sallyport-user-")) return true;
        if (!lines) return false;
        // Without the person's own folders: somebody called node may end node.
        const string programs = "/.codex/sallyport/bin/";
        return compiled.IsMatch(programs + "sallyport-pre-tool-use") || compiled.IsMatch(programs + "sallyport-post-tool-use") || compiled.IsMatch(programs + "sallyport-permission-request")
            || compiled.IsMatch("/bin/bash -c " + programs + "sallyport-user-prompt-submit || /bin/sh -c 'echo");
    }

    private static bool Short(string option, char letter) => option.Length > 1 && option[1] != '-' && option.Contains(letter, StringComparison.Ordinal)
        && !option.AsSpan(1).ContainsAnyExcept("acefilnorvwxqI".AsSpan());

    private static bool IsShell(string name) => name is "sh" or "bash" or "zsh" or "dash" or "fish" or "ksh" or "tcsh" or "csh";
}
