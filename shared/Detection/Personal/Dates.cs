namespace Sallyport.Detection.Personal;

/// <summary>Dates a living person can be born on.</summary>
internal static class Dates
{
    public static bool Valid(int year, int month, int day) =>
        year is >= 1900 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A two-digit year: right in either century.</summary>
    public static bool ValidShort(int year, int month, int day) => Valid(1900 + year, month, day) || Valid(2000 + year, month, day);

    /// <summary>YYMMDD.</summary>
    public static bool YearFirst(ReadOnlySpan<char> digits) => ValidShort(int.Parse(digits[..2]), int.Parse(digits[2..4]), int.Parse(digits[4..6]));

    /// <summary>DDMMYY.</summary>
    public static bool DayFirst(ReadOnlySpan<char> digits) => ValidShort(int.Parse(digits[4..6]), int.Parse(digits[2..4]), int.Parse(digits[..2]));

    /// <summary>The month a name stands for, in full or by its first three letters; 0 for none.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > 9) return 0;
        Span<char> lower = stackalloc char[9];
        var length = word.ToLowerInvariant(lower);
        ReadOnlySpan<char> name = lower[..length];
        var month = name[..3] switch
        {
            "jan" => 1,
            "feb" => 2,
            "mar" => 3,
            "apr" => 4,
            "may" => 5,
            "jun" => 6,
            "jul" => 7,
            "aug" => 8,
            "sep" => 9,
            "oct" => 10,
            "nov" => 11,
            "dec" => 12,
            _ => 0,
        };
        return month > 0 && (length == 3 || name.SequenceEqual(Name(month)) || month == 9 && name is "sept") ? month : 0;
    }

    private static string Name(int month) => month switch
    {
        1 => "january",
        2 => "february",
        3 => "march",
        4 => "april",
        5 => "may",
        6 => "june",
        7 => "july",
        8 => "august",
        9 => "september",
        10 => "october",
        11 => "november",
        _ => "december",
    };
}
