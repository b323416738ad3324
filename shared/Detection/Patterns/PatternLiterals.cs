using System.Text;

namespace Sallyport.Detection.Patterns;

/// <summary>
/// Texts of which one must occur, case aside, in whatever a pattern matches: where none does, the pattern need not be tried. What is found
/// is never more than the pattern asks for.
/// </summary>
internal static class PatternLiterals
{
    private const int Shortest = 3;
    private const int MostChoices = 4;
    private const int MostDepth = 64;

    /// <summary>The texts, of at least three characters each; none where the pattern names none that it needs.</summary>
    public static IReadOnlyList<string> Of(PatternNode node) => Of(node, 0);

    private static IReadOnlyList<string> Of(PatternNode node, int depth)
    {
        if (depth > MostDepth) return [];
        if (node is PatternNode.Either either) return Choices(either, depth);
        IReadOnlyList<string> best = [];
        var run = new StringBuilder();
        Walk(node, run, ref best, depth);
        End(run, ref best);
        return best;
    }

    private static void Walk(PatternNode node, StringBuilder run, ref IReadOnlyList<string> best, int depth)
    {
        switch (node)
        {
            case PatternNode.Empty or PatternNode.Place:
                return;
            case PatternNode.One one when one.Set.Only() is { } c:
                run.Append(c);
                return;
            case PatternNode.Sequence sequence when depth < MostDepth:
                foreach (var part in sequence.Parts) Walk(part, run, ref best, depth + 1);
                return;
            case PatternNode.Repeat { Least: >= 1 } repeat:
                if (repeat.Part is PatternNode.One && repeat.Least == repeat.Most && repeat.Least <= MostChoices)
                {
                    for (var i = 0; i < repeat.Least; i++) Walk(repeat.Part, run, ref best, depth + 1);
                    return;
                }
                End(run, ref best);
                Better(Of(repeat.Part, depth + 1), ref best);
                return;
            case PatternNode.Either either:
                End(run, ref best);
                Better(Choices(either, depth), ref best);
                return;
            default:
                End(run, ref best);
                return;
        }
    }

    private static IReadOnlyList<string> Choices(PatternNode.Either either, int depth)
    {
        if (either.Choices.Count > MostChoices) return [];
        var texts = new List<string>();
        foreach (var choice in either.Choices)
        {
            var of = Of(choice, depth + 1);
            if (of.Count == 0 || texts.Count + of.Count > MostChoices) return [];
            texts.AddRange(of);
        }
        return texts;
    }

    private static void End(StringBuilder run, ref IReadOnlyList<string> best)
    {
        if (run.Length >= Shortest) Better([run.ToString()], ref best);
        run.Clear();
    }

    // One text says more than several, a longer one more than a shorter.
    private static void Better(IReadOnlyList<string> found, ref IReadOnlyList<string> best)
    {
        if (found.Count == 0) return;
        if (best.Count == 0 || found.Count < best.Count || (found.Count == 1 && best.Count == 1 && found[0].Length > best[0].Length)) best = found;
    }
}
