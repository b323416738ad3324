using System.Buffers;

namespace Sallyport.Detection.Veils;

/// <summary>
/// Secrets that a word's neighbours hide: with a terminal's colours or invisible characters inside, in escapes, over two lines, in base 64 or hexadecimal.
/// What surrounds such a place is read again without it, and a finding covers all that was there.
/// </summary>
internal static class Veils
{
    public static readonly Family Family = new("veils", static () => []) { Kinds = FindingKinds.Secret | FindingKinds.Pii, WholeText = true };

    /// <summary>As much is read on each side of a veil as a token is long.</summary>
    private const int Reach = 600;

    private const int LongestWindow = 16 * 1024;

    /// <summary>Without a mark of its own, what stands in disguise is anything.</summary>
    private const int Sure = 65;

    // The last is slow to search for and made where it is wanted alone.
    private static readonly SearchValues<char> s_plain = SearchValues.Create("\x1b\0\\%");
    private static readonly SearchValues<char> s_marked = SearchValues.Create("\x1b\0\\%&=");
    private static SearchValues<char>? s_all;

    private static SearchValues<char> All => s_all ??= SearchValues.Create("\x1b\0\u00ad\u200b\u200c\u200d\u2060\ufeff\\%&=");

    private static readonly ScanOptions s_inner = new() { Kinds = FindingKinds.Secret | FindingKinds.Pii, MinConfidence = Sure, Unveiled = true };

    public static int Recognise(ref ScanContext context, int at)
    {
        if (context.Options.Unveiled) return context.Text.Length;
        Windows(ref context);
        EncodedRuns.Judge(ref context);
        return context.Text.Length;
    }

    private static void Windows(ref ScanContext context)
    {
        var text = context.Text;
        var mail = context.HasSign(TextSigns.Equal) && IsMail(text);
        var invisible = context.HasSign(TextSigns.Beyond) && (text.IndexOfAny('\u200b', '\u200c', '\u200d') >= 0 || text.IndexOfAny('\u00ad', '\u2060', '\ufeff') >= 0);
        var signs = invisible ? All : mail || context.HasSign(TextSigns.And) && text.IndexOf("&#") >= 0 ? s_marked : s_plain;
        if (signs == s_plain && !context.HasSign(TextSigns.Backslash | TextSigns.Percent | TextSigns.Control)) return;
        var (from, to) = (-1, 0);
        for (var i = 0; i < text.Length;)
        {
            var next = text[i..].IndexOfAny(signs);
            if (next < 0) break;
            i += next;
            var length = Veil.At(text, i, mail, out var means);
            if (length == 0 || !Joins(text, i, length, means))
            {
                i += Math.Max(1, length);
                continue;
            }
            var (left, right) = (Math.Max(0, i - Reach), Math.Min(text.Length, i + length + Reach));
            if (from >= 0 && (left > to || right - from > LongestWindow))
            {
                Read(ref context, from, to, mail);
                // A window that was cut goes on where the last one can have missed nothing.
                from = Math.Max(left, Math.Min(i, to - Reach));
            }
            else if (from < 0) from = left;
            to = right;
            i += length;
            if (context.IsFull) return;
        }
        if (from >= 0) Read(ref context, from, to, mail);
    }

    /// <summary>An equals sign stands as mail writes it, or breaks a word off at a line's end.</summary>
    private static bool IsMail(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOf('=') is >= 0 and var hit;)
        {
            at += hit + 1;
            if (at + 1 >= text.Length) return false;
            if (text[at] == '3' && text[at + 1] == 'D') return true;
            var line = text[at] == '\n' ? at + 1 : text[at] == '\r' && text[at + 1] == '\n' ? at + 2 : text.Length;
            if (line < text.Length && Chars.IsWord(text[line]) && at > 1 && Chars.IsWord(text[at - 2])) return true;
        }
        return false;
    }

    /// <summary>It stands inside a word, or for a character of one.</summary>
    private static bool Joins(ReadOnlySpan<char> text, int at, int length, char means)
    {
        var end = at + length;
        var ahead = end < text.Length && (Chars.IsWord(text[end]) || text[end] is '\x1b' or '%' or '&' or '\\' or '\0');
        return means != '\0' ? Chars.IsWord(means) || ahead && at > 0 && Chars.IsWord(text[at - 1]) : ahead && at > 0 && (Chars.IsWord(text[at - 1]) || char.IsAsciiLetter(text[at - 1]));
    }

    private static void Read(ref ScanContext context, int from, int to, bool mail)
    {
        var text = context.Text;
        var size = to - from;
        var plain = ArrayPool<char>.Shared.Rent(size);
        var map = ArrayPool<int>.Shared.Rent(size + 1);
        var length = 0;
        for (var i = from; i < to;)
        {
            var veil = Veil.At(text, i, mail, out var means);
            map[length] = i;
            if (veil == 0) plain[length++] = text[i];
            else if (means != '\0') plain[length++] = means;
            i += Math.Max(1, veil);
        }
        map[length] = to;
        context.Work += size;
        foreach (var finding in Scanner.Scan(plain.AsSpan(0, length), context.Surface, s_inner))
        {
            var (start, end) = (map[finding.Start], EndOf(map, finding.End, text));
            if (end - start > finding.End - finding.Start && IsMarked(finding)) context.AddFound(finding with { Start = start, End = Math.Min(end, text.Length) });
        }
        ArrayPool<char>.Shared.Return(plain, clearArray: true);
        ArrayPool<int>.Shared.Return(map);
    }

    /// <summary>What follows the last character is left as it is; what stands for that character goes.</summary>
    private static int EndOf(int[] map, int end, ReadOnlySpan<char> text) => Veil.At(text, map[end - 1], true, out var means) is > 0 and var length
        && means != '\0' ? map[end - 1] + length : map[end - 1] + 1;

    /// <summary>A token known by its form or a card's number: a name beside a value is too little here.</summary>
    public static bool IsMarked(in Finding finding) =>
        finding.Kind == FindingKind.Secret ? !finding.Rule.EndsWith("-assignment", StringComparison.Ordinal) && finding.Severity >= Severity.High : (finding.Classes & DataClass.Pci) != 0;
}
