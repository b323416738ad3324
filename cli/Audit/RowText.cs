using System.Text.Json;

namespace Sallyport.Cli.Audit;

/// <summary>Rows in words. All of it may come from a model or a tool, so all of it is escaped.</summary>
internal static class RowText
{
    public static string Member(JsonElement row, string name) => row.TryGetProperty(name, out var value)
        ? Sanitize.ForTerminal(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText())
        : "";

    /// <summary>What happened, in one line.</summary>
    public static string Subject(JsonElement row)
    {
        if (row.TryGetProperty("input", out var input) && input.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in (ReadOnlySpan<string>)["command", "cmd", "goal", "path"])
                if (input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) return Sanitize.ForTerminal(value.GetString()!);
            if (!row.TryGetProperty("text", out _)) return Sanitize.ForTerminal(input.GetRawText());
        }
        return Member(row, "text");
    }

    public static string Rules(JsonElement row) => row.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Array
        ? string.Join(", ", rules.EnumerateArray().Select(r => Sanitize.ForTerminal(r.GetString() ?? "")))
        : "";

    public static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    /// <summary>One line for <c>tail</c>.</summary>
    public static string Line(JsonElement row)
    {
        var time = Member(row, "time");
        var words = $"{Member(row, "seq"),6} {(time.Length > 19 ? time[..19].Replace('T', ' ') : time)} {Member(row, "kind"),-13} {Member(row, "verdict"),-6} {Member(row, "tool"),-12} {Cut(Subject(row), 80)}";
        return Rules(row) is { Length: > 0 } rules ? $"{words}  [{rules}]" : words.TrimEnd();
    }

    /// <summary>A field of CSV. What a spreadsheet would run as a formula is kept text.</summary>
    public static string Csv(string field)
    {
        if (field.Length > 0 && field[0] is '=' or '+' or '-' or '@') field = "'" + field;
        return field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
