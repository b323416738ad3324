using System.Text.Json;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>A hooks.json: its hooks in Codex's order, and the text they stand in.</summary>
internal sealed class HooksFile
{
    private readonly string _file;

    private HooksFile(string text, string file)
    {
        (Text, _file) = (text, file);
        Root = JsonSpans.Parse(text, file);
        if (!Root.IsObject) throw Wrong(Root, "not a JSON object");
        foreach (var member in Root.Members)
        {
            // Codex drops the whole file over one key it does not know: a registration in it would be dead.
            if (member.Name is not ("hooks" or "description")) throw Wrong(member.Value, $"the key \"{Sanitize.ForTerminal(member.Name)}\" makes Codex ignore this file");
        }
        if (Root["hooks"] is { } hooks)
        {
            if (!hooks.IsObject) throw Wrong(hooks, "\"hooks\" is not an object");
            foreach (var member in hooks.Members) ReadEvent(member);
        }
    }

    public string Text { get; }
    public JsonSpan Root { get; }

    /// <summary>Every hook, by event, group and place in the group.</summary>
    public List<HookHandler> Handlers { get; } = [];

    public static HooksFile Parse(string text, string file) => new(text, file);

    /// <summary>The array of one event's groups; null where the event has none.</summary>
    public JsonSpan? Groups(string eventName) => Root["hooks"]?[eventName];

    private void ReadEvent(JsonMember member)
    {
        if (!member.Value.IsArray) throw Wrong(member.Value, $"the hooks of {Sanitize.ForTerminal(member.Name)} are not a list");
        for (var g = 0; g < member.Value.Items.Count; g++)
        {
            var group = member.Value.Items[g];
            if (!group.IsObject) throw Wrong(group, "a group of hooks is not an object");
            var matcher = OptionalText(group, "matcher");
            if (group["hooks"] is not { } hooks) continue;
            if (!hooks.IsArray) throw Wrong(hooks, "\"hooks\" of a group is not a list");
            for (var h = 0; h < hooks.Items.Count; h++) Handlers.Add(ReadHandler(member.Name, g, h, matcher, hooks.Items[h]));
        }
    }

    private HookHandler ReadHandler(string eventName, int group, int index, string? matcher, JsonSpan handler)
    {
        if (!handler.IsObject) throw Wrong(handler, "a hook is not an object");
        var type = OptionalText(handler, "type");
        if (type is not ("command" or "mcp_tool" or "prompt" or "agent")) throw Wrong(handler, "a hook of a type that Codex does not know makes it ignore this file");
        if (type == "command" && OptionalText(handler, "command") is null) throw Wrong(handler, "a command hook without a command makes Codex ignore this file");
        return new HookHandler(eventName, group, index, matcher, OptionalText(handler, "command") ?? "", Number(handler, "timeout"),
            handler["async"]?.Kind == JsonTokenType.True, OptionalText(handler, "statusMessage"), Number(handler, "additionalContextLimit"))
        {
            IsCommand = type == "command",
        };
    }

    private string? OptionalText(JsonSpan holder, string name) => holder[name] switch
    {
        null or { Kind: JsonTokenType.Null } => null,
        { IsString: true } text => text.Text,
        { } other => throw Wrong(other, $"\"{name}\" is not a string"),
    };

    private long? Number(JsonSpan holder, string name) => holder[name] switch
    {
        null or { Kind: JsonTokenType.Null } => null,
        { Kind: JsonTokenType.Number } number when long.TryParse(number.Text, out var value) && value >= 0 => value,
        { } other => throw Wrong(other, $"\"{name}\" is not a whole number, so Codex ignores this file"),
    };

    private CodexFileException Wrong(JsonSpan at, string what) => new(_file, SourceText.LineOf(Text, at.Start), what);
}
