namespace Sallyport.Shell;

/// <summary>What a command would do to the world. The words are used in policy (<c>effect</c>), records and <c>explain</c>.</summary>
public enum EffectKind : byte
{
    /// <summary>Reads a file or folder.</summary>
    Read,
    /// <summary>Creates or changes a file.</summary>
    Write,
    /// <summary>Deletes a file; <see cref="Effect.Recursive"/> a tree.</summary>
    Delete,
    /// <summary>Empties a file, or overwrites it whole.</summary>
    Truncate,
    /// <summary>Moves or renames a file away.</summary>
    Move,
    /// <summary>chmod, chattr, setfacl.</summary>
    ChangeMode,
    /// <summary>chown, chgrp.</summary>
    ChangeOwner,
    /// <summary>Runs code that came over the network.</summary>
    ExecuteDownloaded,
    /// <summary>Sends data to another machine.</summary>
    SendData,
    /// <summary>Opens a network connection.</summary>
    Connect,
    /// <summary>Takes on another user's rights.</summary>
    Escalate,
    /// <summary>Leaves something that runs again later: rc files, cron, services, git hooks, keys.</summary>
    Persist,
    /// <summary>Ends or stops processes.</summary>
    Kill,
    /// <summary>Stops, disables or changes services, or the machine itself.</summary>
    StopService,
    /// <summary>Loses or rewrites version-control history or uncommitted work.</summary>
    ChangeHistory,
    /// <summary>Changes or destroys infrastructure: cluster, cloud, containers, databases.</summary>
    ChangeInfrastructure,
    /// <summary>Installs, publishes or removes packages.</summary>
    Install,
    /// <summary>Leaves a session open that can be typed into, unseen by any hook.</summary>
    OpenSession,
    /// <summary>Changes, stops or evades Sallyport or Codex's own protection.</summary>
    TamperGuard,
    /// <summary>Writes to a raw disk or changes partitions, file systems, mounts.</summary>
    WriteDisk,
    /// <summary>Runs a program or code that could not be read or is not known.</summary>
    ExecuteUnknown,
    /// <summary>Exhausts the machine: fork bombs, filling disks.</summary>
    Exhaust,
}

/// <summary>What kind of thing an effect is aimed at.</summary>
public enum TargetKind : byte
{
    /// <summary>Nothing in particular.</summary>
    None,
    /// <summary>A path, absolute and lexically normalised where the directory is known.</summary>
    Path,
    /// <summary>A host, <c>host:port</c> or URL.</summary>
    Host,
    /// <summary>A git branch, remote or ref.</summary>
    Ref,
    /// <summary>A process or service.</summary>
    Process,
    /// <summary>A named resource: <c>kubernetes:namespace/prod</c>, <c>aws:s3://bucket</c>, <c>sql:table users</c> …</summary>
    Resource,
    /// <summary>A package.</summary>
    Package,
    /// <summary>A program or piece of code.</summary>
    Program,
}

/// <summary>The target of an effect.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name as resolved; where part of it is unknown, the readable form of the word.</param>
/// <param name="Known">False where part of the name could not be known.</param>
/// <param name="Glob">True where the name holds an active glob.</param>
public readonly record struct Target(TargetKind Kind, string Name, bool Known = true, bool Glob = false)
{
    /// <summary>An effect aimed at nothing in particular.</summary>
    public static readonly Target None = new(TargetKind.None, "");

    /// <summary>True of a path not wholly known that keeps to a file or folder its own letters name, whatever the unknown part holds.</summary>
    public bool Bounded { get; init; }
}

/// <summary>One effect of one command.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Target">To what.</param>
public sealed record Effect(EffectKind Kind, Target Target)
{
    /// <summary>The whole tree below the target.</summary>
    public bool Recursive { get; init; }

    /// <summary>Asked for without confirmation (<c>-f</c>, <c>--yes</c>, <c>--force</c>).</summary>
    public bool Forced { get; init; }

    /// <summary>
    /// A word that tells apart what the kind alone does not, in the vocabulary of the rule packs:
    /// <c>reset-hard</c>, <c>force-push</c>, <c>drop-table</c>, <c>world-writable</c>, <c>terraform-destroy</c> …
    /// </summary>
    public string Detail { get; init; } = "";

    /// <summary>The command that has this effect.</summary>
    public CommandRun? By { get; init; }

    /// <summary>Where the path leads from here on: it was made a link, or another folder was mounted on it (<see cref="Detail"/> says which).</summary>
    public Target? LeadsTo { get; init; }
}
