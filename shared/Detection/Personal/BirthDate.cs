namespace Sallyport.Detection.Personal;

/// <summary>A date that words call somebody's birth.</summary>
internal static class BirthDate
{
    public static readonly DetectionRule Rule = new("date-of-birth", FindingKind.Pii, Severity.High, DataClass.Pii,
        "A date, in figures or with the month's name, where words say it is a birth.")
    {
        Cases = static () => new(
            ["DOB: 04/12/1985", "date_of_birth=1985-12-04", "born on 12 March 1985", "dob=19851204", "Birth date: March 12, 1985", "geboren am 12.03.1985", "dateOfBirth\": \"1985-12-04\""],
            ["04/12/1985", "born in 1985", "dob=19851399", "build 19851204", "birth rate 12.3", "dob: 99/99/1985", "released 2024-01-02", "the birth of UNIX, version 1985.12", "{\"type\":\"birth\",\"version\":\"2.12.10\"}"]),
    };

    /// <param name="context">The scan.</param>
    /// <param name="start">Where a short number starts.</param>
    /// <param name="numberEnd">Where it ends.</param>
    /// <returns>The end of what was found, or 0.</returns>
    public static int Recognise(ref ScanContext context, int start, int numberEnd)
    {
        if (numberEnd - start == 8) return Compact(ref context, start);
        // Nearly every number is followed by something else than a date goes on with.
        if (numberEnd >= context.Text.Length || context.Text[numberEnd] is not ('/' or '-' or '.' or ' ' or ',')) return 0;
        var end = context.Text[numberEnd] is ' ' or ',' ? 0 : InFigures(context.Text, start);
        if (end == 0) end = WithName(context.Text, start, numberEnd);
        if (end == 0 || (Labels.Last(context.Text, start) & Label.Version) != 0 || (Labels.Ahead(ref context, start) & Label.Birth) == 0) return 0;
        if (end < 0) (start, end) = (-end, numberEnd + 6);
        context.Add(Rule, start, end, 88);
        return end;
    }

    /// <summary>19851204.</summary>
    private static int Compact(ref ScanContext context, int start)
    {
        var digits = context.Text.Slice(start, 8);
        if (!Checksums.AreDigits(digits) || !Dates.Valid(int.Parse(digits[..4]), int.Parse(digits[4..6]), int.Parse(digits[6..])) || (Labels.Ahead(ref context, start) & Label.Birth) == 0) return 0;
        context.Add(Rule, start, start + 8, 80);
        return start + 8;
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

    public static bool BeginsMonth(char c) => (char)(c | 0x20) is 'j' or 'f' or 'm' or 'a' or 's' or 'o' or 'n' or 'd';

    /// <returns>The end; or, below zero, where the month's name before the day starts.</returns>
    private static int WithName(ReadOnlySpan<char> text, int dayStart, int dayEnd)
    {
        if (dayEnd - dayStart > 4 || !char.IsAsciiDigit(text[dayStart]) || dayEnd >= text.Length || text[dayEnd] is not (' ' or ',' or '.')) return 0;
        var after = text[dayEnd..Math.Min(text.Length, dayEnd + 24)];
        var skipped = 1;
        while (skipped < after.Length && after[skipped] is ' ' or ',' or '.') skipped++;
        var words = after[skipped..];
        var follows = after is [',', ' ', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..];
        if (!follows && (words.IsEmpty || !BeginsMonth(words[0]))) return 0;
        var name = 0;
        while (name < words.Length && char.IsAsciiLetter(words[name])) name++;
        if (Dates.Month(words[..name]) > 0)
        {
            var rest = words[name..].TrimStart(" ,.");
            var year = rest.Length >= 4 && Checksums.AreDigits(rest[..4]) ? 4 : 0;
            return year == 0 ? 0 : dayEnd + after.Length - rest.Length + year;
        }
        if (!follows) return 0;
        var before = text[Math.Max(0, dayStart - 14)..dayStart].TrimEnd(' ');
        var start = before.Length;
        while (start > 0 && char.IsAsciiLetter(before[start - 1])) start--;
        if (Dates.Month(before[start..]) == 0) return 0;
        return -(dayStart - (text[Math.Max(0, dayStart - 14)..dayStart].Length - start));
    }
}
