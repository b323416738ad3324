namespace Sallyport.Detection.Secrets;

/// <summary>
/// Secrets known by the name beside them, in whatever notation: <c>NAME=value</c>, <c>name: value</c>, <c>"name": "value"</c>,
/// <c>name := "value"</c>, <c>name => 'value'</c>, <c>set("name", "value")</c>, <c>&lt;name&gt;value&lt;/name&gt;</c>, HTTP headers.
/// </summary>
internal static class Assignments
{
    public static readonly Family Family = new("assignments", static () => [AssignmentRules.Password, AssignmentRules.Secret, AssignmentRules.Header,
        AssignmentRules.DockerAuth, AssignmentRules.AwsSecret, SeedPhrases.Rule, JsonWebKeys.Rule, SharedAccessSignatures.Rule, PasswordFiles.Rule, .. Vendors.All.Select(v => v.Rule)])
    {
        Kinds = FindingKinds.Secret,
        Characters = "=:,(>|",
        Signs = "<-",
        BeyondAscii = true,
    };

    /// <summary>
    /// Most colons stand behind a name that says nothing, most commas behind a value of a list; where their word alone tells, nothing else is read. Never
    /// true where <see cref="Recognise"/> would find something; a test compares.
    /// </summary>
    internal static bool IsPlain(in ScanContext context, int at)
    {
        var text = context.Text;
        var sign = text[at];
        if (sign is not (':' or ',')) return false;
        var end = at > 0 && Chars.IsQuote(text[at - 1]) ? at - 1 : at;
        var start = context.WordStart(end);
        if (start == end || start < 2 || end - start > SecretNames.LongestPlain) return false;
        if (end - start == 1 && end < at && text[start] is 'k' or 'd' || end - start is 4 or 5 && char.IsAsciiDigit(text[start]) && PasswordFiles.IsPort(text, at)) return false;
        var before = text[start - 1];
        if (before >= 128 || (CharKinds.Of(before) & CharKinds.Name) != 0) return false;
        if (sign == ',') return end < at ? text[start - 2] != '(' : before != '(';
        return SecretNames.IsPlain(text[start..end]);
    }

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var next = at + 1;
        if (text[at] >= 128) return text[at] == '：' ? ForeignLabels.Recognise(ref context, at, next) : at;
        switch (text[at])
        {
            case '=':
                if (context.At(at - 1) is ':' or '=' or '<' or '>') return at; // the operator was read at its first sign
                while (context.At(next) is '=' or '>') next++;
                break;
            case ':':
                if (context.At(at - 1) == ':' || context.At(at + 1) == '/' && context.At(at + 2) == '/' ) return at;
                if (context.At(at - 1) is '*' or (>= '0' and <= '9') && PasswordFiles.IsPort(text, at)) return PasswordFiles.Recognise(ref context, at);
                if (IsNumber(text, at)) return at;
                while (context.At(next) is '=' or ':') next++;
                break;
            case ',' when !Chars.IsQuote(context.At(at - 1)) && !(Chars.IsQuote(context.At(at + 1)) || context.At(at + 1) == ' ' && Chars.IsQuote(context.At(at + 2))):
                return at; // a list of words is no call
            case ',' when !text[Math.Max(0, at - FirstArgument)..at].Contains('('):
                return at; // nor is a list of values
            case '<':
                if (context.At(next) != '-') return at;
                next++;
                break;
            case '(' when !OpensString(text, at + 1):
                return at;
            case '>' when context.At(at - 1) is '=' or '-' or '>':
                return at;
            case '|':
                if (context.At(next) != '|') return at;
                next++;
                break;
        }
        var compares = text[at] == '=' && (context.At(at + 1) == '=' || context.At(at - 1) == '!');
        var name = AssignedName.Read(text, at);
        if (compares && Chars.IsQuote(BeforeOperator(text, at))) return Mirrored(ref context, at, next);
        if (text[at] is ':' or '=' && (name.Start > 0 ? text[name.Start - 1] : name.Length == 0 ? BeforeOperator(text, at) : ' ') >= 128 && ForeignLabels.Recognise(ref context, at, next) is var labelled && labelled > at) return labelled;
        if (name.Length < 2)
            return text[at] == '>' ? Element(ref context, at, next) : text[at] == ':' && JsonWebKeys.IsName(text, name) ? JsonWebKeys.Recognise(ref context, at, next) : at;
        if (text[at] is ',' && !IsFirstArgument(text, name)) return at; // a list of words is no call
        // The last part of a path; but /password:… is an option of a Windows command.
        if (name.Start > 0 && text[name.Start - 1] is '/' or '\\' && !(text[at] == ':' && text[name.Start - 1] == '/' && name.Start > 1 && Chars.IsBlank(text[name.Start - 2]))) return at;
        if (text[at] is '>' && (name.Start == 0 || text[name.Start - 1] != '<')) return Element(ref context, at, next);

        var kind = SecretNames.Judge(text[name.Start..name.End]);
        if (kind == NameKind.Plain && text[at] == '=' && text[name.Start..name.End] is "sig") return SharedAccessSignatures.Recognise(ref context, at);
        if (kind == NameKind.Plain) return NamedValue.Holds(text[name.Start..name.End]) ? Named(ref context, at, next, NamedValue.Before(text, name.Start - (name.Quoted ? 1 : 0))) : at;
        if (kind is NameKind.Hint or NameKind.Password && SeedPhrases.IsName(text[name.Start..name.End]) && SeedPhrases.Recognise(ref context, at, next) is var words && words > at) return words;
        var value = AssignedValue.Read(text, next);
        context.Work += value.End - name.Start;
        if (value.End - value.Start < 4) return at;
        if (text[at] is '>' && value.End < text.Length && !context.Has(value.End, "</")) return at; // the next element, or a template
        if (!value.Quoted && (compares || text[at] is ',' or '(' or '|')) return at;
        if (text[at] is ',' && !name.Quoted && !IsMoreThanWords(text[value.Start..value.End])) return at; // patch(pwd, "getpwuid")
        return AssignmentRules.Judge(ref context, at, name, kind, value);
    }

    /// <summary>Digits alone stand before a colon, as in a time of day: no name.</summary>
    private static bool IsNumber(ReadOnlySpan<char> text, int colon)
    {
        if (colon == 0 || !char.IsAsciiDigit(text[colon - 1])) return false;
        var (at, floor) = (colon - 1, Math.Max(0, colon - 8));
        while (at > floor && char.IsAsciiDigit(text[at - 1])) at--;
        return at == 0 || text[at - 1] < 128 && (CharKinds.Of(text[at - 1]) & CharKinds.Name) == 0;
    }

    /// <summary>The name is the value of a field beside this one. What is a word may be a label in some language, so that a password must be more.</summary>
    private static int Named(ref ScanContext context, int at, int next, AssignedName name)
    {
        if (name.Length < 2) return at;
        var text = context.Text;
        var kind = SecretNames.Judge(text[name.Start..name.End]);
        if (kind is not (NameKind.Password or NameKind.Key)) return at;
        var value = AssignedValue.Read(text, next);
        context.Work += value.End - name.Start;
        var inside = text[value.Start..value.End];
        return inside.Length < 4 || !IsMoreThanWords(inside) ? at : AssignmentRules.Judge(ref context, at, name, kind, value);
    }

    private static bool IsMoreThanWords(ReadOnlySpan<char> value) => value.ContainsAnyInRange('0', '9') || Chars.HasAny(value, "!@#%^&*+~?");

    private static int Element(ref ScanContext context, int at, int next) => Named(ref context, at, next, NamedValue.OfElement(context.Text, at));

    /// <summary>"…" == password: the value stands first.</summary>
    private static int Mirrored(ref ScanContext context, int at, int next)
    {
        var text = context.Text;
        while (next < text.Length && Chars.IsBlank(text[next])) next++;
        var end = next;
        while (end < text.Length && end - next < 80 && ((CharKinds.Of(text[end]) & CharKinds.Name) != 0 || text[end] == '$')) end++;
        var name = new AssignedName(next, end, false);
        var kind = SecretNames.Judge(text[next..end]);
        if (kind is not (NameKind.Password or NameKind.Key)) return at;
        var close = at - (text[at - 1] == '!' ? 1 : 0);
        while (close > 0 && !Chars.IsQuote(text[close - 1])) close--;
        var open = text[Math.Max(0, close - 200)..(close - 1)].LastIndexOf(text[close - 1]) is >= 0 and var found ? Math.Max(0, close - 200) + found + 1 : close;
        context.Work += at - open;
        if (close - 1 - open < 4 || text[open..close].Contains('\n')) return at;
        AssignmentRules.Judge(ref context, at, name, kind, new AssignedValue(open, close - 1, true));
        return at;
    }

    private static char BeforeOperator(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && text[at - 1] == '!') at--;
        var floor = Math.Max(0, at - 4);
        while (at > floor && Chars.IsBlank(text[at - 1])) at--;
        return at > 0 ? text[at - 1] : '\0';
    }

    /// <summary>setProperty("password", …), set(password, …).</summary>
    /// <summary>A name with its quote and what may stand behind it is no longer.</summary>
    private const int FirstArgument = 112;

    private static bool IsFirstArgument(ReadOnlySpan<char> text, AssignedName name) =>
        name.Quoted ? name.Start > 1 && text[name.Start - 2] == '(' : name.Start > 0 && text[name.Start - 1] == '(';

    /// <summary>A quote follows, past blanks, what marks the kind of a string, or a backslash.</summary>
    private static bool OpensString(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && Chars.IsBlank(text[at])) at++;
        if (at < text.Length && text[at] == '\\') at++;
        return at < text.Length && (Chars.IsQuote(text[at]) || at + 1 < text.Length && text[at + 1] is '"' or '\'' && char.IsAsciiLetter(text[at]) && AssignedValue.QuoteAt(text, at) > 0);
    }
}
