using System.Text.Json;
using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Plans;

/// <summary>
/// The permissions a plan gives, one by one, so that two plans can be compared: each pattern of a step for Bash is a permission
/// of its own, every other step is one.
/// </summary>
internal sealed class StepGrant
{
    private static readonly ObservedFacts NoFacts = new() { Cwd = "/", Workspace = "/" };
    private readonly string? command;
    private readonly CommandPattern[] patterns;
    private readonly PathPattern[] paths;
    private readonly HostPattern[] hosts;

    public PlanStep Step { get; }

    private StepGrant(PlanStep step, string? command)
    {
        Step = step;
        this.command = command;
        patterns = command is null ? [] : [.. CommandPattern.Read(command, NoFacts)];
        // Patterns are compared with each other only, so any home will do, as long as it is one that no pattern names.
        paths = [.. step.Paths.Select(path => PathPattern.Of(path, NoFacts with { Home = "/~" }))];
        hosts = [.. step.Hosts.Select(HostPattern.Of)];
    }

    /// <summary>The permissions of a plan.</summary>
    public static List<StepGrant> Of(Plan plan)
    {
        var grants = new List<StepGrant>();
        foreach (var step in plan.Steps)
        {
            if (step.Commands.Count == 0) grants.Add(new StepGrant(step, null));
            foreach (var command in step.Commands) grants.Add(new StepGrant(step, command));
        }
        return grants;
    }

    /// <summary>True where everything that <paramref name="narrower"/> allows is allowed here. Where that is not plain to see: false.</summary>
    public bool Covers(StepGrant narrower) =>
        CoversAction(narrower.Step.Action) && CoversInputs(narrower.Step.Inputs) && CoversCommand(narrower)
        && CoversAll(paths, narrower.paths, (own, other) => own.Covers(other))
        && CoversAll(hosts, narrower.hosts, (own, other) => own.Covers(other));

    // A pattern of names covers a narrower pattern by the same comparison as a name.
    private bool CoversAction(string action) => Step.Action == action
        || (Step.Action.EndsWith('*') && action.StartsWith(Step.Action.AsSpan()[..^1], StringComparison.Ordinal));

    private bool CoversInputs(JsonElement? narrower) =>
        Step.Inputs is not { } own || (narrower is { } other && new InputSubset().Contains(other, own));

    private bool CoversCommand(StepGrant narrower)
    {
        if (command is null or "*" || command == narrower.command) return true;
        return narrower.patterns.Length > 0 && narrower.patterns.All(other => patterns.Any(own => own.Covers(other)));
    }

    private static bool CoversAll<T>(T[] own, T[] narrower, Func<T, T, bool> covers) =>
        own.Length == 0 || (narrower.Length > 0 && narrower.All(other => own.Any(mine => covers(mine, other))));
}
