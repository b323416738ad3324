namespace Sallyport.Detection.Secrets;

/// <summary>The name to the left of an operator.</summary>
/// <param name="Start">First UTF-16 unit of the name.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quoted">It stands in quotes.</param>
internal readonly record struct AssignedName(int Start, int End, bool Quoted)
{
    private const int Longest = 80;

    /// <summary>The longest type between a colon and an operator: <c>: Option&lt;&amp;'static str&gt; =</c>.</summary>
    private const int LongestType = 40;

    public int Length => End - Start;

    /// <summary>Reads the name that ends before an operator, past blanks, quotes, an index's bracket and a type.</summary>
    public static AssignedName Read(ReadOnlySpan<char> text, int at)
    {
        var name = ReadPlain(text, at);
        if (text[at] != '=' || name.Quoted || at > 0 && text[at - 1] is '!' or ':' || !OpensString(text, at + 1)) return name;
        // password: str = "…", password: &'static str = "…": what stands before the operator is a type, the name stands before the colon.
        if (name.Length is 0 or > 1 and < 20 && IsAfterColon(text, at, out var colon) && !Says(text, name)) return ReadPlain(text, colon);
        // const password string = "…", dim password as string = "…"
        if (name.Length is > 2 and < 9 && IsType(text[name.Start..name.End]) && name.Start > 1 && Chars.IsBlank(text[name.Start - 1]))
            return ReadPlain(text, text[..name.Start].TrimEnd().EndsWith(" as", StringComparison.OrdinalIgnoreCase) ? name.Start - 3 : name.Start);
        return name;
    }

    /// <summary>A type stands between a name and its value in programs, where the value is quoted.</summary>
    private static bool OpensString(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Chars.IsBlank(text[at])) at++;
        return at < text.Length && (Chars.IsQuote(text[at]) || at + 1 < text.Length && text[at + 1] is '"' or '\'' && AssignedValue.QuoteAt(text, at) > 0);
    }

    private static bool Says(ReadOnlySpan<char> text, AssignedName name) => SecretNames.Judge(text[name.Start..name.End]) != NameKind.Plain;

    private static AssignedName ReadPlain(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var floor = Math.Max(0, at - 12);
        while (end > floor && Chars.IsBlank(text[end - 1])) end--;
        if (end > 0 && text[end - 1] is '?' or '|' or '!' or '+' or '~') // ?= ||= += and the optional member of TypeScript
            do end--; while (end > floor && (Chars.IsBlank(text[end - 1]) || text[end - 1] == '|'));
        var index = end > 0 && text[end - 1] == ']';
        if (index) end--;
        var quoted = end > 0 && Chars.IsQuote(text[end - 1]);
        if (quoted) end--;
        if (end > 0 && text[end - 1] == '\\') end--;
        if (!quoted && end > 6 && text[end - 1] == ';' && text[(end - 6)..end] is "&quot;") (quoted, end) = (true, end - 6);
        var start = end;
        floor = Math.Max(0, end - Longest);
        while (start > floor && ((CharKinds.Of(text[start - 1]) & CharKinds.Name) != 0 || IsAccented(text[start - 1]) && start < end)) start--;
        // The end of a list, or a mark of redaction; [password] = "…" is an entry of a table.
        if (index && !quoted && (start == end || start == 0 || text[start - 1] != '[')) return default;
        return new AssignedName(start, end, quoted);
    }

    /// <summary>contraseña, contraseñaDb.</summary>
    private static bool IsAccented(char c) => c is >= 'À' and <= 'ÿ';

    private static bool IsType(ReadOnlySpan<char> word) => word is "string" or "String" or "str" or "text" or "byte" or "varchar" or "char" or "object" or "any";

    private static bool IsAfterColon(ReadOnlySpan<char> text, int at, out int colon)
    {
        colon = at;
        var floor = Math.Max(0, at - LongestType);
        while (colon > floor && text[colon - 1] != ':' && (Chars.IsWord(text[colon - 1]) || text[colon - 1] is ' ' or '&' or '\'' or '<' or '>' or '[' or ']' or '?' or '|' or '.')) colon--;
        return colon-- > floor && text[colon] == ':' && (colon == 0 || text[colon - 1] != ':');
    }
}
