using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>
/// The words of a command that a pattern's stars took. Who planned <c>sed *</c> has not named them: where one of them makes the command run
/// another program, or makes one that reads write a file, the pattern says nothing of that.
/// </summary>
/// <param name="Words">The words, in order.</param>
internal readonly record struct StarWords(IReadOnlyList<Word> Words)
{
    public static readonly StarWords None = new([]);

    /// <summary>True where a command that runs inside is spelled in these words, and not in a file the command reads.</summary>
    public bool Start(CommandRun outer, CommandRun inner)
    {
        // What runs in a container or on another machine is what the command is for.
        if (inner.Elsewhere || inner.Argv[0].Known is not { Length: > 0 } program) return false;
        foreach (var word in Words)
            if (Holds(word.ToString(), program)) return true;
        return !NamesRecipes(outer) && Follow(inner.Argv);
    }

    /// <summary>True where these words have an effect that goes beyond what the pattern names.</summary>
    public bool GoBeyond(CommandRun run, CommandPattern pattern, IReadOnlyList<Effect> effects)
    {
        if (Words.Count == 0) return false;
        var reads = OnlyReads(run) && !pattern.NamesWriting;
        foreach (var effect in effects)
        {
            var words = Words;
            if (effect.Kind is EffectKind.ExecuteUnknown or EffectKind.ExecuteDownloaded && effect.Target.Name.Length > 0 && words.Any(word => Holds(word.ToString(), effect.Target.Name))) return true;
            if (reads && effect.Kind is EffectKind.Write or EffectKind.Truncate or EffectKind.Delete or EffectKind.Move or EffectKind.Persist
                && effect.Target.Kind == TargetKind.Path && !RunTraits.IsDevice(effect.Target.Name) && !IsRedirected(run, effect)) return true;
        }
        return false;
    }

    // Files of redirections are held against the pattern's own.
    private static bool IsRedirected(CommandRun run, Effect effect) =>
        RunTraits.Files(run).Any(file => file.Target.Known is { } name && (effect.Target.Name == name || effect.Target.Name.EndsWith("/" + name.TrimStart('.', '/'), StringComparison.Ordinal)));

    // Part of a longer word: SHELL=/bin/x, --upload-pack=x, 1e x.
    private static bool Holds(string text, string name)
    {
        if (text.Length <= name.Length) return false;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !IsNamePart(text[at - 1])) && (at + name.Length == text.Length || !IsNamePart(text[at + name.Length]))) return true;
        return false;
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/';

    // git bisect run touch y
    private bool Follow(IReadOnlyList<Word> argv)
    {
        for (var from = 0; from + argv.Count <= Words.Count; from++)
        {
            var same = 0;
            while (same < argv.Count && Words[from + same].Equals(argv[same])) same++;
            if (same == argv.Count) return true;
        }
        return false;
    }

    // npm run jest, make install: the word names a recipe, which may be called like the program it runs.
    private static bool NamesRecipes(CommandRun run) => run.Program is "make" or "gmake" or "npm" or "pnpm" or "yarn" or "bun" or "just" or "task" or "rake"
        or "composer" or "cargo" or "dotnet" or "mvn" or "gradle"
        && !run.Argv.Any(word => word.Known is "exec" or "x" or "dlx");

    // Programs that are planned to look at something.
    private static bool OnlyReads(CommandRun run) => run.Program switch
    {
        "cat" or "bat" or "head" or "tail" or "less" or "more" or "tac" or "nl" or "rev" or "cut" or "tr" or "wc" or "sort" or "uniq" or "comm" or "diff"
            or "grep" or "egrep" or "fgrep" or "zgrep" or "rg" or "ag" or "ack"
            or "find" or "fd" or "fdfind" or "sed" or "gsed" or "awk" or "gawk" or "mawk" or "nawk" or "jq" or "yq" or "tree" or "ls" or "stat" or "file"
            or "du" or "xxd" or "od" or "hexdump" or "strings" => true,
        "git" => run.Argv.Skip(1).FirstOrDefault(word => !word.KnownPrefix.StartsWith('-'))?.Known is "log" or "diff" or "show" or "status" or "blame"
            or "grep" or "ls-files" or "ls-tree" or "rev-parse" or "rev-list" or "describe" or "shortlog",
        _ => false,
    };
}
