using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.AxonFlow;

namespace Sallyport.Tests.Guards;

/// <summary>AxonFlow's bodies, held against what its server and plugin were seen to say.</summary>
public class AxonFlowMessageTests
{
    private static GuardAnswer Verdict(string body, int status = 200) =>
        AxonFlowMessages.Verdict(new HttpReply { Status = status, Body = Encoding.UTF8.GetBytes(body) }, AxonFlowMessages.PolicyId, DateTimeOffset.UnixEpoch);

    private static string Result(JsonNode verdict, bool error = false) => StandIns.Services.AxonFlow(AxonFlowMessages.PolicyId, verdict, error);

    [Fact]
    public void A_question_is_a_tools_call()
    {
        var body = JsonNode.Parse(AxonFlowMessages.CheckPolicy("Bash", "ls"))!;
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse("""
            {"jsonrpc":"2.0","id":"hook-pre","method":"tools/call","params":{"name":"check_policy","arguments":{"connector_type":"codex.Bash","statement":"ls","operation":"execute"}}}
            """)));
        var output = JsonNode.Parse(AxonFlowMessages.CheckOutput("Bash", "text"))!;
        Assert.Equal("check_output", (string?)output["params"]!["name"]);
        Assert.Equal("text", (string?)output["params"]!["arguments"]!["message"]);
    }

    [Fact]
    public void A_report_says_who_did_what()
    {
        var question = new GuardQuestion { Surface = Surface.ToolOutput, Event = "PostToolUse", Text = new string('x', 700), Tool = "Bash", Input = """{"command":"ls"}""", Session = "s", Failed = true };
        var arguments = JsonNode.Parse(AxonFlowMessages.Audit(question, null))!["params"]!["arguments"]!;
        Assert.Equal(("codex", "codex", false), ((string?)arguments["caller_name"], (string?)arguments["tool_type"], (bool)arguments["success"]!));
        Assert.Equal(500, ((string)arguments["output"]!["summary"]!).Length);
        var blocked = JsonNode.Parse(AxonFlowMessages.Audit(question, GuardAnswer.Flagged(Service.AxonFlow, "no")))!["params"]!["arguments"]!;
        Assert.Equal("blocked", (string?)blocked["output"]!["policy_decision"]);
        Assert.Equal("Blocked by policy: no", (string?)blocked["error_message"]);
    }

    [Fact]
    public void Allowed_is_cleared_and_refused_is_flagged_with_its_reason()
    {
        Assert.Equal(GuardOutcome.Cleared, Verdict(Result(StandIns.Services.Allowed)).Outcome);
        var refused = Verdict(Result(StandIns.Services.Refused));
        Assert.Equal(GuardOutcome.Flagged, refused.Outcome);
        Assert.Equal("reverse shells are not allowed [risk critical, decision d-2]", refused.Why);
        Assert.Equal(["sys_dangerous_reverse_shell"], refused.Findings);
    }

    [Fact]
    public void The_rest_form_says_no_with_403()
    {
        Assert.Equal(GuardOutcome.Flagged, Verdict(StandIns.Services.Refused.ToJsonString(), 403).Outcome);
        Assert.Equal(GuardFault.Forbidden, Verdict("""{"error":"feature","limit_type":"feature_pro_only"}""", 403).Fault);
        Assert.Equal(GuardFault.Forbidden, Verdict("""{"allowed":true}""", 403).Fault); // a status and a body that contradict each other allow nothing
    }

    public static TheoryData<string, int, string> NoVerdicts => new()
    {
        { """{"jsonrpc":"2.0","id":"hook-pre","error":{"code":-32001,"message":"auth"}}""", 200, "unauthorized" },
        { """{"jsonrpc":"2.0","id":"hook-pre","error":{"code":-32001,"message":"auth"}}""", 401, "unauthorized" },
        { """{"jsonrpc":"2.0","id":"hook-pre","error":{"code":-32602,"message":"unknown tool"}}""", 200, "undecided" },
        { """{"jsonrpc":"2.0","id":"hook-pre","error":{"code":-32603,"message":"x"}}""", 200, "undecided" },
        { """{"jsonrpc":"2.0","id":"hook-pre","error":{"code":-32700,"message":"x"}}""", 400, "rejected" },
        { Result("policy evaluation temporarily unavailable", error: true), 200, "undecided" },
        { Result("policy evaluation temporarily unavailable"), 200, "not-json" },
        { Result(new JsonObject { ["decision_id"] = "d" }), 200, "undecided" },
        { Result(new JsonObject { ["allowed"] = "true" }), 200, "wrong-type" },
        { StandIns.Services.AxonFlow("another", StandIns.Services.Allowed), 200, "undecided" },
        { """{"jsonrpc":"2.0","id":"hook-pre"}""", 200, "undecided" },
        { """{"jsonrpc":"2.0","id":"hook-pre","result":{"content":[]}}""", 200, "undecided" },
        { """{"error":"limit","limit_type":"daily_quota"}""", 429, "rate-limited" },
        { "", 200, "empty" },
        { "<html>", 502, "server" },
    };

    [Theory]
    [MemberData(nameof(NoVerdicts))]
    public void Everything_else_is_no_verdict(string body, int status, string fault)
    {
        var answer = Verdict(body, status);
        Assert.Equal((GuardOutcome.Unavailable, fault), (answer.Outcome, answer.Fault.Word()));
    }

    [Fact]
    public void Its_own_files_say_who_the_person_is()
    {
        using var scratch = new ScratchGuards();
        scratch.File("user-token.json", """{"token":"user.token"}""");
        scratch.Environment["AXONFLOW_ENDPOINT"] = "http://localhost:1";
        scratch.Environment["AXONFLOW_AUTH"] = "YTpi";
        scratch.Environment["AXONFLOW_CONFIG_DIR"] = scratch.Data.Root;
        scratch.Environment["AXONFLOW_CODEX_CONFIG"] = scratch.File("axonflow.toml", "license_token = \"AXON-77\"\n");
        var headers = AxonFlowIdentity.Headers(scratch.Context()).Headers!.ToDictionary(h => h.Item1, h => h.Item2);
        Assert.Equal(("Basic YTpi", "AXON-77", "user.token"), (headers["Authorization"], headers["X-License-Token"], headers["X-User-Token"]));

        File.SetUnixFileMode(Path.Combine(scratch.Data.Root, "user-token.json"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var fault = AxonFlowIdentity.Headers(scratch.Context()).Fault!;
        Assert.Equal(GuardFault.NoCredential, fault.Fault);
        Assert.Contains("chmod 600", fault.Why);
    }
}
