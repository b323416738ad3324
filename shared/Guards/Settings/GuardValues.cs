using System.Globalization;
using Sallyport.Detection;

namespace Sallyport.Guards.Settings;

/// <summary>Brings written values to their normal form; null where they are not allowed.</summary>
internal static class GuardValues
{
    /// <summary>A whole number in a range.</summary>
    public static Func<string, string?> Number(int least, int most) => written =>
        int.TryParse(written.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>One of two words.</summary>
    public static Func<string, string?> OneOf(string a, string b) => written => written.Trim().ToLowerInvariant() is var word && (word == a || word == b) ? word : null;

    /// <summary>true or false, in the words that are usual in variables.</summary>
    public static string? Flag(string written) => written.Trim().ToLowerInvariant() switch
    {
        "1" or "true" or "yes" or "y" or "on" => "true",
        "0" or "false" or "no" or "n" or "off" => "false",
        _ => null,
    };

    /// <summary>Seconds, brought into the range of milliseconds that a hook can wait.</summary>
    public static string? Seconds(string written) => Clamp(written, 1000);

    /// <summary>Milliseconds, brought into the range that a hook can wait.</summary>
    public static string? Milliseconds(string written) => Clamp(written, 1);

    /// <summary>A cooldown: out of range counts as the default, as for those who set it so far.</summary>
    public static string? Cooldown(string written) =>
        int.TryParse(written.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 300 ? written.Trim() : "300";

    /// <summary>What may stand in a header: a line break in a token would be another header.</summary>
    public static string? HeaderValue(string written)
    {
        var value = written.Trim();
        if (value.Length is 0 or > 16_384) return null;
        foreach (var c in value)
            if (c is <= ' ' or > '~') return null;
        return value;
    }

    /// <summary>Short printable text.</summary>
    public static string? Printable(string written)
    {
        if (written.Length is 0 or > 200) return null;
        foreach (var c in written)
            if (c is < ' ' or > '~') return null;
        return written;
    }

    /// <summary>Fail modes.</summary>
    public static string? Modes(string written) => FailModes.Parse(written)?.ToString();

    /// <summary>A list of surfaces.</summary>
    public static string? SurfaceList(string written)
    {
        var kept = new List<string>();
        foreach (var part in written.Split(','))
        {
            if (Surfaces.Parse(part.Trim()) is not { } surface) return null;
            if (!kept.Contains(surface.Word())) kept.Add(surface.Word());
        }
        return string.Join(',', kept);
    }

    /// <summary>An address that may be asked: https, or http to this very machine; no user, no query, no fragment.</summary>
    public static string? Address(string written)
    {
        if (!Uri.TryCreate(written.Trim(), UriKind.Absolute, out var address)) return null;
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 || address.Host.Length == 0) return null;
        if (address.Scheme != "https" && !(address.Scheme == "http" && IsThisMachine(address))) return null;
        return address.AbsoluteUri.TrimEnd('/');
    }

    /// <summary>True where the host is a loopback address, or the name that means one.</summary>
    public static bool IsThisMachine(Uri address) => address.IsLoopback;

    private static string? Clamp(string written, int unit) =>
        int.TryParse(written.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? Math.Clamp((long)number * unit, 100, 20_000).ToString(CultureInfo.InvariantCulture) : null;
}
