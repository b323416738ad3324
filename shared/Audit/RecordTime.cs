using System.Globalization;

namespace Sallyport.Audit;

/// <summary>Points in time as people write them.</summary>
internal static class RecordTime
{
    /// <summary>Reads a time: written out as far as one likes, or so long ago.</summary>
    /// <param name="written">What was written; null for none.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="time">As rows have it.</param>
    /// <returns>Why it is none, or null.</returns>
    public static string? Parse(string? written, long now, out string? time)
    {
        time = null;
        if (written is null) return null;
        if (written.Length > 1 && long.TryParse(written.AsSpan(0, written.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < 1_000_000)
        {
            var ago = written[^1] switch
            {
                'm' or 'M' => TimeSpan.FromMinutes(count),
                'h' or 'H' => TimeSpan.FromHours(count),
                'd' or 'D' => TimeSpan.FromDays(count),
                _ => TimeSpan.MinValue,
            };
            if (ago != TimeSpan.MinValue)
            {
                time = RecordLine.Timestamp(Math.Max(0, now - (long)ago.TotalMilliseconds));
                return null;
            }
        }
        time = Prefix(written.Trim());
        return time is null ? $"'{Sanitize.ForTerminal(written)}' is no time. Write 2026-11-21, 2026-11-21T09:30 (UTC), 36h or 7d." : null;
    }

    // Rows are compared as text, so what is written must be the beginning of a row's time: another would match wrongly and say nothing.
    private static string? Prefix(string written)
    {
        var text = written.ToUpperInvariant();
        if (text.Length > 10 && text[^1] == 'Z') text = text[..^1];
        if (text.Length > 10 && text[10] == ' ') text = string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11));
        if (text.Length is not (4 or 7 or 10 or 13 or 16 or 19 or (> 20 and <= 23))) return null;
        for (var i = 0; i < text.Length; i++)
            if (i >= Form.Length || (Form[i] == '0' ? !char.IsAsciiDigit(text[i]) : text[i] != Form[i])) return null;
        // What is left out is filled with what every such time has.
        var whole = string.Concat(text, "0001-01-01T00:00:00.000".AsSpan(text.Length));
        return DateTime.TryParseExact(whole, "yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text : null;
    }

    private const string Form = "0000-00-00T00:00:00.000";
}
