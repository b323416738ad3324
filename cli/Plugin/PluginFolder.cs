using System.Text;
using Sallyport.Cli.Install;
using Sallyport.State;

namespace Sallyport.Cli.Plugin;

/// <summary>A marketplace with one plugin in it: manifest, hooks, MCP server, skills, and the binaries.</summary>
internal static class PluginFolder
{
    /// <summary>The plugin, as Codex names it: <c>plugin@marketplace</c>.</summary>
    public const string Id = "sallyport@sallyport";

    /// <summary>The marketplace.</summary>
    public const string Marketplace = "sallyport";

    private const string Prefix = "plugin/";

    /// <summary>Every text file of it, by its path in the folder.</summary>
    public static IEnumerable<(string Path, string Text)> Files => Embedded.Below(Prefix)
        .Select(name => (name[Prefix.Length..], Embedded.Text(name)));

    /// <summary>Writes it, binaries included, into a folder that is made anew.</summary>
    public static void Write(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var (name, text) in Files)
        {
            var path = Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(Filled(name, text)), durable: false);
        }
        var bin = Path.Combine(folder, "plugins", "sallyport", "bin");
        Directory.CreateDirectory(bin);
        foreach (var name in CodexInstallation.Present(AppContext.BaseDirectory))
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, name), Path.Combine(bin, name));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path.Combine(bin, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // Codex does not look for .exe by itself.
    private static string Filled(string name, string text) => OperatingSystem.IsWindows() && name.EndsWith(".mcp.json", StringComparison.Ordinal)
        ? text.Replace("/sallyport-mcp\"", "/sallyport-mcp.exe\"", StringComparison.Ordinal)
        : text;
}
