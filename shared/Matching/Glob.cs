using System.Text;

namespace Sallyport.Matching;

/// <summary>
/// Globs without regular expressions: a star remembers one place to go back to, so the cost is bounded by the product of the lengths.
/// Everything but <c>*</c> and <c>?</c> stands for itself.
/// </summary>
internal static class Glob
{
    /// <summary>True where the text holds a wildcard.</summary>
    public static bool IsGlob(ReadOnlySpan<char> text) => text.IndexOfAny('*', '?') >= 0;

    /// <summary>
    /// True where the whole path fits: <c>?</c> and <c>*</c> stay within a segment, the segment <c>**</c> is any number of segments, none included.
    /// </summary>
    public static bool Path(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, bool ignoreCase = false)
    {
        int p = 0, t = 0, twin = -1, twinText = 0;
        while (t <= path.Length)
        {
            var segment = Segment(path, t);
            if (p <= pattern.Length)
            {
                var wanted = Segment(pattern, p);
                if (wanted is "**")
                {
                    (twin, twinText) = (p += 3, t);
                    continue;
                }
                if (Text(wanted, segment, ignoreCase))
                {
                    p += wanted.Length + 1;
                    t += segment.Length + 1;
                    continue;
                }
            }
            if (twin < 0) return false;
            twinText += Segment(path, twinText).Length + 1;
            (p, t) = (twin, twinText);
        }
        while (p <= pattern.Length && Segment(pattern, p) is "**") p += 3;
        return p > pattern.Length;
    }

    /// <summary>True where the whole text fits: <c>?</c> is one character, <c>*</c> any number of any.</summary>
    public static bool Text(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool ignoreCase = false)
    {
        int p = 0, t = 0, star = -1, starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, starText) = (++p, t);
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase))) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star, ++starText);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    /// <summary>The glob with each set (<c>[a-z]</c>) taken for any one character: wider, never narrower.</summary>
    public static string WithoutSets(string glob)
    {
        if (!glob.Contains('[', StringComparison.Ordinal)) return glob;
        var wider = new StringBuilder(glob.Length);
        for (var i = 0; i < glob.Length; i++)
        {
            // A ] right after the bracket, or after its !, stands for itself.
            var from = i + (glob.AsSpan(i).StartsWith("[!") || glob.AsSpan(i).StartsWith("[^") ? 3 : 2);
            var end = glob[i] == '[' && from <= glob.Length ? glob.IndexOf(']', from) : -1;
            var set = end > 0 && glob.IndexOf('/', i, end - i) < 0;
            wider.Append(set ? '?' : glob[i]);
            if (set) i = end;
        }
        return wider.ToString();
    }

    private static ReadOnlySpan<char> Segment(ReadOnlySpan<char> path, int start)
    {
        var rest = path[start..];
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private static bool Same(char a, char b, bool ignoreCase) => a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
