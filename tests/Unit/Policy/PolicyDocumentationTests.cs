using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Tests.Policy;

/// <summary>The rules of docs/policy.md do what it says of them.</summary>
public class PolicyDocumentationTests
{
    private static string Documentation()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, "docs", "policy.md"))) return File.ReadAllText(Path.Combine(at, "docs", "policy.md"));
        throw new FileNotFoundException("docs/policy.md");
    }

    private static IEnumerable<(string Rules, string Default, string[] Cases)> Worked()
    {
        var text = Documentation();
        for (var at = 0; (at = text.IndexOf("```cases\n", at, StringComparison.Ordinal)) >= 0; at++)
        {
            var start = text.LastIndexOf("```json", at, StringComparison.Ordinal);
            var line = text.IndexOf('\n', start);
            var rules = text[(line + 1)..text.IndexOf("```", line, StringComparison.Ordinal)];
            var given = text[(start + 7)..line].Trim();
            var cases = text[(at + 9)..text.IndexOf("```", at + 9, StringComparison.Ordinal)];
            yield return (rules, given.Length == 0 ? "allow" : given["default=".Length..], cases.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void A_dozen_worked_rules_do_what_is_said_of_them()
    {
        var worked = Worked().ToList();
        Assert.True(worked.Count >= 12);
        foreach (var (rules, otherwise, cases) in worked)
        {
            var layer = RandomPolicy.Layer(RandomPolicy.Read($$"""{"default":"{{otherwise}}","rules":[{{rules}}]}"""));
            Assert.NotEmpty(cases);
            foreach (var line in cases)
            {
                var verdict = line[..line.IndexOf(' ')];
                var call = line[verdict.Length..].Trim();
                Assert.True(verdict == RandomPolicy.Judge(Call(call), layer).Verdict.Word(), $"{line}\n{rules}");
            }
        }
    }

    [Fact]
    public void The_whole_file_shown_is_a_policy()
    {
        var text = Documentation();
        var start = text.IndexOf("```json\n{\n  \"version\"", StringComparison.Ordinal) + 8;
        Assert.Single(RandomPolicy.Read(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]).Rules);
    }

    [Fact]
    public void A_subagent_is_told_from_the_root()
    {
        var rule = Worked().Single(worked => worked.Rules.Contains("subagents", StringComparison.Ordinal)).Rules;
        var set = new PolicySet([RandomPolicy.Layer(RandomPolicy.Read($$"""{"rules":[{{rule}}]}"""))]);
        var call = Call("""apply_patch {"command":"*** Begin Patch\n*** Add File: a.txt\n+x\n*** End Patch\n"}""");
        Assert.Equal(Verdict.Deny, set.Evaluate(call, new PolicyContext { Facts = RandomPolicy.Facts, AgentId = "a1" }).Verdict);
    }

    private static ToolCall Call(string text)
    {
        var brace = text.IndexOf(" {", StringComparison.Ordinal);
        var tool = brace > 0 ? text[..brace] : "";
        return tool is "apply_patch" or "view_image" || tool.StartsWith("mcp__", StringComparison.Ordinal)
            ? new ToolCall(tool, JsonDocument.Parse(text[brace..]).RootElement)
            : new ToolCall("Bash", JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = text })).RootElement);
    }
}
