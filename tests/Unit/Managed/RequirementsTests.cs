using System.Text;
using System.Xml.Linq;
using Sallyport.Cli.Managed;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Tests.Managed;

/// <summary>What an administrator hands out: complete, parseable, and merged without touching what others wrote.</summary>
public class RequirementsTests
{
    private static readonly RequirementsText Wanted = new("/usr/lib/sallyport", @"C:\ProgramData\Sallyport\bin", McpAllowList: false);

    private static TomlDocument Parsed(string text) => TomlDocument.Parse(text, "requirements.toml");

    [Fact]
    public void It_pins_hooks_and_keeps_others_out()
    {
        var document = Parsed(Wanted.Whole());
        Assert.Equal("true", document.Written("allow_managed_hooks_only"));
        Assert.Equal("true", document.Written("features", "hooks"));
        Assert.Equal("/usr/lib/sallyport", document.String("hooks", "managed_dir"));
        Assert.Equal(@"C:\ProgramData\Sallyport\bin", document.String("hooks", "windows_managed_dir"));
        Assert.Null(document.Find("mcp_servers"));
    }

    [Fact]
    public void Every_hook_is_managed_closes_when_it_fails_and_is_a_bare_path_on_Windows()
    {
        var document = Parsed(Wanted.Whole());
        foreach (var hook in HookRegistration.All(Wanted.Unix, windows: false, managed: true))
        {
            Assert.Equal(hook.Command, document.String("hooks", hook.Event, "0", "hooks", "0", "command"));
            Assert.Contains(" --managed || ", hook.Command, StringComparison.Ordinal);
            var windows = document.String("hooks", hook.Event, "0", "hooks", "0", "command_windows")!;
            Assert.StartsWith(Wanted.Windows + @"\sallyport-", windows, StringComparison.Ordinal);
            Assert.DoesNotContain(' ', windows);
            Assert.Equal($"{hook.Timeout}", document.Written("hooks", hook.Event, "0", "hooks", "0", "timeout"));
        }
    }

    [Fact]
    public void The_allow_list_comes_only_when_it_is_asked_for()
    {
        var document = Parsed((Wanted with { McpAllowList = true }).Whole());
        Assert.Equal("/usr/lib/sallyport/sallyport-mcp", document.String("mcp_servers", "sallyport", "identity", "command"));
    }

    [Fact]
    public void What_others_require_stays_where_it_is()
    {
        const string theirs = "# ours\nallowed_sandbox_modes = [\"read-only\"]\n\n[hooks]\nmanaged_dir = \"/opt/other\"\n\n[[hooks.PreToolUse]]\n[[hooks.PreToolUse.hooks]]\ntype = \"command\"\ncommand = \"/opt/other/check\"\n\n[rules]\nprefix_rules = [{ pattern = [{ token = \"x\" }], decision = \"forbidden\" }]\n";
        var once = RequirementsMerge.Register(theirs, "requirements.toml", Wanted);
        var document = Parsed(once);
        Assert.Equal("/opt/other", document.String("hooks", "managed_dir"));
        Assert.Equal("/opt/other/check", document.String("hooks", "PreToolUse", "0", "hooks", "0", "command"));
        Assert.Contains("sallyport-pre-tool-use", document.String("hooks", "PreToolUse", "1", "hooks", "0", "command")!, StringComparison.Ordinal);
        Assert.Equal("true", document.Written("allow_managed_hooks_only"));
        foreach (var line in theirs.Split('\n').Where(static l => l.Length > 0)) Assert.Contains(line, once, StringComparison.Ordinal);
        Assert.Equal(once, RequirementsMerge.Register(once, "requirements.toml", Wanted));
        var without = RequirementsMerge.Unregister(once, Wanted.Whole())!;
        Assert.DoesNotContain("sallyport-", without, StringComparison.Ordinal);
        Assert.Contains("/opt/other/check", without, StringComparison.Ordinal);
    }

    [Fact]
    public void Hooks_that_somebody_else_put_there_are_refused_with_their_line()
    {
        var wrong = Assert.Throws<CodexFileException>(() => RequirementsMerge.Register("a = 1\n" + Wanted.Part(withFloor: false), "/etc/codex/requirements.toml", Wanted));
        Assert.Contains("/etc/codex/requirements.toml:", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_our_own_leaves_nothing_behind() => Assert.Null(RequirementsMerge.Unregister(Wanted.Whole(), Wanted.Whole()));

    [Fact]
    public void The_profile_is_a_property_list_that_carries_both_files()
    {
        var profile = MobileConfig.Of("a = 1\n", "b = 2\n");
        Assert.Equal(profile, MobileConfig.Of("a = 1\n", "b = 2\n"));
        Assert.NotEqual(profile, MobileConfig.Of("a = 2\n", "b = 2\n"));
        var document = XDocument.Parse(profile.Replace("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">", "", StringComparison.Ordinal));
        var payload = document.Descendants("dict").Single(d => d.Elements("key").Any(k => k.Value == "requirements_toml_base64"));
        Assert.Equal("a = 1\n", Value(payload, "requirements_toml_base64"));
        Assert.Equal("b = 2\n", Value(payload, "config_toml_base64"));
        Assert.Contains("com.openai.codex", payload.Elements("string").Select(static s => s.Value));
        Assert.All(document.Descendants("key").Where(static k => k.Value == "PayloadUUID"), static k => Assert.True(Guid.TryParse(((XElement)k.NextNode!).Value, out _)));

        static string Value(XElement dict, string key) =>
            Encoding.UTF8.GetString(Convert.FromBase64String(((XElement)dict.Elements("key").Single(k => k.Value == key).NextNode!).Value));
    }

    [Fact]
    public void The_Intune_scripts_are_filled_in_and_have_Windows_line_endings()
    {
        var scripts = IntuneScripts.Of(@"C:\ProgramData\Sallyport\bin", "a = 1\n", "b = 2\n", "{}\n").ToDictionary(static s => s.Name, static s => s.Text);
        Assert.Equal(["detect.ps1", "install.ps1", "remediate.ps1", "uninstall.ps1"], scripts.Keys.Order(StringComparer.Ordinal));
        foreach (var text in scripts.Values)
        {
            Assert.DoesNotMatch("@[A-Z]+@", text);
            Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Contains(ProductVersion.Text, text, StringComparison.Ordinal);
        }
        Assert.Contains(MobileConfig.Base64("a = 1\n"), scripts["install.ps1"], StringComparison.Ordinal);
        Assert.Contains("permissionDecision", scripts["detect.ps1"], StringComparison.Ordinal);
    }
}
