using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.SelfProtection;

/// <summary>Commands that would reach around the guard: its own binaries by hand, its command beyond reading, another Codex.</summary>
internal static class GuardCommands
{
    /// <summary>Why a command may not run, or null.</summary>
    public static string? Refusal(CommandRun run, ObservedFacts facts) =>
        Refusal(run, run.Program) ?? Linked(run, facts) ?? (run.Argv[0].HasGlob ? Globbed(run) : null) ?? Foreign(run);

    private static string? Refusal(CommandRun run, string? program) => program switch
    {
        null => null,
        "sallyport" => MayRead(run.Argv) ? null : "the model may only run sallyport status, explain, check, scan, rules and audit search, show or verify",
        "sallyport-mcp" or "sallyport-guard" => "Sallyport's own programs are not run by hand",
        "codex" => ReachesAround(run),
        // npx @openai/codex@latest
        "codex@latest" => ReachesAround(run),
        _ when program.StartsWith("codex@", StringComparison.Ordinal) => "a Codex of another version may not know the hooks of this one",
        _ when program.StartsWith("sallyport-", StringComparison.Ordinal) => "a hook binary is run by Codex, not by hand",
        _ => null,
    };

    // A link to one of the programs is the program.
    private static string? Linked(CommandRun run, ObservedFacts facts)
    {
        var target = PathText.Target(run.Argv[0], run.Cwd, facts);
        if (!target.Known || target.Glob || !facts.Files.TryGetValue(target.Name, out var fact) || fact.RealPath == target.Name) return null;
        return Refusal(run, CommandRun.ProgramName(fact.RealPath));
    }

    // Which file a glob finds is not known here; where it can find one of the programs, it does.
    private static string? Globbed(CommandRun run)
    {
        var name = CommandRun.ProgramName(run.Argv[0].ToString());
        foreach (var program in (ReadOnlySpan<string>)["sallyport", "sallyport-mcp", "sallyport-guard", "sallyport-user-prompt-submit",
            "sallyport-pre-tool-use", "sallyport-post-tool-use", "sallyport-permission-request", "sallyport-session-start", "sallyport-stop"])
            if (PathGlob.Matches(name, program, StringComparison.OrdinalIgnoreCase) && name.AsSpan().IndexOfAnyExcept('*', '?') >= 0) return "it may be one of Sallyport's own programs";
        return null;
    }

    // Codex under another name: a copy, its JavaScript launcher, a loader before it.
    private static string? Foreign(CommandRun run)
    {
        foreach (var (name, _) in run.Environment)
            if (name == "CODEX_HOME" && run.Argv.Any(word => word.Known is "exec" or "app-server")) return "a Codex with a home of its own would not be guarded";
        if (run.Program is "echo" or "printf" or "grep" or "rg" or "sallyport" or "git" || run.Argv.Count < 2) return null;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            if (run.Argv[i].Known is not { } text) continue;
            if (text is "--dangerously-bypass-hook-trust" || text.StartsWith("features.hooks", StringComparison.Ordinal) || text.StartsWith("features.codex_hooks", StringComparison.Ordinal))
                return "another Codex with hooks changed would not be guarded";
            if (text.EndsWith("/codex.js", StringComparison.Ordinal) && run.Program is "node" or "bun" or "deno")
                return ReachesAround(run with { Argv = [Word.Of("codex"), .. run.Argv.Skip(i + 1)] });
            // ld.so PROGRAM, qemu PROGRAM: what runs is the second word.
            if (i == 1 && run.Program is { } loader && loader.StartsWith("ld-", StringComparison.Ordinal)) return Refusal(run with { Argv = [.. run.Argv.Skip(1)] }, CommandRun.ProgramName(text));
        }
        return null;
    }

    /// <summary>Why a Codex may not run whose home was exported before; null where it was not.</summary>
    public static string? Moved(CommandRun run, IReadOnlyList<CommandRun> runs) => run.Program == "codex" && run.Argv.Count > 1 && run.Argv[1].KnownPrefix is not ("--version" or "--help" or "-V" or "-h" or "help" or "completion")
        && runs.Any(static other => other.Program is "export" or "declare" or "typeset" or "setenv" or "set" && other.Argv.Skip(1).Any(static word => word.KnownPrefix.StartsWith("CODEX_HOME", StringComparison.Ordinal)
            || word.KnownPrefix.StartsWith("SALLYPORT_", StringComparison.Ordinal) || word.KnownPrefix.StartsWith("HOME=", StringComparison.Ordinal))
            // os.environ["CODEX_HOME"] = …
            || other.Program is "python" or "python3" or "node" or "ruby" or "perl" or "bun" or "deno" && other.Argv.Any(static word => word.ToString().Contains("CODEX_HOME", StringComparison.Ordinal)))
        ? "a Codex with a home of its own would not be guarded" : null;

    // What only reads. Everything else of the command changes policy, approvals or the installation, and is the person's.
    private static bool MayRead(IReadOnlyList<Word> argv)
    {
        if (argv.Count < 2) return true;
        var third = argv.Count > 2 ? argv[2].Known : "";
        return argv[1].Known switch
        {
            "--help" or "-h" or "--version" => argv.Count == 2,
            "status" or "explain" or "check" => true,
            // These may write a file or send where their options say so: words that are not known could be such an option.
            "scan" or "rules" => argv.All(w => w.IsKnown),
            "audit" => third is "search" or "show" or "verify" && argv.All(w => w.IsKnown),
            _ => false,
        };
    }

    // A command of Sallyport's as it would be typed. Another Codex has a session of its own, in which nothing of this one waits; but a pause is one anywhere.
    private static bool IsPersonsWord(string prompt)
    {
        var words = prompt.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) return false;
        return words[0].TrimStart('/').ToLowerInvariant() switch
        {
            "sallyport" or "armor" => true,
            "policy" => words[1].ToLowerInvariant().TrimEnd(':') is "yes" or "no" or "new" or "add" or "update" or "delete" or "remove" or "reset" or "default" or "template" or "profile" or "mcp"
                or "prioritize" or "built-in" or "trust" or "allow-last",
            _ => false,
        };
    }

    private static string? ReachesAround(CommandRun run)
    {
        foreach (var (name, _) in run.Environment)
            if (name is "CODEX_HOME" or "HOME" or "SALLYPORT_DATA_DIR" or "SALLYPORT_MODE") return $"another Codex with its own {name} would not be guarded";
        if (OnlyTells(run.Argv)) return null;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            var word = run.Argv[i];
            if (!word.IsKnown) return "a Codex whose options are not known may not be guarded";
            var text = word.Known!;
            if (IsPersonsWord(text) || (i == 1 && run.Input is { Kind: InputKind.Text or InputKind.Pipe, Text.Known: { } piped } && IsPersonsWord(piped)))
                return "what a Codex is told by a tool call is not the person's word";
            if (text is "resume" or "app-server" or "fork" or "exec-server" or "mcp-server") return $"codex {text} could run calls that no hook of this session sees";
            if (text is "--disable" or "--ignore-user-config" or "--ignore-rules" or "--profile" or "--enable" or "--dangerously-bypass-hook-trust"
                || text.StartsWith("-p", StringComparison.Ordinal) || text.StartsWith("--enable=", StringComparison.Ordinal)
                || text.StartsWith("--disable=", StringComparison.Ordinal) || text.StartsWith("--profile=", StringComparison.Ordinal))
                return "another Codex with other settings may not be guarded";
            if (text.Contains("hooks", StringComparison.Ordinal) || text.Contains("features", StringComparison.Ordinal) || text.Contains("mcp_servers", StringComparison.Ordinal))
                return "another Codex with hooks changed would not be guarded";
            // A setting can name a program that Codex starts by itself, unseen by any hook: notify, a server, a provider's login.
            var setting = text is "-c" or "--config" ? i + 1 < run.Argv.Count ? run.Argv[++i].Known ?? "?" : ""
                : text.StartsWith("--config=", StringComparison.Ordinal) ? text[9..] : text.StartsWith("-c", StringComparison.Ordinal) && text.Length > 2 ? text[2..].TrimStart('=') : null;
            if (setting is not null && !IsHarmless(setting)) return "a Codex whose settings are changed on its command line may run what no hook sees";
        }
        // What is typed into an interactive Codex counts as the person's word, and nothing sees who types it.
        return run.Argv.Count > 1 && run.Argv[1].Known is "exec" or "e" or "review" or "completion" or "help" or "--version" or "-V" or "--help" or "-h"
            ? null : "a Codex that can be typed into would take what is typed for the person's word; codex exec is the one that may be run";
    }

    private static bool OnlyTells(IReadOnlyList<Word> argv) => argv.Count > 2 && argv.Skip(3).All(static word => word.Known is "--json" or [not '-', ..])
        && (argv[1].Known, argv[2].Known) is ("login", "status") or ("mcp", "list" or "get") or ("features", "list") or ("plugin", "list");

    private static bool IsHarmless(string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && setting.AsSpan(0, equals).Trim() is "model" or "model_reasoning_effort" or "model_reasoning_summary" or "model_verbosity"
            or "approval_policy" or "sandbox_mode" or "review_model" or "personality" or "service_tier" or "web_search";
    }
}
