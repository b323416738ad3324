namespace Sallyport.Shell.Commands;

/// <summary><c>find</c> and <c>fd</c>: what they run on what they find, and what they delete.</summary>
internal static class Find
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "find" or "gfind" or "bfs": Finds(call); return true;
            case "fd" or "fdfind": Fd(call); return true;
            case "locate" or "plocate" or "mlocate": return true;
            default: return false;
        }
    }

    private static void Finds(Call call)
    {
        if (call.AsksHelp) return;
        var roots = Roots(call.Argv, out var i);
        var found = new FindSelection();
        // An empty folder holds nothing that could be lost.
        var folders = call.Argv.Any(word => word.Known == "-empty") && !call.Argv.Any(word => word.Known is "-o" or "-or" or "!" or "-not" or "," or "(") && IsOfType(call, "d");
        for (; i < call.Count; i++)
        {
            switch (call.Text(i))
            {
                case "-delete":
                    foreach (var root in roots)
                        if (!folders || root.KnownPrefix is "" or ['/' or '~', ..] or ['.', '.', ..]) Delete(call, root, found.Filters);
                    break;
                case "-exec" or "-execdir" or "-ok" or "-okdir":
                    i = Exec(call, i, roots, found);
                    break;
                case "-fprint" or "-fprint0" or "-fls" when i + 1 < call.Count: call.Path(EffectKind.Truncate, call.Argv[++i]); break;
                case "-fprintf" when i + 2 < call.Count: call.Path(EffectKind.Truncate, call.Argv[++i]); i++; break;
                case "(": found.Open(Negated(call, i)); break;
                case ")": found.Close(); break;
                case "-o" or "-or" or ",": found.Or(); break;
                case "-name" or "-iname" or "-path" or "-ipath" or "-wholename" or "-iwholename" or "-regex" or "-iregex" or "-lname" or "-ilname":
                    var (negated, test) = (Negated(call, i), call.Text(i));
                    if (++i >= call.Count || call.Argv[i].Known is "*" or "**" or "*.*" or ".*") break;
                    if (negated) found.Narrow(Filtered.Some);
                    else found.Narrow(Filtered.Name, test is "-name" or "-iname" ? call.Argv[i] : null);
                    break;
                case "-empty": found.Narrow(Negated(call, i) ? Filtered.Some : Filtered.Empty); break;
                case "-mtime" or "-mmin" or "-atime" or "-amin" or "-ctime" or "-cmin" or "-newer" or "-size" or "-user" or "-group" or "-perm"
                    or "-inum" or "-links" or "-samefile" or "-uid" or "-gid": i++; found.Narrow(Filtered.Some); break;
                case "-type" or "-xtype" or "-maxdepth" or "-mindepth" or "-printf" or "-fstype" or "-regextype" or "-context": i++; break;
                default: break;
            }
        }
    }

    /// <summary>The folders that a search begins in, and where its tests begin.</summary>
    public static List<Word> Roots(IReadOnlyList<Word> argv, out int tests)
    {
        var roots = new List<Word>();
        for (tests = 1; tests < argv.Count; tests++)
        {
            var prefix = argv[tests].KnownPrefix;
            if (prefix is "-f" && tests + 1 < argv.Count) roots.Add(argv[++tests]);
            else if (prefix is "-H" or "-L" or "-P" or "-E" or "-X" or "-d" or "-x" or "-s" || prefix.StartsWith("-O", StringComparison.Ordinal)) continue;
            else if (prefix is "-D") tests++;
            else if (prefix.StartsWith('-') || prefix is "(" or "!" or ",") break;
            else roots.Add(argv[tests]);
        }
        if (roots.Count == 0) roots.Add(Word.Of("."));
        return roots;
    }

    /// <summary>The folders of which this search finds all there is; none where a test picks some of it out.</summary>
    public static List<Word> Everything(CommandRun run)
    {
        var roots = new List<Word>();
        var tested = false;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            var text = run.Argv[i].KnownPrefix;
            if (text.StartsWith('-') || text is "(" or "!")
            {
                tested = true;
                if (text is "-type" or "-xtype" or "-maxdepth" or "-mindepth" or "-fstype") i++;
                else if (text is not ("-print" or "-print0" or "-depth" or "-d" or "-xdev" or "-mount" or "-L" or "-H" or "-P" or "-follow" or "-true")) return [];
            }
            else if (!tested) roots.Add(run.Argv[i]);
        }
        if (roots.Count == 0) roots.Add(Word.Of("."));
        return roots;
    }

    private static bool IsOfType(Call call, string type)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Text(i) == "-type") return call.Text(i + 1) == type;
        return false;
    }

    /// <summary>The one name that all ends in which a search below its own folder finds; null where it finds other things too.</summary>
    public static string? Named(CommandRun run)
    {
        string? name = null;
        for (var i = 1; i < run.Argv.Count; i++)
            switch (run.Argv[i].Known)
            {
                case "." or "./" when i == 1: break;
                case "-name" when name is null && i + 1 < run.Argv.Count && run.Argv[i + 1].Known is { Length: > 0 } given && given.AsSpan().IndexOfAny("*?[") < 0: (name, i) = (given, i + 1); break;
                case "-type" or "-maxdepth" or "-mindepth": i++; break;
                case "-print" or "-print0" or "-prune" or "-depth": break;
                default: return null;
            }
        return name;
    }

    private static bool Negated(Call call, int at) => call.Text(at - 1) is "!" or "-not";

    private static void Delete(Call call, Word root, Filtered filters) =>
        call.Path(EffectKind.Delete, root, Detail(filters), recursive: true, forced: true);

    private static string Detail(Filtered filters) =>
        filters.HasFlag(Filtered.Name) ? "find-named" : filters != Filtered.None ? "find-some" : "find-all";

    private static int Exec(Call call, int at, List<Word> roots, FindSelection selection)
    {
        var end = at + 1;
        while (end < call.Count && call.Text(end) is not ";" && !(call.Text(end) == "+" && call.Text(end - 1) == "{}")) end++;
        var command = call.Argv.Skip(at + 1).Take(end - at - 1).ToList();
        if (command.Count == 0) return end;
        var filters = selection.Filters;
        // Removing all that is found is deleting all that is found.
        if (filters is Filtered.None or Filtered.Some or Filtered.Empty && command[0].Known is { } remover && CommandRun.ProgramName(remover) is "rm" or "grm" or "unlink" or "shred" or "truncate")
            foreach (var root in roots) Delete(call, root, filters);
        // The root itself is found too, unless a filter leaves it out: then it is some path below.
        // What is found by name ends in that name, which may say what it is.
        foreach (var root in roots)
        {
            var found = filters == Filtered.None ? root : selection.Name is { Known: { Length: > 0 } only } ? WordText.Join(Below(root), Word.Of("/" + only)) : Below(root);
            call.Start([.. command.Select(word => WordText.Replace(word, "{}", found))], "find -exec", run => run with { Input = Input.Inherited });
        }
        return end;
    }

    /// <summary>Something below a folder whose name is not known.</summary>
    private static Word Below(Word root) => WordText.Join(WordText.Join(root, Word.Of("/")), Word.Unknown("<found>"));

    private static void Fd(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Text(i) is not ("-x" or "--exec" or "-X" or "--exec-batch")) continue;
            // fd [pattern] [folder …]: with no pattern, or one that all have, everything there is found.
            var given = Options.Parse([.. call.Argv.Take(i)], 1, "dtSeEocj",
                "max-depth min-depth exact-depth type size extension exclude owner changed-within changed-before color threads search-path base-directory glob");
            var everything = given.Operands.Count == 0 || given.Operands[0].Known is "." or "" or ".*" or "^";
            var filtered = given.Value("extension", 'e') is not null || given.Value("size", 'S') is not null || given.Value("changed-before") is not null || given.Value("changed-within") is not null;
            List<Word> roots = given.Operands.Count > 1 ? [.. given.Operands.Skip(1)] : [given.Value("search-path") ?? given.Value("base-directory") ?? Word.Of(".")];
            foreach (var root in roots)
            {
                if (everything && !filtered && call.Text(i + 1) is { } remover && CommandRun.ProgramName(remover) is "rm" or "unlink" or "shred" or "truncate") Delete(call, root, Filtered.None);
                var found = root.Known == "." ? Word.Unknown("./<found>") : Below(root);
                var command = call.Argv.Skip(i + 1).TakeWhile(word => word.Known != ";").Select(word => WordText.Replace(word, "{}", found)).ToList();
                if (command.Count > 0 && !call.Argv.Skip(i + 1).Any(word => word.ToString().Contains("{}", StringComparison.Ordinal))) command.Add(found);
                call.Start(command, "fd -x");
            }
            return;
        }
    }
}
