using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>A command's arguments, sorted into what stands by name and what by place. Names may be shortened, as PowerShell allows.</summary>
internal sealed class Bound
{
    private static readonly string[] Switches =
    [
        "recurse", "force", "confirm", "whatif", "verbose", "passthru", "asjob", "wait", "append", "noclobber", "usebasicparsing", "asplaintext",
        "nonewline", "file", "directory", "hidden", "quiet", "raw", "nonewwindow", "allusers", "debug", "removedata", "removeoem", "noninteractive",
        "noprofile", "nologo", "noexit", "inprocess", "allmatches", "simplematch", "casesensitive", "unique", "descending", "autosize", "wrap",
    ];

    private static readonly string[] Valued =
    [
        "path", "literalpath", "filter", "include", "exclude", "destination", "name", "newname", "value", "uri", "outfile", "method", "body", "infile",
        "headers", "command", "encodedcommand", "argumentlist", "filepath", "scriptblock", "computername", "credential", "id", "executionpolicy", "scope",
        "itemtype", "type", "property", "propertytype", "action", "trigger", "taskname", "verb", "windowstyle", "encoding", "inputobject", "typename",
        "erroraction", "comobject", "namespace", "class", "source", "driveletter", "number", "stream", "binarypathname", "startuptype", "status", "depth",
    ];

    private readonly List<(string Name, Value? Value)> named = [];

    public List<Value> Positional { get; } = [];

    /// <summary>Everything in order, as a program that is no cmdlet would be given it.</summary>
    public List<Value> Words { get; } = [];

    /// <summary>Everything in order, names as names: what a function without parameters finds in <c>$args</c>.</summary>
    public IReadOnlyList<Value> Given { get; }

    public Bound(IReadOnlyList<Value> arguments)
    {
        Given = arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is not ParameterValue parameter)
            {
                Positional.Add(arguments[i]);
                if (arguments[i] is ListValue { Open: false } several) Words.AddRange(several.Items);
                else Words.Add(arguments[i]);
                continue;
            }
            Words.Add(parameter.Attached && i + 1 < arguments.Count
                ? new TextValue(CodePath.Concat(parameter.Text, arguments[i + 1].Text))
                : new TextValue(parameter.Text));
            var name = parameter.Name.ToLowerInvariant();
            var takes = parameter.Attached || !IsSwitch(name);
            if (takes && i + 1 < arguments.Count && arguments[i + 1] is not ParameterValue)
            {
                i++;
                if (!parameter.Attached) Words.Add(arguments[i]);
                named.Add((name, arguments[i]));
            }
            else named.Add((name, null));
        }
    }

    /// <summary>Adds what a table gives as parameters: <c>@name</c>.</summary>
    public void Add(IEnumerable<KeyValuePair<string, Value>> table)
    {
        foreach (var (name, value) in table) named.Add((name.ToLowerInvariant(), value));
    }

    private static bool IsSwitch(string name)
    {
        if (Array.IndexOf(Switches, name) >= 0) return true;
        if (name is "p" or "c" or "w" or "e" or "a" or "n" or "d" or "i" or "fi" or "id") return false;
        if (!Switches.Any(s => s.StartsWith(name, StringComparison.Ordinal))) return false;
        return name is "f" or "r" || !Valued.Any(v => v.StartsWith(name, StringComparison.Ordinal));
    }

    /// <summary>The value of a parameter, under any shortened name.</summary>
    public Value? Named(string full)
    {
        foreach (var (name, value) in named)
            if (full.StartsWith(name, StringComparison.Ordinal)) return value;
        return null;
    }

    public Value? Get(string full, int place) => Named(full) ?? (place < Positional.Count ? Positional[place] : null);

    /// <summary>True where a switch is given and not turned off.</summary>
    public bool Has(string full)
    {
        foreach (var (name, value) in named)
            if (full.StartsWith(name, StringComparison.Ordinal)) return value is not ConstantValue { Truth: false };
        return false;
    }

    /// <summary>True where every parameter may be one of PowerShell's own: <c>-rf</c> is not, so <c>rm -rf</c> means the program.</summary>
    public bool LooksNative() => named.Exists(n =>
        !Array.Exists(Switches, s => s.StartsWith(n.Name, StringComparison.Ordinal)) && !Array.Exists(Valued, v => v.StartsWith(n.Name, StringComparison.Ordinal)));

    /// <summary>The paths a file cmdlet is aimed at: by name, by place, or out of the pipeline.</summary>
    public Value? Paths(Value input)
    {
        if ((Named("literalpath") ?? Named("path") ?? Named("filepath")) is { } path) return path;
        if (Positional.Count > 0) return Positional[0];
        return input is ConstantValue ? null : input;
    }
}
