using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

internal sealed partial class PowerShellParser
{
    private static LiteralNode Literal(int start, string value) => new(start, new TextValue(Marked.Word(value)));

    private Node Quoted()
    {
        var start = at;
        var quote = text[at++];
        if (quote is '\'' or '\u2018')
        {
            var plain = new StringBuilder();
            while (!AtEnd)
            {
                if (Now is '\'' or '\u2019')
                {
                    if (Next != '\'') break;
                    at++;
                }
                plain.Append(text[at++]);
            }
            at++;
            return Literal(start, plain.ToString());
        }
        return Expandable(start, () => Now is '"' or '\u201d' && Next != '"', doubled: true);
    }

    private Node HereString()
    {
        var start = at;
        var quote = Next;
        at += 2;
        while (!AtEnd && Now != '\n') at++;
        at++;
        if (quote == '\'')
        {
            var end = text.IndexOf("\n'@", Math.Min(Math.Max(at - 1, 0), text.Length), StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            var body = at < end ? text[at..end] : "";
            at = Math.Min(end + 3, text.Length);
            return Literal(start, body);
        }
        var result = Expandable(start, () => Now == '\n' && Next == '"' && at + 2 < text.Length && text[at + 2] == '@', doubled: false);
        at = Math.Min(at + 2, text.Length);
        return result;
    }

    /// <summary>Text in which variables and subexpressions are put in, up to its end, which is taken.</summary>
    private Node Expandable(int start, Func<bool> ends, bool doubled)
    {
        var parts = new List<Node>();
        var plain = new StringBuilder();
        while (!AtEnd && !ends() && work.Step())
        {
            if (Now == '`') Backtick(plain);
            else if (doubled && Now == '"')
            {
                plain.Append('"');
                at += 2;
            }
            else if (Now == '$' && (char.IsLetter(Next) || Next is '{' or '(' or '_'))
            {
                Flush(parts, plain);
                parts.Add(Variable());
            }
            else plain.Append(text[at++]);
        }
        at++;
        Flush(parts, plain);
        return parts.Count switch
        {
            0 => Literal(start, ""),
            1 when parts[0] is LiteralNode only => only,
            _ => new TemplateNode(start, parts),
        };
    }

    private void Flush(List<Node> parts, StringBuilder plain)
    {
        if (plain.Length == 0) return;
        parts.Add(Literal(at, plain.ToString()));
        plain.Clear();
    }

    private void Backtick(StringBuilder into)
    {
        at++;
        if (AtEnd) return;
        var c = text[at++];
        if (c == 'u' && Now == '{')
        {
            var close = text.IndexOf('}', at);
            if (close > 0 && close - at < 10)
            {
                into.Append(Format.Character(Lexer.ValueOf("0x" + text[(at + 1)..close])));
                at = close + 1;
            }
            return;
        }
        into.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', '0' => '\0', 'a' => '\a', 'e' => '\u001b', _ => c });
    }

    /// <summary>A word of a command, quotes and variables in it taken in.</summary>
    private Node BareWord()
    {
        var start = at;
        var parts = new List<Node>();
        var plain = new StringBuilder();
        while (!AtEnd && work.Step())
        {
            var c = Now;
            if (char.IsWhiteSpace(c) || c is ';' or '|' or ')' or '(' or '{' or '}' or ',' || (c == '&' && at > start)) break;
            if (c is '"' or '\'')
            {
                Flush(parts, plain);
                parts.Add(Quoted());
            }
            else if (c == '$' && (char.IsLetter(Next) || Next is '{' or '(' or '_'))
            {
                Flush(parts, plain);
                parts.Add(Variable());
            }
            else if (c == '`')
            {
                at++;
                if (!AtEnd) plain.Append(text[at++]);
            }
            else plain.Append(text[at++]);
        }
        Flush(parts, plain);
        return parts.Count switch
        {
            0 => Literal(start, ""),
            1 => parts[0],
            _ => new TemplateNode(start, parts),
        };
    }
}
