using System.Buffers;
using System.Text.Json;
using Sallyport.Protocol;
using Sallyport.Shell.Patches;

namespace Sallyport.Plans;

/// <summary>
/// Gathers what one step allows. What is an input to one tool is a pattern for another: a command of Bash goes to the
/// _commands, the file names of a patch to the _paths, since Codex shows hooks only the patch.
/// </summary>
internal sealed class StepFields(string action, string step, PlanFaults faults)
{
    private readonly List<string> _commands = [];
    private readonly List<string> _paths = [];
    private readonly List<string> _hosts = [];
    private JsonElement? _inputs;

    public PlanStep Step(string description) =>
        new() { Action = action, Description = description, Inputs = _inputs, Commands = _commands, Paths = _paths, Hosts = _hosts };

    public void TakeCommands(JsonElement value, string path)
    {
        // Some models fill in every field there is; an empty list of commands limits no other tool.
        if (action != ToolNames.Bash && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0) return;
        if (action == ToolNames.ApplyPatch)
        {
            TakePatch(value, path);
            return;
        }
        value = LooseFields.Unwrap(value);
        if (action != ToolNames.Bash) faults.Add(path, $"is for Bash only; what {action} is called with goes into metadata.inputs");
        else if (Argv(value) is { } joined) Add(_commands, joined, path, PlanLimits.Command);
        else Strings(value, path, _commands, PlanLimits.Command);
    }

    public void TakePaths(JsonElement value, string path)
    {
        Strings(LooseFields.Unwrap(value), path, _paths, PlanLimits.Name);
        if (_paths.Exists(text => text.AsSpan().Count("..") >= PlanLimits.Climbs)) faults.Add(path, "climbs too far with ..");
    }

    public void TakeHosts(JsonElement value, string path) => Strings(LooseFields.Unwrap(value), path, _hosts, PlanLimits.Name);

    public void TakeInputs(JsonElement value, string path)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
            case JsonValueKind.String when string.IsNullOrWhiteSpace(value.GetString()):
                return;
            case JsonValueKind.String or JsonValueKind.Array when action == ToolNames.Bash:
                TakeCommands(value, path);
                return;
            case JsonValueKind.String when action == ToolNames.ApplyPatch:
                TakePatch(value, path);
                return;
            case JsonValueKind.Object when TooDeep(value, PlanLimits.Depth):
                faults.Add(path, $"is nested deeper than {PlanLimits.Depth}");
                return;
            case JsonValueKind.Object:
                Sort(value, path);
                return;
            default:
                faults.Add(path, "is not an object; use {} where any input will do");
                return;
        }
    }

    // Moves the fields that are patterns, keeps the rest as they are.
    private void Sort(JsonElement value, string path)
    {
        var kept = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(kept))
        {
            json.WriteStartObject();
            foreach (var field in value.EnumerateObject())
            {
                var name = InputNames.Canonical(action, field.Name);
                if (action == ToolNames.Bash && name == "command" && field.Value.ValueKind != JsonValueKind.Null) TakeCommands(field.Value, $"{path}.{field.Name}");
                else if (action == ToolNames.ApplyPatch && name == "path") TakePaths(field.Value, $"{path}.{field.Name}");
                else if (action == ToolNames.ApplyPatch && name == "command") TakePatch(field.Value, $"{path}.{field.Name}", json);
                else field.WriteTo(json);
            }
            json.WriteEndObject();
        }
        if (kept.WrittenCount <= 2) return;
        var reader = new Utf8JsonReader(kept.WrittenSpan);
        _inputs = JsonElement.ParseValue(ref reader);
    }

    // A whole patch is compared as text; a word about one says nothing that could be compared.
    private void TakePatch(JsonElement value, string path, Utf8JsonWriter? json = null)
    {
        if (value.ValueKind == JsonValueKind.Null) return;
        if (value.ValueKind == JsonValueKind.String && PatchText.Is(value.GetString()!))
        {
            if (json is not null)
            {
                json.WriteString("command", value.GetString());
                return;
            }
            _inputs = CommandInput.Of(value.GetString()!);
            return;
        }
        faults.Add(path, "is not a patch: give the files as _paths, for example \"_paths\":[\"src/**\"]");
    }

    // ["bash","-lc","npm test"] is how the API carries a shell call.
    private static string? Argv(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != 3) return null;
        if (value[0].ValueKind != JsonValueKind.String || value[1].ValueKind != JsonValueKind.String || value[2].ValueKind != JsonValueKind.String) return null;
        return value[0].GetString() is "bash" or "sh" or "zsh" or "/bin/bash" or "/bin/sh" or "/bin/zsh" && value[1].GetString() is "-c" or "-lc" ? value[2].GetString() : null;
    }

    private void Strings(JsonElement value, string path, List<string> into, int limit)
    {
        if (value.ValueKind == JsonValueKind.String) Add(into, value.GetString()!, path, limit);
        else if (value.ValueKind != JsonValueKind.Array) faults.Add(path, "is neither a text nor a list of texts");
        else if (value.GetArrayLength() == 0) faults.Add(path, "is empty: leave it out where any will do, or name what the step may use");
        else if (value.GetArrayLength() > PlanLimits.PatternsPerStep) faults.Add(path, $"has more than {PlanLimits.PatternsPerStep} entries");
        else
        {
            var at = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String) Add(into, item.GetString()!, $"{path}[{at}]", limit);
                else faults.Add($"{path}[{at}]", "is not a text");
                at++;
            }
        }
    }

    private void Add(List<string> into, string text, string path, int limit)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0) faults.Add(path, "is empty");
        else if (trimmed.Length > limit) faults.Add(path, $"is longer than {limit} characters");
        else if (into.Count >= PlanLimits.PatternsPerStep) faults.Add(step, $"has more than {PlanLimits.PatternsPerStep} entries of one kind");
        else if (!into.Contains(trimmed)) into.Add(trimmed);
    }

    private static bool TooDeep(JsonElement value, int left) => value.ValueKind switch
    {
        JsonValueKind.Object => left == 0 || value.EnumerateObject().Any(field => TooDeep(field.Value, left - 1)),
        JsonValueKind.Array => left == 0 || value.EnumerateArray().Any(item => TooDeep(item, left - 1)),
        _ => false,
    };
}
