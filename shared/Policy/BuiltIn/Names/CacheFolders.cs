using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Names;

/// <summary>What package managers and build tools keep outside the workspace and fetch or build again when it is gone.</summary>
internal static class CacheFolders
{
    // Of these what lies in them: they are everybody's, and one program's part is no other's.
    private static readonly string[] Shared = ["/.cache", "/Library/Caches"];

    private static readonly string[] Whole =
    [
        "/.npm/_cacache", "/.npm/_npx", "/.npm/_logs", "/.yarn/cache", "/.yarn/berry/cache", "/.bun/install/cache", "/.pnpm-store", "/.local/share/pnpm/store", "/.gradle/caches", "/.gradle/daemon", "/.m2/repository",
        "/.ivy2/cache", "/.cargo/registry", "/.cargo/git", "/go/pkg/mod", "/.nuget/packages", "/.local/share/NuGet/http-cache", "/.pub-cache", "/.composer/cache", "/.cocoapods/repos", "/.ccache", "/.sbt/boot",
        "/.terraform.d/plugin-cache", "/Library/Developer/Xcode/DerivedData", "/.vcpkg/archives", "/.conan/data", "/.conan2/p",
    ];

    /// <summary>True of such a folder, and of what lies in one.</summary>
    public static bool Holds(string path, ObservedFacts facts)
    {
        // /var/cache/apk/* is all of /var/cache/apk; all of /var/cache is not.
        if (path.EndsWith("/*", StringComparison.Ordinal)) path = path[..^2];
        if (PathText.IsBelow(path, "/var/cache") || PathText.IsBelow(path, "/var/lib/apt/lists") || path == "/var/lib/apt/lists") return true;
        if (Home(path, facts) is not { } home) return false;
        foreach (var folder in Shared)
            if (PathText.IsBelow(path, home + folder)) return true;
        foreach (var folder in Whole)
            if (path == home + folder || PathText.IsBelow(path, home + folder)) return true;
        return false;
    }

    private static string? Home(string path, ObservedFacts facts)
    {
        if (facts.Home is { Length: > 1 } own && PathText.IsBelow(path, own)) return own;
        if (PathText.IsBelow(path, "/root")) return "/root";
        return null;
    }
}
