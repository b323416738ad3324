using System.Globalization;

namespace Sallyport.Shell.Code;

/// <summary>Filling templates: <c>"%s" % x</c>, <c>"{}".format(x)</c>, <c>sprintf</c>.</summary>
internal static class Format
{
    /// <summary>printf-like formats.</summary>
    public static Value Percent(string format, IReadOnlyList<Value> values)
    {
        var pieces = new List<Piece>();
        var origin = Origin.None;
        var next = 0;
        var plain = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 >= format.Length) continue;
            pieces.Add(new Piece(PieceKind.Literal, format[plain..i]));
            var at = i + 1;
            string? name = null;
            if (format[at] == '(' && format.IndexOf(')', at) is > 0 and var close)
            {
                name = format[(at + 1)..close];
                at = close + 1;
            }
            while (at < format.Length && "-+ #0123456789.".Contains(format[at])) at++;
            var kind = at < format.Length ? format[at] : '%';
            if (kind == '%') pieces.Add(new Piece(PieceKind.Literal, "%"));
            else
            {
                var value = name is not null && values.Count > 0 && values[0] is DictValue dict ? dict.Items.GetValueOrDefault(name)
                    : next < values.Count ? values[next++] : null;
                if (value is not null) origin |= value.Origin;
                pieces.AddRange(One(kind, value, plainWidth: at == i + 1).Pieces);
            }
            i = at;
            plain = Math.Min(at + 1, format.Length);
        }
        pieces.Add(new Piece(PieceKind.Literal, format[plain..]));
        return Operators.Bound(new Word(pieces), origin);
    }

    private static Word One(char kind, Value? value, bool plainWidth)
    {
        if (value is null) return Word.Unknown("%" + kind);
        if (kind == 'c' && value is NumberValue code) return Word.Of(Character(code.Number));
        if (kind is 'x' or 'X' && value is NumberValue hex)
            return Word.Of(((long)hex.Number).ToString(kind == 'x' ? "x" : "X", CultureInfo.InvariantCulture));
        return plainWidth || kind == 's' ? value.Text : Word.Unknown(value.Text.ToString());
    }

    /// <summary><c>"{} {name}".format(…)</c></summary>
    public static Value Braces(string format, Arguments arguments)
    {
        var pieces = new List<Piece>();
        var next = 0;
        var plain = 0;
        for (var i = 0; i < format.Length; i++)
        {
            var c = format[i];
            if (c is not ('{' or '}')) continue;
            pieces.Add(new Piece(PieceKind.Literal, format[plain..i]));
            if (i + 1 < format.Length && format[i + 1] == c)
            {
                pieces.Add(new Piece(PieceKind.Literal, c.ToString()));
                i++;
            }
            else if (c == '{' && format.IndexOf('}', i) is > 0 and var close)
            {
                var field = format[(i + 1)..close];
                var end = field.AsSpan().IndexOfAny(":!");
                var name = end >= 0 ? field[..end] : field;
                var value = name.Length == 0 ? arguments[next++]
                    : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? arguments[index]
                    : arguments.Get(name);
                pieces.AddRange((value?.Text ?? Word.Unknown("{" + field + "}")).Pieces);
                i = close;
            }
            plain = i + 1;
        }
        pieces.Add(new Piece(PieceKind.Literal, format[plain..]));
        return Operators.Bound(new Word(pieces), arguments.Origin);
    }

    /// <summary>The character of a code, or nothing where there is none.</summary>
    public static string Character(double code) =>
        code is >= 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF ? char.ConvertFromUtf32((int)code) : "";
}
