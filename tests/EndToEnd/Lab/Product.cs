namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>Where the built product and the real Codex are.</summary>
internal static class Product
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The built binaries: <c>$SALLYPORT_DIST</c>, else <c>dist/&lt;rid&gt;</c>.</summary>
    public static string Dist { get; } =
        Environment.GetEnvironmentVariable("SALLYPORT_DIST") is { Length: > 0 } named ? named
        : Path.Combine(Root, "dist", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier);

    /// <summary>The real Codex: <c>$SALLYPORT_CODEX</c> (<c>none</c> for none), else what <c>packaging/fetch-codex.sh</c> installed; null where neither is there.</summary>
    public static string? Codex { get; } = FindCodex();

    /// <summary>A binary of the product.</summary>
    public static string Binary(string name)
    {
        var path = Path.Combine(Dist, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is missing: run ./build.sh first.");
    }

    /// <summary>True where a binary needs no runtime: one that does makes thousands of calls before it begins.</summary>
    public static bool IsNative(string name) => File.ReadAllBytes(Binary(name)).AsSpan().IndexOf("hostfxr_main"u8) < 0;

    private static string? FindCodex()
    {
        if (Environment.GetEnvironmentVariable("SALLYPORT_CODEX") is { Length: > 0 } named) return named == "none" ? null : named;
        var modules = Path.Combine(Root, "artifacts", "codex", "node_modules", "@openai");
        return Directory.Exists(modules)
            ? Directory.EnumerateFiles(modules, OperatingSystem.IsWindows() ? "codex.exe" : "codex", SearchOption.AllDirectories).FirstOrDefault(p => p.Replace('\\', '/').Contains("/vendor/", StringComparison.Ordinal))
            : null;
    }

    private static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Sallyport.slnx"))) at = Path.GetDirectoryName(at) ?? throw new DirectoryNotFoundException("the repository");
        return at;
    }
}
