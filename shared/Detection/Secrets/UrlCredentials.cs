namespace Sallyport.Detection.Secrets;

/// <summary>The password in <c>scheme://user:password@host</c>: web addresses, databases, queues, registries.</summary>
internal static class UrlCredentials
{
    private static readonly DetectionRule s_rule = new("url-password", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A password or token in the user part of an address: https, postgres, mongodb, redis, amqp and any other scheme.")
    {
        Cases = static () => new(
            ["postgres://app:tr0ub4dor@db.internal:5432/shop", "git clone https://oauth2:9f8e7d6c5b@git.example.net/x.git", "redis://:p4Ss1w9rd@cache:6379",
                "amqp://svc:g7%21kQ@mq/", "http://cafe12ab:d3adb33f@gems.example.org/",
                "https://9f8e7d6c5b4a39281706f5e4d3c2b1a0@api.example.net/"],
            ["https://example.com:8080/@scope/pkg", "postgres://user:${DB_PASS}@db/x", "https://user:password@example.com", "http://localhost:3000/a:b@c",
                "ssh://git@github.com/x/y", "postgres://app:<secret>@db", "https://$USER:$TOKEN@host", "see https://x.y/a?b=c:d@e",
                "https://%s:%s@%s/"]),
    };

    public static readonly Family Family = new("url-passwords", static () => [s_rule])
    {
        Kinds = FindingKinds.Secret,
        Signs = ":/",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        if (!context.Has(at, "://") || at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1])) return at;
        var from = at + 3;
        var (colon, mark) = (-1, -1);
        var end = Math.Min(text.Length, from + 600);
        for (var i = from; i < end; i++)
        {
            var c = text[i];
            if (c is '/' or '?' or '#' or '"' or '\'' or '`' or '\\' or ' ' or '<' or '>' || c < ' ') break;
            if (c == ':' && colon < 0) colon = i;
            if (c == '@') mark = i;
        }
        context.Work += 1 + Math.Max(mark, from) - at;
        if (mark < 0 || mark + 1 >= text.Length || !IsHost(text[mark + 1])) return at;
        if (colon < 0 || colon > mark)
        {
            // A token alone before the @: only where it cannot be a name.
            var user = text[from..mark];
            if (user.Length >= 20 && Randomness.IsMixed(user) && Randomness.Entropy(user) > 3 && !Placeholders.Is(user)) context.Add(s_rule, from, mark, 80);
            return mark;
        }
        var name = text[from..colon];
        var password = text[(colon + 1)..mark];
        if (IsPassword(name, password)) context.Add(s_rule, colon + 1, mark, 88);
        // A password called so, but at a real address: people do use it.
        else if (password is "password" or "passwd" or "pass" or "secret" && IsReal(text[(mark + 1)..Math.Min(text.Length, mark + 200)])) context.Add(s_rule, colon + 1, mark, 55);
        return mark;
    }

    private static bool IsPassword(ReadOnlySpan<char> name, ReadOnlySpan<char> password)
    {
        if (password.Length < 3 || password.SequenceEqual(name) && password.Length < 12) return false;
        if (password[0] is '$' or '{' or '[' or '%' && (password.Length < 3 || !char.IsAsciiHexDigit(password[1]) || !char.IsAsciiHexDigit(password[2]))) return false;
        return password.Length == 3 ? Randomness.IsMixed(password) : !Placeholders.Is(password);
    }

    /// <summary>A name with a dot in it that is not set aside for examples.</summary>
    private static bool IsReal(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '.' or '-')) end++;
        var host = rest[..end];
        return host.Contains('.') && !host.StartsWith("example.", StringComparison.OrdinalIgnoreCase)
            && !host.Contains(".example", StringComparison.OrdinalIgnoreCase) && !host.Contains("domain", StringComparison.OrdinalIgnoreCase)
            && !host.StartsWith("host.", StringComparison.OrdinalIgnoreCase) && !host.Contains("company", StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(host[^1]);
    }

    private static bool IsHost(char c) => char.IsAsciiLetterOrDigit(c) || c is '[' or '_' or '-' || c >= 128;
}
