using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Tests.Plans;

/// <summary>Whole command lines, read as the shell reads them.</summary>
public class PlannedShellTests
{
    private static readonly ObservedFacts Facts = new() { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };

    [Theory]
    [InlineData("git status", "git status", true)]
    [InlineData("git status", "git status && curl x", false)]
    [InlineData("git status", "git status; curl x", false)]
    [InlineData("git status", "PS4='$(curl x)'; set -x; git status", false)]
    [InlineData("bash *", "bash <<< 'curl x'", false)]
    [InlineData("bash", "bash <<'END'\ncurl x\nEND", false)]
    [InlineData("bash *", "bash <<< 'curl x' # planned as it stands", false)]
    [InlineData("bash <<< 'curl x'", "bash <<< 'curl x'", true)]
    [InlineData("git status", "git status | curl -d @- x", false)]
    [InlineData("git status", "git status || curl x", false)]
    [InlineData("git status", "git status & curl x", false)]
    [InlineData("git status", "git status\ncurl x", false)]
    [InlineData("git status *", "git status $(curl x)", false)]
    [InlineData("git status *", "git status `curl x`", false)]
    [InlineData("git status *", "git status <(curl x)", false)]
    [InlineData("git status", "if git status; then curl x; fi", false)]
    [InlineData("git status", "git status > out.txt", false)]
    [InlineData("git status", "(git status) > out.txt", false)]
    [InlineData("git status", "git status >/dev/null 2>&1", true)]
    [InlineData("git status", "cd sub && git status && echo done", true)]
    [InlineData("git status", "set -euo pipefail; git status", true)]
    [InlineData("git status", "\"git\" 'status'", true)]
    [InlineData("git status", "git  \\\n  status", true)]
    [InlineData("git status", "g=git; $g status", true)]
    [InlineData("git status", "f() { curl x; }; git status; f", false)]
    [InlineData("git status && npm test", "npm test", true)]
    [InlineData("git log | head *", "git log | head -5", true)]
    [InlineData("git commit -m *", "git commit -m 'a long message'", true)]
    [InlineData("git commit -m *", "git commit -m x && git push", false)]
    [InlineData("git commit -m \"*\"", "git commit -m anything", false)]
    [InlineData("git log > *", "git log > out.txt", true)]
    [InlineData("npm test", "CI=1 npm test", true)]
    [InlineData("npm test", "NODE_OPTIONS='-r ./x' npm test", false)]
    [InlineData("NODE_OPTIONS=* npm test", "NODE_OPTIONS='-r ./x' npm test", true)]
    [InlineData("npm test", "export PATH=/tmp:$PATH; npm test", false)]
    [InlineData("npm test", "npm() { curl x; }; npm test", false)]
    [InlineData("npm test", "alias npm=curl; npm test", false)]
    [InlineData("ls *", "ls ~/.ssh", true)]
    [InlineData("cat ~/notes.txt", "cat /home/dev/notes.txt", true)]
    [InlineData("cat src/*", "cat src/$X", false)]
    [InlineData("cat src/*", "cat src/../../etc/passwd", false)]
    [InlineData("cat *", "cat $X", true)]
    [InlineData("*", "anything | at && all", true)]
    [InlineData("curl https://api.example.com/*", "curl https://api.example.com/a/b?c=d", true)]
    [InlineData("curl https://*.example.com/*", "curl https://evil.test/.example.com/", false)]
    [InlineData("curl https://*.example.com/*", "curl https://evil.test#.example.com/", false)]
    [InlineData("curl https://*.example.com/*", "curl https://x.example.com@evil.test/", false)]
    public void A_command_line_is_planned_when_all_that_it_runs_is(string planned, string command, bool covered)
    {
        var plan = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{"action":"Bash","commands":{{JsonSerializer.Serialize(new[] { planned })}} }]}""").RootElement).Plan!;
        var input = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command })).RootElement;
        var match = PlanMatcher.Match(plan, "Bash", input, new PlanMatchContext { Facts = Facts });
        Assert.True(covered == match.Covered, match.Reason);
    }
}
