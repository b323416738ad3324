namespace Sallyport.Shell;

/// <summary>A place where the analysis had to give up knowing, and why.</summary>
/// <param name="What">Short, for people: <c>program from $TOOL</c>, <c>target from $(pwd)</c>, <c>script deploy.sh was not read</c>.</param>
/// <param name="Start">Where, in UTF-16 units of the text; -1 where it has no place.</param>
public readonly record struct Unknown(string What, int Start);

/// <summary>A text that could not be read as the shell would.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Position">Where, in UTF-16 units.</param>
public readonly record struct ShellError(string Message, int Position);

/// <summary>A command as the shell would run it: every program it starts and what each would do.</summary>
public sealed record CommandAnalysis
{
    /// <summary>Every command that would run, in order, wrappers' payloads and nested code included.</summary>
    public IReadOnlyList<CommandRun> Runs { get; init; } = [];

    /// <summary>Every effect, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>What could not be known.</summary>
    public IReadOnlyList<Unknown> Unknowns { get; init; } = [];

    /// <summary>Variables that decide what other programs do and were given a value for all that follows.</summary>
    public IReadOnlyList<string> Deciding { get; init; } = [];

    /// <summary>Where the text could not be parsed; null where it could.</summary>
    public ShellError? Error { get; init; }

    /// <summary>True when the work budget (tokens, depth, bytes) ran out: the verdict is deny.</summary>
    public bool BudgetExhausted { get; init; }

    /// <summary>Facts that would make the analysis surer.</summary>
    public IReadOnlyList<FactRequest> Wanted { get; init; } = [];
}
