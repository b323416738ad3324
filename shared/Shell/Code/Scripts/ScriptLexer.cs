using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>The tokens of Perl and Ruby, which share their quoting: any delimiter, with or without expressions inside, here-documents.</summary>
internal sealed partial class ScriptLexer(string text, Work work, bool ruby) : Lexer(text, work)
{
    private static readonly string[] Symbols =
    [
        "<=>", "**=", "||=", "&&=", "//=", "...", "<<=", ">>=", "===", "->", "=>", "::", "==", "!=", "=~", "!~", "<=", ">=", "&&", "||", "//", "..", "**", "++", "--",
        "+=", "-=", "*=", "/=", ".=", "x=", "%=", "|=", "&=", "^=", "<<", ">>", "&.",
    ];

    private readonly Queue<(string Tag, bool Expands, bool Strip, bool Command, int Token)> documents = new();

    protected override void Step()
    {
        var c = Now;
        if (c == '\n')
        {
            if (ruby) Add(TokenKind.NewLine, "\n", At);
            At++;
            while (documents.TryDequeue(out var document)) Document(document);
            FirstOnLine = true;
        }
        else if (FirstOnLine && c == '=' && char.IsAsciiLetter(Next) && (At == 0 || Text[At - 1] == '\n')) SkipTo(ruby ? "\n=end" : "\n=cut");
        else if (char.IsWhiteSpace(c) || (c == '\\' && Next == '\n' && ruby))
        {
            Spaced = true;
            At += c == '\\' ? 2 : 1;
        }
        else if (c == '#') SkipLine();
        else if (c == '"') Quoted(TokenKind.Text, c, c, true);
        else if (c == '\'') Quoted(TokenKind.Text, c, c, false);
        else if (c == '`') Quoted(TokenKind.Command, c, c, true);
        else if (c == '<' && Next == '<' && HereDocument()) return;
        else if (!ruby && c == '<' && !OperandBefore() && GlobLiteral()) return;
        else if (ruby && c == '%' && PercentLiteral()) return;
        else if (ruby && c == ':' && (IsWordStart(Next) || Next == '"') && Last is not { Text: "?" }) SymbolLiteral();
        else if (c is '$' or '@' || (!ruby && c is '%' or '&' && !OperandBefore())) Variable();
        else if (c == '/' && !OperandBefore()) Quoted(TokenKind.Regex, '/', '/', false);
        else if (IsWordStart(c)) NameOrQuote();
        else if (char.IsAsciiDigit(c)) Number();
        else Symbol(Symbols);
    }

    /// <summary>True where an operand stands before, so that what comes is an operator.</summary>
    private bool OperandBefore() => Last is { } last && last.Kind switch
    {
        TokenKind.Name => ruby
            ? !Spaced || Next == ' ' || last.Text is "end" or "self" or "nil" or "true" or "false"
            : last.Text is not ("split" or "grep" or "if" or "unless" or "and" or "or" or "not" or "return" or "map" or "join" or "push" or "unlink" or "print"
            or "keys" or "values" or "each" or "x" or "foreach" or "for" or "while" or "system" or "exec" or "die" or "defined" or "exists" or "delete"
            or "scalar" or "my" or "our" or "local" or "chmod" or "sort" or "reverse" or "glob" or "rmdir" or "lc" or "uc" or "in"),
        TokenKind.Symbol => last.Text is ")" or "]" or "}",
        TokenKind.NewLine => false,
        _ => true,
    };

    private void NameOrQuote()
    {
        var start = At;
        var word = Word();
        while (Now == ':' && Next == ':' && IsWordStart(Peek(2)))
        {
            At += 2;
            word += "::" + Word();
        }
        if (word is "__END__" or "__DATA__")
        {
            At = Text.Length;
            return;
        }
        if (ruby)
        {
            if (Now is '?' or '!' && Next != '=') word += Text[At++];
            Add(TokenKind.Name, word, start);
            return;
        }
        if (word is "q" or "qq" or "qw" or "qx" or "m" or "qr" or "s" or "tr" or "y" && QuoteFollows()) PerlQuote(word);
        else Add(TokenKind.Name, word, start);
    }

    private bool QuoteFollows()
    {
        if (Last is { } last && (last.Is("->") || last.Is("{") && Now == '}')) return false;
        var at = At;
        while (at < Text.Length && Text[at] == ' ') at++;
        return at < Text.Length && !char.IsLetterOrDigit(Text[at]) && Text[at] is not ('=' or ',' or ';' or ')' or ' ' or '\n') && !(Text[at] == '#' && at > At)
            && !(Text[at] == '=' && at + 1 < Text.Length && Text[at + 1] == '>');
    }

    private void PerlQuote(string word)
    {
        while (Now == ' ') At++;
        var open = Now;
        var close = Closing(open);
        switch (word)
        {
            case "q": Quoted(TokenKind.Text, open, close, false); break;
            case "qq": Quoted(TokenKind.Text, open, close, open != '\''); break;
            case "qx": Quoted(TokenKind.Command, open, close, open != '\''); break;
            case "qw": Quoted(TokenKind.Words, open, close, false); break;
            case "m" or "qr": Quoted(TokenKind.Regex, open, close, false); break;
            default: Substitution(open, close); break;
        }
    }

    /// <summary><c>s/a/b/e</c>: with <c>e</c> its second part is code.</summary>
    private void Substitution(char open, char close)
    {
        var start = At;
        Raw(open, close);
        if (open != close)
        {
            while (char.IsWhiteSpace(Now)) At++;
            open = Now;
            close = Closing(open);
        }
        else At--;
        var replacement = Raw(open, close);
        var flags = At;
        while (char.IsAsciiLetter(Now)) At++;
        var code = Text[flags..Math.Min(At, Text.Length)].Contains('e');
        Add(TokenKind.Regex, "s", start, code ? [new TextPart(null, replacement, start)] : null);
    }

    /// <summary><c>&lt;*.txt&gt;</c> is a call of glob; <c>&lt;STDIN&gt;</c> and <c>&lt;$file&gt;</c> read a line.</summary>
    private bool GlobLiteral()
    {
        var end = Text.IndexOf('>', At);
        if (end < 0 || end - At is < 2 or > 512) return false;
        var inner = Text.AsSpan(At + 1, end - At - 1);
        if (inner.IndexOfAny('\n', '=', ';') >= 0 || !Globs(inner)) return false;
        Add(TokenKind.Name, "glob", At);
        Quoted(TokenKind.Text, '<', '>', true);
        return true;
    }

    private static bool Globs(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is '*' or '?' or '[' or '~' or '{' or '/' or '.') return true;
        return false;
    }

    private static char Closing(char open) => open switch { '(' => ')', '[' => ']', '{' => '}', '<' => '>', _ => open };

    private bool PercentLiteral()
    {
        if (OperandBefore() && (Next is ' ' or '=' || !Spaced)) return false;
        var letter = char.IsAsciiLetter(Next) ? Next : '\0';
        var open = letter == '\0' ? Next : Peek(2);
        if (open is '\0' or ' ' or '\n' or '=' || char.IsLetterOrDigit(open)) return false;
        At += letter == '\0' ? 1 : 2;
        var kind = letter switch { 'w' or 'W' or 'i' or 'I' => TokenKind.Words, 'x' => TokenKind.Command, 'r' => TokenKind.Regex, _ => TokenKind.Text };
        Quoted(kind, open, Closing(open), letter is '\0' or 'Q' or 'x' or 'W');
        return true;
    }

    private void SymbolLiteral()
    {
        var start = At++;
        if (Now == '"')
        {
            Quoted(TokenKind.Text, '"', '"', true);
            return;
        }
        var name = Word();
        if (Now is '?' or '!' && Next != '=') name += Text[At++];
        Add(TokenKind.Text, name, start);
    }

    private void Variable()
    {
        var start = At;
        var sigil = Now;
        At++;
        if (ruby)
        {
            while (Now == '@') At++;
            if (IsWord(Now)) Word();
            else if (!char.IsWhiteSpace(Now)) At++;
            Add(TokenKind.Variable, Text[start..Math.Min(At, Text.Length)], start);
            return;
        }
        if (sigil == '$' && Now == '#' && Next is '{' or '$' or '_' || (sigil == '$' && Now == '#' && char.IsLetter(Next))) At++;
        while (Now == '$' && (IsWordStart(Next) || Next is '{' or '$')) At++; // what it refers to is the same to us
        if (Now == '{')
        {
            var inside = Bracketed('{', '}').Trim();
            if (inside.Length > 0 && inside.All(c => IsWord(c) || c is '^' or '$')) Add(TokenKind.Variable, "$" + inside.TrimStart('$'), start);
            else Add(TokenKind.Text, "", start, [new TextPart(null, inside, start)]);
            return;
        }
        if (IsWordStart(Now) || (Now == ':' && Next == ':'))
        {
            var name = Word();
            while (Now == ':' && Next == ':')
            {
                At += 2;
                name += "::" + Word();
            }
            Add(TokenKind.Variable, (sigil == '@' && name == "_" ? "@" : sigil == '&' ? "&" : "$") + name, start);
        }
        else if (sigil is '$' or '@' && !AtEnd && !char.IsWhiteSpace(Now))
        {
            var digit = char.IsAsciiDigit(Now);
            Add(TokenKind.Variable, "$" + Text[At++], start);
            while (digit && char.IsAsciiDigit(Now)) At++;
        }
        else Add(TokenKind.Symbol, sigil.ToString(), start);
    }
}
