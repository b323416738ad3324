using System.Text;
using Sallyport.Audit;
using Sallyport.Cli.Audit;
using Sallyport.Integrity;
using Sallyport.Plans;
using Sallyport.Replay;

namespace Sallyport.Cli.Replay;

/// <summary><c>sallyport suggest</c>: rules that would fit what monitor mode has seen.</summary>
internal static class SuggestVerb
{
    private const int UsualLeast = 3;

    public static readonly Verb Verb = new("suggest", "propose plan and policy rules from what monitor mode has seen",
        """
        usage: sallyport suggest [--plan | --policy] [--all] [--min N] [--since TIME] [--session ID] [--json]

        Looks at what was recorded in monitor mode (--all: in enforce mode too) and proposes
          a plan    steps that cover what policy has nothing against, each with the calls that it covers
          a policy  built-in rules that would ask again and again, as warnings; never what is denied, never self-protection
        Nothing is applied: read it, take out what is not meant, and put the rest where it belongs. 'sallyport policy what-if FILE' says
        what a policy would change.

        --min N   what was done less often is no habit (3)
        all:      --data-dir DIR

        examples:
          sallyport suggest
          sallyport suggest --min 5
        exit codes: 0 something is proposed · 1 nothing · 2 wrong words
        """, Run);

    private static int Run(string[] words)
    {
        var arguments = new AuditArguments(words, ["--plan", "--policy", "--all", "--json"], ["--min", "--since", "--until", "--session", "--data-dir"]);
        var files = AuditVerb.Files(arguments);
        var settings = ReplayVerb.Settings(AuditVerb.Data(arguments));
        var least = (int)Math.Clamp(arguments.Number("--min") ?? UsualLeast, 1, int.MaxValue);
        var suggestions = new Suggestions();
        var parts = new LargeParts();
        var filter = AuditVerb.Filter(arguments);
        var all = arguments.Has("--all");
        RecordReader.Read(files, new RecordFilter { Since = filter.Since, Until = filter.Until, Session = filter.Session }, (row, _) =>
        {
            if (parts.Take(row)) return true;
            if ((all || (row.TryGetProperty("mode", out var mode) && mode.ValueEquals("monitor"))) && RecordedDecision.Of(row, parts) is { } decision) suggestions.Add(decision);
            parts.Clear();
            return true;
        });
        var plan = arguments.Has("--policy") ? [] : suggestions.PlanHabits(least);
        var policy = arguments.Has("--plan") ? [] : suggestions.PolicyHabits(least);
        if (arguments.Has("--json")) Console.Out.WriteLine(Encoding.UTF8.GetString(Json(plan, policy)));
        else Write(suggestions, plan, policy, settings.StrictPlans, all);
        return plan.Count + policy.Count > 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Write(Suggestions suggestions, IReadOnlyList<Habit> plan, IReadOnlyList<Habit> policy, bool strict, bool all)
    {
        Console.Out.WriteLine($"{suggestions.Seen} calls{(all ? "" : " in monitor mode")} were looked at; {suggestions.Unusable} of them are masked or cannot be read, and no rule is made of those.");
        if (plan.Count > 0)
        {
            var whole = Suggestions.AsPlan(plan);
            var (covered, of) = suggestions.Coverage(whole, strict);
            Console.Out.WriteLine($"\nA plan of this covers {covered} of {of} calls that policy has nothing against:");
            foreach (var habit in plan) Show(habit);
            Console.Out.WriteLine("\n" + Sanitize.ForTerminal(Encoding.UTF8.GetString(PlanJson.Write(whole))));
        }
        if (policy.Count > 0)
        {
            Console.Out.WriteLine("\nBuilt-in rules that would have asked:");
            foreach (var habit in policy) Show(habit);
            Console.Out.WriteLine("\n" + Sanitize.ForTerminal(Encoding.UTF8.GetString(PolicyJson(policy))));
        }
        if (plan.Count + policy.Count == 0) Console.Out.WriteLine("Nothing was done often enough to be a habit; --min N asks for less.");
    }

    private static void Show(Habit habit)
    {
        var name = habit.Pattern.Length == 0 ? habit.Tool : habit.Pattern;
        Console.Out.WriteLine($"{habit.Calls,7} calls in {habit.Sessions} sessions  {Sanitize.ForTerminal(name)}");
        foreach (var example in habit.Examples) Console.Out.WriteLine($"          {RowText.Cut(Sanitize.ForTerminal(example), 120)}");
    }

    private static byte[] PolicyJson(IReadOnlyList<Habit> habits)
    {
        var json = new CanonicalWriter(256);
        json.StartObject();
        WriteActions(json, habits);
        json.EndObject();
        return json.Written.ToArray();
    }

    private static void WriteActions(CanonicalWriter json, IReadOnlyList<Habit> habits)
    {
        json.Name("builtIn"u8);
        json.StartObject();
        foreach (var habit in habits.OrderBy(h => h.Pattern, StringComparer.Ordinal))
        {
            json.Name(habit.Pattern);
            json.String("warn");
        }
        json.EndObject();
    }

    private static byte[] Json(IReadOnlyList<Habit> plan, IReadOnlyList<Habit> policy)
    {
        var json = new CanonicalWriter(1024);
        json.StartObject();
        Habits(json, "planHabits", plan);
        json.Name("plan"u8);
        using (var written = System.Text.Json.JsonDocument.Parse(PlanJson.Write(Suggestions.AsPlan(plan)))) json.Value(written.RootElement);
        json.Name("policy"u8);
        json.Raw(PolicyJson(policy));
        Habits(json, "policyHabits", policy);
        json.EndObject();
        return json.Written.ToArray();
    }

    private static void Habits(CanonicalWriter json, string name, IReadOnlyList<Habit> habits)
    {
        json.Name(name);
        json.StartArray();
        foreach (var habit in habits)
        {
            json.StartObject();
            json.Member("calls"u8, habit.Calls);
            json.Name("examples"u8);
            json.StartArray();
            foreach (var example in habit.Examples) json.String(example);
            json.EndArray();
            json.Member("pattern"u8, habit.Pattern);
            json.Member("sessions"u8, habit.Sessions);
            json.Member("tool"u8, habit.Tool);
            json.EndObject();
        }
        json.EndArray();
    }
}
