using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.Rules;

namespace Sallyport.Policy.Changes;

/// <summary>What a change would do to a policy, in lines for people.</summary>
/// <param name="Lines">The diff: <c>- rule</c>, <c>+ rule</c>, <c>~</c> for what moves or is set.</param>
/// <param name="Loosens">Each way in which more may pass than before; none where nothing more can.</param>
internal sealed record PolicyDiff(IReadOnlyList<string> Lines, IReadOnlyList<string> Loosens)
{
    private const int MostShown = 60;
    private const int MostCompared = 2000;

    /// <summary>True where nothing changes.</summary>
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Compares two policies.</summary>
    public static PolicyDiff Between(PolicyDocument before, PolicyDocument after)
    {
        var lines = new List<string>();
        var loosens = new List<string>();
        var old = Index(before);
        var now = Index(after);
        foreach (var rule in before.Rules)
        {
            if (now.ContainsKey(rule.Id)) continue;
            lines.Add("- " + RuleText.Of(rule));
            if (rule.Action > Verdict.Allow) loosens.Add($"the rule '{rule.Id}' ({rule.Action.Word()}) goes");
        }
        foreach (var rule in after.Rules)
        {
            if (!old.TryGetValue(rule.Id, out var at)) lines.Add("+ " + RuleText.Of(rule));
            else if (!Same(before.Rules[at], rule)) Changed(before.Rules[at], rule, lines, loosens);
        }
        Order(before, after, old, now, lines, loosens);
        Rest(before, after, lines, loosens);
        return new PolicyDiff(Cut(lines), Cut(loosens));
    }

    private static void Changed(PolicyRule before, PolicyRule after, List<string> lines, List<string> loosens)
    {
        lines.Add("- " + RuleText.Of(before));
        lines.Add("+ " + RuleText.Of(after));
        if (after.Action < before.Action) loosens.Add($"the rule '{after.Id}' goes from {before.Action.Word()} to {after.Action.Word()}");
        else if (before.Action > Verdict.Allow && !SameConditions(before, after)) loosens.Add($"the rule '{after.Id}' ({before.Action.Word()}) speaks of other calls than before");
        else if (after.Escalate && !before.Escalate) loosens.Add($"the rule '{after.Id}' now also answers Codex's own approval prompt");
    }

    // A milder rule takes calls away from every stricter one behind it: so it matters which pairs stand the other way round than before.
    private static void Order(PolicyDocument before, PolicyDocument after, Dictionary<string, int> old, Dictionary<string, int> now, List<string> lines, List<string> loosens)
    {
        var kept = after.Rules.Where(rule => old.ContainsKey(rule.Id)).Select(rule => rule.Id).ToList();
        var was = before.Rules.Where(rule => now.ContainsKey(rule.Id)).Select(rule => rule.Id).ToList();
        if (!kept.SequenceEqual(was)) lines.Add("~ the order of the rules: " + string.Join(", ", kept.Take(20)) + (kept.Count > 20 ? " …" : ""));

        var untouched = before.Rules.Where(rule => now.TryGetValue(rule.Id, out var at) && after.Rules[at].Action == rule.Action
            && SameConditions(rule, after.Rules[at])).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        var stricter = new List<PolicyRule>();
        for (var i = after.Rules.Count - 1; i >= 0; i--)
        {
            var rule = after.Rules[i];
            var touched = !untouched.Contains(rule.Id);
            var behind = rule.Action == Verdict.Deny ? null : stricter.Find(other => other.Action > rule.Action && MayMeet(rule, other) && (touched || old[rule.Id] > old[other.Id]));
            if (behind is not null) loosens.Add($"'{rule.Id}' ({rule.Action.Word()}) lets pass what '{behind.Id}' ({behind.Action.Word()}) behind it would have stopped");
            else if (touched && rule.Action < after.Default) loosens.Add($"'{rule.Id}' ({rule.Action.Word()}) lets pass what the default ({after.Default.Word()}) would have stopped");
            else if (rule.Escalate && !old.ContainsKey(rule.Id)) loosens.Add($"'{rule.Id}' also answers Codex's own approval prompt");
            if (rule.Action == Verdict.Allow || !old.ContainsKey(rule.Id)) continue;
            if (stricter.Count < MostCompared) stricter.Add(rule);
            else if (loosens.Count == 0) loosens.Add("there are more rules than are compared with each other: read the diff");
        }
    }

    // True where one call may be of both.
    private static bool MayMeet(PolicyRule a, PolicyRule b)
    {
        foreach (var one in a.When.Tools)
            foreach (var other in b.When.Tools)
                if (Starts(one, other) || Starts(other, one)) return true;
        return false;

        static bool Starts(string pattern, string name) => pattern == name || (pattern.EndsWith('*') && name.StartsWith(pattern.AsSpan()[..^1], StringComparison.Ordinal));
    }

    private static void Rest(PolicyDocument before, PolicyDocument after, List<string> lines, List<string> loosens)
    {
        if (before.Default != after.Default)
        {
            lines.Add($"~ default: {before.Default.Word()} → {after.Default.Word()}");
            if (after.Default < before.Default) loosens.Add($"what no rule speaks of goes from {before.Default.Word()} to {after.Default.Word()}");
        }
        var (seen, sees) = (before.Detection is { } a ? RuleText.Compact(a.Source) : "none", after.Detection is { } b ? RuleText.Compact(b.Source) : "none");
        if (seen != sees)
        {
            lines.Add($"~ detection: {seen} → {sees}");
            loosens.Add("what is done about secrets and other findings in texts changes");
        }
        foreach (var id in before.BuiltIn.Keys.Union(after.BuiltIn.Keys).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (Word(before, id), Word(after, id));
            if (was == becomes) continue;
            lines.Add($"~ built-in {id}: {was} → {becomes}");
        }
        foreach (var rule in RulePacks.All.SelectMany(pack => pack))
        {
            var (was, becomes) = (Action(before, rule), Action(after, rule));
            if (becomes < was) loosens.Add($"the built-in rule {rule.Id} goes from {was.Word()} to {becomes.Word()}");
        }
    }

    private static string Word(PolicyDocument policy, string id) => policy.BuiltIn.TryGetValue(id, out var action) ? action.Word() : "as it comes";

    private static Verdict Action(PolicyDocument policy, Rule rule) =>
        policy.BuiltIn.TryGetValue(rule.Id, out var own) ? own : policy.BuiltIn.TryGetValue(rule.Pack, out var pack) ? pack : rule.Action;

    private static bool Same(PolicyRule a, PolicyRule b) => RuleText.Compact(a.Source) == RuleText.Compact(b.Source);

    private static bool SameConditions(PolicyRule a, PolicyRule b) => Conditions(a) == Conditions(b);

    private static string Conditions(PolicyRule rule) =>
        string.Join(',', rule.Source.EnumerateObject().Where(field => field.Name is not ("id" or "action" or "reason" or "suggest"
            or "escalate")).OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => field.Name + RuleText.Compact(field.Value)));

    private static Dictionary<string, int> Index(PolicyDocument policy)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < policy.Rules.Count; i++) index[policy.Rules[i].Id] = i;
        return index;
    }

    private static List<string> Cut(List<string> lines) =>
        lines.Count <= MostShown ? lines : [.. lines.Take(MostShown), $"… and {lines.Count - MostShown} more"];
}
