using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection.Personal;

/// <summary>Personal data that holds a digit: asked at the first digit of each word.</summary>
internal static class Numbers
{
    private const int LongestWord = 100;

    /// <summary>Of a person's numbers only an account's is longer, and it starts with its country and two digits.</summary>
    public const int LongestNumber = 19;

    public static readonly Family Family = new("personal-numbers", Rules)
    {
        Kinds = FindingKinds.Pii,
        Characters = "0123456789",
    };

    private static IReadOnlyList<DetectionRule> Rules() =>
    [
        PaymentCard.Rule, Iban.Rule, SocialSecurity.Rule, .. NationalNumbers.All.Select(static n => n.Rule), Phone.Rule, .. Network.Rules, .. BankAccount.Rules,
        .. Wallet.Rules, .. Health.Rules, .. Documents.Rules, BirthDate.Rule, StreetAddress.Rule,
    ];

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var start = WordStart(text, at);
        if (start == at && IsTimestamp(text, at, out var after)) return after;
        var end = context.LettersEnd(at);
        context.Work += Math.Min(end - start, LongestWord);
        if (end - start >= LongestWord) return end;
        var digitsEnd = at + 1;
        while (digitsEnd < end && char.IsAsciiDigit(text[digitsEnd])) digitsEnd++;

        if (PlainNumber.Is(text, start, at, digitsEnd, end)) return end;
        // Of all that a number can be only a patient's or a member's may begin so.
        if (PlainNumber.BeginsUuid(text, start, end) && (Labels.Ahead(ref context, start) & (Label.Record | Label.HealthPlan)) == 0) return end;
        return Ask(ref context, start, at, end);
    }

    /// <summary>Asks every recogniser that knows such a word.</summary>
    /// <param name="context">The scan.</param>
    /// <param name="start">Where the word starts.</param>
    /// <param name="at">Its first digit.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>The end of what was found, or of the word.</returns>
    internal static int Ask(ref ScanContext context, int start, int at, int end)
    {
        var text = context.Text;
        var found = Network.RecogniseIpv4(ref context, start, end);
        if (found == 0) found = Wallet.Recognise(ref context, start, end);
        var digits = DigitsAhead(text, at);
        if (found == 0 && MayBeNumber(text, start, end, digits) && !IsHash(text[start..end])) found = RecogniseChains(ref context, start);
        if (found == 0 && end - start is <= 4 or 8) found = BirthDate.Recognise(ref context, start, end);
        if (found == 0 && digits >= Phone.FewestDigits) found = Phone.Recognise(ref context, at, end);
        if (found == 0) found = StreetAddress.Recognise(ref context, start, end);
        return Math.Max(end, found);
    }

    /// <summary>2031-05-04 12:00:01, 2031-05-04T12:00: a day with an hour is no date of birth and no number. Logs are full of them.</summary>
    private static bool IsTimestamp(ReadOnlySpan<char> text, int at, out int after)
    {
        after = at;
        if (at + 16 > text.Length || text[at + 4] is not ('-' or '/') || text[at + 7] != text[at + 4] || text[at + 10] is not (' ' or 'T' or '_') || text[at + 13] != ':') return false;
        if ((DigitsOf(text.Slice(at, 16)) & TimestampDigits) != TimestampDigits) return false;
        after = at + 16;
        while (after < text.Length && (char.IsAsciiDigit(text[after]) || text[after] is ':' or '.' or ',' && after + 1 < text.Length && char.IsAsciiDigit(text[after + 1]))) after++;
        return true;
    }

    /// <summary>The digits of sixteen characters, a bit each.</summary>
    private static uint DigitsOf(ReadOnlySpan<char> sixteen)
    {
        var units = MemoryMarshal.Cast<char, ushort>(sixteen);
        var (zero, nine) = (Vector128.Create((ushort)'0'), Vector128.Create((ushort)9));
        var low = Vector128.LessThanOrEqual(Vector128.Create(units[..8]) - zero, nine);
        var high = Vector128.LessThanOrEqual(Vector128.Create(units[8..]) - zero, nine);
        return low.ExtractMostSignificantBits() | high.ExtractMostSignificantBits() << 8;
    }

    /// <summary>Of <c>2031-05-04 12:00</c>.</summary>
    private const uint TimestampDigits = 0b11_0_11_0_11_0_11_0_1111;

    public static bool GoesOn(char c) => c is ' ' or '-' or '.' or '/' or '(' or ')' or ',';

    /// <summary>How many digits stand close together from here on: most words with a digit in them are told apart by this alone.</summary>
    public static int DigitsAhead(ReadOnlySpan<char> text, int at)
    {
        var (digits, gap) = (0, 0);
        for (var i = at; i < text.Length && gap < 4 && digits < 8; i++)
        {
            if (char.IsAsciiDigit(text[i])) (digits, gap) = (digits + 1, 0);
            else if (text[i] is ' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '\u2011' or '\u2013') gap++;
            else break;
        }
        return digits;
    }

    /// <summary>Words that mix cases, and those longer than any number of a person's: digests, keys, base 64.</summary>
    private static bool IsHash(ReadOnlySpan<char> word)
    {
        if (word.Length < 3) return false;
        if (word.ContainsAnyInRange('a', 'z') && word.ContainsAnyInRange('A', 'Z')) return true;
        return word.Length > LongestNumber && !(char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[1]) && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]));
    }

    private static bool MayBeNumber(ReadOnlySpan<char> text, int start, int end, int digitsAhead)
    {
        if (char.IsAsciiDigit(text[start]) && digitsAhead >= 6) return true;
        var (length, digits) = (end - start, 0);
        foreach (var c in text[start..end]) digits += char.IsAsciiDigit(c) ? 1 : 0;
        if (digits == length) return false;
        if (length >= 7 && digits >= 4) return true;
        // GB29 NWBK, 1EG4-TE5; E11.9; and ABCD123456 is long enough already.
        return length == 4 && digits >= 2 && end < text.Length && text[end] is ' ' or '-' || length >= 11 && digits >= 2 && digitsAhead < 8
            || length is >= 3 and <= 7 && char.IsAsciiLetterUpper(text[start]) && char.IsAsciiDigit(text[start + 1]);
    }

    /// <returns>The end of what was found, or 0.</returns>
    private static int RecogniseChains(ref ScanContext context, int start)
    {
        var prefix = PrefixStart(context.Text, start);
        if (prefix == start && Chain.IsJoinedLeft(context.Text, start)) return 0;
        var chain = new Chain(context.Text);
        // Some numbers begin with a word of letters alone: AB 12 34 56 C, X-1234567-L.
        if (prefix < start && chain.Read(prefix))
        {
            var around = Labels.Around(ref context, prefix, chain[chain.Count - 1].End);
            var found = NationalNumbers.Recognise(ref context, chain, around);
            if (found == 0) found = Health.Recognise(ref context, chain, around);
            if (found > 0) return found;
        }
        if (!chain.Read(start) || chain.JoinedLeft || IsDateOrFraction(chain)) return 0;
        if (chain.Compact(chain.Count).Length < (char.IsAsciiDigit(context.Text[start]) ? 6 : 3)) return 0;

        if (!MayHold(chain)) return 0;

        var labels = Labels.Around(ref context, start, chain[chain.Count - 1].End);
        var end = PaymentCard.Recognise(ref context, chain, labels);
        if (end == 0) end = Iban.Recognise(ref context, chain);
        if (end == 0) end = SocialSecurity.Recognise(ref context, chain, labels);
        if (end == 0) end = NationalNumbers.Recognise(ref context, chain, labels);
        if (end == 0) end = BankAccount.Recognise(ref context, chain, labels);
        if (end == 0) end = Health.Recognise(ref context, chain, labels);
        if (end == 0) end = Documents.Recognise(ref context, chain, labels);
        return end;
    }

    /// <summary>Whether anything below could be there, whatever the words around it say: "200 133ms 22000B" is nothing, and reading words costs more.</summary>
    private static bool MayHold(in Chain chain)
    {
        var first = chain[0].Length;
        if (first >= 6 || char.IsAsciiLetter(chain.Compact(1)[0]) || chain.Count > 1 && chain[1].Separator is not (' ' or '.' or '/')) return true;
        if (chain.Count >= 3 && (first, chain[1].Length, chain[2].Length) is ((3, 2, 4) or (2, 2, 2))) return true;
        var digits = Outline.DigitsOf(chain.Compact(chain.Count));
        for (var pieces = 2; pieces <= Math.Min(6, chain.Count); pieces++)
        {
            // The number of a health plan, or a card.
            var length = chain[pieces - 1].CompactEnd;
            if (length == 11 && pieces <= 3 || length is >= 12 and <= 19 && (~digits & ((1UL << length) - 1)) == 0) return true;
        }
        return NationalNumbers.MayHold(chain, digits);
    }

    // 2024-01-02 and 0.123456 are most of what looks like a grouped number.
    private static bool IsDateOrFraction(in Chain chain) =>
        chain.Count >= 2 && Checksums.AreDigits(chain.Compact(2)) && (chain.Count >= 3 && chain[0].Length == 4 && chain[1] is { Length: 2, Separator: '-' or '/' } && chain[2].Length == 2
            || chain.Count == 2 && chain[1].Separator == '.');

    // The letters before the digit belong to the word, but not the n of an escaped line break.
    private static int WordStart(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestWord && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return start > 0 && start < at && text[start - 1] == '\\' && text[start] is 'n' or 'r' or 't' && start < at ? start + 1 : start;
    }

    private static int PrefixStart(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] is not (' ' or '-')) return start;
        var prefix = start - 1;
        while (prefix > 0 && start - prefix <= 3 && char.IsAsciiLetterUpper(text[prefix - 1])) prefix--;
        return prefix == start - 1 || start - prefix > 3 || prefix > 0 && Chars.IsWord(text[prefix - 1]) ? start : prefix;
    }
}
