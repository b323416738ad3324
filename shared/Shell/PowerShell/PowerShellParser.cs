using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>
/// Reads PowerShell straight from its text: what a word means depends on whether an expression or a command's argument is due, so
/// there is no token stream to speak of. Commands become calls of <c>&amp;</c> with their input first, then their name, then their arguments.
/// </summary>
internal sealed partial class PowerShellParser(string text, Work work)
{
    public const string Command = "&";
    public const string Redirect = ">";

    /// <summary>The place; never past the end.</summary>
    private int at { get; set => field = Math.Clamp(value, 0, text.Length); }

    public static Node Parse(string text, Work work) => new PowerShellParser(text, work).Statements('\0');

    private char Now => at < text.Length ? text[at] : '\0';
    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';
    private bool AtEnd => at >= text.Length;

    /// <summary>Passes over spaces, comments and continued lines; line ends too where asked.</summary>
    private void Space(bool lines = false)
    {
        while (!AtEnd)
        {
            if (Now is ' ' or '\t' or '\r' or '\u00a0' || (lines && Now is '\n' or ';' && (Now == '\n' || lines))) at++;
            else if (Now == '`' && Next is '\n' or '\r') at += Next == '\r' ? 3 : 2;
            else if (Now == '<' && Next == '#')
            {
                var end = text.IndexOf("#>", at + 2, StringComparison.Ordinal);
                at = end < 0 ? text.Length : end + 2;
            }
            else if (Now == '#' && (at == 0 || text[at - 1] is ' ' or '\t' or '\n' or ';' or '(' or '{' or '|'))
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else break;
        }
    }

    private bool Accept(char c)
    {
        if (Now != c) return false;
        at++;
        return true;
    }

    private BlockNode Statements(char close)
    {
        var start = at;
        var all = new List<Node>();
        if (!work.Enter())
        {
            at = text.Length;
            return new BlockNode(start, all);
        }
        while (work.Step())
        {
            Space(lines: true);
            if (AtEnd) break;
            if (Now == close)
            {
                at++;
                break;
            }
            var before = at;
            if (Statement() is { } node) all.Add(node);
            if (at == before) at++;
        }
        work.Leave();
        return new BlockNode(start, all);
    }

    private string PeekWord()
    {
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
        return end < text.Length && text[end] is '.' or '\\' or ':' ? "" : text[at..end].ToLowerInvariant();
    }

    private Node? Statement()
    {
        if (!work.Enter()) return null;
        try
        {
            if (Now == ':' && char.IsLetter(Next))
            {
                at++;
                while (char.IsLetterOrDigit(Now)) at++; // a loop's label
                Space(lines: true);
            }
            return Keyword(PeekWord()) ?? Chain();
        }
        finally
        {
            work.Leave();
        }
    }

    private Node? Keyword(string word)
    {
        var start = at;
        switch (word)
        {
            case "if" or "while" or "switch" or "elseif" or "until":
                at += word.Length;
                var condition = word == "switch" ? SwitchSubject() : Parenthesised();
                if (word == "switch") return new BlockNode(start, [condition, SwitchBody()]);
                var body = Block();
                if (word != "if") return new LoopNode(start, null, null, condition, body);
                return new BranchNode(start, condition, body, Otherwise());
            case "for":
                at += 3;
                return For(start);
            case "foreach":
                at += 7;
                Space();
                if (Now != '(')
                {
                    at = start;
                    return null;
                }
                return ForEach(start);
            case "do":
                at += 2;
                var loop = new LoopNode(start, null, null, null, Block());
                Space(lines: true);
                var end = PeekWord();
                if (end is "while" or "until")
                {
                    at += end.Length;
                    return new BlockNode(start, [loop, Parenthesised()]);
                }
                return loop;
            case "try":
                at += 3;
                return Try(start);
            case "begin" or "process" or "end" or "finally" or "trap" or "dynamicparam":
                var after = at + word.Length;
                while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
                if (after >= text.Length || text[after] != '{') return null;
                at = after;
                return Block();
            case "function" or "filter":
                at += word.Length;
                return Function(start);
            case "param":
                at += 5;
                Space(lines: true);
                if (Now == '(') Skip('(', ')');
                return new BlockNode(start, []);
            case "return" or "throw" or "exit":
                at += word.Length;
                Space();
                Node? value = AtEnd || Now is '\n' or ';' or '}' or ')' ? null : Chain();
                return word == "return" ? new ReturnNode(start, value) : value ?? new BlockNode(start, []);
            case "break" or "continue" or "using":
                while (!AtEnd && Now is not ('\n' or ';' or '}')) at++;
                return new BlockNode(start, []);
            default:
                return null;
        }
    }

    private Node Parenthesised()
    {
        Space(lines: true);
        return Accept('(') ? Statements(')') : new BlockNode(at, []);
    }

    private BlockNode Block()
    {
        Space(lines: true);
        return Accept('{') ? Statements('}') : new BlockNode(at, []);
    }

    private Node? Otherwise()
    {
        var back = at;
        Space(lines: true);
        var word = PeekWord();
        if (word == "else")
        {
            at += 4;
            return Block();
        }
        if (word != "elseif" || !work.Enter())
        {
            at = back;
            return null;
        }
        var start = at;
        at += 6;
        var condition = Parenthesised();
        var body = Block();
        var result = new BranchNode(start, condition, body, Otherwise());
        work.Leave();
        return result;
    }

    /// <summary>From an opening bracket behind its partner.</summary>
    private void Skip(char open, char close)
    {
        var level = 0;
        while (!AtEnd)
        {
            var c = text[at++];
            if (c == '`') at++;
            else if (c is '\'' or '"')
            {
                while (!AtEnd && Now != c) at++;
                at++;
            }
            else if (c == open) level++;
            else if (c == close && --level == 0) return;
        }
    }
}
