using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Codex;

/// <summary>Another version over the installed one, while hooks run; and what is refused.</summary>
public class UpgradeTests
{
    /// <summary>The build with a byte more in each binary: another version as far as a file is concerned.</summary>
    private static string Next(Scratch scratch)
    {
        var next = Directory.CreateDirectory(Path.Combine(scratch.Home, "next")).FullName;
        foreach (var path in Directory.EnumerateFiles(Product.Dist, "sallyport*"))
        {
            var copy = Path.Combine(next, Path.GetFileName(path));
            File.Copy(path, copy);
            using var file = new FileStream(copy, FileMode.Append);
            file.WriteByte((byte)'\n');
        }
        return next;
    }

    private static async Task Install(Scratch scratch)
    {
        var installed = await scratch.Run(Product.Binary("sallyport"), ["install", "--codex", "none"]);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
    }

    [Fact]
    public async Task Fifty_hooks_run_through_an_upgrade_and_each_meets_a_whole_program()
    {
        using var hook = new HookBinary();
        var scratch = hook.Scratch;
        await Install(scratch);
        var gate = Path.Combine(scratch.Data, "bin", "sallyport-pre-tool-use");
        Assert.Equal(0, (await scratch.Run(gate, [], hook.Plan("Bash").ToJsonString())).ExitCode);
        var next = Next(scratch);

        var running = Enumerable.Range(0, 50).Select(async i =>
        {
            await Task.Delay(i * 20);
            var deadly = i % 2 == 0;
            var finished = await scratch.Run(gate, [], hook.Call(deadly ? "rm -rf /" : "echo x", $"call_{i}").ToJsonString());
            return (deadly, finished);
        }).ToList();
        var upgraded = await scratch.Run(Path.Combine(next, "sallyport"), ["upgrade", "--codex", "none"]);
        Assert.True(upgraded.ExitCode == 0, upgraded.Output + upgraded.Error);
        foreach (var (deadly, finished) in await Task.WhenAll(running))
        {
            Assert.True(finished.ExitCode == 0, finished.Error);
            Assert.Equal(deadly, finished.Stops());
        }

        Assert.Equal(File.ReadAllBytes(Path.Combine(next, "sallyport-pre-tool-use")), File.ReadAllBytes(gate));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(scratch.Data, "bin"), "*.tmp-*"));
        // The plan that was declared before holds after, and the record is one.
        Assert.False((await scratch.Run(gate, [], hook.Call("echo after", "after").ToJsonString())).Stops());
        var verified = await scratch.Run(Path.Combine(scratch.Data, "bin", "sallyport"), ["audit", "verify"]);
        Assert.True(verified.ExitCode == 0, verified.Output);
        Assert.True(scratch.Record.Count(r => (string?)r["kind"] == "decision") >= 51);
        var doctor = await scratch.Run(Path.Combine(scratch.Data, "bin", "sallyport"), ["doctor", "--codex", "none"]);
        Assert.True(doctor.ExitCode == 0, doctor.Output);
    }

    [Fact]
    public async Task A_downgrade_that_would_lose_data_is_refused_and_changes_nothing()
    {
        using var hook = new HookBinary();
        await Install(hook.Scratch);
        Edit(hook.Scratch, manifest => (manifest["version"], manifest["format"]) = ("99.0.0", 99));
        var before = File.ReadAllText(Manifest(hook.Scratch));
        foreach (var verb in (string[])["upgrade", "install"])
        {
            var refused = await hook.Scratch.Run(Path.Combine(Next2(hook.Scratch, verb), "sallyport"), [verb, "--codex", "none"]);
            Assert.Equal(3, refused.ExitCode);
            Assert.Contains("99.0.0", refused.Error, StringComparison.Ordinal);
            Assert.Contains("would lose", refused.Error, StringComparison.Ordinal);
        }
        Assert.Equal(before, File.ReadAllText(Manifest(hook.Scratch)));
        Assert.Equal(File.ReadAllBytes(Product.Binary("sallyport-stop")), File.ReadAllBytes(Path.Combine(hook.Scratch.Data, "bin", "sallyport-stop")));
    }

    [Fact]
    public async Task An_older_version_with_the_same_data_may_come_back()
    {
        using var hook = new HookBinary();
        await Install(hook.Scratch);
        Edit(hook.Scratch, manifest => manifest["version"] = "99.0.0");
        var back = await hook.Scratch.Run(Product.Binary("sallyport"), ["upgrade", "--codex", "none"]);
        Assert.True(back.ExitCode == 0, back.Error);
        Assert.Contains("older", back.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_earlier_version_approved_for_all_tools_is_approved_for_each()
    {
        using var hook = new HookBinary();
        await Install(hook.Scratch);
        var config = Path.Combine(hook.Scratch.CodexHome, "config.toml");
        File.WriteAllText(config, string.Join('\n', File.ReadAllLines(config).Where(l => !l.StartsWith("tools.", StringComparison.Ordinal))
            .Select(l => l.StartsWith("args = ", StringComparison.Ordinal) ? l + "\ndefault_tools_approval_mode = \"approve\"" : l)) + "\n");
        Edit(hook.Scratch, manifest => manifest.Remove("format")); // it did not write one yet
        var upgraded = await hook.Scratch.Run(Product.Binary("sallyport"), ["upgrade", "--codex", "none"]);
        Assert.True(upgraded.ExitCode == 0, upgraded.Error);
        var text = File.ReadAllText(config);
        Assert.DoesNotContain("default_tools_approval_mode", text, StringComparison.Ordinal);
        Assert.Contains("register_intent_plan.approval_mode = \"approve\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_installation_there_is_nothing_to_upgrade()
    {
        using var hook = new HookBinary();
        var finished = await hook.Scratch.Run(Product.Binary("sallyport"), ["upgrade"]);
        Assert.Equal(3, finished.ExitCode);
        Assert.Contains("sallyport install", finished.Error, StringComparison.Ordinal);
    }

    private static string Next2(Scratch scratch, string name)
    {
        var copy = Directory.CreateDirectory(Path.Combine(scratch.Home, name)).FullName;
        foreach (var path in Directory.EnumerateFiles(Product.Dist, "sallyport*")) File.Copy(path, Path.Combine(copy, Path.GetFileName(path)));
        return copy;
    }

    private static string Manifest(Scratch scratch) => Path.Combine(scratch.Data, "install.json");

    private static void Edit(Scratch scratch, Action<JsonObject> change)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Manifest(scratch)))!.AsObject();
        change(manifest);
        File.WriteAllText(Manifest(scratch), manifest.ToJsonString());
    }
}
