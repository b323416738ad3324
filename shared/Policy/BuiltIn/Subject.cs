using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>An effect under judgement, with what its target is.</summary>
internal sealed class Subject
{
    public Subject(Effect effect, ObservedFacts facts)
    {
        Effect = effect;
        Facts = facts;
        Path = effect.Target.Kind == TargetKind.Path ? Resolved(effect, facts) : "";
        // Windows parts folders with either; the rules speak of one.
        if (facts.Windows) Path = Path.Replace('\\', '/');
        Place = effect.Target.Kind == TargetKind.Path ? Places.Of(Path, effect.Target, Remote, facts) : Place.None;
    }

    public Effect Effect { get; }

    public ObservedFacts Facts { get; }

    /// <summary>The target's path with links resolved where they were looked at; empty where the target is no path.</summary>
    public string Path { get; }

    /// <summary>Where the path lies.</summary>
    public Place Place { get; }

    /// <summary>Set when the flow of data through files and pipes makes the effect worse than it looks alone.</summary>
    public Taint Taint { get; init; }

    public bool Is(Place place) => (Place & place) != 0;

    /// <summary>
    /// What the target held before is gone. A redirection that empties its file is a write to the shell and an emptying to whoever had the file.
    /// </summary>
    public bool Empties => Effect is { Kind: EffectKind.Truncate } or { Kind: EffectKind.Write, Detail: "overwrite" };

    /// <summary>The command runs on another machine or in a container.</summary>
    public bool Remote => Effect.By is { Elsewhere: true };

    public bool RemoteMachine => Remote && Effect.By!.Wrappers.Any(wrapper => wrapper.StartsWith("ssh", StringComparison.Ordinal)
        || wrapper is "sftp" or "lftp" or "parallel" or "ansible" or "kubectl exec" or "docker exec" or "docker compose exec");

    /// <summary>The target stands for whichever disk it is, and the command that names it is one that was typed: nothing has that name, and nothing rewrites it on the way.</summary>
    public bool OfManuals => !Remote && Effect.By is { } run && Places.IsDiskOfManuals(Effect.Target.Name)
        && run.Program is not ("mv" or "cp" or "ln" or "mknod" or "losetup" or "rename" or "install" or "rsync" or "tee") && run.Wrappers.All(static wrapper => wrapper is "sudo" or "doas");

    public string Program => Effect.By?.Program ?? "";

    /// <summary>
    /// True when a word of the command is so. A command of thousands of words is taken to say anything: every one of its effects would
    /// look at all of them.
    /// </summary>
    public bool Says(Func<Word, bool> word) => Effect.By is { } run && (run.Argv.Count > MostWords || run.Argv.Any(word));

    /// <summary>Longer commands are not looked through for single words.</summary>
    public const int MostWords = 1024;

    // Deleting or moving a link takes the link alone; everything else goes through it.
    private static string Resolved(Effect effect, ObservedFacts facts)
    {
        var name = effect.Target.Name;
        if (!effect.Target.Known || effect.Target.Glob) return name;
        if (effect.Kind is EffectKind.Delete or EffectKind.Move)
        {
            var parent = PathText.Parent(name);
            return parent != "/" && facts.Files.TryGetValue(parent, out var folder) && folder.Kind == FileKind.Directory ? PathText.Normalize(folder.RealPath + "/" + PathText.Name(name)) : name;
        }
        return facts.Files.TryGetValue(name, out var fact) && fact.Kind is FileKind.File or FileKind.Directory ? fact.RealPath : name;
    }
}

/// <summary>What data in a file or pipe is known to be.</summary>
[Flags]
internal enum Taint : byte
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>It came over the network.</summary>
    Downloaded = 1,

    /// <summary>It holds credentials.</summary>
    Secret = 2,

    /// <summary>It was decoded from something unreadable.</summary>
    Decoded = 4,

    /// <summary>It comes from a folder named for what is kept in it: certificates, keys.</summary>
    Sensitive = 8,

    /// <summary>It is a whole workspace, home or more.</summary>
    Tree = 16,

    /// <summary>It is a folder of the workspace that is not built anew at will.</summary>
    Folder = 32,

    /// <summary>It came out of an archive that the same call downloaded.</summary>
    Unpacked = 64,

    /// <summary>It lies in a repository that the same call cloned from another machine.</summary>
    Cloned = 128,
}
