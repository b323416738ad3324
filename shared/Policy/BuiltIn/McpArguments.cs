using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>Arguments of MCP tools that hold commands, SQL, paths or addresses, by the names such arguments have.</summary>
internal static class McpArguments
{
    private const int MaxValues = 512;

    private const int MaxDepth = 16;

    /// <summary>What a call of the tool may do.</summary>
    public static CommandAnalysis Analyze(string tool, JsonElement input, ObservedFacts facts)
    {
        var run = new CommandRun { Argv = [Word.Of("mcp")], Cwd = facts.Cwd };
        var call = new Call(run, facts, "mcp");
        var analyses = new List<CommandAnalysis>();
        var left = MaxValues;
        Walk(input, "", new Reading(ToolVerbs.Of(tool), call, analyses, facts), MaxDepth, ref left);
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

    private static void Walk(JsonElement value, string name, in Reading reading, int depth, ref int left)
    {
        if (depth == 0 || --left <= 0)
        {
            left = 0;
            return;
        }
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Arguments(value, reading);
                foreach (var property in value.EnumerateObject()) Walk(property.Value, JsonText.Name(property).ToLowerInvariant(), reading, depth - 1, ref left);
                break;
            case JsonValueKind.Array when IsCommand(name) && Joined(value) is { } line:
                reading.Shell(line);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Walk(item, name, reading, depth - 1, ref left);
                break;
            case JsonValueKind.String: Text(JsonText.Of(value), name, reading); break;
            default: break;
        }
    }

    // {"command": "rm", "args": ["-rf", "x"]}: what is run is both.
    private static void Arguments(JsonElement value, in Reading reading)
    {
        string? program = null;
        string? arguments = null;
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.Name(property).ToLowerInvariant();
            if (name is "command" or "cmd" or "program" or "executable" or "file" && property.Value.ValueKind == JsonValueKind.String) program ??= JsonText.Of(property.Value);
            else if (name is "args" or "arguments" or "argv" or "params") arguments ??= property.Value.ValueKind == JsonValueKind.Array ? Joined(property.Value) : null;
        }
        if (arguments is null) return;
        reading.Shell(program is null ? arguments : $"{program} {arguments}");
    }

    private static string? Joined(JsonElement array)
    {
        var line = new System.Text.StringBuilder();
        foreach (var item in array.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) return null;
            line.Append(line.Length == 0 ? "'" : " '").Append(JsonText.Of(item).Replace("'", "'\\''", StringComparison.Ordinal)).Append('\'');
        }
        return line.Length == 0 ? null : line.ToString();
    }

    private static bool IsCommand(string name) => name is "command" or "cmd" or "shell" or "script" or "bash" or "commandline" or "command_line";

    private static void Text(string text, string name, in Reading reading)
    {
        if (IsCommand(name)) reading.Shell(text);
        else if (name is "sql" or "query" or "statement" or "statements") reading.Analyses.Add(ShellAnalyzer.Analyze(text, CodeLanguage.Sql, reading.Facts));
        else if (name is "url" or "host" or "endpoint" or "address") reading.Call.Add(EffectKind.Connect, new Target(TargetKind.Host, text), "argument");
        else if (IsPath(name) && text.Length < 4096 && text.IndexOf("://", StringComparison.Ordinal) is < 0 or 4)
            reading.Path(Word.Of(text.StartsWith("file://", StringComparison.Ordinal) ? text[7..] : text), name);
    }

    private static bool IsPath(string name) => name is "path" or "paths" or "file" or "files" or "filename" or "file_path" or "filepath" or "target"
        or "destination" or "source" or "dest" or "src" or "uri"
        or "dir" or "directory" or "folder" or "output" or "output_path" or "outputpath" or "old_path" or "new_path" or "oldpath" or "newpath" or "from"
        or "to" or "notebook_path" or "relative_path" or "target_file";

    /// <summary>What is read, and by what it is known what the tool does with a path.</summary>
    private readonly record struct Reading(ToolVerb Verb, Call Call, List<CommandAnalysis> Analyses, ObservedFacts Facts)
    {
        public void Shell(string line) => Analyses.Add(ShellAnalyzer.Analyze(line, Facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, Facts));

        public void Path(Word path, string name)
        {
            // Of a move and a copy only one end is changed in the way the verb says.
            var end = name is "destination" or "dest" or "to" or "new_path" or "newpath" or "output" or "output_path" or "outputpath";
            var start = name is "source" or "src" or "from";
            var kind = Verb switch
            {
                ToolVerb.Deletes => EffectKind.Delete,
                ToolVerb.Moves => end ? EffectKind.Write : EffectKind.Move,
                ToolVerb.Writes => start ? EffectKind.Read : EffectKind.Write,
                _ => EffectKind.Read,
            };
            Call.Path(kind, path, "argument", recursive: kind == EffectKind.Delete);
        }
    }
}
