namespace Sallyport.Detection.UnsafeCode;

/// <summary>The line around a place in code.</summary>
internal readonly ref struct CodeLine
{
    private const int Longest = 600;

    /// <summary>Where the line starts in the text.</summary>
    public int Start { get; private init; }

    public ReadOnlySpan<char> Text { get; private init; }

    /// <summary>A comment, or in a patch a line that is not added.</summary>
    public bool Skipped { get; private init; }

    public static CodeLine At(ReadOnlySpan<char> text, int at, bool patch)
    {
        var from = Math.Max(0, at - Longest);
        var start = from + text[from..at].LastIndexOf('\n') + 1;
        var to = text[at..Math.Min(text.Length, at + Longest)];
        var length = to.IndexOf('\n');
        var end = at + (length < 0 ? to.Length : length);
        var line = text[start..end];
        var code = line.TrimStart("+ \t");
        var comment = code.StartsWith("//") || code.StartsWith("#") && !code.StartsWith("#!") || code.StartsWith("* ") || code.StartsWith("-- ") || code.StartsWith("<!--");
        return new CodeLine { Start = start, Text = line, Skipped = comment || patch && !line.StartsWith('+') };
    }

    public bool Has(string part) => Text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public bool HasExactly(string part) => Text.Contains(part, StringComparison.Ordinal);

    /// <summary>Something that came from outside: a request, an argument, a page's address.</summary>
    public static bool FromOutside(ReadOnlySpan<char> code)
    {
        foreach (var source in (ReadOnlySpan<string>)
            ["request.", "req.", "$_GET", "$_POST", "$_REQUEST", "$_COOKIE", "params", "argv", "input(", "location.", "document.URL", "event.data",
                "userInput", "user_input", "query.", "body.", "r.URL", "r.FormValue", "getParameter", "window.name", "props."])
            if (code.Contains(source, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A string that values are put into: f"…{x}", `…${x}`, "…" + x, "…%s" % x, .format(x), "…$x".</summary>
    public static bool Composed(ReadOnlySpan<char> code)
    {
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] is not ('"' or '\'' or '`')) continue;
            var quote = code[i];
            var end = i + 1;
            while (end < code.Length && code[end] != quote) end += code[end] == '\\' ? 2 : 1;
            if (end >= code.Length) return false;
            var inside = code[(i + 1)..end];
            var prefix = i > 0 ? code[i - 1] | 0x20 : 0;
            var interpolated = prefix == 'f' && (i < 2 || !Chars.IsWord(code[i - 2])) || i > 0 && code[i - 1] == '$' || i > 1 && code[i - 1] == '@' && code[i - 2] == '$';
            if (interpolated && inside.Contains('{') || quote == '`' && inside.Contains("${", StringComparison.Ordinal)) return true;
            if (quote == '"' && Variable(inside)) return true;
            var after = code[(end + 1)..].TrimStart();
            if (after.StartsWith(".format(") || after.StartsWith("% ") || after.StartsWith("%(") || Joins(after)) return true;
            i = end;
        }
        return false;
    }

    // "ls $dir", "#{dir}".
    private static bool Variable(ReadOnlySpan<char> inside)
    {
        var at = inside.IndexOf('$');
        return at >= 0 && at + 1 < inside.Length && (char.IsAsciiLetter(inside[at + 1]) || inside[at + 1] == '{')
            && !inside.Contains("$(", StringComparison.Ordinal) || inside.Contains("#{", StringComparison.Ordinal);
    }

    // + x, . $x; but not + "literal".
    private static bool Joins(ReadOnlySpan<char> after)
    {
        if (!after.StartsWith("+") && !after.StartsWith(". $") && !after.StartsWith(".$")) return false;
        var operand = after[1..].TrimStart();
        return !operand.IsEmpty && (char.IsLetter(operand[0]) || operand[0] is '_' or '$' or '(');
    }
}
