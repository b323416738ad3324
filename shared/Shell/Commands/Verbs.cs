namespace Sallyport.Shell.Commands;

/// <summary>What a verb of a service's client does to the thing it names.</summary>
internal enum VerbKind : byte
{
    /// <summary>No verb that is known: a noun, a name, a value.</summary>
    None,

    /// <summary>It reads, creates or changes.</summary>
    Harmless,

    /// <summary>It deletes, destroys, revokes.</summary>
    TakesAway,
}

/// <summary>Reads verbs as command-line clients spell them: <c>delete</c>, <c>delete-queue</c>, <c>delete_vhost</c>, <c>apps:delete</c>.</summary>
internal static class Verbs
{
    public static VerbKind Kind(string word)
    {
        var stem = word.AsSpan();
        var colon = stem.LastIndexOf(':');
        if (colon >= 0) stem = stem[(colon + 1)..];
        if (Plain(stem) is var kind and not VerbKind.None) return kind;
        // A label taken off something leaves the thing as it is.
        if (stem is "remove-labels" or "delete-labels" or "delete-tags" or "untag-resource" or "untag-resources" or "remove-label" || stem.StartsWith("remove-tags-from-")) return VerbKind.Harmless;
        var joint = stem.IndexOfAny('-', '_');
        if (joint <= 0) return Humped(stem);
        // service-instance-delete ends in its verb, batch-delete-image has it in the middle.
        if (stem.Contains("-delete-", StringComparison.Ordinal) || Plain(stem[(stem.LastIndexOfAny('-', '_') + 1)..]) == VerbKind.TakesAway) return VerbKind.TakesAway;
        return Plain(stem[..joint]);
    }

    /// <summary>True for a verb that means loss in any tool's grammar, so that a tool nobody listed is understood by it.</summary>
    public static bool Destroys(ReadOnlySpan<char> word)
    {
        var colon = word.LastIndexOf(':');
        if (colon >= 0) word = word[(colon + 1)..];
        var joint = word.IndexOfAny('-', '_');
        if (joint > 0) word = word[..joint];
        return IsLoss(word);
    }

    /// <summary>True for such a verb alone, or grown together with what it is said of: <c>deletetable</c>, <c>eraseall</c>.</summary>
    public static bool IsLoss(ReadOnlySpan<char> part)
    {
        if (part is "delete" or "destroy" or "purge" or "terminate" or "wipe" or "erase" or "nuke" or "obliterate" or "cleanse" or "decommission"
            or "deprovision" or "deregister" or "teardown" or "revoke" or "assassinate" or "eradicate" or "factoryreset" or "rmr" or "yank") return true;
        foreach (var verb in (ReadOnlySpan<string>)["delete", "destroy", "purge", "erase", "wipe", "truncate", "flush"])
            if (part.StartsWith(verb) && part[verb.Length..] is "all" or "table" or "tables" or "db" or "database" or "bucket" or "index" or "allrows" or "rows" or "user" or "vm" or "disk" or "data" or "chip") return true;
        return false;
    }

    // DeleteInstance, deleteSite.
    private static VerbKind Humped(ReadOnlySpan<char> word)
    {
        var hump = 1;
        while (hump < word.Length && !char.IsAsciiLetterUpper(word[hump])) hump++;
        if (hump is < 3 or > 12 || hump >= word.Length - 1) return VerbKind.None;
        Span<char> verb = stackalloc char[12];
        word[..hump].ToLowerInvariant(verb);
        return Plain(verb[..hump]);
    }

    private static VerbKind Plain(ReadOnlySpan<char> word) => word switch
    {
        "delete" or "del" or "destroy" or "remove" or "rm" or "rb" or "purge" or "drop" or "erase" or "wipe" or "terminate" or "revoke" or "deregister"
            or "unregister" or "unsubscribe" or "unset" or "clear" or "undelegate" or "decommission" or "flush" or "flushall" or "rmi" or "deprovision"
            or "uninstall" or "untag" or "nuke" or "teardown" or "eradicate" or "obliterate" => VerbKind.TakesAway,
        "get" or "list" or "ls" or "show" or "view" or "describe" or "info" or "status" or "create" or "add" or "set" or "update" or "edit" or "put" or "apply" or "read"
            or "cat" or "cp" or "copy" or "upload" or "download" or "search" or "find" or "log" or "logs" or "login" or "logout" or "version" or "diff" or "validate"
            or "check" or "export" or "import" or "inspect" or "deploy" or "rename" or "run" or "stat" or "du" or "tail" or "open" or "clone" or "checkout" or "enable" or "config"
            or "init" or "test" or "lookup" or "write" or "inject" or "watch" or "pull" or "head" or "tree" or "mv" or "move" or "restore" or "comment"
            or "merge" or "ping" or "retry" => VerbKind.Harmless,
        _ => VerbKind.None,
    };
}
