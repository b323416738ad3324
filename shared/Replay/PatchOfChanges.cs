using System.Text;
using System.Text.Json;

namespace Sallyport.Replay;

/// <summary>The patch that changes of files came from, as far as a transcript keeps it: which files, and what was written.</summary>
internal static class PatchOfChanges
{
    /// <summary>Writes it in the form of <c>apply_patch</c>.</summary>
    public static string Write(JsonElement changes)
    {
        var patch = new StringBuilder("*** Begin Patch\n");
        foreach (var change in changes.EnumerateObject())
        {
            switch (Text(change.Value, "type"))
            {
                case "add":
                    patch.Append("*** Add File: ").Append(change.Name).Append('\n');
                    foreach (var line in (Text(change.Value, "content") ?? "").TrimEnd('\n').Split('\n')) patch.Append('+').Append(line).Append('\n');
                    break;
                case "delete":
                    patch.Append("*** Delete File: ").Append(change.Name).Append('\n');
                    break;
                default:
                    patch.Append("*** Update File: ").Append(change.Name).Append('\n');
                    if (Text(change.Value, "move_path") is { } to) patch.Append("*** Move to: ").Append(to).Append('\n');
                    Hunks(patch, Text(change.Value, "unified_diff") ?? "");
                    break;
            }
        }
        return patch.Append("*** End Patch\n").ToString();
    }

    private static void Hunks(StringBuilder patch, string diff)
    {
        foreach (var line in diff.Split('\n'))
        {
            if (line.StartsWith("---", StringComparison.Ordinal) || line.StartsWith("+++", StringComparison.Ordinal) || line.Length == 0) continue;
            if (line.StartsWith("@@", StringComparison.Ordinal)) patch.Append("@@\n");
            else if (line[0] is '+' or '-' or ' ') patch.Append(line).Append('\n');
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
