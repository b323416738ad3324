namespace Sallyport.Detection.Secrets;

/// <summary>Which rule an assignment falls under, if any.</summary>
internal static class AssignmentRules
{
    public static readonly DetectionRule Password = new("password-assignment", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A password written out beside its name: in code, configuration, a command or a table of settings.")
    {
        Cases = static () => new(
            ["password = \"tr0ub4dor&3\"", "DB_PASSWORD=s3cr3tpw\n", "spring.datasource.password: kq8#mm2x\n", "{\"passwd\": \"Sommer2024!\"}",
                "<password>Wint3r-is-here</password>", "conn.setPassword(\"pa55w0rd9\")",
                "Server=db;User Id=sa;Password=Zx9!kk21;", "props.put(\"db.password\", \"qu1etly4\")", "const password: string = 'k3yb0ard'",
                    "log: {\\\"password\\\": \\\"q7Zk2Vw9\\\"}", "$password = 'oc3an-blue'", "password := `h4rdc0ded`",
                    "const dbPassword string = \"tr0ub4dor&3\"", "let password: &'static str = \"tr0ub4dor&3\";", "Dim password As String = \"tr0ub4dor&3\"", "password = \"\"\"tr0ub4dor&3\"\"\"",
                    "NSString *password = @\"tr0ub4dor&3\";", "password <- \"tr0ub4dor&3\"", "if (password != \"tr0ub4dor&3\") {", "if (\"tr0ub4dor&3\" == password)", "password += \"tr0ub4dor&3\"",
                    "contrase\u00f1a = 'tr0ub4dor&3'", "<add key=\"DbPassword\" value=\"tr0ub4dor&3\" />", "- name: DB_PASSWORD\n  value: tr0ub4dor#3\n", "{\"name\": \"password\", \"value\": \"tr0ub4dor&3\"}",
                    "<entry key=\"password\">tr0ub4dor&3</entry>", "variable \"db_password\" {\n  default = \"tr0ub4dor&3\"\n}", "set(db_password, \"tr0ub4dor&3\")", "**Password:** tr0ub4dor#3\n",
                    "&quot;password&quot;:&quot;tr0ub4dor3&quot;", "password = [\"tr0ub4dor&3\"]", "SET PASSWORD = N'tr0ub4dor3'", "cmdkey /add:srv1 /user:ana /pass:tr0ub4dor3", "\u5bc6\u7801\uff1atr0ub4dor3", "\u043f\u0430\u0440\u043e\u043b\u044c: tr0ub4dor3", "has\u0142o: tr0ub4dor3"],
            ["password = os.environ[\"DB_PASSWORD\"]", "\u5bc6\u7801\uff1a8\u4f4d\u4ee5\u4e0a", "\u30d1\u30b9\u30ef\u30fc\u30c9\uff1a8\u6587\u5b57\u4ee5\u4e0a", "password: ${DB_PASSWORD}", "password = getpass()", "def login(user, password):",
                "password=<your-password>", "password: string", "\"password\": \"changeme\"", "password = config.password",
                "input type=\"password\" name=\"x1\"", "password_file = \"/run/secrets/db1\"", "Enter password: ", "password: xxxxxxxx", "password=$1",
                    "if password == other1:", "password: [redacted:password-assignment]", "passwordField: 'form-control-2'",
                    "invalidPassword = \"tr0ub4dor&3\"", "password: 'required|min:8|max:64'",
                    "\"Password\":{\"shape\":\"DatabasePassword\"}", "mock.patch.object(pwd, 'getpwuid', x)", "{\"key\": \"login.password\", \"value\": \"Passwort\"}", "if (password != \"\") {",
                    "<input name=\"password\" value=\"\">", "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n", "variable \"db_password\" {\n  default = null\n}", "{\"name\": \"password\"}, {\"value\": \"tr0ub4dor&3\"}",
                    "if (\"PUT12345\" == method)", "password: ['', required]", "POSTGRES_PASSWORD: postgres", "MINIO_ROOT_PASSWORD=minioadmin", "\"login.password\": \"Passwort\""]),
    };

    public static readonly DetectionRule Secret = new("secret-assignment", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A random-looking value beside a name such as api_key, token, client_secret.")
    {
        Cases = static () => new(
            ["api_key = \"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6\"", "export SERVICE_TOKEN=9f8e7d6c5b4a3928\n", "clientSecret: 'k2VHT4sX-b1Y_m8R'",
                "{\"access_token\":\"q7Zk2Vw9.hT4sXb1Y.m8Rn3Jd6\"}", "curl -H 'X-Api-Key: 9f8e7d6c5b4a39281706'", "?sig=1&access_token=q7Zk2Vw9hT4s&x=1",
                "//registry.npmjs.org/:_authToken=8c1f0b5d-52e1-4f6a-9b0d-2f3f5f6f7a81",
                "jwtSecret := []byte(\"q7Zk2Vw9hT4sXb1Y\")", "api_key = new String(\"q7Zk2Vw9hT4sXb1Y\")", "secret = Buffer.from('q7Zk2Vw9hT4sXb1Y')", "SECRET_KEY_BASE=q7Zk2Vw9hT4sXb1Ym8Rn3Jd6\n",
                "db_key = \"q7Zk2Vw9hT4sXb1Y\"", "<property name=\"apiKey\" value=\"q7Zk2Vw9hT4sXb1Y\"/>", "token ?= q7Zk2Vw9hT4sXb1Ym8Rn3Jd6\n"],
            ["token = get_token(request)", "\"next_page_token\": \"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6\"", "secret_name: my-service-credentials",
                "api_key = settings.API_KEY", "SECRET_KEY=${SECRET_KEY:-}", "max_tokens: 4096",
                "sha256 = \"9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0\"",
                "\"integrity\": \"sha512-q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0Gc5Fa==\"", "public_key = \"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6\"", "token: example-token-value",
                    "commit = \"3daaabc9f8e7d6c5b4a39281706f5e4d3c2b1a09\"", "const token = await fetchToken()", "api_key: YOUR_API_KEY_HERE1",
                    "nonMatchingToken := \"q7Zk2Vw9hT4sXb1Y\"", "FAKE_API_KEY=q7Zk2Vw9hT4sXb1Ym8Rn3Jd6", "SERVICE_TOKEN=ab12CD_abcdefghijklmnopqrstuvw",
                    "tokenAddress: \"0x9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c\""]),
    };

    public static readonly DetectionRule Header = new("authorization-header", FindingKind.Secret, Severity.High, DataClass.Secret,
        "The credential of an Authorization header: Bearer, Basic, token and others.")
    {
        Cases = static () => new(
            ["Authorization: Bearer q7Zk2Vw9hT4sXb1Ym8Rn3Jd6", "curl -H \"Authorization: Basic dXNlcjpwYXNzdzByZA==\" x",
                "'Authorization': 'token 9f8e7d6c5b4a39281706'", "headers[\"authorization\"] = \"Bearer q7Zk2Vw9hT4sXb1Y\""],
            ["Authorization: Bearer $TOKEN", "Authorization: Bearer <token>", "'Authorization': 'Bearer ' + token", "Authorization: Basic {credentials}",
                "Authorization: Bearer ${{ secrets.TOKEN }}"]),
    };

    public static readonly DetectionRule DockerAuth = new("docker-auth", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A user and password in base 64 under \"auth\": a container registry's or npm's configuration.")
    {
        Cases = static () => new(["{\"auths\": {\"r.example.net\": {\"auth\": \"dXNlcjpzM2NyM3Q=\"}}}", "//r.example.net/:_auth=dXNlcjpzM2NyM3Q=\n"],
            ["\"auth\": \"required\"", "auth = \"c29tZXRoaW5n\"", "auth: oauth2"]),
    };

    public static readonly DetectionRule AwsSecret = new("aws-secret-access-key", FindingKind.Secret, Severity.Critical, DataClass.Secret,
        "The secret half of an AWS access key: 40 characters of base 64 beside its name.")
    {
        Cases = static () => new(["aws_secret_access_key = q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0G/c5FaQ+wE9rT\n", "\"SecretAccessKey\": \"q7Zk2Vw9hT4sXb1Ym8Rn3Jd6Lp0G/c5FaQ+wE9rT\""],
            ["aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "aws_secret_access_key = ${SECRET}", "secret_access_key: short"]),
    };

    /// <summary>Reports what the value is under its name; returns where to go on.</summary>
    public static int Judge(ref ScanContext context, int at, AssignedName name, NameKind kind, AssignedValue value)
    {
        var text = context.Text;
        var nameText = text[name.Start..name.End];
        var valueText = text[value.Start..value.End];
        if (kind == NameKind.Key && valueText.Length < 4_000 && AfterScheme(valueText, value.Quoted, text, value, out var credential))
        {
            if (IsCredential(text[credential.Start..credential.End])) return Report(ref context, Header, credential, 85);
            return at;
        }
        if (kind == NameKind.Key && nameText.EndsWith("auth", StringComparison.OrdinalIgnoreCase) && IsUserAndPassword(valueText)) return Report(ref context, DockerAuth, value, 90);
        if (valueText.Length == 40 && EndsWithSecretKey(nameText) && Shape.Match("<s:40>", valueText, 0) == 40 && Randomness.IsMixed(valueText)
            && Randomness.Entropy(valueText) > 3.8 && !Placeholders.Is(valueText)) return Report(ref context, AwsSecret, value, 95);
        if (Vendors.Of(Left(text, name), valueText) is { } vendor) return Report(ref context, vendor.Rule, value, 85);
        if (kind == NameKind.Hint || UnrealNames.Says(nameText)) return at;

        var literal = IsLiteralContext(text, at, name, value);
        if (kind == NameKind.Password)
        {
            var shout = !nameText.ContainsAnyInRange('a', 'z');
            var sure = SecretValues.Password(valueText, value.Quoted, literal, shout);
            return sure > 0 && !SameAsName(nameText, valueText) ? Report(ref context, Password, value, sure) : at;
        }
        var certain = SecretValues.Key(valueText, value.Quoted, literal);
        return certain > 0 ? Report(ref context, Secret, value, certain) : at;
    }

    private static int Report(ref ScanContext context, DetectionRule rule, AssignedValue value, int confidence)
    {
        context.Add(rule, value.Start, value.End, confidence);
        return value.End;
    }

    /// <summary>The name and what stands before it on the line: <c>"sumo logic": { "token": …</c>.</summary>
    private static ReadOnlySpan<char> Left(ReadOnlySpan<char> text, AssignedName name)
    {
        var start = name.Start;
        while (start > 0 && name.End - start < 60 && (Chars.IsWord(text[start - 1]) || text[start - 1] is '-' or '.' or ' ')) start--;
        return text[start..name.End];
    }

    /// <summary>Skips <c>Bearer</c>, <c>Basic</c>, <c>token</c> and such in front of a header's credential.</summary>
    private static bool AfterScheme(ReadOnlySpan<char> value, bool quoted, ReadOnlySpan<char> text, AssignedValue at, out AssignedValue credential)
    {
        credential = default;
        var blank = value.IndexOf(' ');
        var word = blank < 0 ? value : value[..blank];
        if (!(word.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || word.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || word.Equals("token", StringComparison.OrdinalIgnoreCase) || word.Equals("Token", StringComparison.Ordinal)
            || word.Equals("ApiKey", StringComparison.OrdinalIgnoreCase) || word.Equals("SSWS", StringComparison.Ordinal)
            || word.Equals("GenieKey", StringComparison.Ordinal) || word.Equals("Splunk", StringComparison.Ordinal))) return false;
        credential = blank < 0 && !quoted ? AssignedValue.Read(text, at.End) : blank < 0 ? default : new AssignedValue(at.Start + blank + 1, at.End, quoted);
        return credential.End > credential.Start;
    }

    private static bool IsCredential(ReadOnlySpan<char> value) =>
        value.Length >= 8 && !Placeholders.Is(value) && value.IndexOfAny(" ({[$") < 0 && (Randomness.IsMixed(value) || value.Length >= 20) && Randomness.Entropy(value) > 2.4;

    private static bool IsUserAndPassword(ReadOnlySpan<char> value)
    {
        if (value.Length is < 8 or > 400 || value.Length % 4 != 0) return false;
        Span<byte> plain = stackalloc byte[300];
        if (!Convert.TryFromBase64Chars(value, plain, out var written)) return false;
        plain = plain[..written];
        var colon = plain.IndexOf((byte)':');
        return colon > 0 && colon < written - 1 && plain.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0;
    }

    private static bool EndsWithSecretKey(ReadOnlySpan<char> name) =>
        name.EndsWith("secret_access_key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("SecretAccessKey", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("aws_secret_key", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("secret-access-key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("AWS_SECRET", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("awsSecretKey", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A line of settings, where a bare word is the value itself: the name starts the line or follows what shells and files put before
    /// it, and the value is the rest of the line. Elsewhere a bare word is a variable.
    /// </summary>
    private static bool IsLiteralContext(ReadOnlySpan<char> text, int at, AssignedName name, AssignedValue value)
    {
        if (text[at] == '>') return true;
        var tight = at > 0 && !Chars.IsBlank(text[at - 1]) && at + 1 < text.Length && !Chars.IsBlank(text[at + 1]) && text[at] == '=';
        var before = name.Start;
        while (before > 0 && Chars.IsBlank(text[before - 1])) before--;
        if (before > 0 && text[before - 1] is '(' or ',' or '{') return false;
        if (before > 0 && text[before - 1] is ';' or '?' or '&') return tight;
        var end = value.End;
        while (end < text.Length && Chars.IsBlank(text[end])) end++;
        var closes = end >= text.Length || text[end] is '\n' or '\r' or '#' or '\\' or '"' or '\'';
        return tight || closes && text[at] is ':' or '=';
    }

    private static bool SameAsName(ReadOnlySpan<char> name, ReadOnlySpan<char> value) =>
        name.Length >= value.Length ? name.EndsWith(value, StringComparison.OrdinalIgnoreCase) : value.EndsWith(name, StringComparison.OrdinalIgnoreCase) && value.Length - name.Length < 8;
}
