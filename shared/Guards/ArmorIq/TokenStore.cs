using System.Buffers;
using System.Text.Json;
using Sallyport.Guards.Keeping;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Guards.ArmorIq;

/// <summary>What is kept of a plan that ArmorIQ was asked to sign.</summary>
/// <param name="Answer">The service's whole answer; null where it gave none yet.</param>
/// <param name="Plan">The plan as it was sent.</param>
/// <param name="Used">The steps that were already used.</param>
/// <param name="Fault">Why there is no answer.</param>
/// <param name="Why">In words.</param>
/// <param name="At">When it was last asked, in Unix milliseconds.</param>
internal sealed record KeptToken(JsonElement? Answer, JsonElement Plan, IReadOnlyList<int> Used, GuardFault Fault, string Why, long At);

/// <summary>Signed plans on disk: one file a session and plan, in the data directory, for their owner alone.</summary>
internal sealed class TokenStore(GuardFolder folder)
{
    private const int Limit = 8 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>What is kept of a session's plan; null where nothing is, or nothing that can be read.</summary>
    public KeptToken? Find(string session, string planRoot)
    {
        try
        {
            if (AtomicFile.Read(FileOf(session, planRoot), Limit) is not { } bytes) return null;
            using var json = StrictJson.Parse(bytes);
            var root = json.RootElement;
            return new KeptToken(
                root.TryGetProperty("answer", out var answer) ? answer.Clone() : null,
                root.GetProperty("plan").Clone(),
                [.. root.GetProperty("used").EnumerateArray().Select(u => u.GetInt32())],
                GuardFaults.Parse(root.GetProperty("fault").GetString()),
                root.GetProperty("why").GetString()!,
                root.GetProperty("at").GetInt64());
        }
        catch (Exception wrong) when (wrong is StateException or MalformedInputException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null; // asked for anew
        }
    }

    /// <summary>Keeps it.</summary>
    public void Keep(string session, string planRoot, KeptToken token)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (token.Answer is { } answer)
            {
                json.WritePropertyName("answer");
                answer.WriteTo(json);
            }
            json.WritePropertyName("plan");
            token.Plan.WriteTo(json);
            json.WriteStartArray("used");
            foreach (var used in token.Used) json.WriteNumberValue(used);
            json.WriteEndArray();
            json.WriteString("fault", token.Fault.Word());
            json.WriteString("why", token.Why);
            json.WriteNumber("at", token.At);
            json.WriteEndObject();
        }
        AtomicFile.Write(FileOf(session, planRoot), buffer.WrittenSpan, durable: false);
    }

    /// <summary>Removes what is long past.</summary>
    public void Prune(DateTimeOffset now)
    {
        foreach (var file in new DirectoryInfo(folder.Tokens).GetFiles())
            if (now - file.LastWriteTimeUtc > Kept) file.Delete();
    }

    private string FileOf(string session, string planRoot) => Path.Combine(folder.Tokens, $"{SessionStore.NameOf(session)}-{planRoot[..16]}.json");
}
