using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>What is read, and by what it is known what the tool does with it.</summary>
internal sealed partial class ArgumentReading(ToolName tool, ToolVerb verb, Call call, ObservedFacts facts)
{
    private const int LongestPath = 4096;

    // A forge's own files lie at the forge, a service's documents at the service.
    private readonly bool elsewhere = ToolPlace.IsForge(tool);
    private readonly bool service = ToolPlace.IsService(tool);

    public string? Language { get; init; }

    /// <summary>The call says that its code or its command is in base64.</summary>
    public bool Encoded { get; init; }

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
                var program = Arguments(value);
                var outer = verb;
                if (depth < McpArguments.MaxDepth) verb = ToolOperation.Verb(value, verb);
                if (ToolRequest.Command(tool, value) is { } request) Request(request.Line, request.Supposed);
                foreach (var property in value.EnumerateObject())
                    if (program is null || JsonText.Name(property) != program) Walk(property.Value, JsonText.Name(property), depth - 1, ref left);
                verb = outer;
                break;
            // "commands" are several, a "command" in parts is one.
            case JsonValueKind.Array when ArgumentKinds.Of(name) == ArgumentKind.Command && !name.EndsWith('s') && Joined(value) is { } line:
                Shell(line);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Walk(item, name, depth - 1, ref left);
                break;
            case JsonValueKind.String:
                var text = JsonText.Of(value);
                Text(text, name);
                if (depth <= 1 || ArgumentKinds.IsWords(name)) break;
                // JSON in a text is read as what it is.
                using (var document = InputTexts.Document(text))
                    if (document is not null) Walk(document.RootElement, name, Math.Min(depth - 1, McpArguments.MaxDepth / 4), ref left);
                break;
            default: break;
        }
    }

    // {"command": "rm", "args": ["-rf", "x"]}: what is run is both. The name of the first, which is then read.
    private string? Arguments(JsonElement value)
    {
        string? program = null;
        string? named = null;
        string? arguments = null;
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.Name(property).ToLowerInvariant();
            if (name is "command" or "cmd" or "program" or "executable" or "file" && property.Value.ValueKind == JsonValueKind.String)
            {
                named ??= JsonText.Name(property);
                program ??= JsonText.Of(property.Value);
            }
            else if (ArgumentKinds.Of(name) == ArgumentKind.Arguments)
                arguments ??= property.Value.ValueKind == JsonValueKind.Array ? Joined(property.Value) : property.Value.ValueKind == JsonValueKind.String ? JsonText.Of(property.Value) : null;
        }
        if (arguments is null) return null;
        // curl {"args": …, "url": …}
        if (tool.Tool is ["curl" or "wget"])
            foreach (var property in value.EnumerateObject())
                if (property.Value.ValueKind == JsonValueKind.String && ArgumentKinds.Of(JsonText.Name(property)) == ArgumentKind.Address) arguments += " " + ToolClient.Quoted(JsonText.Of(property.Value));
        if (tool.Tool is [var only] && only is not ("run" or "exec" or "execute" or "call" or "command" or "invoke" or "start" or "cli" or "cmd" or "shell" or "spawn")) program ??= only;
        Shell(program is null ? arguments : $"{program} {arguments}");
        return named;
    }

    // Of a host that is only supposed nothing is said.
    private void Request(string line, bool supposed)
    {
        var analysis = ShellAnalyzer.Analyze(line, CodeLanguage.Shell, facts);
        Analyses.Add(supposed ? analysis with { Effects = [.. analysis.Effects.Where(static effect => effect.Kind == EffectKind.ChangeInfrastructure)] } : analysis);
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
        var kind = ArgumentKinds.Of(name);
        if (Encoded && kind is ArgumentKind.Command or ArgumentKind.Code || ToolName.Words(name) is [_, .., "b64" or "base64"]) text = Decoded(text) ?? text;
        if (tool.SaysAny("graphql", "gql") || ToolName.Words(name) is [.., "query" or "mutation" or "graphql" or "document" or "operation"])
            if (ToolMutation.Is(text))
            {
                if (ToolMutation.Loses(text) is { } field) call.Infrastructure("service-delete", "graphql:" + field);
                return;
            }
        if (kind == ArgumentKind.Query && tool.SaysAny("neo4j", "cypher", "memgraph", "falkordb"))
        {
            Shell("cypher-shell " + ToolClient.Quoted(text));
            return;
        }
        if (ToolCode.Holds(tool, name))
        {
            Code(text);
            return;
        }
        switch (kind)
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
            case ArgumentKind.Keys when tool.SaysAny("shell", "sh", "bash", "zsh", "cmd") && ToolName.Words(name) is ["line" or "input" or "keystrokes" or "keys"]:
            case ArgumentKind.Keys when tool.SaysAny("terminal", "term", "tmux", "iterm", "iterm2", "console", "pty", "keys", "process", "ssh", "screen"):
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

    // A search is asked in anybody's words.
    private bool IsStatement(string text)
    {
        if (tool.Tool.Any(static word => word is "search" or "find" or "lookup" or "ask" or "suggest" or "documentation" or "docs")) return false;
        var word = text.AsSpan().TrimStart();
        if (word.StartsWith("--") || word.StartsWith("/*")) return true;
        var end = 0;
        while (end < word.Length && char.IsAsciiLetter(word[end])) end++;
        // "delete all objects" is a wish, DELETE FROM a statement.
        if (word[..end].Equals("delete", StringComparison.OrdinalIgnoreCase) && !word[end..].TrimStart().StartsWith("from", StringComparison.OrdinalIgnoreCase)) return false;
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
        if (elsewhere || service && !IsLocal(text, name)) return;
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
        // What a service is handed is read here; what it hands out is written.
        if (service) kind = tool.SaysAny("download", "export", "save", "pull", "backup", "dump") || ToolName.Words(name) is [.., "output" or "dest" or "destination", _] or ["output" or "dest" or "save", ..] ? EffectKind.Write : EffectKind.Read;
        else if (kind == EffectKind.Write && tool.SaysAny("chown", "chgrp", "owner")) kind = EffectKind.ChangeOwner;
        else if (kind == EffectKind.Write && tool.SaysAny("permission", "permissions", "chmod", "mode", "acl")) kind = EffectKind.ChangeMode;
        call.Path(kind, path, "argument", recursive: kind is EffectKind.Delete or EffectKind.ChangeMode or EffectKind.ChangeOwner);
    }

    // A path of this machine begins at its root or the home; or the argument is named for it.
    private static bool IsLocal(string text, string name) => text is ['/' or '~' or '\\', ..] && !(text.Length > 1 && text[0] == '/' && !Rooted(text)) || text is [_, ':', ..] || text.StartsWith("file://", StringComparison.Ordinal)
        || text.StartsWith("..", StringComparison.Ordinal) || ToolName.Words(name) is ["local", ..] or [.., "attachment" or "attachments"];

    private static bool Rooted(string text)
    {
        foreach (var root in (ReadOnlySpan<string>)["/home/", "/Users/", "/root/", "/etc/", "/var/", "/tmp/", "/opt/", "/usr/", "/srv/", "/mnt/", "/proc/", "/dev/", "/sys/", "/private/", "/Library/"])
            if (text.StartsWith(root, StringComparison.Ordinal) || text.AsSpan().SequenceEqual(root.AsSpan()[..^1])) return true;
        return false;
    }
}
