using System.Text.Json;

namespace Sallyport.Audit;

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
        return row.TryGetProperty("output", out var output) && output.ValueKind == JsonValueKind.Object && output.TryGetProperty("service", out _) ? Asked(output) : Member(row, "text");
    }

    // A question to a remote guard: which, about what, and why it gave no answer.
    private static string Asked(JsonElement output)
    {
        var (fault, why) = (Member(output, "fault"), Member(output, "why"));
        return $"{Member(output, "service")} {Member(output, "surface")}{(fault.Length > 0 ? $" {fault}: {why}" : "")}";
    }

    public static string Rules(JsonElement row) => row.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Array
        ? string.Join(", ", rules.EnumerateArray().Select(r => Sanitize.ForTerminal(r.GetString() ?? "")))
        : "";

    public static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    /// <summary>What stands above such lines.</summary>
    public static string Heading => $"{"row",7} {"time",-19} {"session",-8} {"kind",-13} {"verdict",-7} {"tool",-12} what";

    /// <summary>One line for tables and <c>tail</c>.</summary>
    public static string Line(JsonElement row)
    {
        var (time, session) = (Member(row, "time"), Member(row, "session"));
        var words = $"{Member(row, "seq"),7} {(time.Length > 19 ? time[..19].Replace('T', ' ') : time),-19} {(session.Length > 8 ? session[^8..] : session),-8} {Member(row, "kind"),-13} {Member(row, "verdict"),-7} {Cut(Member(row, "tool"), 12),-12} {Cut(Subject(row), 80)}";
        return Rules(row) is { Length: > 0 } rules ? $"{words}  [{rules}]" : words.TrimEnd();
    }

    /// <summary>A field of CSV. What a spreadsheet would run as a formula is kept text.</summary>
    public static string Csv(string field)
    {
        if (field.Length > 0 && field[0] is '=' or '+' or '-' or '@') field = "'" + field;
        return field.AsSpan().IndexOfAny(",\"\n\r") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
