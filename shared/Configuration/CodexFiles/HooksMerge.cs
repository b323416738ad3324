using System.Text;
using System.Text.Json;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>Puts our hooks into a hooks.json and takes them out again; everybody else's stay as they are written.</summary>
internal static class HooksMerge
{
    private const string Empty = "{\n  \"hooks\": {\n  }\n}\n";

    /// <summary>The text with exactly these registrations of ours in it; the same text where they already are.</summary>
    public static string Register(string? text, string file, HookRegistration[] wanted)
    {
        text = string.IsNullOrWhiteSpace(text) ? Empty : text;
        foreach (var one in wanted) text = Register(text, file, one);
        return text;
    }

    /// <summary>The text without any hook of ours; null where nothing else is in it.</summary>
    public static string? Unregister(string text, string file)
    {
        while (HooksFile.Parse(text, file) is var parsed && parsed.Handlers.Find(static h => h.IsOurs) is { } ours) text = Remove(parsed, ours);
        var left = HooksFile.Parse(text, file);
        return left.Root["description"] is null && (left.Root["hooks"] is null or { Members.Count: 0 }) ? null : text;
    }

    /// <summary>Where somebody else's hook went when ours were put in or taken out: its trust is kept under its place.</summary>
    public static IEnumerable<(string OldKey, string NewKey)> Moves(string before, string? after, string file, string keyPath)
    {
        var old = HooksFile.Parse(before, file).Handlers.Where(static h => !h.IsOurs);
        var now = after is null ? [] : HooksFile.Parse(after, file).Handlers.Where(static h => !h.IsOurs);
        return old.Zip(now)
            .Select(pair => (TrustHash.Key(keyPath, pair.First), TrustHash.Key(keyPath, pair.Second)))
            .Where(static pair => pair.Item1 != pair.Item2);
    }

    private static string Register(string text, string file, HookRegistration wanted)
    {
        var parsed = HooksFile.Parse(text, file);
        var ours = parsed.Handlers.FindAll(h => h.IsOurs && h.Event == wanted.Event);
        if (ours is [var only])
        {
            var group = parsed.Groups(wanted.Event)!.Items[only.Group];
            var alone = group["hooks"]!.Items.Count == 1;
            if (alone && only.Is(wanted)) return text;
            // In place: a new position would be a new key, and so a new question of trust.
            if (alone) return SourceText.Splice(text, group.Start, group.End, Group(wanted, SourceText.IndentBefore(text, group.Start), text));
        }
        foreach (var _ in ours)
        {
            parsed = HooksFile.Parse(text, file);
            text = Remove(parsed, parsed.Handlers.Find(h => h.IsOurs && h.Event == wanted.Event)!);
        }
        parsed = HooksFile.Parse(text, file);
        if (parsed.Root["hooks"] is null)
        {
            text = JsonSplice.Append(text, parsed.Root, _ => "\"hooks\": {}");
            parsed = HooksFile.Parse(text, file);
        }
        if (parsed.Groups(wanted.Event) is { } groups) return JsonSplice.Append(text, groups, indent => Group(wanted, indent, text));
        return JsonSplice.Append(text, parsed.Root["hooks"]!, indent => Event(wanted, indent, text));
    }

    private static string Remove(HooksFile parsed, HookHandler ours)
    {
        var groups = parsed.Groups(ours.Event)!;
        var hooks = groups.Items[ours.Group]["hooks"]!;
        if (hooks.Items.Count > 1) return JsonSplice.RemoveItem(parsed.Text, hooks, ours.Index);
        if (groups.Items.Count > 1) return JsonSplice.RemoveItem(parsed.Text, groups, ours.Group);
        return JsonSplice.RemoveMember(parsed.Text, parsed.Root["hooks"]!, ours.Event);
    }

    private static string Event(HookRegistration wanted, string? indent, string text)
    {
        if (indent is null) return $"\"{wanted.Event}\": [{Group(wanted, null, text)}]";
        var (line, inner) = (SourceText.NewLineOf(text) + indent, indent + (JsonSplice.UnitOf(text) ?? "  "));
        return $"\"{wanted.Event}\": [{SourceText.NewLineOf(text)}{inner}{Group(wanted, inner, text)}{line}]";
    }

    private static string Group(HookRegistration wanted, string? indent, string text)
    {
        var unit = JsonSplice.UnitOf(text) ?? "  ";
        string Line(int level) => indent is null ? " " : SourceText.NewLineOf(text) + indent + string.Concat(Sequence.Repeat(unit, level));
        var group = new StringBuilder("{");
        if (wanted.Matcher is not null) group.Append(Line(1)).Append("\"matcher\": ").Append(Quoted(wanted.Matcher)).Append(',');
        group.Append(Line(1)).Append("\"hooks\": [").Append(Line(2)).Append('{');
        group.Append(Line(3)).Append("\"type\": \"command\",");
        group.Append(Line(3)).Append("\"command\": ").Append(Quoted(wanted.Command)).Append(',');
        group.Append(Line(3)).Append("\"timeout\": ").Append(wanted.Timeout).Append(',');
        group.Append(Line(3)).Append("\"statusMessage\": ").Append(Quoted(HookRegistration.StatusMessage));
        return group.Append(Line(2)).Append('}').Append(Line(1)).Append(']').Append(Line(0)).Append('}').ToString();
    }

    private static string Quoted(string value) =>
        "\"" + JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
