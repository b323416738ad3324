namespace Sallyport.Detection;

/// <summary>Makes of findings that overlap one finding.</summary>
internal static class Overlaps
{
    /// <summary>
    /// In order of place. Secrets and personal data that overlap become one finding over all they cover, so that replacing it leaves
    /// no rest; the strongest names it. The other kinds are about the text, not data in it, and only overlap among themselves.
    /// </summary>
    public static Finding[] Merge(List<Finding> found)
    {
        var placed = new (Finding Finding, int At)[found.Count];
        for (var i = 0; i < placed.Length; i++) placed[i] = (found[i], i);
        // Of two that are as strong the one found first names the place, however many there are to sort.
        Array.Sort(placed, static (a, b) => Group(a.Finding.Kind) != Group(b.Finding.Kind) ? Group(a.Finding.Kind) - Group(b.Finding.Kind)
            : a.Finding.Start != b.Finding.Start ? a.Finding.Start - b.Finding.Start : a.Finding.End != b.Finding.End ? b.Finding.End - a.Finding.End : a.At - b.At);
        var kept = 0;
        for (var i = 0; i < placed.Length; i++)
        {
            var finding = placed[i].Finding;
            if (kept > 0 && found[kept - 1] is var last && Group(last.Kind) == Group(finding.Kind) && finding.Start < last.End)
                found[kept - 1] = Stronger(last, finding) with { Start = last.Start, End = Math.Max(last.End, finding.End), Classes = last.Classes | finding.Classes };
            else
                found[kept++] = finding;
        }
        found.RemoveRange(kept, found.Count - kept);
        return InOrder(found);
    }

    /// <summary>In order of place; of the same place the kinds in theirs, so that one text always gives one list.</summary>
    public static Finding[] InOrder(List<Finding> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start - b.Start : a.End != b.End ? a.End - b.End : a.Kind - b.Kind);
        return [.. found];
    }

    private static int Group(FindingKind kind) => kind == FindingKind.Pii ? (int)FindingKind.Secret : (int)kind;

    private static Finding Stronger(in Finding a, in Finding b)
    {
        if (a.Kind != b.Kind) return a.Kind == FindingKind.Secret ? a : b;
        var (first, second) = ((int)a.Severity * 100 + a.Confidence, (int)b.Severity * 100 + b.Confidence);
        return second > first ? b : a;
    }
}
