using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Configuration.CodexFiles;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Installing;

/// <summary>
/// Homes and files as people have them. An installation works and goes without a trace, or it is refused, names the file, and has changed nothing.
/// </summary>
public class StrangeGroundTests
{
    private static string Sallyport => Product.Binary("sallyport");

    [Theory]
    [InlineData("with space", true)]
    [InlineData("quote'single", true)]
    [InlineData("double\"quote", true)]
    [InlineData("日本é", true)]
    [InlineData("dollar$HOME", true)]
    [InlineData("tick`id`", true)]
    [InlineData("semi;colon&and", true)]
    [InlineData("star*paren(x)#hash%d", true)]
    [InlineData("-dash", true)]
    [InlineData("back\\slash", false)]
    [InlineData("bang!", false)]
    [InlineData("new\nline", false)]
    public async Task A_home_with_any_name(string name, bool installs)
    {
        using var scratch = new Scratch();
        var home = Path.Combine(scratch.Home, name);
        Directory.CreateDirectory(home);
        scratch.Environment["HOME"] = home;
        scratch.Environment.Remove("CODEX_HOME");
        var installed = await scratch.Run(Sallyport, ["install", "--codex", "none"]);
        if (!installs)
        {
            Assert.Equal(3, installed.ExitCode);
            Assert.Contains("directory whose name has", installed.Error);
            Assert.False(File.Exists(Path.Combine(home, ".codex", "hooks.json")));
            return;
        }
        Assert.True(installed.ExitCode == 0, installed.Error);

        // As Codex runs it: the registered line, by a shell.
        var hooks = JsonNode.Parse(File.ReadAllText(Path.Combine(home, ".codex", "hooks.json")))!["hooks"]!;
        var command = (string)hooks["PreToolUse"]![0]!["hooks"]![0]!["command"]!;
        using var hook = new HookBinary();
        var answered = await scratch.Run("/bin/sh", ["-c", command], hook.Call("ls").ToJsonString());
        Assert.Equal(0, answered.ExitCode);
        Assert.True(answered.Stops() && answered.Output.Contains("intent plan missing", StringComparison.Ordinal), answered.Output + answered.Error);

        Assert.Equal(0, (await scratch.Run(Sallyport, ["uninstall", "--purge"])).ExitCode);
        Assert.False(File.Exists(Path.Combine(home, ".codex", "hooks.json")) || File.Exists(Path.Combine(home, ".codex", "config.toml")));
    }

    public static TheoryData<string, bool> Configurations => new()
    {
        { "", true },
        { "# top\nmodel = \"x\" # c\n\n[mcp_servers.other] # o\ncommand = \"y\"\n# end\n", true },
        { "# top\r\nmodel = \"x\"\r\n[features]\r\nfoo = true\r\n", true },
        { "a = 1\r\nb = 2\nc = 3\r\n", true },
        { "\ufeffmodel = \"x\"\n", true },
        { "model = \"x\"", true },
        { "\n\n\t\n  model  =  \"x\"  \n\n\n", true },
        { "features = { hooks = false, web = true }\nmodel = \"m\"\n", true },
        { "mcp_servers = { a = { command = \"b\" } }\n", true },
        { "mcp_servers = {}\nfeatures = {}\nhooks = {}\n", true },
        { "hooks = { state = { \"/x:stop:0:0\" = { trusted_hash = \"sha256:ab\" } } }\n", true },
        { "features.hooks = false\nfeatures.x = true\nmcp_servers.a.command = \"b\"\n", true },
        { "mcp_servers.a = { command = \"x\" }\n[mcp_servers.b]\ncommand = \"y\"\n", true },
        { "hooks.state.\"x\".trusted_hash = \"sha256:ab\"\n[other]\nx = 1\n", true },
        { "[features]\nhooks = true\n[hooks]\nstate.\"x:y\".trusted_hash = \"z\"\n", true },
        { "[hooks]\nPreToolUse = [{ matcher = \"x\", hooks = [{ type = \"command\", command = \"true\" }] }]\n", true },
        { "[[hooks.PreToolUse]]\nmatcher = \"x\"\n[[hooks.PreToolUse.hooks]]\ntype = \"command\"\ncommand = \"true\"\n", true },
        { "x = \"\"\"\n[features]\nhooks = false\n\"\"\"\ny = '''\n# no comment\n'''\n", true },
        { "[\"features\"]\n\"hooks\" = false\n[\"mcp_servers\".\"a b\"]\ncommand = 'c'\n", true },
        { "k = \"日本\"\n[t.\"é\"]\nx = 1\nd = 1979-05-27T07:32:00Z\nf = 1e3\ni = 0xff\nn = nan\n", true },
        { "[mcp_servers.sallyport]\nurl = \"http://127.0.0.1:9/\"\nenabled = false\n", true }, // another's server by our name
        { "[mcp_servers.sallyport]\ncommand = \"/bin/other\"\nargs = [\"a\"]\n[mcp_servers.sallyport.env]\nA = \"b\"\n", true },
        { "model = \"x\n", false },
        { "a = 1\na = 2\n", false },
        { "[features\n", false },
        { "[[features]]\na = 1\n", false },
        { "features = \"x\"\n", false },
        { "mcp_servers = [1]\n", false },
    };

    [Theory]
    [MemberData(nameof(Configurations))]
    public async Task A_config_in_any_notation_comes_back_to_the_byte(string text, bool installs) => await ComesBack("config.toml", text, installs);

    [Theory]
    [InlineData("{}", true)]
    [InlineData("{\r\n  \"hooks\": {\r\n  }\r\n}\r\n", true)]
    [InlineData("{\n\t\"hooks\": {\n\t\t\"PreToolUse\": []\n\t}\n}\n", true)]
    [InlineData("{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"Bash\",\"hooks\":[{\"type\":\"command\",\"command\":\"true\",\"timeout\":3}]}],\"Stop\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"a 'b' \\\"c\\\"\"}]}]}}", true)]
    [InlineData("{\"hooks\":{\"Pre\\u0054oolUse\":[{\"hooks\":[{\"type\":\"command\",\"command\":\"true\"}]}]}}", true)]
    [InlineData("{\"hooks\":{},\"mine\":1}", false)] // Codex ignores the whole file for it, ours with it
    [InlineData("\ufeff{\"hooks\":{}}", false)]
    [InlineData("", false)]
    [InlineData("// c\n{\"hooks\":{}}\n", false)]
    [InlineData("{\"hooks\":{},}", false)]
    [InlineData("{\"hooks\":", false)]
    [InlineData("[]", false)]
    [InlineData("{\"hooks\":[]}", false)]
    [InlineData("{\"hooks\":{\"PreToolUse\":{}}}", false)]
    [InlineData("{\"hooks\":{},\"hooks\":{}}", false)]
    public async Task Hooks_of_other_people_come_back_to_the_byte(string text, bool installs) => await ComesBack("hooks.json", text, installs);

    [Fact]
    public async Task Links_and_rights_stay_what_they_are()
    {
        using var scratch = new Scratch();
        var real = Path.Combine(scratch.Home, "dotfiles");
        Directory.CreateDirectory(real);
        Directory.Delete(scratch.CodexHome);
        Directory.CreateSymbolicLink(scratch.CodexHome, real);
        var config = Path.Combine(scratch.Home, "config-elsewhere.toml");
        await File.WriteAllTextAsync(config, "a = 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(config, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(Path.Combine(real, "config.toml"), config);
        Assert.Equal(0, (await scratch.Run(Sallyport, ["install", "--codex", "none"])).ExitCode);
        Assert.Contains("mcp_servers.sallyport", await File.ReadAllTextAsync(config, TestContext.Current.CancellationToken));
        var status = await scratch.Run(Sallyport, ["status"]);
        Assert.True(status.ExitCode == 0, status.Output);
        Assert.Equal(0, (await scratch.Run(Sallyport, ["uninstall"])).ExitCode);
        Assert.Equal("a = 1\n", await File.ReadAllTextAsync(config, TestContext.Current.CancellationToken));
        Assert.NotNull(new FileInfo(Path.Combine(real, "config.toml")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(config));
    }

    private static async Task ComesBack(string name, string text, bool installs)
    {
        using var scratch = new Scratch();
        var path = Path.Combine(scratch.CodexHome, name);
        var before = new UTF8Encoding(false).GetBytes(text);
        await File.WriteAllBytesAsync(path, before);
        Assert.InRange((await scratch.Run(Sallyport, ["install", "--dry-run"])).ExitCode, 0, installs ? 0 : 3);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
        var installed = await scratch.Run(Sallyport, ["install", "--codex", "none"]);
        Assert.True(installed.ExitCode == (installs ? 0 : 3), installed.Output + installed.Error);
        if (!installs)
        {
            Assert.Contains(path, installed.Error);
            Assert.Contains("Nothing was changed", installed.Error);
            Assert.Equal(before, await File.ReadAllBytesAsync(path));
            return;
        }
        var config = Path.Combine(scratch.CodexHome, "config.toml");
        var written = TomlDocument.Parse(await File.ReadAllTextAsync(config), config);
        Assert.Equal("true", written.Written("features", "hooks"));
        Assert.EndsWith("sallyport-mcp", written.String("mcp_servers", "sallyport", "command"));
        Assert.Null(written.Find("mcp_servers", "sallyport", "url"));
        var once = await File.ReadAllBytesAsync(path);
        Assert.Equal(0, (await scratch.Run(Sallyport, ["install", "--codex", "none"])).ExitCode);
        Assert.Equal(once, await File.ReadAllBytesAsync(path));
        var status = await scratch.Run(Sallyport, ["status"]);
        Assert.True(status.ExitCode == 0, status.Output);
        Assert.Equal(0, (await scratch.Run(Sallyport, ["uninstall"])).ExitCode);
        Assert.Equal(before, await File.ReadAllBytesAsync(path));
    }
}
