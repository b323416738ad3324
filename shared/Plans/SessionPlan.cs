using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>A plan as a session keeps it. Times are Unix milliseconds, given by the caller.</summary>
internal sealed record SessionPlan
{
    private const long Leeway = 60_000; // clocks are set right by seconds
    private string? _root;

    /// <summary>The plan in force.</summary>
    public required Plan Plan { get; init; }

    /// <summary>When it was registered.</summary>
    public required long RegisteredAt { get; init; }

    /// <summary>When it ends; null where it does not.</summary>
    public long? ExpiresAt { get; init; }

    /// <summary>The turn it was registered in; null where that is not known.</summary>
    public string? Turn { get; init; }

    /// <summary>How it arrived: <c>tool-call</c> or <c>hand-over</c>.</summary>
    public string Source { get; init; } = "tool-call";

    /// <summary>How often it was widened since the session's first plan.</summary>
    public int Amendments { get; init; }

    /// <summary>The widest plan that was let stand: what lies within it widens nothing.</summary>
    public required Plan Widest { get; init; }

    /// <summary>The plan's root: it names the plan in the record of every call.</summary>
    public string Root => _root ??= PlanRoot.Compute(Plan);

    /// <summary>True where it no longer holds at <paramref name="now"/>: a clock that was set back before its beginning ends it too.</summary>
    public bool IsExpired(long now) => ExpiresAt is { } end && (now >= end || now < RegisteredAt - Leeway);

    /// <summary>Writes it as one JSON value.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("plan");
        PlanJson.Write(json, Plan);
        json.WriteString("root", Root);
        json.WriteNumber("registeredAt", RegisteredAt);
        if (ExpiresAt is { } end) json.WriteNumber("expiresAt", end);
        if (Turn is not null) json.WriteString("turn", Turn);
        json.WriteString("source", Source);
        if (Amendments > 0) json.WriteNumber("amendments", Amendments);
        if (!ReferenceEquals(Widest, Plan))
        {
            json.WritePropertyName("widest");
            PlanJson.Write(json, Widest);
        }
        json.WriteEndObject();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static SessionPlan Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw Damaged();
        Plan? plan = null, widest = null;
        long? registered = null, expires = null;
        string? turn = null, source = null, root = null;
        var amendments = 0;
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            if (field.NameEquals("plan"u8)) plan = PlanJson.Read(value) ?? throw Damaged();
            else if (field.NameEquals("root"u8)) root = Text(value);
            else if (field.NameEquals("widest"u8)) widest = PlanJson.Read(value) ?? throw Damaged();
            else if (field.NameEquals("registeredAt"u8)) registered = Time(value);
            else if (field.NameEquals("expiresAt"u8)) expires = Time(value);
            else if (field.NameEquals("turn"u8)) turn = Text(value);
            else if (field.NameEquals("source"u8)) source = Text(value);
            else if (field.NameEquals("amendments"u8)) amendments = (int)Math.Min(Time(value), int.MaxValue);
            else throw Damaged();
        }
        return new SessionPlan
        {
            Plan = plan ?? throw Damaged(),
            RegisteredAt = registered ?? throw Damaged(),
            ExpiresAt = expires,
            Turn = turn,
            Source = source ?? throw Damaged(),
            Amendments = amendments,
            Widest = widest ?? plan,
            _root = root ?? throw Damaged(),
        };
    }

    private static long Time(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var time) ? time : throw Damaged();

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Damaged();

    private static FormatException Damaged() => new("not a session's plan");
}
