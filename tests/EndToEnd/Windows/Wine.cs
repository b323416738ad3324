using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Windows;

/// <summary>The Windows executables, run by wine: made by packaging/windows-trimmed.sh, skipped where they or wine are not there.</summary>
internal sealed class Wine : IDisposable
{
    private static readonly string Programs = Path.Combine(Product.Root, "dist", "win-x64");

    public Wine()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/wine"), "wine is not here: apt-get install --no-install-recommends wine wine64");
        Assert.SkipUnless(File.Exists(Path.Combine(Programs, "sallyport.exe")), "the Windows executables are not built: packaging/windows-trimmed.sh");
        Scratch.Environment["WINEPREFIX"] = Path.Combine(Product.Root, "artifacts", "wine");
        Scratch.Environment["WINEDEBUG"] = "-all";
        Scratch.Environment["CODEX_HOME"] = Windows(Scratch.CodexHome);
        Directory.CreateDirectory(Scratch.Environment["WINEPREFIX"]);
    }

    /// <summary>The scratch home.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>A path as Windows programs under wine see it.</summary>
    public static string Windows(string path) => "Z:" + path.Replace('/', '\\');

    /// <summary>Runs the command.</summary>
    public Task<Finished> Sallyport(params string[] words) => Run(Path.Combine(Programs, "sallyport.exe"), words);

    /// <summary>Runs the installed hook of PreToolUse.</summary>
    public Task<Finished> Gate(JsonObject hookEvent) => Run(Path.Combine(Scratch.Data, "bin", "sallyport-pre-tool-use.exe"), [], hookEvent.ToJsonString());

    /// <summary>Runs a program.</summary>
    public Task<Finished> Run(string program, string[] words, string input = "") =>
        Scratch.Run("/usr/bin/wine", [program, .. words], input, limit: TimeSpan.FromMinutes(3));

    /// <summary>An event of a tool call.</summary>
    public JsonObject Call(string tool, JsonObject input, string id) => new()
    {
        ["session_id"] = "session-1", ["turn_id"] = "turn-1", ["transcript_path"] = null, ["cwd"] = Windows(Scratch.Work),
        ["hook_event_name"] = "PreToolUse", ["model"] = "m", ["permission_mode"] = "default",
        ["tool_name"] = tool, ["tool_input"] = input, ["tool_use_id"] = id,
    };

    public void Dispose() => Scratch.Dispose();
}
