using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.F5;

namespace Sallyport.Tests.Guards;

/// <summary>F5's bodies, held against the shapes that its public clients send and read.</summary>
public class F5MessageTests
{
    private static GuardAnswer Answer(string body, int status = 200, string? retryAfter = null) =>
        F5Messages.Answer(new HttpReply { Status = status, Body = Encoding.UTF8.GetBytes(body), RetryAfter = retryAfter, ContentType = "application/json" }, DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(Surface.Prompt, "request")]
    [InlineData(Surface.ToolInput, "request")]
    [InlineData(Surface.ToolOutput, "response")]
    [InlineData(Surface.Response, "response")]
    public void A_scan_names_its_direction_project_and_origin(Surface surface, string direction)
    {
        var question = new GuardQuestion { Surface = surface, Event = "PreToolUse", Text = "x", Session = "s", Turn = "t", Tool = "Bash" };
        var body = JsonNode.Parse(F5Messages.Request("some text", "p1", question))!;
        Assert.True(JsonNode.DeepEquals(body, new JsonObject
        {
            ["input"] = "some text", ["project"] = "p1", ["scanDirection"] = direction,
            ["externalMetadata"] = new JsonObject { ["hook"] = "PreToolUse", ["tool_name"] = "Bash", ["session_id"] = "s", ["turn_id"] = "t" },
        }));
    }

    [Fact]
    public void Without_a_project_none_is_named() =>
        Assert.Null(JsonNode.Parse(F5Messages.Request("x", null, new GuardQuestion { Surface = Surface.Prompt, Event = "e", Text = "", Session = "s" }))!["project"]);

    [Theory]
    [InlineData("flagged")]
    [InlineData("blocked")]
    [InlineData("passed")]
    [InlineData("Cleared")]
    [InlineData("a word of next year")]
    public void Whatever_is_not_cleared_is_a_hit(string outcome)
    {
        var answer = Answer(StandIns.Services.F5(outcome));
        Assert.Equal(GuardOutcome.Flagged, answer.Outcome);
        Assert.Equal(["Prompt injection package"], answer.Findings);
    }

    [Fact]
    public void Cleared_is_cleared() => Assert.Equal(GuardOutcome.Cleared, Answer(StandIns.Services.F5("cleared")).Outcome);

    [Fact]
    public void A_redaction_is_used_where_it_is_given()
    {
        Assert.Equal("[gone]", Answer(StandIns.Services.F5("redacted", "[gone]")).Redacted);
        Assert.Equal(GuardOutcome.Flagged, Answer(StandIns.Services.F5("redacted")).Outcome);
    }

    [Theory]
    [InlineData("", 200, "empty")]
    [InlineData("<html>", 200, "not-json")]
    [InlineData("{}{}", 200, "not-json")]
    [InlineData("[1]", 200, "wrong-type")]
    [InlineData("{}", 200, "undecided")]
    [InlineData("""{"result":null}""", 200, "wrong-type")]
    [InlineData("""{"result":{}}""", 200, "undecided")]
    [InlineData("""{"result":{"outcome":true}}""", 200, "wrong-type")]
    [InlineData("""{"result":{"outcome":"cleared"},"result":{"outcome":"flagged"}}""", 200, "not-json")] // two readers would read two verdicts
    [InlineData("""{"result":{"outcome":"cleared"}}""", 401, "unauthorized")]
    [InlineData("""{"result":{"outcome":"cleared"}}""", 403, "forbidden")]
    [InlineData("""{"detail":[{"msg":"x"}]}""", 422, "rejected")]
    [InlineData("""{"result":{"outcome":"cleared"}}""", 302, "redirect")]
    [InlineData("""{"result":{"outcome":"cleared"}}""", 429, "rate-limited")]
    [InlineData("""{"result":{"outcome":"cleared"}}""", 503, "server")]
    public void Everything_else_is_no_verdict(string body, int status, string fault)
    {
        var answer = Answer(body, status);
        Assert.Equal((GuardOutcome.Unavailable, fault), (answer.Outcome, answer.Fault.Word()));
        Assert.NotEmpty(answer.Why);
    }

    [Theory]
    [InlineData("30", 30_000)]
    [InlineData("86400", 300_000)] // no longer than anybody would notice
    [InlineData("Thu, 01 Jan 1970 00:01:00 GMT", 60_000)]
    [InlineData("soon", null)]
    public void A_limit_says_when_to_ask_again(string retryAfter, int? milliseconds) => Assert.Equal(milliseconds, Answer("", 429, retryAfter).RetryAt);
}
