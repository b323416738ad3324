using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Policy.Rules;

/// <summary>A rule in one line for people: <c>no-push: deny Bash, command "git push *"</c>.</summary>
internal static class RuleText
{
    private const int Longest = 300;

    /// <summary>The line.</summary>
    public static string Of(PolicyRule rule)
    {
        var text = new StringBuilder(rule.Id).Append(": ").Append(rule.Action.Word());
        foreach (var field in rule.Source.EnumerateObject())
        {
            if (field.Name is "id" or "action" or "reason" or "suggest") continue;
            text.Append(field.Name == "tool" ? " " : $", {field.Name} ").Append(field.Name == "tool" && field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString() : Compact(field.Value));
        }
        var line = Sanitize.ForTerminal(text.ToString());
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    /// <summary>A value on one line, in its canonical form.</summary>
    public static string Compact(JsonElement value) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(value));
}
