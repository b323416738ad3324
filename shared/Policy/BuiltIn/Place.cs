namespace Sallyport.Policy.BuiltIn;

/// <summary>Where a path lies, as far as rules care. Several may hold at once.</summary>
[Flags]
internal enum Place
{
    /// <summary>No path.</summary>
    None = 0,

    /// <summary>Part of it is not known.</summary>
    Unknown = 1 << 0,

    /// <summary><c>/</c> or everything in it.</summary>
    Root = 1 << 1,

    /// <summary>A folder of the operating system, or something in it.</summary>
    System = 1 << 2,

    /// <summary>A top-level folder of the operating system itself, or everything in one.</summary>
    SystemTop = 1 << 3,

    /// <summary>A home directory itself, or everything in it.</summary>
    Home = 1 << 4,

    /// <summary>Below a home directory, outside the workspace.</summary>
    InHome = 1 << 5,

    /// <summary>The workspace's own root, or everything in it.</summary>
    Workspace = 1 << 6,

    /// <summary>Below the workspace.</summary>
    InWorkspace = 1 << 7,

    /// <summary>A folder that holds the workspace.</summary>
    AboveWorkspace = 1 << 8,

    /// <summary>Below a folder for temporary files.</summary>
    Temporary = 1 << 9,

    /// <summary>A block device or memory.</summary>
    Disk = 1 << 10,

    /// <summary>A file of credentials: private keys, tokens, cloud and package registries.</summary>
    Credentials = 1 << 11,

    /// <summary>A file of a project's secrets: <c>.env</c> and its like.</summary>
    ProjectSecrets = 1 << 12,

    /// <summary>A file that makes something run again later.</summary>
    Startup = 1 << 13,

    /// <summary>The inside of a git repository's <c>.git</c>.</summary>
    GitDirectory = 1 << 14,

    /// <summary>Git hooks.</summary>
    GitHooks = 1 << 15,

    /// <summary>Sallyport's or Codex's own files.</summary>
    Guard = 1 << 16,

    /// <summary>Something that is rebuilt at will: <c>node_modules</c>, <c>dist</c>, <c>target</c> …</summary>
    Rebuilt = 1 << 17,

    /// <summary>Accounts, sudo rules and other files that decide who may do what.</summary>
    Accounts = 1 << 18,

    /// <summary>A log of the system.</summary>
    Log = 1 << 19,

    /// <summary>Leaves the workspace by <c>..</c> or an unknown part followed by nothing that limits it.</summary>
    Unbounded = 1 << 20,

    /// <summary>Outside workspace, home and temporary folders.</summary>
    Outside = 1 << 21,

    /// <summary>The settings, hooks or guard of another agent.</summary>
    OtherGuard = 1 << 22,
}
