namespace Sallyport.Configuration.CodexFiles;

/// <summary>How a name of a TOML document came to be, which decides how it may be added to.</summary>
internal enum TomlKind
{
    /// <summary>A table that only deeper headers speak of.</summary>
    Implicit,

    /// <summary>A table with a header of its own; the document itself.</summary>
    Header,

    /// <summary>A table made by dotted keys.</summary>
    Dotted,

    /// <summary>A table in braces, closed to additions from outside.</summary>
    Inline,

    /// <summary>A list of tables, <c>[[name]]</c>.</summary>
    Tables,

    /// <summary>Any other value.</summary>
    Value,
}

/// <summary>One name of a TOML document: its children, and where its key and value stand.</summary>
internal sealed class TomlNode(string name, TomlKind kind)
{
    public string Name { get; } = name;
    public TomlKind Kind { get; set; } = kind;

    /// <summary>In the order of the text.</summary>
    public List<TomlNode> Children { get; } = [];

    /// <summary>The whole key of an entry in braces, and the value of any entry.</summary>
    public int EntryStart { get; set; }
    public int ValueStart { get; set; }
    public int ValueEnd { get; set; }

    public TomlNode? this[string name] => Children.Find(child => child.Name == name);
}

/// <summary>One key as it is written: a part of a dotted key or of a header.</summary>
internal readonly record struct TomlKey(string Name, int Start, int End);

/// <summary>One line, or several for a long value: a header or an entry outside of braces.</summary>
/// <param name="Header">It is a header.</param>
/// <param name="Start">Where its first line begins.</param>
/// <param name="End">Where its last line ends, line ending included.</param>
/// <param name="Chain">The nodes from the document's children down to the one it defines.</param>
/// <param name="Base">How many of them its table has: the rest is its own key.</param>
/// <param name="Keys">Its own key, part by part.</param>
internal sealed record TomlStatement(bool Header, int Start, int End, TomlNode[] Chain, int Base, TomlKey[] Keys);
