namespace Sallyport.Detection.Injection;

/// <summary>Text that people do not see: judged by its characters alone.</summary>
internal static class Hidden
{
    private const int LongRun = 8;

    public static void Judge(ref ScanContext context)
    {
        var text = context.Text;
        if (!context.HasSign(TextSigns.Beyond)) return;
        var rightToLeft = HasRightToLeft(text);
        var (mixed, first, last) = (0, 0, 0);
        for (var i = NextBeyond(text, 0); i < text.Length; i = NextBeyond(text, i))
        {
            var end = i;
            if (IsTag(text, i))
            {
                while (IsTag(text, end)) end += 2;
                // Flags of regions: a black flag, then tags.
                var flag = i >= 2 && text[i - 2] == '\ud83c' && text[i - 1] == '\udff4';
                if (!flag && end - i >= 4) context.Add(InjectionRules.HiddenTags, i, end, 95);
            }
            else if (IsVariation(text, i, out var width) || IsZeroWidth(text[i]))
            {
                var count = 0;
                while (end < text.Length && (IsVariation(text, end, out width) || IsZeroWidth(text[end])))
                {
                    end += Math.Max(1, width);
                    count++;
                }
                if (count >= LongRun) context.Add(InjectionRules.HiddenRun, i, end, 85);
            }
            else if (text[i] is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))
            {
                end = i + 1;
                if (!rightToLeft && text[i] is '\u202e' or '\u202d' or '\u2066' or '\u2067' && !rightToLeft) context.Add(InjectionRules.HiddenBidi, i, end, 70);
            }
            else if (i >= last && Folding.LookAlike(char.ToLowerInvariant(text[i])) != '\0' && MixedWord(text, i, out var start, out end))
            {
                if (mixed++ == 0) first = start;
                last = end;
            }
            i = Math.Max(end, i + 1);
            if (context.IsFull) return;
        }
        if (mixed >= FewestMixed) context.Add(InjectionRules.LookAlikes, first, last, 75);
    }

    private const int FewestMixed = 3;

    /// <summary>A word that goes from Latin letters to ones that look Latin and back: nobody types so.</summary>
    private static bool MixedWord(ReadOnlySpan<char> text, int at, out int start, out int end)
    {
        (start, end) = (at, at + 1);
        while (start > 0 && at - start < 40 && char.IsLetter(text[start - 1])) start--;
        while (end < text.Length && end - at < 40 && char.IsLetter(text[end])) end++;
        var (switches, latinBefore) = (0, char.IsAsciiLetter(text[start]));
        foreach (var c in text[start..end])
        {
            var latin = char.IsAsciiLetter(c);
            if (!latin && Folding.LookAlike(char.ToLowerInvariant(c)) == '\0') return false;
            if (latin != latinBefore) switches++;
            latinBefore = latin;
        }
        return switches >= 2 && end - start >= 4;
    }

    private static int NextBeyond(ReadOnlySpan<char> text, int from)
    {
        var next = text[Math.Min(from, text.Length)..].IndexOfAnyExceptInRange('\0', '\u00ff');
        return next < 0 ? text.Length : from + next;
    }

    private static bool IsTag(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at] == '\udb40' && text[at + 1] is >= '\udc00' and <= '\udc7f';

    private static bool IsVariation(ReadOnlySpan<char> text, int at, out int width)
    {
        width = at < text.Length && text[at] is >= '\ufe00' and <= '\ufe0f' ? 1 : at + 1 < text.Length && text[at] == '\udb40' && text[at + 1] is >= '\udd00' and <= '\uddef' ? 2 : 0;
        return width > 0;
    }

    private static bool IsZeroWidth(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\u2061' or '\u2062' or '\u2063' or '\u2064' or '\ufeff' or '\u3164';

    private static bool HasRightToLeft(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\u0590', '\u08ff') >= 0;
}
