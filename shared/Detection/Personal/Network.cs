using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Personal;

/// <summary>Addresses that lead to one person's line or machine. Loopback, private and reserved ones lead nowhere and are left alone.</summary>
internal static class Network
{
    private static readonly DetectionRule Ipv4 = new("ipv4-address", FindingKind.Pii, Severity.Low, DataClass.Pii,
        "A public IPv4 address; not loopback, private, multicast, a well-known resolver, or a version.")
    {
        Cases = static () => new(
            ["client 93.184.216.35 connected", "from 93.184.216.34", "85.214.132.117:443", "ip=85.214.132.117", "http://85.214.132.117/x"],
            ["127.0.0.1", "203.0.113.77", "10.0.0.5", "192.168.1.1", "172.16.3.4", "169.254.169.254", "0.0.0.0/0", "8.8.8.8", "version 4.18.30.2", "1.2.3.4.5",
                "v85.214.132.117", "256.1.1.1", "255.255.255.0", "01.2.3.4", "Chrome/91.0.44.12"]),
    };

    private static readonly DetectionRule Ipv6 = new("ipv6-address", FindingKind.Pii, Severity.Low, DataClass.Pii, "A global IPv6 address; not loopback, link-local, unique-local or multicast.")
    {
        Cases = static () => new(
            ["2a02:8109:9440:1b2c:85a:1c0f:2d3e:9f01", "from 2a00:1450:4001:81b::200e", "[2606:2800:220:1:248:1893:25c8:1946]:443", "2607:f8b0::1"],
            ["::1", "fe80::1ff:fe23:4567:890a", "fd00::1", "12:30:45", "std::vector", "a:b:c", "ff02::1", "2001::", "dead:beef", "00:11:22:33:44:55:66:77", "2001:db8:1:2:3:4:5:6"]),
    };

    private static readonly DetectionRule Mac = new("mac-address", FindingKind.Pii, Severity.Low, DataClass.Pii, "The hardware address of one machine: six pairs, unicast, not all alike.")
    {
        Cases = static () => new(
            ["ether 3c:22:fb:9a:10:7e", "3C-22-FB-9A-10-7E"],
            ["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:fb", "3c:22:fb:9a:10:7e:aa:bb", "12:30:45", "3c:22:fb:9a:10", "3c:22-fb:9a:10:7e"]),
    };

    public static readonly DetectionRule[] Rules = [Ipv4, Ipv6, Mac];

    /// <summary>Asked at colons and dashes between hexadecimal digits, which IPv6 and hardware addresses hold.</summary>
    public static readonly Family Colons = new("personal-network", static () => [])
    {
        Kinds = FindingKinds.Pii,
        AfterWord = ":-",
        Signs = ":: :0 :1 :2 :3 :4 :5 :6 :7 :8 :9 :a :b :c :d :e :f -: -0 -1 -2 -3 -4 -5 -6 -7 -8 -9 -a -b -c -d -e -f",
    };

    /// <returns>The end of what was found or ruled out, or 0.</returns>
    public static int RecogniseIpv4(ref ScanContext context, int start, int end)
    {
        var text = context.Text;
        if (end - start > 3 || end >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[start])) return 0;
        var (at, value) = (start, 0u);
        for (var octet = 0; octet < 4; octet++)
        {
            var from = at;
            var number = 0;
            while (at < text.Length && at - from < 4 && char.IsAsciiDigit(text[at])) number = number * 10 + text[at++] - '0';
            if (at == from || number > 255 || at - from > 1 && text[from] == '0') return 0;
            value = value << 8 | (uint)number;
            if (octet < 3 && (at >= text.Length || text[at++] != '.')) return 0;
        }
        if (at < text.Length && (Chars.IsWord(text[at]) || text[at] is '.' or '-' && at + 1 < text.Length && Chars.IsWord(text[at + 1]))) return at;
        if (start > 0 && (Chars.IsWord(text[start - 1]) || text[start - 1] is '.' or '-' or '~' or '^' or '/' && !text[..start].EndsWith("://"))) return at;
        if (!IsPublic(value)) return at;
        var labels = Labels.Ahead(ref context, start);
        if ((labels & Label.Version) != 0 && (labels & Label.Network) == 0) return at;
        context.Add(Ipv4, start, at, (labels & Label.Network) != 0 ? 85 : 70);
        return at;
    }

    private static bool IsPublic(uint address)
    {
        var (first, second) = (address >> 24, address >> 16 & 255);
        return first is not (0 or 10 or 127 or >= 224)
            && !(first == 192 && second == 168) && !(first == 172 && second is >= 16 and <= 31) && !(first == 169 && second == 254) && !(first == 100 && second is >= 64 and <= 127)
            // Set aside for examples.
            && (address >> 8) is not (0xC00002 or 0xC63364 or 0xCB0071)
            && address is not (0x08080808 or 0x08080404 or 0x01010101 or 0x01000001 or 0x09090909 or 0xD043DEDE or 0xD043DCDC or 0x01020304)
            // 1.0.0.0, 2.1.0.0: released far more often than routed.
            && ((address & 0xffff) != 0 || first > 40);
    }

    /// <summary>
    /// Whether a colon or a dash may be the first of either address: that of a hardware address stands again after each pair, and before that of a
    /// global one stand four digits, the first of them a 2 or a 3. Times of day have neither.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBegin(ReadOnlySpan<char> text, int at)
    {
        var sign = text[at];
        return at + 12 < text.Length && text[at + 3] == sign && text[at + 6] == sign && text[at + 9] == sign && text[at + 12] == sign || sign == ':' && at >= 4 && text[at - 4] is '2' or '3';
    }

    /// <param name="context">The scan.</param>
    /// <param name="at">A sign that <see cref="MayBegin"/>.</param>
    public static int RecogniseColon(ref ScanContext context, int at)
    {
        var text = context.Text;
        var start = at;
        while (start > 0 && at - start < 5 && char.IsAsciiHexDigit(text[start - 1])) start--;
        if (start > 0 && (Chars.IsWord(text[start - 1]) || text[start - 1] is ':' or '-' && start < at)) return at;
        if (at - start == 2 && MacEnd(text, start, text[at]) is var mac and > 0)
        {
            context.Add(Mac, start, mac, 80);
            return mac;
        }
        if (text[at] == '-' || at == start) return at;
        var end = at;
        while (end < text.Length && end - start < 46 && (char.IsAsciiHexDigit(text[end]) || text[end] == ':')) end++;
        if (end < text.Length && Chars.IsWord(text[end])) return at;
        while (end > start && text[end - 1] == ':' && !(end - 2 >= start && text[end - 2] == ':')) end--;
        if (IsGlobal(text[start..end])) context.Add(Ipv6, start, end, 75);
        return end;
    }

    private static int MacEnd(ReadOnlySpan<char> text, int start, char separator)
    {
        if (start + 17 > text.Length) return 0;
        var mac = text.Slice(start, 17);
        var (same, digits) = (true, 0);
        for (var i = 0; i < 17; i++)
        {
            if (i % 3 == 2 ? mac[i] != separator : !char.IsAsciiHexDigit(mac[i])) return 0;
            same &= i % 3 == 2 || mac[i] == mac[0];
            digits += char.IsAsciiDigit(mac[i]) ? 1 : 0;
        }
        if (start + 17 < text.Length && (Chars.IsWord(text[start + 17]) || text[start + 17] == separator)) return 0;
        var multicast = (int.Parse(mac[1..2], NumberStyles.HexNumber) & 1) != 0;
        return same || multicast || digits == 0 ? 0 : start + 17;
    }

    // 2000::/3, with enough groups that it is no clock time and no scope operator.
    private static bool IsGlobal(ReadOnlySpan<char> address)
    {
        if (address.Length < 9 || address[0] is not ('2' or '3') || address.IndexOf(':') != 4 || address.StartsWith("2001:db8:", StringComparison.OrdinalIgnoreCase)) return false;
        var (groups, length, gap) = (1, 0, false);
        for (var i = 0; i < address.Length; i++)
        {
            if (address[i] != ':')
            {
                if (++length > 4) return false;
                continue;
            }
            if (i + 1 < address.Length && address[i + 1] == ':')
            {
                if (gap) return false;
                gap = true;
                i++;
            }
            groups++;
            length = 0;
        }
        return gap ? groups is >= 4 and <= 8 || groups == 3 && address.Length >= 11 && address[5..9].ContainsAnyInRange('a', 'f') : groups == 8;
    }
}
