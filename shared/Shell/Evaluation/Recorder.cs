using System.Runtime.CompilerServices;

namespace Sallyport.Shell.Evaluation;

/// <summary>Collects what an analysis finds, each thing once.</summary>
internal sealed class Recorder
{
    private readonly List<CommandRun> _runs = [];
    private readonly List<Effect> _effects = [];
    private readonly List<Unknown> _unknowns = [];
    private readonly List<FactRequest> _wanted = [];
    private readonly HashSet<string> _seenRuns = new(StringComparer.Ordinal);
    private readonly HashSet<Unknown> _seenUnknowns = [];
    private readonly HashSet<FactRequest> _seenWanted = [];
    private readonly List<string> _deciding = [];
    private readonly MadeLinks _links = new();
    private ShellError? _error;

    /// <summary>Above zero while the same text is evaluated more than once.</summary>
    public int Repeating { get; set; }

    /// <summary>How many runs there are so far.</summary>
    public int Count => _runs.Count;

    /// <summary>Adds a run; false where the very same one is there already.</summary>
    public bool Add(CommandRun run)
    {
        if (Repeating > 0 && !_seenRuns.Add(Key(run))) return false;
        _runs.Add(run);
        return true;
    }

    public void Add(Effect effect)
    {
        _effects.Add(effect);
        if (_links.Through(effect) is { } led) _effects.AddRange(led);
        if (effect.LeadsTo is not null) _links.Note(effect);
    }

    public void AddUnknown(string what, int start)
    {
        var unknown = new Unknown(what, start);
        if (_seenUnknowns.Add(unknown)) _unknowns.Add(unknown);
    }

    public void Want(FactRequest request)
    {
        if (_seenWanted.Add(request)) _wanted.Add(request);
    }

    /// <summary>A variable that decides what other programs do was set.</summary>
    public void Decide(string name)
    {
        if (!_deciding.Contains(name)) _deciding.Add(name);
    }

    public void Fail(ShellError error) => _error ??= error;

    /// <summary>The runs from a place on.</summary>
    public List<CommandRun> RunsFrom(int first) => _runs.GetRange(first, _runs.Count - first);

    public CommandAnalysis ToAnalysis(bool exhausted) => new()
    {
        Runs = _runs, Effects = _effects, Unknowns = _unknowns, Wanted = _wanted, Deciding = _deciding, Error = _error, BudgetExhausted = exhausted,
    };

    private static string Key(CommandRun run)
    {
        var text = new DefaultInterpolatedStringHandler(8, 4);
        text.AppendFormatted(run.Start);
        text.AppendLiteral("\n");
        text.AppendLiteral(run.Cwd ?? "?");
        foreach (var word in run.Argv)
        {
            text.AppendLiteral("\0");
            text.AppendLiteral(word.IsKnown ? "=" : "~");
            text.AppendLiteral(word.ToString());
        }
        // TAR_OPTIONS=$A tar x and TAR_OPTIONS=$B tar x are two commands.
        foreach (var (name, value) in run.Environment)
        {
            text.AppendLiteral("\0");
            text.AppendLiteral(name);
            text.AppendLiteral("=");
            text.AppendLiteral(value.ToString());
        }
        foreach (var redirection in run.Redirections)
        {
            text.AppendFormatted(redirection.Descriptor);
            text.AppendLiteral(redirection.Target.ToString());
        }
        foreach (var wrapper in run.Wrappers) text.AppendLiteral(wrapper);
        text.AppendFormatted((int)run.Input.Kind);
        text.AppendLiteral(run.Input.Text?.ToString() ?? "");
        return text.ToStringAndClear();
    }
}
