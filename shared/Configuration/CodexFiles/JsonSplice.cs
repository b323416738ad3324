namespace Sallyport.Configuration.CodexFiles;

/// <summary>Adds and takes away members and items of a JSON text, in the manner in which the text is written.</summary>
internal static class JsonSplice
{
    /// <summary>One level of indentation of the text; null where it is written on one line.</summary>
    public static string? UnitOf(string text)
    {
        for (var i = text.IndexOf('\n'); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\n', i + 1))
        {
            var end = i + 1;
            while (end < text.Length && (text[end] is ' ' or '\t')) end++;
            if (end > i + 1 && end < text.Length && text[end] is not ('\r' or '\n')) return text[(i + 1)..end];
        }
        return text.Contains('\n') ? "  " : null;
    }

    /// <summary>Adds to the end of an object or array; <paramref name="compose"/> gets the indentation of the new element, or null for one line.</summary>
    public static string Append(string text, JsonSpan container, Func<string?, string> compose)
    {
        var newLine = SourceText.NewLineOf(text);
        var last = container.IsObject ? (container.Members.Count == 0 ? null : container.Members[^1].Value) : container.Items.Count == 0 ? null : container.Items[^1];
        if (last is not null)
        {
            var start = container.IsObject ? container.Members[^1].NameStart : last.Start;
            var indent = SourceText.IndentBefore(text, start);
            return SourceText.Splice(text, last.End, last.End, indent is null ? ", " + compose(null) : "," + newLine + indent + compose(indent));
        }

        var unit = UnitOf(text);
        if (unit is null) return SourceText.Splice(text, container.Start + 1, container.End - 1, compose(null));
        var line = SourceText.LineStart(text, container.Start);
        var rest = text.AsSpan(line);
        var own = text.Substring(line, rest.Length - rest.TrimStart(" \t").Length);
        return SourceText.Splice(text, container.Start + 1, container.End - 1, newLine + own + unit + compose(own + unit) + newLine + own);
    }

    /// <summary>Takes one item out of an array.</summary>
    public static string RemoveItem(string text, JsonSpan array, int index) =>
        Cut(text, array, index, array.Items.Count, i => (array.Items[i].Start, array.Items[i].End));

    /// <summary>Takes one member out of an object.</summary>
    public static string RemoveMember(string text, JsonSpan holder, string name) =>
        Cut(text, holder, holder.Members.FindIndex(m => m.Name == name), holder.Members.Count, i => (holder.Members[i].NameStart, holder.Members[i].Value.End));

    private static string Cut(string text, JsonSpan container, int index, int count, Func<int, (int Start, int End)> place)
    {
        var (start, end) = place(index);
        if (index > 0) return SourceText.Splice(text, place(index - 1).End, end, "");
        if (count > 1) return SourceText.Splice(text, start, place(1).Start, "");
        return SourceText.Splice(text, container.Start + 1, container.End - 1, "");
    }
}
