using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Patches;

/// <summary><c>git apply</c>, <c>git am</c> and <c>patch</c>: the files that the patch they are given names, where its text can be had.</summary>
internal static class UnifiedDiff
{
    private const int MostFiles = 512;

    /// <summary>Describes what <c>patch</c> does.</summary>
    public static void Patch(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "pidorBbDVYxgFz", "strip input directory output reject-file prefix ifdef suffix fuzz get");
        if (options.Dry || options.Has("dry-run")) return;
        var text = options.Value("input", 'i') is { } input ? Read(call, input) : options.Operands.Count > 1 ? Read(call, options.Operands[1]) : Input(call);
        if (text is null) return;
        var strip = options.Value("strip", 'p')?.Known is { } given && int.TryParse(given, out var count) ? count : -1;
        // A file that is named is the one that is changed, whatever the patch says.
        if (options.Operands.Count == 0) Describe(call, text, strip, options.Value("directory", 'd'));
    }

    /// <summary>Describes what <c>git apply</c> and <c>git am</c> do.</summary>
    public static void Git(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "pC", "directory exclude include whitespace build-fake-ancestor patch-format");
        if (options.Has("check") || options.Has("stat") || options.Has("numstat") || options.Has("summary") || options.Has("cached") || options.Has("abort") || options.Has("quit")) return;
        var strip = options.Value("p", 'p')?.Known is { } given && int.TryParse(given, out var count) ? count : 1;
        if (options.Operands.Count == 0 && Input(call) is { } typed) Describe(call, typed, strip, options.Value("directory"));
        foreach (var file in options.Operands)
            if ((file.Known == "-" ? Input(call) : Read(call, file)) is { } text) Describe(call, text, strip, options.Value("directory"));
    }

    private static string? Input(Call call) => call.Run.Input switch
    {
        { Kind: InputKind.Text, Text.Known: { } text } => text,
        { Kind: InputKind.File, Text: { } file } => Read(call, file),
        _ => null,
    };

    private static string? Read(Call call, Word file) =>
        PathText.Target(file, call.Run.Cwd, call.Facts) is { Known: true, Glob: false } target ? call.Want(target.Name, true)?.Content : null;

    private static void Describe(Call call, string text, int strip, Word? folder)
    {
        var left = MostFiles;
        string? before = null;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].TrimEnd('\r');
            if (line.StartsWith("--- ")) before = Name(line[4..]);
            else if (line.StartsWith("+++ "))
            {
                var after = Name(line[4..]);
                Touch(call, after is "/dev/null" ? EffectKind.Delete : EffectKind.Write, after is "/dev/null" ? before : after, strip, folder);
            }
            else if (line.StartsWith("rename from ")) Touch(call, EffectKind.Move, line[12..].ToString(), 0, folder);
            else if (line.StartsWith("rename to ")) Touch(call, EffectKind.Write, line[10..].ToString(), 0, folder);
            else if (line.StartsWith("diff --git ") && line.LastIndexOf(" b/") is > 0 and var named) Touch(call, EffectKind.Write, line[(named + 3)..].ToString(), 0, folder);
            else continue;
            if (--left < 0 || call.Exhausted) return;
        }
    }

    // A tab parts the name from the date; quotes keep odd letters.
    private static string Name(ReadOnlySpan<char> text)
    {
        var tab = text.IndexOf('\t');
        return (tab < 0 ? text : text[..tab]).Trim().Trim('"').ToString();
    }

    private static void Touch(Call call, EffectKind kind, string? name, int strip, Word? folder)
    {
        if (name is not { Length: > 0 } || name == "/dev/null") return;
        // Without a number patch looks for the file by what is left of its name.
        if (strip < 0 && Stripped(name, 1) is { Length: > 0 } shorter && shorter != name) Path(call, kind, shorter, folder);
        if (Stripped(name, Math.Max(strip, 0)) is { Length: > 0 } path) Path(call, kind, path, folder);
    }

    private static string Stripped(string name, int parts)
    {
        var at = 0;
        for (; parts > 0 && name.IndexOf('/', at) is >= 0 and var slash; parts--)
            for (at = slash + 1; at < name.Length && name[at] == '/';) at++;
        return name[at..];
    }

    private static void Path(Call call, EffectKind kind, string path, Word? folder) =>
        call.Path(kind, folder is null || path[0] == '/' ? Word.Of(path) : WordText.Join(folder, Word.Of("/" + path)), "patch");
}
