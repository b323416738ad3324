using System.Text;
using Sallyport.Protocol;

namespace Sallyport.Tests.Protocol;

public class HookEventTests
{
    private const string Call = """
        {"session_id":"s","turn_id":"t","cwd":"/w","hook_event_name":"PreToolUse","permission_mode":"default","transcript_path":null,
         "tool_name":"Bash","tool_input":{"command":"ls"},"tool_use_id":"call_1","a_field_codex_adds_tomorrow":[1]}
        """;

    private static HookEvent Read(string json, EventName name = EventName.PreToolUse) => HookEvent.Read(Encoding.UTF8.GetBytes(json), name);

    [Fact]
    public void A_tool_call_is_read_whole()
    {
        var call = Read(Call);
        Assert.Equal(("s", "t", "/w", "Bash", "call_1"), (call.SessionId, call.TurnId, call.Cwd, call.ToolName, call.ToolUseId));
        Assert.Equal("""{"command":"ls"}""", call.ToolInput.GetRawText());
        Assert.Null(call.TranscriptPath);
        Assert.Null(call.AgentId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"hook_event_name\":\"PreToolUse\"}")]
    [InlineData("not json")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1} {\"b\":2}")]
    [InlineData("{/* comment */\"a\":1}")]
    public void What_is_no_event_is_refused(string json) => Assert.Throws<MalformedInputException>(() => Read(json));

    [Theory]
    [InlineData("session_id")]
    [InlineData("cwd")]
    [InlineData("tool_name")]
    [InlineData("tool_input")]
    [InlineData("tool_use_id")]
    [InlineData("hook_event_name")]
    public void A_missing_field_is_named(string field)
    {
        var wrong = Assert.Throws<MalformedInputException>(() => Read(Call.Replace($"\"{field}\"", "\"something_else\"")));
        Assert.Contains(field, wrong.Message);
    }

    [Theory]
    [InlineData("\"session_id\":\"s\"", "\"session_id\":7")]
    [InlineData("\"session_id\":\"s\"", "\"session_id\":\"\"")]
    [InlineData("\"tool_name\":\"Bash\"", "\"tool_name\":null")]
    [InlineData("\"cwd\":\"/w\"", "\"cwd\":[\"/w\"]")]
    [InlineData("\"turn_id\":\"t\"", "\"turn_id\":{}")]
    public void A_field_of_the_wrong_type_is_refused(string from, string to) =>
        Assert.Throws<MalformedInputException>(() => Read(Call.Replace(from, to)));

    [Fact]
    public void Another_event_is_refused() => Assert.Throws<MalformedInputException>(() => Read(Call, EventName.PostToolUse));

    [Theory]
    [InlineData("""{"session_id":"a","session_id":"b"}""")]
    [InlineData("""{"tool_input":{"command":"ls","command":"rm -rf /"}}""")]
    [InlineData("""{"tool_input":{"command":"ls","c\u006fmmand":"rm -rf /"}}""")]
    public void Duplicate_keys_are_refused(string json) => Assert.Throws<MalformedInputException>(() => Read(json));

    [Fact]
    public void A_hundred_thousand_levels_are_refused_without_a_crash()
    {
        var deep = Call.Replace("{\"command\":\"ls\"}", new string('[', 100_000) + new string(']', 100_000));
        Assert.Throws<MalformedInputException>(() => Read(deep));
    }

    [Theory]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}' })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public void A_byte_order_mark_and_invalid_UTF8_are_refused(byte[] bytes) =>
        Assert.Throws<MalformedInputException>(() => HookEvent.Read(bytes, EventName.PreToolUse));

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Throws<MalformedInputException>(() => Read(Call.Replace("\"Bash\"", "\"\\ud800\"")));

    [Fact]
    public void A_prompt_may_be_empty() =>
        Assert.Equal("", Read("""{"session_id":"s","cwd":"/w","hook_event_name":"UserPromptSubmit","prompt":""}""", EventName.UserPromptSubmit).Prompt);
}
