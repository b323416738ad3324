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

    private const int MaxDepth = 16;

    private const int LongestPath = 4096;

    /// <summary>What a call of the tool may do.</summary>
    public static CommandAnalysis Analyze(string tool, JsonElement input, ObservedFacts facts)
    {
        var run = new CommandRun { Argv = [Word.Of("mcp"), Word.Of(tool)], Cwd = facts.Cwd };
        var call = new Call(run, facts, "mcp");
        var reading = new Reading(ToolName.Of(tool), call, facts) { Language = Said(input) };
        var left = MaxValues;
        reading.Walk(input, "", MaxDepth, ref left);
        var command = ToolClient.Command(reading.Tool, input);
        if (command is not null) reading.Shell(command);
        ToolLoss.Shown(reading.Tool, call);
        if (command is null && !reading.Located) ToolLoss.Describe(reading.Tool, input, call);
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
                if (property.Value.ValueKind == JsonValueKind.String && ToolName.Words(JsonText.Name(property)) is [.., "language" or "lang" or "kernel" or "runtime" or "interpreter"]) return JsonText.Of(property.Value);
        return null;
    }

    /// <summary>What is read, and by what it is known what the tool does with it.</summary>
    private sealed class Reading(ToolName tool, Call call, ObservedFacts facts)
    {
        private readonly ToolVerb verb = ToolVerbs.Of(tool);

        // A forge's own files lie at the forge.
        private readonly bool elsewhere = tool.SaysAny("github", "gitlab", "bitbucket", "gitea", "forgejo") && !tool.SaysAny("upload", "local", "download");

        public ToolName Tool => tool;

        public string? Language { get; init; }

        public List<CommandAnalysis> Analyses { get; } = [];

        /// <summary>The arguments say what is done to what, so that the tool's name need not.</summary>
        public bool Located { get; private set; }

        public void Walk(JsonElement value, string name, int depth, ref int left)
        {
            if (depth == 0 || --left <= 0)
            {
                left = 0;
                return;
            }
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    Arguments(value);
                    foreach (var property in value.EnumerateObject()) Walk(property.Value, JsonText.Name(property), depth - 1, ref left);
                    break;
                case JsonValueKind.Array when ArgumentKinds.Of(name) == ArgumentKind.Command && Joined(value) is { } line:
                    Shell(line);
                    break;
                case JsonValueKind.Array:
                    foreach (var item in value.EnumerateArray()) Walk(item, name, depth - 1, ref left);
                    break;
                case JsonValueKind.String: Text(JsonText.Of(value), name); break;
                default: break;
            }
        }

        // {"command": "rm", "args": ["-rf", "x"]}: what is run is both.
        private void Arguments(JsonElement value)
        {
            string? program = null;
            string? arguments = null;
            foreach (var property in value.EnumerateObject())
            {
                var name = JsonText.Name(property).ToLowerInvariant();
                if (name is "command" or "cmd" or "program" or "executable" or "file" && property.Value.ValueKind == JsonValueKind.String) program ??= JsonText.Of(property.Value);
                else if (ArgumentKinds.Of(name) == ArgumentKind.Arguments)
                    arguments ??= property.Value.ValueKind == JsonValueKind.Array ? Joined(property.Value) : property.Value.ValueKind == JsonValueKind.String ? JsonText.Of(property.Value) : null;
            }
            if (arguments is not null) Shell(program is null ? arguments : $"{program} {arguments}");
        }

        private static string? Joined(JsonElement array)
        {
            var line = new System.Text.StringBuilder();
            foreach (var item in array.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.String) return null;
                line.Append(line.Length == 0 ? "" : " ").Append(ToolClient.Quoted(JsonText.Of(item)));
            }
            return line.Length == 0 ? null : line.ToString();
        }

        private void Text(string text, string name)
        {
            switch (ArgumentKinds.Of(name))
            {
                // {"shell": "bash"} says by which shell, not what.
                case ArgumentKind.Command when name.Equals("shell", StringComparison.OrdinalIgnoreCase) && !text.Contains(' '): break;
                case ArgumentKind.Command:
                    Command(text);
                    break;
                case ArgumentKind.Code when ToolCode.Runs(tool):
                case ArgumentKind.Other when ToolName.Words(name) is [.., "source" or "contents" or "function" or "cell"] && tool.SaysAny("cell", "jupyter", "notebook", "ipython", "evaluate"):
                case ArgumentKind.Path when name.Equals("source", StringComparison.OrdinalIgnoreCase) && tool.SaysAny("cell", "jupyter", "notebook", "ipython"):
                    Code(text);
                    break;
                case ArgumentKind.Sql:
                case ArgumentKind.Query when IsStatement(text):
                    Located = true;
                    Read(text, CodeLanguage.Sql);
                    break;
                case ArgumentKind.Keys when tool.SaysAny("terminal", "tmux", "iterm", "iterm2", "console", "pty", "keys", "process", "ssh", "screen"):
                    Shell(text);
                    break;
                case ArgumentKind.Address: Address(text); break;
                case ArgumentKind.Path when text.Length < LongestPath:
                    if (text.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) Address(text);
                    else if (text.IndexOf("://", StringComparison.Ordinal) is < 0 or 4) Path(text, name);
                    break;
                default: break;
            }
        }

        // What cannot be read is not known to be harmless.
        private void Command(string text)
        {
            var language = tool.SaysAny("powershell", "pwsh") ? CodeLanguage.PowerShell : Native;
            if (Read(text, language).Error is not null) call.Unknown("code-from-input", Word.Of("a command that cannot be read"));
        }

        private void Code(string text)
        {
            if (tool.SaysAny("applescript", "osascript"))
            {
                Shell("osascript -e " + ToolClient.Quoted(text));
                return;
            }
            foreach (var language in ToolCode.Languages(tool, Language, text))
            {
                if (language != CodeLanguage.Python)
                {
                    Read(text, language == CodeLanguage.Shell ? Native : language);
                    continue;
                }
                var (shell, python) = ToolCode.Cell(text);
                if (shell.Length > 0) Shell(shell);
                if (python.Length > 0) Read(python, language);
            }
        }

        private CodeLanguage Native => facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell;

        public void Shell(string line) => Read(line, Native);

        private CommandAnalysis Read(string text, CodeLanguage language)
        {
            var analysis = ShellAnalyzer.Analyze(text, language, facts);
            Analyses.Add(analysis);
            return analysis;
        }

        // A search is asked in anybody's words.
        private bool IsStatement(string text)
        {
            if (tool.Tool.Any(static word => word is "search" or "find" or "lookup" or "ask")) return false;
            var word = text.AsSpan().TrimStart();
            if (word.StartsWith("--") || word.StartsWith("/*")) return true;
            var end = 0;
            while (end < word.Length && char.IsAsciiLetter(word[end])) end++;
            Span<char> upper = stackalloc char[12];
            return end <= upper.Length && word[..end].ToUpperInvariant(upper) > 0 && upper[..end] is "SELECT" or "INSERT" or "UPDATE" or "DELETE" or "DROP" or "TRUNCATE" or "ALTER" or "CREATE" or "GRANT"
                or "REVOKE" or "WITH" or "MERGE" or "REPLACE" or "CALL" or "EXEC" or "EXECUTE" or "COPY" or "VACUUM" or "ATTACH" or "PRAGMA" or "BEGIN" or "SET" or "DO" or "EXPLAIN";
        }

        private void Address(string text)
        {
            if (text.StartsWith("file://", StringComparison.OrdinalIgnoreCase)) call.Path(EffectKind.Read, Word.Of(text[7..]), "argument");
            else call.Add(EffectKind.Connect, new Target(TargetKind.Host, text), "argument");
        }

        private void Path(string text, string name)
        {
            if (elsewhere) return;
            Located = true;
            if (text.StartsWith("file://", StringComparison.Ordinal)) text = text[7..];
            // Servers put the home in its place, as shells do.
            var path = text is "~" or ['~', '/', ..] ? facts.Home is { } home ? Word.Of(home + text[1..]) : new Word([new Piece(PieceKind.Unknown, "~"), new Piece(PieceKind.Literal, text[1..])]) : Word.Of(text);
            var kind = verb switch
            {
                ToolVerb.Deletes => EffectKind.Delete,
                ToolVerb.Moves => ArgumentKinds.IsEnd(name) ? EffectKind.Write : EffectKind.Move,
                ToolVerb.Writes => ArgumentKinds.IsStart(name) ? EffectKind.Read : EffectKind.Write,
                _ => EffectKind.Read,
            };
            call.Path(kind, path, "argument", recursive: kind == EffectKind.Delete);
        }
    }
}
