namespace Sallyport.Shell.Code;

/// <summary>What was read of code in another language.</summary>
internal sealed record CodeReading
{
    /// <summary>Effects of the code itself, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Commands the code starts with an argument list of its own (<c>subprocess.run(["rm", …])</c>).</summary>
    public IReadOnlyList<CommandRun> Runs { get; init; } = [];

    /// <summary>Code the code runs (<c>os.system("…")</c> is shell code).</summary>
    public IReadOnlyList<NestedCode> Code { get; init; } = [];

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<Unknown> Unknowns { get; init; } = [];

    /// <summary>Facts that would make the answer surer.</summary>
    public IReadOnlyList<FactRequest> Wanted { get; init; } = [];

    /// <summary>Where the code could not be read; null where it could.</summary>
    public ShellError? Error { get; init; }

    /// <summary>Steps of work that it took.</summary>
    public int Steps { get; init; }

    /// <summary>True when a work budget ran out.</summary>
    public bool BudgetExhausted { get; init; }
}
