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
        found.Sort(static (a, b) => Group(a.Kind) != Group(b.Kind) ? Group(a.Kind) - Group(b.Kind) : a.Start != b.Start ? a.Start - b.Start : b.End - a.End);
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            var finding = found[i];
            if (kept > 0 && found[kept - 1] is var last && Group(last.Kind) == Group(finding.Kind) && finding.Start < last.End)
                found[kept - 1] = Stronger(last, finding) with { Start = last.Start, End = Math.Max(last.End, finding.End), Classes = last.Classes | finding.Classes };
            else
                found[kept++] = finding;
        }
        found.RemoveRange(kept, found.Count - kept);
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start - b.Start : a.End - b.End);
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
