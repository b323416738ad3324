using System.Text;
using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Streams;

namespace Sallyport.Cli.Check;

/// <summary>One call a line in, one verdict a line out, in order, in one process.</summary>
internal static class CheckBatch
{
    public static int Run(TextReader from, TextWriter to, PolicyInForce policy)
    {
        var stopped = false;
        for (var number = 1; from.ReadLine() is { } line; number++)
        {
            if (line.Length == 0) continue;
            using var document = Parse(line, number);
            var judgement = Judge(document.RootElement, number, policy);
            stopped |= judgement.Verdict >= Verdict.Ask;
            to.WriteLine(Write(judgement));
        }
        to.Flush();
        return stopped ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonDocument Parse(string line, int number)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"line {number} is not JSON");
        }
    }

    private static Judgement Judge(JsonElement root, int number, PolicyInForce policy)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("tool_input", out var input)) throw new InvalidDataException($"line {number} has no \"tool_input\"");
        try
        {
            var tool = Text(root, "tool_name") ?? "Bash";
            var cwd = Text(root, "cwd") ?? Directory.GetCurrentDirectory();
            var facts = CheckFacts.At(cwd, Text(root, "home"), Text(root, "shell") == "powershell");
            return CheckPolicy.Judge(new ToolCall(tool, input), facts, policy).Strictest;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: JSON that holds no text.
            return new Judgement("built-in", Verdict.Deny, "analysis.unreadable", "The command holds text that is not Unicode.");
        }
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Write(Judgement judgement) => JsonText.Object(json =>
    {
        json.WriteString("verdict", judgement.Verdict.Word());
        json.WriteString("rule", judgement.Rule);
        json.WriteString("reason", judgement.Reason);
        if (judgement.Suggest is { } suggest) json.WriteString("suggest", suggest);
    });
}
