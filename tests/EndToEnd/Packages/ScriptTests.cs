using System.Text.RegularExpressions;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.EndToEnd.Record;

namespace Sallyport.Tests.EndToEnd.Packages;

/// <summary>What is handed to other programs, read by parsers that are not ours: PowerShell scripts, TOML, property lists, workflows.</summary>
public partial class ScriptTests
{
    private static (int ExitCode, string Output) Check(params string[] files)
    {
        using var check = NodeTools.Start("powershell.mjs", files);
        var error = check.StandardError.ReadToEndAsync();
        var output = check.StandardOutput.ReadToEnd();
        check.WaitForExit();
        return (check.ExitCode, output + error.Result);
    }

    [Fact]
    public async Task Every_PowerShell_script_can_be_read()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await scratch.Run(Product.Binary("sallyport"), ["requirements", "--out", "deployment", "--intune"])).ExitCode);
        var completions = Path.Combine(scratch.Work, "completions.ps1");
        File.WriteAllText(completions, (await scratch.Run(Product.Binary("sallyport"), ["completions", "pwsh"])).Output);
        string[] scripts = [Path.Combine(Product.Root, "build.ps1"), .. Directory.EnumerateFiles(Path.Combine(scratch.Work, "deployment", "intune"), "*.ps1"), completions];
        Assert.Equal(6, scripts.Length);
        var read = Check(scripts);
        Assert.True(read.ExitCode == 0, read.Output);

        var broken = Path.Combine(scratch.Work, "broken.ps1");
        File.WriteAllText(broken, "if ($true) {\n    Write-Host 'a'\n");
        Assert.Equal(1, Check(broken).ExitCode);
    }

    [Fact]
    public async Task Other_parsers_read_the_requirements_and_the_profile()
    {
        using var scratch = new Scratch();
        Assert.SkipUnless((await scratch.Run("/bin/sh", ["-c", "python3 -c 'import tomllib, plistlib'"])).ExitCode == 0, "python3 with tomllib is not here");
        Assert.Equal(0, (await scratch.Run(Product.Binary("sallyport"), ["requirements", "--out", "deployment", "--intune"])).ExitCode);
        var checkedBy = await scratch.Run("/usr/bin/env", ["python3", "-c", """
            import base64, json, plistlib, re, tomllib
            text = open('deployment/requirements.toml', 'rb').read()
            required = tomllib.loads(text.decode())
            assert required['allow_managed_hooks_only'] is True and required['features']['hooks'] is True
            events = [name for name in required['hooks'] if not name.endswith('managed_dir')]
            assert len(events) == 11, events
            for name in events:
                hook, = required['hooks'][name][0]['hooks']
                assert hook['command'].startswith('/usr/lib/sallyport/sallyport-') and ' || ' in hook['command'], hook
                assert re.fullmatch(r'C:\\[^ "]*\\sallyport-[a-z-]+\.exe', hook['command_windows']), hook
            config = open('deployment/config.toml', 'rb').read()
            assert tomllib.loads(config.decode())['mcp_servers']['sallyport']['required'] is True
            json.load(open('deployment/settings.json'))
            def payloads(at):
                return [at] + [p for child in at.get('PayloadContent', []) for p in payloads(child)] if isinstance(at, dict) else []
            profile = payloads(plistlib.load(open('deployment/sallyport.mobileconfig', 'rb')))
            codex, = [p for p in profile if p['PayloadType'] == 'com.openai.codex']
            inside = tomllib.loads(base64.b64decode(codex['requirements_toml_base64']).decode())
            there = inside['hooks']['PreToolUse'][0]['hooks'][0]['command']
            assert there.replace('/usr/local/lib/', '/usr/lib/') == required['hooks']['PreToolUse'][0]['hooks'][0]['command'], there
            tomllib.loads(base64.b64decode(codex['config_toml_base64']).decode())
            assert len({p['PayloadUUID'] for p in profile}) == len(profile)
            """]);
        Assert.True(checkedBy.ExitCode == 0, checkedBy.Error);
    }

    [Fact]
    public void Both_build_scripts_have_the_same_verbs_and_programs()
    {
        var (unix, windows) = (File.ReadAllText(Path.Combine(Product.Root, "build.sh")), File.ReadAllText(Path.Combine(Product.Root, "build.ps1")));
        foreach (var verb in (string[])["build", "demo", "test", "bench", "package"])
        {
            Assert.Contains($"\n    {verb}) ", unix, StringComparison.Ordinal);
            Assert.Contains($"\n    '{verb}' {{ ", windows, StringComparison.Ordinal);
        }
        var built = UnixHooks().Match(unix).Groups[1].Value.Split(' ');
        Assert.Equal(built, WindowsHooks().Match(windows).Groups[1].Value.TrimEnd('\r').Split(", ").Select(h => h.Trim('\'')));
        Assert.Equal(Directory.EnumerateDirectories(Path.Combine(Product.Root, "hooks")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal), built.Order(StringComparer.Ordinal));
        foreach (var more in (string[])["cli", "mcp-server", "guard"]) Assert.Contains($"'{more}'", windows, StringComparison.Ordinal);
    }

    [Fact]
    public void Workflows_run_actions_by_commit_with_no_more_rights_than_they_need()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Product.Root, ".github", "workflows")))
        {
            var text = File.ReadAllText(path);
            var uses = Uses().Matches(text);
            Assert.NotEmpty(uses);
            Assert.All(uses, u => Assert.Matches(@"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\r?$", u.Groups[1].Value));
            Assert.Contains("\npermissions:\n  contents: read\n", text, StringComparison.Ordinal);
            Assert.Equal(text.Split("actions/checkout@").Length, text.Split("persist-credentials: false").Length);
        }
    }

    [GeneratedRegex(@"^hooks=\((.*)\)$", RegexOptions.Multiline)]
    private static partial Regex UnixHooks();

    [GeneratedRegex(@"^\$hooks = (.*)$", RegexOptions.Multiline)]
    private static partial Regex WindowsHooks();

    [GeneratedRegex(@"uses: (.*)")]
    private static partial Regex Uses();
}
