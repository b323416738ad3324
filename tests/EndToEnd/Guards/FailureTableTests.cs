using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Hooks;
using Sallyport.Tests.StandIns;

namespace Sallyport.Tests.EndToEnd.Guards;

/// <summary>
/// docs/guards.md's table of faults, by hook and helper as people run them: every class of failure under every fail mode, before the model
/// reads a prompt and before a tool runs.
/// </summary>
public sealed class FailureTableTests : IDisposable
{
    private readonly HookBinary _hook = new();

    public void Dispose() => _hook.Dispose();

    public static TheoryData<string, string, string> EveryCase()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var service in (string[])["f5", "axonflow"])
            foreach (var failure in (string[])["refused", "dns", "tls", "timeout", "401", "403", "404", "429", "500", "503", "307", "empty", "not-json", "without-field", "wrong-type", "too-large", "cut"])
                foreach (var mode in (string[])["closed", "local", "open"]) data.Add(service, failure, mode);
        return data;
    }

    [Theory, MemberData(nameof(EveryCase))]
    public async Task Each_failure_is_what_the_person_decided(string guard, string failure, string mode)
    {
        var f5 = guard == "f5";
        using var authority = new PrivateAuthority();
        using var certificate = authority.Server();
        using var service = failure == "tls" ? StandIn.Tls(certificate, Failing) : StandIn.Plain(Failing);
        if (failure == "refused") service.Dispose();
        var url = failure == "dns" ? "https://no-such-host.invalid" : service.Url;
        var set = _hook.Scratch.Environment;
        (set["SALLYPORT_GUARD_TIMEOUT_MS"], set["SALLYPORT_INTENT_REQUIRED"]) = (failure == "timeout" ? "1000" : "20000", "false");
        if (f5) (set["F5_GUARDRAILS_API_TOKEN"], set["F5_GUARDRAILS_BASE_URL"], set["F5_GUARDRAILS_FAIL_MODE"]) = ("the-credential", url, mode);
        else (set["AXONFLOW_ENDPOINT"], set["AXONFLOW_AUTH"], set["AXONFLOW_FAIL_MODE"]) = (url, "dGhlLWNyZWRlbnRpYWw6eA==", mode);

        var answer = await _hook.Run(f5 ? _hook.Event("UserPromptSubmit", ("prompt", "an ordinary prompt")) : _hook.Call("date"));
        var fault = failure switch
        {
            "401" => "unauthorized", "403" => "forbidden", "404" => "rejected", "429" => "rate-limited", "500" or "503" => "server", "307" => "redirect",
            "without-field" => "undecided", "cut" => "refused", _ => failure,
        };
        var asked = Assert.Single(_hook.Scratch.Record, r => (string?)r["kind"] == "guard");
        Assert.Equal(("unavailable", fault), ((string?)asked["verdict"], (string?)asked["output"]!["fault"]));
        Assert.Equal(mode == "closed", answer.Stops());
        // Where it fails open nobody is told each time, but always of what somebody has to mend.
        Assert.Equal(mode != "open" || fault is "unauthorized" or "forbidden", answer.Output.Contains($"could not be asked ({fault})", StringComparison.Ordinal));
        Assert.DoesNotContain("the-credential", answer.Output + answer.Error + asked.ToJsonString());

        Reaction Failing(Received request)
        {
            if (int.TryParse(failure, out var status)) return new Reaction { Status = status, Body = Cleared(request), Headers = [("Location", "https://elsewhere.example/")] };
            return failure switch
            {
                "timeout" => new Reaction { Silent = true },
                "cut" => new Reaction { Cut = true },
                "too-large" => new Reaction { Endless = true },
                "not-json" => new Reaction { Body = "<html>log in</html>", ContentType = "text/html" },
                "without-field" => Reaction.Json(f5 ? """{"result":{}}""" : StandIns.Services.AxonFlow(Id(request), new JsonObject { ["decision_id"] = "d" })),
                "wrong-type" => Reaction.Json(f5 ? """{"result":{"outcome":true}}""" : StandIns.Services.AxonFlow(Id(request), new JsonObject { ["allowed"] = "yes" })),
                _ => Reaction.Json(""),
            };
        }

        string Cleared(Received request) => f5 ? StandIns.Services.F5("cleared") : StandIns.Services.AxonFlow(Id(request), StandIns.Services.Allowed);
    }

    private static string Id(Received request) => (string)JsonNode.Parse(request.Body)!["id"]!;
}
