using System.Text.Json;
using Sallyport.Plans;

namespace Sallyport.Tests.Plans;

public class PlanChangeTests
{
    private static Plan Plan(string steps)
    {
        var reading = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{steps}}]}""").RootElement);
        Assert.True(reading.Plan is not null, reading.Problem);
        return reading.Plan;
    }

    [Theory]
    [InlineData("\"Bash\"", "\"Bash\"", true)]
    [InlineData("""{"action":"Bash","commands":["git status"]}""", "\"Bash\"", true)]
    [InlineData("\"Bash\"", """{"action":"Bash","commands":["git status"]}""", false)]
    [InlineData("""{"action":"Bash","commands":["git log -1"]}""", """{"action":"Bash","commands":["git *"]}""", true)]
    [InlineData("""{"action":"Bash","commands":["git *"]}""", """{"action":"Bash","commands":["git log *"]}""", false)]
    [InlineData("""{"action":"Bash","commands":["a","b"]}""", """{"action":"Bash","commands":["b"]},{"action":"Bash","commands":["a"]}""", true)]
    [InlineData("\"mcp__a__b\"", "\"mcp__a__*\"", true)]
    [InlineData("\"mcp__a__*\"", "\"mcp__a__b\"", false)]
    [InlineData("""{"action":"apply_patch","paths":["src/a"]}""", """{"action":"apply_patch","paths":["src/**"]}""", true)]
    [InlineData("""{"action":"apply_patch","paths":["src"]}""", """{"action":"apply_patch","paths":["src/**"]}""", true)]
    [InlineData("""{"action":"apply_patch","paths":["/src/a"]}""", """{"action":"apply_patch","paths":["src/**"]}""", false)]
    [InlineData("""{"action":"apply_patch","paths":["src/../x"]}""", """{"action":"apply_patch","paths":["src/**"]}""", false)]
    [InlineData("""{"action":"apply_patch","paths":["../../../src"]}""", """{"action":"apply_patch","paths":["/src"]}""", false)]
    [InlineData("""{"action":"t","inputs":{"a":1,"b":2}}""", """{"action":"t","inputs":{"a":1}}""", true)]
    [InlineData("""{"action":"t","inputs":{"a":1}}""", """{"action":"t","inputs":{"a":1,"b":2}}""", false)]
    [InlineData("""{"action":"t","hosts":["api.x.test"]}""", """{"action":"t","hosts":["*.x.test"]}""", true)]
    [InlineData("""{"action":"t","hosts":["x.test"]}""", """{"action":"t","hosts":["*.x.test"]}""", false)]
    public void A_plan_lies_within_another_when_it_allows_no_more(string child, string root, bool within) =>
        Assert.Equal(within, PlanNarrowing.IsWithin(Plan(child), Plan(root)));

    [Fact]
    public void A_change_tells_what_was_added_and_taken_away()
    {
        var change = PlanChange.Between(Plan("""{"action":"Bash","commands":["git status"]},"view_image" """), Plan("""{"action":"Bash","commands":["git *"]}"""));
        Assert.True(change.Widens);
        Assert.Equal("+ Bash: git *; - view_image", change.Summary);
        Assert.False(PlanChange.Between(Plan("\"Bash\""), Plan("""{"action":"Bash","commands":["git *"]}""")).Widens);
        Assert.True(PlanChange.Between(null, Plan("\"Bash\"")).Widens);
    }
}
