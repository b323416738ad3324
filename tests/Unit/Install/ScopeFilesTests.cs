using Sallyport.Cli;
using Sallyport.Cli.Install;
using Sallyport.Cli.Plugin;
using Sallyport.Configuration.CodexFiles;
using Sallyport.State;

namespace Sallyport.Tests.Install;

/// <summary>The registrations of the other scopes, and small things around an installation.</summary>
public class ScopeFilesTests
{
    [Fact]
    public void The_plugins_hooks_are_the_registrations_and_its_version_is_the_products()
    {
        var files = PluginFolder.Files.ToDictionary(static f => f.Path, static f => f.Text);
        var hooks = HooksFile.Parse(files["plugins/sallyport/hooks/hooks.json"], "hooks.json").Handlers;
        var wanted = HookRegistration.Plugin();
        Assert.Equal(wanted.Length, hooks.Count);
        foreach (var one in wanted) Assert.Single(hooks, h => h.Is(one));
        Assert.Contains($"\"version\": \"{ProductVersion.Text}\"", files["plugins/sallyport/.codex-plugin/plugin.json"], StringComparison.Ordinal);
        Assert.Contains(".agents/plugins/marketplace.json", files.Keys);
        Assert.Equal(8, files.Keys.Count(static k => k.EndsWith("/SKILL.md", StringComparison.Ordinal)));
        foreach (var (path, text) in files.Where(static f => f.Key.EndsWith("/SKILL.md", StringComparison.Ordinal)))
            Assert.StartsWith($"---\nname: {path.Split('/')[^2]}\ndescription: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shared_registration_names_nobodys_home_and_is_known_as_ours()
    {
        foreach (var one in HookRegistration.Shared())
        {
            Assert.Contains("${SALLYPORT_DATA_DIR:-${CODEX_HOME:-$HOME/.codex}/sallyport}/bin/sallyport-", one.Command, StringComparison.Ordinal);
            Assert.NotNull(HookRegistration.BinaryOf(one.Event, one.Command));
            Assert.Contains(" || /bin/", one.Command, StringComparison.Ordinal);
        }
        Assert.Null(HookRegistration.BinaryOf("PreToolUse", "/bin/sh -c 'exec \"/somewhere/else\"'"));
    }

    [Theory]
    [InlineData("[features]\nhooks = false\n", "hooks")]
    [InlineData("[features]\ncodex_hooks = false\n", "codex_hooks")]
    [InlineData("[features]\nhooks = true\ncodex_hooks = false\n", null)]
    [InlineData("features.codex_hooks = false\n", "codex_hooks")]
    [InlineData("features = { hooks = false }\n", "hooks")]
    [InlineData("[features]\ncodex_hooks = true\n", null)]
    [InlineData("", null)]
    public void Hooks_are_off_by_either_name_of_the_feature(string config, string? by) =>
        Assert.Equal(by, CodexFeatures.SwitchedOffBy(TomlDocument.Parse(config, "config.toml")));

    [Theory]
    [InlineData("1.2.0", "1.2.0", 0)]
    [InlineData("1.10.0", "1.9.9", 1)]
    [InlineData("1.2.0-rc.1", "1.2.0", -1)]
    [InlineData("2.0", "2.0.0", 0)]
    [InlineData("0.9.9", "1.0.0", -1)]
    public void Versions_are_compared_number_by_number(string left, string right, int order) => Assert.Equal(order, Math.Sign(Upgrades.Compare(left, right)));

    [Fact]
    public void A_program_finds_the_data_directory_it_is_installed_in()
    {
        var root = Directory.CreateTempSubdirectory().FullName;
        var bin = Directory.CreateDirectory(Path.Combine(root, "bin")).FullName;
        string? Nothing(string name) => name == "HOME" || name == "USERPROFILE" ? "/home/ann" : null;
        Assert.StartsWith("/home/ann", DataDirectory.Locate(Nothing, bin), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(bin, DataDirectory.Mark), "");
        Assert.Equal(root, DataDirectory.Locate(Nothing, bin));
        Assert.Equal("/elsewhere", DataDirectory.Locate(static name => name == "SALLYPORT_DATA_DIR" ? "/elsewhere" : null, bin));
        Directory.Delete(root, recursive: true);
    }

    [Theory]
    [InlineData("one two three", 8, new[] { "one two", "three" })]
    [InlineData("averyveryverylongword b", 8, new[] { "averyveryverylongword", "b" })]
    [InlineData("", 8, new[] { "" })]
    public void Text_is_wrapped_at_spaces_and_words_stay_whole(string text, int width, string[] lines) => Assert.Equal(lines, Terminal.Wrap(text, width));
}
