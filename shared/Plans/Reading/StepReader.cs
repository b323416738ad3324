using System.Buffers;
using System.Text.Json;
using Sallyport.Shell.Patches;

namespace Sallyport.Plans;

/// <summary>Reads one step, in whatever shape it came.</summary>
internal static class StepReader
{
    private static readonly string[] ActionNames = ["action", "tool", "tool_name", "name", "function", "recipient_name"];
    private static readonly string[] ProseNames = ["description", "reason", "rationale", "why", "purpose", "intent", "summary"];
    private static readonly string[] MetadataNames = ["metadata"];
    private static readonly string[] InputNames = ["inputs", "input", "params", "parameters", "arguments", "args", "tool_input"];
    private static readonly string[] CommandNames = ["commands", "command", "cmd"];
    private static readonly string[] PathNames = ["paths", "path", "files", "file", "file_path", "filename"];
    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t:,;(–—");
    private static readonly string[] HostNames = ["hosts", "host", "domains"];

    /// <summary>Reads <paramref name="step"/> into <paramref name="steps"/>, or says what is wrong with it.</summary>
    public static void Read(JsonElement step, string path, List<PlanStep> steps, PlanFaults faults)
    {
        step = LooseFields.Unwrap(step);
        if (step.ValueKind == JsonValueKind.String) ReadText(step.GetString()!, path, steps, faults);
        else if (step.ValueKind == JsonValueKind.Object) ReadObject(step, path, steps, faults);
        else faults.Add(path, "is neither an object nor a text such as \"Bash: run the tests\"");
    }

    // "Bash: run the tests", "Bash - run the tests", "apply_patch". The tool must be one we know: "Tests: run" names none.
    private static void ReadText(string text, string path, List<PlanStep> steps, PlanFaults faults)
    {
        var words = text.AsSpan().Trim();
        var end = words.IndexOfAny(NameEnd);
        if (end == 0) end = -1;
        var action = ToolNames.Canonical((end < 0 ? words : words[..end]).ToString());
        var rest = end < 0 ? [] : words[end..].TrimStart(" \t:,;–—-");
        // A sentence that begins with a verb of English is no tool: "Write tests", "edit the file".
        var separated = end < 0 || words[end..].TrimStart(" \t") is [':' or '-' or '–' or '—' or '(', ..];
        if (words.Length <= PlanLimits.Command && separated && ToolNames.IsKnown(action) && ToolNames.Fault(action) is null)
            steps.Add(new PlanStep { Action = action, Description = PlanReader.Prose(rest.ToString()) });
        else
            faults.Add(path, "names no tool: write \"Bash: why\", or an object with action and description");
    }

    private static void ReadObject(JsonElement step, string path, List<PlanStep> steps, PlanFaults faults)
    {
        LooseFields.TryFind(step, MetadataNames, out var metadata, out _);
        metadata = LooseFields.Unwrap(metadata);
        if (metadata.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            faults.Add(path + ".metadata", "is not an object");
            return;
        }
        var inputs = Inputs(step, metadata, out var inputsName);
        if (Action(step, ref inputs, path, faults) is not { } action) return;
        var read = new StepFields(action, path, faults);
        if (inputs.ValueKind != JsonValueKind.Undefined) read.TakeInputs(inputs, $"{path}.{inputsName}");
        foreach (var owner in (ReadOnlySpan<JsonElement>)[step, metadata])
        {
            if (LooseFields.TryFind(owner, CommandNames, out var commands, out var name)) read.TakeCommands(commands, $"{path}.{name}");
            if (LooseFields.TryFind(owner, PathNames, out var paths, out name)) read.TakePaths(paths, $"{path}.{name}");
            if (LooseFields.TryFind(owner, HostNames, out var hosts, out name)) read.TakeHosts(hosts, $"{path}.{name}");
        }
        RefuseUnknownLimits(step, path, faults);
        RefuseUnknownLimits(metadata, path + ".metadata", faults);
        var prose = LooseFields.TryFind(step, ProseNames, out var why, out _) && why.ValueKind == JsonValueKind.String ? why.GetString()! : "";
        steps.Add(read.Step(PlanReader.Prose(prose)));
    }

    // A field that was meant to limit the step and is not understood would leave it without that limit.
    private static void RefuseUnknownLimits(JsonElement owner, string path, PlanFaults faults)
    {
        if (owner.ValueKind != JsonValueKind.Object) return;
        foreach (var field in owner.EnumerateObject())
        {
            if (field.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) || IsAny(field.Name, ActionNames) || IsAny(field.Name, ProseNames) || IsAny(field.Name, MetadataNames)
                || IsAny(field.Name, InputNames) || IsAny(field.Name, CommandNames) || IsAny(field.Name, PathNames) || IsAny(field.Name, HostNames)) continue;
            foreach (var word in (ReadOnlySpan<string>)["command", "cmd", "pattern", "glob", "path", "file", "host", "domain", "restrict", "allow", "only"])
                if (field.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    faults.Add($"{path}.{field.Name}", "is not known: a step is limited by commands, paths and hosts");
                    break;
                }
        }
    }

    private static bool IsAny(string name, ReadOnlySpan<string> known)
    {
        foreach (var other in known)
            if (LooseFields.Same(name, other)) return true;
        return false;
    }

    private static JsonElement Inputs(JsonElement step, JsonElement metadata, out string name)
    {
        if (LooseFields.TryFind(metadata, InputNames, out var inputs, out name))
        {
            name = "metadata." + name;
            return LooseFields.Unwrap(inputs);
        }
        return LooseFields.TryFind(step, InputNames, out inputs, out name) ? LooseFields.Unwrap(inputs) : default;
    }

    private static string? Action(JsonElement step, ref JsonElement inputs, string path, PlanFaults faults)
    {
        if (!LooseFields.TryFind(step, ActionNames, out var named, out var name))
        {
            // Nothing but Bash takes a command, unless the command is a patch.
            if (LooseFields.TryFind(step, CommandNames, out var command, out _))
                return command.ValueKind == JsonValueKind.String && PatchText.Is(command.GetString()!) ? ToolNames.ApplyPatch : ToolNames.Bash;
            faults.Add(path + ".action", "is missing: name the tool, for example \"Bash\"");
            return null;
        }
        // A function call as the API writes it: {"function": {"name": …, "arguments": …}}.
        if (named.ValueKind == JsonValueKind.Object && LooseFields.TryFind(named, ["name"], out var inner, out _))
        {
            if (inputs.ValueKind == JsonValueKind.Undefined && LooseFields.TryFind(named, InputNames, out var arguments, out _)) inputs = LooseFields.Unwrap(arguments);
            named = inner;
        }
        if (named.ValueKind != JsonValueKind.String)
        {
            faults.Add($"{path}.{name}", "is not a text: name the tool, for example \"Bash\"");
            return null;
        }
        var text = named.GetString()!;
        var action = text.Length > PlanLimits.Name ? "" : ToolNames.Canonical(text);
        var fault = text.Length > PlanLimits.Name ? "is too long for a tool's name" : ToolNames.Fault(action);
        if (fault is null) return action;
        faults.Add($"{path}.{name}", fault);
        return null;
    }
}
