using System.Text.Json;

namespace Sallyport.Shell.Commands;

/// <summary>Finds a script in the text of a package.json.</summary>
internal static class PackageScripts
{
    public static string? Find(string text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("scripts", out var scripts) || scripts.ValueKind != JsonValueKind.Object) return null;
            var found = new List<string>();
            foreach (var stage in (string[])["pre" + name, name, "post" + name])
                if (scripts.TryGetProperty(stage, out var script) && script.ValueKind == JsonValueKind.String) found.Add(script.GetString()!);
            return found.Count == 0 ? null : string.Join("\n", found);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
