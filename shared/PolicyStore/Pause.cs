using System.Globalization;
using System.Text;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>
/// A pause that the person ordered: until it ends, policy and plan are recorded and do not stop anything. What protects Sallyport itself
/// goes on.
/// </summary>
internal static class Pause
{
    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Reads <c>10m</c>, <c>90s</c> or <c>1h</c>; null where it is no duration of one second to an hour.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 3600) return null;
        TimeSpan? length = text[^1] switch { 's' => TimeSpan.FromSeconds(number), 'm' => TimeSpan.FromMinutes(number), 'h' => TimeSpan.FromHours(number), _ => null };
        return length <= Longest ? length : null;
    }

    /// <summary>Until when every session is paused from the person's terminal; null where none is, or what says so is no such file.</summary>
    public static Deadline? OfAll(DataDirectory data)
    {
        if (AtomicFile.Read(PolicyPaths.Pause(data), 96) is not { } bytes) return null;
        var parts = Encoding.UTF8.GetString(bytes.Span).Trim().Split(' ');
        return parts.Length == 3 && Number(parts[0]) is { } until && Number(parts[1]) is { } begun && Number(parts[2]) is { } ticks ? new Deadline(until, begun, ticks) : null;
    }

    /// <summary>Pauses every session; null ends it.</summary>
    public static void SetAll(DataDirectory data, Deadline? until)
    {
        if (until is not { } set) File.Delete(PolicyPaths.Pause(data));
        else AtomicFile.Write(PolicyPaths.Pause(data), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{set.At} {set.Begun} {set.Ticks}")), durable: true);
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
