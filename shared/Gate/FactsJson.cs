using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;

namespace Sallyport.Gate;

/// <summary>The facts of a verdict as they are recorded, so that it can be derived again.</summary>
internal static class FactsJson
{
    /// <summary>A text that was looked at and is longer is not kept: such a verdict cannot be derived again.</summary>
    private const int MostContent = 64 * 1024;

    /// <summary>Writes them in canonical form.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="mask">Takes out of a text what must not be kept.</param>
    /// <param name="changed">True where something was taken out.</param>
    public static byte[] Write(ObservedFacts facts, Func<string, string> mask, out bool changed)
    {
        var masked = false;
        var json = new CanonicalWriter(1024);
        json.StartObject();
        json.Member("codexHome"u8, facts.CodexHome);
        json.Member("cwd"u8, facts.Cwd);
        json.Member("dataDirectory"u8, facts.DataDirectory);
        json.Name("environment"u8);
        json.StartObject();
        foreach (var (name, value) in facts.Environment.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            json.Name(name);
            json.String(value);
        }
        json.EndObject();
        json.Name("files"u8);
        json.StartObject();
        foreach (var (path, fact) in facts.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            json.Name(Masked(path));
            json.StartObject();
            if (fact.Content is { Length: <= MostContent } content) json.Member("content"u8, Masked(content));
            masked |= fact.Content is { Length: > MostContent };
            json.Member("kind"u8, Word(fact.Kind));
            if (fact.RealPath != path) json.Member("real"u8, Masked(fact.RealPath));
            json.EndObject();
        }
        json.EndObject();
        json.Name("guardPaths"u8);
        json.StartArray();
        foreach (var path in facts.GuardPaths) json.String(path);
        json.EndArray();
        json.Member("home"u8, facts.Home);
        json.Member("user"u8, facts.User);
        json.Member("windows"u8, facts.Windows ? true : null);
        json.Member("workspace"u8, facts.Workspace);
        json.EndObject();
        changed = masked;
        return json.Written.ToArray();

        string Masked(string text)
        {
            var clean = mask(text);
            masked |= clean != text;
            return clean;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; null where it is anything else.</summary>
    public static ObservedFacts? Read(JsonElement json)
    {
        try
        {
            var files = new Dictionary<string, FileFact>(StringComparer.Ordinal);
            foreach (var file in json.GetProperty("files").EnumerateObject())
                files[file.Name] = new FileFact(Kind(Text(file.Value, "kind")!), Text(file.Value, "real") ?? file.Name, Text(file.Value, "content"));
            return new ObservedFacts
            {
                CodexHome = Text(json, "codexHome"),
                Cwd = Text(json, "cwd")!,
                DataDirectory = Text(json, "dataDirectory"),
                Environment = json.GetProperty("environment").EnumerateObject().ToDictionary(v => v.Name, v => v.Value.GetString()!, StringComparer.Ordinal),
                Files = files,
                GuardPaths = [.. json.GetProperty("guardPaths").EnumerateArray().Select(p => p.GetString()!)],
                Home = Text(json, "home"),
                User = Text(json, "user"),
                Windows = json.TryGetProperty("windows", out var windows) && windows.ValueKind == JsonValueKind.True,
                Workspace = Text(json, "workspace")!,
            };
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Word(FileKind kind) => kind switch
    {
        FileKind.Missing => "missing",
        FileKind.File => "file",
        FileKind.Directory => "directory",
        _ => "other",
    };

    private static FileKind Kind(string word) => word switch
    {
        "missing" => FileKind.Missing,
        "file" => FileKind.File,
        "directory" => FileKind.Directory,
        "other" => FileKind.Other,
        _ => throw new FormatException("no kind of file"),
    };
}
