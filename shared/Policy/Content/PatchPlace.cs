namespace Sallyport.Policy.Content;

/// <summary>A line of a patch, as people look for it.</summary>
/// <param name="File">The file that the patch changes there; empty before the first.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="OfFile">It is counted in the file as the patch leaves it; otherwise in the patch, because no mark says where its lines stand.</param>
internal readonly record struct PatchPlace(string File, int Line, bool OfFile)
{
    /// <summary>Where a patch's line, from 0, comes to stand.</summary>
    public static PatchPlace Of(ReadOnlySpan<char> patch, int line)
    {
        var (file, next, known, at) = ("", 0, false, 0);
        var diff = IsDiff(patch);
        foreach (var range in patch.Split('\n'))
        {
            var text = patch[range];
            if (at++ == line) return new PatchPlace(file, known ? next : line + 1, known);
            if (Header(text, diff, out var name, out var whole)) (file, known, next) = (name, whole, 1);
            else if (text.StartsWith("@@")) known = Numbered(text, ref next);
            else if (text.Length == 0 || text[0] is ' ' or '+') next++;
        }
        return new PatchPlace(file, line + 1, false);
    }

    public override string ToString() => (File.Length > 0 ? File + ", " : "") + $"line {Line}" + (OfFile ? "" : " of the patch");

    /// <summary>In Codex's own notation a line that begins with three plus signs is text like any other.</summary>
    public static bool IsDiff(ReadOnlySpan<char> patch) => patch.IndexOf("*** Begin Patch") < 0;

    /// <summary>A file's name. <paramref name="whole"/>: what follows is all of it.</summary>
    public static bool Header(ReadOnlySpan<char> line, bool diff, out string name, out bool whole)
    {
        line = line.TrimEnd();
        (name, whole) = ("", false);
        foreach (var mark in (ReadOnlySpan<string>)["*** Add File: ", "*** Update File: ", "*** Move to: ", "*** Delete File: ", "+++ b/", "+++ "])
            if (line.StartsWith(mark) && (diff || mark[0] != '+'))
            {
                (name, whole) = (line[mark.Length..].Trim().ToString(), mark.StartsWith("*** Add", StringComparison.Ordinal));
                return true;
            }
        return false;
    }

    /// <summary>@@ -10,4 +12,6 @@: the hunk begins at line 12.</summary>
    private static bool Numbered(ReadOnlySpan<char> line, ref int next)
    {
        if (!line.StartsWith("@@ -") || line.IndexOf(" +") is not (> 0 and var plus)) return false;
        var digits = line[(plus + 2)..];
        var end = 0;
        while (end < digits.Length && end < 9 && char.IsAsciiDigit(digits[end])) end++;
        return end > 0 && int.TryParse(digits[..end], out next);
    }
}
