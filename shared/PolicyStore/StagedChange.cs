using System.Buffers;
using System.Text.Json;
using Sallyport.Policy.Rules;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>A change of the person's policy that waits for their yes.</summary>
internal sealed record StagedChange
{
    /// <summary>How long it waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int Limit = 48 * 1024 * 1024;

    /// <summary>Its name, typed to apply it.</summary>
    public required string Id { get; init; }

    /// <summary>The session it was staged in; <see cref="PolicyActor.Terminal"/> for the person's terminal.</summary>
    public required string Session { get; init; }

    /// <summary>True where the model proposed it: then it must have been shown to the person before it can be applied.</summary>
    public required bool ByModel { get; init; }

    /// <summary>True once the person saw it.</summary>
    public required bool Shown { get; init; }

    /// <summary>Hash of the request, where the model made it.</summary>
    public string? Request { get; init; }

    /// <summary>What was asked for, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>All that the person should know of it, as it was when it was staged.</summary>
    public string Text { get; init; } = "";

    /// <summary>SHA-256 of the policy file it was made from.</summary>
    public required string Base { get; init; }

    /// <summary>SHA-256 of the proposal's canonical form.</summary>
    public required string ProposalHash { get; init; }

    /// <summary>The policy as it would be.</summary>
    public required JsonElement Proposal { get; init; }

    /// <summary>Until when it may be applied.</summary>
    public required Deadline Until { get; init; }

    /// <summary>Writes it to its file.</summary>
    public void Save(DataDirectory data)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            json.WriteString("session", Session);
            json.WriteBoolean("byModel", ByModel);
            json.WriteBoolean("shown", Shown);
            if (Request is not null) json.WriteString("request", Request);
            json.WriteString("summary", Summary);
            json.WriteString("text", Text);
            json.WriteString("base", Base);
            json.WriteString("proposalHash", ProposalHash);
            Until.Write(json, "until"u8);
            json.WritePropertyName("proposal");
            Proposal.WriteTo(json);
            json.WriteEndObject();
        }
        Directory.CreateDirectory(PolicyPaths.Staged(data));
        AtomicFile.Write(FileOf(data, Id), buffer.WrittenSpan, durable: true);
    }

    /// <summary>The change of that name; null where there is none, or its file is damaged.</summary>
    public static StagedChange? Load(DataDirectory data, string id) => AtomicFile.Read(FileOf(data, id), Limit) is { } bytes ? Parse(bytes) : null;

    /// <summary>Every change that waits, the oldest first. What is out of date or damaged is removed.</summary>
    public static List<StagedChange> All(DataDirectory data, long now)
    {
        var waiting = new List<StagedChange>();
        if (!Directory.Exists(PolicyPaths.Staged(data))) return waiting;
        foreach (var path in Directory.EnumerateFiles(PolicyPaths.Staged(data), "pol-*.json"))
        {
            var change = AtomicFile.Read(path, Limit) is { } bytes ? Parse(bytes) : null;
            // Put in its place, not sorted at the end: List.Sort of objects makes every list of the program carry what it takes to sort it.
            if (change is not null && change.Until.IsOpen(now)) waiting.Insert(waiting.FindLastIndex(other => other.Until.At <= change.Until.At) + 1, change);
            else File.Delete(path);
        }
        return waiting;
    }

    /// <summary>What the model proposed in a session and the person has not been shown; it counts as shown from now on.</summary>
    public static IReadOnlyList<StagedChange> TakeUnseen(DataDirectory data, string session, long now)
    {
        if (!Directory.Exists(PolicyPaths.Staged(data))) return [];
        using var held = FileLock.Acquire(PolicyPaths.Lock(data));
        var unseen = All(data, now);
        unseen.RemoveAll(change => change.Shown || change.Session != session);
        foreach (var change in unseen) (change with { Shown = true }).Save(data);
        return unseen;
    }

    /// <summary>Removes its file.</summary>
    public void Remove(DataDirectory data) => File.Delete(FileOf(data, Id));

    private static string FileOf(DataDirectory data, string id) => Path.Combine(PolicyPaths.Staged(data), id + ".json");

    private static StagedChange? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var json = StrictJson.Read(bytes);
            return new StagedChange
            {
                Id = json.GetProperty("id").GetString()!,
                Session = json.GetProperty("session").GetString()!,
                ByModel = json.GetProperty("byModel").GetBoolean(),
                Shown = json.GetProperty("shown").GetBoolean(),
                Request = json.TryGetProperty("request", out var request) ? request.GetString() : null,
                Summary = json.GetProperty("summary").GetString()!,
                Text = json.GetProperty("text").GetString()!,
                Base = json.GetProperty("base").GetString()!,
                ProposalHash = json.GetProperty("proposalHash").GetString()!,
                Until = Deadline.Read(json.GetProperty("until")),
                Proposal = json.GetProperty("proposal"),
            };
        }
        catch (Exception damaged) when (damaged is MalformedInputException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
