using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Words;

/// <summary>
/// Reads what people type to see or change policy: <c>policy list</c>, <c>Policy new: deny Bash for payment data</c>, <c>armor yes pol-7k2m9q</c>.
/// A prompt is a command only when it is one from its first word to its last: what merely begins like one goes to the model.
/// </summary>
internal static class PolicyCommandReader
{
    /// <summary>Longer texts are prompts.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Reads a prompt.</summary>
    public static CommandReading Prompt(string prompt)
    {
        if (prompt.Length > MostCharacters) return CommandReading.None;
        var words = Words(prompt);
        if (words.Length == 0) return CommandReading.None;
        var first = words[0].ToLowerInvariant();
        if (first is "policy" or "policy:") return Read(prompt, words, 1, named: false);
        var own = first is "sallyport" or "/sallyport";
        var armor = first is "armor" or "/armor" or "/armorcodex:armor";
        if (!own && !armor) return CommandReading.None;
        if (words.Length > 1 && words[1].Equals("policy", StringComparison.OrdinalIgnoreCase)) return Read(prompt, words, 2, named: true);
        if (own) return CommandReading.None;
        if (words.Length == 1) return new PolicyCommand(PolicyVerb.Help);
        return words[1].ToLowerInvariant() is "yes" or "no" or "profile" or "mcp" or "help" or "list" or "view" or "add" or "remove" or "delete" or "reset"
            or "default" or "template" or "confirm" or "cancel"
            ? Read(prompt, words, 1, named: false) : CommandReading.None;
    }

    /// <summary>Reads the words after <c>sallyport policy</c> on a command line, or a text that can be nothing but a command.</summary>
    public static CommandReading Line(string text)
    {
        var words = Words(text);
        if (words.Length > 0 && words[0].Equals("policy", StringComparison.OrdinalIgnoreCase)) return Strictly(Read(text, words, 1, named: true), text);
        return Strictly(Read(text, words, 0, named: true), text);
    }

    private static CommandReading Strictly(CommandReading reading, string text) =>
        reading.IsNone ? new CommandReading(null, $"'{Sanitize.ForTerminal(FaultList.Short(text))}' is not understood; nothing was changed. 'policy help' lists the commands.") : reading;

    /// <summary>Reads a command.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="at">The first word after the name.</param>
    /// <param name="named">True where Sallyport's policy was named, so that a text that nearly fits is no prompt.</param>
    private static CommandReading Read(string text, string[] words, int at, bool named)
    {
        var rest = words[at..];
        var verb = rest.Length == 0 ? "" : rest[0].ToLowerInvariant();
        var one = rest.Length == 2 ? rest[1] : null;
        return (verb, rest.Length) switch
        {
            ("", 0) => named ? new PolicyCommand(PolicyVerb.Help) : CommandReading.None,
            ("help" or "commands", 1) => new PolicyCommand(PolicyVerb.Help),
            ("list" or "show", 1) => new PolicyCommand(PolicyVerb.List),
            ("view" or "export", 1) => new PolicyCommand(PolicyVerb.View),
            ("staged" or "pending", 1) => new PolicyCommand(PolicyVerb.Staged),
            ("get", 2) when Id(one) => new PolicyCommand(PolicyVerb.Get, one),
            ("delete" or "remove", 2) when Id(one) => new PolicyCommand(PolicyVerb.Remove, one),
            ("reset" or "clear", 1) => new PolicyCommand(PolicyVerb.Reset),
            ("reset" or "clear", 2) when one!.Equals("all", StringComparison.OrdinalIgnoreCase) => new PolicyCommand(PolicyVerb.Reset),
            ("allow-last", 1) => new PolicyCommand(PolicyVerb.AllowLast),
            ("yes" or "confirm", 1) => new CommandReading(null, "Name the change: policy yes ID. 'policy staged' lists what waits."),
            ("yes" or "confirm", 2) when StagedId.IsOne(StagedId.Bare(one!)) => new PolicyCommand(PolicyVerb.Yes, StagedId.Bare(one!)),
            ("no" or "cancel", 1) => new CommandReading(null, "Name the change: policy no ID. 'policy staged' lists what waits."),
            ("no" or "cancel", 2) when StagedId.IsOne(StagedId.Bare(one!)) => new PolicyCommand(PolicyVerb.No, StagedId.Bare(one!)),
            ("yes" or "no" or "confirm" or "cancel", 2) when named
                || StagedId.IsMeant(one!) => new CommandReading(null,
                $"'{Sanitize.ForTerminal(FaultList.Short(one!))}' is no id of a change. 'policy staged' lists what waits."),
            ("yes" or "no" or "confirm" or "cancel", > 2) when StagedId.IsMeant(rest[1]) => new CommandReading(null,
                $"One change at a time, and nothing behind its id: policy {verb} {Sanitize.ForTerminal(FaultList.Short(rest[1]))}. Nothing was changed."),
            ("prioritize" or "prioritise" or "priority" or "reorder" or "move", 3 or 4) => Move(rest),
            ("default", 2) => Action(one!) is { } action ? new PolicyCommand(PolicyVerb.Default, Text: action) : named
                ? new CommandReading(null, "The default is one of allow, warn, ask, deny.") : CommandReading.None,
            ("template", 1) => new CommandReading(null, $"Templates: {Templates.Names}."),
            ("template", 2) => Template(one!, named),
            ("built-in" or "builtin", 1) => new PolicyCommand(PolicyVerb.BuiltInList),
            ("built-in" or "builtin", 3) => BuiltIn(rest[1], rest[2].ToLowerInvariant()),
            ("profile", _) => Profile(rest, named),
            ("mcp", _) => Mcp(rest),
            ("new:" or "add:", _) => Rule(PolicyVerb.Add, null, After(text, ':'), named: true),
            ("new" or "add", > 1) => Rule(PolicyVerb.Add, null, AfterWord(text, at), named),
            ("update", > 1) => Update(text, rest, at, named),
            ("new" or "add" or "update" or "get" or "delete" or "remove" or "prioritize" or "prioritise" or "priority" or "reorder" or "move"
                or "default", 1) when named || verb is "get" or "delete" or "remove" or "prioritize"
                or "prioritise" => new CommandReading(null, "That needs more words. 'policy help' lists the commands."),
            _ => CommandReading.None,
        };
    }

    private static CommandReading Move(string[] rest)
    {
        var to = rest.Length == 4 && rest[2].Equals("to", StringComparison.OrdinalIgnoreCase) ? rest[3] : rest.Length == 3 ? rest[2] : "";
        return Id(rest[1]) && int.TryParse(to, out var position) ? new PolicyCommand(PolicyVerb.Prioritize, rest[1], Position: position) : CommandReading.None;
    }

    private static CommandReading Template(string name, bool named) =>
        Templates.Find(name.ToLowerInvariant()) is not null ? new PolicyCommand(PolicyVerb.Template, name.ToLowerInvariant())
        : named ? new CommandReading(null, $"There is no template '{Sanitize.ForTerminal(FaultList.Short(name))}'. Templates: {Templates.Names}.") : CommandReading.None;

    private static CommandReading BuiltIn(string id, string action) =>
        action == "reset" ? new PolicyCommand(PolicyVerb.BuiltIn, id)
        : Verdicts.TryParse(action, out _) ? new PolicyCommand(PolicyVerb.BuiltIn, id, action) : CommandReading.None;

    private static CommandReading Profile(string[] rest, bool named)
    {
        var verb = rest.Length > 1 ? rest[1].ToLowerInvariant() : "list";
        if (verb == "list" && rest.Length <= 2) return new PolicyCommand(PolicyVerb.ProfileList);
        PolicyVerb? does = verb switch { "save" => PolicyVerb.ProfileSave, "switch" or "load" => PolicyVerb.ProfileSwitch, "delete" or "remove" => PolicyVerb.ProfileDelete, _ => null };
        if (does is not { } known || rest.Length > 3) return CommandReading.None;
        if (rest.Length == 3 && ProfileName.IsOne(rest[2])) return new PolicyCommand(known, rest[2].ToLowerInvariant());
        return named || rest.Length == 2 ? new CommandReading(null, "A profile has a name of letters, digits and dashes: policy profile save work") : CommandReading.None;
    }

    private static CommandReading Mcp(string[] rest)
    {
        if (rest is ["mcp"] || (rest.Length == 2 && rest[1].Equals("list", StringComparison.OrdinalIgnoreCase))) return new PolicyCommand(PolicyVerb.McpList);
        if (rest.Length != 3 || !RuleReader.IsId(rest[2])) return CommandReading.None;
        return rest[1].ToLowerInvariant() switch
        {
            "approve" or "allow" => new PolicyCommand(PolicyVerb.Mcp, rest[2], "allow"),
            "deny" or "block" => new PolicyCommand(PolicyVerb.Mcp, rest[2], "deny"),
            "ask" => new PolicyCommand(PolicyVerb.Mcp, rest[2], "ask"),
            _ => CommandReading.None,
        };
    }

    // "Policy update no-push: allow Bash". With the colon it can be nothing else; without it, only where all of it is understood.
    private static CommandReading Update(string text, string[] rest, int at, bool named)
    {
        var colon = rest[1].EndsWith(':');
        var id = rest[1].TrimEnd(':');
        if (!colon && rest.Length > 2 && rest[2] == ":") colon = true;
        if (!Id(id) || rest.Length < 3) return CommandReading.None;
        return Rule(PolicyVerb.Update, id, colon ? After(text, ':') : AfterWord(text, at + 1), named || colon);
    }

    private static CommandReading Rule(PolicyVerb verb, string? id, string words, bool named)
    {
        if (words.AsSpan().TrimStart().StartsWith("{")) return new PolicyCommand(verb, id, words.Trim()); // a rule as JSON
        var reading = RuleWords.Read(words);
        if (reading.Problem is null) return new PolicyCommand(verb, id, words.Trim());
        return named ? new CommandReading(null, reading.Problem) : CommandReading.None;
    }

    private static string? Action(string word) => RuleWords.Action(word) is { } action ? action.Word() : null;

    private static bool Id(string? word) => word is not null && RuleReader.IsId(word);

    private static string After(string text, char mark) => text[(text.IndexOf(mark) + 1)..];

    // The text behind the first words, with its own blanks: quoted parts keep theirs.
    private static string AfterWord(string text, int last)
    {
        var at = 0;
        for (var word = 0; word <= last; word++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        }
        return text[at..];
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
