using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Tests.Plans;

public class PlanMatcherTests
{
    private static readonly ObservedFacts Facts = new() { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };

    private static PlanMatch Match(string steps, string tool, string input, bool strict = false, ObservedFacts? facts = null)
    {
        var reading = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{steps}}]}""").RootElement);
        Assert.True(reading.Plan is not null, reading.Problem);
        return PlanMatcher.Match(reading.Plan, tool, JsonDocument.Parse(input).RootElement, new PlanMatchContext { Facts = facts ?? Facts, Strict = strict });
    }

    private static PlanMatch Run(string steps, string command, bool strict = false) =>
        Match(steps, "Bash", JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command }), strict);

    private static string Bash(params string[] commands) => $$"""{"action":"Bash","commands":{{JsonSerializer.Serialize(commands)}}}""";

    [Theory]
    [InlineData("\"Bash\"", "Bash", """{"command":"anything | at all"}""", "InPlan")]
    [InlineData("\"Bash\"", "exec_command", """{"command":"x"}""", "InPlan")]
    [InlineData("\"Bash\"", "apply_patch", """{"command":"*** Begin Patch"}""", "Drift")]
    [InlineData("\"apply_patch\"", "Bash", """{"command":"ls"}""", "Drift")]
    [InlineData("\"mcp__a__*\"", "mcp__a__b", "{}", "InPlan")]
    [InlineData("\"mcp__a__*\"", "mcp__b__b", "{}", "Drift")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"q":"x"}}""", "mcp__a__b", """{"q":"x","n":1}""", "InPlan")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"q":"x"}}""", "mcp__a__b", """{"q":"y"}""", "Mismatch")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"q":"x","n":1}}""", "mcp__a__b", """{"q":"x"}""", "Mismatch")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"zzz":1}}""", "mcp__a__b", """{"q":"x"}""", "ByNameOnly")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"o":{"k":[1,{"d":true}]}}}""", "mcp__a__b", """{"o":{"k":[0,{"d":true,"e":2},1.0],"z":1}}""", "InPlan")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"o":{"k":[1,2]}}}""", "mcp__a__b", """{"o":{"k":[1]}}""", "Mismatch")]
    [InlineData("""{"action":"mcp__a__b","inputs":{"o":null}}""", "mcp__a__b", """{"o":"x"}""", "Mismatch")]
    [InlineData("""{"action":"mcp__a__b","paths":["src/**"]}""", "mcp__a__b", """{"path":"src/../../etc/passwd"}""", "Mismatch")]
    [InlineData("""{"action":"mcp__a__b","paths":["src/**"]}""", "mcp__a__b", """{"path":"/ws/src/a.cs"}""", "InPlan")]
    [InlineData("""{"action":"mcp__a__b","paths":["src/**"]}""", "mcp__a__b", """{"q":1}""", "ByNameOnly")]
    [InlineData("""{"action":"mcp__a__b","hosts":["*.example.com"]}""", "mcp__a__b", """{"url":"https://api.example.com/x"}""", "InPlan")]
    [InlineData("""{"action":"mcp__a__b","hosts":["*.example.com"]}""", "mcp__a__b", """{"url":"https://api.example.com@evil.test/x"}""", "Mismatch")]
    [InlineData("""{"action":"view_image","inputs":{"file_path":"a.png"}}""", "view_image", """{"path":"a.png"}""", "InPlan")]
    [InlineData("""{"action":"view_image","inputs":{"file_path":"a.png"}}""", "view_image", """{"path":"b.png"}""", "Mismatch")]
    [InlineData("\"collaborationspawn_agent\"", "collaborationsend_message", """{"message":"m"}""", "InPlan")]
    public void A_call_is_held_against_the_steps_of_its_tool(string steps, string tool, string input, string kind) =>
        Assert.Equal(kind, Match(steps, tool, input).Kind.ToString());

    [Theory]
    [InlineData("npm test", "npm test", "InPlan")]
    [InlineData("npm test", " npm test ", "InPlan")]
    [InlineData("npm test", "npm  test", "InPlan")]
    [InlineData("npm test", "npm test --silent", "Mismatch")]
    [InlineData("npm test *", "npm test --silent -- a", "InPlan")]
    [InlineData("npm test *", "npm test", "InPlan")]
    [InlineData("npm *", "npmx test", "Mismatch")]
    [InlineData("git * status", "git -C sub status", "Mismatch")]
    [InlineData("git * origin main", "git push origin main", "InPlan")]
    [InlineData("git * origin main", "git push x origin main", "Mismatch")]
    [InlineData("git status", "git status && curl x", "Mismatch")]
    [InlineData("git status", "git status; curl x", "Mismatch")]
    [InlineData("git status && npm test", "git status && npm test", "InPlan")]
    [InlineData("npm test", "PATH=/tmp npm test", "Mismatch")]
    [InlineData("cat src/*.cs", "cat src/a.cs", "InPlan")]
    [InlineData("cat src/*", "cat src/../x", "Mismatch")]
    [InlineData("cat src/*", "cat src/a/b", "Mismatch")]
    [InlineData("cat src/**", "cat src/a/b", "InPlan")]
    [InlineData("cat x", "/usr/bin/cat x", "InPlan")]
    [InlineData("cat x", "/tmp/cat x", "Mismatch")]
    public void A_command_is_compared_word_by_word(string planned, string command, string kind) =>
        Assert.Equal(kind, Run(Bash(planned), command).Kind.ToString());

    [Fact]
    public void A_wrong_key_is_read_as_the_right_one_or_counts_as_a_name_only()
    {
        Assert.Equal(PlanMatchKind.Mismatch, Run("""{"action":"Bash","inputs":{"cmd":"npm test"}}""", "rm x").Kind);
        Assert.Equal(PlanMatchKind.InPlan, Run("""{"action":"Bash","inputs":{"cmd":"npm test"}}""", "npm test").Kind);
        var byName = Run("""{"action":"Bash","inputs":{"zzz":1}}""", "rm x");
        Assert.Equal((PlanMatchKind.ByNameOnly, true), (byName.Kind, byName.Covered));
        Assert.False(Run("""{"action":"Bash","inputs":{"zzz":1}}""", "rm x", strict: true).Covered);
    }

    [Fact]
    public void A_real_input_under_another_name_is_still_compared() =>
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), "Bash", """{"cmd":"rm x"}""").Kind);

    [Fact]
    public void The_whole_command_is_compared_not_its_beginning()
    {
        var command = "echo " + new string('a', 2000);
        Assert.Equal(PlanMatchKind.InPlan, Run(Bash(command), command).Kind);
        Assert.Equal(PlanMatchKind.Mismatch, Run(Bash(command), command + " && curl x").Kind);
    }

    [Fact]
    public void The_directory_of_a_command_is_compared()
    {
        var planned = """{"action":"Bash","inputs":{"command":"npm test","workdir":"sub"}}""";
        Assert.Equal(PlanMatchKind.Mismatch, Run(planned, "npm test").Kind);
        Assert.Equal(PlanMatchKind.InPlan, Match(planned, "Bash", """{"command":"npm test"}""", facts: Facts with { Cwd = "/ws/sub" }).Kind);
    }

    [Theory]
    [InlineData("src/a.cs", "InPlan")]
    [InlineData("./src/x/b.cs", "InPlan")]
    [InlineData("/ws/src/c.cs", "InPlan")]
    [InlineData("src/../secrets.txt", "Mismatch")]
    [InlineData("README.md", "Mismatch")]
    [InlineData("docs/x.md", "InPlan")]
    public void Each_file_of_a_patch_lies_within_some_step(string file, string kind)
    {
        var patch = JsonSerializer.Serialize($"*** Begin Patch\n*** Update File: src/ok.cs\n@@\n-a\n+b\n*** Add File: {file}\n+x\n*** End Patch");
        var steps = """{"action":"apply_patch","paths":["src"]},{"action":"Edit","paths":["docs/*.md"]}""";
        Assert.Equal(kind, Match(steps, "apply_patch", $$"""{"command":{{patch}}}""").Kind.ToString());
    }

    [Fact]
    public void A_file_behind_a_link_is_where_the_link_leads()
    {
        var facts = Facts with { Files = new Dictionary<string, FileFact> { ["/ws/src/link"] = new(FileKind.File, "/etc/passwd") } };
        var input = """{"command":"*** Begin Patch\n*** Update File: src/link\n*** End Patch"}""";
        Assert.Equal(PlanMatchKind.Mismatch, Match("""{"action":"apply_patch","paths":["src/**"]}""", "apply_patch", input, facts: facts).Kind);
    }

    [Fact]
    public void Messages_name_the_tool_the_nearest_step_and_the_next_move()
    {
        var drift = Match("\"apply_patch\"", "Bash", """{"command":"ls"}""").Reason;
        Assert.StartsWith("Sallyport intent drift: tool not in plan (Bash).", drift, StringComparison.Ordinal);
        Assert.Contains("mcp__sallyport__register_intent_plan", drift, StringComparison.Ordinal);
        var mismatch = Run(Bash("npm test") + "," + Bash("git push origin main"), "git push origin x:main token=abc").Reason;
        Assert.StartsWith("Sallyport intent mismatch: 'git push' is not covered. Nearest planned step: 2 (Bash: git push origin main).", mismatch, StringComparison.Ordinal);
        Assert.DoesNotContain("token", mismatch, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_array_is_not_compared_for_ever()
    {
        var steps = """{"action":"mcp__a__b","inputs":{"a":[""" + string.Join(',', Enumerable.Range(0, 5000)) + "]}}";
        var input = $$"""{"a":[{{string.Join(',', Enumerable.Range(10_000, 200_000))}}]}""";
        Assert.Equal(PlanMatchKind.Mismatch, Match(steps, "mcp__a__b", input).Kind);
    }
}
