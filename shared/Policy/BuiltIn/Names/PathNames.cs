using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Names;

/// <summary>What a path is by its name, wherever it lies.</summary>
internal static class PathNames
{
    private static readonly string[] GuardEndings = ["/.codex/hooks.json", "/.codex/config.toml", "/.codex/requirements.toml", "/.codex", "/.codex/hooks"];

    public static Place Of(string path, ObservedFacts facts)
    {
        var name = PathText.Name(path);
        var place = SecretFiles.Of(path, name);
        if (StartupFiles.Has(path, name)) place |= Place.Startup;
        if (path.Contains("/.git/hooks", StringComparison.Ordinal) || path.Contains("/.husky/", StringComparison.Ordinal)) place |= Place.GitHooks;
        if (name == ".git" || path.Contains("/.git/", StringComparison.Ordinal)) place |= Place.GitDirectory;
        if (PathText.IsBelow(path, facts.Workspace) && IsRebuilt(path[facts.Workspace.Length..])) place |= Place.Rebuilt;
        else if (CacheFolders.Holds(path, facts)) place |= Place.Rebuilt;
        if (IsGuard(path, facts)) place |= Place.Guard;
        else if (OtherAgents.Owns(path, name)) place |= Place.OtherGuard;
        if (DecidesWhoMay(path)) place |= Place.Accounts;
        return place;
    }

    private static bool DecidesWhoMay(string path) =>
        path is "/etc/passwd" or "/etc/shadow" or "/etc/sudoers" or "/etc/gshadow" or "/etc/group" or "/etc/master.passwd"
            or "/etc/selinux/config" or "/etc/sysconfig/selinux" or "/etc/security/access.conf" or "/etc/ssh/sshd_config" or "/etc/hosts" or "/etc/ld.so.preload"
        || path.StartsWith("/etc/audit/", StringComparison.Ordinal)
        || path.StartsWith("/etc/sudoers.d", StringComparison.Ordinal)
        || path.StartsWith("/etc/pam.d", StringComparison.Ordinal);

    private static bool IsRebuilt(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
            if (IsRebuiltFolder(path.AsSpan()[range])) return true;
        return false;
    }

    public static bool IsRebuiltFolder(ReadOnlySpan<char> name) => name is
        "node_modules" or "dist" or "build" or "out" or "target" or "bin" or "obj" or "coverage" or "__pycache__" or ".cache" or ".pytest_cache"
        or ".mypy_cache" or ".ruff_cache" or ".next" or ".nuxt" or ".turbo" or ".parcel-cache" or ".venv" or "venv" or ".tox" or "tmp" or "temp"
        or ".tmp" or "vendor" or ".gradle" or "Debug" or "Release" or "artifacts" or ".terraform" or "logs" or "log" or "site-packages" or ".eggs"
        or "DerivedData" or "Pods" or "cache" or "_build" or "_site" or "htmlcov" or ".nyc_output" or ".svelte-kit" or ".dart_tool" or ".hypothesis" or ".stack-work" or "dist-newstyle"
        or "zig-out" or "zig-cache" or ".zig-cache" or "elm-stuff" or "_opam" or ".output" or ".angular" or ".expo" or ".docusaurus" or "storybook-static" or "cmake-build-debug" or "cmake-build-release";

    private static bool IsGuard(string path, ObservedFacts facts)
    {
        if (facts.DataDirectory is { } data && (path == data || PathText.IsBelow(path, data))) return true;
        foreach (var own in facts.GuardPaths)
            if (path == own || PathText.IsBelow(path, own)) return true;
        return path is "/etc/codex/requirements.toml" or "/etc/codex" or "/etc/sallyport"
            || PathText.IsBelow(path, "/etc/sallyport")
            || path.Contains("/.codex/sallyport", StringComparison.Ordinal)
            || path.Contains("/.codex/hooks/", StringComparison.Ordinal)
            || NameLists.Ends(path, GuardEndings);
    }
}
