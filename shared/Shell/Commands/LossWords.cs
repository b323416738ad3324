namespace Sallyport.Shell.Commands;

/// <summary>Which words of a command line that nobody listed mean that something is lost, alone or said of something that people keep.</summary>
internal static class LossWords
{
    /// <summary>True where <paramref name="word"/>, between <paramref name="noun"/> and <paramref name="next"/>, takes away what is missed.</summary>
    public static bool Loses(string word, string noun, string? next)
    {
        if (Verbs.Destroys(word)) return true;
        // bucket-flush, drop_table, database:reset: verb and noun in one word; bucket rm and rm bucket in two.
        var (verb, undone) = (false, false);
        var kept = IsKept(Last(noun)) || (next is not null && (IsKept(next) || next.Contains("://", StringComparison.Ordinal)));
        var rebuilt = IsSchema(Last(noun));
        foreach (var range in word.AsSpan().SplitAny('-', '_', ':', '.'))
        {
            var part = word.AsSpan()[range];
            if (Verbs.IsLoss(part) || IsGrown(part)) return true;
            verb |= IsTaking(part);
            undone |= IsUndoing(part);
            kept |= IsKept(part);
            rebuilt |= IsSchema(part);
        }
        return (verb && kept) || (undone && rebuilt) || word is "factory-reset";
    }

    /// <summary>True for an option that is the order itself: <c>--destroy</c>, <c>--eraseall</c>.</summary>
    public static bool IsOption(ReadOnlySpan<char> option)
    {
        option = option.TrimStart('-');
        if (option.IndexOf('=') is > 0 and var equals) option = option[..equals];
        return option is "destroy" or "destroy-all" or "delete-all" or "delete-untagged" or "wipe" or "wipe-all" or "wipedata" or "erase-all" or "eraseall" or "chiperase" or "nuke" or "cleanAll" or "purge-all" or "remove-all" or "drop-all" or "uninstall-all" or "factory-reset";
    }

    // deluser, rmvm, userdel; DeleteTable and removeUser.
    private static bool IsGrown(ReadOnlySpan<char> part)
    {
        if (part.Length < 4) return false;
        if (part.EndsWith("del")) return IsKept(part[..^3]);
        if ((part[0] | 0x20) is not ('d' or 'p' or 't' or 'r' or 'w' or 'e')) return false;
        foreach (var verb in (ReadOnlySpan<string>)["delete", "destroy", "purge", "terminate", "revoke", "wipe", "erase"])
            if (part.Length > verb.Length && part.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetterUpper(part[verb.Length])) return true;
        foreach (var verb in (ReadOnlySpan<string>)["remove", "drop", "del", "rm"])
            if (part.Length > verb.Length + 1 && part.StartsWith(verb, StringComparison.OrdinalIgnoreCase) && Lower(part[verb.Length..]) is { } rest && IsKept(rest)) return true;
        return false;
    }

    private static string? Lower(ReadOnlySpan<char> text) => text.Length > 16 ? null : text.ToString().ToLowerInvariant();

    /// <summary>True where <paramref name="word"/> takes something away, though perhaps nothing that is missed.</summary>
    public static bool MayLose(string word)
    {
        if (Verbs.Kind(word) == VerbKind.TakesAway) return true;
        foreach (var range in word.AsSpan().SplitAny('-', '_', ':'))
            if (word.AsSpan()[range] is "reset" or "rollback" or "prune" or "abandon" or "truncate" or "empty" or "overwrite" or "discard" or "evict" or "expunge" or "kill" or "gc" or "down" or "failover"
                or "reinit" or "reinstall" or "undeploy" or "cancel" or "archive" or "void" or "refund" or "drain" or "deactivate" or "disable") return true;
        return false;
    }

    /// <summary>True for a schema made anew, and so dropped first: <c>schema:fresh</c>, <c>migrate:refresh</c>.</summary>
    public static bool MakesAnew(string word) => Both(word, undo: true);

    /// <summary>True for migrations taken back: <c>migrate:down</c>, <c>ecto.rollback</c>.</summary>
    public static bool TakesBack(string word) => word is "down" or "rollback" or "revert" || Both(word, undo: false);

    private static bool Both(string word, bool undo)
    {
        var (verb, schema) = (false, false);
        foreach (var range in word.AsSpan().SplitAny('-', '_', ':', '.'))
        {
            var part = word.AsSpan()[range];
            verb |= undo ? IsUndoing(part) : part is "down" or "rollback" or "revert" or "undo";
            schema |= IsSchema(part) || part is "ecto";
        }
        return verb && schema;
    }

    /// <summary>True for what is kept only to be quick, and made again.</summary>
    public static bool IsTrivial(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny('-', '_', ':', '.'))
            if (word[range] is "cache" or "caches" or "cached" or "unused" or "stale" or "orphan" or "orphans" or "orphaned" or "derived" or "deriveddata" or "plugin" or "plugins" or "kernelspec" or "kernelspecs") return true;
        return word is "watch-del" or "watch-del-all";
    }

    /// <summary>True for the name of what others would miss, alone or as a part of a name.</summary>
    public static bool IsKeptName(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny('-', '_', ':', '.', '/'))
            if (IsKept(word[range])) return true;
        return false;
    }

    private static ReadOnlySpan<char> Last(string noun) => noun.AsSpan(noun.AsSpan().LastIndexOfAny('-', '_', ':') + 1);

    private static bool IsTaking(ReadOnlySpan<char> part) => part is "rm" or "remove" or "drop" or "del" or "truncate" or "flush" or "empty" or "clear" or "expunge" or "release" or "kill" or "unset" or "deactivate";

    // What makes a schema anew drops it first.
    private static bool IsUndoing(ReadOnlySpan<char> part) => part is "fresh" or "refresh" or "reset" or "drop" or "wipe" or "recreate" or "zero";

    private static bool IsSchema(ReadOnlySpan<char> part) => part is "db" or "database" or "migrate" or "migration" or "migrations" or "schema";

    // What others use, and what nobody has twice; one of it or several.
    private static bool IsKept(ReadOnlySpan<char> part)
    {
        if (part.EndsWith("indices")) return true;
        if (part.Length > 3 && part[^1] == 's' && part is not "dns") part = part[..^1];
        return part is "db" or "dbs" or "database" or "schema" or "table" or "collection" or "keyspace" or "bucket" or "object" or "volume" or "disk" or "pool" or "snapshot" or "backup" or "index"
            or "repo" or "repository" or "repositorie" or "dataset" or "topic" or "queue" or "stream" or "vhost" or "cluster" or "instance" or "server" or "vm" or "vms" or "machine" or "droplet" or "project"
            or "org" or "organization" or "organisation" or "tenant" or "account" or "user" or "customer" or "secret" or "certificate" or "cert" or "domain" or "zone" or "record" or "namespace"
            or "stack" or "deployment" or "storage" or "partition" or "row" or "data" or "all" or "loadbalancer" or "firewall" or "vpc" or "member" or "pod" or "ip" or "host" or "system" or "acct" or "serie" or "backend" or "node" or "peer" or "realm" or "graph" or "registry" or "datastore" or "site";
    }
}
