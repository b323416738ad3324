namespace Sallyport.Detection.Secrets;

/// <summary>Private keys in armour: PEM in all its kinds, OpenSSH, PGP, PuTTY.</summary>
internal static class PrivateKeys
{
    private const int Longest = 32 * 1024;

    private static readonly DetectionRule s_key = new("private-key", FindingKind.Secret, Severity.Critical, DataClass.Secret,
        "A private key in PEM, OpenSSH or PGP armour: from its BEGIN line to its END line, or as far as the text goes.")
    {
        Cases = static () => new(
            [
                Pem("RSA PRIVATE KEY", "\n"), Pem("PRIVATE KEY", "\n"), Pem("OPENSSH PRIVATE KEY", "\n"), Pem("EC PRIVATE KEY", "\\n"), Pem("PGP PRIVATE KEY BLOCK", "\n"),
                "key: |\n  " + Pem("ENCRYPTED PRIVATE KEY", "\n  "), Pem("RSA PRIVATE KEY", "\n")[..150],
            ],
            [Pem("PUBLIC KEY", "\n"), Pem("CERTIFICATE", "\n"), "grep -- '-----BEGIN RSA PRIVATE KEY-----' .",
                "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----", "it starts with -----BEGIN PRIVATE KEY----- and so on"]),
    };

    private static readonly DetectionRule s_putty = new("putty-private-key", FindingKind.Secret, Severity.Critical, DataClass.Secret,
        "The private part of a PuTTY key file.")
    {
        Cases = static () => new(
            ["PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: me\nPrivate-Lines: 1\nAAAAIDk2Zx7Qw1Rt9Yu3Io5Pa7Sd\nPrivate-MAC: 00"],
            ["Private-Lines: see the manual", "Private-Lines: 1\n"]),
    };

    public static readonly Family Family = new("private-keys", static () => [s_key, s_putty])
    {
        Kinds = FindingKinds.Secret,
        Signs = "--",
        WordPairs = "Pr",
        ExactCase = true,
    };

    public static int Recognise(ref ScanContext context, int at) =>
        context.Text[at] == '-' ? Armour(ref context, at) : Putty(ref context, at);

    private static int Armour(ref ScanContext context, int at)
    {
        var text = context.Text;
        if (!context.Has(at, "-----BEGIN ")) return at;
        var label = text[(at + 11)..Math.Min(text.Length, at + 75)];
        var close = label.IndexOf("-----");
        if (close < 0) return at;
        label = label[..close];
        if (!label.Contains("PRIVATE KEY", StringComparison.Ordinal)) return at;

        var body = at + 11 + close + 5;
        var window = text[body..Math.Min(text.Length, body + Longest)];
        var end = window.IndexOf("-----END ");
        context.Work += end < 0 ? window.Length : end;
        var inside = end < 0 ? window[..KeyText(window)] : window[..end];
        if (Letters(inside) < 40 || inside.Contains('(')) return body; // code that puts one together
        var last = body + inside.Length;
        if (end >= 0)
        {
            var tail = text[(last + 9)..Math.Min(text.Length, last + 80)].IndexOf("-----");
            last += tail < 0 ? 9 : 9 + tail + 5;
        }
        context.Add(s_key, at, last, 98);
        return last;
    }

    /// <summary>How far base 64, line ends and headers go, where there is no END line.</summary>
    private static int KeyText(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (Chars.IsBase64(text[at]) || text[at] is '=' or '\n' or '\r' or ' ' or '\t' or ':' or ',' or '-' or '\\' or '|' or '.')) at++;
        return at;
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            if (Chars.IsBase64(c) && ++count >= 40) break;
        return count;
    }

    private static int Putty(ref ScanContext context, int at)
    {
        if (!context.Has(at, "Private-Lines: ")) return at;
        var text = context.Text;
        var line = text[at..Math.Min(text.Length, at + 40)].IndexOf('\n');
        if (line < 0) return at;
        var end = at + line + 1;
        while (end < text.Length && end < at + Longest && (Chars.IsBase64(text[end]) || text[end] is '=' or '\r' or '\n')) end++;
        if (Letters(text[(at + line)..end]) >= 20) context.Add(s_putty, at + line + 1, end, 95);
        return end;
    }

    private static string Pem(string label, string newline) =>
        $"-----BEGIN {label}-----{newline}{string.Concat(Sequence.Repeat("MIIEvQ7bADk2Zx9QwRt1Yu3Io5Pa7Sd" + newline, 4))}-----END {label}-----{newline}";
}
