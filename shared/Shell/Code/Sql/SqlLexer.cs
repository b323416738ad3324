using System.Text;

namespace Sallyport.Shell.Code;

internal enum SqlTokenKind : byte
{
    Word,
    /// <summary>A quoted name.</summary>
    Name,
    Text,
    Symbol,
    /// <summary>A command to the client, of one line: <c>\! ls</c>, <c>.shell ls</c>.</summary>
    Client,
}

/// <summary>A word of SQL; words are in upper case.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start)
{
    public bool Is(string word) => Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && Text == word;
}

/// <summary>SQL's tokens as PostgreSQL, MySQL, SQLite and SQL Server write them, with their clients' own commands.</summary>
internal sealed class SqlLexer(string text, Work work)
{
    private readonly List<SqlToken> tokens = [];
    /// <summary>The place; never past the end.</summary>
    private int at { get; set => field = Math.Clamp(value, 0, text.Length); }

    private char Now => at < text.Length ? text[at] : '\0';
    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    public List<SqlToken> Read()
    {
        while (at < text.Length && work.Step())
        {
            var c = Now;
            if (char.IsWhiteSpace(c)) at++;
            else if (c == '-' && Next == '-') SkipLine();
            else if (c == '#' && LineStart()) SkipLine();
            else if (c == '/' && Next == '*') Comment();
            else if (c == '*' && Next == '/') at += 2; // the end of a comment whose content MySQL runs
            else if (c == '\\' && char.IsAsciiLetter(Next) | Next is '!') Client();
            else if (c is 's' or 'S' && text.AsSpan(at).StartsWith("system ", StringComparison.OrdinalIgnoreCase) && StatementStart()) System();
            else if (c == '.' && LineStart() && char.IsAsciiLetter(Next)) Client();
            else if (c == '\'') Quoted('\'', SqlTokenKind.Text);
            else if (c is '"' or '`') Quoted(c, SqlTokenKind.Name);
            else if (c == '[' && (char.IsLetter(Next) || Next == '_')) Quoted(']', SqlTokenKind.Name);
            else if (c == '$' && Dollar()) continue;
            else if (char.IsLetter(c) || c is '_' or '@' or Marked.Open) Word();
            else if (char.IsAsciiDigit(c)) Number();
            else
            {
                tokens.Add(new SqlToken(SqlTokenKind.Symbol, c.ToString(), at));
                at++;
            }
        }
        return tokens;
    }

    private bool LineStart()
    {
        for (var i = at - 1; i >= 0 && text[i] != '\n'; i--)
            if (!char.IsWhiteSpace(text[i])) return false;
        return true;
    }

    private bool StatementStart() => tokens.Count == 0 || tokens[^1].Is(";") || tokens[^1].Kind == SqlTokenKind.Client;

    // mysql's own `system ls`.
    private void System()
    {
        var start = at;
        SkipLine();
        tokens.Add(new SqlToken(SqlTokenKind.Client, "\\!" + text[(start + 6)..at].TrimEnd(' ', ';'), start));
    }

    private void SkipLine()
    {
        var end = text.IndexOf('\n', at);
        at = end < 0 ? text.Length : end;
    }

    private void Comment()
    {
        // MySQL runs what stands in /*! … */.
        if (at + 2 < text.Length && text[at + 2] == '!')
        {
            at += 3;
            while (char.IsAsciiDigit(Now)) at++;
            return;
        }
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        at = end < 0 ? text.Length : end + 2;
    }

    private void Client()
    {
        var start = at;
        SkipLine();
        tokens.Add(new SqlToken(SqlTokenKind.Client, text[start..at].Trim(), start));
    }

    private void Quoted(char quote, SqlTokenKind kind)
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length)
        {
            if (Now == quote)
            {
                if (Next != quote) break;
                at++;
            }
            else if (Now == '\\' && quote == '\'' && Next is '\'' or '\\' or '"') at++;
            value.Append(Now);
            at++;
        }
        at++;
        tokens.Add(new SqlToken(kind, value.ToString(), start));
    }

    /// <summary><c>$tag$ … $tag$</c></summary>
    private bool Dollar()
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        if (end >= text.Length || text[end] != '$') return false;
        var tag = text[at..(end + 1)];
        var close = text.IndexOf(tag, end + 1, StringComparison.Ordinal);
        if (close < 0) close = text.Length;
        tokens.Add(new SqlToken(SqlTokenKind.Text, text[(end + 1)..close], at));
        at = Math.Min(close + tag.Length, text.Length);
        return true;
    }

    private void Word()
    {
        var start = at;
        while (char.IsLetterOrDigit(Now) || Now is '_' or '@' or '$' or Marked.Open or Marked.Close) at++;
        if (Now == '\'' && at - start == 1 && text[start] is 'N' or 'E' or 'e' or 'n' or 'x' or 'X' or 'b' or 'B') return; // a prefix of the text
        if (at == start) at++;
        tokens.Add(new SqlToken(SqlTokenKind.Word, text[start..at].ToUpperInvariant(), start));
    }

    private void Number()
    {
        var start = at;
        while (char.IsLetterOrDigit(Now) || Now == '.') at++;
        tokens.Add(new SqlToken(SqlTokenKind.Word, text[start..at].ToUpperInvariant(), start));
    }
}
