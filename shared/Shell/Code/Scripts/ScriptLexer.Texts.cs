using System.Text;

namespace Sallyport.Shell.Code;

internal sealed partial class ScriptLexer
{
    /// <summary>From the opening delimiter at the current place to the closing one, escapes left as they are.</summary>
    private string Raw(char open, char close)
    {
        var start = ++At;
        var level = 1;
        while (!AtEnd)
        {
            if (Now == '\\') At++;
            else if (open != close && Now == open) level++;
            else if (Now == close && --level == 0) break;
            At++;
        }
        var inside = Text[Math.Min(start, Text.Length)..Math.Min(At, Text.Length)];
        At = Math.Min(At + 1, Text.Length);
        return inside;
    }

    private void Quoted(TokenKind kind, char open, char close, bool expands)
    {
        var start = At;
        if (kind == TokenKind.Regex)
        {
            Raw(open, close);
            while (char.IsAsciiLetter(Now)) At++;
            Add(kind, "regular expression", start);
            return;
        }
        if (kind == TokenKind.Words)
        {
            Add(kind, Raw(open, close), start);
            return;
        }
        At++;
        var level = 1;
        AddText(kind, Parts(expands, () =>
        {
            if (open != close && Now == open) level++;
            return Now == close && --level == 0;
        }), start);
        At = Math.Min(At + 1, Text.Length);
    }

    private List<TextPart> Parts(bool expands, Func<bool> ends)
    {
        var parts = new List<TextPart>();
        var plain = new StringBuilder();
        while (!AtEnd && !ends() && Work.Step())
        {
            if (Now == '\\')
            {
                if (expands) Escape(plain);
                else
                {
                    if (Next is not ('\\' or '\'')) plain.Append('\\');
                    At++;
                    if (!AtEnd) plain.Append(Text[At++]);
                }
            }
            else if (expands && Insertion() is { } code)
            {
                parts.Add(new TextPart(plain.ToString(), null, At));
                plain.Clear();
                parts.Add(new TextPart(null, code, At));
            }
            else if (!AtEnd) plain.Append(Text[At++]);
        }
        parts.Add(new TextPart(plain.ToString(), null, At));
        return parts;
    }

    /// <summary>The expression to be put in here, taken; null where none stands here.</summary>
    private string? Insertion()
    {
        if (ruby)
        {
            if (Now != '#' || Next != '{') return null;
            At++;
            return Bracketed('{', '}');
        }
        var start = At;
        if (Now == '@' && Next == '{')
        {
            At++;
            return Bracketed('{', '}').Trim().TrimStart('[').TrimEnd(']');
        }
        if (Now is not ('$' or '@') || !(IsWordStart(Next) || (Next == '{' && Now == '$'))) return null;
        At++;
        if (Now == '{')
        {
            var inside = Bracketed('{', '}');
            return inside.All(IsWord) ? "$" + inside : inside.TrimStart('\\');
        }
        Word();
        while (!AtEnd)
        {
            if (Now == '[' && (char.IsAsciiDigit(Next) || Next is '$' or '-')) Bracketed('[', ']');
            else if (Now == '{') Bracketed('{', '}');
            else if (Now == '-' && Next == '>' && Peek(2) is '{' or '[') At += 2;
            else if (Now == ':' && Next == ':' && IsWordStart(Peek(2)))
            {
                At += 2;
                Word();
            }
            else break;
        }
        return Text[start..At];
    }

    private bool HereDocument()
    {
        var at = At + 2;
        var strip = false;
        if (at < Text.Length && Text[at] is '~' or '-')
        {
            strip = true;
            at++;
        }
        if (at >= Text.Length) return false;
        var quote = Text[at] is '"' or '\'' or '`' ? Text[at] : '\0';
        if (quote != '\0') at++;
        else if (!(char.IsUpper(Text[at]) || Text[at] == '_')) return false;
        var start = at;
        while (at < Text.Length && (quote == '\0' ? IsWord(Text[at]) : Text[at] != quote && Text[at] != '\n')) at++;
        if (at == start) return false;
        var tag = Text[start..at];
        Add(TokenKind.Text, "", At);
        documents.Enqueue((tag, quote != '\'', strip, quote == '`', Tokens.Count - 1));
        At = quote == '\0' ? at : Math.Min(at + 1, Text.Length);
        return true;
    }

    private void Document((string Tag, bool Expands, bool Strip, bool Command, int Token) document)
    {
        var start = At;
        var end = Text.Length;
        var after = Text.Length;
        for (var line = At; line < Text.Length;)
        {
            var stop = Text.IndexOf('\n', line);
            if (stop < 0) stop = Text.Length;
            var content = Text.AsSpan(line, stop - line).TrimEnd('\r');
            if ((document.Strip ? content.Trim() : content).SequenceEqual(document.Tag))
            {
                end = line;
                after = stop;
                break;
            }
            line = stop + 1;
        }
        var parts = Parts(document.Expands, () => At >= end);
        Replace(document.Token, new Token(document.Command ? TokenKind.Command : TokenKind.Text, parts.Exists(p => p.Code is not null) ? "" : string.Concat(parts.Select(p => p.Text)), start)
        {
            Spaced = true,
            Parts = parts.Exists(p => p.Code is not null) ? parts : null,
        });
        At = Math.Max(At, Math.Min(after + 1, Text.Length));
    }
}
