using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Tests.Install;

/// <summary>The expected values are what Codex 0.169.0 itself answered to <c>hooks/list</c> for these definitions.</summary>
public class TrustHashTests
{
    [Fact]
    public void Codex_computes_the_same_over_every_field()
    {
        var hook = new HookHandler("PreToolUse", 0, 0, "*", "/bin/true || /bin/sh -c 'echo \"x\" >&2; exit 2'", 86400, false, "Sallyport");
        Assert.Equal("sha256:e1b511f6fb91e8d6fe38eb5619e044972ae9f739868cec1ff28d9fcf972d7f58", TrustHash.Of(hook));
    }

    [Fact]
    public void Defaults_are_filled_in_and_a_matcher_where_none_is_taken_is_left_out()
    {
        var hook = new HookHandler("Stop", 0, 0, "*", "/bin/true é \u0001");
        Assert.Equal("sha256:98a9e97e46cdf911030c290a841f80ea6376c7e5e29d6b2a6aeec0ff46575bbd", TrustHash.Of(hook));
    }

    [Theory]
    [InlineData("PreToolUse", "pre_tool_use")]
    [InlineData("Stop", "stop")]
    [InlineData("UserPromptSubmit", "user_prompt_submit")]
    public void The_event_is_spelt_as_in_config_toml(string name, string state) => Assert.Equal(state, TrustHash.StateName(name));

    [Fact]
    public void Every_field_counts()
    {
        var hook = new HookHandler("PreToolUse", 0, 0, "*", "/x", 5);
        HookHandler[] others =
        [
            hook with { Matcher = null }, hook with { Command = "/y" }, hook with { Timeout = 6 }, hook with { Async = true },
            hook with { StatusMessage = "" }, hook with { AdditionalContextLimit = 0 }, hook with { Event = "PostToolUse" },
        ];
        Assert.Equal(others.Length + 1, others.Append(hook).Select(TrustHash.Of).Distinct().Count());
        Assert.Equal(TrustHash.Of(hook), TrustHash.Of(hook with { Group = 3, Index = 1, AdditionalContextLimit = 2500 }));
    }
}
