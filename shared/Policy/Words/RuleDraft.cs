using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Words;

/// <summary>A rule as it is put together from words.</summary>
internal sealed class RuleDraft
{
    private readonly List<string> _tools = [];
    private readonly List<string> _paths = [];
    private readonly List<string> _access = [];
    private readonly List<string> _hosts = [];
    private readonly List<string> _commands = [];
    private readonly List<string> _classes = [];
    private bool _subagents;

    /// <summary>What it does.</summary>
    public required Verdict Action { get; init; }

    /// <summary>True where it says what it is about.</summary>
    public bool Speaks => _tools.Count + _paths.Count + _hosts.Count + _commands.Count + _classes.Count > 0;

    /// <summary>Takes in the words at a place.</summary>
    /// <returns>How many were understood; 0 for none.</returns>
    public int Take(IReadOnlyList<RuleWord> words, int at)
    {
        var word = words[at];
        if (word.Quoted) return Quoted(word.Text);
        var next = at + 1 < words.Count ? words[at + 1] : default;
        if (Class(word.Key, next.Key ?? "") is (var name, var length) && length > 0) return Add(_classes, name, length);
        if (word.Key is "host" or "hosts" or "domain" or "site" && next.Text is { } host && LooksLikeHost(host)) return Add(_hosts, host.ToLowerInvariant(), 2);
        if (word.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || word.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) return Url(word.Text);
        if (word.Key is "mcp" or "server" && next.Text is { } server && next.Key is not ("tools" or "tool" or "servers" or "calls"))
        {
            if (next.Key == "server" && at + 2 < words.Count && RuleReader.IsId(words[at + 2].Text)) return Add(_tools, $"mcp__{words[at + 2].Text}__*", 3);
            if (RuleReader.IsId(server)) return Add(_tools, $"mcp__{server}__*", 2);
        }
        if (word.Key == "mcp") return Add(_tools, "mcp__*", 1);
        if (word.Key is "subagent" or "subagents")
        {
            _subagents = true;
            return 1;
        }
        if (LooksLikePath(word.Text)) return Add(_paths, word.Text, 1);
        if (Access(word.Key) is { } access && (_paths.Count > 0 || PathFollows(words, at))) return Add(_access, access, 1);
        if (Tool(word.Key, next.Key ?? "") is (var tool, var taken) && taken > 0) return Add(_tools, tool, taken);
        if (CommandWords.Length(words, at) is var command and > 0) return Add(_commands, CommandWords.Text(words, at, command), command);
        if (NamesTool(word.Text)) return Add(_tools, word.Text, 1);
        return IsFiller(word.Key) ? 1 : 0;
    }

    /// <summary>The rule as JSON.</summary>
    public JsonElement ToJson(string id) => PolicyWriter.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("action", Action.Word());
        var tools = _tools.Count > 0 ? _tools : _commands.Count > 0 && _paths.Count == 0 ? ["Bash"] : ["*"];
        List(json, "tool", tools);
        if (_commands.Count > 0)
        {
            // Of another tool than a shell, a quoted text is looked for in its input.
            if (tools.Contains("Bash") || tools.Contains("*")) List(json, "command", [.. _commands.Select(command => command.Contains('*', StringComparison.Ordinal) ? command : command + " *")]);
            else json.WriteString("anyParam", _commands[0]);
        }
        if (_paths.Count > 0 && _access.Count == 0) List(json, "path", _paths);
        else if (_paths.Count > 0)
        {
            json.WriteStartObject("path");
            List(json, "glob", _paths);
            List(json, "access", _access);
            json.WriteEndObject();
        }
        if (_hosts.Count > 0) List(json, "host", _hosts);
        if (_classes.Count > 0) List(json, "dataClass", _classes);
        if (_subagents) json.WriteString("agent", "subagent");
        json.WriteEndObject();
    });

    private int Quoted(string text)
    {
        if (LooksLikePath(text) && !text.Contains(' ', StringComparison.Ordinal)) return Add(_paths, text, 1);
        var canonical = ToolNames.Canonical(text);
        if (text.StartsWith("mcp__", StringComparison.Ordinal) || canonical is ToolNames.Bash or ToolNames.ApplyPatch or ToolNames.ViewImage) return Add(_tools, text, 1);
        return Add(_commands, text, 1);
    }

    private int Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? Add(_hosts, uri.Host, 1) : 0;

    private static int Add(List<string> to, string text, int length)
    {
        if (!to.Contains(text)) to.Add(text);
        return length;
    }

    private static void List(Utf8JsonWriter json, string name, List<string> values)
    {
        if (values.Count == 1)
        {
            json.WriteString(name, values[0]);
            return;
        }
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static (string Name, int Length) Class(string word, string next)
    {
        var data = next is "data" or "information" or "info" or "records" or "details" or "numbers" or "number" or "account" or "accounts" ? 2 : 1;
        return word switch
        {
            "payment" or "payments" or "billing" or "bank" or "iban" or "ibans" => ("PAYMENT", data),
            "credit" when next is "card" or "cards" => ("PCI", 2),
            "card" or "cards" or "cardholder" or "pci" => ("PCI", data),
            "pii" or "ssn" or "ssns" or "personal" or "identity" => ("PII", data),
            "phi" or "health" or "patient" or "medical" => ("PHI", data),
            "secret" or "secrets" or "credential" or "credentials" or "password" or "passwords" or "token" or "tokens" => ("SECRET", next is "data" ? 2 : 1),
            "api" when next is "key" or "keys" or "token" or "tokens" => ("SECRET", 2),
            _ => ("", 0),
        };
    }

    private static (string Tool, int Length) Tool(string word, string next) => word switch
    {
        "bash" or "shell" when next is "command" or "commands" or "calls" => (ToolNames.Bash, 2),
        "bash" or "shell" or "exec_command" or "local_shell" or "unified_exec" or "commands" or "command" => (ToolNames.Bash, 1),
        "file" when next is "edits" or "edit" or "writes" or "write" or "changes" => (ToolNames.ApplyPatch, 2),
        "apply_patch" or "patch" or "patches" or "edit" or "edits" or "write" or "writes" => (ToolNames.ApplyPatch, 1),
        "view_image" => (ToolNames.ViewImage, 1),
        "images" => (ToolNames.ViewImage, 1),
        "all" or "any" or "every" when next is "tool" or "tools" or "call" or "calls" => ("*", 2),
        "everything" or "anything" or "*" or "all" => ("*", 1),
        "update_plan" or "spawn_agent" or "web_search" => (word, 1),
        _ when word.StartsWith("mcp__", StringComparison.Ordinal) => (word, 1),
        _ => ("", 0),
    };

    // Codex and its extensions name tools as no language writes words: with an underscore, or a capital within.
    private static bool NamesTool(string word)
    {
        var marked = false;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(word[i]) && word[i] != '_') return false;
            marked |= i > 0 && (word[i] == '_' || (char.IsAsciiLetterUpper(word[i]) && char.IsAsciiLetterLower(word[i - 1])));
        }
        return marked && char.IsAsciiLetter(word[0]);
    }

    private static string? Access(string word) => word switch
    {
        "read" or "reads" or "reading" or "show" or "showing" => "read",
        "write" or "writes" or "writing" or "change" or "changing" or "edit" or "editing" or "edits" => "write",
        "delete" or "deletes" or "deleting" or "remove" or "removing" => "delete",
        _ => null,
    };

    private static bool PathFollows(IReadOnlyList<RuleWord> words, int at)
    {
        for (var i = at + 1; i < words.Count && i < at + 6; i++)
            if (LooksLikePath(words[i].Text)) return true;
        return false;
    }

    private static bool LooksLikePath(string text) =>
        text.Length > 0 && !text.Contains("://", StringComparison.Ordinal) && !text.Contains("__", StringComparison.Ordinal)
        && (text[0] is '~' or '/' || text.StartsWith("./", StringComparison.Ordinal) || text.StartsWith("../", StringComparison.Ordinal) || text.StartsWith("$HOME", StringComparison.Ordinal)
            || (text[0] == '.' && text.Length > 1 && char.IsLetter(text[1])) || text.Contains('/', StringComparison.Ordinal) || (text.StartsWith("*.", StringComparison.Ordinal) && text.Length > 2));

    private static bool LooksLikeHost(string text) =>
        text.Contains('.', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '*' or ':');

    private static bool IsFiller(string word) => word is "for" or "to" or "the" or "a" or "an" or "of" or "on" or "in" or "with" or "from" or "and" or "or"
        or "but" or "that" or "which" or "has" or "have" or "contains"
        or "contain" or "containing" or "holding" or "holds" or "calls" or "call" or "tool" or "tools" or "server" or "servers" or "please" or "access"
        or "accessing" or "using" or "running" or "any" or "it" or "be" or "is" or "are" or "by" or "into" or "about" or "file" or "files" or "number"
        or "numbers" or "when";
}
