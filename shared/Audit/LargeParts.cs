using System.Text;
using System.Text.Json;

namespace Sallyport.Audit;

/// <summary>Puts values together again that were too large for their row: their parts stand in the rows right before it.</summary>
internal sealed class LargeParts
{
    private readonly Dictionary<string, StringBuilder> _parts = [];

    /// <summary>Takes a part; true where the row is one.</summary>
    public bool Take(JsonElement row)
    {
        if (!Is(row, "kind", "part")) return false;
        var name = Text(row, "of") ?? "";
        if (!_parts.TryGetValue(name, out var text) || (row.TryGetProperty("part", out var part) && part.TryGetInt32(out var index) && index == 0)) _parts[name] = text = new StringBuilder();
        text.Append(Text(row, "data"));
        return true;
    }

    /// <summary>A member of the row that these parts belong to, wherever it stands.</summary>
    /// <param name="row">The row.</param>
    /// <param name="name">The member.</param>
    /// <param name="cut">True where the record kept its beginning alone.</param>
    /// <returns>Undefined where the row has none, or it was cut.</returns>
    public JsonElement Value(JsonElement row, string name, out bool cut)
    {
        cut = false;
        if (row.TryGetProperty(name, out var value)) return value;
        if (!row.TryGetProperty(name + "Parts", out var large) || !_parts.TryGetValue(name, out var text)) return default;
        cut = large.TryGetProperty("kept", out var kept) && large.TryGetProperty("bytes", out var bytes) && kept.GetInt64() < bytes.GetInt64();
        if (cut) return default;
        try
        {
            using var json = JsonDocument.Parse(text.ToString());
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            cut = true; // verify tells what is wrong with them
            return default;
        }
    }

    /// <summary>The row they belonged to is over.</summary>
    public void Clear() => _parts.Clear();

    private static bool Is(JsonElement row, string name, string wanted) => row.TryGetProperty(name, out var value) && value.ValueEquals(wanted);

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
