using System.Buffers;
using System.Text.Json;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Guards.Keeping;

/// <summary>How a service fared last.</summary>
internal sealed record ServiceState
{
    /// <summary>The last fault; none where the last answer was a verdict.</summary>
    public GuardFault Fault { get; init; }

    /// <summary>In words.</summary>
    public string Why { get; init; } = "";

    /// <summary>When, in Unix milliseconds.</summary>
    public long Since { get; init; }

    /// <summary>It is not asked before this, in Unix milliseconds; 0 for at once.</summary>
    public long PausedUntil { get; init; }

    /// <summary>Hash of the credential the pause came from: another one lifts it.</summary>
    public string Credential { get; init; } = "";
}

/// <summary>
/// How each service fared, for <c>status</c> and so that one that asked to be left alone is. While it is, the answer is "unavailable" and
/// the fail mode decides: a pause opens nothing. A file that cannot be read counts as none.
/// </summary>
internal sealed class ServiceStates(GuardFolder folder)
{
    private const int Limit = 64 * 1024;

    /// <summary>The state of a service.</summary>
    public ServiceState Of(Service service) => All().GetValueOrDefault(service) ?? new ServiceState();

    /// <summary>Notes how a service fared.</summary>
    public void Note(Service service, ServiceState state)
    {
        try
        {
            using var _ = FileLock.Acquire(Path.ChangeExtension(folder.StateFile, ".lock"));
            var all = All();
            if (all.GetValueOrDefault(service) == state) return;
            all[service] = state;
            AtomicFile.Write(folder.StateFile, Write(all), durable: false);
        }
        catch (StateException)
        {
            // what it is for is comfort, not protection
        }
    }

    /// <summary>Every state that is known.</summary>
    public Dictionary<Service, ServiceState> All()
    {
        var states = new Dictionary<Service, ServiceState>();
        try
        {
            if (AtomicFile.Read(folder.StateFile, Limit) is not { } bytes) return states;
            var json = StrictJson.Read(bytes);
            foreach (var member in json.EnumerateObject())
                if (Services.Parse(member.Name) is { } service) states[service] = Read(member.Value);
        }
        catch (Exception wrong) when (wrong is StateException or MalformedInputException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            states.Clear();
        }
        return states;
    }

    private static ServiceState Read(JsonElement json) => new()
    {
        Fault = GuardFaults.Parse(json.GetProperty("fault").GetString()),
        Why = json.GetProperty("why").GetString()!,
        Since = json.GetProperty("since").GetInt64(),
        PausedUntil = json.GetProperty("pausedUntil").GetInt64(),
        Credential = json.GetProperty("credential").GetString()!,
    };

    private static ReadOnlySpan<byte> Write(Dictionary<Service, ServiceState> states)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (service, state) in states)
            {
                json.WriteStartObject(service.Word());
                json.WriteString("fault", state.Fault.Word());
                json.WriteString("why", state.Why);
                json.WriteNumber("since", state.Since);
                json.WriteNumber("pausedUntil", state.PausedUntil);
                json.WriteString("credential", state.Credential);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }
}
