namespace Sallyport.Detection.Secrets;

/// <summary>The name to the left of an operator.</summary>
/// <param name="Start">First UTF-16 unit of the name.</param>
/// <param name="End">One past its last.</param>
/// <param name="Quoted">It stands in quotes.</param>
internal readonly record struct AssignedName(int Start, int End, bool Quoted)
{
    private const int Longest = 80;

    public int Length => End - Start;

    /// <summary>Reads the name that ends before an operator, past blanks, quotes, an index's bracket and a type.</summary>
    public static AssignedName Read(ReadOnlySpan<char> text, int at)
    {
        var name = ReadPlain(text, at);
        // password: str = "…": what stands before the operator is a type, the name stands before the colon.
        if (text[at] == '=' && !name.Quoted && name.Length is > 1 and < 20 && IsAfterColon(text, name.Start, out var colon) && SecretNames.Judge(text[name.Start..name.End]) == NameKind.Plain)
            return ReadPlain(text, colon);
        return name;
    }

    private static AssignedName ReadPlain(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        var floor = Math.Max(0, at - 12);
        while (end > floor && Chars.IsBlank(text[end - 1])) end--;
        if (end > 0 && text[end - 1] is '?' or '|' or '!') end--; // ?= ||= and the optional member of TypeScript
        var index = end > 0 && text[end - 1] == ']';
        if (index) end--;
        var quoted = end > 0 && Chars.IsQuote(text[end - 1]);
        if (index && !quoted) return default; // a list's end, or a mark of redaction
        if (quoted) end--;
        if (end > 0 && text[end - 1] == '\\') end--;
        var start = end;
        floor = Math.Max(0, end - Longest);
        while (start > floor && (CharKinds.Of(text[start - 1]) & CharKinds.Name) != 0) start--;
        return new AssignedName(start, end, quoted);
    }

    private static bool IsAfterColon(ReadOnlySpan<char> text, int at, out int colon)
    {
        colon = at;
        while (colon > 0 && at - colon < 4 && Chars.IsBlank(text[colon - 1])) colon--;
        return colon-- > 0 && text[colon] == ':';
    }
}
