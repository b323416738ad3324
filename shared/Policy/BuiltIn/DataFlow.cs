using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>
/// Follows data through the files and pipes of one call: what was downloaded and then run, what was read from a credentials
/// file and then sent. It reads effects in order; it runs nothing.
/// </summary>
internal sealed class DataFlow
{
    private readonly Dictionary<string, Taint> files = new(StringComparer.Ordinal);
    private readonly Dictionary<CommandRun, Taint> runs = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CommandRun, Taint> own = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<IReadOnlyList<CommandRun>, Taint> pipes = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> unpacked = new(StringComparer.Ordinal);
    private readonly HashSet<string> cloned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CommandRun> fresh = new(StringComparer.Ordinal);
    private readonly CommandAnalysis analysis;
    private readonly ObservedFacts facts;
    private Taint seen;

    public DataFlow(CommandAnalysis analysis, ObservedFacts facts)
    {
        this.facts = facts;
        this.analysis = analysis;
        // What runs in the background may write what stands before it in the text reads.
        for (var pass = 0; pass < 2; pass++)
            foreach (var effect in analysis.Effects) Note(effect);
    }

    /// <summary>What is known of the data an effect handles.</summary>
    public Taint Of(Effect effect)
    {
        var taint = Taint.None;
        if (effect.Target.Kind == TargetKind.Path) taint |= At(effect.Target);
        if (effect.Kind is EffectKind.ExecuteUnknown) taint |= Executed(effect);
        if (effect.Kind is EffectKind.ChangeHistory && fresh.Count > 0 && effect.By is { Cwd: { } folder } by)
            foreach (var (place, clone) in fresh)
                if ((folder == place || PathText.IsBelow(folder, place)) && Follows(by, clone)) taint |= Taint.Cloned;
        if (effect.Kind is EffectKind.SendData)
        {
            if (effect.By is { } run) taint |= Run(run);
            // What is sent from a file or a pipe may be anything read before it in the same call.
            if (effect.Detail is "stdin" or "file" or "inline" or "dns" or "copy" or "mail" or "upload" or "dev-tcp") taint |= seen & (Taint.Secret | Taint.Sensitive | Taint.Tree | Taint.Folder);
        }
        return taint;
    }

    /// <summary>What is known of a path: of itself, of the folder that was copied or moved to its place, of what its pattern may find.</summary>
    private Taint At(Target target)
    {
        if (files.Count == 0) return Taint.None;
        var taint = files.GetValueOrDefault(target.Name);
        for (var end = target.Name.LastIndexOf('/'); end > 0; end = target.Name.LastIndexOf('/', end - 1)) taint |= files.GetValueOrDefault(target.Name[..end]);
        // A name of which nothing is known may be that of any file.
        if (target.Glob || (!target.Known && target.Name.AsSpan(target.Name.LastIndexOf('/') + 1) is ['$', ..]))
            foreach (var (path, known) in files)
                if ((taint | known) != taint && (target.Glob ? PathPattern.Matches(target.Name, path) : !target.Name.StartsWith('/'))) taint |= known;
        return taint;
    }

    // Whoever takes a folder takes what is in it; of very many files, anything.
    private Taint Below(string folder)
    {
        var taint = Taint.None;
        foreach (var (path, known) in files)
            if ((taint | known) != taint && (files.Count > MostFiles || PathText.IsBelow(path, folder))) taint |= known;
        return taint;
    }

    private const int MostFiles = 256;

    /// <summary>What commands would run of their folder because of its name, and the same call downloaded.</summary>
    public IEnumerable<Effect> Builds(CommandAnalysis analysis)
    {
        var any = false;
        foreach (var taint in files.Values) any |= (taint & Taint.Downloaded) != 0;
        if (!any) yield break;
        foreach (var run in analysis.Runs)
        {
            if (BuildInputs.Of(run) is not { } words) continue;
            foreach (var word in words)
                if (PathText.Target(word, run.Cwd, facts) is var target && files.TryGetValue(target.Name, out var known) && (known & Taint.Downloaded) != 0)
                    yield return new Effect(EffectKind.ExecuteUnknown, target) { Detail = "build", By = run };
        }
    }

    // Code that came through a pipe or a substitution from a file that was downloaded, and scripts out of an archive that was.
    private Taint Executed(Effect effect)
    {
        if (effect.Target.Kind == TargetKind.Path)
        {
            foreach (var folder in unpacked)
                if (PathText.IsBelow(effect.Target.Name, folder)) return Taint.Unpacked;
            foreach (var folder in cloned)
                if (PathText.IsBelow(effect.Target.Name, folder) && !BuildInputs.IsUsual(PathText.Name(effect.Target.Name))) return Taint.Cloned;
            return Taint.None;
        }
        var taint = effect.By is { } run ? Run(run) & Taint.Downloaded : Taint.None;
        if (effect.Target.Name.Length <= LongestText)
            foreach (var (path, known) in files)
                if ((known & Taint.Downloaded) != 0 && Names(effect.Target.Name, PathText.Name(path))) taint |= Taint.Downloaded;
        return taint;
    }

    private static bool Names(string text, string file)
    {
        for (var at = text.IndexOf(file, StringComparison.Ordinal); file.Length > 0 && at >= 0; at = text.IndexOf(file, at + 1, StringComparison.Ordinal))
            if ((at == 0 || IsEdge(text[at - 1])) && (at + file.Length == text.Length || IsEdge(text[at + file.Length]))) return true;
        return false;
    }

    private static bool IsEdge(char c) => c is ' ' or '\t' or '\n' or '/' or '<' or '>' or '(' or ')' or '"' or '\'' or '`' or ';' or '|' or '&';

    private const int LongestText = 4096;

    private void Note(Effect effect)
    {
        if (effect.By is not { } run) return;
        if (effect is { Kind: EffectKind.Read, Target.Kind: TargetKind.Resource, Detail: "secret-shown" or "secret-named" or "secret-piped" or "secret-key" or "keychain" }) Mark(run, Taint.Secret);
        if (effect.Target.Kind != TargetKind.Path) return;
        var name = effect.Target.Name;
        switch (effect.Kind)
        {
            case EffectKind.Read:
                if (IsSecret(name) || effect.Detail == "secret-search") Mark(run, Taint.Secret);
                else if (IsKeeping(name)) Mark(run, Taint.Sensitive);
                if (effect.Recursive && effect.Detail is "archive") Mark(run, Packed(effect));
                if (At(effect.Target) is not Taint.None and var file) Mark(run, file);
                if (effect.Recursive && files.Count > 0 && Below(name) is not Taint.None and var inside) Mark(run, inside);
                break;
            case EffectKind.Write or EffectKind.Truncate or EffectKind.Move:
                var taint = Run(run) | effect.Detail switch { "download" => Taint.Downloaded, "decoded" => Taint.Decoded, "environment" => Taint.Secret, _ => Taint.None };
                if (effect.Kind == EffectKind.Move)
                {
                    if ((files.GetValueOrDefault(name) | (files.Count > 0 ? Below(name) : 0)) is not Taint.None and var moved) Mark(run, moved);
                    if (IsSecret(name)) Mark(run, Taint.Secret);
                    break;
                }
                if (effect.Detail == "clone")
                {
                    cloned.Add(name);
                    // It stands where nothing did: git clones into no folder that holds anything.
                    if (!facts.Files.ContainsKey(name)) fresh.TryAdd(name, run);
                    break;
                }
                if (effect.Detail == "unpack")
                {
                    if ((taint & Taint.Downloaded) != 0) unpacked.Add(name);
                    break;
                }
                if (taint != 0) files[name] = files.GetValueOrDefault(name) | taint;
                // What may not have happened takes nothing away.
                else if (effect.Detail is "" or "overwrite" && !run.Perhaps) files.Remove(name);
                break;
            case EffectKind.Delete when !run.Perhaps:
                files.Remove(name);
                break;
            default: break;
        }
    }

    // What was cloned only perhaps is there for what the same && leads to.
    private bool Follows(CommandRun run, CommandRun clone)
    {
        if (clone.Perhaps && (clone.Chain == 0 || clone.Chain != run.Chain)) return false;
        foreach (var one in analysis.Runs)
            if (ReferenceEquals(one, run)) return false;
            else if (ReferenceEquals(one, clone)) return true;
        return false;
    }

    private Taint Packed(Effect effect)
    {
        var place = Places.Of(effect.Target.Name, effect.Target, false, facts);
        if ((place & (Place.Workspace | Place.Home | Place.Root | Place.AboveWorkspace | Place.SystemTop)) != 0) return Taint.Tree;
        return (place & (Place.InWorkspace | Place.InHome)) != 0 && (place & (Place.Rebuilt | Place.Temporary)) == 0 ? Taint.Folder : Taint.None;
    }

    // A folder that is named for what is kept in it.
    private static bool IsKeeping(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
            if (path.AsSpan()[range] is "certs" or "secrets" or "secret" or "credentials" or "private" or "keys" or "ssl" or "tls" or "keystore" or "keystores"
                or "wallet" or "wallets" or "passwords") return true;
        return false;
    }

    private static bool NamesSecret(string variable) => variable.EndsWith("_TOKEN", StringComparison.Ordinal) || variable.EndsWith("_SECRET", StringComparison.Ordinal)
        || variable.EndsWith("PASSWORD", StringComparison.Ordinal) || variable.EndsWith("_KEY", StringComparison.Ordinal) || variable.EndsWith("_PAT", StringComparison.Ordinal);

    // What a search for a key prints is the name of a key.
    private bool Searched(string source)
    {
        if (!source.StartsWith("$(", StringComparison.Ordinal) || source.Length > LongestText) return false;
        foreach (var range in source.AsSpan(2).Split(' '))
            if (source.AsSpan(2)[range].Trim(")'\"") is { Length: > 2 } word && word[0] != '-' && (PathNames.Of(word.ToString(), facts) & Place.Credentials) != 0) return true;
        return false;
    }

    private bool IsSecret(string path) => Searched(path) || path is "/etc/passwd" or "/etc/shadow" or "/etc/sudoers"
        || (PathNames.Of(path, facts) & (Place.Credentials | Place.ProjectSecrets)) != 0
        || (path.StartsWith('~') || path.Contains('*', StringComparison.Ordinal)) && path.Contains(".ssh", StringComparison.Ordinal);

    private void Mark(CommandRun run, Taint taint)
    {
        runs[run] = runs.GetValueOrDefault(run) | taint;
        seen |= taint;
    }

    // A stage of a pipeline names every stage before it, so that it is looked through once and not once for each effect.
    private Taint Pipe(IReadOnlyList<CommandRun> from)
    {
        if (pipes.TryGetValue(from, out var known)) return known;
        var taint = Taint.None;
        foreach (var earlier in from) taint |= runs.GetValueOrDefault(earlier) | Own(earlier);
        return pipes[from] = taint;
    }

    // What a program's output is by the program alone.
    private Taint Own(CommandRun run)
    {
        if (own.TryGetValue(run, out var known)) return known;
        return own[run] = (Network.Fetches(run) || PrintsDownload(run) ? Taint.Downloaded : 0) | (Printers.Decodes(run) ? Taint.Decoded : 0) | (PrintsEnvironment(run) ? Taint.Secret : 0);
    }

    // printf '%s' "$(curl …)" prints what was fetched.
    private static bool PrintsDownload(CommandRun run)
    {
        if (run.Program is not ("echo" or "printf" or "cat") || run.Argv.Count > Subject.MostWords) return false;
        foreach (var word in run.Argv)
            foreach (var piece in word.Pieces)
                if (piece.Kind == PieceKind.Unknown && Shells.Downloads(piece.Text)) return true;
        return false;
    }

    // Tokens live in the environment.
    private static bool PrintsEnvironment(CommandRun run) => run.Program switch
    {
        "printenv" when run.Argv.Count > 1 => run.Argv.Skip(1).Any(word => word.Known is { } name && NamesSecret(name)),
        "env" or "printenv" or "set" => run.Argv.Count == 1,
        "export" or "declare" or "typeset" => run.Argv.Count == 2 && run.Argv[1].Known is "-p" or "-x" or "-px" or "-xp",
        // BSD's e shows the environment of every process; what was typed holds passwords.
        "ps" => run.Argv.Count > 1 && run.Argv[1].Known is [not '-', ..] options && options.Contains('e', StringComparison.Ordinal),
        "history" => run.Argv.Count == 1,
        "echo" or "printf" => run.Argv.Count <= Subject.MostWords && run.Argv.Any(static word => word.HasUnknown && ServiceTokens.In(word)),
        _ => false,
    };

    private Taint Run(CommandRun run)
    {
        var taint = runs.GetValueOrDefault(run);
        if (run.Input.From is { } from) taint |= Pipe(from);
        var self = Own(run);
        return taint | (run.Redirections.Count > 0 ? self : self & ~Taint.Downloaded);
    }
}
