using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>
/// Reads an awk program for the four ways out of it: <c>system(…)</c>, <c>print | "command"</c>, <c>"command" | getline</c> and
/// <c>print &gt; "file"</c>. Texts that are put together of constants are followed; fields and variables are unknown.
/// </summary>
internal sealed class AwkReader(string text, EffectSink sink, Work work)
{
    private readonly Dictionary<string, Word> variables = new(StringComparer.Ordinal);
    private readonly List<Token> tokens = [];
    /// <summary>The place; never past the end.</summary>
    private int at { get; set => field = Math.Clamp(value, 0, text.Length); }

    public void Read()
    {
        Lex();
        if (text.Contains("\"/inet/", StringComparison.Ordinal) || text.Contains("\"/inet4/", StringComparison.Ordinal) || text.Contains("\"/inet6/", StringComparison.Ordinal))
            sink.Add(text.Contains("getline", StringComparison.Ordinal) && text.Contains("|&", StringComparison.Ordinal) ? EffectKind.OpenSession
                : EffectKind.Connect, new Target(TargetKind.Host, "/inet"), text.Contains("getline", StringComparison.Ordinal) ? "reverse-shell" : "dev-tcp");
        // Assignments of constants first: a BEGIN block below may set what a rule above uses.
        for (var i = 0; i + 2 < tokens.Count && work.Step(); i++)
        {
            if (tokens[i].Kind != TokenKind.Name || !tokens[i + 1].Is("=")) continue;
            var (value, _) = Joined(i + 2);
            variables[tokens[i].Text] = variables.TryGetValue(tokens[i].Text, out var other) && !other.Equals(value) ? Word.Unknown(tokens[i].Text) : value;
        }
        for (var i = 0; i < tokens.Count && work.Step(); i++) Look(i);
    }

    private void Look(int i)
    {
        var token = tokens[i];
        if (token.IsName("system") && i + 1 < tokens.Count && tokens[i + 1].Is("("))
        {
            // What is not constant in an awk program is what it reads.
            sink.Shell(new TextValue(Joined(i + 2).Value) { Origin = Origin.Input }, "awk system");
            return;
        }
        if (token.IsName("print") || token.IsName("printf")) Printed(i);
        if ((token.Is("|") || token.Is("|&")) && i + 1 < tokens.Count && tokens[i + 1].IsName("getline"))
            sink.Shell(new TextValue(JoinedBefore(i)), "awk getline");
        if (token.IsName("getline") && i + 1 < tokens.Count)
        {
            var from = tokens[i + 1].Is("<") ? i + 2 : i + 2 < tokens.Count && tokens[i + 2].Is("<") && tokens[i + 1].Kind == TokenKind.Name ? i + 3 : -1;
            if (from > 0 && from < tokens.Count) File(EffectKind.Read, Joined(from).Value, "");
        }
        // @f("x") calls what f names.
        if (token.Is("@") && i + 2 < tokens.Count && tokens[i + 1].Kind == TokenKind.Name && tokens[i + 2].Is("("))
            sink.Shell(new TextValue(Joined(i + 3).Value) { Origin = Origin.Input }, "awk call by name");
        if (token.Is("@") && i + 2 < tokens.Count && tokens[i + 1].IsName("load")) sink.NotKnown(new UnknownValue(tokens[i + 2].Text), "awk @load");
    }

    /// <summary>Where a print statement sends its output.</summary>
    private void Printed(int i)
    {
        var level = 0;
        for (var k = i + 1; k < tokens.Count && work.Step(); k++)
        {
            var token = tokens[k];
            if (token.Kind != TokenKind.Symbol && token.Kind != TokenKind.NewLine) continue;
            if (token.Text is "(" or "[") level++;
            else if (token.Text is ")" or "]") level--;
            else if (token.Text is ";" or "}" or "\n" && level <= 0) return;
            if (level > 0) continue;
            if (token.Text is ">" or ">>")
            {
                var (target, _) = Joined(k + 1);
                if (target.Known is not ("/dev/stderr" or "/dev/stdout")) File(EffectKind.Write, target, token.Text == ">" ? "overwrite" : "append");
                return;
            }
            if (token.Text is not ("|" or "|&") || (k + 1 < tokens.Count && tokens[k + 1].IsName("getline"))) continue;
            sink.Shell(new TextValue(Joined(k + 1).Value), "awk pipe");
            return;
        }
    }

    private void File(EffectKind kind, Word path, string detail)
    {
        if (path.Known is { } net && (net.StartsWith("/inet", StringComparison.Ordinal)))
        {
            sink.Host(EffectKind.Connect, TextValue.Of(net), "awk");
            return;
        }
        sink.Path(kind, new TextValue(path), detail);
    }

    /// <summary>The text that the operands from here on make, side by side.</summary>
    private (Word Value, int End) Joined(int i)
    {
        var pieces = new List<Piece>();
        for (; i < tokens.Count && work.Step(); i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Text) pieces.AddRange(Marked.Word(token.Text).Pieces);
            else if (token.Kind == TokenKind.Number) pieces.Add(new Piece(PieceKind.Literal, token.Text));
            else if (token.Kind == TokenKind.Name && token.Text is not ("print" or "getline" or "printf" or "close"))
            {
                // ENVIRON["HOME"]: the home, as the shell writes it.
                if (token.Text == "ENVIRON" && i + 3 < tokens.Count && tokens[i + 1].Is("[") && tokens[i + 2].Kind == TokenKind.Text && tokens[i + 3].Is("]"))
                {
                    if (tokens[i + 2].Text == "HOME" && sink.Facts.Home is { } home) pieces.Add(new Piece(PieceKind.Literal, home));
                    else pieces.Add(new Piece(PieceKind.Unknown, "$" + tokens[i + 2].Text));
                    i += 3;
                }
                else if (i + 1 < tokens.Count && tokens[i + 1].Is("(")) pieces.Add(new Piece(PieceKind.Unknown, token.Text + "()"));
                else if (variables.TryGetValue(token.Text, out var known) && pieces.Count < 200) pieces.AddRange(known.Pieces);
                else pieces.Add(new Piece(PieceKind.Unknown, token.Text));
                if (i + 1 < tokens.Count && tokens[i + 1].Is("(")) i = Close(i + 1);
            }
            else if (token.Is("$"))
            {
                var name = i + 1 < tokens.Count ? tokens[i + 1].Text : "";
                pieces.Add(new Piece(PieceKind.Unknown, "$" + name));
                i = i + 1 < tokens.Count && tokens[i + 1].Is("(") ? Close(i + 1) : i + 1;
            }
            else if (token.Is("(")) continue;
            else break;
        }
        return (new Word(pieces), i);
    }

    private int Close(int i)
    {
        var level = 0;
        for (; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(")) level++;
            else if (tokens[i].Is(")") && --level == 0) return i;
        }
        return i;
    }

    private Word JoinedBefore(int i)
    {
        var start = i;
        while (start > 0 && (tokens[start - 1].Kind is TokenKind.Text or TokenKind.Name or TokenKind.Number || tokens[start - 1].Is("$"))
            && !tokens[start - 1].IsName("while") && !tokens[start - 1].IsName("print")) start--;
        return start == i ? Word.Unknown("command") : Joined(start).Value;
    }

    private void Lex()
    {
        while (at < text.Length && tokens.Count < Work.MaxTokens && work.Step())
        {
            var c = text[at];
            var start = at;
            if (c == '\n') Add(TokenKind.NewLine, "\n", ++at - 1);
            else if (char.IsWhiteSpace(c) || c == '\\') at++;
            else if (c == '#')
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (c == '"') Quoted();
            else if (c == '/' && RegexMayStand()) Regex();
            else if (char.IsLetter(c) || c is '_' or Marked.Open)
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or Marked.Open or Marked.Close or ':')) at++;
                Add(TokenKind.Name, text[start..at], start);
            }
            else if (char.IsAsciiDigit(c))
            {
                while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '.')) at++;
                Add(TokenKind.Number, text[start..at], start);
            }
            else
            {
                var two = at + 1 < text.Length ? text.Substring(at, 2) : "";
                var symbol = two is ">>" or "|&" or "||" or "&&" or "==" or "!=" or ">=" or "<=" or "+=" or "-=" ? two : c.ToString();
                Add(TokenKind.Symbol, symbol, at);
                at += symbol.Length;
            }
        }
    }

    private void Add(TokenKind kind, string value, int start) => tokens.Add(new Token(kind, value, start));

    private bool RegexMayStand() => tokens.Count == 0 || tokens[^1].Kind is TokenKind.NewLine
        || (tokens[^1].Kind == TokenKind.Symbol && tokens[^1].Text is not (")" or "]"));

    private void Quoted()
    {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] != '\\' || at + 1 >= text.Length)
            {
                value.Append(text[at++]);
                continue;
            }
            at++;
            var c = text[at++];
            if (c is >= '0' and <= '7')
            {
                var code = c - '0';
                for (var i = 0; i < 2 && at < text.Length && text[at] is >= '0' and <= '7'; i++) code = (code * 8) + (text[at++] - '0');
                value.Append(Format.Character(code));
            }
            else if (c == 'x' && at < text.Length && char.IsAsciiHexDigit(text[at]))
            {
                var hex = at;
                while (at < text.Length && at - hex < 2 && char.IsAsciiHexDigit(text[at])) at++;
                value.Append(Format.Character(Lexer.ValueOf("0x" + text[hex..at])));
            }
            else value.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => c });
        }
        at++;
        Add(TokenKind.Text, value.ToString(), start);
    }

    private void Regex()
    {
        var start = at++;
        while (at < text.Length && text[at] is not ('/' or '\n')) at += text[at] == '\\' ? 2 : 1;
        at = Math.Min(at + 1, text.Length);
        Add(TokenKind.Regex, text[start..at], start);
    }
}
