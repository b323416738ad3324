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
    // Patterns are compared with each other only: any home and workspace will do, as long as no pattern names them,
    // and the workspace is so deep that no pattern climbs out of it.
    private static readonly ObservedFacts Nowhere = new()
    {
        Home = "/\u0001home",
        Cwd = string.Concat(Sequence.Repeat("/\u0001", PlanLimits.Climbs)),
        Workspace = string.Concat(Sequence.Repeat("/\u0001", PlanLimits.Climbs)),
    };
    private readonly string? _command;
    private readonly CommandPattern[] _patterns;
    private readonly PathPattern[] _paths;
    private readonly HostPattern[] _hosts;

    public PlanStep Step { get; }

    private StepGrant(PlanStep step, string? command)
    {
        Step = step;
        _command = command;
        _patterns = command is null ? [] : [.. CommandPattern.Read(command, Nowhere)];
        _paths = [.. step.Paths.Select(path => PathPattern.Of(path, Nowhere))];
        _hosts = [.. step.Hosts.Select(HostPattern.Of)];
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
        && CoversAll(_paths, narrower._paths, (own, other) => own.Covers(other))
        && CoversAll(_hosts, narrower._hosts, (own, other) => own.Covers(other));

    // A pattern of names covers a narrower pattern by the same comparison as a name.
    private bool CoversAction(string action) => Step.Action == action
        || (Step.Action.EndsWith('*') && action.StartsWith(Step.Action.AsSpan()[..^1], StringComparison.Ordinal));

    private bool CoversInputs(JsonElement? narrower) =>
        Step.Inputs is not { } own || (narrower is { } other && new InputSubset().Contains(other, own));

    private bool CoversCommand(StepGrant narrower)
    {
        if (_command is null or "*" || _command == narrower._command) return true;
        return narrower._patterns.Length > 0 && narrower._patterns.All(other => _patterns.Any(own => own.Covers(other)));
    }

    private static bool CoversAll<T>(T[] own, T[] narrower, Func<T, T, bool> covers) =>
        own.Length == 0 || (narrower.Length > 0 && narrower.All(other => own.Any(mine => covers(mine, other))));
}
