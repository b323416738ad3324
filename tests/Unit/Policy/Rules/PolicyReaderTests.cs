using System.Text;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Tests.Policy.Rules;

public class PolicyReaderTests
{
    private static PolicyReading Read(string json) => PolicyReader.Read("policy.json", Encoding.UTF8.GetBytes(json));

    [Fact]
    public void A_policy_with_every_key_is_read()
    {
        var reading = Read("""
            {
              "$schema": "x", "description": "d", "version": 7, "default": "ask", "builtIn": { "git": "allow", "filesystem": "deny" },
              "rules": [
                { "id": "a", "action": "deny", "tool": ["Bash", "mcp__x__*"], "params": { "command": { "$contains": "rm", "$matches": "r+m" }, "n": 1, "o": { "k": [ { "$equals": "x" } ] } },
                  "anyParam": "text", "command": { "pattern": ["git *"], "program": "git", "args": ["--force"], "effect": ["delete", "send-data"] },
                  "path": { "glob": "~/.ssh", "except": ["~/.ssh/known_hosts"], "access": ["read", "write"] }, "host": "*.example.com",
                  "dataClass": ["PCI", "SECRET"], "agent": "subagent", "permissionMode": "default", "cwd": "/ws", "reason": "r", "suggest": "s" },
                { "id": "b", "action": "allow", "tool": "*", "escalate": true }
              ]
            }
            """);
        Assert.Empty(reading.Faults);
        Assert.Equal((7L, "Ask", 2, 2), (reading.Document!.Version, reading.Document.Default.ToString(), reading.Document.BuiltIn.Count, reading.Document.Rules.Count));
        Assert.True(reading.Document.Find("b")!.Escalate);
    }

    [Theory]
    [InlineData("""{"rule":[]}""", "policy.json: has an unknown key 'rule': a policy has version, default, rules, builtIn, locked, detection, description, $schema")]
    [InlineData("""{"version":1.5}""", "policy.json: version is not a whole number")]
    [InlineData("""{"default":"Deny"}""", "policy.json: default is none of allow, warn, ask, deny")]
    [InlineData("""{"builtIn":{"git":"no"}}""", "policy.json: builtIn.git is none of allow, warn, ask, deny")]
    [InlineData("""{"builtIn":{"guard.own":"allow"}}""", "policy.json: builtIn.guard.own cannot be changed: nothing switches self-protection off")]
    [InlineData("""{"builtIn":{"gti":"deny"}}""", "policy.json: builtIn.gti is no built-in pack or rule: 'sallyport policy built-in' lists them")]
    [InlineData("""{"locked":["gti"]}""", "policy.json: locked holds something that is no built-in pack or rule: 'sallyport policy built-in' lists them")]
    [InlineData("""{"builtIn":{"self-protection":"allow"}}""", "policy.json: builtIn.self-protection cannot be changed: nothing switches self-protection off")]
    [InlineData("""{"rules":{}}""", "policy.json: rules are not a list")]
    [InlineData("""{"rules":[7]}""", "policy.json: rules[0]: is not an object")]
    [InlineData("""{"rules":[{"id":"a b","action":"deny","tool":"*"}]}""", "policy.json: rules[0]: id is missing or not 1 to 64 letters, digits, dots, dashes and underscores")]
    [InlineData("""{"rules":[{"id":"a","action":"Deny","tool":"*"}]}""", "policy.json: rule a: action is none of allow, warn, ask, deny")]
    [InlineData("""{"rules":[{"id":"a","action":"require_approval","tool":"*"}]}""", "policy.json: rule a: action is none of allow, warn, ask, deny")]
    [InlineData("""{"rules":[{"id":"a","tool":"*"}]}""", "policy.json: rule a: action is missing: allow, warn, ask or deny")]
    [InlineData("""{"rules":[{"id":"a","action":"deny"}]}""", "policy.json: rule a: tool is missing: a tool's name, or \"*\" for every tool")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"B*sh"}]}""", "policy.json: rule a: tool 'B*sh' may have a * at its end only")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","tols":"x"}]}""", "policy.json: rule a: has an unknown key 'tols': a rule has id, action, tool, params, anyParam, command, path, host, dataClass, agent, permissionMode, cwd, escalate, reason, suggest")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","dataClass":"pci"}]}""", "policy.json: rule a: dataClass 'pci' is none of PCI, PAYMENT, PII, PHI, SECRET")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","anyParam":{"$like":"x"}}]}""", "policy.json: rule a: anyParam has an unknown operator '$like': $equals, $contains, $startsWith, $endsWith, $matches, $pathContains")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","params":{"c":{"$contains":"x","k":1}}}]}""", "policy.json: rule a: params.c has an unknown operator 'k': $equals, $contains, $startsWith, $endsWith, $matches, $pathContains")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","params":{"c":{"$contains":[]}}}]}""", "policy.json: rule a: params.c.$contains is not a text of 1 to 4096 characters, or a number")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","params":{}}]}""", "policy.json: rule a: params is not an object of fields")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","command":{"effect":"explode"}}]}""", "policy.json: rule a: command.effect 'explode' is no effect: read, write, delete, truncate, move, change-mode, change-owner, execute-downloaded, send-data, connect, escalate, persist, kill, stop-service, change-history, change-infrastructure, install, open-session, tamper-guard, write-disk, execute-unknown, exhaust")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","command":{"prog":"x"}}]}""", "policy.json: rule a: command.prog is unknown: a command has pattern, program, args and effect")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","path":{"access":"read"}}]}""", "policy.json: rule a: path has no glob")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","path":{"glob":"x","access":"exec"}}]}""", "policy.json: rule a: path.access 'exec' is none of read, write, delete")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","permissionMode":"yolo"}]}""", "policy.json: rule a: permissionMode 'yolo' is none of default, acceptEdits, plan, dontAsk, bypassPermissions")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","escalate":true}]}""", "policy.json: rule a: escalate goes with the action allow only")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*"},{"id":"a","action":"allow","tool":"*"}]}""", "policy.json: rule a: id is used twice (again at rules[1])")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","host":"two words"}]}""", "policy.json: rule a: host 'two words' is no host: example.com, *.example.com for all below it, or * for any")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","host":["a.example","*.*.example"]}]}""", "policy.json: rule a: host '*.*.example' is no host: example.com, *.example.com for all below it, or * for any")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","host":"evil*.example"}]}""", "policy.json: rule a: host 'evil*.example' is no host: example.com, *.example.com for all below it, or * for any")]
    [InlineData("{\"version\":1,\n  \"rules\":[],\n  \"rules\":[]}", "policy.json: cannot be read: the input is not acceptable JSON: a key stands twice in one object (line 3, byte 3)")]
    [InlineData("\uFEFF{}", "policy.json: cannot be read: the input begins with a byte-order mark: save it as UTF-8 without one")]
    [InlineData("[]", "policy.json: is not a JSON object")]
    public void What_is_wrong_is_named_with_file_rule_and_place(string json, string fault)
    {
        var reading = Read(json);
        Assert.Null(reading.Document);
        Assert.Contains(fault, reading.Faults.Select(one => one.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"rules":[],"rules":[]}""")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","anyParam":{"$matches":"("}}]}""")]
    [InlineData("""{"rules":[{"id":"a","action":"deny","tool":"*","anyParam":{"$matches":"(a)\\1"}}]}""")]
    public void A_file_that_cannot_be_understood_is_no_policy(string json)
    {
        var reading = Read(json);
        Assert.Null(reading.Document);
        Assert.NotEmpty(reading.Faults);
    }
}
