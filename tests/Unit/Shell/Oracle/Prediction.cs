using System.Text;
using System.Text.RegularExpressions;
using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Oracle;

/// <summary>What we say a command starts, held against what it did start.</summary>
internal static class Prediction
{
    public static List<CommandRun> Of(string command, ObservedFacts facts)
    {
        var analysis = ShellAnalyzer.Analyze(command, CodeLanguage.Shell, facts);
        if (analysis.Error is { } error) throw new InvalidOperationException($"{error.Message} at {error.Position}");
        if (analysis.BudgetExhausted) throw new InvalidOperationException("the budget ran out");
        return [.. analysis.Runs.Where(r => r.Argv[0].Known is not { } name || CommandGenerator.Programs.Contains(name))];
    }

    /// <summary>Whether a run is exactly, or may be, what was started.</summary>
    public static bool Covers(CommandRun run, string[] started)
    {
        if (run.Argv.All(w => w.IsKnown)) return run.Argv.Select(w => w.Known).SequenceEqual(started);
        // Words are joined by NUL; an unknown or a glob may be any number of words.
        var pattern = new StringBuilder("^");
        foreach (var word in run.Argv)
        {
            if (word.Pieces.Count > 0 && word.Pieces.All(p => p.Kind != PieceKind.Literal))
            {
                pattern.Append("(?:[^\0]*\0)*");
                continue;
            }
            foreach (var piece in word.Pieces) pattern.Append(piece.Kind == PieceKind.Literal ? Regex.Escape(piece.Text) : "[\\s\\S]*");
            pattern.Append('\0');
        }
        return Regex.IsMatch(string.Concat(started.Select(s => s + "\0")), pattern.Append('$').ToString(), RegexOptions.CultureInvariant);
    }

    public static string Show(CommandRun run) =>
        string.Join(' ', run.Argv.Select(w => w.Known is { } known ? $"‹{known}›" : string.Concat(w.Pieces.Select(p => p.Kind == PieceKind.Literal ? p.Text : $"?{p.Text}?"))));
}
