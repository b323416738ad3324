using System.Globalization;
using System.Text;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>The tokens of TOML: blank space, keys, strings, and values of any kind passed over whole.</summary>
internal sealed class TomlScanner(string text, string file)
{
    private const int Depth = 64;

    public string Text => text;
    public int Position { get; set; }
    public char Current => Position < text.Length ? text[Position] : '\0';
    public bool AtEnd => Position >= text.Length;

    public CodexFileException Wrong(string what, int? at = null) => new(file, SourceText.LineOf(text, at ?? Position), what);

    public void SkipSpaces()
    {
        while (Current is ' ' or '\t') Position++;
    }

    /// <summary>Over blank lines and comments, to whatever is next.</summary>
    public void SkipBlank()
    {
        while (!AtEnd)
        {
            if (Current is ' ' or '\t' or '\n' || (Current == '\r' && Position + 1 < text.Length && text[Position + 1] == '\n')) Position++;
            else if (Current == '#') SkipComment();
            else return;
        }
    }

    /// <summary>Nothing but space and a comment may follow on the line; goes to the start of the next.</summary>
    public void EndLine()
    {
        SkipSpaces();
        if (Current == '#') SkipComment();
        if (Current == '\r' && Position + 1 < text.Length && text[Position + 1] == '\n') Position++;
        if (AtEnd) return;
        if (Current != '\n') throw Wrong("something follows on the line that does not belong there");
        Position++;
    }

    /// <summary>A key with its dots.</summary>
    public TomlKey[] DottedKey()
    {
        var keys = new List<TomlKey>();
        while (true)
        {
            SkipSpaces();
            var start = Position;
            string name;
            if (Current is '"' or '\'')
            {
                if (Position + 2 < text.Length && text[Position + 1] == Current && text[Position + 2] == Current) throw Wrong("a key cannot be a string of several lines");
                name = String();
            }
            else
            {
                while (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-') Position++;
                if (Position == start) throw Wrong("a key is missing");
                name = text[start..Position];
            }
            keys.Add(new TomlKey(name, start, Position));
            SkipSpaces();
            if (Current != '.') return [.. keys];
            Position++;
        }
    }

    /// <summary>A string in any of the four notations, decoded.</summary>
    public string String()
    {
        var quote = Current;
        var start = Position;
        var multi = Position + 2 < text.Length && text[Position + 1] == quote && text[Position + 2] == quote;
        Position += multi ? 3 : 1;
        if (multi && Current == '\r') Position++;
        if (multi && Current == '\n') Position++;
        var value = new StringBuilder();
        while (true)
        {
            if (AtEnd) throw Wrong("a string is not closed", start);
            if (Current == quote && Closes(quote, multi, value)) return value.ToString();
            if (!multi && Current is '\n' or '\r') throw Wrong("a string is not closed", start);
            if (Current is < ' ' and not ('\t' or '\n' or '\r') or '\x7f') throw Wrong("a string has a control character in it");
            if (quote == '"' && Current == '\\') Escape(value, multi);
            else value.Append(text[Position++]);
        }
    }

    /// <summary>Over a value that is no inline table outside of a list.</summary>
    public void SkipValue(Action inlineTable, int depth = 0)
    {
        if (depth > Depth) throw Wrong("nested too deeply");
        if (Current is '"' or '\'') String();
        else if (Current == '[') SkipArray(inlineTable, depth);
        else if (Current == '{') inlineTable();
        else SkipScalar();
    }

    private void SkipArray(Action inlineTable, int depth)
    {
        var start = Position++;
        while (true)
        {
            SkipBlank();
            if (AtEnd) throw Wrong("a list is not closed", start);
            if (Current == ']') break;
            SkipValue(inlineTable, depth + 1);
            SkipBlank();
            if (Current == ',') Position++;
            else if (Current != ']') throw Wrong("a list is not closed", start);
        }
        Position++;
    }

    private void SkipScalar()
    {
        var start = Position;
        while (!AtEnd && Current is not (',' or ']' or '}' or '#' or '\n' or '\r')) Position++;
        while (Position > start && text[Position - 1] is ' ' or '\t') Position--;
        var scalar = text.AsSpan(start, Position - start);
        if (scalar is "true" or "false" or "inf" or "+inf" or "-inf" or "nan" or "+nan" or "-nan") return;
        if (scalar.IsEmpty || !(char.IsAsciiDigit(scalar[0]) || (scalar[0] is '+' or '-' && scalar.Length > 1 && char.IsAsciiDigit(scalar[1]))))
        {
            throw Wrong("a value is missing or is of no known kind", start);
        }
        foreach (var c in scalar)
        {
            if (!(char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '_' or '.' or ':' or ' ')) throw Wrong("a number or date has a character that does not belong there", start);
        }
    }

    private bool Closes(char quote, bool multi, StringBuilder value)
    {
        if (!multi)
        {
            Position++;
            return true;
        }
        var run = 0;
        while (Position + run < text.Length && text[Position + run] == quote) run++;
        if (run > 5) throw Wrong("too many quotes");
        Position += run;
        value.Append(quote, run >= 3 ? run - 3 : run);
        return run >= 3;
    }

    private void Escape(StringBuilder value, bool multi)
    {
        Position++;
        var c = Current;
        Position++;
        switch (c)
        {
            case 'b': value.Append('\b'); break;
            case 't': value.Append('\t'); break;
            case 'n': value.Append('\n'); break;
            case 'f': value.Append('\f'); break;
            case 'r': value.Append('\r'); break;
            case 'e': value.Append('\x1b'); break;
            case '"': value.Append('"'); break;
            case '\\': value.Append('\\'); break;
            case 'x': Code(value, 2); break;
            case 'u': Code(value, 4); break;
            case 'U': Code(value, 8); break;
            case ' ' or '\t' or '\r' or '\n' when multi: SkipContinuation(); break;
            default: throw Wrong("a string has an escape that TOML does not know", Position - 2);
        }
    }

    private void Code(StringBuilder value, int digits)
    {
        if (Position + digits > text.Length
            || !int.TryParse(text.AsSpan(Position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.TryCreate(code, out var rune))
        {
            throw Wrong("a string has an escape that is no character");
        }
        value.Append(rune.ToString());
        Position += digits;
    }

    private void SkipContinuation()
    {
        while (Current is ' ' or '\t' or '\r' or '\n' && !AtEnd) Position++;
    }

    private void SkipComment()
    {
        while (!AtEnd && Current != '\n')
        {
            if (Current is < ' ' and not ('\t' or '\r') or '\x7f') throw Wrong("a comment has a control character in it");
            Position++;
        }
        if (Position > 0 && text[Position - 1] == '\r') Position--;
    }
}
