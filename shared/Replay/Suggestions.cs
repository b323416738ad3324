using Sallyport.Plans;
using Sallyport.Policy;
using Sallyport.Gate;

namespace Sallyport.Replay;

/// <summary>
/// Rules that would fit what was seen: steps of a plan for calls that policy has nothing against, and milder actions for built-in rules
/// that ask about what people do again and again. A person reads them and applies what is right.
/// </summary>
internal sealed class Suggestions
{
    private const int MostKept = 5000;
    private const int MostWords = 120;
    private readonly Dictionary<Habit, Habit> _planned = [];
    private readonly Dictionary<string, Habit> _stopped = new(StringComparer.Ordinal);
    private readonly List<RecordedDecision> _calls = [];

    /// <summary>Calls that were looked at.</summary>
    public int Seen { get; private set; }

    /// <summary>Calls whose input was masked, or that cannot be read: no rule is made of them.</summary>
    public int Unusable { get; private set; }

    /// <summary>Takes a decision in.</summary>
    public void Add(RecordedDecision decision)
    {
        if (OwnTools.IsOwn(decision.Event.ToolName!) || decision.Permission) return;
        Seen++;
        if (decision.Masked || decision.Facts is not { } facts)
        {
            Unusable++;
            return;
        }
        var call = new ToolCall(decision.Event.ToolName!, decision.Event.ToolInput);
        var what = Words(call);
        var policy = Judgement.Pass("gate");
        foreach (var step in decision.Steps)
            if (step.Step != ToolCallGate.PlanStep) policy = Judgement.Strictest(policy, step);
        if (policy.Verdict >= Verdict.Ask)
        {
            // What is denied is denied on purpose, and self-protection and people's own rules are not loosened from here.
            if (policy is not { Step: "built-in", Verdict: Verdict.Ask, Rule: { } rule }) return;
            if (!_stopped.TryGetValue(rule, out var stopped)) _stopped[rule] = stopped = new Habit(call.Name, rule);
            stopped.Add(decision, what);
            return;
        }
        var patterns = HabitReader.Of(call, facts);
        if (patterns.Count == 0)
        {
            Unusable++;
            return;
        }
        foreach (var pattern in patterns)
        {
            var habit = new Habit(call.Name, pattern);
            if (!_planned.TryGetValue(habit, out var known)) _planned[habit] = known = habit;
            known.Add(decision, what);
        }
        if (_calls.Count < MostKept) _calls.Add(decision);
    }

    /// <summary>Steps of a plan, the most used first.</summary>
    /// <param name="least">A habit of fewer calls is none.</param>
    public IReadOnlyList<Habit> PlanHabits(int least) =>
        [.. _planned.Values.Where(h => h.Calls >= least).OrderByDescending(h => h.Calls).ThenBy(h => h.Tool, StringComparer.Ordinal).ThenBy(h => h.Pattern,
            StringComparer.Ordinal).Take(PlanLimits.Steps)];

    /// <summary>Built-in rules that would have asked, the most often first.</summary>
    public IReadOnlyList<Habit> PolicyHabits(int least) =>
        [.. _stopped.Values.Where(h => h.Calls >= least).OrderByDescending(h => h.Calls).ThenBy(h => h.Pattern, StringComparer.Ordinal)];

    /// <summary>The habits as a plan: as few steps for each tool as its patterns need.</summary>
    public static Plan AsPlan(IReadOnlyList<Habit> habits) => new("What this project usually needs", [.. habits.GroupBy(h => h.Tool, StringComparer.Ordinal)
        .SelectMany(g => g.Items.Chunk(PlanLimits.PatternsPerStep).Select(some => new PlanStep
        {
            Action = g.Key,
            Commands = g.Key == ToolNames.Bash ? [.. some.Select(h => h.Pattern)] : [],
            Paths = g.Key == ToolNames.ApplyPatch ? [.. some.Select(h => h.Pattern)] : [],
        }))]);

    /// <summary>How many of the calls that were seen the plan covers, by the plan's own rules.</summary>
    public (int Covered, int Of) Coverage(Plan plan, bool strict)
    {
        var covered = 0;
        foreach (var call in _calls)
        {
            var match = PlanMatcher.Match(plan, call.Event.ToolName!, call.Event.ToolInput, new PlanMatchContext { Facts = call.Facts!, Analysis = null, Strict = strict });
            if (match.Covered) covered++;
        }
        return (covered, _calls.Count);
    }

    private static string Words(ToolCall call)
    {
        var text = call.Command ?? call.Input.GetRawText();
        return text.Length <= MostWords ? text : text[..MostWords] + "…";
    }
}
