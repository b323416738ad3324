namespace Sallyport.Detection.Secrets;

/// <summary>
/// A credential in a table: <c>| Password | … |</c>, <c>DB_PASSWORD⇥…</c>, and the cells below a heading, <c>username,password</c>.
/// </summary>
internal static class TableCells
{
    /// <summary>How far below its heading a column is read.</summary>
    private const int Reach = 4_000;

    private const int MostRows = 60;

    private const int MostColumns = 4;

    /// <summary>A row longer than this is no table's.</summary>
    private const int LongestRow = 400;

    public static readonly DetectionRule Rule = new("table-secret", FindingKind.Secret, Severity.High, DataClass.Secret,
        "A credential in a table: in the cell beside its name, or in the column below it (Markdown, CSV, tab-separated).")
    {
        Cases = static () => new(
            ["| Password | `tr0ub4dor9` |", "DB_PASSWORD\ttr0ub4dor9\n", "api_key\tq7Zk2Vw9hT4sXb1Y", "username,password\nana,tr0ub4dor9\n", "| host | password |\n|---|---|\n| db | tr0ub4dor9 |",
                "name;password\r\nana;tr0ub4dor9", "\"user\",\"password\"\n\"ana\",\"tr0ub4dor9\"", "user\tapi_token\nana\tq7Zk2Vw9hT4sXb1Y", "+DB_PASSWORD\ttr0ub4dor9\n", "+password,user\n+tr0ub4dor9,ana\n"],
            ["| password | string | yes |", "password\tPasswort\ntoken\tToken", "token\t4211\nsecret\t17", "username,password,email\n", "print(user,password)\nsave(user1,password2)", "| option | password |\n|---|---|\n| type | varchar2 |",
                "name,token\nword,12\n", "token\ttag\nrun2gether\tVERB1", "| `api_key` | `$API_KEY1` |", "| password | the password of user1 |"]),
    };

    /// <summary>Whether what stands behind a name can end a cell.</summary>
    public static bool MayEnd(char c) => c is '\t' or '|' or ',' or ';' or '\n' or '\r' or '`' or '*' or '"' or ' ';

    /// <summary>Reads the cell beside a name that is a cell of its own, or the column below it.</summary>
    /// <returns>Where to go on.</returns>
    public static int Recognise(ref ScanContext context, int at, int end)
    {
        var text = context.Text;
        var (open, close) = (at, end);
        while (open > 0 && text[open - 1] is '`' or '*' or '"') open--;
        while (close < text.Length && text[close] is '`' or '*' or '"') close++;
        var pipe = Follows(text, close, '|');
        var mark = pipe ? '|' : context.At(close) is '\t' or ',' or ';' ? text[close] : '\0';
        if (mark == '|' ? !Precedes(text, open, '|') : !(StartsLine(text, open) || text[open - 1] is '\t' or ',' or ';')) return at;
        if (mark == '\0') mark = open > 0 && text[open - 1] is '\t' or ',' or ';' ? text[open - 1] : '\0';
        if (mark == '\0') return at;
        // What a word says is known sooner than what its whole line looks like.
        var kind = SecretNames.Judge(text[at..end]);
        if (kind is not (NameKind.Password or NameKind.Key) || mark is ',' or ';' && !IsHeading(text, open, close, mark)) return at;
        if (mark is '|' or '\t' && Beside(ref context, close, mark, kind) is > 0 and var beside) return beside;
        return Below(ref context, open, close, mark, kind) is > 0 and var below ? below : at;
    }

    /// <summary>The next cell, where it is the last of its row.</summary>
    private static int Beside(ref ScanContext context, int close, char mark, NameKind kind)
    {
        var text = context.Text;
        var from = close;
        while (from < text.Length && text[from] == ' ') from++;
        if (context.At(from) != mark) return 0;
        var end = CellEnd(text, ++from, mark, LongestRow);
        var rest = text[end..Math.Min(text.Length, end + 8)];
        if (mark == '|' ? rest.IsEmpty || rest[0] != '|' || !(rest = rest[1..].TrimStart(' ')).IsEmpty && rest[0] is not ('\n' or '\r') : !rest.IsEmpty && rest[0] == mark) return 0;
        return Report(ref context, from, end, kind);
    }

    /// <summary>The cells of the same column in the rows below.</summary>
    private static int Below(ref ScanContext context, int open, int close, char mark, NameKind kind)
    {
        var text = context.Text;
        var floor = Math.Max(0, open - LongestRow - 1);
        var start = floor + text[floor..open].LastIndexOf('\n') + 1;
        if (open - start > LongestRow) return 0;
        // What was read as rows is no heading of others, and of one heading a few columns are enough: so the text is read a few times at most.
        if (start == context.Table.Heading ? context.Table.Columns >= MostColumns : start < context.Table.End) return 0;
        var column = text[start..open].Count(mark);
        var row = RowEnd(text, close, LongestRow);
        if (row < 0) return 0;
        var columns = text[start..row].Count(mark);
        var (found, limit) = (0, Math.Min(text.Length, row + Reach));
        context.Table = (start, row, start == context.Table.Heading ? context.Table.Columns + 1 : 1);
        for (var rows = 0; rows < MostRows && row < limit; rows++)
        {
            var from = row + 1;
            row = RowEnd(text, from, LongestRow);
            if (row < 0) break;
            context.Work += row - from;
            if (text[from..row].Count(mark) != columns || row == from) break;
            context.Table.End = row;
            var cell = from;
            for (var skip = column; skip > 0; skip--) cell = CellEnd(text, cell, mark, LongestRow) + 1;
            if (Report(ref context, cell, CellEnd(text, cell, mark, LongestRow), kind) is > 0 and var told) found = told;
        }
        return found;
    }

    private static int Report(ref ScanContext context, int from, int end, NameKind kind)
    {
        var text = context.Text;
        while (from < end && text[from] is '+' or '-' && StartsLine(text, from + 1)) from++; // added or removed by a patch
        while (from < end && text[from] is ' ' or '`' or '"' or '*' && from < end) from++;
        while (end > from && text[end - 1] is ' ' or '`' or '"' or '*' or '\r' && end > from) end--;
        var inside = text[from..end];
        // Of a table's words only what looks like no word: names, types and counts stand in tables, too.
        if (inside.Length < (kind == NameKind.Key ? 14 : 8) || !Randomness.IsMixed(inside) || Chars.HasAny(inside, " $<{([")) return 0;
        var sure = kind == NameKind.Password ? SecretValues.Password(inside, false, !IsNumbered(inside), false) : SecretValues.Key(inside, false, true);
        if (sure == 0) return 0;
        context.Add(Rule, from, end, Math.Min(sure, 75));
        return end;
    }

    /// <summary>varchar2, column12: a word and its number.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> value)
    {
        value = value.TrimEnd("0123456789");
        foreach (var c in value)
            if (!char.IsAsciiLetterLower(c) && c is not ('_' or '-')) return false;
        return true;
    }

    /// <summary>A line of words and separators alone.</summary>
    private static bool IsHeading(ReadOnlySpan<char> text, int open, int close, char mark)
    {
        var start = open;
        while (start > 0 && open - start < LongestRow && text[start - 1] != '\n') start--;
        var end = close;
        while (end < text.Length && end - close < LongestRow && text[end] is not ('\n' or '\r')) end++;
        foreach (var c in text[start..end])
            if (c != mark && !Chars.IsWord(c) && c is not ('-' or '.' or '"' or ' ' or '+')) return false;
        return end < text.Length && end - close < LongestRow;
    }

    /// <summary>A line starts there, or goes on behind the marks of a patch, or of a patch in a patch.</summary>
    private static bool StartsLine(ReadOnlySpan<char> text, int at)
    {
        for (var marks = 0; marks < 2 && at > 0 && text[at - 1] is '+' or '-'; marks++) at--;
        return at == 0 || text[at - 1] == '\n';
    }

    private static bool Follows(ReadOnlySpan<char> text, int at, char mark)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length && text[at] == mark;
    }

    private static bool Precedes(ReadOnlySpan<char> text, int at, char mark)
    {
        while (at > 0 && text[at - 1] == ' ') at--;
        return at > 0 && text[at - 1] == mark;
    }

    private static int CellEnd(ReadOnlySpan<char> text, int at, char mark, int most)
    {
        var limit = Math.Min(text.Length, at + most);
        while (at < limit && text[at] != mark && text[at] != '\n') at++;
        return at;
    }

    /// <summary>The end of a line: of the text, or -1 where it is too long.</summary>
    private static int RowEnd(ReadOnlySpan<char> text, int at, int most)
    {
        if (at >= text.Length) return -1;
        var line = text[at..Math.Min(text.Length, at + most)].IndexOf('\n');
        return line >= 0 ? at + line : text.Length - at <= most ? text.Length : -1;
    }
}
