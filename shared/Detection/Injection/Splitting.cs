namespace Sallyport.Detection.Injection;

/// <summary>A request cut into pieces, none of which says anything, that the reader is to put together.</summary>
internal static class Splitting
{
    private const int Reach = 600;

    public static void Judge(ref ScanContext context)
    {
        if (!context.HasSign(TextSigns.Quote)) return;
        Parts(ref context);
        if (context.HasSign(TextSigns.Equal)) Letters(ref context);
    }

    /// <summary>Part 1 is "…", part 2 is "…".</summary>
    private static void Parts(ref ScanContext context)
    {
        var text = context.Text;
        // The digit is rarer than the blank before it.
        for (var from = 0; text[from..].IndexOf('1') is >= 0 and var hit;)
        {
            var at = from + hit - 1;
            from = at + 2;
            if (at < 0 || text[at] != ' ' || !OpensPart(text, from) || PartBefore(text, at) is not (>= 0 and var start)) continue;
            var word = text[start..at];
            var near = text[from..Math.Min(text.Length, from + Reach)];
            for (var next = 0; near[next..].IndexOf(" 2") is >= 0 and var second; next += second + 2)
            {
                var other = next + second;
                if (near[..other].Contains('\n')) break;
                if (!OpensPart(near, other + 2) || !near[..other].EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
                context.Add(InjectionRules.Split, start, from + other + 2, 60);
                from += other + 2;
                break;
            }
        }
    }

    /// <summary>A quotation opens within a word or so.</summary>
    private static bool OpensPart(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 8)];
        var quote = rest.IndexOf('"');
        return quote > 0 && !rest[..quote].ContainsAnyInRange('0', '9') && !rest[..quote].Contains('\n');
    }

    /// <summary>Where a word for "part" that ends at an index starts; -1 for none.</summary>
    private static int PartBefore(ReadOnlySpan<char> text, int end)
    {
        foreach (var word in (ReadOnlySpan<string>)["part", "parte", "teil", "partie", "часть", "bagian", "bahagi", "parça", "phần", "भाग", "অংশ", "পার্ট", "الجزء", "部分", "パート", "파트", "부분", "ส่วนที่", "ส่วน"])
            if (text[..end].EndsWith(word, StringComparison.OrdinalIgnoreCase)) return end - word.Length;
        return -1;
    }

    /// <summary>a = "…" b = "…", and z = a + b, all in one line of prose: a program sets its statements apart.</summary>
    private static void Letters(ref ScanContext context)
    {
        var text = context.Text;
        var (letters, first, last) = (0u, 0, 0);
        for (var from = 0; text[from..].IndexOf('=') is >= 0 and var hit;)
        {
            var at = from + hit - 1;
            from = at + 2;
            if (at < 2 || text[at] != ' ' || !text[from..].StartsWith(" \"") || !char.IsAsciiLetter(text[at - 1]) || text[at - 2] != ' ') continue;
            if (letters == 0 || at - last > Reach || text[last..at].IndexOfAny('\n', ';') >= 0) (letters, first) = (0, at - 1);
            letters |= 1u << (text[at - 1] & 31);
            last = at;
            if ((letters & letters - 1) == 0 || Sum(text[at..Math.Min(text.Length, at + Reach)], letters) is not (> 0 and var end)) continue;
            context.Add(InjectionRules.Split, first, at + end, 60);
            letters = 0;
        }
    }

    /// <summary>Where two of the letters are added up, on the same line.</summary>
    private static int Sum(ReadOnlySpan<char> text, uint letters)
    {
        if (text.IndexOfAny('\n', ';') is >= 0 and var line) text = text[..line];
        for (var from = 0; text[from..].IndexOf(" + ") is >= 0 and var hit; from += hit + 3)
        {
            var at = from + hit;
            if (at > 1 && at + 3 < text.Length && text[at - 2] == ' ' && Holds(letters, text[at - 1]) && Holds(letters, text[at + 3])) return at + 4;
        }
        return 0;
    }

    private static bool Holds(uint letters, char c) => char.IsAsciiLetter(c) && (letters >> (c & 31) & 1) != 0;
}
