using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Shell;
using Sallyport.Shell.Patches;

namespace Sallyport.Replay;

/// <summary>What a call is an instance of: program and subcommand, the folder that is patched, the MCP tool.</summary>
internal static class HabitReader
{
    private const int LongestWord = 24;

    /// <summary>The patterns that cover a call together; none where it cannot be read, or where no pattern should cover it.</summary>
    public static IReadOnlyList<string> Of(ToolCall call, ObservedFacts facts) => call.Name switch
    {
        "Bash" => call.Command is { } command ? Commands(command, facts) : [],
        ToolNames.ApplyPatch => call.Command is { } patch ? [.. PatchText.Touched(patch).Select(p => Folder(p, facts)).Distinct()] : [],
        _ => [""],
    };

    private static List<string> Commands(string command, ObservedFacts facts)
    {
        var analysis = ShellAnalyzer.Analyze(command, facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, facts);
        if (analysis.Error is not null || analysis.BudgetExhausted) return [];
        var patterns = new List<string>();
        foreach (var run in analysis.Runs)
        {
            if (run.Wrappers.Count > 0 || RunTraits.IsIdle(run)) continue;
            if (run.Argv[0].Known is not { Length: > 0 } program || !IsPlain(program)) return []; // what cannot be named cannot be planned
            var pattern = HasSubcommands(run.Program!) && run.Argv.Count > 1 && run.Argv[1].Known is { } second && IsSubcommand(second) ? $"{program} {second} *" : $"{program} *";
            if (!patterns.Contains(pattern)) patterns.Add(pattern);
        }
        return patterns;
    }

    private static string Folder(string path, ObservedFacts facts)
    {
        var full = Path.IsPathFullyQualified(path) ? path : Path.GetFullPath(Path.Combine(facts.Cwd, path));
        if (!full.StartsWith(facts.Workspace.TrimEnd('/') + "/", StringComparison.Ordinal)) return full;
        var below = full[(facts.Workspace.TrimEnd('/').Length + 1)..];
        var slash = below.IndexOf('/');
        return slash < 0 ? below : below[..slash] + "/**";
    }

    private static bool IsPlain(string word) => word.Length <= 200 && word.AsSpan().IndexOfAnyExcept(PlainCharacters) < 0;

    private static bool IsSubcommand(string word) =>
        word.Length <= LongestWord && char.IsAsciiLetterLower(word[0]) && word.AsSpan().IndexOfAnyExcept(SubcommandCharacters) < 0;

    private static bool HasSubcommands(string program) => program is
        "git" or "gh" or "npm" or "pnpm" or "yarn" or "npx" or "bun" or "deno" or "cargo" or "rustup" or "go" or "dotnet" or "pip" or "pip3" or "uv" or "poetry"
        or "docker" or "podman" or "kubectl" or "helm" or "terraform" or "aws" or "gcloud" or "az" or "brew" or "apt" or "apt-get" or "systemctl" or "make" or "mvn" or "gradle" or "bundle" or "rails";

    private static readonly System.Buffers.SearchValues<char> PlainCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/+-");

    private static readonly System.Buffers.SearchValues<char> SubcommandCharacters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-:");
}
