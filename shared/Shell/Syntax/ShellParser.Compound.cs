namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    /// <summary>Reads a compound command or a function; null where a simple command stands here.</summary>
    private CommandNode? ParseCompound(Token token)
    {
        if (token.Kind == TokenKind.Open) return ParseParenthesis(token);
        switch (token.Bare)
        {
            case "{": return ParseGroup(token);
            case "if": return ParseIf(token);
            case "while" or "until": return ParseWhile(token);
            case "for" or "select": return ParseFor(token);
            case "case": return ParseCase(token);
            case "function": return ParseFunction(token);
            case "[[": return ParseCondition(token);
            case "coproc": return ParseCoprocess(token);
            case "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}":
                Unexpected();
                return Nothing(token.Start);
            default: return null;
        }
    }

    private CommandNode ParseParenthesis(Token token)
    {
        if (_at < _end && _text[_at] == '(' && FindArithmeticEnd(_at + 1) is var close and >= 0)
        {
            Next();
            var expression = ReadArithmetic(_at + 1, close);
            return new ArithmeticNode(expression, Place(token.Start), Place(_at));
        }
        Next();
        var body = ParseList();
        if (!TryTake(TokenKind.Close) && !Failed) Unexpected();
        return new GroupNode(body, true, Place(token.Start), Place(_at));
    }

    private GroupNode ParseGroup(Token token)
    {
        Next();
        var body = ParseList();
        Expect("}");
        return new GroupNode(body, false, Place(token.Start), Place(_at));
    }

    private ListNode ParseBody()
    {
        SkipSeparator();
        if (TryTakeWord("{"))
        {
            var group = ParseList();
            Expect("}");
            return group;
        }
        Expect("do");
        var body = ParseList();
        Expect("done");
        return body;
    }

    private void SkipSeparator()
    {
        if (Peek().Kind == TokenKind.Semicolon) Next();
        SkipNewlines();
    }

    private IfNode ParseIf(Token token)
    {
        Next();
        var branches = new List<IfBranch>();
        ListNode? otherwise = null;
        do
        {
            var condition = ParseList();
            Expect("then");
            branches.Add(new IfBranch(condition, ParseList()));
        }
        while (!Failed && TryTakeWord("elif"));
        if (TryTakeWord("else")) otherwise = ParseList();
        Expect("fi");
        return new IfNode(branches, otherwise, Place(token.Start), Place(_at));
    }

    private WhileNode ParseWhile(Token token)
    {
        Next();
        var condition = ParseList();
        Expect("do");
        var body = ParseList();
        Expect("done");
        return new WhileNode(condition, body, token.Bare == "until", Place(token.Start), Place(_at));
    }

    private CommandNode ParseFor(Token token)
    {
        Next();
        SkipBlanks();
        if (token.Bare == "for" && !_hasToken && _at + 1 < _end && _text[_at] == '(' && _text[_at + 1] == '(') return ParseArithmeticFor(token);
        var name = Next();
        if (name.Kind != TokenKind.Word)
        {
            if (!Failed) Fail($"{token.Bare} without a name", name.Start);
            return Nothing(token.Start);
        }
        SkipNewlines();
        List<WordNode>? words = null;
        if (TryTakeWord("in"))
        {
            words = [];
            while (!Failed && Peek().Kind == TokenKind.Word) words.Add(Next().Word!);
            if (!Failed && Peek().Kind is not (TokenKind.Semicolon or TokenKind.Newline)) Unexpected();
        }
        _commandPosition = true;
        var body = ParseBody();
        return new ForNode(name.Bare ?? "", words, body, token.Bare == "select", Place(token.Start), Place(_at));
    }

    private CommandNode ParseArithmeticFor(Token token)
    {
        var close = FindArithmeticEnd(_at + 2);
        if (close < 0)
        {
            Fail("(( without ))", _at);
            return Nothing(token.Start);
        }
        Span<int> cuts = [close, close];
        var found = 0;
        for (var at = _at + 2; at < close && found < 2; at++)
            if (_text[at] == ';') cuts[found++] = at;
        var first = ReadArithmeticText(_at + 2, cuts[0]);
        var condition = ReadArithmeticText(Math.Min(cuts[0] + 1, close), cuts[1]);
        var next = ReadArithmeticText(Math.Min(cuts[1] + 1, close), close);
        _at = close + 2;
        _commandPosition = true;
        var body = ParseBody();
        return new ArithmeticForNode(first, condition, next, body, Place(token.Start), Place(_at));
    }

    private CaseNode ParseCase(Token token)
    {
        Next();
        var subject = Next();
        var branches = new List<CaseBranch>();
        if (subject.Kind != TokenKind.Word)
        {
            if (!Failed) Fail("case without a word", subject.Start);
            return new CaseNode(new WordNode([], -1, -1), branches, Place(token.Start), Place(_at));
        }
        SkipNewlines();
        Expect("in");
        while (!Failed)
        {
            SkipNewlines();
            _commandPosition = false;
            if (TryTakeWord("esac")) return new CaseNode(subject.Word!, branches, Place(token.Start), Place(_at));
            if (!ParseCaseBranch(branches)) break;
        }
        Expect("esac");
        return new CaseNode(subject.Word!, branches, Place(token.Start), Place(_at));
    }

    /// <summary>Reads one branch; false where it was the last, without <c>;;</c>.</summary>
    private bool ParseCaseBranch(List<CaseBranch> branches)
    {
        TryTake(TokenKind.Open);
        var patterns = new List<WordNode>(1);
        do
        {
            _commandPosition = false;
            var pattern = Next();
            if (pattern.Kind != TokenKind.Word)
            {
                if (!Failed) Fail("a pattern is missing", pattern.Start);
                return false;
            }
            patterns.Add(pattern.Word!);
        }
        while (!Failed && TryTake(TokenKind.Pipe));
        if (!TryTake(TokenKind.Close))
        {
            if (!Failed) Unexpected();
            return false;
        }
        var body = ParseList();
        var end = Peek().Kind;
        branches.Add(new CaseBranch(patterns, body, end switch
        {
            TokenKind.CaseFallThrough => CaseEnd.FallThrough,
            TokenKind.CaseTryNext => CaseEnd.TryNext,
            _ => CaseEnd.Leave,
        }));
        if (end is not (TokenKind.CaseLeave or TokenKind.CaseFallThrough or TokenKind.CaseTryNext)) return false;
        Next();
        return true;
    }

    private CommandNode ParseFunction(Token token)
    {
        Next();
        var name = Next();
        if (name.Kind != TokenKind.Word)
        {
            if (!Failed) Fail("function without a name", name.Start);
            return Nothing(token.Start);
        }
        if (Peek().Kind == TokenKind.Open && _at < _end && Ahead(SkipSpaces(_at), out _) == ')')
        {
            Next();
            Next();
        }
        return ParseFunctionBody(name.Bare ?? FunctionName(name.Word!, name.Start), token.Start);
    }

    private int SkipSpaces(int at)
    {
        while (at < _end && _text[at] is ' ' or '\t') at++;
        return at;
    }

    private CoprocessNode ParseCoprocess(Token token)
    {
        Next();
        _commandPosition = true;
        var first = Peek();
        // `coproc NAME { … }`: the name is only a name before a compound command.
        if (first is { Kind: TokenKind.Word, Bare: { } bare } && NameLength(first.Start) == first.End - first.Start && !IsCompoundWord(bare))
        {
            var after = SkipSpaces(first.End);
            if (after < _end && (_text[after] is '(' or '{' || StartsCompound(after)))
            {
                Next();
                _commandPosition = true;
                return new CoprocessNode(bare, ParseCommand(), Place(token.Start), Place(_at));
            }
        }
        return new CoprocessNode("COPROC", ParseCommand(), Place(token.Start), Place(_at));
    }

    private static bool IsCompoundWord(string bare) =>
        bare is "if" or "while" or "until" or "for" or "select" or "case" or "function" or "[[" or "{";

    private bool StartsCompound(int at)
    {
        var length = NameLength(at);
        return length > 0 && IsCompoundWord(_text.Substring(at, length));
    }
}
