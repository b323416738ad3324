using System.Text.Json;
using Sallyport.Plans;

namespace Sallyport.Tests.Plans;

public class PlanReaderTests
{
    private static PlanReading Read(string json) => PlanReader.Read(JsonDocument.Parse(json).RootElement);

    [Theory]
    [InlineData("allowed_commands")]
    [InlineData("cmds")]
    [InlineData("patterns")]
    [InlineData("onlyPaths")]
    [InlineData("restrict_to")]
    public void A_limit_that_is_not_understood_is_an_error_and_no_wider_step(string field)
    {
        Assert.Contains(field, Read($$"""{"goal":"g","steps":[{"action":"Bash","{{field}}":["ls"]}]}""").Problem);
        Assert.Contains(field, Read("""{"goal":"g","steps":[{"action":"Bash","metadata":{"FIELD":["ls"]}}]}""".Replace("FIELD", field)).Problem);
        Assert.NotNull(Read("""{"goal":"g","steps":[{"action":"Bash","id":1,"status":"pending","depends_on":[0],"notes":["x"]}]}""").Plan);
    }

    private static string Normal(string json)
    {
        var reading = Read(json);
        Assert.True(reading.Plan is not null, reading.Problem);
        return System.Text.Encoding.UTF8.GetString(PlanJson.Write(reading.Plan));
    }

    [Theory]
    // As documented.
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","description":"d","metadata":{"inputs":{"command":"npm test"}}}]}""")]
    // JSON in strings, at every level.
    [InlineData("""{"goal":"g","steps":"[{\"action\":\"Bash\",\"description\":\"d\",\"metadata\":{\"inputs\":{\"command\":\"npm test\"}}}]"}""")]
    [InlineData("""{"plan":"{\"goal\":\"g\",\"steps\":[{\"action\":\"Bash\",\"description\":\"d\",\"commands\":[\"npm test\"]}]}"}""")]
    [InlineData("""{"goal":"g","steps":["{\"action\":\"Bash\",\"description\":\"d\",\"commands\":\"npm test\"}"]}""")]
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","description":"d","metadata":{"inputs":"{\"command\":\"npm test\"}"}}]}""")]
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","description":"d","metadata":"{\"inputs\":{\"command\":\"npm test\"}}"}]}""")]
    [InlineData("""  "{\"goal\":\"g\",\"steps\":[{\"action\":\"Bash\",\"reason\":\"d\",\"command\":\"npm test\"}]}" """)]
    // A plan inside, under the outer arguments.
    [InlineData("""{"plan":{"goal":"g","steps":[{"action":"Bash","description":"d","commands":["npm test"]}]}}""")]
    [InlineData("""{"goal":"g","plan":{"goal":"other","steps":[{"action":"Bash","description":"d","commands":["npm test"]}]}}""")]
    [InlineData("""{"goal":"g","plan":[{"action":"Bash","description":"d","commands":["npm test"]}]}""")]
    // Other names.
    [InlineData("""{"goal":"g","steps":[{"tool":"exec_command","rationale":"d","inputs":{"cmd":"npm test"}}]}""")]
    [InlineData("""{"goal":"g","steps":[{"tool_name":"shell","why":"d","params":{"command":["bash","-lc","npm test"]}}]}""")]
    [InlineData("""{"objective":"g","steps":[{"name":"functions.shell_command","reason":"d","arguments":{"command":"npm test"}}]}""")]
    [InlineData("""{"goal":"g","steps":[{"function":{"name":"container.exec","arguments":"{\"cmd\":\"npm test\"}"},"purpose":"d"}]}""")]
    [InlineData("""{"goal":"g","steps":[{"toolName":"local_shell","description":"d","input":"npm test"}]}""")]
    [InlineData("""{"goal":"g","steps":[{"command":"npm test","description":"d"}]}""")]
    // One step instead of a list.
    [InlineData("""{"goal":"g","steps":{"action":"unified_exec","description":"d","commands":"npm test"}}""")]
    public void What_models_send_is_read_as_one_plan(string json) =>
        Assert.Equal("""{"goal":"g","steps":[{"action":"Bash","description":"d","commands":["npm test"]}]}""", Normal(json));

    [Theory]
    [InlineData("\"Bash: run the tests\"", "Bash", "run the tests")]
    [InlineData("\"`Bash` - run the tests\"", "Bash", "run the tests")]
    [InlineData("\"apply_patch\"", "apply_patch", "")]
    [InlineData("\"Edit: mend it\"", "apply_patch", "mend it")]
    [InlineData("\"mcp__my-srv__read.thing: look\"", "mcp__my_srv__read_thing", "look")]
    public void A_text_that_begins_with_a_tool_is_a_step(string step, string action, string description)
    {
        var plan = Read($$"""{"goal":"g","steps":[{{step}}]}""").Plan!;
        Assert.Equal((action, description), (plan.Steps[0].Action, plan.Steps[0].Description));
    }

    [Theory]
    [InlineData("""{"steps":[{"action":"Bash"}]}""", "goal")]
    [InlineData("""{"goal":" ","steps":[{"action":"Bash"}]}""", "goal")]
    [InlineData("""{"goal":"g"}""", "steps")]
    [InlineData("""{"goal":"g","steps":[]}""", "steps")]
    [InlineData("""{"goal":"g","steps":7}""", "steps")]
    [InlineData("""{"goal":"g","plan":7,"steps":["Bash"]}""", "plan")]
    [InlineData("""{"goal":"g","steps":["Bash","run the tests"]}""", "steps[1]")]
    [InlineData("""{"goal":"g","steps":["Write tests for it"]}""", "steps[0]")]
    [InlineData("""{"goal":"g","steps":["Bash",{"description":"d"}]}""", "steps[1].action")]
    [InlineData("""{"goal":"g","steps":["Bash","Bash",{"action":"*"}]}""", "steps[2].action")]
    [InlineData("""{"goal":"g","steps":[{"action":""}]}""", "steps[0].action")]
    [InlineData("""{"goal":"g","steps":[{"action":"mcp__*"}]}""", "steps[0].action")]
    [InlineData("""{"goal":"g","steps":[{"action":"mcp__a*__b"}]}""", "steps[0].action")]
    [InlineData("""{"goal":"g","steps":[{"tool":7}]}""", "steps[0].tool")]
    [InlineData("""{"goal":"g","steps":[{"action":"view_image","inputs":[1]}]}""", "steps[0].inputs")]
    [InlineData("""{"goal":"g","steps":[{"action":"view_image","commands":["x"]}]}""", "steps[0].commands")]
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","commands":[7]}]}""", "steps[0].commands[0]")]
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","commands":[""]}]}""", "steps[0].commands[0]")]
    [InlineData("""{"goal":"g","steps":[{"action":"Bash","paths":{"a":1}}]}""", "steps[0].paths")]
    [InlineData("""{"goal":"g","steps":[{"action":"apply_patch","command":"edit a.cs"}]}""", "steps[0].command")]
    [InlineData("7", "arguments")]
    [InlineData("null", "arguments")]
    public void What_is_no_plan_is_refused_with_its_place_and_an_example(string json, string path)
    {
        var reading = Read(json);
        Assert.Null(reading.Plan);
        Assert.Contains(reading.Faults, fault => fault.Path == path);
        Assert.Contains($"- {path} ", reading.Problem, StringComparison.Ordinal);
        Assert.Contains(PlanReading.Example, reading.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_is_itself_a_plan() => Assert.Equal(3, Read(PlanReading.Example).Plan!.Steps.Count);

    [Fact]
    public void The_files_of_a_patch_are_paths() =>
        Assert.Equal(
            """{"goal":"g","steps":[{"action":"apply_patch","paths":["src/a.cs"]},{"action":"apply_patch","paths":["b","c"]}]}""",
            Normal("""{"goal":"g","steps":[{"action":"Write","inputs":{"file_path":"src/a.cs"}},{"action":"apply_patch","files":["b","c"]}]}"""));

    [Fact]
    public void A_plan_too_large_is_refused()
    {
        var step = """{"action":"Bash"}""";
        Assert.Contains(Read($$"""{"goal":"g","steps":[{{string.Join(',', Enumerable.Repeat(step, 201))}}]}""").Faults, f => f.Message.Contains("at most 200", StringComparison.Ordinal));
        Assert.NotNull(Read($$"""{"goal":"g","steps":[{{string.Join(',', Enumerable.Repeat(step, 200))}}]}""").Plan);
        Assert.Contains(Read($$"""{"goal":"g","steps":[{{string.Join(',', Enumerable.Repeat(step, 20_000))}}]}""").Faults, f => f.Message.Contains("larger", StringComparison.Ordinal));
        Assert.Null(Read($$"""{"goal":"g","steps":[{"action":"Bash","command":"{{new string('x', PlanLimits.Command + 1)}}"}]}""").Plan);
        Assert.Null(Read("""{"goal":"g","steps":[{"action":"t","inputs":{"a":""" + string.Concat(Enumerable.Repeat("[", 30)) + string.Concat(Enumerable.Repeat("]", 30)) + "}}]}").Plan);
    }

    [Fact]
    public void Long_prose_is_shortened_since_it_decides_nothing() =>
        Assert.Equal(PlanLimits.Prose, Read($$"""{"goal":"{{new string('g', 9000)}}","steps":["Bash"]}""").Plan!.Goal.Length);
}
