namespace Sallyport.Policy.SelfProtection;

/// <summary>Comparing a path that may hold shell globs with a plain one. Errs towards "yes": these are the guard's own files.</summary>
internal static class PathGlob
{
    /// <summary>True where <paramref name="inner"/> is <paramref name="outer"/> or lies below it; <paramref name="outer"/> may hold globs.</summary>
    public static bool Covers(string outer, string inner, StringComparison comparison)
    {
        if (outer == "/") return inner.StartsWith('/');
        var at = 0;
        var of = 0;
        while (true)
        {
            var wanted = Segment(outer, ref at);
            if (wanted.IsEmpty) return true;
            var real = Segment(inner, ref of);
            if (real.IsEmpty || !SegmentMatches(wanted, real, comparison)) return false;
        }
    }

    /// <summary>True where the glob <paramref name="pattern"/> can expand to <paramref name="path"/> itself.</summary>
    public static bool Matches(string pattern, string path, StringComparison comparison) =>
        Covers(pattern, path, comparison) && pattern.Count(c => c == '/') == path.Count(c => c == '/');

    /// <summary>True where the glob <paramref name="pattern"/> can expand to <paramref name="folder"/> or to something in it.</summary>
    public static bool Reaches(string pattern, string folder, StringComparison comparison)
    {
        var at = 0;
        var of = 0;
        while (true)
        {
            var wanted = Segment(folder, ref of);
            if (wanted.IsEmpty) return true;
            var given = Segment(pattern, ref at);
            if (given.IsEmpty || !SegmentMatches(given, wanted, comparison)) return false;
        }
    }

    private static ReadOnlySpan<char> Segment(string path, ref int at)
    {
        while (at < path.Length && path[at] == '/') at++;
        var start = at;
        while (at < path.Length && path[at] != '/') at++;
        return path.AsSpan(start, at - start);
    }

    /// <summary>Matches one name against <c>*</c>, <c>?</c> and <c>[…]</c> (any class counts as any character); <c>**</c> as <c>*</c>.</summary>
    private static bool SegmentMatches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, StringComparison comparison)
    {
        int p = 0, n = 0, starAt = -1, starName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starAt = p++;
                starName = n;
            }
            else if (p < pattern.Length && Consumes(pattern, p, name[n], comparison, out var next))
            {
                p = next;
                n++;
            }
            else if (starAt >= 0)
            {
                p = starAt + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool Consumes(ReadOnlySpan<char> pattern, int p, char c, StringComparison comparison, out int next)
    {
        next = p + 1;
        if (pattern[p] == '?') return true;
        if (pattern[p] == '[' && pattern[(p + 1)..].IndexOf(']') is > 0 and var close)
        {
            next = p + close + 2;
            return true;
        }
        return pattern.Slice(p, 1).Equals([c], comparison);
    }
}
