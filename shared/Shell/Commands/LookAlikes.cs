namespace Sallyport.Shell.Commands;

/// <summary>Names of hosts that mix scripts within a label, so that they read as a name they are not: a Cyrillic letter among Latin ones.</summary>
internal static class LookAlikes
{
    private const int LongestLabel = 63;

    /// <summary>True for the address of such a host, as it is written or as <c>xn--</c> and <c>%</c> spell it.</summary>
    public static bool IsMixed(string url)
    {
        var plain = true;
        for (var i = 0; i < url.Length && plain; i++)
            plain = url[i] < '\x80' && url[i] != '%' && !(url[i] is 'x' or 'X' && url.AsSpan(i).StartsWith("xn--", StringComparison.OrdinalIgnoreCase));
        if (plain) return false;
        var start = url.IndexOf("://", StringComparison.Ordinal);
        var host = Hosts.Name(start >= 4 && url.LastIndexOf('+', start) is var plus and >= 0 ? url[(plus + 1)..] : url);
        if (host.Contains('%', StringComparison.Ordinal)) host = Uri.UnescapeDataString(host);
        foreach (var range in host.AsSpan().Split('.'))
        {
            var label = host.AsSpan()[range];
            if (label.Length > LongestLabel) continue;
            if (label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase) ? Decoded(label[4..]) is { } name && Mixes(name) : Mixes(label)) return true;
        }
        return false;
    }

    private static bool Mixes(ReadOnlySpan<char> label)
    {
        var seen = Script.None;
        foreach (var letter in label)
        {
            var script = Of(letter);
            if (script == Script.None) continue;
            if (seen != Script.None && seen != script) return true;
            seen = script;
        }
        return false;
    }

    // Digits, hyphens and marks belong to all. Han, kana and Hangul stand beside Latin in one way of writing.
    private static Script Of(char letter) => letter switch
    {
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '\u00c0' and <= '\u024f') or (>= '\u1e00' and <= '\u1eff') => Script.Latin,
        (>= '\u0370' and <= '\u03ff') or (>= '\u1f00' and <= '\u1fff') => Script.Greek,
        (>= '\u0400' and <= '\u052f') or (>= '\u1c80' and <= '\u1c8f') => Script.Cyrillic,
        >= '\u0530' and <= '\u058f' => Script.Armenian,
        >= '\u0590' and <= '\u05ff' => Script.Hebrew,
        >= '\u0600' and <= '\u06ff' => Script.Arabic,
        (>= '\u10a0' and <= '\u10ff') or (>= '\u2d00' and <= '\u2d2f') => Script.Georgian,
        (>= '\u13a0' and <= '\u13ff') or (>= '\uab70' and <= '\uabbf') => Script.Cherokee,
        _ => Script.None,
    };

    /// <summary>A label decoded from Punycode (RFC 3492); null where it is none.</summary>
    private static string? Decoded(ReadOnlySpan<char> text)
    {
        var delimiter = text.LastIndexOf('-');
        var output = new List<char>(delimiter > 0 ? text[..delimiter].ToArray() : []);
        var (n, at, bias) = (128, 0, 72);
        for (var i = delimiter + 1; i < text.Length;)
        {
            var (before, weight) = (at, 1);
            for (var k = 36; ; k += 36)
            {
                if (i >= text.Length) return null;
                var digit = char.ToLowerInvariant(text[i++]) switch { >= 'a' and <= 'z' and var c => c - 'a', >= '0' and <= '9' and var c => c - '0' + 26, _ => -1 };
                if (digit < 0 || digit > (int.MaxValue - at) / weight) return null;
                at += digit * weight;
                var threshold = Math.Clamp(k - bias, 1, 26);
                if (digit < threshold) break;
                if (weight > int.MaxValue / (36 - threshold)) return null;
                weight *= 36 - threshold;
            }
            bias = Adapted(at - before, output.Count + 1, before == 0);
            n += at / (output.Count + 1);
            at %= output.Count + 1;
            if (n is > 0xffff or < 128) return null;
            output.Insert(at++, (char)n);
        }
        return new string([.. output]);
    }

    private static int Adapted(int delta, int count, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > 455; k += 36) delta /= 35;
        return k + (36 * delta / (delta + 38));
    }

    private enum Script : byte
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Armenian,
        Hebrew,
        Arabic,
        Georgian,
        Cherokee,
    }
}
