namespace Sallyport.Detection.Personal;

/// <summary>E-mail addresses: asked at each @.</summary>
internal static class Email
{
    private const int LongestLocal = 64;
    private const int LongestDomain = 253;

    private static readonly DetectionRule Rule = new("email-address", FindingKind.Pii, Severity.Medium, DataClass.Pii,
        "An e-mail address; not a remote of ssh or git, a file name, a unit, or a placeholder.")
    {
        Cases = static () => new(
            ["write to jane.doe@fleckens.hu", "mailto:joe+tag@mail.example.co.uk", "<ana_m@cuvox.de>", "john.doe@example.com", "müller@bücher.de", "e-mail:x1@y2.org.", "\\njane@fleckens.hu", "to%3Djane%40fleckens.hu%26x"],
            [
                "git@github.com:a/b.git", "https://user@host.com/x", "ssh root@build.corp.net", "scp a.txt me@host.com:/tmp", "getty@tty1.service",
                    "logo@2x.png", "user@example.com", "@types/node@20.1.0",
                "a@b", "foo@bar.c", "postgres://u:p@db.corp.net/x", "1234+jane@users.noreply.github.com", "%40angular%2Fcore", "user%40example.com", "noreply@corp.net", "x@@y.com", "pkg@latest.tgz",
            ]),
    };

    public static readonly Family Family = new("personal-email", static () => [Rule]) { Kinds = FindingKinds.Pii, Characters = "@", Signs = "%4" };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var coded = text[at] == '%';
        if (coded && (context.At(at + 1) != '4' || context.At(at + 2) != '0')) return at;
        var after = coded ? at + 3 : at + 1;
        var start = at;
        while (start > 0 && at - start <= LongestLocal && IsLocal(text[start - 1])) start--;
        if (start > 1 && text[start - 1] == '\\' && text[start] is 'n' or 't' or 'r' && start > 0 && text[start - 1] == '\\') start++;
        while (start < at && text[start] is '.' or '-' or '\'' or '+' or '=' && start < at) start++;
        if (LabelStart(text[start..at]) is var cut and > 0) start += text[start + cut - 1] == '%' && cut + 2 < at - start ? cut + 2 : cut; // %3Djane
        if (start >= at || at - start > LongestLocal || text[at - 1] == '.') return at;
        var end = DomainEnd(text, after, out var domain);
        if (end == 0 || IsRemote(text, start, end) || IsPlaceholder(text[start..at], text[after..end])) return at;
        if (!IsTopLevel(text[domain..end])) return at;
        context.Add(Rule, start, end, 90);
        return end;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '\'' or '%' or '&' or '=' or '!' or '#' or '~' || c > 127 && char.IsLetter(c);

    // email=jane@…: what stands before an equals sign is the name of a field.
    private static int LabelStart(ReadOnlySpan<char> local) => Math.Max(local.LastIndexOfAny("=#&!"), local.LastIndexOfAny("%'")) + 1;

    /// <returns>The end of a domain of two labels or more, 0 for none; <paramref name="top"/>: where its last label starts.</returns>
    private static int DomainEnd(ReadOnlySpan<char> text, int at, out int top)
    {
        var limit = Math.Min(text.Length, at + LongestDomain);
        var (labels, from, end) = (0, at, 0);
        top = at;
        while (true)
        {
            var label = at;
            while (at < limit && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-' || text[at] > 127 && char.IsLetter(text[at]))) at++;
            if (at == label || text[label] == '-' || text[at - 1] == '-') break;
            labels++;
            (top, end) = (label, at);
            if (at >= limit || text[at] != '.') break;
            at++;
        }
        return labels >= 2 && end > from ? end : 0;
    }

    private static bool IsTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length is < 2 or > 18) return false;
        foreach (var c in label)
            if (!char.IsLetter(c)) return label.StartsWith("xn--");
        Span<char> lower = stackalloc char[18];
        return lower[..label.ToLowerInvariant(lower)] is not ("png" or "jpg" or "jpeg" or "gif" or "webp" or "svg" or "ico" or "css" or "js" or "ts" or "tsx" or "jsx" or "json" or "html"
            or "txt" or "yml" or "yaml" or "toml" or "lock" or "log" or "tgz" or "gz" or "zip" or "service" or "socket" or "timer" or "mount" or "target" or "scope" or "slice" or "device"
            or "path" or "conf" or "java" or "cpp" or "local" or "localhost" or "internal" or "test" or "invalid" or "example" or "lan" or "localdomain");
    }

    // user@host in a URL or after ssh is a login, not a mailbox.
    private static bool IsRemote(ReadOnlySpan<char> text, int start, int end)
    {
        var from = Math.Max(0, start - 80);
        var before = text[from..start];
        if (before.EndsWith("//") || text[start..end].StartsWith("git@")) return true;
        var word = before[(Math.Max(before.LastIndexOfAny(" \t\n\""), before.LastIndexOfAny("'<(")) + 1)..];
        if (word.Contains("://", StringComparison.Ordinal)) return true;
        if (end + 1 < text.Length && text[end] == ':' && text[end + 1] is '/' or '~' or '.' && end + 1 < text.Length) return true;
        return word.IsEmpty && LoginCommand(before);
    }

    private static bool LoginCommand(ReadOnlySpan<char> before)
    {
        var line = before[(before.LastIndexOfAny("\n;|&") + 1)..].TrimStart(" `$>#");
        foreach (var command in (ReadOnlySpan<string>)["ssh", "scp", "sftp", "rsync", "mosh", "ssh-copy-id", "sshfs", "autossh", "sshpass", "sudo ssh"])
            if (line.StartsWith(command) && line.Length > command.Length && line[command.Length] == ' ') return true;
        return false;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> local, ReadOnlySpan<char> domain)
    {
        Span<char> lower = stackalloc char[LongestLocal];
        ReadOnlySpan<char> name = lower[..local.ToLowerInvariant(lower)];
        if (name is "noreply" or "no-reply" or "donotreply" or "do-not-reply" or "git" || domain.Equals("users.noreply.github.com", StringComparison.OrdinalIgnoreCase)) return true;
        if (!domain.StartsWith("example.", StringComparison.OrdinalIgnoreCase) && !domain.EndsWith("domain.com", StringComparison.OrdinalIgnoreCase)
            && !domain.Equals("email.com", StringComparison.OrdinalIgnoreCase) && !domain.Equals("host.com", StringComparison.OrdinalIgnoreCase)) return false;
        return name is "user" or "users" or "you" or "your" or "your.email" or "youremail" or "your_email" or "email" or "name" or "username" or "test" or "me" or "admin" or "info" or "someone"
            or "foo" or "bar" or "mail" or "user1" or "user2" or "root" or "address" or "your-email" or "example";
    }
}
