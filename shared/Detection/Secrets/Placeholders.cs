namespace Sallyport.Detection.Secrets;

/// <summary>Tells what people write where a credential would stand from a credential.</summary>
internal static class Placeholders
{
    /// <summary>Parts of a value, in lower case, that nobody's credential has.</summary>
    private static readonly string[] s_parts =
    [
        "example", "changeme", "change_me", "change-me", "placeholder", "your", "xxxx", "****", "....", "dummy", "sample", "redacted", "replace", "insert",
        "<", "${", "{{", "}}", "%(", "$(", "#{", "process.env", "os.environ", "getenv", "todo", "fixme", "…", "••", "secret_here", "goes-here", "goes_here", "not-a-real", "notreal", "fake",
        "null", "undefined", "password", "passwd", "my-secret", "my_secret", "mysecret", "not-set", "not_set", "encrypted", "vault:", "secretkeyref", "arn:", "keychain", "00000000", "ellipsis",
    ];

    /// <summary>Whole values, in lower case.</summary>
    private static readonly string[] s_wholes =
    [
        "none", "nil", "true", "false", "test", "testing", "secret", "token", "pass", "pwd", "foo", "bar", "baz", "foobar", "string", "str", "text", "bytes",
            "string?", "int", "number", "boolean", "bool", "object",
        "any", "required", "optional", "default", "empty", "unknown", "value", "key", "user", "username", "admin", "root", "auto", "yes", "no", "on", "off",
            "hidden", "masked", "removed", "input", "prompt",
        "basic", "bearer", "digest", "apikey", "api_key", "api-key", "auth", "authorization", "n/a", "tbd", "self", "this", "env", "file", "stdin", "abc",
            "abc123", "123", "1234", "hash", "hashed", "salt", "credentials",
        "inherit", "disabled", "enabled", "write", "read", "login", "invalid", "valid", "missing", "expired", "incorrect", "wrong", "is", "was", "must",
            "should", "cannot", "not", "the", "a", "an", "for", "and", "or", "in", "of", "to",
        // What servers are set up with out of the box, and everybody knows.
        "postgres", "postgresql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbitmq", "guest", "minio", "minioadmin", "app", "demo", "dev", "develop", "development", "local", "localhost", "letmein",
        "hunter2", "passw0rd", "p@ssw0rd", "p@ssword", "test123", "test1234", "admin123", "root123", "secret123", "dev-secret", "test-secret", "elastic", "neo4j", "grafana", "keycloak", "sonar", "airflow", "superset", "nextcloud",
        // The word itself, on a label.
        "passwort", "kennwort", "wachtwoord", "senha", "contrase\u00f1a", "clave", "mot de passe", "has\u0142o", "l\u00f6senord", "adgangskode", "parola", "\u043f\u0430\u0440\u043e\u043b\u044c", "\u5bc6\u7801", "\u5bc6\u78bc", "\u30d1\u30b9\u30ef\u30fc\u30c9",
    ];

    /// <summary>The value stands for a credential, or refers to one, and is none.</summary>
    public static bool Is(ReadOnlySpan<char> value)
    {
        if (value.Length < 4) return true;
        if (value[0] is '$' && (value.Length < 3 || !IsCrypt(value)) || value[0] is '<' or '{' or '(' or '[' && value[^1] is '>' or '}' or ')' or ']'
            || value[0] == '%' && (value[^1] == '%' || value.Length == 2)) return true;
        if (IsOneRepeated(value)) return true;
        Span<char> lower = stackalloc char[Math.Min(value.Length, 128)];
        for (var i = 0; i < lower.Length; i++) lower[i] = char.ToLowerInvariant(value[i]);
        foreach (var whole in s_wholes)
            if (lower.SequenceEqual(whole)) return true;
        foreach (var part in s_parts)
            if (lower.IndexOf(part) >= 0) return true;
        return false;
    }

    /// <summary>Nine letters or digits that follow each other as in the alphabet: somebody filled a gap.</summary>
    public static bool Counts(ReadOnlySpan<char> value)
    {
        var run = 1;
        for (var i = 1; i < value.Length; i++)
        {
            run = value[i] == value[i - 1] + 1 && char.IsAsciiLetterOrDigit(value[i]) ? run + 1 : 1;
            if (run >= 9) return true;
        }
        return false;
    }

    /// <summary>Twelve letters that follow each other as in the alphabet.</summary>
    public static bool IsAlphabet(ReadOnlySpan<char> value)
    {
        var run = 1;
        for (var i = 1; i < value.Length; i++)
        {
            run = char.IsAsciiLetter(value[i]) && (value[i] | 0x20) == (value[i - 1] | 0x20) + 1 ? run + 1 : 1;
            if (run >= 12) return true;
        }
        return false;
    }

    /// <summary>One letter or sign over and over: <c>xxxxxxxx</c>, <c>--------</c>.</summary>
    private static bool IsOneRepeated(ReadOnlySpan<char> value)
    {
        var other = 0;
        foreach (var c in value)
            if (char.ToLowerInvariant(c) != char.ToLowerInvariant(value[0]) && c is not ('-' or '_' or '.')) other++;
        return other == 0;
    }

    private static bool IsCrypt(ReadOnlySpan<char> value) => value.Count('$') >= 3;
}
