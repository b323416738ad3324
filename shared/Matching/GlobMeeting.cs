namespace Sallyport.Matching;

/// <summary>Whether two globs can mean the same path: a command that names <c>~/.s*</c> may well mean <c>~/.ssh</c>.</summary>
internal static class GlobMeeting
{
    private const int MostSegments = 256;

    /// <summary>True where some path fits both; also where they are too long to tell.</summary>
    public static bool Paths(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool ignoreCase)
    {
        if (a.Count('/') >= MostSegments || b.Count('/') >= MostSegments) return true;
        var left = a.ToString().Split('/');
        var right = b.ToString().Split('/');
        // reach[j]: the first i segments of left and the first j of right can be the same.
        var reach = new bool[right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            var above = new bool[right.Length + 1];
            for (var j = 0; j <= right.Length; j++)
            {
                above[j] = (i == 0 && j == 0)
                    || (i > 0 && j > 0 && reach[j - 1] && Segments(left[i - 1], right[j - 1], ignoreCase))
                    || (i > 0 && left[i - 1] == "**" && (reach[j] || (j > 0 && above[j - 1])))
                    || (j > 0 && right[j - 1] == "**" && (above[j - 1] || (i > 0 && reach[j])));
            }
            reach = above;
        }
        return reach[right.Length];
    }

    private static bool Segments(string a, string b, bool ignoreCase)
    {
        if (a == b || a is "*" or "**" || b is "*" or "**") return true;
        if (!Glob.IsGlob(a)) return Glob.Text(b, a, ignoreCase);
        if (!Glob.IsGlob(b)) return Glob.Text(a, b, ignoreCase);
        if ((long)a.Length * b.Length > 65_536) return true;
        var reach = new bool[b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            var above = new bool[b.Length + 1];
            for (var j = 0; j <= b.Length; j++)
            {
                above[j] = (i == 0 && j == 0)
                    || (i > 0 && j > 0 && reach[j - 1] && Same(a[i - 1], b[j - 1], ignoreCase))
                    || (i > 0 && a[i - 1] == '*' && (reach[j] || (j > 0 && above[j - 1])))
                    || (j > 0 && b[j - 1] == '*' && (above[j - 1] || (i > 0 && reach[j])));
            }
            reach = above;
        }
        return reach[b.Length];
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a is '?' or '*' || b is '?' or '*' || a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
