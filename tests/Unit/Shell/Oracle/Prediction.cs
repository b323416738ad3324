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
        // Words are joined by NUL; an unknown or a glob may be any number of words, and in a word any text.
        var steps = new List<(string Text, bool Words)>();
        foreach (var word in run.Argv)
        {
            if (word.Pieces.Count > 0 && word.Pieces.All(p => p.Kind != PieceKind.Literal)) steps.Add(("", true));
            else
            {
                foreach (var piece in word.Pieces) steps.Add(piece.Kind == PieceKind.Literal ? (piece.Text, false) : ("", false));
                steps.Add(("\0", false));
            }
        }
        // What a pattern finds has single slashes, however many the pattern has.
        if (run.Argv.Any(w => w.Pieces.Any(p => p.Kind == PieceKind.Glob)))
            return Fits([.. steps.Select(s => (Single(s.Text), s.Words))], Single(string.Concat(started.Select(s => s + "\0")))) || Fits(steps, string.Concat(started.Select(s => s + "\0")));
        return Fits(steps, string.Concat(started.Select(s => s + "\0")));
    }

    private static string Single(string text)
    {
        while (text.Contains("//", StringComparison.Ordinal)) text = text.Replace("//", "/", StringComparison.Ordinal);
        return text;
    }

    /// <summary>Goes through the steps with every place in the text that may be reached; an empty step is a gap.</summary>
    private static bool Fits(List<(string Text, bool Words)> steps, string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (var (part, words) in steps)
        {
            var next = new bool[text.Length + 1];
            var open = false;
            for (var at = 0; at <= text.Length; at++)
            {
                open |= reached[at];
                if (part.Length == 0) next[at] = words ? open && (reached[at] || (at > 0 && text[at - 1] == '\0')) : open;
                else if (reached[at] && string.CompareOrdinal(text, at, part, 0, part.Length) == 0) next[at + part.Length] = true;
            }
            reached = next;
        }
        return reached[text.Length];
    }

    public static string Show(CommandRun run) =>
        string.Join(' ', run.Argv.Select(w => w.Known is { } known ? $"‹{known}›" : string.Concat(w.Pieces.Select(p => p.Kind == PieceKind.Literal ? p.Text : $"?{p.Text}?"))));
}
