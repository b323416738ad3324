using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>A plan as a session keeps it. Times are Unix milliseconds, given by the caller.</summary>
internal sealed record SessionPlan
{
    /// <summary>The plan in force.</summary>
    public required Plan Plan { get; init; }

    /// <summary>When it was registered.</summary>
    public required long RegisteredAt { get; init; }

    /// <summary>When it ends; null where it does not.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>The agent that registered it; empty for the root.</summary>
    public string Agent { get; init; } = "";

    /// <summary>How it arrived: <c>tool-call</c> or <c>hand-over</c>.</summary>
    public string Source { get; init; } = "tool-call";

    /// <summary>How often it was widened since the session's first plan.</summary>
    public int Amendments { get; init; }

    /// <summary>The widest plan the person let stand: what lies within needs no approval. Null where amendments are free.</summary>
    public Plan? ApprovedWidest { get; init; }

    /// <summary>True where it no longer holds at <paramref name="now"/>.</summary>
    public bool IsExpired(long now) => ExpiresAt is { } end && now >= end;

    /// <summary>Writes it as one JSON value.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("plan");
        PlanJson.Write(json, Plan);
        json.WriteNumber("registeredAt", RegisteredAt);
        if (ExpiresAt is { } end) json.WriteNumber("expiresAt", end);
        if (Agent.Length > 0) json.WriteString("agent", Agent);
        json.WriteString("source", Source);
        if (Amendments > 0) json.WriteNumber("amendments", Amendments);
        if (ApprovedWidest is not null)
        {
            json.WritePropertyName("approvedWidest");
            PlanJson.Write(json, ApprovedWidest);
        }
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is anything else.</summary>
    public static SessionPlan? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        Plan? plan = null, widest = null;
        long? registered = null, expires = null;
        string agent = "", source = "";
        var amendments = 0;
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            var read = true;
            if (field.NameEquals("plan"u8)) read = (plan = PlanJson.Read(value)) is not null;
            else if (field.NameEquals("approvedWidest"u8)) read = (widest = PlanJson.Read(value)) is not null;
            else if (field.NameEquals("registeredAt"u8)) read = (registered = Time(value)) is not null;
            else if (field.NameEquals("expiresAt"u8)) read = (expires = Time(value)) is not null;
            else if (field.NameEquals("agent"u8) && value.ValueKind == JsonValueKind.String) agent = value.GetString()!;
            else if (field.NameEquals("source"u8) && value.ValueKind == JsonValueKind.String) source = value.GetString()!;
            else if (field.NameEquals("amendments"u8) && value.ValueKind == JsonValueKind.Number) read = value.TryGetInt32(out amendments);
            else read = false;
            if (!read) return null;
        }
        if (plan is null || registered is not { } at) return null;
        return new SessionPlan
        {
            Plan = plan, RegisteredAt = at, ExpiresAt = expires, Agent = agent, Source = source, Amendments = amendments, ApprovedWidest = widest,
        };
    }

    private static long? Time(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var time) ? time : null;
}
