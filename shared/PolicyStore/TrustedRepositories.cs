using System.Buffers;
using System.Text.Json;
using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>Repositories whose <c>.sallyport/policy.json</c> the person trusts to tighten their policy.</summary>
internal static class TrustedRepositories
{
    private const int Limit = 1024 * 1024;

    /// <summary>True where the person trusts the repository.</summary>
    /// <exception cref="GuardException">The list is damaged.</exception>
    public static bool Holds(DataDirectory data, string workspace) => Read(data).Exists(known => Comparer.Equals(known, workspace));

    /// <summary>Trusts a repository, or no longer.</summary>
    /// <returns>False where it was so already.</returns>
    public static bool Set(DataDirectory data, string workspace, bool trusted)
    {
        using var held = FileLock.Acquire(PolicyPaths.Lock(data));
        var list = Read(data);
        if (list.Exists(known => Comparer.Equals(known, workspace)) == trusted) return false;
        if (trusted) list.Add(workspace);
        else list.RemoveAll(known => Comparer.Equals(known, workspace));
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteStartArray("repositories");
            foreach (var path in list) json.WriteStringValue(path);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        AtomicFile.Write(PolicyPaths.Trusted(data), buffer.WrittenSpan, durable: true);
        return true;
    }

    private static StringComparer Comparer => OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static List<string> Read(DataDirectory data)
    {
        var path = PolicyPaths.Trusted(data);
        if (AtomicFile.Read(path, Limit) is not { } bytes) return [];
        try
        {
            var root = StrictJson.Read(bytes);
            return [.. root.GetProperty("repositories").EnumerateArray().Select(item => item.GetString()!)];
        }
        catch (Exception wrong) when (wrong is MalformedInputException or InvalidOperationException or KeyNotFoundException)
        {
            throw new GuardException($"{path} is damaged. Remove it and trust the repositories anew: sallyport policy trust", wrong);
        }
    }
}
