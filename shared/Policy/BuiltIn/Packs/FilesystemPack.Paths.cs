using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

internal static partial class FilesystemPack
{
    // HEAD, references, objects and settings: what is in them is git's to write.
    private static bool GitStore(Subject s)
    {
        if (!s.Is(Place.GitDirectory) || s.Is(Place.GitHooks | Place.Temporary) || s.Remote) return false;
        var at = s.Path.IndexOf("/.git/", StringComparison.Ordinal);
        if (at < 0) return s.Path.EndsWith("/.git", StringComparison.Ordinal) && s.Effect.Kind == EffectKind.Truncate;
        var part = s.Path.AsSpan(at + 6);
        var slash = part.IndexOf('/');
        return (slash < 0 ? part : part[..slash]) is "refs" or "objects" or "HEAD" or "config" or "packed-refs" or "logs" or "worktrees" or "modules";
    }

    // Git makes and clears the rest itself while it merges and rebases.
    private static bool GitPart(string path)
    {
        var at = path.IndexOf("/.git/", StringComparison.Ordinal);
        var part = path.AsSpan(at + 6);
        var slash = part.IndexOf('/');
        return (slash < 0 ? part : part[..slash]) is "refs" or "objects" or "HEAD" or "config" or "index" or "packed-refs" or "logs" or "worktrees" or "modules" or "hooks" or "info" or "lfs" or "*";
    }

    // What servers keep under /var/lib is the data they are there for.
    private static bool ServerData(string path)
    {
        foreach (var server in (ReadOnlySpan<string>)["mysql", "postgresql", "pgsql", "mongodb", "mongo", "redis", "grafana", "docker", "rabbitmq", "elasticsearch", "opensearch", "prometheus", "influxdb",
            "kafka", "etcd", "jenkins", "cassandra", "clickhouse", "neo4j", "gitlab", "vault", "consul", "mariadb", "zookeeper", "rancher", "kubelet"])
            if (path.AsSpan(1).StartsWith("var/lib/") && path.AsSpan(9).StartsWith(server) && path.Length > 9 + server.Length && path[9 + server.Length] == '/'
                && !path.EndsWith(".pid", StringComparison.Ordinal) && !path.EndsWith(".lock", StringComparison.Ordinal)) return true;
        return false;
    }

    // find ~ -name '*.bak' | xargs rm: what it finds may lie anywhere in the home; what is rebuilt at will is no loss wherever it lies.
    private static bool SearchedWhole(Subject s)
    {
        var at = s.Path.IndexOf("<found>", StringComparison.Ordinal);
        var (folder, found) = (s.Path[..at].TrimEnd('/'), s.Path[(s.Path.LastIndexOf('/') + 1)..]);
        if (folder.Length == 0) folder = s.Path[0] == '/' ? "/" : ".";
        if (folder == ".") folder = s.Effect.By?.Cwd ?? "";
        return (Shell.Commands.PathText.IsAbsolute(folder, s.Facts.Windows) || (s.Facts.Windows && folder is ['$' or '%' or '~', ..])) && !PathNames.IsRebuiltFolder(found) && found is not (".DS_Store" or "Thumbs.db")
            && (Places.Of(folder, new Target(TargetKind.Path, folder, folder[0] is not ('$' or '%')), false, s.Facts) & (Place.Root | Place.SystemTop | Place.Home)) != 0;
    }

    private static bool InWorkspace(Subject s) => s.Path.StartsWith(s.Facts.Workspace + "/", StringComparison.Ordinal) || s.Path.StartsWith("/tmp/", StringComparison.Ordinal) || s.Path.StartsWith("/var/tmp/", StringComparison.Ordinal);

    // ~/Documents/*: a folder that stands in the home itself, and is no hidden one.
    private static bool OwnFolder(Subject s)
    {
        if (!s.Is(Place.InHome) || s.Is(Place.Rebuilt | Place.Temporary)) return false;
        var folder = s.Path.AsSpan(0, s.Path.Length - 2);
        var name = folder[(folder.LastIndexOf('/') + 1)..];
        return name.Length > 0 && name[0] != '.' && s.Facts.Home is { } home && folder[..^(name.Length + 1)].SequenceEqual(home);
    }

    private static bool Trail(string path) =>
        (path.EndsWith("_history", StringComparison.Ordinal) && (path.StartsWith("/home/", StringComparison.Ordinal)
            || path.StartsWith("/root/", StringComparison.Ordinal) || path.StartsWith("/Users/", StringComparison.Ordinal))
            && path.AsSpan().Count('/') == (path.StartsWith("/root/", StringComparison.Ordinal) ? 2 : 3))
        || path is "/var/log/wtmp" or "/var/log/btmp" or "/var/log/lastlog" or "/var/log/auth.log" or "/var/log/secure" or "/var/run/utmp"
        || path.StartsWith("/var/log/audit/", StringComparison.Ordinal);

    private static bool SystemCode(string path)
    {
        if (path is [_, ':', ..])
            return path.AsSpan(2).StartsWith("/windows/", StringComparison.OrdinalIgnoreCase) || path.AsSpan(2).StartsWith("/program files", StringComparison.OrdinalIgnoreCase);
        foreach (var folder in (ReadOnlySpan<string>)["/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/lib/", "/lib64/", "/boot/"])
            if (path.StartsWith(folder, StringComparison.Ordinal) || path == folder[..^1]) return true;
        return false;
    }
}
