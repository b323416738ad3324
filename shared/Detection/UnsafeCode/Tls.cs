namespace Sallyport.Detection.UnsafeCode;

/// <summary>Certificate and host-key checks switched off.</summary>
internal static class Tls
{
    public static bool Knows(ReadOnlySpan<char> word) => word is "verify" or "verify_ssl" or "ssl_verify" or "validate_certs" or "rejectunauthorized"
        or "insecureskipverify" or "node_tls_reject_unauthorized" or "curl" or "wget"
        or "servercertificatecustomvalidationcallback" or "servercertificatevalidationcallback" or "remotecertificatevalidationcallback" or "dangerousacceptanyservercertificatevalidator"
        or "curlopt_ssl_verifypeer" or "curlopt_ssl_verifyhost" or "_create_unverified_context" or "cert_none" or "check_hostname"
        or "danger_accept_invalid_certs" or "danger_accept_invalid_hostnames" or "verify_none" or "git_ssl_no_verify"
        or "sslverify" or "stricthostkeychecking" or "autoaddpolicy" or "pythonhttpsverify" or "verifyssl" or "sslmode";

    public static DetectionRule? Judge(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var off = word switch
        {
            "verify" or "verify_ssl" or "ssl_verify" or "verifyssl" or "validate_certs" or "rejectunauthorized" or "check_hostname" or "sslverify"
                or "stricthostkeychecking" or "curlopt_ssl_verifypeer" or "curlopt_ssl_verifyhost"
                or "node_tls_reject_unauthorized" or "pythonhttpsverify" => IsOff(after),
            "insecureskipverify" or "git_ssl_no_verify" => IsOn(after),
            "danger_accept_invalid_certs" or "danger_accept_invalid_hostnames" => after.StartsWith("(true"),
            "servercertificatecustomvalidationcallback" or "servercertificatevalidationcallback"
                or "remotecertificatevalidationcallback" => after.Contains("=> true", StringComparison.Ordinal)
                || after.Contains("return true", StringComparison.Ordinal),
            "dangerousacceptanyservercertificatevalidator" or "_create_unverified_context" or "verify_none" or "autoaddpolicy" => true,
            "cert_none" => before.Contains('='),
            "curl" => Option(after, 'k', "--insecure"),
            "wget" => after.Contains("--no-check-certificate", StringComparison.Ordinal),
            _ => false,
        };
        return off ? CodeRules.TlsOff : null;
    }

    // = False, : false, => false, ", false", "=0", "no".
    private static bool IsOff(ReadOnlySpan<char> after)
    {
        var value = Value(after);
        return IsWord(value, "false") || IsWord(value, "no") || IsWord(value, "off") || IsWord(value, "0");
    }

    private static bool IsOn(ReadOnlySpan<char> after)
    {
        var value = Value(after);
        return IsWord(value, "true") || IsWord(value, "1");
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart("\"' \t");
        if (rest.IsEmpty || rest[0] is not ('=' or ':' or ',') && after[0] != ' ') return default;
        return rest.TrimStart("=:,> ").TrimStart("\"'");
    }

    private static bool IsWord(ReadOnlySpan<char> value, string word) =>
        value.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (value.Length == word.Length || !Chars.IsWord(value[word.Length]));

    // -k alone or among letters: -sSk. What follows a pipe is another command's.
    private static bool Option(ReadOnlySpan<char> after, char letter, string name)
    {
        var end = after.Length;
        for (var i = 0; i < after.Length; i++)
            if (after[i] is '|' or ';' or '&' && (i + 1 >= after.Length || after[i + 1] is ' ' or '&'))
            {
                end = i;
                break;
            }
        var arguments = after[..end];
        if (arguments.Contains(name, StringComparison.Ordinal)) return true;
        foreach (var range in arguments.Split(' '))
        {
            var argument = arguments[range].Trim();
            if (argument.Length is >= 2 and <= 8 && argument[0] == '-' && argument[1] != '-' && argument[1..].Contains(letter)
                && argument[1..].IndexOfAnyExceptInRange('A', 'z') < 0 && argument[1..].IndexOfAny("oHdX") < 0) return true;
        }
        return false;
    }
}
