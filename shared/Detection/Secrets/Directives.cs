namespace Sallyport.Detection.Secrets;

/// <summary>
/// A name and its value with nothing but a blank between them: <c>#define DB_PASSWORD "…"</c>, <c>ENV TOKEN …</c>, <c>setx</c>, <c>(def …)</c>,
/// <c>requirepass …</c>, <c>proxy_password "…";</c>, and "the token is …".
/// </summary>
internal static class Directives
{
    private const int LongestName = 64;

    private static readonly DetectionRule s_rule = new("directive-secret", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A credential behind its name and a blank: a directive of a configuration, #define, ENV, setx, def, or a sentence that tells it.")
    {
        Cases = static () => new(
            ["#define DB_PASSWORD \"tr0ub4dor\"", "ENV SERVICE_TOKEN q7Zk2Vw9hT4sXb1Y\n", "setx API_KEY q7Zk2Vw9hT4sXb1Y", "set db_password \"tr0ub4dor\"", "(def api-key \"q7Zk2Vw9hT4sXb1Y\")",
                "(setq my-password \"tr0ub4dor\")", "requirepass q7Zk2Vw9\n", "private_key \"q7Zk2Vw9hT4sXb1Y\";", "secret 'q7Zk2Vw9hT4sXb1Y'", "api_key \"q7Zk2Vw9hT4sXb1Y\"",
                "the token is q7Zk2Vw9hT4sXb1Y", "my secret is 'q7Zk2Vw9hT4sXb1Y'", "The passphrase is \"tr0ub4dor\"", "password is: tr0ub4dor9",
                "password%3Dq7Zk2Vw9", "%7B%22password%22%3A%22q7Zk2Vw9%22%7D", "user%3Dana%26password%3Dq7Zk2Vw9%26x%3D1", "jdbc:oracle:thin:app/q7Zk2Vw9@db:1521:x", "<key>apiSecret</key>\n\t<string>q7Zk2Vw9hT4sXb1Y</string>",
                "proxy_set_header Authorization \"Basic YW5hOnE3WmsyVnc5\";", "BUNDLE_GEMS__ACME__NET: \"cafeb4b3:d3adb33f\"", "export BUNDLE_GEMS__ACME__NET=cafeb4b3:d3adb33f"],
            ["#define PASSWORD_LENGTH \"12\"", "ENV PATH /usr/bin:/opt/x1/bin", "set password \"$1\"", "(def password \"\")", "requirepass foobar # the default", "token \"expected\"", "the token is invalid",
                "secret 'name1'", "set -e", "define password policies for the app2", "ENV TOKEN $TOKEN", "password is stored in vault1.txt", "api key is required2", "#define SECRET \"your-secret-here\"",
                "token is 16 characters", "secret is kubernetes-dashboard-token1", "private key 'id_rsa2'", "next%3D%2Fpassword%2Freset1", "user%3Dana%26password%3D", "q=password%3D%24%7BPASS1%7D", "jdbc:oracle:thin:@db:1521:x1", "<key>apiSecret</key>\n<string>$(API_SECRET_1)</string>",
                "token \"expected value1\"",
                "BUNDLE_MIRROR__HTTPS://RUBYGEMS__ORG: https://mirror", "BUNDLE_BUILD__NOKOGIRI: --use-system-libraries", "BUNDLE_GEMS__ACME__NET: \"[redacted:directive-secret]\"", "BUNDLE_GEMS__ACME__NET: \"[redacted:directive-secret]\"", "(pass `asn1Spec` to guide it)"]),
    };

    public static readonly Family Family = new("directives", static () => [s_rule, TableCells.Rule])
    {
        Kinds = FindingKinds.Secret,
        Signs = "#d %3",
        WordPairs = "set env arg def req mas pas pwd sec tok api pri cli acc aut pro jwt ssh sig enc aws db_ my_ bun jdb",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        if (text[at] == '%') return Encoded(ref context, at);
        var end = NameEnd(text, at + (text[at] == '#' ? 1 : 0));
        context.Work += end - at;
        var word = text[at..end];
        if (word.StartsWith("BUNDLE_") && word.IndexOf("__") > 0) return Bundle(ref context, at, end);
        if (word is "jdbc" && context.HasWord(at, "jdbc:oracle:")) return Oracle(ref context, at);
        if (context.At(end) == '<') return Property(ref context, at, end);
        if (word.Length >= 3 && TableCells.MayEnd(context.At(end)) && TableCells.Recognise(ref context, at, end) is var cell && cell > at) return cell;
        if (!Chars.IsBlank(context.At(end)) || word.Length < 3) return at;
        var sets = Sets(word, out var bare);
        var (start, stop) = (at, end);
        if (sets)
        {
            start = end + 1;
            while (Chars.IsBlank(context.At(start)) && start - end < 8) start++;
            stop = NameEnd(text, start);
            if (stop - start < 2 || !Chars.IsBlank(context.At(stop))) return at;
        }
        var kind = SecretNames.Judge(text[start..stop]);
        if (kind is not (NameKind.Password or NameKind.Key)) return at;
        var from = stop + 1;
        while (Chars.IsBlank(context.At(from)) && from - stop < 24) from++;
        if (!sets && context.HasWord(from, "is") && context.At(from + 2) is ' ' or ':') return Told(ref context, at, kind, from + (context.At(from + 2) == ':' ? 3 : 2));
        bare |= word is "requirepass" or "masterauth";
        if (context.At(from) is not ('"' or '\'') && !(context.At(from) == '\\' && context.At(from + 1) is '"' or '\'') && !bare) return at;
        return Report(ref context, at, kind, AssignedValue.Read(text, from), bare);
    }

    /// <summary>Bundler keeps user and password of a private server under the server's name: BUNDLE_GEMS__ACME__NET=user:password.</summary>
    private static int Bundle(ref ScanContext context, int at, int end)
    {
        if (context.At(end) is '"') end++;
        if (context.At(end) is not (':' or '=')) return at;
        var value = AssignedValue.Read(context.Text, end + 1);
        var inside = context.Text[value.Start..value.End];
        if (Placeholders.Is(inside) || inside.IndexOf(':') is not (> 2 and var colon) || colon + 4 > inside.Length || inside.Contains('/') || inside.StartsWith("[redacted:")
            || Placeholders.Is(inside[(colon + 1)..])) return at;
        context.Add(s_rule, value.Start, value.End, 85);
        return value.End;
    }

    /// <summary>password%3D…: a form's field, percent-encoded, its name left of the sign.</summary>
    private static int Encoded(ref ScanContext context, int at)
    {
        var text = context.Text;
        var member = context.At(at + 2) is 'A' or 'a'; // %22password%22%3A%22
        if (!member && context.At(at + 2) is not ('D' or 'd')) return at;
        var from = at + 3;
        if (member)
        {
            if (at < 3 || !context.Has(at - 3, "%22") || !context.Has(from, "%22")) return at;
            (at, from) = (at - 3, from + 3);
        }
        var start = at;
        while (start > 0 && at - start < LongestName && (CharKinds.Of(text[start - 1]) & CharKinds.Name) != 0) start--;
        context.Work += at - start;
        if (start > 0 && text[start - 1] == '%' && at - start > 2) start += 2; // %26password
        if (SecretNames.Judge(text[start..at]) is not (NameKind.Password or NameKind.Key)) return at;
        var end = from;
        while (end < text.Length && end - from < 200 && (Chars.IsBase64Url(text[end]) || text[end] is '.' or '~' or '+' or '*' or '!' || text[end] == '%' && !EndsField(text, end))) end++;
        var inside = text[from..end];
        if (inside.Length < 6 || !Randomness.IsMixed(inside) || inside[0] == '%' && context.At(from + 1) is '2' or '7' && context.At(from + 2) is '4' or 'B' or 'b' || Placeholders.Is(inside)) return at;
        context.Add(s_rule, from, end, 75);
        return end;
    }

    /// <summary>%26, %0A, %22: what comes next is another field, or none.</summary>
    private static bool EndsField(ReadOnlySpan<char> text, int at) => at + 2 < text.Length && (text[at + 1], text[at + 2]) is ('2', '6') or ('0', _) or ('2', '2') or ('2', '0');

    /// <summary>jdbc:oracle:thin:user/password@host.</summary>
    private static int Oracle(ref ScanContext context, int at)
    {
        var text = context.Text[at..Math.Min(context.Text.Length, at + 200)];
        var end = text.IndexOfAny(" \"'\n");
        if (end >= 0) text = text[..end];
        var (slash, mark) = (text.IndexOf('/'), text.LastIndexOf('@'));
        if (slash < 13 || mark < slash + 4 || Placeholders.Is(text[(slash + 1)..mark]) || text[slash + 1] is '$' or '{' or '<') return at;
        context.Add(s_rule, at + slash + 1, at + mark, 85);
        return at + mark;
    }

    /// <summary>&lt;key>apiSecret&lt;/key> and &lt;string>…: a property list.</summary>
    private static int Property(ref ScanContext context, int at, int end)
    {
        var text = context.Text;
        if (at < 5 || !text[..at].EndsWith("<key>") || !context.Has(end, "</key>")) return at;
        var from = end + 6;
        while (from < text.Length && from - end < 80 && text[from] is ' ' or '\t' or '\r' or '\n' or '+') from++;
        if (!context.Has(from, "<string>")) return at;
        from += 8;
        var length = text[from..Math.Min(text.Length, from + 400)].IndexOf('<');
        var kind = SecretNames.Judge(text[at..end]);
        if (length < 6 || kind is not (NameKind.Password or NameKind.Key)) return at;
        return Report(ref context, at, kind, new AssignedValue(from, from + length, true), bare: true);
    }

    private static int Told(ref ScanContext context, int at, NameKind kind, int from)
    {
        var value = AssignedValue.Read(context.Text, from);
        var inside = context.Text[value.Start..value.End];
        return inside.Length >= 8 && (value.Quoted || !inside.ContainsAny("-.")) && Randomness.IsMixed(inside) ? Report(ref context, at, kind, value, bare: true) : at;
    }

    private static int Report(ref ScanContext context, int at, NameKind kind, AssignedValue value, bool bare)
    {
        if (!value.Quoted && !bare) return at;
        var inside = context.Text[value.Start..value.End];
        // Authorization "Basic …"
        if (inside.StartsWith("Basic ") || inside.StartsWith("Bearer "))
        {
            value = value with { Start = value.Start + inside.IndexOf(' ') + 1 };
            inside = context.Text[value.Start..value.End];
        }

        if (inside.Length < 4 || !inside.ContainsAnyInRange('0', '9') && !Chars.HasAny(inside, "!@#%^&*+?")) return at;
        var sure = kind == NameKind.Password ? SecretValues.Password(inside, value.Quoted, literalContext: true, shout: false)
            : inside.Length >= 12 ? SecretValues.Key(inside, value.Quoted, literalContext: true) : 0;
        if (sure == 0) return at;
        context.Add(s_rule, value.Start, value.End, sure);
        return value.End;
    }

    /// <summary>What stands before a name and its value. <paramref name="bare"/>: the value needs no quotes there.</summary>
    private static bool Sets(ReadOnlySpan<char> word, out bool bare)
    {
        bare = word is "setx" or "SETX" or "ENV" or "ARG";
        return bare || word is "set" or "setq" or "setf" or "def" or "define" or "defvar" or "defconst" or "defparameter" or "#define" or "env";
    }

    private static int NameEnd(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] == '#') at++;
        var limit = Math.Min(text.Length, at + LongestName);
        while (at < limit && (CharKinds.Of(text[at]) & CharKinds.Name) != 0) at++;
        return at;
    }
}
