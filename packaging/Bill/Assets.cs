using System.Text.Json;

namespace Sallyport.Packaging;

/// <summary>What a restore wrote down.</summary>
internal static class Assets
{
    /// <summary>The packages whose code goes into a project's executable on one platform, the runtime itself among them.</summary>
    public static IEnumerable<Part> Of(string project, string rid)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(project, "obj", "project.assets.json")));
        var root = json.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToArray();
        var parts = new List<Part>();
        foreach (var target in root.GetProperty("targets").EnumerateObject().Where(t => t.Name.EndsWith("/" + rid, StringComparison.Ordinal)))
        {
            var linked = target.Value.EnumerateObject().Where(IsLinked).ToList();
            var names = linked.ToDictionary(l => l.Name.Split('/')[0], l => l.Name.Split('/')[1], StringComparer.OrdinalIgnoreCase);
            foreach (var library in linked)
            {
                var (id, version) = (library.Name.Split('/')[0], library.Name.Split('/')[1]);
                var needs = library.Value.TryGetProperty("dependencies", out var dependencies)
                    ? dependencies.EnumerateObject().Where(d => names.ContainsKey(d.Name)).Select(d => $"pkg:nuget/{d.Name}@{names[d.Name]}").ToList()
                    : [];
                parts.Add(new Part(id, version, Find(folders, id, version), needs));
            }
        }
        foreach (var framework in root.GetProperty("project").GetProperty("frameworks").EnumerateObject())
        {
            if (!framework.Value.TryGetProperty("downloadDependencies", out var downloads)) continue;
            foreach (var download in downloads.EnumerateArray())
            {
                var (id, version) = (download.GetProperty("name").GetString()!, download.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0].Trim());
                // Linked statically by the native compiler; or beside it where a build is trimmed, not compiled.
                if (id.Equals($"runtime.{rid}.Microsoft.DotNet.ILCompiler", StringComparison.OrdinalIgnoreCase) || id.Equals($"Microsoft.NETCore.App.Runtime.{rid}", StringComparison.OrdinalIgnoreCase))
                    if (Try(folders, id, version) is { } folder) parts.Add(new Part(id, version, folder, []));
            }
        }
        return parts;
    }

    private static bool IsLinked(JsonProperty library) =>
        library.Value.GetProperty("type").GetString() == "package"
        && library.Value.TryGetProperty("runtime", out var runtime) && runtime.EnumerateObject().Any(f => !f.Name.EndsWith("/_._", StringComparison.Ordinal));

    private static string Find(string[] folders, string id, string version) =>
        Try(folders, id, version) ?? throw new DirectoryNotFoundException($"{id} {version} is not in {string.Join(", ", folders)}");

    private static string? Try(string[] folders, string id, string version) =>
        folders.Select(f => Path.Combine(f, id.ToLowerInvariant(), version)).FirstOrDefault(Directory.Exists);
}
