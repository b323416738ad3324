using System.Text;
using Sallyport.Shell.Code;

namespace Sallyport.Shell.Cmd;

internal sealed partial class CmdReader
{
    /// <summary>The next word, its quotes and carets gone and its variables put in.</summary>
    private Word Take()
    {
        Space();
        var pieces = new List<Piece>();
        var plain = new StringBuilder();
        var quoted = false;
        while (at < text.Length && work.Step())
        {
            var c = Now;
            if (c == '"')
            {
                quoted = !quoted;
                at++;
            }
            else if (c == '%' || (c == '!' && text.IndexOf('!', at + 1) is > 0 and var close && close - at < 60 && !text.AsSpan(at + 1, close - at - 1).Contains(' ')))
            {
                pieces.Add(new Piece(PieceKind.Literal, plain.ToString()));
                plain.Clear();
                pieces.AddRange(Variable(c).Pieces);
            }
            else if (quoted && c != '\n')
            {
                plain.Append(c);
                at++;
            }
            else if (c == '^')
            {
                at++;
                if (Now == '\r') at++;
                if (Now == '\n') at++;
                else if (at < text.Length) plain.Append(text[at++]);
            }
            else if (char.IsWhiteSpace(c) || c is '&' or '|' or '<' or '>' || (c == ')' && groups > 0) || (c == '=' && Next == '=')) break;
            else if (c is ',' or ';' && plain.Length + pieces.Count > 0) break;
            else
            {
                plain.Append(c);
                at++;
            }
        }
        pieces.Add(new Piece(PieceKind.Literal, plain.ToString()));
        return new Word(pieces.SelectMany(p => p.Kind == PieceKind.Literal ? Marked.Word(p.Text).Pieces : [p]));
    }

    /// <summary><c>%NAME%</c>, <c>%NAME:~0,2%</c>, <c>%NAME:a=b%</c>, <c>%1</c>, <c>%%i</c>, <c>!NAME!</c></summary>
    private Word Variable(char sign)
    {
        var start = at++;
        if (sign == '%' && (Now == '%' || char.IsAsciiLetter(Now)) && ForVariable() is { } bound) return bound;
        if (sign == '%' && (char.IsAsciiDigit(Now) || Now == '*'))
        {
            at++;
            return Word.Unknown(text[start..at]);
        }
        var end = text.IndexOf(sign, at);
        if (end < 0 || end - at > 200 || text.AsSpan(at, end - at).Contains('\n'))
        {
            return Word.Of(sign.ToString());
        }
        var inside = text[at..end];
        at = end + 1;
        var colon = inside.IndexOf(':');
        var name = colon > 0 ? inside[..colon] : inside;
        var value = Value(name);
        return colon > 0 ? Changed(value, inside[(colon + 1)..]) : value;
    }

    private Word? ForVariable()
    {
        var name = Now == '%' ? "%" + Next : "%" + Now;
        var length = Now == '%' ? 2 : 1;
        if (Now != '%' && text.AsSpan(at + 1).IndexOf('%') is >= 0 and var close && close < 40 && !text.AsSpan(at + 1, close).Contains(' ')) return null;
        if (Now == '%' && Next == '~' || Now == '~') name = "%" + Peek(length);
        if (!variables.TryGetValue(name, out var value)) return null;
        at += length;
        return value;
    }

    private Word Value(string name)
    {
        if (variables.TryGetValue(name, out var set)) return set;
        return name.ToUpperInvariant() switch
        {
            "USERPROFILE" when sink.Facts.Home is { } home => Word.Of(home),
            "SYSTEMROOT" or "WINDIR" => Word.Of(@"C:\Windows"),
            "SYSTEMDRIVE" or "HOMEDRIVE" => Word.Of("C:"),
            "COMSPEC" => Word.Of(@"C:\Windows\System32\cmd.exe"),
            "PROGRAMFILES" => Word.Of(@"C:\Program Files"),
            "PROGRAMDATA" or "ALLUSERSPROFILE" => Word.Of(@"C:\ProgramData"),
            "PUBLIC" => Word.Of(@"C:\Users\Public"),
            "CD" when sink.Cwd is { } cwd => Word.Of(cwd),
            var upper => sink.Facts.Environment.TryGetValue(upper, out var value) ? Word.Of(value) : Word.Unknown("%" + name + "%"),
        };
    }

    /// <summary>A part of a value, or a value with something replaced.</summary>
    private static Word Changed(Word value, string how)
    {
        if (value.Known is not { } known) return Word.Unknown(value + ":" + how);
        if (how.StartsWith('~'))
        {
            var parts = how[1..].Split(',');
            if (!int.TryParse(parts[0], out var from)) return Word.Unknown(how);
            var start = Math.Clamp(from < 0 ? known.Length + from : from, 0, known.Length);
            var length = known.Length - start;
            if (parts.Length > 1 && int.TryParse(parts[1], out var given)) length = given < 0 ? length + given : given;
            return Word.Of(known.Substring(start, Math.Clamp(length, 0, known.Length - start)));
        }
        var equals = how.IndexOf('=');
        if (equals <= 0) return Word.Unknown(how);
        return Word.Of(known.Replace(how[..equals], how[(equals + 1)..], StringComparison.OrdinalIgnoreCase));
    }
}
