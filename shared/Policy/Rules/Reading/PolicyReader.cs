using System.Text.Json;
using Sallyport.Policy.BuiltIn;
using Sallyport.Protocol;

namespace Sallyport.Policy.Rules.Reading;

/// <summary>
/// Reads a policy file, strictly: an unknown key, operator, action or data class, a bad pattern or a second rule of the same id is an error
/// that names file, rule and place. A typing error must not make a policy weaker than its author thinks.
/// </summary>
internal static class PolicyReader
{
    /// <summary>Bytes of a policy file.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    /// <summary>Rules of a policy file.</summary>
    public const int MostRules = 20_000;

    /// <summary>What to say of a word that is no action.</summary>
    public const string ActionFault = "is none of allow, warn, ask, deny";

    /// <summary>Reads a file's text.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="json">Its bytes.</param>
    public static PolicyReading Read(string file, ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes) return Fault(file, $"is larger than {MostBytes / (1024 * 1024)} MiB");
        try
        {
            return Read(file, StrictJson.Read(json));
        }
        catch (MalformedInputException wrong)
        {
            return Fault(file, $"cannot be read: {wrong.Message}");
        }
    }

    /// <summary>Reads of a file's text only the <c>detection</c> section: the rest is for those that judge calls.</summary>
    public static PolicyReading ReadDetection(string file, ReadOnlyMemory<byte> json)
    {
        if (json.Length > MostBytes) return Fault(file, $"is larger than {MostBytes / (1024 * 1024)} MiB");
        try
        {
            return ReadDetection(file, StrictJson.Read(json));
        }
        catch (MalformedInputException wrong)
        {
            return Fault(file, $"cannot be read: {wrong.Message}");
        }
    }

    /// <summary>Reads only the <c>detection</c> section of a policy that is already JSON.</summary>
    public static PolicyReading ReadDetection(string file, JsonElement root)
    {
        var faults = new FaultList(file);
        var document = new PolicyDocument();
        if (root.ValueKind != JsonValueKind.Object) return Fault(file, "is not a JSON object");
        if (root.TryGetProperty("detection", out var section)) document = document with { Detection = new DetectionSection(DetectionReader.Read(section, faults), section) };
        return faults.List.Count > 0 ? new PolicyReading(null, faults.List) : new PolicyReading(document, []);
    }

    /// <summary>Reads a policy that is already JSON.</summary>
    public static PolicyReading Read(string file, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return Fault(file, "is not a JSON object");
        var faults = new FaultList(file);
        var document = new PolicyDocument();
        foreach (var field in json.EnumerateObject())
        {
            var value = field.Value;
            switch (field.Name)
            {
                case "$schema" when value.ValueKind == JsonValueKind.String:
                    document = document with { Schema = value.GetString() };
                    break;
                case "description" when value.ValueKind == JsonValueKind.String:
                    document = document with { Description = value.GetString() };
                    break;
                case "$schema" or "description":
                    faults.Add("", field.Name, "is not a text");
                    break;
                case "version" when value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var version) && version >= 0:
                    document = document with { Version = version };
                    break;
                case "version":
                    faults.Add("", "version", "is not a whole number");
                    break;
                case "default":
                    if (ReadAction(value) is { } action) document = document with { Default = action };
                    else faults.Add("", "default", ActionFault);
                    break;
                case "builtIn":
                    document = document with { BuiltIn = ReadBuiltIn(value, faults) };
                    break;
                case "locked":
                    document = document with { Locked = ReadLocked(value, faults) };
                    break;
                case "detection":
                    document = document with { Detection = new DetectionSection(DetectionReader.Read(value, faults), value) };
                    break;
                case "rules":
                    document = document with { Rules = ReadRules(value, faults) };
                    break;
                default:
                    faults.Add("", "", $"has an unknown key '{FaultList.Short(field.Name)}': a policy has version, default, rules, builtIn, locked, detection, description, $schema");
                    break;
            }
        }
        return faults.List.Count > 0 ? new PolicyReading(null, faults.List) : new PolicyReading(document, []);
    }

    /// <summary>Reads an action; null where it is none.</summary>
    public static Verdict? ReadAction(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Verdicts.TryParse(value.GetString(), out var action) ? action : null;

    private static PolicyReading Fault(string file, string message) => new(null, [new PolicyFault(file, "", "", message)]);

    private static Dictionary<string, Verdict> ReadBuiltIn(JsonElement value, FaultList faults)
    {
        var actions = new Dictionary<string, Verdict>(StringComparer.Ordinal);
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add("", "builtIn", "is not an object of pack or rule ids and actions");
            return actions;
        }
        foreach (var entry in value.EnumerateObject())
        {
            var place = $"builtIn.{FaultList.Short(entry.Name)}";
            if (BuiltInIds.IsFixed(entry.Name)) faults.Add("", place, "cannot be changed: nothing switches self-protection off");
            else if (!BuiltInIds.Knows(entry.Name)) faults.Add("", place, "is no built-in pack or rule: 'sallyport policy built-in' lists them");
            else if (ReadAction(entry.Value) is { } action) actions[entry.Name] = action;
            else faults.Add("", place, ActionFault);
        }
        return actions;
    }

    private static List<string> ReadLocked(JsonElement value, FaultList faults)
    {
        if (value.ValueKind == JsonValueKind.True) return ["*"];
        var ids = new List<string>();
        if (value.ValueKind != JsonValueKind.Array) faults.Add("", "locked", "is neither true nor a list of pack or rule ids");
        else
            foreach (var item in value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String && (item.ValueEquals("*") || BuiltInIds.Knows(item.GetString()!))) ids.Add(item.GetString()!);
                else faults.Add("", "locked", "holds something that is no built-in pack or rule: 'sallyport policy built-in' lists them");
            }
        return ids;
    }

    private static List<PolicyRule> ReadRules(JsonElement value, FaultList faults)
    {
        var rules = new List<PolicyRule>();
        if (value.ValueKind != JsonValueKind.Array) faults.Add("", "rules", "are not a list");
        else if (value.GetArrayLength() > MostRules) faults.Add("", "rules", $"are more than {MostRules}");
        if (faults.List.Count > 0) return rules;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var at = -1;
        foreach (var item in value.EnumerateArray())
        {
            at++;
            if (RuleReader.Read(item, $"rules[{at}]", faults) is not { } rule) continue;
            if (ids.Add(rule.Id)) rules.Add(rule);
            else faults.Add(rule.Id, "id", $"is used twice (again at rules[{at}])");
        }
        return rules;
    }
}
