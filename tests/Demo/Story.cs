using System.Text.Json.Nodes;

namespace Sallyport.Demo;

/// <summary>Prints the demo as a reader follows it.</summary>
internal static class Story
{
    private static readonly bool Colour = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>A heading.</summary>
    public static void Head(string text) => Console.WriteLine(Colour ? $"\n\u001b[1m{text}\u001b[0m" : $"\n{text}");

    /// <summary>What the model asked for, and what it saw in return.</summary>
    public static void Call(string asked, string seen)
    {
        Console.WriteLine($"  Codex asks   {asked}");
        var first = true;
        foreach (var line in seen.Trim().Split('\n').Where(l => l.Trim().Length > 0))
        {
            Console.WriteLine((first ? "  it sees      " : "               ") + Sanitize(line.TrimEnd()));
            first = false;
        }
    }

    /// <summary>The record, a line an event.</summary>
    public static void Record(IReadOnlyList<JsonNode> rows)
    {
        foreach (var row in rows)
        {
            if (row["kind"] is null) continue; // a signature over the rows before it
            var verdict = (string?)row["verdict"] ?? "";
            var what = (string?)row["tool"] ?? (string?)row["kind"] ?? "";
            var input = row["input"] is { } value ? value["command"]?.ToString() ?? value.ToJsonString() : (string?)row["text"] ?? "";
            var rules = row["rules"] is JsonArray list ? string.Join(", ", list.Select(r => (string?)r)) : "";
            Console.WriteLine($"  {row["seq"],3}  {(string?)row["kind"],-13} {verdict,-6} {what,-38} {Shorten(input, 60)}{(rules.Length > 0 ? $"  [{rules}]" : "")}");
        }
    }

    private static string Shorten(string text, int length)
    {
        text = Sanitize(text.ReplaceLineEndings(" "));
        return text.Length <= length ? text : text[..length] + "…";
    }

    private static string Sanitize(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
