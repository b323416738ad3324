using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>
/// A call of an MCP tool: commands, code, SQL, paths and addresses among its arguments, found by the names such arguments have, and what
/// the tool itself is named for.
/// </summary>
internal static class McpArguments
{
    private const int MaxValues = 512;

    /// <summary>How deep arguments are read.</summary>
    public const int MaxDepth = 16;

    /// <summary>What a call of the tool may do.</summary>
    public static CommandAnalysis Analyze(string tool, JsonElement input, ObservedFacts facts)
    {
        var run = new CommandRun { Argv = [Word.Of("mcp"), Word.Of(tool)], Cwd = facts.Cwd };
        var call = new Call(run, facts, "mcp");
        var name = ToolName.Of(tool);
        var told = ToolOperation.With(name, input);
        var reading = new ArgumentReading(name, ToolVerbs.Of(told), call, facts) { Language = Said(input), Encoded = IsEncoded(input) };
        var left = MaxValues;
        reading.Walk(input, "", MaxDepth, ref left);
        var command = ToolClient.Command(name, input);
        if (command is not null) reading.Shell(command);
        if (ToolContainer.Command(name, input) is { } container) reading.Shell(container);
        ToolLoss.Shown(name, input, call);
        ToolStanding.Describe(told, input, call);
        ToolLoss.Paid(told, call);
        if (command is null && !reading.Located) ToolLoss.Describe(told, input, call);
        var own = call.ToMeaning();
        return new CommandAnalysis
        {
            Runs = [run, .. reading.Analyses.SelectMany(analysis => analysis.Runs)],
            Effects = [.. own.Effects, .. reading.Analyses.SelectMany(analysis => analysis.Effects)],
            Unknowns = [.. reading.Analyses.SelectMany(analysis => analysis.Unknowns)],
            Wanted = [.. reading.Analyses.SelectMany(analysis => analysis.Wanted)],
            BudgetExhausted = left <= 0 || reading.Analyses.Exists(analysis => analysis.BudgetExhausted),
        };
    }

    private static string? Said(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Object)
            foreach (var property in input.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && ToolName.Words(JsonText.Name(property)) is [.., "language" or "lang" or "kernel" or "runtime" or "interpreter" or "shell"] or ["language", "id"]) return JsonText.Of(property.Value);
        return null;
    }

    private static bool IsEncoded(JsonElement input)
    {
        if (input.ValueKind == JsonValueKind.Object)
            foreach (var property in input.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && ToolName.Words(JsonText.Name(property)) is [.., "encoding" or "format"] && JsonText.Of(property.Value).StartsWith("base64", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
