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
    private readonly ObservedFacts facts;
    private Taint seen;

    public DataFlow(CommandAnalysis analysis, ObservedFacts facts)
    {
        this.facts = facts;
        // What runs in the background may write what stands before it in the text reads.
        for (var pass = 0; pass < 2; pass++)
            foreach (var effect in analysis.Effects) Note(effect);
    }

    /// <summary>What is known of the data an effect handles.</summary>
    public Taint Of(Effect effect)
    {
        var taint = Taint.None;
        if (effect.Target.Kind == TargetKind.Path && files.TryGetValue(effect.Target.Name, out var file)) taint |= file;
        if (effect.Kind is EffectKind.SendData)
        {
            if (effect.By is { } run) taint |= Run(run);
            // What is sent from a file or a pipe may be anything read before it in the same call.
            if (effect.Detail is "stdin" or "file" or "inline" or "dns" or "copy" or "mail" or "upload" or "dev-tcp") taint |= seen & (Taint.Secret | Taint.Sensitive | Taint.Tree);
        }
        return taint;
    }

    private void Note(Effect effect)
    {
        if (effect.By is not { } run) return;
        if (effect is { Kind: EffectKind.Read, Target.Kind: TargetKind.Resource, Detail: "cloud-secret" or "secret-key" or "keychain" }) Mark(run, Taint.Secret);
        if (effect.Target.Kind != TargetKind.Path) return;
        var name = effect.Target.Name;
        switch (effect.Kind)
        {
            case EffectKind.Read:
                if (IsSecret(name) || effect.Detail == "secret-search") Mark(run, Taint.Secret);
                else if (IsKeeping(name)) Mark(run, Taint.Sensitive);
                if (effect.Recursive && effect.Detail is "archive" && Places.Of(name, effect.Target.Known, false, facts, effect.Target.Glob) is var place && (place & (Place.Workspace | Place.Home | Place.Root | Place.AboveWorkspace | Place.SystemTop)) != 0) Mark(run, Taint.Tree);
                if (files.TryGetValue(name, out var file)) Mark(run, file);
                break;
            case EffectKind.Write or EffectKind.Truncate or EffectKind.Move:
                var taint = Run(run) | (effect.Detail == "download" ? Taint.Downloaded : 0);
                if (effect.Kind == EffectKind.Move)
                {
                    if (files.TryGetValue(name, out var moved)) Mark(run, moved);
                    if (IsSecret(name)) Mark(run, Taint.Secret);
                    break;
                }
                if (taint != 0) files[name] = files.GetValueOrDefault(name) | taint;
                else if (effect.Detail is "" or "overwrite") files.Remove(name);
                break;
            case EffectKind.Delete:
                files.Remove(name);
                break;
            default: break;
        }
    }

    // A folder that is named for what is kept in it.
    private static bool IsKeeping(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
            if (path.AsSpan()[range] is "certs" or "secrets" or "secret" or "credentials" or "private" or "keys" or "ssl" or "tls" or "keystore" or "keystores" or "wallet" or "wallets" or "passwords") return true;
        return false;
    }

    private bool IsSecret(string path) => path is "/etc/passwd" or "/etc/shadow" or "/etc/sudoers" || (PathNames.Of(path, facts) & (Place.Credentials | Place.ProjectSecrets)) != 0 || (path.StartsWith('~') || path.Contains('*', StringComparison.Ordinal)) && path.Contains(".ssh", StringComparison.Ordinal);

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
        return own[run] = (Network.Fetches(run) ? Taint.Downloaded : 0) | (Printers.Decodes(run) ? Taint.Decoded : 0) | (PrintsEnvironment(run) ? Taint.Secret : 0);
    }

    // Tokens live in the environment.
    private static bool PrintsEnvironment(CommandRun run) => run.Program switch
    {
        "env" or "printenv" or "set" => run.Argv.Count == 1,
        "export" or "declare" or "typeset" => run.Argv.Count == 2 && run.Argv[1].Known is "-p" or "-x" or "-px" or "-xp",
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
