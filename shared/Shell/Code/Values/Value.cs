using System.Globalization;

namespace Sallyport.Shell.Code;

/// <summary>Where a value, or a part of it, came from.</summary>
[Flags]
internal enum Origin : byte
{
    None = 0,
    Network = 1,
    Input = 2,
    File = 4,
    Process = 8,
    Decoded = 16,
    Environment = 32,

    /// <summary>All of it at once, and so every token in it.</summary>
    WholeEnvironment = 64,
}

/// <summary>What an expression gives, as far as it can be known.</summary>
internal abstract class Value
{
    public Origin Origin { get; init; }

    /// <summary>Where it comes from, and where what it holds does.</summary>
    public Origin Carried => Holding(2);

    /// <summary>The same, so many containers deep: a list may hold itself.</summary>
    protected virtual Origin Holding(int depth) => Origin;

    protected static Origin Union(Origin own, IEnumerable<Value> items, int depth)
    {
        if (depth == 0) return own;
        foreach (var item in items.Take(64)) own |= item.Holding(depth - 1);
        return own;
    }

    /// <summary>As the text it would become; an unknown piece where it is not known.</summary>
    public abstract Word Text { get; }

    /// <summary>The exact text, or null.</summary>
    public string? Known => Text.Known;
}

/// <summary>Text, wholly or partly known.</summary>
internal sealed class TextValue(Word text) : Value
{
    public override Word Text => text;
    public static TextValue Of(string text) => new(Word.Of(text));
    public static readonly TextValue Empty = Of("");
}

/// <summary>A number.</summary>
internal sealed class NumberValue(double number) : Value
{
    public double Number => number;

    public override Word Text => Word.Of(
        number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture));
}

/// <summary>True, false or nothing.</summary>
internal sealed class ConstantValue(string name, bool truth) : Value
{
    public bool Truth => truth;
    public override Word Text { get; } = Word.Of(name);

    public static readonly ConstantValue True = new("True", true);
    public static readonly ConstantValue False = new("False", false);
    public static readonly ConstantValue None = new("None", false);
}

/// <summary>A list. <see cref="Open"/> where it may hold more than is known.</summary>
internal sealed class ListValue(List<Value> items, bool open = false) : Value
{
    public const int MaxItems = 4096;

    public List<Value> Items => items;
    public bool Open { get; set; } = open;
    public override Word Text => Join("");
    protected override Origin Holding(int depth) => Union(Origin, items, depth);

    public void Add(Value value)
    {
        if (items.Count < MaxItems) items.Add(value);
        else Open = true;
    }

    public Word Join(string separator)
    {
        if (Open) return Word.Unknown("[…]");
        var pieces = new List<Piece>();
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (i > 0 && separator.Length > 0) pieces.Add(new Piece(PieceKind.Literal, separator));
            if (item is ListValue) pieces.Add(new Piece(PieceKind.Unknown, "[…]"));
            else pieces.AddRange(item.Text.Pieces);
            if (pieces.Count > ListValue.MaxItems * 4) return Word.Unknown("[…]");
        }
        return new Word(pieces);
    }
}

/// <summary>A dictionary, hash or plain object.</summary>
internal sealed class DictValue : Value
{
    public Dictionary<string, Value> Items { get; } = new(StringComparer.Ordinal);
    public bool Open { get; set; }
    public override Word Text => Word.Unknown("{…}");
    protected override Origin Holding(int depth) => Union(Origin, Items.Values, depth);
}

/// <summary>A module, or something in one, by its full name: <c>os</c>, <c>os.path.join</c>, <c>fs.rmSync</c>.</summary>
internal sealed class SymbolValue(string path) : Value
{
    public string Path => path;
    public override Word Text => Word.Unknown(path);
}

/// <summary>A function of the program itself.</summary>
internal sealed class FunctionValue(FunctionNode node, Scope scope, Value? self = null) : Value
{
    public FunctionNode Node => node;
    public Scope Scope => scope;
    public Value? Self => self;
    public override Word Text => Word.Unknown(node.Name ?? "function");
}

/// <summary>A class of the program itself.</summary>
internal sealed class ClassValue(ClassNode node, Scope members, IReadOnlyList<Value> bases) : Value
{
    public ClassNode Node => node;
    public Scope Members => members;
    public IReadOnlyList<Value> Bases => bases;
    public override Word Text => Word.Unknown(node.Name);
}

/// <summary>Something that was made: a socket, an open file, a path, an object of the program's own class.</summary>
/// <param name="type">The library's name for its kind (<c>socket</c>, <c>file</c>, <c>path</c>), or of the class.</param>
internal sealed class ObjectValue(string type, ClassValue? of = null) : Value
{
    public string Type => type;
    public ClassValue? Class => of;

    /// <summary>What it was made of: the path of a file, the host of a connection.</summary>
    public Value? Subject { get; set; }

    public Dictionary<string, Value> Fields { get; } = new(StringComparer.Ordinal);
    public override Word Text => type == "path" && Subject is not null ? Subject.Text : Word.Unknown(type);
}

/// <summary>Not known, but where from may be.</summary>
internal sealed class UnknownValue(string source) : Value
{
    public override Word Text => Word.Unknown(source.Length > 80 ? source[..80] : source);
    public static readonly UnknownValue Nothing = new("?");

    /// <summary>The file whose content it is, absolute, where it is one.</summary>
    public string? File { get; init; }
}

/// <summary>One of several, by the way the program went.</summary>
internal sealed class ChoiceValue(IReadOnlyList<Value> options) : Value
{
    public const int MaxOptions = 8;
    public IReadOnlyList<Value> Options => options;
    public override Word Text => Word.Unknown("(" + string.Join("|", options.Select(o => Shorten(o.Text.ToString()))) + ")");

    private static string Shorten(string text) => text.Length > 40 ? text[..40] : text;

    /// <summary>Both, or the one where they are the same.</summary>
    public static Value Of(Value first, Value second)
    {
        if (ReferenceEquals(first, second)) return first;
        if (first.Known is { } a && a == second.Known) return first;
        var options = new List<Value>();
        foreach (var side in (ReadOnlySpan<Value>)[first, second])
        {
            if (side is ChoiceValue choice) options.AddRange(choice.Options);
            else options.Add(side);
        }
        if (options.Count <= MaxOptions) return new ChoiceValue(options) { Origin = first.Origin | second.Origin };
        return new UnknownValue("one of many") { Origin = first.Origin | second.Origin };
    }
}

/// <summary>A method of a value, not called yet.</summary>
internal sealed class BoundValue(Value target, string name) : Value
{
    public Value Target => target;
    public string Name => name;

    /// <inheritdoc />
    public override Word Text => Word.Unknown(Shorten(target is BoundValue ? "…" : target.Text.ToString()) + "." + name);

    private static string Shorten(string text) => text.Length > 60 ? text[..60] : text;
}
