using System.Buffers;
using System.Text.Json;

namespace Sallyport.Guards.ArmorIq;

/// <summary>The bodies of ArmorIQ's step verification and audit.</summary>
internal static class ArmorIqMessages
{
    /// <summary>Where rows of the audit go, below the service's address.</summary>
    public const string AuditPath = "/iap/audit/batch";

    /// <summary>Asks whether a step may be taken.</summary>
    public static byte[] VerifyStep(SignedPlan signed, int step, string tool, JsonElement plan)
    {
        var proof = Best(signed.Proofs, step);
        var path = proof?.Path ?? $"/steps/[{step}]/action";
        var digest = proof?.Digest ?? Convert.ToHexStringLower(Integrity.Sha256.Hash(PythonJson.Of(plan.GetProperty("steps")[step].GetProperty("action"))));
        return Object(json =>
        {
            json.WriteString("token", signed.Bearer);
            json.WriteString("path", path);
            json.WriteNumber("step_index", step);
            json.WriteString("tool_name", tool);
            json.WriteStartArray("proof");
            if (proof is not null)
                foreach (var sibling in proof.Siblings.EnumerateArray()) sibling.WriteTo(json);
            json.WriteEndArray();
            json.WriteStartObject("context");
            json.WriteString("csrg_value_digest", digest);
            json.WriteString("proof_source", "client");
            json.WriteEndObject();
        });
    }

    /// <summary>What an answer to it says. Its refusals come with any status; what does not say yes is not a yes.</summary>
    public static GuardAnswer Verdict(HttpReply reply)
    {
        if (reply.Fault != GuardFault.None) return GuardAnswer.Unavailable(Service.ArmorIq, reply.Fault, reply.Why);
        var failed = HttpFaults.OfStatus(reply.Status);
        var (json, fault, why) = HttpFaults.Parse(reply);
        if (json is null) return failed == GuardFault.None ? GuardAnswer.Unavailable(Service.ArmorIq, fault, why) : GuardAnswer.Unavailable(Service.ArmorIq, failed, HttpFaults.Explain(reply));
        using (json)
        {
            var said = json.RootElement.TryGetProperty("allowed", out var allowed);
            if (said && allowed.ValueKind == JsonValueKind.False)
                return GuardAnswer.Flagged(Service.ArmorIq, json.RootElement.TryGetProperty("reason", out var reason)
                    && reason.ValueKind == JsonValueKind.String ? reason.GetString()! : "it does not allow this step.");
            if (failed != GuardFault.None) return GuardAnswer.Unavailable(Service.ArmorIq, failed, HttpFaults.Explain(reply));
            if (!said) return GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.Undecided, "its answer has no 'allowed'.");
            return allowed.ValueKind == JsonValueKind.True
                ? GuardAnswer.Cleared(Service.ArmorIq)
                : GuardAnswer.Unavailable(Service.ArmorIq, GuardFault.WrongType, "'allowed' in its answer is neither true nor false.");
        }
    }

    /// <summary>One row of the audit.</summary>
    public static byte[] AuditRow(GuardQuestion question, string token, int step, DateTimeOffset now) => Object(json =>
    {
        json.WriteString("row_id", $"{question.Session}:{question.Call}");
        json.WriteString("token", token);
        json.WriteNumber("step_index", step);
        json.WriteString("action", question.Tool);
        json.WriteString("tool", question.Tool);
        json.WritePropertyName("input");
        WriteInput(json, question.Input);
        json.WriteStartObject("output");
        json.WriteString("text", WellFormed.Cut(question.Text, OutputChars));
        json.WriteEndObject();
        json.WriteString("status", question.Failed ? "failed" : "success");
        json.WriteString("executed_at", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        json.WriteNumber("duration_ms", 0);
        json.WriteString("session_id", question.Session);
        if (question.Turn is { } turn) json.WriteString("turn_id", turn);
        if (question.Call is { } call) json.WriteString("tool_use_id", call);
    });

    /// <summary>A batch of rows, each a JSON object already.</summary>
    public static byte[] Batch(IReadOnlyList<string> rows) => Object(json =>
    {
        json.WriteStartArray("rows");
        foreach (var row in rows) json.WriteRawValue(row);
        json.WriteEndArray();
    });

    private const int OutputChars = 4000;

    // The proof that names the action speaks for the step; what proves its arguments comes last.
    private static StepProof? Best(IReadOnlyList<StepProof> proofs, int step)
    {
        StepProof? best = null;
        var rank = -1;
        foreach (var proof in proofs)
        {
            if (proof.Step != step) continue;
            var its = proof.Path.EndsWith("/action", StringComparison.Ordinal) || proof.Path.EndsWith("/tool", StringComparison.Ordinal) ? 2
                : proof.Path.Contains("/metadata", StringComparison.Ordinal) ? 0 : 1;
            if (its > rank) (best, rank) = (proof, its);
        }
        return best;
    }

    private static void WriteInput(Utf8JsonWriter json, string? input)
    {
        try
        {
            json.WriteRawValue(input ?? "{}");
        }
        catch (JsonException)
        {
            json.WriteStringValue(input);
        }
    }

    private static byte[] Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }
}
