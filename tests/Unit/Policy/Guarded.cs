using Sallyport.Policy;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>A person's home in which the guard is installed, and what self-protection says of a command there.</summary>
internal static class Guarded
{
    /// <summary>The home; nothing of its files is known.</summary>
    public static readonly ObservedFacts Home = new()
    {
        Cwd = "/home/dev/work",
        Workspace = "/home/dev/work",
        Home = "/home/dev",
        CodexHome = "/home/dev/.codex",
        DataDirectory = "/home/dev/.codex/sallyport",
        Environment = new Dictionary<string, string> { ["HOME"] = "/home/dev" },
    };

    /// <summary>The verdict on a command, which must be one that can be read.</summary>
    public static Verdict Judge(string command, ObservedFacts facts)
    {
        var analysis = ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts);
        Assert.Null(analysis.Error);
        return SelfProtectionPolicy.Judge(analysis.Effects, analysis.Runs, facts).Verdict;
    }
}
