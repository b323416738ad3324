using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.BuiltIn;

/// <summary>Judges commands as if they were typed in /home/dev/project.</summary>
internal static class Judging
{
    public static readonly ObservedFacts Facts = new() { Cwd = "/home/dev/project", Workspace = "/home/dev/project", Home = "/home/dev", CodexHome = "/home/dev/.codex" };

    private const string Prompt = "PS> ";

    public static BuiltInVerdict Judge(string command, ObservedFacts? facts = null) =>
        command.StartsWith(Prompt, StringComparison.Ordinal) ? OnWindows(command[Prompt.Length..]) :
        BuiltInPolicy.JudgeEffects(ShellAnalyzer.Analyze(command.Replace('⏎', '\n'), CodeLanguage.Shell, facts ?? Facts), facts ?? Facts);

    private static readonly ObservedFacts Windows = new() { Cwd = @"C:\work\project", Workspace = @"C:\work\project", Home = @"C:\Users\dev", CodexHome = @"C:\Users\dev\.codex", Windows = true };

    /// <summary>The same in PowerShell, in C:\work\project.</summary>
    public static BuiltInVerdict OnWindows(string command) =>
        BuiltInPolicy.JudgeEffects(ShellAnalyzer.Analyze(command.Replace('⏎', '\n'), CodeLanguage.PowerShell, Windows), Windows);

    public static Verdict Of(string command) => Judge(command).Strictest.Verdict;

    public static IEnumerable<Rule> Rules => RulePacks.All.SelectMany(pack => pack);

    public static IEnumerable<string> Lines(string cases) => cases.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
