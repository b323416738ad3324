namespace Sallyport.Detection.Secrets;

/// <summary>Secrets given by position: flags of commands, netrc, SQL, a password told in a sentence, a bare Bearer token.</summary>
internal static class CommandLines
{
    private static readonly DetectionRule s_flag = new("flag-secret", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A password or key given to a command: --password VALUE, --api-key VALUE, curl -u user:password, mysql -pPASSWORD, sshpass -p.")
    {
        Cases = static () => new(
            ["deploy --password tr0ub4dor", "tool --api-key \"q7Zk2Vw9hT4sXb1Y\"", "curl -s -u admin:s3cr3tpw https://x.example",
                "curl --user 'admin:s3cr3tpw' x", "mysql -u root -ps3cr3tpw shop", "sshpass -p 'Zx9!kk21' ssh host",
                "ConvertTo-SecureString 'q7Zk2Vw9' -AsPlainText -Force", "docker login -u me -p q7Zk2Vw9 r.example.net", "net use Z: \\\\fs1\\pub q7Zk2Vw9 /user:ana", "net user ana q7Zk2Vw9 /add", "smbclient //h/s -U ana%q7Zk2Vw9", "redis-cli -a q7Zk2Vw9 ping"],
            ["deploy --password $PASSWORD", "net use Z: \\\\fs1\\pub /user:ana *", "net user ana1 /active:no", "the net use of 2 cores", "tool --password-file /run/pw1", "curl -u username:password x", "curl -u \"$USER:$PASS1\" x",
                "mysql -u root -p shop", "mkdir -p build/x1", "sshpass -p \"$PW1\" ssh host", "grep --token PATTERN", "ssh -p 2222 host", "curl -u admin: x", "ConvertTo-SecureString $pw1 -AsPlainText -Force", "ConvertTo-SecureString \"$env:PW1\" -AsPlainText"]),
    };

    private static readonly DetectionRule s_netrc = new("netrc-password", FindingKind.Secret, Severity.High, DataClass.Secret,
        "The password of a machine in a netrc file.")
    {
        Cases = static () => new(["machine api.example.net login me password tr0ub4dor", "machine x\n  login me\n  password q7Zk2Vw9\n"],
            ["login and password required1", "the password field1 is empty"]),
    };

    private static readonly DetectionRule s_told = new("told-password", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A password told in a sentence or set by SQL: the password is …, IDENTIFIED BY '…', PASSWORD '…'.")
    {
        Cases = static () => new(["my password is tr0ub4dor", "ALTER USER app WITH PASSWORD 'q7Zk2Vw9';", "create user a identified by 'Zx9!kk21'"],
            ["the password is wrong", "the password is required", "PASSWORD '$1'", "password is stored in vault1.txt or so"]),
    };

    private static readonly DetectionRule s_bearer = new("bearer-token", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A token after the word Bearer.")
    {
        Cases = static () => new(["send Bearer q7Zk2Vw9hT4sXb1Ym8Rn3Jd6 with it"], ["bearer of good news and 2 more", "Bearer authentication2", "Bearer <token>", "Bearer ${TOKEN}"]),
    };

    /// <summary>Commands whose flag takes a secret. A colon in the mark: the secret follows the first colon of the value.</summary>
    private static readonly (string Command, string[] Flags, bool Attached, bool AfterColon)[] s_commands =
    [
        ("curl", ["-u", "--user", "--proxy-user", "-U"], false, true),
        ("http", ["-a", "--auth"], false, true),
        ("sshpass", ["-p"], true, false),
        ("mysql", ["-p"], true, false),
        ("mysqldump", ["-p"], true, false),
        ("mysqladmin", ["-p"], true, false),
        ("docker", ["-p"], false, false),
        ("podman", ["-p"], false, false),
        ("redis-cli", ["-a"], false, false),
        ("mongo", ["-p"], false, false),
        ("mongosh", ["-p"], false, false),
        ("ldapsearch", ["-w"], false, false),
        ("smbclient", ["-U"], false, true),
        ("psexec", ["-p"], false, false),
    ];

    public static readonly Family Family = new("command-lines", static () => [s_flag, s_netrc, s_told, s_bearer])
    {
        Kinds = FindingKinds.Secret,
        Characters = "-",
        AfterGap = "-",
        WordPairs = "cur htt ssh mys doc pod red mon lda smb pse net pas ide bea",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        switch (context.Text[at])
        {
            case '-':
                return LongFlag(ref context, at);
            case 'p' or 'P' when context.HasWord(at, "password "):
                return AfterWord(ref context, at, at + 9);
            case 'i' or 'I' when context.HasWord(at, "identified by "):
                return context.At(at + 14) is '\'' or '"' ? Quoted(ref context, at + 14) : at;
            case 'b' or 'B' when context.HasWord(at, "bearer "):
                return Bearer(ref context, at + 7);
            default:
                return Command(ref context, at);
        }
    }

    private static int LongFlag(ref ScanContext context, int at)
    {
        var text = context.Text;
        if (at > 0 && !(Chars.IsBlank(text[at - 1]) || text[at - 1] is '\n' or '"' or '\'' or '(' or '[')) return at;
        var name = at;
        while (context.At(name) == '-' && name - at < 2) name++;
        var end = name;
        while (end < text.Length && end - name < 60 && (Chars.IsWord(text[end]) || text[end] is '-' or '.')) end++;
        if (end - name < 4) return at;
        // "--flag", "value": the list of a process's arguments
        var from = end;
        if (Chars.IsQuote(context.At(from)) && context.At(from + 1) == ',') from += 2;
        if (!Chars.IsBlank(context.At(from))) return at;
        if (text[name..end].Equals("AsPlainText", StringComparison.OrdinalIgnoreCase)) return SecureString(ref context, at, end);
        var kind = SecretNames.Judge(text[name..end]);
        if (kind is not (NameKind.Password or NameKind.Key)) return at;
        var value = AssignedValue.Read(text, from);
        var inside = text[value.Start..value.End];
        if (inside.Length < 4 || inside[0] == '-') return at;
        var sure = kind == NameKind.Password ? (Randomness.IsMixed(inside) || Chars.HasAny(inside, "!@#%^&*+?")
            ? SecretValues.Password(inside, value.Quoted, true, false) : 0) : SecretValues.Key(inside, value.Quoted, true);
        if (sure == 0) return at;
        context.Add(s_flag, value.Start, value.End, sure);
        return value.End;
    }

    /// <summary>ConvertTo-SecureString '…' -AsPlainText: the string stands left of the flag.</summary>
    private static int SecureString(ref ScanContext context, int at, int end)
    {
        var text = context.Text;
        var before = text[Math.Max(0, at - 200)..at].TrimEnd(' ');
        if (before.IsEmpty || before[^1] is not ('"' or '\'')) return at;
        var close = at - (at - Math.Max(0, at - 200) - before.Length) - 1;
        var open = before[..^1].LastIndexOf(before[^1]);
        if (open < 8 || !before[..open].TrimEnd(' ').EndsWith("SecureString", StringComparison.OrdinalIgnoreCase) && !before[..open].TrimEnd(' ').EndsWith("-String", StringComparison.OrdinalIgnoreCase)) return at;
        var start = close - (before.Length - 2 - open);
        var sure = SecretValues.Password(text[start..close], true, true, false);
        if (sure == 0 || text[start] == '$') return at;
        context.Add(s_flag, start, close, sure);
        return end;
    }

    private static bool IsCommand(ReadOnlySpan<char> word) => word is "curl" or "http" or "sshpass" or "mysql" or "mysqldump" or "mysqladmin" or "docker" or "podman" or "redis-cli"
        or "mongo" or "mongosh" or "ldapsearch" or "smbclient" or "psexec" or "net";

    private static int Command(ref ScanContext context, int at)
    {
        var text = context.Text;
        var end = at;
        while (end < text.Length && end - at < 12 && (char.IsAsciiLetterLower(text[end]) || text[end] == '-')) end++;
        if (!Chars.IsBlank(context.At(end))) return at;
        if (!IsCommand(text[at..end])) return at;
        if (text[at..end] is "net") return Share(ref context, at, end);
        foreach (ref readonly var known in s_commands.AsSpan())
            if (text[at..end].SequenceEqual(known.Command)) return Flags(ref context, end, known.Flags, known.Attached, known.AfterColon);
        return at;
    }

    /// <summary>net use Z: \\host\share PASSWORD /user:NAME, net user NAME PASSWORD: what is no device, share, option or star.</summary>
    private static int Share(ref ScanContext context, int at, int end)
    {
        var line = context.Text[end..Math.Min(context.Text.Length, end + 300)];
        if (line.IndexOfAny("\r\n|&") is >= 0 and var stop) line = line[..stop];
        context.Work += 8;
        var user = line.StartsWith(" user ", StringComparison.OrdinalIgnoreCase);
        if (!user && !line.StartsWith(" use ", StringComparison.OrdinalIgnoreCase)) return at;
        context.Work += line.Length;
        var from = user ? 6 : 5;
        for (var named = !user; from < line.Length;)
        {
            var length = line[from..].IndexOf(' ') is >= 0 and var blank ? blank : line.Length - from;
            var word = line.Slice(from, length).Trim("\"'");
            if (length > 0 && word.Length > 0 && word[0] is not ('/' or '\\' or '*' or '$' or '%' or '<') && word[^1] != ':')
            {
                if (named)
                {
                    if (word.Length < 4 || Placeholders.Is(word) || !Randomness.IsMixed(word) && !Chars.HasAny(word, "!@#%^&*+?")) return at;
                    context.Add(s_flag, end + from, end + from + length, 82);
                    return end + from + length;
                }
                named = true;
            }
            from += length + 1;
        }
        return at;
    }

    /// <summary>Looks for the flag in the rest of the command: to the end of the line, past a backslash at its end.</summary>
    private static int Flags(ref ScanContext context, int at, string[] flags, bool attached, bool afterColon)
    {
        var text = context.Text;
        var limit = Math.Min(text.Length, at + 1_000);
        for (var i = at; i < limit; i++)
        {
            context.Work++;
            if (text[i] is ';' or '|' || text[i] == '\n' && text[i - 1] != '\\') return i;
            if (text[i] != '-' || !(Chars.IsBlank(text[i - 1]) || text[i - 1] == '\n')) continue;
            foreach (var flag in flags)
            {
                if (!context.Has(i, flag)) continue;
                var next = i + flag.Length;
                var apart = Chars.IsBlank(context.At(next)) || context.At(next) == '=';
                // mysql -p NAME asks for the password: NAME is the database.
                if (apart ? attached && context.At(i - 1) != '\0' && IsMysql(text, at) : !attached && flag.Length > 1 && !Chars.IsQuote(context.At(next))) continue;
                var value = AssignedValue.Read(text, context.At(next) == '=' ? next + 1 : next);
                var start = value.Start;
                if (afterColon)
                {
                    var colon = text[value.Start..value.End].IndexOfAny(':', '%');
                    if (colon < 0) continue;
                    start += colon + 1;
                }
                var secret = text[start..value.End];
                if (secret.Length < 3 || secret.ContainsAny(" \t") || (secret.Length > 3 ? Placeholders.Is(secret) : !Randomness.IsMixed(secret))
                    || secret[0] is '$' or '-' or '{' || !afterColon && !attached && !Randomness.IsMixed(secret)) continue;
                if (flag == "-p" && IsPort(secret)) continue; // a port
                context.Add(s_flag, start, value.End, 82);
                return value.End;
            }
        }
        return limit;
    }

    private static bool IsPort(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiDigit(c) && c is not (':' or '.' or '/')) return false;
        return true;
    }

    private static bool IsMysql(ReadOnlySpan<char> text, int end) => end > 4 && text[Math.Max(0, end - 10)..end].Contains("mysql", StringComparison.Ordinal);

    private static int AfterWord(ref ScanContext context, int at, int from)
    {
        var text = context.Text;
        if (Chars.IsQuote(context.At(from))) return Quoted(ref context, from);
        var before = text[Math.Max(0, at - 120)..at];
        var netrc = before.LastIndexOf("login ") >= 0 && before.LastIndexOf("machine ") >= 0 || before.LastIndexOf("login ") >= 0 && before.LastIndexOf("default ") >= 0;
        if (!netrc && !context.HasWord(from, "is ")) return at;
        var value = AssignedValue.Read(text, netrc ? from : from + 3);
        var inside = text[value.Start..value.End];
        if (inside.Length < 4 || Placeholders.Is(inside)) return at;
        if (netrc) context.Add(s_netrc, value.Start, value.End, 90);
        else if (Randomness.IsMixed(inside) && inside.Length >= 6) context.Add(s_told, value.Start, value.End, 80);
        return value.End;
    }

    private static int Quoted(ref ScanContext context, int at)
    {
        var value = AssignedValue.Read(context.Text, at);
        if (!value.Quoted) return at;
        var sure = SecretValues.Password(context.Text[value.Start..value.End], true, true, false);
        if (sure > 0) context.Add(s_told, value.Start, value.End, sure);
        return value.End;
    }

    private static int Bearer(ref ScanContext context, int at)
    {
        var text = context.Text;
        var end = at;
        var limit = Math.Min(text.Length, at + 4_096);
        while (end < limit && (Chars.IsBase64Url(text[end]) || text[end] is '.' or '~' or '+' or '/' or '=')) end++;
        var token = text[at..end];
        context.Work += token.Length;
        if (token.Length < 16 || !Randomness.IsMixed(token) || Randomness.Entropy(token) < 3 || Placeholders.Is(token)) return at;
        context.Add(s_bearer, at, end, 80);
        return end;
    }
}
