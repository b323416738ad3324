using System.Text;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>Small edits of a TOML text that leave every other character where it was.</summary>
internal static class TomlEdit
{
    /// <summary>Sets a value, in whichever notation its table is written; makes the table where it is not there.</summary>
    /// <param name="text">The document.</param>
    /// <param name="file">Its path, for messages.</param>
    /// <param name="table">The table that gets a header where it does not exist.</param>
    /// <param name="key">The key in it, which may reach into tables below.</param>
    /// <param name="value">The value as it is to be written.</param>
    public static string Set(string text, string file, string[] table, string[] key, string value)
    {
        var document = TomlDocument.Parse(text, file);
        string[] path = [.. table, .. key];
        var (node, depth) = (document.Root, 0);
        (TomlNode Node, int Depth)? braces = null;
        while (depth < path.Length && node[path[depth]] is { } child)
        {
            (node, depth) = (child, depth + 1);
            if (node.Kind == TomlKind.Inline) braces = (node, depth);
        }
        string[] rest = path[depth..];

        if (rest.Length == 0)
        {
            if (node.Kind is not (TomlKind.Value or TomlKind.Inline)) throw new CodexFileException(file, LineOf(document, node), $"{string.Join('.', path)} is a table, and a value is needed there");
            return document.Text[node.ValueStart..node.ValueEnd] == value ? text : SourceText.Splice(text, node.ValueStart, node.ValueEnd, value);
        }
        switch (node.Kind)
        {
            case TomlKind.Value or TomlKind.Tables:
                throw new CodexFileException(file, LineOf(document, node), $"{string.Join('.', path[..depth])} is not a table");
            case TomlKind.Inline or TomlKind.Dotted when braces is { } around: // a dotted table in braces can only grow in them
                return IntoBraces(text, around.Node, $"{Key(path[around.Depth..])} = {value}");
            case TomlKind.Dotted:
                // Beside the keys that made it; a header may name tables below it further down.
                var beside = document.Statements.FindLast(s => Array.IndexOf(s.Chain, node) >= s.Base && !s.Header)!;
                var names = beside.Chain[beside.Base..(Array.IndexOf(beside.Chain, node) + 1)].Select(static n => n.Name);
                return IntoLines(text, beside.End, $"{Key([.. names, .. rest])} = {value}");
            case TomlKind.Header when depth >= table.Length && depth > 0:
                return IntoLines(text, EndOfBody(document, node), $"{Key(rest)} = {value}");
            default:
                var header = path[..Math.Max(table.Length, depth)];
                return AtEnd(text, $"[{Key(header)}]", $"{Key(path[header.Length..])} = {value}");
        }
    }

    /// <summary>Takes out a value or a whole table, its blank line before included.</summary>
    public static string Remove(string text, string file, params string[] path)
    {
        var document = TomlDocument.Parse(text, file);
        if (document.Find(path) is not { } node) return text;
        for (var i = 1; i < path.Length; i++)
        {
            if (document.Find(path.AsSpan(0, i)) is { Kind: TomlKind.Inline } braces) return OutOfBraces(text, braces, node);
        }
        for (var i = document.Statements.Count - 1; i >= 0; i--)
        {
            var statement = document.Statements[i];
            if (!statement.Chain.Any(known => ReferenceEquals(known, node))) continue;
            var start = statement.Start;
            if (statement.Header && start > 0)
            {
                var before = SourceText.LineStart(text, start - 1);
                if (string.IsNullOrWhiteSpace(text[before..start])) start = before;
            }
            text = SourceText.Splice(text, start, statement.End, "");
        }
        return text;
    }

    /// <summary>Gives tables below one table other names, all at once.</summary>
    public static string Rename(string text, string file, string[] table, IReadOnlyDictionary<string, string> names)
    {
        var document = TomlDocument.Parse(text, file);
        if (document.Find(table) is not { } parent) return text;
        var edits = new List<(int Start, int End, string Name)>();
        foreach (var child in parent.Children)
        {
            if (!names.TryGetValue(child.Name, out var name)) continue;
            if (parent.Kind == TomlKind.Inline) continue;
            foreach (var statement in document.Statements)
            {
                var at = Array.IndexOf(statement.Chain, child) - statement.Base;
                if (at >= 0) edits.Add((statement.Keys[at].Start, statement.Keys[at].End, name));
            }
        }
        foreach (var (start, end, name) in edits.OrderByDescending(static e => e.Start)) text = SourceText.Splice(text, start, end, Key([name]));
        return text;
    }

    /// <summary>A string as TOML writes it.</summary>
    public static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c is < ' ' or '\x7f') text.Append($"\\u{(int)c:X4}");
            else text.Append(c);
        }
        return text.Append('"').ToString();
    }

    /// <summary>A list of strings as TOML writes it.</summary>
    public static string Quoted(IEnumerable<string> values) => "[" + string.Join(", ", values.Select(Quoted)) + "]";

    private static string Key(string[] names) => string.Join('.', names.Select(static name =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? name : Quoted(name)));

    private static int EndOfBody(TomlDocument document, TomlNode table)
    {
        var at = document.Statements.FindIndex(s => s.Header && s.Chain[^1] == table);
        var end = document.Statements[at].End;
        for (var i = at + 1; i < document.Statements.Count && !document.Statements[i].Header; i++) end = document.Statements[i].End;
        return end;
    }

    private static string IntoLines(string text, int at, string line)
    {
        var newLine = SourceText.NewLineOf(text);
        var open = at > 0 && text[at - 1] != '\n';
        return SourceText.Splice(text, at, at, open ? newLine + line : line + newLine);
    }

    private static string AtEnd(string text, string header, string line)
    {
        var newLine = SourceText.NewLineOf(text);
        var added = new StringBuilder(text);
        if (text.Length > 0 && text[^1] != '\n') added.Append(newLine);
        if (text.Length > 0 && !text.EndsWith("\n\n", StringComparison.Ordinal) && !text.EndsWith("\n\r\n", StringComparison.Ordinal)) added.Append(newLine);
        return added.Append(header).Append(newLine).Append(line).Append(newLine).ToString();
    }

    private static string IntoBraces(string text, TomlNode table, string entry)
    {
        var last = LastEnd(table);
        return last < 0
            ? SourceText.Splice(text, table.ValueStart, table.ValueEnd, "{ " + entry + " }")
            : SourceText.Splice(text, last, last, ", " + entry);
    }

    private static string OutOfBraces(string text, TomlNode braces, TomlNode node)
    {
        var entries = new List<TomlNode>();
        Entries(braces, entries);
        var (start, end) = (Starts(node), node.Kind == TomlKind.Dotted ? LastEnd(node) : node.ValueEnd);
        var first = entries.FindIndex(n => n.EntryStart >= start);
        var last = entries.FindLastIndex(n => n.ValueEnd <= end);
        if (first > 0) return SourceText.Splice(text, entries[first - 1].ValueEnd, end, "");
        return last + 1 < entries.Count
            ? SourceText.Splice(text, start, entries[last + 1].EntryStart, "")
            : SourceText.Splice(text, braces.ValueStart, braces.ValueEnd, "{}");
    }

    // The entries of a table in braces, dotted ones flattened: what the commas stand between.
    private static void Entries(TomlNode table, List<TomlNode> into)
    {
        foreach (var child in table.Children)
        {
            if (child.Kind == TomlKind.Dotted) Entries(child, into);
            else into.Add(child);
        }
        into.Sort(static (a, b) => a.EntryStart.CompareTo(b.EntryStart));
    }

    private static int Starts(TomlNode node) => node.Kind == TomlKind.Dotted ? node.Children.Min(Starts) : node.EntryStart;

    private static int LastEnd(TomlNode node)
    {
        if (node.Kind is TomlKind.Value) return node.ValueEnd;
        var end = -1;
        foreach (var child in node.Children) end = Math.Max(end, child.Kind == TomlKind.Inline ? child.ValueEnd : LastEnd(child));
        return end;
    }

    private static int LineOf(TomlDocument document, TomlNode node) =>
        document.Statements.Find(s => s.Chain.Any(known => ReferenceEquals(known, node))) is { } statement ? SourceText.LineOf(document.Text, statement.Start) : 1;
}
