using System.Globalization;
using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>What the lexers of all languages do alike.</summary>
internal abstract class Lexer(string text, Work work)
{
    private readonly List<Token> tokens = [];

    protected string Text => text;
    protected Work Work => work;
    /// <summary>The place; never past the end.</summary>
    protected int At { get; set => field = Math.Clamp(value, 0, text.Length); }
    protected bool Spaced { get; set; }
    protected bool FirstOnLine { get; set; } = true;
    protected IReadOnlyList<Token> Tokens => tokens;

    protected char Now => At < text.Length ? text[At] : '\0';
    protected char Next => At + 1 < text.Length ? text[At + 1] : '\0';
    protected bool AtEnd => At >= text.Length;

    protected char Peek(int ahead) => At + ahead < text.Length ? text[At + ahead] : '\0';

    protected bool Looking(string at) => string.CompareOrdinal(text, At, at, 0, at.Length) == 0;

    /// <summary>The whole text as tokens, ended by one of kind End.</summary>
    public List<Token> Read()
    {
        while (!AtEnd && tokens.Count < Work.MaxTokens && work.Step())
        {
            var before = At;
            Step();
            if (At == before) At++;
        }
        if (!AtEnd) work.Exhaust();
        Finish();
        Add(TokenKind.End, "", text.Length);
        return tokens;
    }

    /// <summary>Reads one token, or passes over what is none.</summary>
    protected abstract void Step();

    protected virtual void Finish()
    {
    }

    protected Token? Last => tokens.Count > 0 ? tokens[^1] : null;

    protected void Add(TokenKind kind, string value, int start, IReadOnlyList<TextPart>? parts = null)
    {
        tokens.Add(new Token(kind, value, start) { Spaced = Spaced, FirstOnLine = FirstOnLine, Parts = parts });
        Spaced = false;
        FirstOnLine = false;
    }

    /// <summary>Puts another token where one was held free.</summary>
    protected void Replace(int place, Token token) => tokens[place] = token;

    /// <summary>A text of parts: as one known text where no part is code.</summary>
    protected void AddText(TokenKind kind, List<TextPart> parts, int start)
    {
        if (parts.Exists(p => p.Code is not null)) Add(kind, "", start, parts);
        else Add(kind, string.Concat(parts.Select(p => p.Text)), start);
    }

    protected void SkipLine()
    {
        var end = text.IndexOf('\n', At);
        At = end < 0 ? text.Length : end;
    }

    protected void SkipTo(string end)
    {
        var at = text.IndexOf(end, At, StringComparison.Ordinal);
        At = at < 0 ? text.Length : at + end.Length;
    }

    protected static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or Marked.Open;

    protected static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    protected string Word()
    {
        var start = At;
        while (IsWord(Now) || Now == Marked.Open)
        {
            if (Now == Marked.Open) SkipTo(Marked.CloseText);
            else At++;
        }
        return text[start..At];
    }

    /// <summary>A number, as written.</summary>
    protected void Number()
    {
        var start = At;
        if (Now == '0' && char.ToLowerInvariant(Next) is 'x' or 'b' or 'o')
        {
            At += 2;
            while (char.IsAsciiHexDigit(Now) || Now == '_') At++;
        }
        else
        {
            while (char.IsAsciiDigit(Now) || Now == '_') At++;
            if (Now == '.' && char.IsAsciiDigit(Next))
            {
                At++;
                while (char.IsAsciiDigit(Now) || Now == '_') At++;
            }
            if (Now is 'e' or 'E' && (char.IsAsciiDigit(Next) || (Next is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
            {
                At += 2;
                while (char.IsAsciiDigit(Now)) At++;
            }
        }
        var end = At;
        while (Now is 'n' or 'j' or 'L' or 'r') At++;
        Add(TokenKind.Number, text[start..end], start);
    }

    /// <summary>The longest of the symbols, longest first, that stands here; else one character.</summary>
    protected void Symbol(ReadOnlySpan<string> symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol[0] != Now || !Looking(symbol)) continue;
            Add(TokenKind.Symbol, symbol, At);
            At += symbol.Length;
            return;
        }
        Add(TokenKind.Symbol, Now.ToString(), At);
        At++;
    }

    /// <summary>The value of a number token.</summary>
    public static double ValueOf(string number)
    {
        var clean = number.Replace("_", "", StringComparison.Ordinal);
        if (clean.Length > 2 && clean[0] == '0' && char.IsAsciiLetter(clean[1]))
        {
            var radix = char.ToLowerInvariant(clean[1]) switch { 'x' => 16, 'o' => 8, _ => 2 };
            double value = 0;
            foreach (var c in clean.AsSpan(2))
                value = (value * radix) + (char.IsAsciiDigit(c) ? c - '0' : char.ToLowerInvariant(c) - 'a' + 10);
            return value;
        }
        return double.TryParse(clean, NumberStyles.Float, CultureInfo.InvariantCulture, out var result) ? result : 0;
    }

    /// <summary>Reads the escape after a backslash that stands at <see cref="At"/>, as C and most after it have them.</summary>
    protected void Escape(StringBuilder into)
    {
        At++;
        var c = Now;
        At++;
        switch (c)
        {
            case 'n': into.Append('\n'); break;
            case 't': into.Append('\t'); break;
            case 'r': into.Append('\r'); break;
            case 'a': into.Append('\a'); break;
            case 'b': into.Append('\b'); break;
            case 'f': into.Append('\f'); break;
            case 'v': into.Append('\v'); break;
            case 'e': into.Append('\u001b'); break;
            case '\n' or '\0': break;
            case >= '0' and <= '7':
                var octal = c - '0';
                for (var i = 0; i < 2 && Now is >= '0' and <= '7'; i++) octal = (octal * 8) + (text[At++] - '0');
                into.Append(Format.Character(octal));
                break;
            case 'x' when Now == '{':
            case 'u' when Now == '{':
                var close = text.IndexOf('}', At);
                if (close < 0 || close - At > 10) break;
                into.Append(Code(text[(At + 1)..close]));
                At = close + 1;
                break;
            case 'x': into.Append(Code(Hex(2))); break;
            case 'u': into.Append(Code(Hex(4))); break;
            case 'U': into.Append(Code(Hex(8))); break;
            default: into.Append(c); break;
        }
    }

    private string Hex(int most)
    {
        var start = At;
        while (At - start < most && char.IsAsciiHexDigit(Now)) At++;
        return text[start..At];
    }

    private static string Code(string hex) =>
        int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? Format.Character(code) : "";

    /// <summary>From an opening bracket at <see cref="At"/> to the one that closes it, texts inside passed over.</summary>
    protected string Bracketed(char open, char close)
    {
        var start = ++At;
        var level = 1;
        while (!AtEnd)
        {
            var c = Now;
            if (c == '\\') At++;
            else if (c == open) level++;
            else if (c == close && --level == 0)
            {
                var inside = text[start..At];
                At++;
                return inside;
            }
            else if (c is '"' or '\'' or '`')
            {
                var quote = At++;
                while (!AtEnd && Now != c && Now != '\n') At += Now == '\\' ? 2 : 1;
                if (Now != c) At = quote;
            }
            At++;
        }
        At = text.Length;
        return text[Math.Min(start, text.Length)..];
    }
}
