using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.Cmd;

/// <summary>
/// Reads cmd.exe's language: carets, quotes, <c>%VAR%</c> with its substrings and replacements, <c>!VAR!</c>, groups, <c>if</c>, <c>for</c>,
/// redirections and the operators between commands. Both ways of a condition are followed.
/// </summary>
internal sealed partial class CmdReader(string text, EffectSink sink, Work work)
{
    private readonly Dictionary<string, Word> variables = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>The place; never past the end.</summary>
    private int at { get; set => field = Math.Clamp(value, 0, text.Length); }

    private char Now => at < text.Length ? text[at] : '\0';
    private char Next => at + 1 < text.Length ? text[at + 1] : '\0';

    public void Read()
    {
        while (at < text.Length && work.Step())
        {
            var before = at;
            Command(null);
            Separators();
            if (Now == ')') at++;
            if (at == before) at++;
        }
    }

    private void Separators()
    {
        while (at < text.Length && (char.IsWhiteSpace(Now) || Now is '&' or '@' or ';' or ',' or '=' || (Now == '|' && Next == '|')))
            at += Now == '|' ? 2 : 1;
    }

    /// <summary>One command with what it is piped into.</summary>
    private void Command(Input? input)
    {
        if (!work.Enter())
        {
            at = text.Length;
            return;
        }
        Separators();
        if (Now == '(') Group();
        else if (Now == ':' || Looking("rem ")) SkipLine();
        else if (Looking("if ")) If();
        else if (Looking("for ")) For();
        else if (Looking("else ") || Looking("else(")) at += 4;
        else Simple(input);
        Space();
        if (Now == '|' && Next != '|')
        {
            at++;
            Command(new Input(InputKind.Pipe));
        }
        work.Leave();
    }

    private bool Looking(string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private void SkipLine()
    {
        var end = text.IndexOf('\n', at);
        at = end < 0 ? text.Length : end;
    }

    private void Space()
    {
        while (Now is ' ' or '\t' or '\r') at++;
    }

    // Outside a group a bracket is a letter like others.
    private int groups;

    private bool Closes => Now == ')' && groups > 0;

    private void Group()
    {
        at++;
        groups++;
        while (at < text.Length && work.Step())
        {
            Separators();
            if (Now == ')')
            {
                at++;
                break;
            }
            var before = at;
            Command(null);
            if (at == before) at++;
        }
        groups--;
    }

    private void If()
    {
        at += 3;
        Space();
        while (Looking("/i ") || Looking("not "))
        {
            at += Now == '/' ? 3 : 4;
            Space();
        }
        if (Looking("exist ") || Looking("defined ") || Looking("errorlevel ") || Looking("cmdextversion "))
        {
            Take();
            Take();
        }
        else
        {
            Take();
            Space();
            if (Now == '=' && Next == '=')
            {
                at += 2;
                Take();
            }
            else if (Looking("equ ") || Looking("neq ") || Looking("lss ") || Looking("leq ") || Looking("gtr ") || Looking("geq ") || Looking("== "))
            {
                Take();
                Take();
            }
        }
        Command(null);
        Space();
        if (Looking("else"))
        {
            at += 4;
            Command(null);
        }
    }

    private void For()
    {
        at += 4;
        Space();
        var recursive = false;
        var parses = false;
        Word folder = Word.Of(".");
        while (Now == '/' && work.Step())
        {
            var flag = char.ToLowerInvariant(Next);
            Take();
            recursive |= flag == 'r';
            parses |= flag == 'f';
            Space();
            if (flag == 'r' && Now != '%') folder = Take();
            if (flag == 'f' && Now == '"') Take();
            Space();
        }
        var name = Now == '%' && Next == '%' ? "%" + Peek(2) : "%" + Next;
        while (!char.IsWhiteSpace(Now) && at < text.Length) at++;
        Space();
        if (Looking("in")) at += 2;
        Space();
        var items = Items(parses);
        Space();
        if (Looking("do")) at += 2;
        var body = at;
        foreach (var item in items.Count == 0 ? [Word.Unknown(name)] : items)
        {
            if (!work.Step()) break;
            at = body;
            variables[name] = recursive ? CodePath.Concat(folder, Word.Of("\\"), new Word([new Piece(PieceKind.Glob, "**")])) : item;
            Command(null);
        }
    }

    private char Peek(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private List<Word> Items(bool parses)
    {
        var result = new List<Word>();
        if (Now != '(') return result;
        at++;
        groups++;
        if (parses && Now is '\'' or '`')
        {
            var quote = Now;
            var end = text.IndexOf(quote, at + 1);
            if (end < 0) end = text.Length;
            var command = text[(at + 1)..end];
            sink.Shell(new TextValue(Marked.Word(command)), "for /f", CodeLanguage.Cmd);
            at = Math.Min(end + 1, text.Length);
            Space();
            if (Now == ')') at++;
            groups--;
            return result;
        }
        while (at < text.Length && Now != ')' && work.Step())
        {
            Space();
            if (Now is ',' or ';' or '\n') at++;
            else if (Now != ')' && result.Count < 256) result.Add(Globbed(Take()));
            else break;
        }
        groups--;
        if (Now == ')') at++;
        return parses ? [] : result;
    }

    /// <summary>A word with its wildcards active.</summary>
    public static Word Globbed(Word word) => PythonFiles.Globbed(new TextValue(word));
}
