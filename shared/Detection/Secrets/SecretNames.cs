namespace Sallyport.Detection.Secrets;

/// <summary>What the name of a field, variable, header or flag says about its value.</summary>
internal enum NameKind : byte
{
    /// <summary>Nothing.</summary>
    Plain,
    /// <summary>It names part of a credential: only a value of a known form or high entropy is one.</summary>
    Hint,
    /// <summary>A machine's secret: long and random.</summary>
    Key,
    /// <summary>A person's or account's password: may be a word.</summary>
    Password,
}

/// <summary>Reads names: <c>DB_PASSWORD</c>, <c>client-secret</c>, <c>apiKey</c>, <c>spring.datasource.password</c>.</summary>
internal static class SecretNames
{
    private const int Longest = 80;

    private static readonly string[] s_passwords =
        ["password", "passwd", "passphrase", "passwort", "kennwort", "motdepasse", "contrasena", "pwd", "passcode", "userpass", "dbpass", "mysqlpass", "rootpass", "smtppass", "adminpass", "mailpass", "authpass", "psw", "passw"];

    private static readonly string[] s_keys =
        ["secret", "token", "credential", "credentials", "authorization", "connectionstring", "connstring", "sessionid", "sessionkey", "accesskey", "apikey", "cookie", "bearer", "authkey", "sharedsecret", "jwt", "apitoken", "pat"];

    /// <summary>What a "key" must be for its value to be a secret.</summary>
    private static readonly string[] s_keyOf =
        ["api", "secret", "auth", "access", "private", "encrypt", "sign", "account", "master", "storage", "shared", "service", "client", "license", "session", "consumer", "subscription", "deploy", "admin", "app", "hmac", "aes", "crypt", "cos", "softlayer", "iam", "slapi", "webhook", "integration", "ingest", "write"];

    /// <summary>Names that end like a secret's and are none.</summary>
    private static readonly string[] s_harmless =
        ["publickey", "publishablekey", "pubkey", "primarykey", "foreignkey", "pagetoken", "nexttoken", "continuationtoken", "synctoken", "csrftoken", "padtoken", "eostoken", "bostoken", "notsecret", "nosecret", "maxtoken", "mintoken", "cachekey", "nextmarker", "cancellationtoken", "stoptoken", "idempotencykey", "bypass"];

    private static readonly string[] s_tails = ["production", "prod", "staging", "dev", "test", "live", "value", "text", "plain", "string", "base64", "b64", "raw", "default", "encoded"];

    private static readonly string[] s_hints = ["key", "token", "secret", "auth", "pass", "pwd", "cred", "access", "clientid", "appid", "accessid", "keyid", "webhook", "sid", "api", "pw", "dsn"];

    public static NameKind Judge(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest) name = name[^Longest..];
        Span<char> room = stackalloc char[Longest];
        var length = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c)) room[length++] = char.ToLowerInvariant(c);
        ReadOnlySpan<char> compact = room[..length];
        compact = compact.TrimEnd("0123456789");
        if (!MaySaySecret(compact)) return NameKind.Plain;
        if (compact.Length < 2 || EndsWithAny(compact, s_harmless)) return NameKind.Plain;
        foreach (var tail in s_tails)
            if (compact.Length > tail.Length + 3 && compact.EndsWith(tail))
            {
                compact = compact[..^tail.Length];
                break;
            }

        if (EndsWithAny(compact, s_passwords)) return NameKind.Password;
        var last = LastWord(name);
        if (last is { Length: 4 } && last.Equals("pass", StringComparison.OrdinalIgnoreCase) || last is { Length: 2 } && last.Equals("pw", StringComparison.OrdinalIgnoreCase)) return NameKind.Password;
        if (EndsWithAny(compact, s_keys)) return compact is "pat" || !compact.EndsWith("pat") || last.Length == 3 ? NameKind.Key : NameKind.Plain;
        if (last.Length == 4 && last.Equals("auth", StringComparison.OrdinalIgnoreCase)) return NameKind.Key;
        if (compact.EndsWith("key") && ContainsAny(compact[..^3], s_keyOf)) return NameKind.Key;
        return ContainsAny(compact, s_hints) ? NameKind.Hint : NameKind.Plain;
    }

    /// <summary>Most names say nothing: a pair of letters that every telling word has is cheaper to look for than the words.</summary>
    private static bool MaySaySecret(ReadOnlySpan<char> compact)
    {
        for (var i = 1; i < compact.Length; i++)
        {
            var telling = compact[i - 1] switch
            {
                'p' => compact[i] is 'a' or 'w' or 's' or 'i',
                'k' => compact[i] is 'e',
                't' => compact[i] is 'o',
                's' => compact[i] is 'e' or 'i',
                'a' => compact[i] is 'u' or 'c' or 'p',
                'c' => compact[i] is 'r' or 'o' or 'l',
                'b' => compact[i] is 'e',
                'j' => compact[i] is 'w',
                'm' => compact[i] is 'o',
                'd' => compact[i] is 's',
                'w' => compact[i] is 'e',
                _ => false,
            };
            if (telling) return true;
        }
        return false;
    }

    /// <summary>The last word of a name, by separators and humps.</summary>
    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> name)
    {
        name = name.TrimEnd("0123456789_-.");
        var start = name.Length;
        while (start > 0 && char.IsAsciiLetter(name[start - 1]))
        {
            start--;
            if (char.IsAsciiLetterUpper(name[start]) && start > 0 && char.IsAsciiLetterLower(name[start - 1])) break;
        }
        return name[start..];
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, string[] ends)
    {
        foreach (var end in ends)
            if (name.EndsWith(end)) return true;
        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> name, string[] parts)
    {
        foreach (var part in parts)
            if (name.IndexOf(part) >= 0) return true;
        return false;
    }
}
