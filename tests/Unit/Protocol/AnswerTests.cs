using System.Text;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Tests.Protocol;

/// <summary>Codex ignores an answer with one field it does not know: each shape is compared whole.</summary>
public class AnswerTests
{
    private static string Text(Answer answer) => Encoding.UTF8.GetString(answer.Json);

    [Fact]
    public void Nothing_is_no_bytes_at_all() => Assert.True(Answer.None.Json.IsEmpty);

    [Fact]
    public void A_denied_tool_call() => Assert.Equal(
        """{"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"no"}}""",
        Text(Answer.DenyTool("no")));

    [Fact]
    public void A_denied_tool_call_with_a_line_for_the_person() => Assert.Equal(
        """{"systemMessage":"hi","hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"no"}}""",
        Text(Answer.DenyTool("no", "hi")));

    [Fact]
    public void A_denied_permission() => Assert.Equal(
        """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"deny","message":"no"}}}""",
        Text(Answer.DenyPermission("no")));

    [Fact]
    public void An_allowed_permission() => Assert.Equal(
        """{"hookSpecificOutput":{"hookEventName":"PermissionRequest","decision":{"behavior":"allow"}}}""",
        Text(Answer.AllowPermission()));

    [Fact]
    public void A_withheld_result() => Assert.Equal("""{"decision":"block","reason":"why"}""", Text(Answer.Block("why")));

    [Fact]
    public void More_for_the_model() => Assert.Equal(
        """{"hookSpecificOutput":{"hookEventName":"SessionStart","additionalContext":"c"}}""",
        Text(Answer.Context(EventName.SessionStart, "c")));

    [Fact]
    public void A_line_for_the_person() => Assert.Equal("""{"systemMessage":"m"}""", Text(Answer.Tell("m")));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void A_blank_reason_is_never_sent(string blank)
    {
        foreach (var name in Enum.GetValues<EventName>().Where(n => n.CanBlock()))
        {
            using var json = JsonDocument.Parse(Text(Answer.Refuse(name, blank)));
            Assert.DoesNotContain(Strings(json.RootElement), string.IsNullOrWhiteSpace);
            Assert.True(Answer.Refuse(name, blank).Stops);
        }
    }

    [Theory]
    [InlineData("quote \" backslash \\ newline \n tab \t nul \0 escape \u001b")]
    [InlineData("emoji 😀 and half of one \ud83d")]
    [InlineData("</script> & <b>")]
    public void Any_text_gives_one_JSON_object(string text)
    {
        using var json = JsonDocument.Parse(Answer.DenyTool(text, text).Json.ToArray());
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.NotEqual(0xEF, Answer.DenyTool(text).Json[0]);
    }

    [Fact]
    public void Events_that_cannot_refuse_tell_the_person()
    {
        Assert.Equal("""{"systemMessage":"broken"}""", Text(Answer.Refuse(EventName.Stop, "broken")));
        Assert.Equal("""{"systemMessage":"broken"}""", Text(Answer.Refuse(EventName.SessionStart, "broken")));
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
