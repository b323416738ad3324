using Sallyport.Shell;

namespace Sallyport.Cli.Check;

/// <summary>The facts a check stands on: the working directory and home, and nothing that was looked at.</summary>
internal static class CheckFacts
{
    /// <summary>This process's directory and home.</summary>
    public static ObservedFacts Here(bool powershell) => At(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable("HOME"), powershell);

    /// <summary>A directory somewhere: its home is the one it lies in, if it lies in one.</summary>
    public static ObservedFacts At(string cwd, string? home, bool powershell) => new()
    {
        Cwd = cwd,
        Workspace = cwd,
        Home = HomeOf(cwd) ?? home,
        CodexHome = (HomeOf(cwd) ?? home) is { } own ? own + "/.codex" : null,
        Windows = powershell,
    };

    private static string? HomeOf(string cwd)
    {
        foreach (var homes in (ReadOnlySpan<string>)["/home/", "/Users/"])
        {
            if (!cwd.StartsWith(homes, StringComparison.Ordinal)) continue;
            var end = cwd.IndexOf('/', homes.Length);
            return end < 0 ? cwd : cwd[..end];
        }
        return null;
    }
}
