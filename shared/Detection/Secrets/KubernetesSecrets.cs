namespace Sallyport.Detection.Secrets;

/// <summary>
/// The values of a Kubernetes Secret, in YAML or JSON: base 64 under <c>data</c>, text under <c>stringData</c>. Each is a secret whatever it
/// looks like; a placeholder or a reference is none.
/// </summary>
internal static class KubernetesSecrets
{
    private const int Reach = 16 * 1024;

    private static readonly DetectionRule s_rule = new("kubernetes-secret", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A value of a Kubernetes Secret: base 64 under data, or text under stringData.")
    {
        Cases = static () => new(
            [
                "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  username: YWRtaW4=\n  extra: c2VhLWJyZWV6ZQ==\n", "apiVersion: v1\ndata:\n  tls.key: c2VhLWJyZWV6ZQ==\nkind: Secret\n",
                "+kind: Secret\n+data:\n+  user: c2VhLWJyZWV6ZQ==\n", "++kind: Secret\n++data:\n++  user: c2VhLWJyZWV6ZQ==\n",
                    "kind: Secret\nstringData:\n  greeting: \"harbour-light\"\n", "{\"kind\": \"Secret\", \"data\": {\"user\": \"c2VhLWJyZWV6ZQ==\"}}",
            ],
            ["kind: ConfigMap\ndata:\n  greeting: c2VhLWJyZWV6ZQ==\n", "kind: Secret\nstringData:\n  greeting: REPLACE_ME\n  other: changeme\n", "kind: Secret\nmetadata:\n  name: db\n", "kind: Secret\ndata:\n  user: ${USER_B64}\n",
                "kind: Secret\ndata: {}\n---\nkind: ConfigMap\ndata:\n  a: c2VhLWJyZWV6ZQ==\n",
                "kind: SecretProviderClass\ndata:\n  a: c2VhLWJyZWV6ZQ==\n"]),
    };

    public static readonly Family Family = new("kubernetes-secrets", static () => [s_rule]) { Kinds = FindingKinds.Secret, WordPairs = "ki", ExactCase = true };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var json = context.Has(at, "kind\": \"Secret\"") || context.Has(at, "kind\":\"Secret\"");
        if (!json && !(context.Has(at, "kind: Secret") && !Chars.IsWord(context.At(at + 12)))) return at;
        var from = Math.Max(0, at - Reach);
        var to = Math.Min(text.Length, at + Reach);
        if (!json)
        {
            // A document ends at a line of three dashes, in a patch behind the mark of an added line; so does the search.
            from += 1 + Math.Max(text[from..at].LastIndexOf("\n---"), text[from..at].LastIndexOf("\n+---"));
            to = at + Math.Min(Until(text[at..to], "\n---"), Until(text[at..to], "\n+---"));
        }
        context.Work += to - from;
        foreach (var name in (ReadOnlySpan<string>)["data", "stringData"])
            for (var block = from; block < to && text[block..to].IndexOf(name) is >= 0 and var found;)
            {
                var start = block + found;
                block = start + name.Length;
                if (start > 0 && Chars.IsWord(text[start - 1])) continue;
                if (context.At(block) == '"') ReadJson(ref context, block, to, name is "data");
                else if (context.At(block) == ':') ReadYaml(ref context, start, block + 1, to, name is "data");
            }
        // The next Secret may begin within reach of this one and end beyond it: what begins in the first half is read to its end.
        return Math.Min(to, at + Reach / 2);
    }

    private static int Until(ReadOnlySpan<char> text, string end) => text.IndexOf(end) is >= 0 and var found ? found : text.Length;

    /// <summary>The lines below a key that stand further in than it.</summary>
    private static void ReadYaml(ref ScanContext context, int key, int at, int to, bool base64)
    {
        var text = context.Text;
        var indent = key - (text[..key].LastIndexOf('\n') + 1);
        while (at < to && text[at..to].IndexOf('\n') is >= 0 and var newline)
        {
            var line = at + newline + 1;
            var end = text[line..to].IndexOf('\n') is >= 0 and var length ? line + length : to;
            var name = line;
            while (name < end && text[name] is '+' or '-') name++; // the mark of a patch, or of a diff that a patch adds
            while (name < end && text[name] == ' ') name++;
            if (name == end || text[name] is '\r' or '#')
            {
                at = line;
                if (line >= to) return;
                continue;
            }
            if (name - line <= indent) return;
            if (text[name..end].IndexOf(": ") is > 0 and var colon) Report(ref context, AssignedValue.Read(text[..end], name + colon + 1), base64);
            at = line;
        }
    }

    private static void ReadJson(ref ScanContext context, int at, int to, bool base64)
    {
        var text = context.Text;
        var open = text[at..Math.Min(to, at + 8)].IndexOf('{');
        if (open < 0) return;
        at += open + 1;
        while (at < to && text[at] != '}')
        {
            if (text[at] == ':')
            {
                var value = AssignedValue.Read(text[..to], at + 1);
                if (!value.Quoted) return;
                Report(ref context, value, base64);
                at = value.End;
            }
            at++;
        }
    }

    private static void Report(ref ScanContext context, AssignedValue value, bool base64)
    {
        var inside = context.Text[value.Start..value.End];
        if (inside.Length < 4 || inside[0] is '$' or '{' or '<' or '|' or '>' || inside.StartsWith("[redacted:")) return;
        if (!base64 && Placeholders.Is(inside)) return;
        if (base64 && (inside.Length % 4 != 0 || Shape.Match("<s:4-100000>", inside, 0) != inside.Length)) return;
        context.Add(s_rule, value.Start, value.End, 90);
    }
}
