using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// Guarded files that a command names. What a program makes of a file is known of few programs; a compiler's output, an unpacked archive or
/// a tool nobody heard of may take the guard's place as well as a redirection. So here a name alone counts, unless the program is known to
/// leave the file as it is.
/// </summary>
internal static class GuardedMentions
{
    private const string Step = "self-protection";
    private const int LongestPath = 4096;
    private const int LongestName = 255; // of every file system: a longer word without a separator names no file

    /// <summary>Judges the words of every command.</summary>
    public static Judgement Judge(IReadOnlyList<CommandRun> runs, IReadOnlyList<Effect> effects, GuardedPaths guarded, ObservedFacts facts)
    {
        var strictest = Judgement.Pass(Step);
        for (var i = 0; i < runs.Count && strictest.Verdict != Verdict.Deny; i++)
        {
            if (runs[i].Elsewhere) continue;
            var handling = Handlings.Of(runs[i]);
            for (var word = 0; word < runs[i].Argv.Count; word++)
            {
                // The program itself is run, not handled: GuardCommands speaks of it.
                if (word == 0 && !runs[i].Argv[0].HasGlob) continue;
                foreach (var path in Paths(runs[i].Argv[word], runs[i].Cwd, guarded, facts))
                {
                    var protection = Of(path, runs[i], handling, guarded);
                    if (protection == Protection.None || (handling != Handling.Unknown || !guarded.IsProgram(path)) && IsKnown(path, runs[i].Argv[word], runs[i], effects)
                        || Belongs(runs, i, runs[i].Argv[word])) continue;
                    strictest = Judgement.Strictest(strictest, Say(protection, path));
                }
            }
            // GOBIN=… go install: where a program puts what it makes.
            if (handling == Handling.Unknown)
                foreach (var (name, value) in runs[i].Environment)
                    if (name is not ("CODEX_HOME" or "PATH"))
                        foreach (var path in Paths(value, runs[i].Cwd, guarded, facts))
                            if (guarded.OfMention(path, handling) is not Protection.None) strictest = Judgement.Strictest(strictest, Say(Protection.Ask, path));
            if (Foreign(runs[i], guarded, facts) is { } written) strictest = Judgement.Strictest(strictest, Say(Protection.Ask, written));
            if (runs[i].Cwd is { } cwd && handling == Handling.Unknown && guarded.HoldsGuard(cwd) && !Belongs(runs, i, null)) strictest = Judgement.Strictest(strictest, Say(Protection.Ask, cwd));
        }
        return strictest;
    }

    /// <summary>What the machine should be looked at for: a link, or <c>..</c> behind one, may lead to the guard.</summary>
    public static IEnumerable<string> Wanted(IReadOnlyList<CommandRun> runs, ObservedFacts facts)
    {
        foreach (var run in runs)
        {
            if (run.Elsewhere) continue;
            var unknown = Handlings.Of(run) == Handling.Unknown;
            foreach (var word in run.Argv)
                foreach (var path in Unresolved(word, run.Cwd, facts))
                    if (unknown || path.Contains("/..", StringComparison.Ordinal)) yield return path;
            foreach (var redirection in run.Redirections)
                if (redirection.Kind is RedirectionKind.Write or RedirectionKind.Append or RedirectionKind.ReadWrite)
                    foreach (var path in Unresolved(redirection.Target, run.Cwd, facts)) yield return path;
        }
    }

    /// <summary>Files that a redirection opens by way of <c>..</c> behind a link: the letters of the name say nothing of where they lead.</summary>
    public static Judgement JudgeRedirections(IReadOnlyList<CommandRun> runs, GuardedPaths guarded, ObservedFacts facts)
    {
        var strictest = Judgement.Pass(Step);
        foreach (var run in runs)
        {
            if (run.Elsewhere) continue;
            foreach (var redirection in run.Redirections)
            {
                if (redirection.Kind is not (RedirectionKind.Write or RedirectionKind.Append or RedirectionKind.ReadWrite)) continue;
                foreach (var path in Unresolved(redirection.Target, run.Cwd, facts))
                    if (facts.Files.TryGetValue(path, out var fact) && guarded.Of(fact.RealPath, wholeTree: false) is not Protection.None and var protection)
                        strictest = Judgement.Strictest(strictest, Say(protection, fact.RealPath));
            }
        }
        return strictest;
    }

    // Code in a language that is not read here, in which the whole name of such a file stands: what it makes of it nobody knows.
    private static string? Foreign(CommandRun run, GuardedPaths guarded, ObservedFacts facts)
    {
        if (run.Program is not ("osascript" or "julia" or "Rscript" or "rscript" or "swift" or "tclsh" or "expect" or "elixir" or "erl" or "escript" or "scala" or "groovy" or "kotlin" or "ghc" or "runghc" or "clojure" or "bb"
            or "racket" or "guile" or "sbcl" or "emacs" or "gdb" or "lldb" or "octave" or "maxima" or "gnuplot" or "nu" or "dotnet-script" or "csi" or "jshell" or "crystal" or "nim" or "dart" or "go" or "deno" or "bun" or "janet" or "fennel" or "rakudo" or "raku")) return null;
        foreach (var word in run.Argv.Skip(1).Append(run.Input is { Kind: InputKind.Text, Text: { } typed } ? typed : Word.Of("")))
            if (Named(word.ToString(), guarded, facts) is { } path) return path;
        return null;
    }

    // From a slash or the home's sign to the quote, blank or bracket that ends it.
    private static string? Named(string text, GuardedPaths guarded, ObservedFacts facts)
    {
        if (!text.Contains("/.codex", StringComparison.Ordinal) && !text.Contains("sallyport", StringComparison.OrdinalIgnoreCase)) return null;
        foreach (var part in text.Split(['"', '\'', ' ', '\t', '\n', '(', ')', ',', ';', '=', '`', '[', ']', '{', '}']))
        {
            if (part.Length is < 8 or > LongestPath || Absolute(part, null, facts) is not { } path) continue;
            if (guarded.Of(PathText.Normalize(path), wholeTree: true) == Protection.Deny) return path;
        }
        return null;
    }

    private static Protection Of(string path, CommandRun run, Handling handling, GuardedPaths guarded)
    {
        var mentioned = guarded.OfMention(path, handling);
        if (mentioned != Protection.None) return mentioned;
        // By another name for a folder above, everything in it has another name.
        if (handling == Handling.Unknown && run.Program is "sqlite3" or "sqlite" or "duckdb" or "litecli" && !OnlyAsks(run) && guarded.Of(path, wholeTree: false) is not Protection.None and var kept) return kept;
        return run.Program is "ln" or "docker" or "podman" or "nerdctl" && guarded.HoldsGuard(path, above: true) ? Protection.Ask : Protection.None;
    }

    // What is said to a database in the words of the command, all of it questions.
    private static bool OnlyAsks(CommandRun run)
    {
        if (run.Argv.Any(static word => word.Known is "-readonly" or "--readonly")) return true;
        var asked = false;
        foreach (var word in run.Argv.Skip(2))
        {
            var text = word.ToString().AsSpan().TrimStart();
            if (text.StartsWith("-")) continue;
            if (!(text.StartsWith("select", StringComparison.OrdinalIgnoreCase) || text.StartsWith("explain", StringComparison.OrdinalIgnoreCase) || text.StartsWith(".schema") || text.StartsWith(".tables") || text.StartsWith(".dump"))) return false;
            asked = true;
        }
        return asked;
    }

    /// <summary>The paths a word may name: all of it, a value behind <c>=</c> or an option letter, the parts of <c>from:to</c>; and where links lead from there.</summary>
    private static IEnumerable<string> Paths(Word word, string? cwd, GuardedPaths guarded, ObservedFacts facts)
    {
        foreach (var path in Unresolved(word, cwd, facts))
        {
            // Quoted, a star is a star for the program's own use; at the head of a name it does not find what is hidden, as Codex's folder is.
            if (path.AsSpan().IndexOfAny('*', '?', '[') is >= 0 and var glob && !InGuard(path, glob, guarded)
                && (!word.HasGlob || path[glob - 1] == '/' && !path.AsSpan(0, glob).Contains("/sallyport", StringComparison.OrdinalIgnoreCase))) continue;
            yield return PathText.Normalize(path);
            if (facts.Files.TryGetValue(path, out var fact) && fact.RealPath != path) yield return fact.RealPath;
        }
    }

    // mmv '~/.codex/*' x: whoever finds the names, they are there.
    private static bool InGuard(string path, int glob, GuardedPaths guarded) =>
        path.LastIndexOf('/', glob) is > 0 and var slash && guarded.OfMention(PathText.Normalize(path[..slash]), Handling.Unknown) != Protection.None;

    private static IEnumerable<string> Unresolved(Word word, string? cwd, ObservedFacts facts)
    {
        if (word.HasUnknown) yield break;
        var text = word.ToString();
        if (text.Length is 0 or > LongestPath || text.Contains('\n', StringComparison.Ordinal)) yield break;
        if (!text.StartsWith('-') && (text.Length <= LongestName || word.HasGlob || text.AsSpan().IndexOfAny('/', '\\') >= 0) && Absolute(text, cwd, facts) is { } whole) yield return whole;
        // A value that is glued to an option, one side of a mount, of a remote address, of an assignment.
        for (var at = NextPart(text, 1); at < text.Length; at = NextPart(text, at + 1))
        {
            var end = text.AsSpan(at).IndexOfAny(':', ',');
            var part = end < 0 ? text[at..] : text.Substring(at, end);
            if (part.Length > 0 && Absolute(part, cwd, facts) is { } path) yield return path;
        }
        var first = text.IndexOf(':', StringComparison.Ordinal);
        if (first > 0 && text.Contains('/', StringComparison.Ordinal) && Absolute(text[..first], cwd, facts) is { } before) yield return before;
    }

    // Where the next part begins, from an index on: behind a sign that joins, or behind an option's letter.
    private static int NextPart(string text, int from)
    {
        var sign = text.AsSpan(from - 1).IndexOfAny('=', ':', ',');
        var at = sign < 0 ? text.Length : from + sign;
        return from <= 2 && at > 2 && text.Length > 2 && text[0] == '-' && text[1] != '-' ? 2 : at;
    }

    private static string? Absolute(string text, string? cwd, ObservedFacts facts)
    {
        if (facts.Windows) text = text.Replace('\\', '/');
        if (PathText.IsAbsolute(text, facts.Windows)) return text;
        if (text.StartsWith("~/", StringComparison.Ordinal) || text == "~") return facts.Home is { } home ? home + text[1..] : null;
        if (text.StartsWith("file:///", StringComparison.Ordinal)) return text[7..];
        return cwd is null ? null : cwd + "/" + text;
    }

    /// <summary>True where the catalogue says what this command does with the path: then that is judged.</summary>
    private static bool IsKnown(string path, Word word, CommandRun run, IReadOnlyList<Effect> effects)
    {
        if (run.Program == "ln") return false;
        // tar -C FOLDER name: it is read from there.
        var relative = run.Program is "tar" or "bsdtar" or "gtar" or "env" && word.Known is { Length: > 0 } text && text[0] != '/' ? "/" + text : null;
        foreach (var effect in effects)
            // That a program nobody knows, or a database's own, opens what it is given says nothing of what it makes of it.
            if (ReferenceEquals(effect.By, run) && effect is not { Kind: EffectKind.Read, Detail: "operand" or "database" }
                && effect.Target is { Kind: TargetKind.Path } target && (target.Name == path || target.Name.StartsWith(path + "/", StringComparison.Ordinal) || relative is not null && target.Name.EndsWith(relative, StringComparison.Ordinal)))
                return true;
        return false;
    }

    /// <summary>True where the word is one of a command that this one only starts (<c>timeout 5 cat FILE</c>): it is judged there.</summary>
    private static bool Belongs(IReadOnlyList<CommandRun> runs, int wrapper, Word? word)
    {
        var depth = runs[wrapper].Wrappers.Count;
        for (var i = wrapper + 1; i < runs.Count && runs[i].Wrappers.Count > depth; i++)
            if (word is null || runs[i].Argv.Any(other => other.Equals(word))) return true;
        return false;
    }

    private static Judgement Say(Protection protection, string path) => protection == Protection.Deny
        ? new Judgement(Step, Verdict.Deny, "guard.files", $"This would hand what guards this session to another program ({SelfProtectionPolicy.Short(path)}).")
        : new Judgement(Step, Verdict.Ask, "guard.codex-files", $"This could change what guards this session ({SelfProtectionPolicy.Short(path)}).");
}
