using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Where a Windows path lies.</summary>
internal static class WindowsPlaces
{
    public static Place Of(string path, bool known, ObservedFacts facts)
    {
        path = path.Replace('\\', '/');
        var place = PathNames.Of(path, facts) | (known ? 0 : Place.Unknown);
        var lower = path.ToLowerInvariant();
        if (lower.EndsWith("/*", StringComparison.Ordinal)) lower = lower[..^2];
        if (lower.Length is 2 or 3 && lower[1] == ':' || lower is "/" or "\\") return place | Place.Root | Place.System | Place.SystemTop | Place.Outside;
        var workspace = facts.Workspace.Replace('\\', '/').ToLowerInvariant();
        if (lower == workspace) return place | Place.Workspace;
        if (PathText.IsBelow(lower, workspace)) return place | Place.InWorkspace;
        if (PathText.IsBelow(workspace, lower)) place |= Place.AboveWorkspace;
        if (lower.Contains("/temp/", StringComparison.Ordinal) || lower.EndsWith("/temp", StringComparison.Ordinal)
            || lower.StartsWith("$env:temp", StringComparison.Ordinal) || lower.StartsWith("%temp%", StringComparison.Ordinal)) return place | Place.Temporary;
        var rest = lower.Length > 2 && lower[1] == ':' ? lower[2..] : lower;
        if (rest == facts.Home?.ToLowerInvariant() || (rest.StartsWith("/users/", StringComparison.Ordinal) && rest.IndexOf('/', 7) < 0)) return place | Place.Home;
        if (rest is "/users" or "/windows" or "/program files" or "/program files (x86)" or "/programdata" or "/windows/system32" or "/boot"
            || lower is "$env:systemroot" or "%systemroot%" or "%windir%") return place | Place.System | Place.SystemTop | Place.Outside;
        if (rest.StartsWith("/windows/", StringComparison.Ordinal) || rest.StartsWith("/program files", StringComparison.Ordinal)
            || rest.StartsWith("/programdata/", StringComparison.Ordinal)) return place | Place.System | Place.Outside;
        if (rest.StartsWith("/users/", StringComparison.Ordinal)) return place | Place.InHome;
        return place | (known ? Place.Outside : Place.None);
    }
}
