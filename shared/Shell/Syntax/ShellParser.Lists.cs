namespace Sallyport.Shell.Syntax;

internal sealed partial class ShellParser
{
    private static readonly ListNode EmptyList = new([]);

    /// <summary>Reads commands up to whatever ends a list here; the caller says whether that may end it.</summary>
    private ListNode ParseList()
    {
        if (!Enter())
        {
            Leave();
            return EmptyList;
        }
        var items = new List<ListItem>();
        while (true)
        {
            SkipNewlines();
            if (Failed || EndsList(Peek())) break;
            var first = ParsePipeline();
            List<ChainedPipeline>? rest = null;
            while (!Failed && Peek().Kind is TokenKind.AndIf or TokenKind.OrIf)
            {
                var and = Next().Kind == TokenKind.AndIf;
                SkipNewlines();
                (rest ??= []).Add(new ChainedPipeline(and, ParsePipeline()));
            }
            var end = Peek().Kind;
            items.Add(new ListItem(first, rest ?? (IReadOnlyList<ChainedPipeline>)[], end == TokenKind.Ampersand));
            if (end is not (TokenKind.Semicolon or TokenKind.Ampersand or TokenKind.Newline)) break;
            Next();
        }
        Leave();
        return new ListNode(items);
    }

    private static bool EndsList(Token token) => token.Kind switch
    {
        TokenKind.End or TokenKind.Close or TokenKind.CaseLeave or TokenKind.CaseFallThrough or TokenKind.CaseTryNext => true,
        TokenKind.Word => token.Bare is "then" or "else" or "elif" or "fi" or "do" or "done" or "esac" or "}",
        _ => false,
    };

    private PipelineNode ParsePipeline()
    {
        var negated = false;
        var prefixed = false;
        while (Peek().Kind == TokenKind.Word)
        {
            if (TryTakeWord("!")) negated = !negated;
            else if (TryTakeWord("time"))
            {
                if (PeekWord("-p")) Next();
                if (PeekWord("--")) Next();
            }
            else break;
            prefixed = true;
            _commandPosition = true;
        }
        // `!` and `time` may stand alone.
        if (prefixed && Peek().Kind is TokenKind.End or TokenKind.Newline or TokenKind.Semicolon or TokenKind.Close or TokenKind.AndIf or TokenKind.OrIf)
            return new PipelineNode([new SimpleNode([], [], Place(Peek().Start), Place(Peek().Start))], negated);

        var commands = new List<CommandNode>(1) { ParseCommand() };
        while (!Failed && Peek().Kind is TokenKind.Pipe or TokenKind.PipeBoth)
        {
            var both = Next().Kind == TokenKind.PipeBoth;
            if (both) commands[^1].Redirections = [.. commands[^1].Redirections, new RedirectionNode(RedirectionOperator.DuplicateOutput, 2, null) { Target = One }];
            SkipNewlines();
            commands.Add(ParseCommand());
        }
        return new PipelineNode(commands, negated);
    }

    private static readonly WordNode One = new([new TextPart("1", false)], -1, -1);

    private CommandNode ParseCommand()
    {
        var token = Peek();
        if (!Enter())
        {
            Leave();
            return Nothing(token.Start);
        }
        var command = ParseCompound(token);
        if (command is null) command = ParseSimple();
        else if (command is not FunctionNode) command.Redirections = ParseRedirections();
        command.End = Place(_hasToken ? EndBefore(_token.Start) : _at);
        Leave();
        return command;
    }

    private int EndBefore(int at)
    {
        while (at > 0 && _text[at - 1] is ' ' or '\t') at--;
        return at;
    }

    private SimpleNode Nothing(int at) => new([], [], Place(at), Place(at));

    private List<RedirectionNode> ParseRedirections()
    {
        var redirections = new List<RedirectionNode>(0);
        while (!Failed && Peek().Kind == TokenKind.Redirection) redirections.Add(ParseRedirection());
        return redirections;
    }

    private RedirectionNode ParseRedirection()
    {
        var token = Next();
        var redirection = token.Redirection!;
        SkipBlanks();
        var start = _at;
        var target = _at < _end && _text[_at] is not ('\n' or ';' or '|' or '&' or ')' or '(') ? ReadWord() : null;
        if (Failed) return redirection;
        if (target is null || _at == start)
        {
            Fail("a redirection without a target", token.Start);
            return redirection;
        }
        if (redirection.Operator == RedirectionOperator.HereDocument)
        {
            redirection.Delimiter = Unquote(start, _at, out var quoted);
            redirection.DelimiterQuoted = quoted;
            _pendingDocuments.Add(redirection);
        }
        else redirection.Target = target;
        return redirection;
    }
}
