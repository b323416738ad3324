using System.Text.Json;
using Sallyport.Guards;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.State;

namespace Sallyport.Tests.Guards;

/// <summary>A data directory and guards' settings for one test.</summary>
internal sealed class ScratchGuards : IDisposable
{
    public ScratchGuards() => Data = DataDirectory.Open(Directory.CreateTempSubdirectory("sallyport-guards-").FullName);

    public DataDirectory Data { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public string File(string name, string content)
    {
        var path = Path.Combine(Data.Root, name);
        System.IO.File.WriteAllText(path, content);
        System.IO.File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    public GuardContext Context(TimeProvider? clock = null) => new(Read(environment: Environment), GuardFolder.Open(Data), clock ?? TimeProvider.System);

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);

    /// <summary>Settings of JSON texts and variables.</summary>
    public static GuardSettings Read(string? user = null, string? managed = null, bool locked = false, bool onlyTighten = false, Dictionary<string, string>? environment = null) =>
        GuardSettingsReader.Read(new GuardLayers(Json(managed), "managed.json", locked, Json(user), "settings.json", onlyTighten), n => environment?.GetValueOrDefault(n));

    private static JsonElement? Json(string? text)
    {
        if (text is null) return null;
        using var json = JsonDocument.Parse(text);
        return json.RootElement.Clone();
    }
}
