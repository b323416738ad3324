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
        ["password", "passwd", "passphrase", "passwort", "kennwort", "motdepasse", "contrasena", "pwd", "passcode", "userpass", "dbpass", "mysqlpass",
            "rootpass", "smtppass", "adminpass", "mailpass", "authpass", "psw", "passw", "psk",
            "contrase\u00f1a", "senha", "wachtwoord", "salasana", "losenord", "l\u00f6senord", "adgangskode", "jelszo", "requirepass", "masterauth"];

    private static readonly string[] s_keys =
        ["secret", "token", "credential", "credentials", "authorization", "connectionstring", "connstring", "sessionid", "sessionkey", "accesskey", "apikey",
            "cookie", "bearer", "authkey", "sharedsecret", "jwt", "apitoken", "pat", "slkey", "dbkey", "gitlabsession", "sessid", "connectsid", "laravelsession"];

    /// <summary>What a "key" must be for its value to be a secret.</summary>
    private static readonly string[] s_keyOf =
        ["api", "secret", "auth", "access", "private", "encrypt", "sign", "account", "master", "storage", "shared", "service", "client", "license", "session",
            "consumer", "subscription", "deploy", "admin", "app", "hmac", "aes", "crypt", "cos", "softlayer", "iam", "slapi", "webhook", "integration",
            "ingest", "write", "database", "priv"];

    /// <summary>Names that end like a secret's and are none.</summary>
    private static readonly string[] s_harmless =
        ["publickey", "publickeytoken", "publishablekey", "pubkey", "primarykey", "foreignkey", "pagetoken", "nexttoken", "continuationtoken", "synctoken",
            "csrftoken", "padtoken", "eostoken", "bostoken", "notsecret", "nosecret", "maxtoken", "mintoken", "cachekey", "nextmarker", "cancellationtoken",
            "stoptoken", "idempotencykey", "bypass"];

    private static readonly string[] s_tails = ["production", "prod", "staging", "dev", "test", "live", "value", "text", "plain", "string", "base64", "b64", "raw", "default", "encoded", "base", "hex", "private"];

    private static readonly string[] s_hints = ["key", "token", "secret", "auth", "pass", "pwd", "cred", "access", "clientid", "appid", "accessid", "keyid", "webhook", "sid", "api", "pw", "dsn", "mnemonic", "phrase"];

    public static NameKind Judge(ReadOnlySpan<char> name)
    {
        if (name.Length > Longest) name = name[^Longest..];
        if (!MaySay(name)) return NameKind.Plain;
        ref var known = ref (t_known ??= new (string, NameKind)[KnownNames])[(name[0] * 31 + name[^1] * 7 + name.Length) & (KnownNames - 1)];
        if (!name.SequenceEqual(known.Name)) known = (name.ToString(), Read(name));
        return known.Kind;
    }

    /// <summary>Files say the same names again and again.</summary>
    private const int KnownNames = 64;

    [ThreadStatic]
    private static (string Name, NameKind Kind)[]? t_known;

    /// <summary>The longest name that <see cref="IsPlain"/> remembers.</summary>
    public const int LongestPlain = 9;

    private const int PlainNames = 256;

    [ThreadStatic]
    private static ulong[]? t_plain;

    /// <summary>A name of few ASCII letters, digits and underscores that says nothing, neither by itself nor of a name beside it: remembered by its characters, seven bits each.</summary>
    public static bool IsPlain(ReadOnlySpan<char> name)
    {
        var key = 0UL;
        foreach (uint c in name) key = key << 7 | c;
        ref var known = ref (t_plain ??= new ulong[PlainNames])[(int)(key * 0x9E3779B97F4A7C15 >> 56)];
        if (known == key) return true;
        if (Judge(name) != NameKind.Plain || NamedValue.Holds(name)) return false;
        known = key;
        return true;
    }

    private static NameKind Read(ReadOnlySpan<char> name)
    {
        Span<char> room = stackalloc char[Longest];
        var length = 0;
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c) || c is >= 'À' and <= 'ÿ') room[length++] = char.ToLowerInvariant(c);
        ReadOnlySpan<char> compact = room[..length];
        compact = compact.TrimEnd("0123456789");
        if (compact.Length < 2 || EndsWithAny(compact, s_harmless)) return NameKind.Plain;
        foreach (var tail in s_tails)
            if (compact.Length > tail.Length + 3 && compact.EndsWith(tail))
            {
                compact = compact[..^tail.Length];
                break;
            }

        if (EndsWithAny(compact, s_passwords)) return NameKind.Password;
        var last = LastWord(name);
        if (last is { Length: 4 } && last.Equals("pass", StringComparison.OrdinalIgnoreCase)
            || last is { Length: 2 } && last.Equals("pw", StringComparison.OrdinalIgnoreCase)) return NameKind.Password;
        if (EndsWithAny(compact, s_keys)) return compact is "pat" || !compact.EndsWith("pat") || last.Length == 3 ? NameKind.Key : NameKind.Plain;
        if (last.Length == 4 && last.Equals("auth", StringComparison.OrdinalIgnoreCase)) return NameKind.Key;
        if (compact.EndsWith("key") && ContainsAny(compact[..^3], s_keyOf)) return NameKind.Key;
        return ContainsAny(compact, s_hints) ? NameKind.Hint : NameKind.Plain;
    }

    /// <summary>
    /// Most names say nothing: three letters that every telling word starts with are cheaper to look for than the words. True for every
    /// name that <see cref="Judge"/> finds telling, and some more.
    /// </summary>
    private static bool MaySay(ReadOnlySpan<char> name)
    {
        var fronts = s_fronts ??= Fronts();
        var front = 0;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) continue;
            front = (front << 5 | (c & 31)) & 0x7fff;
            if ((fronts[front >> 6] >> (front & 63) & 1) != 0 || (front & 1023) == PasswordShort) return true;
        }
        return false;
    }

    /// <summary>The two letters of <c>pw</c>.</summary>
    private const int PasswordShort = ('p' & 31) << 5 | ('w' & 31);

    private static ulong[]? s_fronts;

    private static ulong[] Fronts()
    {
        var fronts = new ulong[512];
        Add(fronts, s_passwords);
        Add(fronts, s_keys);
        Add(fronts, s_hints);
        return fronts;
    }

    private static void Add(ulong[] fronts, string[] words)
    {
        foreach (var word in words)
        {
            if (word.Length < 3) continue;
            var front = (word[0] & 31) << 10 | (word[1] & 31) << 5 | (word[2] & 31);
            fronts[front >> 6] |= 1UL << (front & 63);
        }
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
