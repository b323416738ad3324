using Sallyport.Shell.Commands;

namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Links and mounts that the text itself makes. Nobody can look at them before it runs, and what it does through them afterwards it
/// does to what they lead to.
/// </summary>
internal sealed class MadeLinks
{
    // A name that was linked anew more often than this may lead anywhere.
    private const int MostLeads = 8;
    private const int MostSteps = 8;

    private readonly Dictionary<string, List<Link>> _links = new(StringComparer.Ordinal);

    /// <summary>Takes note of where a path leads from here on.</summary>
    public void Note(Effect made)
    {
        if (made is not { LeadsTo: { } to, Target: { Kind: TargetKind.Path, Known: true, Glob: false, Name: var name } } || to.Name == name) return;
        if (!_links.TryGetValue(name, out var links)) _links[name] = links = [];
        if (links.Count < MostLeads) links.Add(new Link(to, made.Detail == "bind-mount"));
        else links[^1] = new Link(new Target(TargetKind.Path, "$(readlink " + name + ")", false), false);
    }

    /// <summary>The same effect on what its path leads to.</summary>
    public List<Effect>? Through(Effect effect)
    {
        if (_links.Count == 0 || effect is not { Target.Kind: TargetKind.Path, By.Elsewhere: false } || effect.Target.Name.Length == 0 || effect.Target.Name[0] != '/') return null;
        List<Effect>? found = null;
        Follow(effect, effect.Target, 0, ref found);
        return found;
    }

    private void Follow(Effect effect, Target target, int steps, ref List<Effect>? found)
    {
        var name = target.Name;
        for (var end = name.Length; end > 0; end = name.LastIndexOf('/', end - 1))
        {
            if (!_links.TryGetValue(name[..end], out var links)) continue;
            foreach (var link in links)
            {
                // Deleting or moving a link takes the link alone.
                if (end == name.Length && !link.Mounted && effect.Kind is EffectKind.Delete or EffectKind.Move && !Enters(effect)) continue;
                var led = link.To.Name == "/" && end < name.Length ? name[end..] : link.To.Name + name[end..];
                var there = new Target(TargetKind.Path, link.To.Known && target.Known ? PathText.Normalize(led) : led, link.To.Known && target.Known, target.Glob || link.To.Glob);
                if (there.Name == effect.Target.Name || found?.Exists(known => known.Target == there) == true || found?.Count >= MostLeads) continue;
                (found ??= []).Add(effect with { Target = there, LeadsTo = null });
                if (steps < MostSteps) Follow(effect, there, steps + 1, ref found);
            }
            return;
        }
    }

    // `find -L link`, `link/` and `link/.` are what the link leads to.
    private static bool Enters(Effect effect)
    {
        if (effect.By is not { } run || run.Argv.Count > 1024) return true;
        foreach (var word in run.Argv)
        {
            if (word.Known is "-L" or "-H" or "-follow" && run.Program is "find" or "gfind" or "fd") return true;
            if (word.Known is { } text && (text.EndsWith('/') || text.EndsWith("/.", StringComparison.Ordinal)) && PathTarget.Of(word, run.Cwd).Name == effect.Target.Name) return true;
        }
        return false;
    }

    private readonly record struct Link(Target To, bool Mounted);
}
