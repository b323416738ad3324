namespace Sallyport.Detection.Secrets;

/// <summary>
/// A credential whose name is itself the value of a field beside it: <c>- name: DB_PASSWORD</c> and <c>value: …</c> on the next line,
/// <c>{"name": "token", "value": "…"}</c>, <c>&lt;add key="ApiKey" value="…" /&gt;</c>, <c>variable "secret" { default = "…" }</c>.
/// </summary>
internal static class NamedValue
{
    /// <summary>How far before the value its name is looked for.</summary>
    private const int Reach = 160;

    /// <summary>Fields that hold what another field names.</summary>
    public static bool Holds(ReadOnlySpan<char> field) =>
        field.Length is 3 or 5 or 7 && (field[0] | 0x20) is 'v' or 'd'
        && (field.Equals("value", StringComparison.OrdinalIgnoreCase) || field.Equals("default", StringComparison.OrdinalIgnoreCase) || field is "val");

    /// <summary>The name that is the value of the nearest field before an index, where that field names things; the default for none.</summary>
    public static AssignedName Before(ReadOnlySpan<char> text, int at)
    {
        var floor = Math.Max(0, at - Reach);
        for (var i = at - 1; i > floor; i--)
        {
            if (text[i] is '}' or '>' or ']' or ')' || text[i] == '\n' && text[i - 1] == '\n') return default; // what stood before is another thing
            if (text[i] is not ('e' or 'y' or 'E' or 'Y') || char.IsAsciiLetterOrDigit(text[i + 1]) || !Names(text[floor..(i + 1)]) || !Assigns(text, i + 1, at)) continue;
            return ValueOf(text, i + 1, at);
        }
        return default;
    }

    /// <summary>&lt;entry key="…"&gt;: the attribute that ends right before an element's content.</summary>
    public static AssignedName OfElement(ReadOnlySpan<char> text, int at)
    {
        if (at < 8 || text[at - 1] is not ('"' or '\'')) return default;
        var open = text[Math.Max(0, at - Reach)..at].LastIndexOf('<');
        if (open < 0) return default;
        var name = Before(text, at);
        return name.End == at - 1 ? name : default;
    }

    private static bool Names(ReadOnlySpan<char> text) =>
        EndsWith(text, "name") || EndsWith(text, "key") || text.EndsWith("variable");

    /// <summary>An operator follows, past a quote, or a quote alone: what stands before is a field and no value.</summary>
    private static bool Assigns(ReadOnlySpan<char> text, int at, int limit)
    {
        if (text[at] == '\\') at++;
        if (at < limit && text[at] is '"' or '\'') at++;
        else if (at + 1 < limit && text[at] == ' ' && text[at + 1] is '"' or '\'') return true;
        while (at < limit && text[at] == ' ') at++;
        return at < limit && text[at] is ':' or '=';
    }

    private static bool EndsWith(ReadOnlySpan<char> text, string word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsAsciiLetterLower(text[^(word.Length + 1)]) || char.IsAsciiLetterUpper(text[^word.Length]));

    private static AssignedName ValueOf(ReadOnlySpan<char> text, int at, int limit)
    {
        while (at < limit && text[at] is '"' or '\'' or ' ' or ':' or '=' or '\\' or '\t') at++;
        var start = at;
        while (at < limit && (CharKinds.Of(text[at]) & CharKinds.Name) != 0) at++;
        return at - start < 2 ? default : new AssignedName(start, at, true);
    }
}
