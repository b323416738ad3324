using System.Buffers;
using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Protocol;

namespace Sallyport.State;

/// <summary>A session's state as a file. Written and read by hand: it is read before every tool call.</summary>
internal static class SessionStateJson
{
    /// <summary>Most bytes of a session file.</summary>
    public const int Limit = 4 * 1024 * 1024;

    /// <summary>The file's bytes.</summary>
    public static ReadOnlyMemory<byte> Write(SessionState state)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", SessionState.Version);
            writer.WriteString("sessionId", state.SessionId);
            writer.WriteNumber("startedAt", state.StartedAt);
            if (state.PolicyRoot is not null) writer.WriteString("policyRoot", state.PolicyRoot);
            if (state.PolicyLayers is not null) writer.WriteString("policyLayers", state.PolicyLayers);
            state.PausedUntil?.Write(writer, "paused"u8);
            if (state.Taint is not null) writer.WriteString("taint", state.Taint);
            writer.WriteStartObject("plans");
            foreach (var (agent, plan) in state.Plans)
            {
                writer.WritePropertyName(agent);
                plan.Write(writer);
            }
            writer.WriteEndObject();
            writer.WriteStartArray("approvals");
            foreach (var approval in state.Approvals) Write(writer, approval);
            writer.WriteEndArray();
            writer.WriteStartArray("deniedEffects");
            foreach (var effect in state.DeniedEffects) writer.WriteStringValue(effect);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    /// <summary>Reads a session file.</summary>
    /// <exception cref="GuardException">It is damaged, or of a newer version; names the file.</exception>
    public static SessionState Read(string path, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var root = StrictJson.Read(utf8);
            var version = root.GetProperty("version").GetInt32();
            if (version > SessionState.Version) throw new GuardException($"{path} was written by a newer Sallyport (version {version}). Upgrade this one.");
            return new SessionState
            {
                SessionId = root.GetProperty("sessionId").GetString()!,
                StartedAt = root.GetProperty("startedAt").GetInt64(),
                PolicyRoot = Optional(root, "policyRoot"),
                PolicyLayers = Optional(root, "policyLayers"),
                PausedUntil = root.TryGetProperty("paused", out var paused) ? Deadline.Read(paused) : null,
                Taint = Optional(root, "taint"),
                Plans = root.GetProperty("plans").EnumerateObject().ToDictionary(p => p.Name, p => SessionPlan.Read(p.Value)),
                Approvals = [.. root.GetProperty("approvals").EnumerateArray().Select(ReadApproval)],
                DeniedEffects = [.. root.GetProperty("deniedEffects").EnumerateArray().Select(e => e.GetString()!)],
            };
        }
        catch (Exception wrong) when (wrong is MalformedInputException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new GuardException($"{path} is damaged.", wrong);
        }
    }

    private static void Write(Utf8JsonWriter writer, Approval approval)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Word(approval.Kind));
        writer.WriteString("codeHash", approval.CodeHash);
        writer.WriteString("subject", approval.Subject);
        writer.WriteString("summary", approval.Summary);
        approval.Until.Write(writer, "until"u8);
        writer.WriteBoolean("approved", approval.Approved);
        writer.WriteEndObject();
    }

    private static Approval ReadApproval(JsonElement json) => new()
    {
        Kind = json.GetProperty("kind").GetString() switch
        {
            "call" => ApprovalKind.Call,
            "plan" => ApprovalKind.Plan,
            "taint" => ApprovalKind.Taint,
            _ => throw new FormatException("an approval of an unknown kind"),
        },
        CodeHash = json.GetProperty("codeHash").GetString()!,
        Subject = json.GetProperty("subject").GetString()!,
        Summary = json.GetProperty("summary").GetString()!,
        // One of an older version has waited long enough.
        Until = json.TryGetProperty("until", out var until) ? Deadline.Read(until) : default,
        Approved = json.GetProperty("approved").GetBoolean(),
    };

    private static string Word(ApprovalKind kind) => kind switch { ApprovalKind.Call => "call", ApprovalKind.Plan => "plan", _ => "taint" };

    private static string? Optional(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
