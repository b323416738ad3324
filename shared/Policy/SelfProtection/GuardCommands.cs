using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>Commands that would reach around the guard: its own binaries by hand, its command beyond reading, another Codex.</summary>
internal static class GuardCommands
{
    /// <summary>Why a command may not run, or null.</summary>
    public static string? Refusal(CommandRun run) => run.Program switch
    {
        null => null,
        "sallyport" => MayRead(run.Argv) ? null : "the model may only run sallyport status, explain, check, scan, rules and audit search, show or verify",
        "sallyport-mcp" or "sallyport-guard" => "Sallyport's own programs are not run by hand",
        "codex" => ReachesAround(run),
        var program when program.StartsWith("sallyport-", StringComparison.Ordinal) => "a hook binary is run by Codex, not by hand",
        _ => null,
    };

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

    private static string? ReachesAround(CommandRun run)
    {
        foreach (var (name, _) in run.Environment)
            if (name is "CODEX_HOME" or "HOME" or "SALLYPORT_DATA_DIR" or "SALLYPORT_MODE") return $"another Codex with its own {name} would not be guarded";
        foreach (var word in run.Argv.Skip(1))
        {
            if (!word.IsKnown) return "a Codex whose options are not known may not be guarded";
            var text = word.Known!;
            if (text is "resume" or "app-server" or "fork" or "exec-server" or "mcp-server") return $"codex {text} could run calls that no hook of this session sees";
            if (text is "--disable" or "--ignore-user-config" or "--ignore-rules" or "--profile" or "-p" or "--dangerously-bypass-hook-trust"
                || text.StartsWith("--disable=", StringComparison.Ordinal) || text.StartsWith("--profile=", StringComparison.Ordinal))
                return "another Codex with other settings may not be guarded";
            if (text.Contains("hooks", StringComparison.Ordinal) || text.Contains("features", StringComparison.Ordinal) || text.Contains("mcp_servers", StringComparison.Ordinal))
                return "another Codex with hooks changed would not be guarded";
        }
        // What is typed into an interactive Codex counts as the person's word, and nothing sees who types it.
        return run.Argv.Count > 1 && run.Argv[1].Known is "exec" or "e" or "review" or "completion" or "help" or "--version" or "-V" or "--help" or "-h"
            ? null : "a Codex that can be typed into would take what is typed for the person's word; codex exec is the one that may be run";
    }
}
