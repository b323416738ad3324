using System.Text.Json;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Arguments of MCP tools that hold commands, SQL, paths or addresses, by the names such arguments have.</summary>
internal static class McpArguments
{
    private const int MaxValues = 512;

    private const int MaxDepth = 16;

    public static CommandAnalysis Analyze(JsonElement input, ObservedFacts facts)
    {
        var run = new CommandRun { Argv = [Word.Of("mcp")], Cwd = facts.Cwd };
        var call = new Call(run, facts, "mcp");
        var analyses = new List<CommandAnalysis>();
        var left = MaxValues;
        Walk(input, "", call, analyses, facts, MaxDepth, ref left);
        var own = call.ToMeaning();
        return new CommandAnalysis
        {
            Runs = [run, .. analyses.SelectMany(analysis => analysis.Runs)],
            Effects = [.. own.Effects, .. analyses.SelectMany(analysis => analysis.Effects)],
            Unknowns = [.. analyses.SelectMany(analysis => analysis.Unknowns)],
            Wanted = [.. analyses.SelectMany(analysis => analysis.Wanted)],
            BudgetExhausted = left <= 0 || analyses.Exists(analysis => analysis.BudgetExhausted),
        };
    }

    private static void Walk(JsonElement value, string name, Call call, List<CommandAnalysis> analyses, ObservedFacts facts, int depth, ref int left)
    {
        if (depth == 0 || --left <= 0)
        {
            left = 0;
            return;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject()) Walk(property.Value, property.Name.ToLowerInvariant(), call, analyses, facts, depth - 1, ref left);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Walk(item, name, call, analyses, facts, depth - 1, ref left);
                break;
            case JsonValueKind.String: Text(value.GetString()!, name, call, analyses, facts); break;
            default: break;
        }
    }

    private static void Text(string text, string name, Call call, List<CommandAnalysis> analyses, ObservedFacts facts)
    {
        switch (name)
        {
            case "command" or "cmd" or "shell" or "script" or "bash" or "commandline" or "command_line":
                analyses.Add(ShellAnalyzer.Analyze(text, facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, facts));
                break;
            case "sql" or "query" or "statement" or "statements": SqlText.Judge(call, text); break;
            case "path" or "paths" or "file" or "filename" or "file_path" or "filepath" or "target" or "destination" or "source" or "dest" or "src" or "uri":
                if (text.Length < 4096 && text.IndexOf("://", StringComparison.Ordinal) is < 0 or 4) call.Path(EffectKind.Read, Word.Of(text.StartsWith("file://", StringComparison.Ordinal) ? text[7..] : text), "argument");
                break;
            case "url" or "host" or "endpoint" or "address": call.Add(EffectKind.Connect, new Target(TargetKind.Host, text), "argument"); break;
            default: break;
        }
    }
}
