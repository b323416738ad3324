namespace Sallyport.Shell.Syntax;

/// <summary>A word as written: what expansion turns into arguments.</summary>
internal sealed class WordNode(IReadOnlyList<WordPart> parts, int start, int end)
{
    public IReadOnlyList<WordPart> Parts { get; } = parts;

    /// <summary>Where it stands in the outermost text; -1 in generated text.</summary>
    public int Start { get; } = start;
    public int End { get; } = end;

    /// <summary>Set where the word has the form of an assignment.</summary>
    public AssignmentNode? Assignment { get; init; }

    /// <summary>The text of a word without any quote or expansion, else null: only such a word can be reserved or an alias.</summary>
    public string? Bare => Parts is [TextPart { Quoted: false } only] ? only.Text : null;
}

/// <summary><c>name=value</c>, <c>name+=value</c>, <c>name[i]=value</c>, <c>name=(…)</c>.</summary>
internal sealed class AssignmentNode(string name, bool append, WordNode? subscript, WordNode? value, IReadOnlyList<WordNode>? elements)
{
    public string Name { get; } = name;
    public bool Append { get; } = append;
    public WordNode? Subscript { get; } = subscript;

    /// <summary>The value; null where <see cref="Elements"/> holds an array.</summary>
    public WordNode? Value { get; } = value;

    /// <summary>The elements of an array; an element <c>[i]=x</c> is a word with an <see cref="WordNode.Assignment"/> of its own.</summary>
    public IReadOnlyList<WordNode>? Elements { get; } = elements;
}

/// <summary>A piece of a word as written.</summary>
internal abstract class WordPart;

/// <summary>Plain text; quoted where no character in it is special any more.</summary>
internal sealed class TextPart(string text, bool quoted) : WordPart
{
    public string Text { get; } = text;
    public bool Quoted { get; } = quoted;
}

/// <summary><c>"…"</c></summary>
internal sealed class QuotedPart(IReadOnlyList<WordPart> parts) : WordPart
{
    public IReadOnlyList<WordPart> Parts { get; } = parts;
}

/// <summary><c>$(…)</c>, <c>`…`</c></summary>
internal sealed class CommandPart(ListNode body, string source) : WordPart
{
    public ListNode Body { get; } = body;
    public string Source { get; } = source;
}

/// <summary><c>&lt;(…)</c>, <c>&gt;(…)</c></summary>
internal sealed class ProcessPart(bool reads, ListNode body, string source) : WordPart
{
    /// <summary>True for <c>&lt;(…)</c>: the word names something to read.</summary>
    public bool Reads { get; } = reads;
    public ListNode Body { get; } = body;
    public string Source { get; } = source;
}

/// <summary><c>$((…))</c></summary>
internal sealed class ArithmeticPart(WordNode expression, string source) : WordPart
{
    public WordNode Expression { get; } = expression;
    public string Source { get; } = source;
}

/// <summary>An extended pattern: <c>@(a|b)</c>, kept as written.</summary>
internal sealed class ExtendedGlobPart(string source) : WordPart
{
    public string Source { get; } = source;
}

/// <summary>What <c>${…}</c> does with its parameter.</summary>
internal enum ParameterOperator : byte
{
    None,
    Default, Assign, Error, Alternative,
    RemovePrefix, RemoveLongestPrefix, RemoveSuffix, RemoveLongestSuffix,
    Replace, ReplaceAll, ReplacePrefix, ReplaceSuffix,
    UpperFirst, UpperAll, LowerFirst, LowerAll,
    Substring, Transform,
    Length, Indirect, NamesWithPrefix, Keys,
    /// <summary>What bash would call a bad substitution; other shells may know it.</summary>
    Bad,
}

/// <summary><c>$x</c>, <c>${x…}</c></summary>
internal sealed class ParameterPart(string name, string source) : WordPart
{
    public string Name { get; } = name;
    public string Source { get; } = source;
    public ParameterOperator Operator { get; init; }

    /// <summary>True for <c>${!x…}</c> with a further operator.</summary>
    public bool Indirect { get; init; }

    /// <summary>True for the forms with a colon, which treat empty as unset.</summary>
    public bool Colon { get; init; }
    public WordNode? Subscript { get; init; }
    public WordNode? Argument { get; init; }

    /// <summary>The replacement, or the length of a substring.</summary>
    public WordNode? Second { get; init; }
}
