namespace Sallyport.Detection.Personal;

/// <summary>Telephone numbers: international ones by their plus, North American ones by their shape, others by the words around them.</summary>
internal static class Phone
{
    public static readonly DetectionRule Rule = new("phone-number", FindingKind.Pii, Severity.Medium, DataClass.Pii,
        "A telephone number: international, North American, or national where words say so.")
    {
        Cases = static () => new(
            [
                "+44 20 7946 0958", "+14155552671", "call (415) 555-2671", "415-555-2671", "+49 (0)30 901820", "Phone: 780 6326", "tel. 01.84.17.61.18", "mobile 0487 98 11 92",
                "Fax: 345-899-3560x4587", "reach me at 0961-7596216", "001-518-640-0854", "phone=4155552671", "(72) 754-186 office phone", "+65 6123 4567", "Tél : 01 23 45 67 89", "電話 03-1234-5678",
            ],
            [
                "version 1.2.3", "2024-01-02 10:11:12", "1700000000", "x = 415 + 555", "10.0.0.1", "+0000", "port 8080", "192-168-1-1", "9999-999-9999-99", "123-456-7890", "pid 4155552671",
                "call 1234", "id 4155552671", "a+14155552671b", "call func at 0x7fff 1234 5678", "2024.10.11 office hours",
            ]),
    };

    public const int FewestDigits = 6;

    /// <param name="context">The scan.</param>
    /// <param name="at">The first digit of a word.</param>
    /// <param name="wordEnd">The end of that word.</param>
    /// <returns>The end of what was found, or 0.</returns>
    public static int Recognise(ref ScanContext context, int at, int wordEnd)
    {
        var text = context.Text;
        var start = at;
        while (start > 0 && at - start < 3 && text[start - 1] is '+' or '(' && start > 0) start--;
        if (start > 0 && (Chars.IsWord(text[start - 1]) && !EndsEscape(text, start) || text[start - 1] is '.' or '/' or '#' or '$' or '%' && (start < 2 || text[start - 2] != ' '))) return 0;
        var number = DialString.Read(text, start);
        if (number.Digits < FewestDigits || number.End < wordEnd) return 0;

        var confidence = Judge(ref context, number);
        if (confidence == 0) return 0;
        context.Add(Rule, number.Start, number.End, confidence);
        return number.End;
    }

    private static bool EndsEscape(ReadOnlySpan<char> text, int end) => end > 1 && text[end - 2] == '\\' && text[end - 1] is 'n' or 't' or 'r' && end > 1;

    private static int Judge(ref ScanContext context, in DialString number)
    {
        var text = context.Text;
        if (number.Plus) return International(text, number);
        if (number.LooksLikeDate || number.LooksLikeAddress || number is { Groups: 1, Digits: < 7 or > 13 }) return 0;
        var labels = Labels.Around(ref context, number.Start, number.End);
        if ((labels & Label.Phone) != 0 && (labels & Label.Version) == 0)
            return number.Digits is >= 6 and <= 15 && (number.Groups == 1 ? number.Digits is >= 7 and <= 13 : number.Shortest >= 2) ? 85 : 0;
        if (number.Groups == 1 || ((Labels.Nearest(text, number.Start) & Label.Reference) | labels & Label.Version) != 0) return 0;
        if (number.IsNorthAmerican) return (labels & Label.Reach) != 0 ? 85 : number.Spaced ? 0 : 70;
        var dialled = number.Digits is >= 8 and <= 12 && number.Shortest >= 2;
        if ((labels & Label.Reach) == 0) return dialled && number is { Pairs: true, Leading: '0', Spaced: false } ? 55 : 0;
        return dialled && (number.Leading == '0' || number.Groups == 3 && number.Longest <= 4) || number is { Groups: 2, Digits: 7, Shortest: 3 } ? 70 : 0;
    }

    private static int International(ReadOnlySpan<char> text, in DialString number)
    {
        if (number.Digits is < 8 or > 15 || number.Leading == '0') return 0;
        // No area of North America begins with 0 or 1, and its numbers have ten digits.
        if (number.Leading == '1' && number.Digits != 11) return 0;
        // A diff marks each added line with a plus: there, ten digits in a row are any number.
        var lineStart = number.Start == 0 || text[number.Start - 1] == '\n';
        return lineStart && number.Groups == 1 && number.Digits < 11 ? 0 : number.Groups == 1 ? 80 : 90;
    }
}
