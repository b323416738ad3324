using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Tells where a path lies.</summary>
internal static class Places
{
    private static readonly string[] Top =
    [
        "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/opt", "/proc", "/root", "/run", "/sbin", "/srv", "/sys", "/usr", "/var", "/home", "/mnt", "/media", "/snap", "/nix",
        "/System", "/Library", "/Applications", "/Users", "/Volumes", "/private", "/cores",
    ];

    /// <summary>Where <paramref name="path"/> lies.</summary>
    /// <param name="path">The path, absolute where its directory is known.</param>
    /// <param name="target">The target it is the path of: whether all of it is known, and whether stars and brackets in it are a pattern.</param>
    /// <param name="remote">It is a path of another machine.</param>
    /// <param name="facts">What was observed.</param>
    public static Place Of(string path, Target target, bool remote, ObservedFacts facts)
    {
        if (facts.Windows || (path.Length > 1 && path[1] == ':')) return WindowsPlaces.Of(path, target.Known, facts);
        // In a folder that is not known, .git is what it is in any other.
        var place = PathNames.Of(!target.Known && path.Length > 0 && (path[0] == '.' || char.IsAsciiLetterOrDigit(path[0])) ? "?/" + path : path, facts);
        // ~ann/x: whose home it is is known, where it lies is not.
        if (path.Length > 1 && path[0] == '~' && char.IsAsciiLetter(path[1])) return place | (path.Contains('/', StringComparison.Ordinal) ? Place.InHome : Place.Home);
        // A key, a repository's own folder or a startup file is no less for lying in a folder that is not known.
        if (!target.Known && target.Bounded && (place & (Place.Credentials | Place.GitDirectory | Place.Startup)) == 0) return place | Place.Unknown;
        if (!target.Known) return place | Unknown(path) | (EmptyLeaves(path) is { } folder ? Whole(Lies(folder, facts, remote)) : Place.None);
        if (!path.StartsWith('/')) return place | (path is "." or "" or "*" || path.StartsWith("..", StringComparison.Ordinal) ? Place.Unknown | Place.Unbounded : Place.Unknown);
        // Everything in a folder is the folder.
        var all = target.Glob ? Contents(path) : null;
        place |= Lies(all ?? path, facts, remote);
        if (target.Glob && all is null && path.AsSpan().IndexOfAny('*', '?', '[') >= 0) place |= Matched(path, facts, remote);
        return place;
    }

    private static string? Contents(string path)
    {
        var slash = path.LastIndexOf('/');
        return path.AsSpan(slash + 1) is "*" or ".*" or "**" or "{*,.*}" or "*.*" or "?*" or "[!.]*" or ".[!.]*" or ".[^.]*" or ".??*" or "{*,.[!.]*}" ? (slash == 0 ? "/" : path[..slash]) : null;
    }

    private static Place Lies(string path, ObservedFacts facts, bool remote)
    {
        if (path == "/") return Place.Root | Place.SystemTop | Place.System | Place.Outside;
        if (IsTemporary(path) && !(IsOwnHome(path, facts) && !remote)) return Place.Temporary | (remote ? 0 : Around(path, facts));
        if (!remote)
        {
            if (path == facts.Workspace) return Place.Workspace;
            if (PathText.IsBelow(path, facts.Workspace)) return Place.InWorkspace;
        }
        var place = Place.None;
        if (!remote && PathText.IsBelow(facts.Workspace, path)) place |= Place.AboveWorkspace;
        if (IsHome(path, facts)) return place | Place.Home;
        foreach (var top in Top)
        {
            if (path == top) return place | Place.SystemTop | Place.System | Place.Outside | (IsDisk(path) ? Place.Disk : 0);
            if (!PathText.IsBelow(path, top)) continue;
            if (top is "/home" or "/Users" || (facts.Home is { } home && PathText.IsBelow(path, home))) return place | Place.InHome;
            if (top == "/root") return place | Place.InHome | Place.Outside;
            if (top is "/mnt" or "/media" or "/Volumes" or "/srv" or "/opt") return place | Place.Outside;
            place |= Place.System | Place.Outside;
            if (IsDisk(path)) place |= Place.Disk;
            if (PathText.IsBelow(path, "/var/log")) place |= Place.Log;
            // The second level of /usr and /var is as good as a top-level folder.
            if (path.AsSpan().Count('/') == 2 && top is "/usr" or "/var" or "/private" or "/System" or "/Library") place |= Place.SystemTop;
            return place;
        }
        if (facts.Home is { } own && PathText.IsBelow(path, own)) return place | Place.InHome;
        return place | Place.Outside;
    }

    // A workspace may lie in a folder for temporary files: what deletes it there deletes it.
    private static Place Around(string path, ObservedFacts facts) =>
        path == facts.Workspace ? Place.Workspace : PathText.IsBelow(facts.Workspace, path) ? Place.AboveWorkspace : Place.None;

    // And so may a home; a home that is /tmp itself makes nothing there worth keeping.
    private static bool IsOwnHome(string path, ObservedFacts facts) =>
        facts.Home is { } home and not ("/tmp" or "/var/tmp" or "/private/tmp" or "/dev/shm") && (path == home || PathText.IsBelow(path, home));

    private static bool IsHome(string path, ObservedFacts facts)
    {
        if (path == facts.Home || path == "/root") return true;
        foreach (var homes in (ReadOnlySpan<string>)["/home", "/Users"])
            if (PathText.IsBelow(path, homes) && path.IndexOf('/', homes.Length + 1) < 0) return true;
        return false;
    }

    public static bool IsTemporary(string path) =>
        PathText.IsBelow(path, "/tmp") || PathText.IsBelow(path, "/var/tmp") || PathText.IsBelow(path, "/private/tmp")
            || PathText.IsBelow(path, "/var/folders") || PathText.IsBelow(path, "/private/var/folders")
        || PathText.IsBelow(path, "/dev/shm") || path is "/tmp" or "/var/tmp"
        || path is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/tty" or "/dev/zero" or "/dev/full" || PathText.IsBelow(path, "/dev/fd");

    /// <summary>True for a disk or partition under a name that only stands for one: <c>/dev/sdX</c>, <c>/dev/sdX1</c>, <c>/dev/nvmeXn1p1</c>.</summary>
    public static bool IsDiskOfManuals(string path)
    {
        if (!path.StartsWith("/dev/", StringComparison.Ordinal)) return false;
        foreach (var kind in (ReadOnlySpan<string>)["sdX", "hdX", "vdX", "xvdX", "nvmeX", "mmcblkX", "diskX"])
            if (path.AsSpan(5).StartsWith(kind)) return path.AsSpan(5 + kind.Length) is "" or "Y" or "1" or "2" or "3" or "n1" or "n1p1" or "p1" or "s1";
        return false;
    }

    public static bool IsDisk(string path)
    {
        if (!path.StartsWith("/dev/", StringComparison.Ordinal)) return path is "/proc/sysrq-trigger" or "/dev/mem" or "/dev/kmem" or "/proc/kcore" || IsProcessMemory(path);
        var name = path.AsSpan(5);
        if (name.StartsWith("r")) name = name[1..];
        return name.StartsWith("sd") || name.StartsWith("hd") || name.StartsWith("vd") || name.StartsWith("xvd") || name.StartsWith("nvme") || name.StartsWith("mmcblk") || name.StartsWith("disk")
            || name.StartsWith("dm-") || name.StartsWith("md") || name.StartsWith("mapper/") || name.StartsWith("loop") || name.StartsWith("pmem") || name.StartsWith("block/")
            || name.StartsWith("nbd") || name.StartsWith("mem") || name.StartsWith("kmem") || name.StartsWith("port");
    }

    /// <summary>The memory of a process, or of one of its threads: writing there changes what it does, past every other check.</summary>
    public static bool IsProcessMemory(string path) => path.StartsWith("/proc/", StringComparison.Ordinal) && path.EndsWith("/mem", StringComparison.Ordinal) && path.Length > 10;

    // A pattern stands for what it may match: /et? is /etc, /home/*/x is everybody's.
    private static Place Matched(string pattern, ObservedFacts facts, bool remote)
    {
        var place = Place.None;
        foreach (var top in Top)
            if (PathPattern.Matches(pattern, top)) place |= Lies(top, facts, remote);
        if (facts.Home is { } home && PathPattern.Matches(pattern, home)) place |= Place.Home;
        if (!remote && PathPattern.Matches(pattern, facts.Workspace)) place |= Place.Workspace;
        return place;
    }

    // ~/$NAME is ~/ where nobody set the name.
    public static string? EmptyLeaves(string text)
    {
        var at = text is ['/', ..] or [_, ':', '/', ..] ? text.IndexOfAny(['$', '`', '<', '%', '?']) : -1;
        if (at < 2 || text[at - 1] != '/') return null;
        // What a command prints ends with the command, whatever slashes are in it.
        var end = text[at] == '`' ? text.LastIndexOf('`') : text.AsSpan(at).StartsWith("$(") ? Math.Max(at, text.LastIndexOf(')')) : at;
        var rest = text.IndexOf('/', end);
        return rest < 0 || text.AsSpan(rest) is "/" or "/*" ? text[..(at - 1)] : null;
    }

    /// <summary>A folder that is a home, the root or the system's is as good as anything.</summary>
    public static Place Whole(Place folder) => (folder & (Place.Home | Place.Root | Place.SystemTop)) != 0 ? Place.Unbounded : Place.None;

    // With an unknown part, the question is what it would be if that part were empty, or a way out.
    public static Place Unknown(string text)
    {
        var end = text.TrimEnd('/', '*', '.');
        var bounded = end.Length > 0 && text.StartsWith('/') && text.IndexOfAny(['$', '`', '<', '%', '?']) is var at and > 1 && text.AsSpan(0, at).Count('/') > 1;
        if (bounded) return Place.Unknown | Lies(PathText.Normalize(text[..text.LastIndexOf('/', text.IndexOfAny(['$', '`', '<', '%', '?']))]), NoWorkspace, true) & Place.System;
        var slash = text.LastIndexOf('/');
        // A slash of a command whose output stands there says nothing of the path.
        if (slash > 0 && text.AsSpan(slash).IndexOfAny(')', '`') >= 0 && text.AsSpan(0, slash).IndexOfAny("(`") >= 0) slash = -1;
        var named = slash > 0 && slash + 1 < text.Length && text.AsSpan(slash + 1).IndexOfAny("*$`<%") < 0 && text.AsSpan(slash + 1) is not (".." or ".");
        return named && !(text[0] is '$' && text.IndexOf('/') == slash && PathOutline.IsVital(text.AsSpan(slash + 1))) ? Place.Unknown : Place.Unknown | Place.Unbounded;
    }

    private static readonly ObservedFacts NoWorkspace = new() { Cwd = "/", Workspace = "\0" };
}
