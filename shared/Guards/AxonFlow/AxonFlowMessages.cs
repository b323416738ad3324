using System.Buffers;
using System.Text.Json;
using Sallyport.Protocol;

namespace Sallyport.Guards.AxonFlow;

/// <summary>The bodies of AxonFlow's MCP interface: JSON-RPC <c>tools/call</c>, the verdict as JSON text within the result.</summary>
internal static class AxonFlowMessages
{
    /// <summary>The ids of the two questions and of a report, as in AxonFlow's own plugin: its logs know them.</summary>
    public const string PolicyId = "hook-pre";
    public const string OutputId = "hook-scan";
    public const string AuditId = "hook-audit";

    /// <summary>Asks whether a tool may run.</summary>
    public static byte[] CheckPolicy(string tool, string statement) => Call(PolicyId, "check_policy", json =>
    {
        json.WriteString("connector_type", "codex." + tool);
        json.WriteString("statement", statement);
        json.WriteString("operation", "execute");
    });

    /// <summary>Asks what may be seen of a tool's output.</summary>
    public static byte[] CheckOutput(string tool, string text) => Call(OutputId, "check_output", json =>
    {
        json.WriteString("connector_type", "codex." + tool);
        json.WriteString("message", text);
    });

    /// <summary>Says what a tool did.</summary>
    public static byte[] Audit(GuardQuestion question, GuardAnswer? refused)
    {
        const int summary = 500;
        return Call(refused is null ? AuditId : "hook-audit-blocked", "audit_tool_call", json =>
        {
            json.WriteString("tool_name", question.Tool ?? "tool");
            json.WriteString("caller_name", "codex");
            json.WriteString("tool_type", "codex");
            json.WriteStartObject("input");
            json.WriteString("statement", ToolText.Of(question.Input ?? "{}"));
            json.WriteEndObject();
            json.WriteStartObject("output");
            if (refused is null) json.WriteString("summary", WellFormed.Cut(question.Text, summary));
            else
            {
                json.WriteString("policy_decision", "blocked");
                json.WriteString("block_reason", refused.Why);
            }
            json.WriteEndObject();
            json.WriteBoolean("success", refused is null && !question.Failed);
            if (refused is not null) json.WriteString("error_message", "Blocked by policy: " + refused.Why);
        });
    }

    /// <summary>What an answer to a question says.</summary>
    public static GuardAnswer Verdict(HttpReply reply, string id, DateTimeOffset now)
    {
        // Its REST form and its proxies say no with 403 and a verdict in the body: that is a verdict, not a fault.
        if (reply.Fault == GuardFault.None && reply.Status == 403 && HttpFaults.Parse(reply).Json is { } refusal)
            using (refusal)
                if (refusal.RootElement.TryGetProperty("allowed", out var allowed) && allowed.ValueKind == JsonValueKind.False) return Flagged(refusal.RootElement);
        var (json, fault, why) = HttpFaults.Read(reply);
        if (json is null)
        {
            var until = fault == GuardFault.RateLimited && HttpFaults.Pause(reply.RetryAfter, now) is { } pause ? (now + pause).ToUnixTimeMilliseconds() : (long?)null;
            return GuardAnswer.Unavailable(Service.AxonFlow, fault, why) with { RetryAt = until };
        }
        using (json)
        {
            if (Error(json.RootElement) is { } error) return error;
            if (!json.RootElement.TryGetProperty("id", out var echoed) || echoed.ValueKind != JsonValueKind.String || echoed.GetString() != id)
                return Undecided("its answer is to another request.");
            var (text, wrong) = ContentText(json.RootElement);
            return text is null ? wrong! : Document(text);
        }
    }

    /// <summary>What an answer to a report says.</summary>
    public static GuardAnswer Recorded(HttpReply reply)
    {
        var (json, fault, why) = HttpFaults.Read(reply);
        if (json is null) return GuardAnswer.Unavailable(Service.AxonFlow, fault, why);
        using (json) return Error(json.RootElement) ?? (ContentText(json.RootElement) is (null, { } wrong) ? wrong : GuardAnswer.Cleared(Service.AxonFlow));
    }

    private static GuardAnswer Document(string text)
    {
        try
        {
            using var json = StrictJson.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("allowed", out var allowed)) return Undecided("its verdict has no 'allowed'.");
            if (allowed.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return GuardAnswer.Unavailable(Service.AxonFlow, GuardFault.WrongType, "'allowed' in its verdict is neither true nor false.");
            if (allowed.ValueKind == JsonValueKind.False) return Flagged(json.RootElement);
            if (Text(json.RootElement, "redacted_message") is { } redacted)
                return new() { Service = Service.AxonFlow, Outcome = GuardOutcome.Redacted, Redacted = redacted, Findings = Policies(json.RootElement) };
            return GuardAnswer.Cleared(Service.AxonFlow);
        }
        catch (MalformedInputException)
        {
            return GuardAnswer.Unavailable(Service.AxonFlow, GuardFault.NotJson, "the text of its result is no JSON.");
        }
    }

    private static GuardAnswer Flagged(JsonElement verdict)
    {
        var why = Text(verdict, "block_reason") ?? "its policy does not allow this.";
        var details = new List<string>();
        if (Text(verdict, "risk_level") is { } risk) details.Add("risk " + risk);
        if (Text(verdict, "decision_id") is { } decision) details.Add("decision " + decision);
        return GuardAnswer.Flagged(Service.AxonFlow, details.Count == 0 ? why : $"{why} [{string.Join(", ", details)}]", Policies(verdict));
    }

    private static List<string> Policies(JsonElement verdict)
    {
        var policies = new List<string>();
        if (Text(verdict, "blocked_by") is { } by) policies.Add(Sanitize.ForTerminal(by));
        if (verdict.TryGetProperty("policy_matches", out var matches) && matches.ValueKind == JsonValueKind.Array)
            foreach (var match in matches.EnumerateArray().Take(10))
                if (match.ValueKind == JsonValueKind.Object && (Text(match, "policy_id") ?? Text(match, "policy_name")) is { } policy && !policies.Contains(policy))
                    policies.Add(Sanitize.ForTerminal(policy));
        return policies;
    }

    // -32001 is a wrong credential; any other error is a question the service did not answer. None of them allows anything.
    private static GuardAnswer? Error(JsonElement answer)
    {
        if (!answer.TryGetProperty("error", out var error) || error.ValueKind == JsonValueKind.Null) return null;
        var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) && number.TryGetInt32(out var value) ? value : 0;
        return code == -32001
            ? GuardAnswer.Unavailable(Service.AxonFlow, GuardFault.Unauthorized, "it does not accept the credential (-32001). Renew AXONFLOW_AUTH.")
            : Undecided($"it answered with error {code} in place of a verdict.");
    }

    private static (string? Text, GuardAnswer? Wrong) ContentText(JsonElement answer)
    {
        if (!answer.TryGetProperty("result", out var result) || result.ValueKind != JsonValueKind.Object) return (null, Undecided("its answer has no 'result'."));
        if (result.TryGetProperty("isError", out var failed) && failed.ValueKind == JsonValueKind.True) return (null, Undecided("its policy engine could not decide."));
        if (!result.TryGetProperty("content", out var content) || content.ValueKind != JsonValueKind.Array || content.GetArrayLength() != 1)
            return (null, Undecided("its result does not hold exactly one text."));
        var block = content[0];
        return block.ValueKind == JsonValueKind.Object && Text(block, "text") is { } text ? (text, null) : (null, Undecided("its result holds no text."));
    }

    private static GuardAnswer Undecided(string why) => GuardAnswer.Unavailable(Service.AxonFlow, GuardFault.Undecided, why);

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[] Call(string id, string tool, Action<Utf8JsonWriter> arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            json.WriteString("id", id);
            json.WriteString("method", "tools/call");
            json.WriteStartObject("params");
            json.WriteString("name", tool);
            json.WriteStartObject("arguments");
            arguments(json);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
