namespace Sallyport.Matching;

/// <summary>
/// A pattern of hosts: <c>example.com</c> is that host, <c>*.example.com</c> every host below it, <c>*</c> any.
/// A port, where given, must be the same.
/// </summary>
internal readonly record struct HostPattern(string Host, string Port)
{
    /// <summary>Reads a pattern; an URL means its host.</summary>
    public static HostPattern Of(string pattern)
    {
        var (host, port) = Split(pattern);
        return new HostPattern(host, port);
    }

    /// <summary>True where it can mean a host at all: a star is the whole of it, or its first label.</summary>
    public bool IsOne
    {
        get
        {
            var name = Host == "*" || Host.StartsWith("*.", StringComparison.Ordinal) ? Host.AsSpan(Math.Min(2, Host.Length)) : Host;
            foreach (var c in name)
                if (char.IsWhiteSpace(c) || c is '*' or '?' or ',' or ';' or '\\' or '/' or '"' or '\'') return false;
            return Host == "*" || name.Length > 0;
        }
    }

    /// <summary>True where the pattern means the host of <paramref name="target"/>: a host, <c>host:port</c>, <c>user@host:path</c> or an URL.</summary>
    public bool Covers(string target)
    {
        var (host, port) = Split(target);
        return host.Length > 0 && Covers(host, port);
    }

    /// <summary>True where every host that <paramref name="narrower"/> means is meant here too.</summary>
    public bool Covers(HostPattern narrower) => Covers(narrower.Host, narrower.Port);

    private bool Covers(string host, string port)
    {
        if (Port.Length > 0 && Port != port) return false;
        if (Host == "*") return true;
        return Host.StartsWith("*.", StringComparison.Ordinal) ? host.EndsWith(Host[1..], StringComparison.Ordinal) && host.Length >= Host.Length : host == Host;
    }

    private static (string Host, string Port) Split(string target)
    {
        var text = target.AsSpan().Trim();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) text = text[(scheme + 3)..];
        // A backslash ends the host for some programs and not for others: then no host is known.
        if (text.IndexOfAny('\\', ' ', '\t') >= 0) return ("", "");
        var path = text.IndexOfAny('/', '?', '#');
        if (path >= 0) text = text[..path];
        text = text[(text.LastIndexOf('@') + 1)..];
        var port = ReadOnlySpan<char>.Empty;
        if (text.StartsWith("[", StringComparison.Ordinal))
        {
            var end = text.IndexOf(']');
            if (end < 0) return ("", "");
            if (end + 1 < text.Length && text[end + 1] == ':') port = text[(end + 2)..];
            text = text[1..end];
        }
        else if (text.IndexOf(':') is >= 0 and var colon && text.LastIndexOf(':') == colon)
        {
            // host:path, as scp has it, has no port.
            if (text[(colon + 1)..].IndexOfAnyExceptInRange('0', '9') < 0) port = text[(colon + 1)..];
            text = text[..colon];
        }
        return (text.TrimEnd('.').ToString().ToLowerInvariant(), port.ToString());
    }
}
