using Sallyport.Tests.EndToEnd.Codex;
using Sallyport.Tests.EndToEnd.Lab;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary>Guards in real Codex: what they flag reaches neither the model nor the machine.</summary>
public class GuardCodexTests
{
    [Fact]
    public async Task A_prompt_that_F5_flags_never_reaches_the_model()
    {
        using var service = StandIn.Plain(StandIns.Services.F5Flagging("forbidden-topic"));
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["F5_GUARDRAILS_API_TOKEN"] = "t";
        lab.Scratch.Environment["F5_GUARDRAILS_BASE_URL"] = service.Url;
        var flagged = await lab.Exec("tell me about the forbidden-topic", new Turn().Say("done"));
        Assert.DoesNotContain("forbidden-topic", flagged.Everything);
        Assert.NotEmpty(service.Requests);
        var fine = await lab.Exec("tell me about gardening", new Turn().Say("done"));
        Assert.Contains("gardening", fine.Everything);
    }

    [Fact]
    public async Task A_call_that_AxonFlow_flags_never_runs()
    {
        using var service = StandIn.Plain(StandIns.Services.AxonFlowRefusing("proof.txt"));
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["AXONFLOW_ENDPOINT"] = service.Url;
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("touch other.txt"), new Turn().Shell("touch proof.txt"), new Turn().Say("done"));
        Assert.True(File.Exists(lab.InWork("other.txt")), string.Join("\n", run.ToolOutputs));
        Assert.False(File.Exists(lab.InWork("proof.txt")));
        Assert.Contains("reverse shells are not allowed", run.ToolOutputs[^1]);
    }

    [Fact]
    public async Task What_AxonFlow_redacts_the_model_sees_redacted()
    {
        using var service = StandIn.Plain(StandIns.Services.AxonFlowRefusing("internal-codename"));
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["AXONFLOW_ENDPOINT"] = service.Url;
        File.WriteAllText(lab.InWork("notes"), "about internal-codename\n");
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("cat notes"), new Turn().Say("done"));
        Assert.DoesNotContain("internal-codename", run.Everything);
        Assert.Contains("about [gone]", run.ToolOutputs[^1]);
    }

    [Fact]
    public async Task An_expired_token_of_ArmorIQ_denies_and_registering_again_clears_it()
    {
        var signer = new ArmorIqSigner { Lifetime = 2 };
        using var service = StandIn.Plain(StandIns.Services.ArmorIq(signer));
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["ARMORIQ_API_KEY"] = "ak_test_1";
        lab.Scratch.Environment["ARMORCODEX_BACKEND_ENDPOINT"] = service.Url;
        lab.Scratch.Environment["SALLYPORT_ARMORIQ_DEADLINE_MS"] = "15000";
        lab.Scratch.Environment["SALLYPORT_ARMORIQ_REFRESH_SECONDS"] = "0";
        var react = service.React;
        service.React = request =>
        {
            var answer = react(request);
            if (request.Path == "/iap/sdk/token") signer.Lifetime = 3600; // the first lives for two seconds, the next for an hour
            return answer;
        };
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("sleep 3"), new Turn().Shell("touch early.txt"),
            new Turn().Plan("Bash"), new Turn().Shell("touch late.txt"), new Turn().Say("done"));
        var outputs = string.Join("\n", run.ToolOutputs);
        Assert.False(File.Exists(lab.InWork("early.txt")), outputs);
        Assert.True(File.Exists(lab.InWork("late.txt")), outputs);
        Assert.Contains(run.ToolOutputs, o => o.Contains("Call register_intent_plan again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("closed", false)]
    [InlineData("local", true)]
    [InlineData("open", true)]
    public async Task A_service_that_is_killed_in_the_middle_of_a_turn_is_what_the_person_decided(string mode, bool runs)
    {
        using var service = StandIn.Plain(StandIns.Services.AxonFlowRefusing("never-said"));
        var react = service.React;
        service.React = request =>
        {
            if (!request.Body.Contains("check_output", StringComparison.Ordinal)) return react(request);
            service.Dispose();
            return new Reaction { Cut = true };
        };
        using var lab = await RealCodex.Installed();
        lab.Scratch.Environment["AXONFLOW_ENDPOINT"] = service.Url;
        lab.Scratch.Environment["AXONFLOW_FAIL_MODE"] = mode;
        var run = await lab.Exec("go", new Turn().Plan("Bash"), new Turn().Shell("touch one.txt; echo first-output"), new Turn().Shell("touch two.txt"), new Turn().Say("done"));
        var outputs = string.Join("\n", run.ToolOutputs);
        Assert.True(File.Exists(lab.InWork("one.txt")), outputs);
        Assert.Equal(runs, File.Exists(lab.InWork("two.txt")));
        Assert.Equal(runs, outputs.Contains("first-output", StringComparison.Ordinal));
        Assert.Contains(lab.Scratch.Record, r => (string?)r["kind"] == "guard" && (string?)r["verdict"] == "unavailable");
    }
}
