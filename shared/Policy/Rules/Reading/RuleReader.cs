using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Matching;
using Sallyport.Plans;
using Sallyport.Policy.Rules.Conditions;

namespace Sallyport.Policy.Rules.Reading;

/// <summary>Reads one rule.</summary>
internal static class RuleReader
{
    private const int MostText = 500;
    private const string Keys = "id, action, tool, params, anyParam, command, path, host, dataClass, agent, permissionMode, cwd, escalate, reason, suggest";

    /// <summary>The rule, or null where something in it is wrong.</summary>
    public static PolicyRule? Read(JsonElement json, string place, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(place, "", "is not an object");
            return null;
        }
        var before = faults.List.Count;
        var id = json.TryGetProperty("id", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";
        if (!IsId(id)) faults.Add(place, "id", "is missing or not 1 to 64 letters, digits, dots, dashes and underscores");
        var reader = new ConditionReader(IsId(id) ? id : place, faults);
        Verdict? action = null;
        var escalate = false;
        string? reason = null, suggest = null;
        var when = new RuleConditions { Tools = [] };
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            switch (field.Name)
            {
                case "id": break;
                case "action":
                    action = PolicyReader.ReadAction(value);
                    if (action is null) reader.Fault("action", PolicyReader.ActionFault);
                    break;
                case "tool": when = when with { Tools = Tools(value, reader) }; break;
                case "params": when = when with { Params = reader.Input(value, "params", 0) }; break;
                case "anyParam": when = when with { AnyParam = reader.Text(value, "anyParam", TextOperator.Contains) }; break;
                case "command": when = when with { Command = reader.Command(value) }; break;
                case "path": when = when with { Path = reader.Path(value, "path") }; break;
                case "host": when = when with { Hosts = Hosts(value, reader) }; break;
                case "dataClass": when = when with { DataClasses = Classes(value, reader) }; break;
                case "agent": when = when with { Agents = reader.Strings(value, "agent") }; break;
                case "permissionMode": when = when with { PermissionModes = Modes(value, reader) }; break;
                case "cwd": when = when with { Directories = reader.Strings(value, "cwd") }; break;
                case "escalate" when value.ValueKind is JsonValueKind.True or JsonValueKind.False: escalate = value.GetBoolean(); break;
                case "escalate": reader.Fault("escalate", "is neither true nor false"); break;
                case "reason": reason = Prose(value, "reason", reader); break;
                case "suggest": suggest = Prose(value, "suggest", reader); break;
                default: reader.Fault("", $"has an unknown key '{FaultList.Short(field.Name)}': a rule has {Keys}"); break;
            }
        }
        if (!json.TryGetProperty("action", out _)) reader.Fault("action", "is missing: allow, warn, ask or deny");
        if (!json.TryGetProperty("tool", out _)) reader.Fault("tool", "is missing: a tool's name, or \"*\" for every tool");
        if (escalate && action is not (null or Verdict.Allow)) reader.Fault("escalate", "goes with the action allow only");
        if (faults.List.Count > before || action is not { } does) return null;
        return new PolicyRule { Id = id, Action = does, When = when, Escalate = escalate, Reason = reason, Suggest = suggest, Source = json };
    }

    /// <summary>True for what a rule may be called: it is typed in commands and shown in messages.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    private static List<string> Tools(JsonElement value, ConditionReader reader)
    {
        var tools = new List<string>();
        foreach (var name in reader.Strings(value, "tool"))
        {
            var canonical = ToolNames.Canonical(name);
            var star = canonical.IndexOf('*', StringComparison.Ordinal);
            if (canonical.Length == 0 || (star >= 0 && star != canonical.Length - 1)) reader.Fault("tool", $"'{FaultList.Short(name)}' may have a * at its end only");
            else tools.Add(canonical);
        }
        return tools;
    }

    private static List<HostPattern> Hosts(JsonElement value, ConditionReader reader)
    {
        var hosts = new List<HostPattern>();
        foreach (var text in reader.Strings(value, "host"))
        {
            // One that means no host would make a rule that never matches.
            if (HostPattern.Of(text) is { IsOne: true } host) hosts.Add(host);
            else reader.Fault("host", $"'{FaultList.Short(text)}' is no host: example.com, *.example.com for all below it, or * for any");
        }
        return hosts;
    }

    private static DataClass Classes(JsonElement value, ConditionReader reader)
    {
        var classes = DataClass.None;
        foreach (var name in reader.Strings(value, "dataClass"))
        {
            var one = DataClassNames.Parse(name);
            if (one == DataClass.None) reader.Fault("dataClass", $"'{FaultList.Short(name)}' is none of PCI, PAYMENT, PII, PHI, SECRET");
            classes |= one;
        }
        return classes;
    }

    private static IReadOnlyList<string> Modes(JsonElement value, ConditionReader reader)
    {
        var modes = reader.Strings(value, "permissionMode");
        foreach (var mode in modes)
            if (mode is not ("default" or "acceptEdits" or "plan" or "dontAsk" or "bypassPermissions"))
                reader.Fault("permissionMode", $"'{FaultList.Short(mode)}' is none of default, acceptEdits, plan, dontAsk, bypassPermissions");
        return modes;
    }

    private static string? Prose(JsonElement value, string place, ConditionReader reader)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= MostText } text) return text;
        reader.Fault(place, $"is not a text of 1 to {MostText} characters");
        return null;
    }
}
