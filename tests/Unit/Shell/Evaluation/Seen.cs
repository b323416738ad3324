using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Evaluation;

/// <summary>What an analysis saw, in a form that tests can hold against a line of text.</summary>
internal static class Seen
{
    public static readonly ObservedFacts Facts = new() { Cwd = "/work/app", Home = "/home/dev", User = "dev", Workspace = "/work/app" };

    public static CommandAnalysis Analyze(string command, ObservedFacts? facts = null, AnalysisLimits? limits = null) =>
        ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts ?? Facts, limits);

    /// <summary>Every run of a program called <c>rm</c>, <c>t</c> or <c>u</c>, arguments joined by a bar; unknowns as <c>?source?</c>, globs as they are.</summary>
    public static string[] Runs(string command, ObservedFacts? facts = null)
    {
        var analysis = Analyze(command, facts);
        Assert.Null(analysis.Error);
        Assert.False(analysis.BudgetExhausted);
        return [.. analysis.Runs.Where(r => r.Argv[0].Known is null or "rm" or "t" or "u").Select(Text)];
    }

    public static string Text(CommandRun run) => string.Join('|', run.Argv.Select(w => string.Concat(w.Pieces.Select(p => p.Kind == PieceKind.Unknown ? $"?{p.Text}?" : p.Text))));
}
