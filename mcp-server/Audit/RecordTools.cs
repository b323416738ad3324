using System.Text.Json;
using Sallyport.Audit;

namespace Sallyport.Mcp.Audit;

/// <summary>What the tools that read the record have in common. The model sees its own session only, in bounded answers, escaped.</summary>
internal static class RecordTools
{
    /// <summary>Why nothing of the record is shown.</summary>
    public const string NoSession = "The client did not say which session this is, so its events are not known here.";

    private const int MostWords = 300;

    /// <summary>An argument that is a text.</summary>
    public static string? Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>An argument that is a whole number within bounds.</summary>
    public static long Number(JsonElement arguments, string name, long byDefault, long most) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number) ? Math.Clamp(number, 0, most) : byDefault;

    /// <summary>One row, short.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement row)
    {
        json.WriteStartObject();
        json.WriteNumber("row", row.GetProperty("seq").GetInt64());
        foreach (var name in (ReadOnlySpan<string>)["time", "kind", "verdict", "tool", "toolUseId"])
            if (RowText.Member(row, name) is { Length: > 0 } value) json.WriteString(name, RowText.Cut(value, MostWords));
        if (RowText.Rules(row) is { Length: > 0 } rules) json.WriteString("rules", RowText.Cut(rules, MostWords));
        if (row.TryGetProperty("input", out _)) json.WriteString("what", RowText.Cut(RowText.Subject(row), MostWords));
        json.WriteEndObject();
    }
}
