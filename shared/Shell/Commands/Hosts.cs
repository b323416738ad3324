namespace Sallyport.Shell.Commands;

/// <summary>Hosts and URLs as text.</summary>
internal static class Hosts
{
    /// <summary>The host of a URL or <c>host:port</c>, lower case, brackets kept off.</summary>
    public static string Name(string url)
    {
        var text = url.AsSpan();
        var scheme = text.IndexOf("://");
        if (scheme >= 0) text = text[(scheme + 3)..];
        // What stands in front of an @ says who asks, known or not.
        var authority = text.IndexOfAny("/?#") is >= 0 and var slash ? text[..slash] : text;
        if (authority.LastIndexOf('@') is >= 0 and var user) text = text[(user + 1)..];
        // An unknown part ends the name: `http://169.254.170.2$PATH_OF_TOKEN` asks that host.
        var end = text.IndexOfAny("/?#$");
        if (end > 0) text = text[..end];
        else if (end == 0 && text[0] != '$') text = "";
        if (text.StartsWith("["))
        {
            var close = text.IndexOf(']');
            return close < 0 ? text[1..].ToString() : text[1..close].ToString();
        }
        var colon = text.IndexOf(':');
        if (colon >= 0) text = text[..colon];
        return text.ToString().ToLowerInvariant();
    }

    /// <summary>The port written in a URL, or 0.</summary>
    public static int Port(string url)
    {
        var text = url.AsSpan();
        var scheme = text.IndexOf("://");
        if (scheme >= 0) text = text[(scheme + 3)..];
        var end = text.IndexOfAny("/?#");
        if (end >= 0) text = text[..end];
        var colon = text.LastIndexOf(':');
        return colon >= 0 && int.TryParse(text[(colon + 1)..], out var port) ? port : 0;
    }

    /// <summary>This machine.</summary>
    public static bool IsLocal(string url) => Name(url) is "localhost" or "127.0.0.1" or "::1" or "0.0.0.0" or "" or "host.docker.internal"
        || Name(url).StartsWith("127.", StringComparison.Ordinal) || Name(url).EndsWith(".localhost", StringComparison.Ordinal);

    /// <summary>A bare IPv4 address, not a name.</summary>
    public static bool IsAddress(string url)
    {
        var name = Name(url).AsSpan();
        foreach (var c in name)
            if (!char.IsAsciiDigit(c) && c != '.') return false;
        return name.Count('.') == 3;
    }

    /// <summary>The address at which a cloud hands its machines their credentials, in whatever notation.</summary>
    public static bool IsMetadata(string url)
    {
        var name = Name(url);
        return name is "metadata.google.internal" or "metadata.goog" or "metadata" or "instance-data" or "100.100.100.200" or "168.63.129.16"
            or "fd00:ec2::254" or "169.254.170.2" or "169.254.170.23" or "192.0.0.192"
            || IsLinkLocalMetadata(name);
    }

    // 169.254.169.254 may be written as one number, in hexadecimal or octal, or with parts left out.
    private static bool IsLinkLocalMetadata(string name)
    {
        if (name.Contains(':', StringComparison.Ordinal)) return name.EndsWith(":169.254.169.254", StringComparison.Ordinal) || name.EndsWith("a9fe:a9fe", StringComparison.Ordinal);
        var parts = name.Split('.');
        if (parts.Length > 4) return name.StartsWith("169.254.169.254.", StringComparison.Ordinal);
        ulong address = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (Part(parts[i]) is not { } part) return false;
            address = i == parts.Length - 1 ? (address << (8 * (4 - i))) | part : (address << 8) | part;
        }
        return address == 0xA9FEA9FE;
    }

    private static ulong? Part(string text)
    {
        if (text.Length == 0) return null;
        if (text.StartsWith("0x", StringComparison.Ordinal)) return ulong.TryParse(text.AsSpan(2), System.Globalization.NumberStyles.HexNumber, null, out var hex) ? hex : null;
        if (text[0] != '0' || text.Length == 1) return ulong.TryParse(text, out var number) ? number : null;
        ulong octal = 0;
        foreach (var c in text)
        {
            if (c is < '0' or > '7' || octal > uint.MaxValue) return null;
            octal = octal * 8 + (ulong)(c - '0');
        }
        return octal;
    }
}
