using System.Text.Json.Nodes;

namespace Sallyport.Tests.StandIns;

/// <summary>What the services answer, in the shapes that were seen of them.</summary>
internal static class Services
{
    /// <summary>F5's answer to a scan.</summary>
    public static string F5(string outcome, string? redacted = null) => new JsonObject
    {
        ["id"] = "01890000-0000-7000-8000-000000000000",
        ["redactedInput"] = redacted,
        ["result"] = new JsonObject
        {
            ["outcome"] = outcome,
            ["response"] = null,
            ["scannerResults"] = new JsonArray(
                new JsonObject
                {
                    ["scannerId"] = "11111111-2222-3333-4444-555555555555", ["outcome"] = outcome == "cleared" ? "passed" : "failed", ["customConfig"] = false,
                    ["data"] = new JsonObject { ["type"] = "custom" }, ["scannerVersionMeta"] = new JsonObject { ["name"] = "Prompt injection package" },
                    ["startedDate"] = "2026-01-01T00:00:00Z", ["completedDate"] = "2026-01-01T00:00:01Z", ["scanDirection"] = "request",
                },
                new JsonObject { ["scannerId"] = "99999999-2222-3333-4444-555555555555", ["outcome"] = "passed", ["scannerVersionMeta"] = null }),
        },
    }.ToJsonString();

    /// <summary>F5 as a service: flags every text that holds a word.</summary>
    public static Func<Received, Reaction> F5Flagging(string word) => request =>
        Reaction.Json(F5(((string?)JsonNode.Parse(request.Body)!["input"])!.Contains(word, StringComparison.Ordinal) ? "flagged" : "cleared"));

    /// <summary>AxonFlow's envelope around a verdict.</summary>
    public static string AxonFlow(string id, JsonNode verdict, bool error = false) => new JsonObject
    {
        ["jsonrpc"] = "2.0",
        ["id"] = id,
        ["result"] = new JsonObject
        {
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = verdict is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : verdict.ToJsonString() }),
            ["isError"] = error,
        },
    }.ToJsonString();

    /// <summary>AxonFlow's verdict that lets something pass.</summary>
    public static JsonObject Allowed => new() { ["allowed"] = true, ["decision_id"] = "d-1", ["policies_evaluated"] = 93 };

    /// <summary>AxonFlow's verdict that does not.</summary>
    public static JsonObject Refused => new()
    {
        ["allowed"] = false, ["decision_id"] = "d-2", ["policies_evaluated"] = 12, ["block_reason"] = "reverse shells are not allowed", ["blocked_by"] = "sys_dangerous_reverse_shell",
        ["risk_level"] = "critical", ["policy_matches"] = new JsonArray(new JsonObject { ["policy_id"] = "sys_dangerous_reverse_shell", ["allow_override"] = false }), ["override_available"] = false,
    };

    /// <summary>AxonFlow as a service: refuses statements, and redacts outputs, that hold a word; records what it is told.</summary>
    public static Func<Received, Reaction> AxonFlowRefusing(string word) => request =>
    {
        var call = JsonNode.Parse(request.Body)!;
        var id = (string)call["id"]!;
        var arguments = call["params"]!["arguments"]!;
        return Reaction.Json((string?)call["params"]!["name"] switch
        {
            "check_policy" => AxonFlow(id, ((string)arguments["statement"]!).Contains(word, StringComparison.Ordinal) ? Refused : Allowed),
            "check_output" => AxonFlow(id, ((string)arguments["message"]!).Contains(word, StringComparison.Ordinal)
                ? new JsonObject { ["allowed"] = true, ["redacted_message"] = ((string)arguments["message"]!).Replace(word, "[gone]", StringComparison.Ordinal) } : Allowed),
            _ => AxonFlow(id, new JsonObject { ["recorded"] = true }),
        });
    };

    /// <summary>ArmorIQ as a service.</summary>
    public static Func<Received, Reaction> ArmorIq(ArmorIqSigner signer, Func<JsonNode, Reaction>? verify = null) => request => request.Path switch
    {
        "/iap/sdk/token" => Reaction.Json(signer.Answer(request.Body)),
        "/iap/verify-step" => verify?.Invoke(JsonNode.Parse(request.Body)!) ?? Reaction.Json("""{"allowed":true}"""),
        "/iap/audit/batch" => Reaction.Json("""{"written":1,"failures":[]}"""),
        _ => Reaction.Json("""{"status":"ok"}"""),
    };
}
