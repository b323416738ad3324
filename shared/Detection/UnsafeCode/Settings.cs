namespace Sallyport.Detection.UnsafeCode;

/// <summary>Settings that open a service or a file to everybody.</summary>
internal static class Settings
{
    public static bool Knows(ReadOnlySpan<char> word) => word is "access" or "cors" or "allow_origins" or "allowanyorigin" or "cors_allow_all_origins"
        or "cors_origin_allow_all" or "app" or "debug" or "flask_debug" or "chmod" or "chmodsync"
        or "mode" or "cidr_blocks" or "ipv6_cidr_blocks" or "cidrip" or "cidr" or "source_ranges" or "0" or "fchmod";

    public static DetectionRule? Judge(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after, ReadOnlySpan<char> text, int at) => word switch
    {
        "access" => after.StartsWith("-Control-Allow-Origin", StringComparison.OrdinalIgnoreCase) && Star(after[21..]) ? CodeRules.OpenCors : null,
        "cors" => after.StartsWith("(") && after.IndexOf("origin", StringComparison.OrdinalIgnoreCase) is var origin and > 0 && Star(after[(origin + 6)..]) ? CodeRules.OpenCors : null,
        "allow_origins" => Star(after) ? CodeRules.OpenCors : null,
        "allowanyorigin" => after.StartsWith("(") ? CodeRules.OpenCors : null,
        "cors_allow_all_origins" or "cors_origin_allow_all" => after.Contains("True", StringComparison.Ordinal) ? CodeRules.OpenCors : null,
        "app" => after.StartsWith(".run(") && after.Contains("debug=True", StringComparison.Ordinal) ? CodeRules.DebugOn : null,
        "debug" => before.TrimStart("+ ").IsEmpty && text[at] == 'D' && text[at + 1] == 'E' && after.Trim() is "= True" ? CodeRules.DebugOn : null,
        "flask_debug" => after.StartsWith("=1") || after.StartsWith("=true", StringComparison.OrdinalIgnoreCase) ? CodeRules.DebugOn : null,
        "chmod" or "chmodsync" or "fchmod" => Everybody(after) ? CodeRules.WorldWritable : null,
        "mode" => after.TrimStart("\"' ") is [':' or '=', ..] && after.TrimStart("\"':= ").StartsWith("0777") ? CodeRules.WorldWritable : null,
        "0" => text[at..].StartsWith("0.0.0.0/0") && Ingress(text, at) ? CodeRules.OpenToWorld : null,
        "ipv6_cidr_blocks" => after.Contains("\"::/0\"", StringComparison.Ordinal) && Ingress(text, at) ? CodeRules.OpenToWorld : null,
        _ => null,
    };

    private static bool Star(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart("\"'").TrimStart(" \t").TrimStart(":=,").TrimStart(" [").TrimStart("\"'");
        return rest.StartsWith("*") && (rest.Length == 1 || !Chars.IsWord(rest[1]) && rest[1] is not ('.' or '/'));
    }

    private static bool Everybody(ReadOnlySpan<char> after)
    {
        foreach (var range in after.Split(' '))
        {
            var argument = after[range].Trim("(),;\"'");
            if (argument is "777" or "0777" or "0o777" or "a+rwx" or "o+w" or "a+w" or "ugo+rwx" or "666" or "0o666" or "0666") return true;
        }
        return false;
    }

    // Which way the rule goes is said before it, the last time either is named.
    private static bool Ingress(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 400)..at];
        var into = Math.Max(before.LastIndexOf("ingress", StringComparison.OrdinalIgnoreCase),
            Math.Max(before.LastIndexOf("source_ranges", StringComparison.OrdinalIgnoreCase),
            before.LastIndexOf("inbound", StringComparison.OrdinalIgnoreCase)));
        var outOf = Math.Max(before.LastIndexOf("egress", StringComparison.OrdinalIgnoreCase), before.LastIndexOf("outbound", StringComparison.OrdinalIgnoreCase));
        return into >= 0 && into > outOf;
    }
}
