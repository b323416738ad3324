namespace Sallyport.Policy.BuiltIn;

/// <summary>Glob patterns against paths, a part at a time.</summary>
internal static class PathPattern
{
    /// <summary>True when <paramref name="pattern"/> may name <paramref name="path"/>.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (true)
        {
            var a = pattern.IndexOf('/');
            var b = path.IndexOf('/');
            if (a < 0 != b < 0) return false;
            if (!Part(a < 0 ? pattern : pattern[..a], b < 0 ? path : path[..b])) return false;
            if (a < 0) return true;
            pattern = pattern[(a + 1)..];
            path = path[(b + 1)..];
        }
    }

    /// <summary>One part: <c>*</c>, <c>?</c> and bracket lists; linear but for one point to go back to.</summary>
    public static bool Part(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (p < pattern.Length && One(pattern, ref p, name[n])) n++;
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static bool One(ReadOnlySpan<char> pattern, ref int p, char c)
    {
        if (pattern[p] == '?')
        {
            p++;
            return true;
        }
        if (pattern[p] != '[')
        {
            if (pattern[p] != c) return false;
            p++;
            return true;
        }
        var close = pattern[(p + 1)..].IndexOf(']');
        if (close <= 0) return pattern[p++] == c;
        var list = pattern.Slice(p + 1, close);
        var negated = list[0] is '!' or '^';
        if (negated) list = list[1..];
        var found = false;
        for (var i = 0; i < list.Length; i++)
        {
            if (i + 2 < list.Length && list[i + 1] == '-')
            {
                found |= c >= list[i] && c <= list[i + 2];
                i += 2;
            }
            else found |= list[i] == c;
        }
        if (found == negated) return false;
        p += close + 2;
        return true;
    }
}
