namespace Sallyport.Detection.Injection;

/// <summary>A request cut into pieces, none of which says anything, that the reader is to put together.</summary>
internal static class Splitting
{
    private const int Reach = 600;

    public static void Judge(ref ScanContext context)
    {
        Parts(ref context);
        Letters(ref context);
    }

    /// <summary>Part 1 is "…", part 2 is "…".</summary>
    private static void Parts(ref ScanContext context)
    {
        var text = context.Text;
        for (var from = 0; text[from..].IndexOf("art 1 is \"") is >= 0 and var hit;)
        {
            from += hit + 10;
            var near = text[from..Math.Min(text.Length, from + Reach)];
            if (near.IndexOf("art 2 is \"") is not (> 0 and var second) || near[..second].Contains('\n')) continue;
            context.Add(InjectionRules.Split, from - 10, from + second + 10, 60);
            from += second;
        }
    }

    /// <summary>a = "…" b = "…", and z = a + b, all in one line of prose: a program sets its statements apart.</summary>
    private static void Letters(ref ScanContext context)
    {
        var text = context.Text;
        var (letters, first, last) = (0u, 0, 0);
        for (var from = 0; text[from..].IndexOf(" = \"") is >= 0 and var hit;)
        {
            var at = from + hit;
            from = at + 4;
            if (at < 2 || !char.IsAsciiLetter(text[at - 1]) || text[at - 2] != ' ') continue;
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
