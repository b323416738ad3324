using System.Text;

namespace Sallyport.Detection.Secrets;

/// <summary>Credentials whose mark stands in their middle or is more than literal text: JSON web tokens, Telegram, Discord, Azure, Terraform, Facebook, Mailchimp.</summary>
internal static class Marks
{
    private static readonly DetectionRule s_jwt = Rule("json-web-token", Severity.High, "A signed JSON web token: two parts that decode to JSON objects, and a signature.",
        ["Bearer " + Jwt(), $"{{\"id_token\":\"{Jwt()}\"}}"], ["eyJBB.eyJCC.eyJDDDD", "eyJhbGciOiJub25l", "eyJ0ZXN0IjoxfQ"]);

    private static readonly DetectionRule s_telegram = Rule("telegram-bot-token", Severity.Critical, "A Telegram bot's token: its id, a colon, AA and 33 characters.",
        ["TG=7204918365:AA" + "Hq7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa", "https://api.telegram.org/bot7204918365:AB" + "Hq7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa/getMe"],
        ["1234567890:AAxx", "7204918365:AB" + "Hq7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa", "at 1234567890:AAA"]);

    private static readonly DetectionRule s_discord = Rule("discord-bot-token", Severity.Critical, "A Discord bot's token: its id in base 64, a time, a signature.",
        ["M7Zk2Vw9hT4sXb1Ym8Rn3Jd6." + "Gq7Zk2.Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa"], ["MyNamespaceWithALongNameXX.Method.AnotherLongIdentifierHereAgain", "Mongo.Driver.Core"]);

    private static readonly DetectionRule s_azure = Rule("azure-client-secret", Severity.Critical, "The secret of a Microsoft Entra application: three characters, a digit, Q~ and 31 to 34 more.",
        ["secret: abC8Q~" + "q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5F.a"], ["~~~~8Q~~~~~", "x8Q~short"]);

    private static readonly DetectionRule s_terraform = Rule("terraform-token", Severity.Critical, "A token of HCP Terraform: 14 characters, .atlasv1. and 60 to 70 more.",
        ["q7Zk2Vw9hT4sXb.atlasv1." + "q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Faq7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa"], ["x.atlasv1.y", "the .atlasv1. part"]);

    private static readonly DetectionRule s_facebook = Rule("facebook-app-token", Severity.High, "A Facebook app's access token: its id, a bar, 27 characters.",
        ["738290174650183|" + "q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0"], ["123456789012345|", "738290174650183 | total"]);

    private static readonly DetectionRule s_mailchimp = Rule("mailchimp-key", Severity.Critical, "A Mailchimp key: 32 hexadecimal digits and the data centre, -us and a number.",
        ["q=9f8e7d6c5b4a39281706f5e4d3c2b1a0-us" + "17"], ["9f8e7d6c-us1", "9f8e7d6c5b4a39281706f5e4d3c2b1a0-usual"]);

    private static readonly DetectionRule s_maxmind = Rule("maxmind-key", Severity.High, "A MaxMind licence key: 6 and 29 characters, _mmk.",
        ["q7Zk2V_" + "w9hT4sXb1Ym8Rn3Jd6Lp0Gc5Faq7Z_mmk"], ["a_mmk", "my_variable_mmk"]);

    public static readonly Family Family = new("marks", static () => [s_jwt, s_telegram, s_discord, s_azure, s_terraform, s_facebook, s_mailchimp, s_maxmind])
    {
        Kinds = FindingKinds.Secret,
        WordPairs = "ey M* N* O*",
        ExactCase = true,
        Characters = "|~",
        Signs = ".a -u _m :A",
        AfterWord = "|~.-_:",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        switch (context.Text[at])
        {
            case 'e':
                return context.Has(at, "eyJ") ? JsonWebToken(ref context, at) : at;
            case 'M' or 'N' or 'O':
                return Discord(ref context, at);
            case ':':
                return context.Has(at + 1, "AA") || SpeaksOfBots(context.Text, at) ? Around(ref context, at, s_telegram, "d", 8, 10, "b", 35, 35, 92) : at;
            case '~':
                return at >= 5 && context.At(at - 1) == 'Q' && char.IsAsciiDigit(context.At(at - 2)) ? Azure(ref context, at) : at;
            case '.':
                return context.Has(at, ".atlasv1.") ? Around(ref context, at, s_terraform, "a", 14, 14, "e", 60, 70, 97, 9) : at;
            case '|':
                return char.IsAsciiDigit(context.At(at - 1)) ? Around(ref context, at, s_facebook, "d", 15, 16, "b", 27, 27, 85) : at;
            case '-':
                return context.Has(at, "-us") ? Around(ref context, at, s_mailchimp, "x", 32, 32, "d", 1, 2, 90, 3) : at;
            case '_':
                return context.Has(at, "_mmk") ? Maxmind(ref context, at) : at;
            default:
                return at;
        }
    }

    /// <summary>So many of a class to the left of a mark and so many to the right, and no more.</summary>
    private static int Around(ref ScanContext context, int at, DetectionRule rule, string left, int leftLeast, int leftMost, string right, int rightLeast, int rightMost, int confidence, int mark = 1)
    {
        var text = context.Text;
        var (start, end) = (at, at + mark);
        while (start > 0 && at - start <= leftMost && Shape.Holds(left[0], text[start - 1])) start--;
        while (end < text.Length && end - at - mark <= rightMost && Shape.Holds(right[0], text[end])) end++;
        if (at - start < leftLeast || at - start > leftMost || end - at - mark < rightLeast || end - at - mark > rightMost) return at;
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && !(rule == s_telegram && text[..start].EndsWith("/bot")) || end < text.Length && Chars.IsWord(text[end])) return at;
        var longer = at - start > end - at ? text[start..at] : text[(at + mark)..end];
        if (Randomness.Entropy(longer) < 3) return at;
        context.Add(rule, start, end, confidence);
        return end;
    }

    /// <summary>telegram_token=…, api.telegram.org/bot…: there the second letter may be any.</summary>
    private static bool SpeaksOfBots(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 60)..at];
        return before.IndexOf("telegr", StringComparison.OrdinalIgnoreCase) >= 0 || before.LastIndexOf("bot") >= 0;
    }

    private static int Azure(ref ScanContext context, int at)
    {
        var text = context.Text;
        var start = at - 5;
        var end = at + 1;
        while (end < text.Length && end - at <= 36 && (Chars.IsBase64Url(text[end]) || text[end] is '.' or '~')) end++;
        if (end - at - 1 is < 31 or > 34) return at;
        foreach (var c in text[start..(at - 2)])
            if (!(Chars.IsBase64Url(c) || c is '.' or '~')) return at;
        if (start > 0 && Chars.IsWord(text[start - 1]) || Randomness.Entropy(text[start..end]) < 3.3) return at;
        context.Add(s_azure, start, end, 92);
        return end;
    }

    private static int Maxmind(ref ScanContext context, int at)
    {
        if (at < 36 || !Shape.Match("<a:6>_<a:29>_mmk", context.Text, at - 36).Equals(at + 4) || at > 36 && Chars.IsWord(context.Text[at - 37])) return at;
        context.Add(s_maxmind, at - 36, at + 4, 95);
        return at + 4;
    }

    private static int Discord(ref ScanContext context, int at)
    {
        var text = context.Text;
        var first = Run(text, at, 40);
        if (first - at is < 23 or > 26 || context.At(first) != '.') return at;
        var second = Run(text, first + 1, 20);
        if (second - first - 1 != 6 || context.At(second) != '.') return at;
        var end = Run(text, second + 1, 60);
        if (end - second - 1 is < 27 or > 38 || !Randomness.IsMixed(text[(second + 1)..end]) || !Randomness.IsMixed(text[at..first])) return at;
        context.Add(s_discord, at, end, 90);
        return end;
    }

    private static int JsonWebToken(ref ScanContext context, int at)
    {
        var text = context.Text;
        var header = Run(text, at, 2_000);
        context.Work += header - at;
        if (context.At(header) != '.' || !context.Has(header + 1, "ey")) return header;
        var payload = Run(text, header + 1, 16_000);
        context.Work += payload - header;
        var end = payload;
        for (var parts = 0; parts < 3 && context.At(end) == '.'; parts++)
        {
            var next = Run(text, end + 1, 16_000);
            if (next == end + 1) break;
            end = next;
        }
        // A header is an object; "eyJ" and a dot alone are also how a file or a class may be called.
        if (!IsJson(text[at..header]) || payload - header < 12) return header;
        context.Add(s_jwt, at, end, end > payload ? 95 : 75);
        return end;
    }

    private static bool IsJson(ReadOnlySpan<char> base64)
    {
        if (base64.Length < 12) return false;
        var room = base64[..(Math.Min(base64.Length, 400) / 4 * 4)];
        Span<byte> plain = stackalloc byte[300];
        Span<char> standard = stackalloc char[400];
        for (var i = 0; i < room.Length; i++) standard[i] = room[i] switch { '-' => '+', '_' => '/', var c => c };
        if (!Convert.TryFromBase64Chars(standard[..room.Length], plain, out var written)) return false;
        var json = plain[..written].TrimStart(" {\r\n\t"u8);
        return json.Length > 3 && json[0] == '"' && json[1..].Contains((byte)'"');
    }

    private static int Run(ReadOnlySpan<char> text, int at, int most)
    {
        var end = Math.Min(text.Length, at + most);
        while (at < end && Chars.IsBase64Url(text[at])) at++;
        return at;
    }

    private static DetectionRule Rule(string id, Severity severity, string description, string[] truth, string[] falsehood) =>
        new(id, FindingKind.Secret, severity, DataClass.Secret, description) { Cases = () => new RuleCases(truth, falsehood) };

    private static string Jwt() => string.Join('.',
        Convert.ToBase64String(Encoding.ASCII.GetBytes("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")).TrimEnd('='),
        Convert.ToBase64String(Encoding.ASCII.GetBytes("{\"sub\":\"1\",\"iat\":1700000000}")).TrimEnd('='), "q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa");
}
