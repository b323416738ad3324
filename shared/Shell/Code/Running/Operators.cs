using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>What operators make of values.</summary>
internal static class Operators
{
    /// <summary>Longest text that is followed; longer ones are unknown, with what they start with kept.</summary>
    public const int MaxText = 256 * 1024;
    private const int MaxPieces = 512;

    /// <summary>A text no longer than can be carried along.</summary>
    public static Value Bound(Word word, Origin origin)
    {
        var length = 0L;
        foreach (var piece in word.Pieces) length += piece.Text.Length;
        if (length <= MaxText && word.Pieces.Count <= MaxPieces) return new TextValue(word) { Origin = origin };
        return new UnknownValue("a very long text") { Origin = origin };
    }

    public static Value Concat(Value left, Value right)
    {
        if (left is ChoiceValue a && right is not ChoiceValue) return Each(a, x => Concat(x, right));
        if (right is ChoiceValue b && left is not ChoiceValue) return Each(b, x => Concat(left, x));
        return Bound(CodePath.Concat(left.Text, right.Text), left.Origin | right.Origin);
    }

    private static Value Each(ChoiceValue choice, Func<Value, Value> apply)
    {
        var result = new List<Value>();
        foreach (var option in choice.Options) result.Add(option is ChoiceValue ? UnknownValue.Nothing : apply(option));
        return new ChoiceValue(result) { Origin = choice.Origin };
    }

    public static Value Apply(string op, Value left, Value right)
    {
        switch (op)
        {
            case "." or "..":
                return Concat(left, right);
            case "+" when left is NumberValue a && right is NumberValue b:
                return new NumberValue(a.Number + b.Number);
            case "+" when left is ListValue head && right is ListValue tail:
                return Joined(head, tail);
            case "<<" when left is ListValue grown:
                grown.Add(right);
                return grown;
            case "+" or "<<" when IsText(left) || (IsText(right) && op == "+"):
                return Concat(left, right);
            case "+" when left is UnknownValue or BoundValue && right is UnknownValue or BoundValue:
                return new UnknownValue("sum") { Origin = left.Origin | right.Origin };
            case "+" when left is ChoiceValue or ObjectValue || right is ChoiceValue:
                return Concat(left, right);
            case "*" or "x" when right is NumberValue times && IsText(left):
                return Repeat(left, times.Number);
            case "*" when left is NumberValue times && IsText(right):
                return Repeat(right, times.Number);
            case "*" or "x" when left is ListValue repeated && right is NumberValue times:
                return Repeat(repeated, times.Number);
            case "/" when left is ObjectValue { Type: "path" }:
                return new ObjectValue("path") { Subject = new TextValue(CodePath.Join(left.Text, right.Text)) { Origin = left.Origin | right.Origin } };
            // Nothing is divided by a text: what stands before it is a path.
            case "/" when left is UnknownValue && right is TextValue { Known: not null }:
                return new ObjectValue("path") { Subject = new TextValue(CodePath.Join(left.Text, right.Text)) { Origin = left.Origin | right.Origin } };
            case "%" when left.Known is { } format && left is TextValue:
                return Format.Percent(format, right is ListValue values ? values.Items : [right]);
        }
        if (left is NumberValue x && right is NumberValue y) return Arithmetic(op, x.Number, y.Number);
        if (op is "==" or "===" or "!=" or "!==" or "eq" or "ne") return Compare(op, left, right);
        // Not the sign alone, which may look like a path.
        return new UnknownValue("(" + op + ")") { Origin = left.Origin | right.Origin };
    }

    private static bool IsText(Value value) => value is TextValue;

    private static Value Compare(string op, Value left, Value right)
    {
        if (left.Known is not { } a || right.Known is not { } b) return new UnknownValue("comparison");
        return (a == b) == (op is "==" or "===" or "eq") ? ConstantValue.True : ConstantValue.False;
    }

    private static Value Arithmetic(string op, double x, double y) => op switch
    {
        "-" => new NumberValue(x - y),
        "*" => new NumberValue(x * y),
        "/" when y != 0 => new NumberValue(x / y),
        "//" when y != 0 => new NumberValue(Math.Floor(x / y)),
        "%" when y != 0 => new NumberValue(x - (y * Math.Floor(x / y))),
        "**" => new NumberValue(Math.Pow(x, y)),
        "^" => new NumberValue((long)x ^ (long)y),
        "|" => new NumberValue((long)x | (long)y),
        "&" => new NumberValue((long)x & (long)y),
        "<<" when y is >= 0 and < 32 => new NumberValue((long)x << (int)y),
        ">>" when y is >= 0 and < 32 => new NumberValue((long)x >> (int)y),
        "==" or "===" => x == y ? ConstantValue.True : ConstantValue.False,
        "!=" or "!==" => x != y ? ConstantValue.True : ConstantValue.False,
        "<" => x < y ? ConstantValue.True : ConstantValue.False,
        ">" => x > y ? ConstantValue.True : ConstantValue.False,
        "<=" => x <= y ? ConstantValue.True : ConstantValue.False,
        ">=" => x >= y ? ConstantValue.True : ConstantValue.False,
        _ => UnknownValue.Nothing,
    };

    private static Value Repeat(Value text, double times)
    {
        if (text.Known is not { } known) return new UnknownValue("repeated text") { Origin = text.Origin };
        if (times <= 0 || known.Length == 0) return TextValue.Empty;
        if (known.Length * times > MaxText) return new UnknownValue("a very long text") { Origin = text.Origin };
        return new TextValue(Word.Of(new StringBuilder().Insert(0, known, (int)times).ToString())) { Origin = text.Origin };
    }

    private static ListValue Repeat(ListValue list, double times)
    {
        var result = new ListValue([], list.Open);
        for (var i = 0; i < times && !result.Open; i++)
            foreach (var item in list.Items) result.Add(item);
        return result;
    }

    private static ListValue Joined(ListValue left, ListValue right)
    {
        var result = new ListValue([.. left.Items], left.Open || right.Open);
        foreach (var item in right.Items) result.Add(item);
        return result;
    }

    /// <summary><c>target[from:to:step]</c>, where everything is known.</summary>
    public static Value Slice(Value target, Value? from, Value? to, Value? step)
    {
        var unknown = new UnknownValue(target.Text + "[:]") { Origin = target.Origin };
        if (!Bounds(from) || !Bounds(to) || !Bounds(step)) return unknown;
        var length = target switch
        {
            TextValue { Known: { } known } => known.Length,
            ListValue { Open: false } items => items.Items.Count,
            _ => -1,
        };
        if (length < 0) return unknown;
        var by = Number(step) ?? 1;
        if (by == 0) return unknown;
        var start = Place(Number(from), length, by > 0 ? 0 : length - 1);
        var end = Number(to) is { } last ? Place(last, length, 0) : by > 0 ? length : -1;
        var picked = new List<int>();
        for (var i = start; by > 0 ? i < end : i > end; i += by)
            if (i >= 0 && i < length) picked.Add(i);
            else break;
        if (target is ListValue list) return new ListValue([.. picked.Select(i => list.Items[i])]);
        var text = target.Known!;
        return new TextValue(Word.Of(string.Concat(picked.Select(i => text[i])))) { Origin = target.Origin };
    }

    private static bool Bounds(Value? value) => value is null or NumberValue or ConstantValue;

    private static int? Number(Value? value) => value is NumberValue number ? (int)Math.Clamp(number.Number, -MaxText, MaxText) : null;

    private static int Place(int? at, int length, int otherwise) =>
        at is not { } place ? otherwise : Math.Clamp(place < 0 ? place + length : place, -1, length);
}
