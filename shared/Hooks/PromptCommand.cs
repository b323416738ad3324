using Sallyport.Protocol;
using Sallyport.State;

namespace Sallyport.Hooks;

/// <summary>
/// A command the person typed as a prompt. It is answered here and never reaches the model. Only a prompt that is a command from its
/// first word to its last is one: text that merely begins like one is a prompt.
/// </summary>
internal sealed class PromptCommand
{
    private readonly string _verb;
    private readonly string _what;

    private PromptCommand(string verb, string what) => (_verb, _what) = (verb, what);

    /// <summary>The command in a prompt, or null where the prompt is none.</summary>
    public static PromptCommand? Read(string prompt)
    {
        if (prompt.Length > 200) return null;
        var words = prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !(words[0].Equals("sallyport", StringComparison.OrdinalIgnoreCase) || words[0].Equals("/sallyport", StringComparison.OrdinalIgnoreCase))) return null;
        var verb = words.Length > 1 ? words[1].ToLowerInvariant() : "";
        return (verb, words.Length) switch
        {
            // One more word that is no verb is most likely a mistyped command; a sentence is a prompt.
            (_, <= 2) => new PromptCommand(verb, ""),
            ("approve", 3) => new PromptCommand(verb, words[2].AsSpan().Trim(Around).ToString()),
            ("approve", <= 6) when ApprovalCode.IsOne(string.Concat(words[2..]).AsSpan().Trim(Around).ToString()) => new PromptCommand(verb,
                string.Concat(words[2..]).AsSpan().Trim(Around).ToString()),
            ("pause", <= 4) when words[2][0] is '-' or '+' or (>= '0' and <= '9') => new PromptCommand(verb, string.Join(' ', words[2..])),
            // A code is for nobody's eyes but the person's, however the word before it is spelt.
            (_, 3) when ApprovalCode.IsOne(words[2].AsSpan().Trim(Around).ToString()) => new PromptCommand(verb, ""),
            _ => null,
        };
    }

    // What copying and writing put around a word.
    private const string Around = "\"'`“”‘’«»()[]<>.,;:!";

    /// <summary>Does it, and says what became of it.</summary>
    public string Answer(Guard guard, HookEvent hookEvent) => _verb switch
    {
        "approve" when _what.Length > 0 => Approvals.Approve(guard, hookEvent, _what),
        "approve" => "Type the code with it: sallyport approve CODE. 'sallyport pending' in your terminal lists what waits.",
        "pause" => PausePrompt.Begin(guard, hookEvent, _what),
        "resume" => PausePrompt.End(guard, hookEvent),
        "accept" => Accept(guard, hookEvent),
        "plan" => Plan(guard, hookEvent),
        "status" => Status(guard, hookEvent),
        "" or "help" => Help,
        _ => $"Sallyport has no command '{Sanitize.ForTerminal(_verb)}' here.\n{Help}",
    };

    private const string Help = """
        Sallyport commands, typed as a prompt:
          sallyport status         what is enforced in this session
          sallyport plan           the plan Codex declared
          sallyport approve CODE   let the call that waits pass once
          sallyport accept         go on after Sallyport stopped the whole session
          sallyport pause 10m      stop nothing in this session for a while; 'sallyport resume' ends it
          sallyport policy         your policy: 'policy help' says more
        """;

    private static string Accept(Guard guard, HookEvent hookEvent)
    {
        string? taint = null;
        guard.Sessions.Change(hookEvent.SessionId, guard.Now, state =>
        {
            var policy = PolicyBinding.Waiting(guard, state);
            taint = state.Taint is { } why && policy is not null ? $"{why} And {policy}" : state.Taint ?? policy;
            return taint is null ? state : PolicyBinding.Bind(guard, state with { Taint = null });
        });
        if (taint is null) return "Nothing in this session waits for you to accept it.";
        var record = guard.RecordOf("approval", hookEvent);
        record.Verdict = "allow";
        record.Text = "accepted: " + taint;
        record.PolicyRoot = guard.Policy.Root;
        guard.Record(record);
        return $"Accepted: {taint}\nThe session goes on.";
    }

    private static string Plan(Guard guard, HookEvent hookEvent) =>
        guard.Sessions.Load(hookEvent.SessionId)?.PlanFor(null) is { } plan
            ? PlanText.Of(plan.Plan)
            : "Codex has declared no plan in this session.";

    private static string Status(Guard guard, HookEvent hookEvent)
    {
        var session = guard.Sessions.Load(hookEvent.SessionId);
        var waiting = session?.Approvals.Count(a => !a.Approved && a.Until.IsOpen(guard.Now)) ?? 0;
        var lines = new List<string>
        {
            $"Sallyport {ProductVersion.Text}: {(guard.Settings.Enforce ? "enforcing" : "monitoring only")}, {(guard.Settings.IntentRequired ? "plan required" : "no plan required")}.",
            session?.PlanFor(null) is { } plan ? $"Plan: {plan.Plan.Steps.Count} steps, \"{Sanitize.ForTerminal(plan.Plan.Goal)}\"." : "Plan: none yet.",
            waiting == 0 ? "Nothing waits for your approval." : $"{waiting} waiting for your approval: 'sallyport pending' in your terminal lists them.",
        };
        if (session?.Taint is { } taint) lines.Add($"Every call is refused: {taint} Type 'sallyport accept' to go on.");
        lines.Add($"Policy root {PolicyBinding.Short(guard.Policy.Root)}, {guard.Policy.Set.Layers.Sum(layer => layer.Document?.Rules.Count ?? 0)} rules of people's own.");
        if (guard.IsPaused(session)) lines.Add("PAUSED: policy and plan stop nothing. 'sallyport resume' ends it.");
        if (PolicyBinding.Waiting(guard, session) is { } policy) lines.Add($"Every call is refused until you accept {policy} Type 'sallyport accept'.");
        lines.AddRange(guard.Settings.Notes);
        return string.Join("\n", lines);
    }
}
