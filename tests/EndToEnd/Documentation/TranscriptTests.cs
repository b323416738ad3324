using System.Diagnostics;
using System.Text.RegularExpressions;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Documentation;

/// <summary>What <c>./build.sh demo</c> prints after the build, and that the README shows just that.</summary>
public partial class TranscriptTests
{
    private static async Task<(int ExitCode, string Output)> Demo(string? codex)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Product.Root, "tests", "Demo", "bin", "Release", "net10.0", "Sallyport.Demo.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Product.Root,
        };
        start.Environment["SALLYPORT_DIST"] = Product.Dist;
        if (codex is not null) start.Environment["SALLYPORT_CODEX"] = codex;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    [Fact]
    public async Task The_readme_shows_what_the_demo_prints()
    {
        Assert.SkipWhen(Product.Codex is null, "real Codex is not here");
        var shown = Snippet.All().Single(s => s is { File: "README.md", Kind: "text demo" });
        var (exit, output) = await Demo(Product.Codex);
        // Codex does not wait for its MCP servers before the first turn, and a scripted model asks at once: under load too early.
        for (var again = 0; again < 3 && output.Contains("unsupported call: mcp__sallyport", StringComparison.Ordinal); again++) (exit, output) = await Demo(Product.Codex);
        Assert.True(exit == 0, output);
        Assert.Equal(Steady(shown.Text), Steady(output));
    }

    [Fact]
    public async Task Without_Codex_the_same_programs_are_shown_with_recorded_events()
    {
        var (exit, output) = await Demo("none");
        Assert.True(exit == 0, output);
        Assert.Contains("Real Codex is not to be had here", output, StringComparison.Ordinal);
        Assert.Contains("rm -rf ~", output, StringComparison.Ordinal);
        Assert.Contains("valid: every row is as it was written.", output, StringComparison.Ordinal);
    }

    /// <summary>What differs from run to run, made the same: the place, the times, the identities.</summary>
    private static string Steady(string text)
    {
        text = ScratchHome().Replace(text, "/scratch/home");
        text = Varying().Replace(text, "…");
        return string.Join('\n', text.Split('\n').Select(static l => l.TrimEnd())).Trim();
    }

    [GeneratedRegex(@"/[^\s()]*/artifacts/lab/[0-9a-f]+/home")]
    private static partial Regex ScratchHome();

    [GeneratedRegex(@"(?<=Wall time: )[\d.]+|(?<=Chunk ID: )\w+|(?<=sallyport/)[0-9a-f]{24}|\b[0-9a-f]{64}\b|\d+(?= bytes)|(?<=codex-cli )[\d.]+")]
    private static partial Regex Varying();
}
