using System.Numerics;

namespace Sallyport.Detection;

/// <summary>
/// Finds secrets, personal data, injected instructions, SQL injection and unsafe code in a text, in one pass. A table says for each
/// character which families want to be asked there; everything else costs one look-up. Pure: a function of its arguments.
/// </summary>
public static class Scanner
{
    /// <summary>What is in the text, as far as the options allow it to be read; see <see cref="Inspect"/> for texts of unknown size.</summary>
    public static IReadOnlyList<Finding> Scan(ReadOnlySpan<char> text, Surface surface, ScanOptions? options = null) =>
        Inspect(text, surface, options).Findings;

    /// <summary>What is in the text, and how much of it was read.</summary>
    public static ScanResult Inspect(ReadOnlySpan<char> text, Surface surface, ScanOptions? options = null) => Inspect(text, surface, options, out _);

    /// <summary>The same, and what it cost.</summary>
    internal static ScanResult Inspect(ReadOnlySpan<char> text, Surface surface, ScanOptions? options, out long work)
    {
        work = 0;
        options ??= ScanOptions.Default;
        var seen = Math.Min(text.Length, options.MaxChars);
        if (seen == 0) return new ScanResult([], 0, text.Length > 0);

        var context = new ScanContext(text[..seen], surface, options);
        Walk(ref context);
        work = context.Work;
        if (options.Rules.Count > 0) seen = UserRules.Run(ref context);
        if (context.Found is not { Count: > 0 } found) return new ScanResult([], seen, seen < text.Length);

        if (context.IsFull) seen = Math.Min(seen, found.Max(f => f.End));
        return new ScanResult(Overlaps.Merge(found), seen, seen < text.Length);
    }

    private static void Walk(ref ScanContext context)
    {
        var families = Families.All;
        var places = Places.For(context.Options.Kinds, context.Surface);
        Span<int> resume = stackalloc int[Places.MostFamilies];
        resume.Clear();
        Ask(ref context, families, resume, places.WholeText, 0);

        var text = context.Text;
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c))
            {
                if (!inWord && places.AtWord(c, i + 1 < text.Length ? text[i + 1] : '\0') is var wanting and not 0)
                {
                    Ask(ref context, families, resume, wanting, i);
                    if (context.IsFull) return;
                }
                // Inside a word nobody asks for letters.
                while (i + 1 < text.Length && char.IsAsciiLetter(text[i + 1])) i++;
                inWord = true;
                continue;
            }
            if (c >= 128)
            {
                // Words start anew after these: Chinese is written without spaces around a token.
                inWord = false;
                if (places.BeyondAscii != 0) Ask(ref context, families, resume, places.BeyondAscii, i);
                continue;
            }

            var wanted = inWord ? places.Anywhere[c] : places.AtWord(c, i + 1 < text.Length ? text[i + 1] : '\0');
            if (wanted != 0)
            {
                Ask(ref context, families, resume, wanted, i);
                if (context.IsFull) return;
            }
            inWord = Chars.IsWord(c);
            if (c is '\\' or '%' or '\x1b') i += Escapes.Length(text, i) - 1;
        }
    }

    private static void Ask(ref ScanContext context, Family[] families, scoped Span<int> resume, uint wanted, int at)
    {
        for (; wanted != 0; wanted &= wanted - 1)
        {
            var family = BitOperations.TrailingZeroCount(wanted);
            if (at < resume[family]) continue;
            context.Work++;
            resume[family] = families[family].Recogniser(ref context, at);
        }
    }
}
