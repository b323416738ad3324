namespace Sallyport.Detection.Secrets;

/// <summary>A line of PostgreSQL's password file: host:port:database:user:password.</summary>
internal static class PasswordFiles
{
    private const int LongestField = 64;
    private const int Least = 6;

    public static readonly DetectionRule Rule = new("pgpass-password", FindingKind.Secret, Severity.High, DataClass.Secret, "The password in a line of .pgpass: host:port:database:user:password.")
    {
        Cases = static () => new(["db.acme.internal:5432:orders:app:q7Zk2Vw9hT4s\n", "*:*:*:postgres:tr0ub4dor#3"],
            ["at src/app.ts:1234:5:main:handler1", "10.0.0.1:8080:web:api:v1.2.3", "localhost:5432:db:app:<password>", "host:port:database:user:password", "1:12345:a:b:2024-05-01", "2a02:8109:9440:1b2c:85a:1c0f:2d3e:9f01"]),
    };

    /// <summary>Whether the colon behind a port, or a star for any, may be the second of such a line.</summary>
    public static bool IsPort(ReadOnlySpan<char> text, int colon)
    {
        if (colon < 3) return false;
        if (text[colon - 1] == '*') return text[colon - 2] == ':';
        var start = colon;
        while (start > 0 && colon - start < 6 && char.IsAsciiDigit(text[start - 1])) start--;
        return colon - start is 4 or 5 && start > 1 && text[start - 1] == ':' && (Chars.IsWord(text[start - 2]) || text[start - 2] == '*');
    }

    public static int Recognise(ref ScanContext context, int colon)
    {
        var text = context.Text;
        var start = colon;
        while (start > 0 && colon - start < 2 * LongestField && IsField(text[start - 1]) | text[start - 1] == ':') start--;
        if (start > 0 && text[start - 1] is not ('\n' or '+' or '\r') || text[start..colon].Count(':') != 1) return colon;
        var (at, fields) = (colon + 1, 0);
        for (var from = at; fields < 2; from = ++at, fields++)
        {
            while (at < text.Length && at - from < LongestField && IsField(text[at])) at++;
            if (at == from || context.At(at) != ':') return colon;
        }
        var end = at;
        while (end < text.Length && text[end] > ' ' && end - at < 200) end++;
        context.Work += end - start;
        var password = text[at..end];
        if (password.Length < Least || end < text.Length && text[end] is not ('\n' or '\r') || password.Contains(':') || !password.ContainsAnyExceptInRange('0', '9')
            || !password.ContainsAnyInRange('0', '9') && !Chars.HasAny(password, "!@#%^&*+?") || password.Length < 8 && password.Contains('.') || DateLike(password)
            || SecretValues.Password(password, quoted: false, literalContext: true, shout: false) == 0) return colon;
        context.Add(Rule, at, end, 85);
        return end;
    }

    /// <summary>Digits and what stands between them in a time.</summary>
    private static bool DateLike(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiDigit(c) && c is not ('-' or ':' or '.' or 'T' or 'Z')) return false;
        return true;
    }

    private static bool IsField(char c) => Chars.IsWord(c) || c is '*' or '.' or '-';
}
