using Sallyport.Plans;

namespace Sallyport.Tests.Plans;

public class ToolNamesTests
{
    [Theory]
    [InlineData("Bash", "Bash")]
    [InlineData("bash", "Bash")]
    [InlineData("exec_command", "Bash")]
    [InlineData("SHELL", "Bash")]
    [InlineData("local_shell", "Bash")]
    [InlineData("unified_exec", "Bash")]
    [InlineData("container.exec", "Bash")]
    [InlineData("shell_command", "Bash")]
    [InlineData("functions.exec_command", "Bash")]
    [InlineData(" `Bash` ", "Bash")]
    [InlineData("Edit", "apply_patch")]
    [InlineData("Write", "apply_patch")]
    [InlineData("apply-patch", "apply_patch")]
    [InlineData("Agent", "spawn_agent")]
    [InlineData("collaborationspawn_agent", "spawn_agent")]
    [InlineData("collaboration.spawn_agent", "spawn_agent")]
    [InlineData("multi_agent_v1wait_agent", "wait_agent")]
    [InlineData("collaborationist", "collaborationist")]
    [InlineData("mcp__my-srv__read.thing", "mcp__my_srv__read_thing")]
    [InlineData("mcp__my_srv.read_thing", "mcp__my_srv__read_thing")]
    [InlineData("mcp__srv__*", "mcp__srv__*")]
    [InlineData("mcp__srv__größe", "mcp__srv__gr__e")]
    public void Names_of_one_tool_are_one_name(string name, string canonical) => Assert.Equal(canonical, ToolNames.Canonical(name));

    [Theory]
    [InlineData("mcp__srv__*", "mcp__srv__read", true)]
    [InlineData("mcp__srv__*", "mcp__srv2__read", false)]
    [InlineData("mcp__srv__re*", "mcp__srv__read", true)]
    [InlineData("spawn_agent", "send_message", true)]
    [InlineData("spawn_agent", "spawn_agents_on_csv", false)]
    [InlineData("Bash", "apply_patch", false)]
    public void A_planned_name_covers_calls(string planned, string called, bool covers) => Assert.Equal(covers, ToolNames.Covers(planned, called));

    [Theory]
    [InlineData("update_plan", true)]
    [InlineData("get_goal", true)]
    [InlineData("request_user_input", true)]
    [InlineData("multi_agent_v1wait_agent", true)]
    [InlineData("collaborationwait", true)]
    [InlineData("list_mcp_resources", true)]
    [InlineData("clock__curr_time", true)]
    [InlineData("read_mcp_resource", false)]
    [InlineData("collaborationspawn_agent", false)]
    [InlineData("Bash", false)]
    [InlineData("Update-Plan", false)]
    [InlineData("mcp__evil__update_plan", false)]
    public void Bookkeeping_needs_no_plan(string announced, bool free) => Assert.Equal(free, ToolNames.NeedsNoPlan(announced));

    [Theory]
    [InlineData("mcp__sallyport__register_intent_plan", """{"goal":"g","steps":[]}""", true)]
    [InlineData("mcp__sallyport__register_intent_plan", """{"goal":"g","steps":[],"command":"rm"}""", false)]
    [InlineData("mcp__sallyport__plan_status", "{}", true)]
    [InlineData("mcp__sallyport__plan_status", """{"x":1}""", false)]
    [InlineData("mcp__sallyport__policy_read", """{"id":"a"}""", true)]
    [InlineData("mcp__sallyport__policy_read", "\"text\"", false)]
    [InlineData("mcp__Sallyport__policy_read", "{}", false)]
    [InlineData("mcp__evil__sallyport_policy_read", "{}", false)]
    [InlineData("mcp__sallyport__evil", "{}", false)]
    [InlineData("register_intent_plan", "{}", false)]
    public void Only_our_own_tools_with_their_own_arguments_pass(string name, string input, bool accepted) =>
        Assert.Equal(accepted, OwnTools.Accepts(name, System.Text.Json.JsonDocument.Parse(input).RootElement));

    [Fact]
    public void Huge_arguments_of_our_own_tools_do_not_pass() =>
        Assert.False(OwnTools.Accepts(OwnTools.PolicyRead, System.Text.Json.JsonDocument.Parse($$"""{"id":"{{new string('x', 70_000)}}"}""").RootElement));
}
