using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Detection.Patterns;

namespace Sallyport.Policy.Rules.Reading;

/// <summary>
/// Reads the <c>detection</c> section of a policy: what is done about findings on each surface, people's own rules, and what is no
/// finding. As strict as the rest: an unknown key, surface, rule or action is an error.
/// </summary>
internal static class DetectionReader
{
    private const int MostRules = 1_000;
    private const int MostAllowed = 10_000;
    private const int LongestPattern = 4_096;

    public static DetectionPolicy Read(JsonElement value, FaultList faults)
    {
        var policy = new DetectionPolicy();
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add("", "detection", "is not an object of actions, rules and allow");
            return policy;
        }
        // Rules first: an action may name one of them.
        if (value.TryGetProperty("rules", out var rules)) policy = policy with { Rules = ReadList(rules, "detection.rules", MostRules, faults, ReadRule) };
        foreach (var field in value.EnumerateObject())
        {
            switch (field.Name)
            {
                case "rules": break;
                case "actions": policy = policy with { Actions = ReadActions(field.Value, policy.Rules, faults) }; break;
                case "allow": policy = policy with { Allowed = ReadList(field.Value, "detection.allow", MostAllowed, faults,
                    (item, place, list) => ReadAllowance(item, place, policy.Rules, list)) }; break;
                default: faults.Add("", "detection", $"has an unknown key '{FaultList.Short(field.Name)}': actions, rules, allow"); break;
            }
        }
        return policy;
    }

    private static List<DetectionAction> ReadActions(JsonElement value, IReadOnlyList<UserRule> own, FaultList faults)
    {
        var actions = new List<DetectionAction>();
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add("", "detection.actions", "is not an object of surfaces");
            return actions;
        }
        foreach (var surfaceField in value.EnumerateObject())
        {
            var place = $"detection.actions.{FaultList.Short(surfaceField.Name)}";
            if (Surfaces.Parse(surfaceField.Name) is not { } surface) faults.Add("", place, "is no surface: prompt, tool_input, tool_output, response");
            else if (surfaceField.Value.ValueKind != JsonValueKind.Object) faults.Add("", place, "is not an object of kinds, data classes or rule ids and actions");
            else
                foreach (var entry in surfaceField.Value.EnumerateObject()) ReadAction(surface, entry, $"{place}.{FaultList.Short(entry.Name)}", own, actions, faults);
        }
        return actions;
    }

    private static void ReadAction(Surface surface, JsonProperty entry, string place, IReadOnlyList<UserRule> own, List<DetectionAction> actions, FaultList faults)
    {
        var redacts = surface == Surface.ToolOutput && entry.Value.ValueKind == JsonValueKind.String && entry.Value.ValueEquals("redact");
        if ((redacts ? Verdict.Deny : PolicyReader.ReadAction(entry.Value)) is not { } action)
            faults.Add("", place, surface == Surface.ToolOutput ? "is none of allow, warn, ask, deny, redact" : PolicyReader.ActionFault);
        else if (Kinds.Parse(entry.Name) is null && Kinds.ParseClass(entry.Name) == DataClass.None && !IsRule(entry.Name, own))
            faults.Add("", place, "names no kind, data class or rule; 'sallyport rules list' names them");
        else if (surface == Surface.ToolOutput && action < Verdict.Ask && entry.Name is "secret" or "SECRET" or "PCI" && action < Verdict.Ask)
            faults.Add("", place, "cannot be lowered: secrets and card numbers in what tools return are always replaced; 'allow' can except single values");
        else actions.Add(new DetectionAction(surface, entry.Name, action));
    }

    private static UserRule? ReadRule(JsonElement value, string place, FaultList faults)
    {
        string? id = null;
        LinearPattern? pattern = null;
        var (kind, severity, classes) = (FindingKind.Secret, Severity.High, DataClass.None);
        foreach (var field in value.EnumerateObject())
        {
            var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null;
            switch (field.Name)
            {
                case "description" when text is not null: break;
                case "id" when text is not null && IsId(text): id = text; break;
                case "pattern" when text is not null: pattern = ReadPattern(text, place + ".pattern", faults); break;
                case "kind" when text is not null && Kinds.Parse(text) is { } known: kind = known; break;
                case "severity" when text is not null && Kinds.ParseSeverity(text) is { } known: severity = known; break;
                case "classes" when field.Value.ValueKind == JsonValueKind.Array: classes = ReadClasses(field.Value, place + ".classes", faults); break;
                case "id": faults.Add("", place + ".id", "is not lower-case letters, digits and hyphens"); break;
                case "description" or "pattern": faults.Add("", $"{place}.{field.Name}", "is not a text"); break;
                case "kind": faults.Add("", place + ".kind", "is none of secret, pii, injection, sqli, code"); break;
                case "severity": faults.Add("", place + ".severity", "is none of low, medium, high, critical"); break;
                case "classes": faults.Add("", place + ".classes", "is not a list of PCI, PAYMENT, PII, PHI, SECRET"); break;
                default: faults.Add("", place, $"has an unknown key '{FaultList.Short(field.Name)}': id, pattern, kind, severity, classes, description"); break;
            }
        }
        if (id is null) faults.Add("", place, "has no id");
        else if (IsBuiltIn(id)) faults.Add("", place + ".id", "is a built-in rule's");
        if (pattern is null) faults.Add("", place, "has no pattern");
        if (id is null || pattern is null) return null;
        if (classes == DataClass.None) classes = kind switch { FindingKind.Secret => DataClass.Secret, FindingKind.Pii => DataClass.Pii, _ => DataClass.None };
        return new UserRule(id, pattern, kind, severity, classes);
    }

    private static Allowance? ReadAllowance(JsonElement value, string place, IReadOnlyList<UserRule> own, FaultList faults)
    {
        var allowance = new Allowance();
        foreach (var field in value.EnumerateObject())
        {
            var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : null;
            switch (field.Name)
            {
                case "description" when text is not null: break;
                case "rule" when text is not null && IsRule(text, own): allowance = allowance with { Rule = text }; break;
                case "path" when text is not null: allowance = allowance with { Path = ReadPattern(text, place + ".path", faults) }; break;
                case "valueSha256" when text is not null && IsHash(text): allowance = allowance with { ValueSha256 = text }; break;
                case "rule": faults.Add("", place + ".rule", "names no rule; 'sallyport rules list' names them"); break;
                case "valueSha256": faults.Add("", place + ".valueSha256", "is not 64 lower-case hexadecimal digits"); break;
                case "description" or "path": faults.Add("", $"{place}.{field.Name}", "is not a text"); break;
                default: faults.Add("", place, $"has an unknown key '{FaultList.Short(field.Name)}': rule, path, valueSha256, description"); break;
            }
        }
        if (allowance is not { Rule: null, Path: null, ValueSha256: null }) return allowance;
        faults.Add("", place, "names neither a rule, a path nor a value");
        return null;
    }

    private static List<T> ReadList<T>(JsonElement value, string place, int most, FaultList faults, Func<JsonElement, string, FaultList, T?> read) where T : class
    {
        var list = new List<T>();
        if (value.ValueKind != JsonValueKind.Array) faults.Add("", place, "is not a list");
        else if (value.GetArrayLength() > most) faults.Add("", place, $"has more than {most} entries");
        else
        {
            var at = -1;
            foreach (var item in value.EnumerateArray())
            {
                at++;
                if (item.ValueKind != JsonValueKind.Object) faults.Add("", $"{place}[{at}]", "is not an object");
                else if (read(item, $"{place}[{at}]", faults) is { } one) list.Add(one);
            }
        }
        return list;
    }

    private static LinearPattern? ReadPattern(string text, string place, FaultList faults)
    {
        try
        {
            if (text.Length is > 0 and <= LongestPattern) return LinearPattern.Compile(text);
            faults.Add("", place, $"is empty or longer than {LongestPattern} characters");
        }
        catch (PatternException wrong)
        {
            faults.Add("", place, $"is no pattern: {wrong.Message}");
        }
        return null;
    }

    private static DataClass ReadClasses(JsonElement value, string place, FaultList faults)
    {
        var classes = DataClass.None;
        foreach (var item in value.EnumerateArray())
        {
            var one = item.ValueKind == JsonValueKind.String ? Kinds.ParseClass(item.GetString()!) : DataClass.None;
            if (one == DataClass.None) faults.Add("", place, "holds a word that is none of PCI, PAYMENT, PII, PHI, SECRET");
            classes |= one;
        }
        return classes;
    }

    private static bool IsRule(string id, IReadOnlyList<UserRule> own)
    {
        foreach (var rule in own)
            if (rule.Id == id) return true;
        return IsBuiltIn(id);
    }

    private static bool IsBuiltIn(string id)
    {
        foreach (var family in Families.All)
            foreach (var rule in family.Rules())
                if (rule.Id == id) return true;
        return false;
    }

    private static bool IsId(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return text.Length is > 0 and <= 64;
    }

    private static bool IsHash(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigitLower(c)) return false;
        return text.Length == 64;
    }
}
