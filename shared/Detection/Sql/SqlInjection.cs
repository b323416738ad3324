namespace Sallyport.Detection.Sql;

/// <summary>SQL injection, in what tools are called with.</summary>
internal static partial class SqlInjection
{
    public static readonly Family Family = new("sql-injection", static () => SqlRules.All) 
    {
        Kinds = FindingKinds.Sqli,
        OnlyInput = true,
        // How the words of the switch below start: a text is mostly other words.
        WordPairs = "or and uni sle ben pg_ wai dbm ext upd con cas int loa lo_ xp_ sp_ utl pro cha chr 0x",
        Characters = "'/",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        // What is written or read is not run.
        if (context.Surface != Surface.ToolInput || context.Text.StartsWith("*** Begin Patch") || Searches(context.Text)) return context.Text.Length;
        var text = context.Text;
        if (text[at] == '\'') return Quote(ref context, at);
        if (text[at] == '/') return Comment(ref context, at);
        var end = context.WordEnd(at, 40);
        Span<char> lower = stackalloc char[40];
        var name = Chars.Lower(text[at..end], lower);
        switch (name)
        {
            case "or" or "and":
                return Condition(ref context, at, end, name is "or");
            case "union":
                return UnionSelect(ref context, at, end);
            case "sleep" or "benchmark" or "pg_sleep" or "waitfor" or "dbms_pipe" or "dbms_lock":
                return Waits(ref context, at, end, name);
            case "extractvalue" or "updatexml" or "convert" or "cast":
                return Errors(ref context, at, end);
            case "into" or "load_file":
                return Files(ref context, at, end, name);
            case "xp_cmdshell" or "xp_dirtree" or "sp_oacreate" or "utl_http" or "program" or "xp_regread" or "lo_export":
                return Programs(ref context, at, end, name);
            case "char" or "chr" or "nchar":
                return Codes(ref context, at, end);
            default:
                if (name is ['0', 'x', ..] && name.Length >= 12 && SqlContext.InQuery(text, at) && Spells(name[2..])) context.Add(SqlRules.Obfuscated, at, end, 65);
                return at;
        }
    }

    private static bool Searches(ReadOnlySpan<char> text) =>
        text.StartsWith("grep ") || text.StartsWith("rg ") || text.StartsWith("ag ") || text.StartsWith("git ") || text.StartsWith("ack ");

    private static int Condition(ref ScanContext context, int at, int end, bool or)
    {
        var text = context.Text;
        var tokens = new SqlTokens(text, end);
        var left = tokens.Next();
        while (left.Kind == SqlKind.Mark && text[left.Start] is '(' or '\'' && left.Start - end < 6) left = tokens.Next();
        var last = left;
        if (left.Kind is not (SqlKind.Number or SqlKind.String) && !tokens.Is(left, "true")) return at;
        var operand = tokens.Next();
        var holds = tokens.Is(left, "true");
        if (!holds)
        {
            var equals = operand.Kind == SqlKind.Mark && text[operand.Start] is '=' or '<' or '>' || tokens.Is(operand, "like");
            if (!equals) return at;
            last = tokens.Next();
            while (last.Kind == SqlKind.Mark && text[last.Start] is '=' or '\'' && last.Start - operand.End < 4) last = tokens.Next();
            if (last.Kind is not (SqlKind.Number or SqlKind.String or SqlKind.Word)) return at;
            holds = text[operand.Start] is '<' or '>'
                ? left.Kind == SqlKind.Number && last.Kind == SqlKind.Number
                : text[left.Start..left.End].Trim('\'').SequenceEqual(text[last.Start..last.End].Trim('\''));
        }
        var broken = SqlContext.BrokenOut(text, at);
        holds |= !or && broken && left.Kind == SqlKind.Number && last.Kind == SqlKind.Number; // AND 4=5: whether the page changes tells that it was read
        if (!holds) return at;
        var tail = SqlContext.TailCommented(text, last.End);
        var query = SqlContext.InQuery(text, at) && !InsideValue(text, at);
        var score = (broken ? 45 : 0) + (tail ? 30 : 0) + (query && or ? 45 : 0) + (or ? 10 : 0);
        if (score >= 50) context.Add(SqlRules.Tautology, at, Math.Min(last.End, text.Length), Math.Min(score + 10, 95));
        return at;
    }

    // Odd quotes since the query began: a value of the author's own.
    private static bool InsideValue(ReadOnlySpan<char> text, int at)
    {
        var line = text[..at].LastIndexOfAny('\n', ';') + 1;
        return text[Math.Max(line, at - 300)..at].Count('\'') % 2 == 1;
    }

    private static int UnionSelect(ref ScanContext context, int at, int end)
    {
        var text = context.Text;
        var tokens = new SqlTokens(text, end);
        var (token, commented) = (tokens.Next(), false);
        while (token.Kind == SqlKind.Comment && text[token.Start] == '/')
        {
            commented = true;
            token = tokens.Next();
        }
        if (tokens.Is(token, "all") || tokens.Is(token, "distinct")) token = tokens.Next();
        if (token.Kind == SqlKind.Mark && text[token.Start] == '(') token = tokens.Next();
        if (!tokens.Is(token, "select")) return at;
        var (nulls, constants, system, last) = (0, 0, false, token.End);
        for (var i = 0; i < 40; i++)
        {
            token = tokens.Next();
            if (token.Kind is SqlKind.End or SqlKind.Comment) break;
            last = token.End;
            if (tokens.Is(token, "null")) nulls++;
            if (token.Kind == SqlKind.Number) constants++;
            system |= token.Kind == SqlKind.Word && IsSystem(tokens.Text(token));
        }
        var broken = SqlContext.BrokenOut(text, at) || Numeric(text, at);
        var tail = SqlContext.TailCommented(text, last);
        var score = (broken ? 50 : 0) + (tail ? 50 : 0) + (nulls >= 2 ? 30 : 0) + (constants >= 3 ? 20 : 0) + (system ? 35 : 0) + (commented ? 40 : 0);
        if (score >= 50) context.Add(SqlRules.Union, at, last, Math.Min(95, score + 20));
        return at;
    }

    // -1 union, 1) union: a number where a whole query would stand.
    private static bool Numeric(ReadOnlySpan<char> text, int at)
    {
        var i = at - 1;
        while (i >= 0 && text[i] is ' ' or ')' or '+' && i >= 0) i--;
        return i >= 0 && char.IsAsciiDigit(text[i]) && !SqlContext.InQuery(text, at);
    }

    private static bool IsSystem(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[32];
        if (word.Length > 32) return false;
        word.ToLowerInvariant(lower);
        return (ReadOnlySpan<char>)lower[..word.Length] is "information_schema" or "sysobjects" or "syscolumns" or "sqlite_master" or "pg_shadow" or "pg_user"
            or "all_tables" or "user_tables" or "version" or "database"
            or "@@version" or "current_user" or "group_concat" or "load_file" or "v$version";
    }

    private static int Waits(ref ScanContext context, int at, int end, scoped ReadOnlySpan<char> name)
    {
        var text = context.Text;
        var broken = SqlContext.BrokenOut(text, at) || Statement(text, at);
        if (name is "waitfor")
        {
            var tokens = new SqlTokens(text, end);
            if (!tokens.Is(tokens.Next(), "delay")) return at;
            if (broken) context.Add(SqlRules.Blind, at, tokens.At, 85);
            return at;
        }
        if (name is "dbms_pipe" or "dbms_lock")
        {
            if (context.HasWord(end, ".receive_message") || Joined(text, at) && context.HasWord(end, ".sleep")) context.Add(SqlRules.Blind, at, end, 85);
            return at;
        }
        if (context.At(end) != '(' || !char.IsAsciiDigit(context.At(end + 1))) return at;
        var query = SqlContext.InQuery(text, at) && (Joined(text, at) || Nested(text, at));
        var injected = Joined(text, at) && !text[end..Math.Min(text.Length, end + 40)].Contains(" in ", StringComparison.Ordinal);
        if (query || injected || Operand(text, at)) context.Add(SqlRules.Blind, at, end, query ? 88 : 75);
        return at;
    }

    private static bool Statement(ReadOnlySpan<char> text, int at)
    {
        var i = at - 1;
        while (i >= 0 && text[i] == ' ') i--;
        return i > 0 && text[i] == ';' && text[..i].TrimEnd() is [.., '\'' or ')'] && SqlContext.BrokenOut(text, i) || i == 1 && text[0] == '\'' && text[1] == ';';
    }

    private static bool Joined(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 8)..at].TrimEnd(" (");
        return before.EndsWith(" and", StringComparison.OrdinalIgnoreCase) || before.EndsWith(" or", StringComparison.OrdinalIgnoreCase) || before.EndsWith("'or", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Nested(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 60)..at];
        return before.Contains("if(", StringComparison.OrdinalIgnoreCase) || before.Contains("case", StringComparison.OrdinalIgnoreCase)
            || before.Contains("(select(", StringComparison.OrdinalIgnoreCase)
            || before.Contains("select (", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Operand(ReadOnlySpan<char> text, int at) => at > 2 && text[..at].TrimEnd() is [.., '|', '|'] or [.., '\'', '+'];

    private static int Errors(ref ScanContext context, int at, int end)
    {
        var arguments = Arguments(context.Text, end);
        if (arguments.IsEmpty) return at;
        var subquery = arguments.Contains("(select", StringComparison.OrdinalIgnoreCase);
        var reveals = arguments.Contains("version", StringComparison.OrdinalIgnoreCase) || arguments.Contains("user(", StringComparison.OrdinalIgnoreCase)
            || arguments.Contains("database(", StringComparison.OrdinalIgnoreCase) || arguments.Contains("db_name", StringComparison.OrdinalIgnoreCase);
        var xml = (context.Text[at] | 0x20) is 'e' or 'u';
        var hit = xml ? arguments.Contains("concat", StringComparison.OrdinalIgnoreCase) && (subquery || reveals)
            : (subquery || reveals) && arguments.Contains("int", StringComparison.OrdinalIgnoreCase);
        if (hit) context.Add(SqlRules.ErrorBased, at, end, 82);
        return at;
    }

    private static ReadOnlySpan<char> Arguments(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != '(') return default;
        var depth = 0;
        var limit = Math.Min(text.Length, at + 300);
        for (var i = at; i < limit; i++)
        {
            if (text[i] == '(') depth++;
            if (text[i] == ')' && --depth == 0) return text[at..i];
        }
        return text[at..limit];
    }

    private static int Files(ref ScanContext context, int at, int end, scoped ReadOnlySpan<char> name)
    {
        var tokens = new SqlTokens(context.Text, end);
        var token = tokens.Next();
        if (name is "load_file")
        {
            if (context.At(token.Start) == '(' && tokens.Next() is { Kind: SqlKind.String or SqlKind.Number } path) context.Add(SqlRules.Files, at, path.End, 80);
            return at;
        }
        if ((tokens.Is(token, "outfile") || tokens.Is(token, "dumpfile")) && tokens.Next() is { Kind: SqlKind.String } file && SqlContext.InQuery(context.Text, at))
            context.Add(SqlRules.Files, at, file.End, 80);
        return at;
    }

    private static int Programs(ref ScanContext context, int at, int end, scoped ReadOnlySpan<char> name)
    {
        var text = context.Text;
        var before = text[Math.Max(0, at - 80)..at];
        var after = new SqlTokens(text, end);
        var next = after.Next();
        var hit = name switch
        {
            "program" => next.Kind == SqlKind.String && before.Contains("copy", StringComparison.OrdinalIgnoreCase),
            "utl_http" => context.At(end) == '.',
            "lo_export" => context.At(end) == '(',
            _ => before.Contains("exec", StringComparison.OrdinalIgnoreCase) || before.TrimEnd().EndsWith(';'),
        };
        if (hit) context.Add(SqlRules.Commands, at, end, 85);
        return at;
    }
}
