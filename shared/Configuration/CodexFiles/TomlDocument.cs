namespace Sallyport.Configuration.CodexFiles;

/// <summary>A TOML text taken apart without losing a character of it. What TOML forbids, duplicates above all, is refused.</summary>
internal sealed class TomlDocument
{
    private readonly TomlScanner _scanner;
    private int _depth;

    private TomlDocument(string text, string file)
    {
        _scanner = new TomlScanner(text, file) { Position = text.StartsWith('\uFEFF') ? 1 : 0 };
        TomlNode[] table = [];
        var current = Root;
        while (true)
        {
            _scanner.SkipBlank();
            if (_scanner.AtEnd) break;
            var start = SourceText.LineStart(text, _scanner.Position);
            if (_scanner.Current == '[')
            {
                var keys = Header(out table);
                current = table[^1];
                _scanner.EndLine();
                Statements.Add(new TomlStatement(true, start, _scanner.Position, table, 0, keys));
            }
            else
            {
                var (keys, chain) = Entry(current);
                _scanner.EndLine();
                Statements.Add(new TomlStatement(false, start, _scanner.Position, [.. table, .. chain], table.Length, keys));
            }
        }
    }

    public string Text => _scanner.Text;
    public TomlNode Root { get; } = new("", TomlKind.Header);
    public List<TomlStatement> Statements { get; } = [];

    public static TomlDocument Parse(string text, string file) => new(text, file);

    /// <summary>The node at a path; null where there is none.</summary>
    public TomlNode? Find(params ReadOnlySpan<string> path)
    {
        var node = Root;
        foreach (var name in path)
        {
            if (node[name] is not { } child) return null;
            node = child;
        }
        return node;
    }

    /// <summary>The value as it is written; null where there is none.</summary>
    public string? Written(params ReadOnlySpan<string> path) =>
        Find(path) is { Kind: TomlKind.Value } node ? Text[node.ValueStart..node.ValueEnd] : null;

    /// <summary>A string value; null where it is none.</summary>
    public string? String(params ReadOnlySpan<string> path) =>
        Find(path) is { Kind: TomlKind.Value } node && Text[node.ValueStart] is '"' or '\''
            ? new TomlScanner(Text, "") { Position = Find(path)!.ValueStart }.String()
            : null;

    private TomlKey[] Header(out TomlNode[] chain)
    {
        var at = _scanner.Position++;
        var list = _scanner.Current == '[';
        if (list) _scanner.Position++;
        var keys = _scanner.DottedKey();
        if (_scanner.Current != ']') throw _scanner.Wrong("a table's name is not closed");
        _scanner.Position++;
        if (list && _scanner.Current != ']') throw _scanner.Wrong("a table's name is not closed");
        if (list) _scanner.Position++;

        chain = new TomlNode[keys.Length];
        var node = Root;
        for (var i = 0; i < keys.Length - 1; i++)
        {
            var child = node[keys[i].Name] ?? Add(node, keys[i].Name, TomlKind.Implicit);
            if (child.Kind is TomlKind.Value or TomlKind.Inline) throw _scanner.Wrong($"{Shown(keys, i)} is a value and cannot hold a table", at);
            if (child.Kind == TomlKind.Tables) child = child.Children[^1];
            chain[i] = node = child;
        }
        chain[^1] = list ? Listed(node, keys, at) : Single(node, keys, at);
        return keys;
    }

    private TomlNode Single(TomlNode parent, TomlKey[] keys, int at)
    {
        if (parent[keys[^1].Name] is not { } known) return Add(parent, keys[^1].Name, TomlKind.Header);
        if (known.Kind != TomlKind.Implicit) throw _scanner.Wrong($"{Shown(keys, keys.Length - 1)} is there twice", at);
        known.Kind = TomlKind.Header;
        return known;
    }

    private TomlNode Listed(TomlNode parent, TomlKey[] keys, int at)
    {
        var list = parent[keys[^1].Name] ?? Add(parent, keys[^1].Name, TomlKind.Tables);
        if (list.Kind != TomlKind.Tables) throw _scanner.Wrong($"{Shown(keys, keys.Length - 1)} is there twice", at);
        return Add(list, list.Children.Count.ToString(), TomlKind.Header);
    }

    private (TomlKey[] Keys, TomlNode[] Chain) Entry(TomlNode table)
    {
        var at = _scanner.Position;
        var keys = _scanner.DottedKey();
        if (_scanner.Current != '=') throw _scanner.Wrong("an equals sign is missing");
        _scanner.Position++;
        _scanner.SkipSpaces();

        var chain = new TomlNode[keys.Length];
        var node = table;
        for (var i = 0; i < keys.Length - 1; i++)
        {
            var child = node[keys[i].Name] ?? Add(node, keys[i].Name, TomlKind.Dotted);
            if (child.Kind != TomlKind.Dotted) throw _scanner.Wrong($"{Shown(keys, i)} is there already and cannot be added to here", at);
            chain[i] = node = child;
        }
        if (node[keys[^1].Name] is not null) throw _scanner.Wrong($"{Shown(keys, keys.Length - 1)} is there twice", at);
        var value = chain[^1] = Add(node, keys[^1].Name, _scanner.Current == '{' ? TomlKind.Inline : TomlKind.Value);
        (value.EntryStart, value.ValueStart) = (at, _scanner.Position);
        // A table in a list is checked like any other, and then forgotten: nothing here looks into lists.
        if (value.Kind == TomlKind.Inline) Inline(value);
        else _scanner.SkipValue(() => Inline(new TomlNode("", TomlKind.Inline)));
        value.ValueEnd = _scanner.Position;
        return (keys, chain);
    }

    private void Inline(TomlNode table)
    {
        if (++_depth > 64) throw _scanner.Wrong("nested too deeply");
        var start = _scanner.Position++;
        _scanner.SkipSpaces();
        while (_scanner.Current != '}')
        {
            Entry(table);
            _scanner.SkipSpaces();
            if (_scanner.Current == '}') break;
            if (_scanner.Current != ',') throw _scanner.Wrong("a table in braces is not closed", start);
            _scanner.Position++;
            _scanner.SkipSpaces();
        }
        _scanner.Position++;
        _depth--;
    }

    private static TomlNode Add(TomlNode parent, string name, TomlKind kind)
    {
        var node = new TomlNode(name, kind);
        parent.Children.Add(node);
        return node;
    }

    private static string Shown(TomlKey[] keys, int last) => Sanitize.ForTerminal(string.Join('.', keys.Take(last + 1).Select(static k => k.Name)));
}
