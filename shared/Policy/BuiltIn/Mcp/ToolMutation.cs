using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>GraphQL: which mutations a document calls (https://spec.graphql.org/October2021/#sec-Language.Operations).</summary>
internal static class ToolMutation
{
    private const int MostFields = 64;

    /// <summary>True where the text is a document with a mutation.</summary>
    public static bool Is(string text) => Start(text) >= 0;

    /// <summary>The words of the first mutation that takes something away; null where none does.</summary>
    public static string? Loses(string text)
    {
        foreach (var field in Fields(text))
            foreach (var word in ToolName.Words(field))
                if (Verbs.Destroys(word) || word is "remove" or "archive" or "transfer" or "unprotect" or "cancel") return field;
        return null;
    }

    // The names at the first depth of braces: an alias in front, arguments and what is selected of the answer left out.
    private static List<string> Fields(string text)
    {
        var fields = new List<string>();
        var (braces, rounds) = (0, 0);
        for (var at = Math.Max(Start(text), 0); at < text.Length && fields.Count < MostFields; at++)
        {
            switch (text[at])
            {
                case '"':
                    for (at++; at < text.Length && text[at] != '"'; at++)
                        if (text[at] == '\\') at++;
                    break;
                case '#':
                    while (at < text.Length && text[at] != '\n') at++;
                    break;
                case '{': braces++; break;
                case '}': braces--; break;
                case '(': rounds++; break;
                case ')': rounds--; break;
                default:
                    if (braces != 1 || rounds != 0 || !(char.IsAsciiLetter(text[at]) || text[at] == '_')) break;
                    var end = at;
                    while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
                    var next = end;
                    while (next < text.Length && text[next] == ' ') next++;
                    if (next >= text.Length || text[next] != ':') fields.Add(text[at..end]);
                    at = end - 1;
                    break;
            }
        }
        return fields;
    }

    private static int Start(string text)
    {
        for (var at = text.IndexOf("mutation", StringComparison.Ordinal); at >= 0; at = text.IndexOf("mutation", at + 8, StringComparison.Ordinal))
        {
            var before = text.AsSpan(0, at).TrimEnd();
            if (before.Length > 0 && before[^1] is not ('}' or '\n') && !before[(before.LastIndexOf('\n') + 1)..].TrimStart().StartsWith("#")) continue;
            if (text.IndexOf('{', at) > 0 && at + 8 < text.Length && text[at + 8] is ' ' or '{' or '(' or '\n') return at;
        }
        return -1;
    }
}
