namespace Sallyport.Detection.Personal;

/// <summary>A date that words call somebody's birth.</summary>
internal static class BirthDate
{
    public static readonly DetectionRule Rule = new("date-of-birth", FindingKind.Pii, Severity.High, DataClass.Pii,
        "A date, in figures or with the month's name, where words say it is a birth.")
    {
        Cases = static () => new(
            ["DOB: 04/12/1985", "date_of_birth=1985-12-04", "born on 12 March 1985", "Birth date: March 12, 1985", "geboren am 12.03.1985", "dateOfBirth\": \"1985-12-04\""],
            ["04/12/1985", "born in 1985", "birth rate 12.3", "dob: 99/99/1985", "released 2024-01-02", "the birth of UNIX, version 1985.12"]),
    };

    public static int Recognise(ref ScanContext context, Chain.Piece first)
    {
        var end = InFigures(context.Text, first.Start);
        if (end == 0) end = WithName(context.Text, first);
        if (end == 0 || (Labels.Ahead(context.Text, first.Start) & Label.Birth) == 0) return 0;
        var start = first.Start;
        if (end < 0) (start, end) = (-end, first.End + 6);
        context.Add(Rule, start, end, 88);
        return end;
    }

    private static int InFigures(ReadOnlySpan<char> text, int start)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var at = start;
        var separator = '\0';
        for (var part = 0; part < 3; part++)
        {
            var from = at;
            while (at < text.Length && at - from < 5 && char.IsAsciiDigit(text[at])) parts[part] = parts[part] * 10 + text[at++] - '0';
            lengths[part] = at - from;
            if (lengths[part] is 0 or > 4) return 0;
            if (part == 2) break;
            if (at >= text.Length || text[at] is not ('/' or '-' or '.') || part == 1 && text[at] != separator) return 0;
            separator = text[at++];
        }
        if (at < text.Length && char.IsAsciiDigit(text[at])) return 0;
        var valid = lengths[0] == 4
            ? Dates.Valid(parts[0], parts[1], parts[2])
            : lengths[2] == 4
                ? Dates.Valid(parts[2], parts[1], parts[0]) || Dates.Valid(parts[2], parts[0], parts[1])
                : lengths[2] == 2 && (Dates.ValidShort(parts[2], parts[1], parts[0]) || Dates.ValidShort(parts[2], parts[0], parts[1]));
        return valid ? at : 0;
    }

    /// <returns>The end; or, below zero, where the month's name before the day starts.</returns>
    private static int WithName(ReadOnlySpan<char> text, Chain.Piece day)
    {
        if (day.Length > 4 || !char.IsAsciiDigit(text[day.Start])) return 0;
        var after = text[day.End..Math.Min(text.Length, day.End + 24)];
        var skipped = after.Length - after.TrimStart(" ,.").Length;
        var words = after[skipped..];
        var name = 0;
        while (name < words.Length && char.IsAsciiLetter(words[name])) name++;
        if (Dates.Month(words[..name]) > 0)
        {
            var rest = words[name..].TrimStart(" ,.");
            var year = rest.Length >= 4 && Checksums.AreDigits(rest[..4]) ? 4 : 0;
            return year == 0 ? 0 : day.End + after.Length - rest.Length + year;
        }
        var before = text[Math.Max(0, day.Start - 14)..day.Start].TrimEnd(' ');
        var start = before.Length;
        while (start > 0 && char.IsAsciiLetter(before[start - 1])) start--;
        if (Dates.Month(before[start..]) == 0) return 0;
        return after is [',', ' ', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..]
            ? -(day.Start - (text[Math.Max(0, day.Start - 14)..day.Start].Length - start))
            : 0;
    }
}
