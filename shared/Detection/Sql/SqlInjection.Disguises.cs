namespace Sallyport.Detection.Sql;

/// <summary>What hides SQL from a reader of words, and what breaks out of a value.</summary>
internal static partial class SqlInjection
{
    private static int Codes(ref ScanContext context, int at, int end)
    {
        var text = context.Text;
        if (context.At(end) != '(' || !SqlContext.InQuery(text, at) && !text[Math.Max(0, at - 30)..at].Contains("where", StringComparison.OrdinalIgnoreCase)) return at;
        var arguments = Arguments(text, end);
        var many = arguments.Count(',') >= 2 && arguments[1..].IndexOfAnyExceptInRange(' ', '9') < 0;
        var chained = text[at..Math.Min(text.Length, at + 80)].Count("||") >= 2 && text[at..Math.Min(text.Length, at + 80)].Count("(") >= 3;
        if (many || chained) context.Add(SqlRules.Obfuscated, at, end + arguments.Length, 70);
        return at;
    }

    // Text, spelled as a number.
    private static bool Spells(ReadOnlySpan<char> digits)
    {
        if (digits.Length % 2 != 0) return false;
        for (var i = 0; i < digits.Length; i += 2)
        {
            if (!char.IsAsciiHexDigit(digits[i]) || !char.IsAsciiHexDigit(digits[i + 1])) return false;
            if (digits[i] is < '2' or > '7' || digits[i] == '7' && (digits[i + 1] | 0x20) is 'f') return false;
        }
        return true;
    }

    // UN/**/ION, DROP/**/TABLE, /*!50000UNION*/.
    private static int Comment(ref ScanContext context, int at)
    {
        var text = context.Text;
        if (context.At(at + 1) != '*') return at;
        var rest = text[at..Math.Min(text.Length, at + 60)];
        var close = rest.IndexOf("*/");
        if (close < 0) return at;
        var keyword = Keyword(text, at, at + close + 2) || rest.StartsWith("/*!")
            && (rest.Contains("union", StringComparison.OrdinalIgnoreCase) || rest.Contains("select", StringComparison.OrdinalIgnoreCase));
        if (keyword) context.Add(SqlRules.Obfuscated, at, at + close + 2, 78);
        return at;
    }

    private static bool Keyword(ReadOnlySpan<char> text, int before, int after)
    {
        if (before == 0 || after >= text.Length || !char.IsAsciiLetter(text[before - 1]) || !char.IsAsciiLetter(text[after]) || after - before > 24) return false;
        var start = before;
        while (start > 0 && before - start < 10 && char.IsAsciiLetter(text[start - 1])) start--;
        var end = after;
        while (end < text.Length && end - after < 10 && char.IsAsciiLetter(text[end])) end++;
        Span<char> both = stackalloc char[20];
        text[start..before].ToLowerInvariant(both);
        text[after..end].ToLowerInvariant(both[(before - start)..]);
        return (ReadOnlySpan<char>)both[..(before - start + end - after)] is "union" or "select" or "insert" or "update" or "delete" or "where"
            or "unionselect" or "droptable" or "unionall" or "deletefrom" or "insertinto" or "selectfrom"
            or "dropdatabase" or "truncatetable" or "altertable" or "orderby" or "groupby";
    }

    // name'--, name'; DROP TABLE x; --
    private static int Quote(ref ScanContext context, int at)
    {
        var text = context.Text;
        var tokens = new SqlTokens(text, at + 1);
        var token = tokens.Next();
        var closing = at > 0 && (Chars.IsWord(text[at - 1]) || text[at - 1] is '%' or ')' or '.');
        if (!closing && at > 0 && text[at - 1] != '\'') return at;
        while (token.Kind == SqlKind.Mark && text[token.Start] == ')' && token.Start - at < 6) token = tokens.Next();
        if (token.Kind == SqlKind.Mark && text[token.Start] == ';') return StackedAfter(ref context, at, tokens);
        if (token.Kind != SqlKind.Comment || token.Start != at + 1) return at;
        var mark = text[token.Start] == '#' ? 1 : 2;
        var query = SqlContext.InQuery(text, at);
        var field = text[Math.Max(0, at - 40)..at].Contains('=') && (mark == 2);
        if (SqlContext.EndsAfter(text, token.Start + mark) && (query || field)) context.Add(SqlRules.Breakout, at, token.Start + mark, query ? 80 : 65);
        return at;
    }

    private static int StackedAfter(ref ScanContext context, int at, SqlTokens tokens)
    {
        var verb = tokens.Next();
        if (verb.Kind != SqlKind.Word || !IsVerb(tokens.Text(verb))) return at;
        if (SqlContext.TailCommented(context.Text, verb.End)) context.Add(SqlRules.Stacked, at, verb.End, 88);
        return at;
    }

    private static bool IsVerb(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        if (word.Length > 16) return false;
        word.ToLowerInvariant(lower);
        return (ReadOnlySpan<char>)lower[..word.Length] is "drop" or "delete" or "update" or "insert" or "alter" or "exec" or "execute" or "shutdown"
            or "truncate" or "create" or "grant" or "select" or "declare" or "waitfor";
    }
}
