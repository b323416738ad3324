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
        if (written.Length > 1 && long.TryParse(written.AsSpan(0, written.Length - 1), out var count) && count is >= 0 and < 1_000_000)
        {
            var ago = written[^1] switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                _ => TimeSpan.MinValue,
            };
            if (ago != TimeSpan.MinValue)
            {
                time = RecordLine.Timestamp(now - (long)ago.TotalMilliseconds);
                return null;
            }
        }
        if (written.Length < 4 || !char.IsAsciiDigit(written[0])) return $"'{Sanitize.ForTerminal(written)}' is no time. Write 2026-11-21, 2026-11-21T09:30, 36h or 7d.";
        time = written.ToUpperInvariant();
        return null;
    }
}
