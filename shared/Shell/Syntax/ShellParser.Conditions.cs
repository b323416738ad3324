namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    private CommandNode ParseCondition(Token token)
    {
        Next();
        var expression = ParseConditionOr();
        if (!Failed && !TryTakeWord("]]")) Fail("]] is missing", Peek().Start);
        return new ConditionNode(expression, Place(token.Start), Place(_at));
    }

    private ConditionExpression ParseConditionOr()
    {
        var left = ParseConditionAnd();
        while (!Failed && SkipToCondition().Kind == TokenKind.OrIf)
        {
            Next();
            left = new ConditionExpression("||", null, null, left, ParseConditionAnd());
        }
        return left;
    }

    private ConditionExpression ParseConditionAnd()
    {
        var left = ParseConditionNot();
        while (!Failed && SkipToCondition().Kind == TokenKind.AndIf)
        {
            Next();
            left = new ConditionExpression("&&", null, null, left, ParseConditionNot());
        }
        return left;
    }

    private Token SkipToCondition()
    {
        SkipNewlines();
        _commandPosition = false;
        return Peek();
    }

    private ConditionExpression ParseConditionNot()
    {
        if (!Enter())
        {
            Leave();
            return new ConditionExpression("", new WordNode([], -1, -1), null, null, null);
        }
        var token = SkipToCondition();
        ConditionExpression expression;
        if (token.Bare == "!")
        {
            Next();
            expression = new ConditionExpression("!", null, null, ParseConditionNot(), null);
        }
        else if (token.Kind == TokenKind.Open)
        {
            Next();
            expression = ParseConditionOr();
            if (!TryTake(TokenKind.Close) && !Failed) Unexpected();
        }
        else expression = ParseConditionTest();
        Leave();
        return expression;
    }

    private ConditionExpression ParseConditionTest()
    {
        var first = ConditionWord();
        if (first is null) return new ConditionExpression("", new WordNode([], -1, -1), null, null, null);
        var token = Peek();
        if (first.Bare is ['-', _] op && token.Kind == TokenKind.Word && token.Bare != "]]" && !IsBinaryTest(token.Bare))
            return new ConditionExpression(op, ConditionWord(), null, null, null);
        var binary = token.Kind == TokenKind.Redirection ? ConditionComparison(token)
            : token.Kind == TokenKind.Word && IsBinaryTest(token.Bare) ? token.Bare : null;
        if (binary is null) return new ConditionExpression("", first, null, null, null);
        Next();
        if (binary == "=~") return new ConditionExpression(binary, first, ReadRegularExpression(), null, null);
        _commandPosition = false;
        return new ConditionExpression(binary, first, ConditionWord(), null, null);
    }

    private static string? ConditionComparison(Token token) => token.Redirection!.Operator switch
    {
        RedirectionOperator.Read => "<",
        RedirectionOperator.Write => ">",
        _ => null,
    };

    private static bool IsBinaryTest(string? word) =>
        word is "=" or "==" or "!=" or "=~" or "-eq" or "-ne" or "-lt" or "-le" or "-gt" or "-ge" or "-ef" or "-nt" or "-ot";

    private WordNode? ConditionWord()
    {
        var token = SkipToCondition();
        if (token.Kind != TokenKind.Word || token.Bare == "]]")
        {
            if (!Failed) Unexpected();
            return null;
        }
        return Next().Word;
    }

    /// <summary>In a regular expression parentheses and bars are plain, and blanks are inside parentheses.</summary>
    private WordNode ReadRegularExpression()
    {
        while (_at < _end && _text[_at] is ' ' or '\t' or '\n') _at++;
        var start = _at;
        var parts = new List<WordPart>();
        var depth = 0;
        while (_at < _end && !Failed)
        {
            var c = _text[_at];
            if (c is ' ' or '\t' or '\n' or ')' && depth == 0) break;
            if (c == '(') depth++;
            else if (c == ')') depth--;
            if (c is '\'' or '"' or '\\' or '$' or '`') ReadSpecial(parts);
            else
            {
                AddText(parts, _at, _at + 1, false);
                _at++;
            }
        }
        return new WordNode(parts, Place(start), Place(_at));
    }
}
