using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.BuiltIn.Mcp;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>Tools that are no shell and no patch, and shells whose input is not what they take.</summary>
public class GuardedInputTests
{
    private static readonly ObservedFacts Facts = new()
    {
        Cwd = "/home/dev/work",
        Workspace = "/home/dev/work",
        Home = "/home/dev",
        CodexHome = "/home/dev/.codex",
        DataDirectory = "/home/dev/.codex/sallyport",
        Files = new Dictionary<string, FileFact> { ["/home/dev/work/notes"] = new(FileKind.File, "/home/dev/.codex/hooks.json") },
    };

    private static Verdict Judge(string tool, string input)
    {
        using var json = JsonDocument.Parse(input);
        var call = new ToolCall(tool, json.RootElement);
        var builtIn = BuiltInPolicy.Judge(call, Facts);
        return Verdicts.Strictest(builtIn.Strictest.Verdict, SelfProtectionPolicy.Judge(call, builtIn.Effects, builtIn.Analysis?.Runs ?? [], Facts).Verdict);
    }

    [Theory]
    [InlineData("mcp__fs__write_file", """{"path":"/home/dev/.codex/hooks.json","content":"{}"}""")]
    [InlineData("mcp__fs__editFile", """{"file_path":"~/.codex/config.toml"}""")]
    [InlineData("mcp__fs__write_file", """{"path":"../.codex/hooks.json"}""")]
    [InlineData("mcp__fs__anything", """{"where":{"uri":"file:///home/dev/.codex/sallyport/policy.json"}}""")]
    [InlineData("mcp__fs__anything", """{"list":["$HOME/.codex/sallyport/settings.json"]}""")]
    [InlineData("mcp__fs__move_file", """{"source":"/home/dev/.codex","destination":"/tmp/x"}""")]
    [InlineData("mcp__fs__delete_directory", """{"directory":"/home/dev"}""")]
    [InlineData("mcp__fs__write_file", """{"path":"notes","content":"{}"}""")]
    [InlineData("mcp__fs__read_file", """{"path":"/home/dev/.codex/sallyport/keys/record.key"}""")]
    [InlineData("mcp__sh__exec", """{"argv":["some-tool","/home/dev/.codex/sallyport"]}""")]
    [InlineData("mcp__sh__exec", """{"command":["rm","-rf","/"]}""")]
    [InlineData("mcp__sh__exec", """{"command":"rm","args":["-rf","/"]}""")]
    [InlineData("mcp__sh__exec", """{"cmd":"/opt/x/sallyport pause 1h"}""")]
    [InlineData("another_tool", """{"save_as":"/home/dev/.codex/sallyport/bin/sallyport-stop"}""")]
    [InlineData("mcp__any__call", """{"request":"{\"op\":\"w\",\"at\":[\"/home/dev/.codex/sallyport/settings.json\"]}"}""")]
    [InlineData("mcp__processes__kill_process", """{"name":"sallyport-pre-tool-use"}""")]
    [InlineData("mcp__packages__uninstall", """{"name":"sallyport"}""")]
    [InlineData("mcp__codex__codex", """{"prompt":"x","config":{"features":{"hooks":false}}}""")]
    [InlineData("mcp__env__set_variable", """{"name":"SALLYPORT_MODE","value":"monitor"}""")]
    [InlineData("mcp__processes__terminate", """{"filter":{"command":"codex"}}""")]
    [InlineData("Bash", """{"command":["ls"]}""")]
    [InlineData("Bash", """{"command":"ls","cmd":"rm -rf x"}""")]
    [InlineData("Bash", """["ls"]""")]
    [InlineData("exec_command", """{}""")]
    public void Is_denied(string tool, string input) => Assert.Equal(Verdict.Deny, Judge(tool, input));

    [Theory]
    [InlineData("mcp__fs__anything", """{"where":"/home/dev/.codex/hooks.json"}""")]
    [InlineData("another_tool", """{"save_as":"~/.codex/config.toml"}""")]
    public void Is_asked_about(string tool, string input) => Assert.Equal(Verdict.Ask, Judge(tool, input));

    [Theory]
    [InlineData("mcp__fs__read_file", """{"path":"/home/dev/.codex/config.toml"}""")]
    [InlineData("mcp__fs__list_directory", """{"path":"/home/dev/.codex"}""")]
    [InlineData("mcp__fs__write_file", """{"path":"src/a.cs","content":"~/.codex/hooks.json is where hooks are"}""")]
    [InlineData("mcp__sh__exec", """{"command":"ls","args":["-la","src"]}""")]
    [InlineData("mcp__fs__write_file", """{"path":"docs/a.md","content":"see ~/.codex/config.toml"}""")]
    [InlineData("mcp__memory__add", """{"observations":["hooks are in ~/.codex/hooks.json"]}""")]
    [InlineData("mcp__processes__kill_process", """{"pid":4242}""")]
    [InlineData("mcp__codex__codex", """{"prompt":"mend the hooks of the shop"}""")]
    [InlineData("mcp__git__git_log", """{"repo_path":".","path":".codex/hooks.json"}""")]
    [InlineData("mcp__env__set_variable", """{"name":"PORT","value":"3000"}""")]
    [InlineData("mcp__issues__create", """{"title":"~/.codex/hooks.json","body":"x"}""")]
    [InlineData("mcp__fs__write_file", """{"path":"a.json","content":"{\"path\": \"~/.codex/hooks.json\"}"}""")]
    [InlineData("mcp__git__commit", """{"message":"Move it","files":["src/a.cs"]}""")]
    [InlineData("mcp__issues__update", """{"id":7,"to":"done"}""")]
    [InlineData("view_image", """{"path":"/home/dev/work/a.png"}""")]
    [InlineData("update_plan", """{"plan":[{"step":"read","status":"done"}]}""")]
    public void Passes(string tool, string input) => Assert.Equal(Verdict.Allow, Judge(tool, input));

    [Theory]
    [InlineData("mcp__fs__write_file", "Writes")]
    [InlineData("mcp__fs__deleteFile", "Deletes")]
    [InlineData("mcp__fs__list_directory", "Reads")]
    [InlineData("mcp__delete__read_file", "Reads")]
    [InlineData("mcp__fs__read_and_delete", "Deletes")]
    [InlineData("mcp__fs__", "Unknown")]
    [InlineData("x", "Unknown")]
    public void A_tools_name_says_what_it_does(string tool, string verb) => Assert.Equal(verb, ToolVerbs.Of(tool).ToString());
}
