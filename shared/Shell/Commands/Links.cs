namespace Sallyport.Shell.Commands;

/// <summary>Names made for what is there already: <c>ln</c>, <c>cp -s</c>, <c>mount --bind</c>.</summary>
internal static class Links
{
    public static void Describe(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "tS", "target-directory suffix");
        if (options.Has("help") || options.Has("version") || options.Operands.Count == 0) return;
        var symbolic = options.Has('s', "symbolic") && !options.Has('r', "relative");
        var into = options.Value("target-directory", 't');
        var force = options.Has('f', "force");
        // Alone, it is made here under its own name.
        if (options.Operands.Count == 1 && into is null) into = Word.Of(".");
        var sources = into is null ? options.Operands.GetRange(0, options.Operands.Count - 1) : options.Operands;
        if (into is not null || sources.Count > 1)
            foreach (var source in sources) Below(call, source, into ?? options.Operands[^1], symbolic, force);
        else
        {
            var name = options.Operands[^1];
            Made(call, force ? EffectKind.Truncate : EffectKind.Write, sources[0], name, symbolic, sources[0].Known == "/dev/null" ? "nowhere" : "link");
            // Where that is a folder, the link is made in it.
            if (name.Known is { } text && (text.EndsWith('/') || text is "." or "..") || IsFolder(call, name)) Below(call, sources[0], name, symbolic, force);
        }
        var holder = PathText.Target(into ?? options.Operands[^1], call.Run.Cwd, call.Facts);
        var from = !symbolic ? call.Run.Cwd : !holder.Known || holder.Glob ? null : into is not null || sources.Count > 1 ? holder.Name : PathText.Parent(holder.Name);
        foreach (var source in sources) call.Add(EffectKind.Read, PathText.Target(source, from, call.Facts), "link");
    }

    /// <summary>A link below a folder, called as what it leads to.</summary>
    public static void Below(Call call, Word source, Word folder, bool symbolic, bool force)
    {
        if (source.HasUnknown || source.HasGlob) return;
        var name = PathText.Name(source.Known!.TrimEnd('/'));
        if (name.Length > 0 && name is not ("." or "..")) Made(call, force ? EffectKind.Truncate : EffectKind.Write, source, WordText.Join(folder, Word.Of("/" + name)), symbolic, "link");
    }

    /// <summary>A path that leads elsewhere from here on.</summary>
    public static void Made(Call call, EffectKind kind, Word source, Word name, bool symbolic, string detail)
    {
        var at = PathText.Target(name, call.Run.Cwd, call.Facts);
        // What a symbolic link says is seen from where it lies.
        var from = symbolic && at is { Known: true, Glob: false } ? PathText.Parent(at.Name) : call.Run.Cwd;
        call.Add(new Effect(kind, at) { Detail = detail, LeadsTo = PathText.Target(source, from, call.Facts) });
    }

    private static bool IsFolder(Call call, Word word) => PathText.Target(word, call.Run.Cwd, call.Facts) is var target
        && (target.Name == call.Facts.Home || (call.Facts.Files.TryGetValue(target.Name, out var fact) && fact.Kind == FileKind.Directory));
}
