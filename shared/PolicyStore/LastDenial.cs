using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.PolicyStore;

/// <summary>Makes the change that would have let the last refused call pass, where policy refused it.</summary>
internal static class LastDenial
{
    private const int LookedAt = 50;

    /// <summary>The last call that was refused here; null where there is none.</summary>
    public static RecordedCall? Find(PolicyActor actor) =>
        RecordedCalls.Last(actor.Data, LookedAt).Find(call => call.Verdict is "deny" or "ask" && (actor.Session == PolicyActor.Terminal || call.Session == actor.Session));

    /// <summary>The edit, or why there is none.</summary>
    public static (Func<PolicyDocument, EditResult>? Edit, string Text) Edit(PolicyActor actor)
    {
        if (Find(actor) is not { } call) return (null, "No refused call is on the record here.");
        if (!call.Row.TryGetProperty("steps", out var steps)) return (null, "The record does not say why the last call was refused.");
        var what = Sanitize.ForTerminal($"{call.Call.Name}: {call.Call.Command ?? call.Call.Input.GetRawText()}");
        // The strictest step decided; of several as strict, the first.
        foreach (var step in steps.EnumerateArray().OrderByDescending(step => Text(step, "verdict") == "deny"))
        {
            var name = Text(step, "step");
            var rule = Text(step, "rule");
            if (Text(step, "verdict") is not ("deny" or "ask") || rule is null) continue;
            switch (name)
            {
                case "self-protection" or "own-tools": return (null, $"The last refused call reached for Sallyport itself ({rule}); nothing switches that protection off.");
                case "session": return (null, "The last call was refused because the session waits for you: type 'sallyport accept'.");
                case "memory": return (null,
                    "The last call was refused because this session was denied the same effect before. Type 'policy allow-last' after the first denial, or begin a new session.");
                case "built-in": return BuiltIn(rule, Text(step, "verdict")!, what);
                case "policy": return People(rule, call, what);
                case "content": return (null, $"The last call was refused for what it holds ({rule}): the section \"detection\" of the policy speaks of that.");
                case "plan": return (null, "It was not policy that refused the last call but the plan: ask Codex to plan it.");
                default: return (null, $"The last call was refused by {Sanitize.ForTerminal(name ?? "")} ({Sanitize.ForTerminal(rule)}), which no rule of yours changes.");
            }
        }
        return (null, "The record does not say why the last call was refused.");
    }

    private static (Func<PolicyDocument, EditResult>?, string) BuiltIn(string rule, string verdict, string what)
    {
        // One step milder: what was denied is asked about, what was asked about passes.
        var action = verdict == "deny" ? Verdict.Ask : Verdict.Allow;
        return (policy => PolicyEdit.BuiltIn(policy, rule, action), $"{action.Word()} what the built-in rule {rule} stopped ({what})");
    }

    private static (Func<PolicyDocument, EditResult>?, string) People(string rule, RecordedCall call, string what)
    {
        if (!rule.StartsWith(PolicyLayer.User + ":", StringComparison.Ordinal)) return (null, $"The last call was refused by {rule}. Your policy can only tighten what stands above it.");
        if (rule == "user:broken") return (null, "Your policy is broken: mend it first.");
        if (call.Row.TryGetProperty("masked", out _) || what.Contains("[redacted", StringComparison.Ordinal))
            return (null, "The last refused call held something that was masked on the record, so no rule can be made of it.");
        return (policy => PolicyEdit.Add(policy, [Rule(policy, call)]), $"allow exactly this call ({what})");
    }

    private static JsonElement Rule(PolicyDocument policy, RecordedCall call) => PolicyWriter.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString("id", PolicyEdit.FreeId(policy, "allow"));
        json.WriteString("action", "allow");
        json.WriteString("tool", call.Call.Name);
        if (call.Call.Input.ValueKind == JsonValueKind.Object && call.Call.Input.EnumerateObject().Any())
        {
            json.WriteStartObject("params");
            foreach (var field in call.Call.Input.EnumerateObject())
            {
                if (call.Call.Command is not null && field.Name is not ("command" or "cmd")) continue;
                json.WritePropertyName(field.Name);
                field.Value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    });

    private static string? Text(JsonElement step, string name) => step.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
