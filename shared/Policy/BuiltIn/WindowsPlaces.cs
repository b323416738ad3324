using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Where a Windows path lies.</summary>
internal static class WindowsPlaces
{
    public static Place Of(string path, bool known, ObservedFacts facts)
    {
        var named = Named(path.Replace('\\', '/'), facts);
        // Nothing is unknown any more where the variable was all that was.
        known |= named != path && !named.AsSpan().ContainsAny('$', '%');
        path = named;
        var place = PathNames.Of(path, facts) | (known ? 0 : Place.Unknown);
        if (!known && Places.EmptyLeaves(path) is { Length: > 2 } folder) place |= Places.Whole(Of(folder, true, facts));
        var lower = path.ToLowerInvariant();
        if (lower.EndsWith("/*", StringComparison.Ordinal)) lower = lower[..^2];
        else if (lower.EndsWith("/*.*", StringComparison.Ordinal)) lower = lower[..^4];
        if (lower.Length is 2 or 3 && lower[1] == ':' || lower is "/" or "\\") return place | Place.Root | Place.System | Place.SystemTop | Place.Outside;
        var workspace = facts.Workspace.Replace('\\', '/').ToLowerInvariant();
        if (lower == workspace) return place | Place.Workspace;
        if (PathText.IsBelow(lower, workspace)) return place | Place.InWorkspace;
        if (PathText.IsBelow(workspace, lower)) place |= Place.AboveWorkspace;
        if (lower.Contains("/temp/", StringComparison.Ordinal) || lower.EndsWith("/temp", StringComparison.Ordinal)) return place | Place.Temporary;
        var rest = lower.Length > 2 && lower[1] == ':' ? lower[2..] : lower;
        var home = facts.Home?.Replace('\\', '/').ToLowerInvariant() ?? "";
        if (home.Length > 0 && (lower == home || rest == home) || (rest.StartsWith("/users/", StringComparison.Ordinal) && rest.IndexOf('/', 7) < 0)) return place | Place.Home;
        if (rest is "/users" or "/windows" or "/program files" or "/program files (x86)" or "/programdata" or "/windows/system32" or "/boot") return place | Place.System | Place.SystemTop | Place.Outside;
        if (rest.StartsWith("/windows/", StringComparison.Ordinal) || rest.StartsWith("/program files", StringComparison.Ordinal)
            || rest.StartsWith("/programdata/", StringComparison.Ordinal)) return place | Place.System | Place.Outside;
        if (rest.StartsWith("/users/", StringComparison.Ordinal) || PathText.IsBelow(lower, home)) return place | Place.InHome;
        return place | (known ? Place.Outside : Places.Unknown(path));
    }

    // What Windows calls these folders unless somebody moved them.
    private static string Named(string path, ObservedFacts facts)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var first = (slash < 0 ? path : path[..slash]).ToLowerInvariant();
        var name = first is ['$', ..] ? first[1..] : first is ['%', .., '%'] ? first[1..^1] : first == "~" ? "home" : "";
        if (name.StartsWith("env:", StringComparison.Ordinal)) name = name[4..];
        var home = facts.Home?.Replace('\\', '/') ?? "c:/users/owner";
        var folder = name switch
        {
            "userprofile" or "home" or "homepath" => home,
            "appdata" => home + "/appdata/roaming",
            "localappdata" => home + "/appdata/local",
            "temp" or "tmp" => home + "/appdata/local/temp",
            "systemdrive" or "homedrive" => "c:",
            "systemroot" or "windir" => "c:/windows",
            "programfiles" or "programfiles(x86)" or "programw6432" => "c:/program files",
            "programdata" or "allusersprofile" => "c:/programdata",
            "public" => "c:/users/public",
            _ => null,
        };
        return folder is null ? path : slash < 0 ? folder : folder + path[slash..];
    }
}
