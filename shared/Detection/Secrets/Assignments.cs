namespace Sallyport.Detection.Secrets;

/// <summary>
/// Secrets known by the name beside them, in whatever notation: <c>NAME=value</c>, <c>name: value</c>, <c>"name": "value"</c>,
/// <c>name := "value"</c>, <c>name => 'value'</c>, <c>set("name", "value")</c>, <c>&lt;name&gt;value&lt;/name&gt;</c>, HTTP headers.
/// </summary>
internal static class Assignments
{
    public static readonly Family Family = new("assignments", static () => [AssignmentRules.Password, AssignmentRules.Secret, AssignmentRules.Header,
        AssignmentRules.DockerAuth, AssignmentRules.AwsSecret, .. Vendors.All.Select(v => v.Rule)])
    {
        Kinds = FindingKinds.Secret,
        Characters = "=:,(>|",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var next = at + 1;
        switch (text[at])
        {
            case '=':
                if (context.At(at - 1) is ':' or '=' or '!' or '<' or '>') return at; // the operator was read at its first sign
                while (context.At(next) is '=' or '>') next++;
                break;
            case ':':
                if (context.At(at - 1) == ':' || context.Has(at, "://")) return at;
                while (context.At(next) is '=' or ':') next++;
                break;
            case ',' when !Chars.IsQuote(context.At(at - 1)):
                return at; // a list of words is no call
            case '(' when !OpensString(text, at + 1):
                return at;
            case '>' when context.At(at - 1) is '=' or '-' or '>':
                return at;
            case '|':
                if (context.At(next) != '|') return at;
                next++;
                break;
        }
        var compares = text[at] == '=' && context.At(at + 1) == '=';
        var name = AssignedName.Read(text, at);
        if (name.Length < 2) return at;
        if (text[at] is ',' && (!name.Quoted || name.Start < 2 || text[name.Start - 2] != '(')) return at; // a list of words is no call
        if (name.Start > 0 && text[name.Start - 1] is '/' or '\\') return at; // the last part of a path
        if (text[at] is '>' && (name.Start == 0 || text[name.Start - 1] != '<')) return at;

        var kind = SecretNames.Judge(text[name.Start..name.End]);
        if (kind == NameKind.Plain) return at;
        var value = AssignedValue.Read(text, next);
        context.Work += value.End - name.Start;
        if (value.End - value.Start < 4) return at;
        if (text[at] is '>' && value.End < text.Length && !context.Has(value.End, "</")) return at; // the next element, or a template
        if (!value.Quoted && (compares || text[at] is ',' or '(' or '|')) return at;
        return AssignmentRules.Judge(ref context, at, name, kind, value);
    }

    /// <summary>A quote follows, past blanks, a letter that marks the string or a backslash.</summary>
    private static bool OpensString(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + 40);
        while (at < limit && Chars.IsBlank(text[at])) at++;
        if (at < text.Length && text[at] is 'b' or 'u' or 'r' or '@' or 'B' or 'U' or 'R' or '\\') at++;
        return at < text.Length && Chars.IsQuote(text[at]);
    }
}
