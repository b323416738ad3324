using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

/// <summary>
/// Walks a parsed text as the shell would run it, keeping what is known of variables, functions and directories.
/// Where the shell would decide by something unknown, every way it may go is walked.
/// </summary>
internal sealed partial class Evaluator
{
    /// <summary>How deep evaluation may recurse in all: the stack has an end.</summary>
    private const int MostDepth = 320;

    private readonly WorkBudget _budget;
    private readonly Recorder _record = new();
    private readonly Marks _marks = new();
    private ObservedFacts _facts;
    private ShellState _state;
    private IReadOnlyList<string> _wrappers = [];
    private bool _elsewhere;
    private bool _captured;
    private string? _keeper;
    private OutputSink? _sink;
    private Choices? _choices;
    private int _depth;
    private int _nesting;
    private readonly List<(ProcessPart Consumer, int First)> _held = [];

    private Evaluator(ObservedFacts facts, WorkBudget budget)
    {
        _facts = facts;
        _budget = budget;
        _state = new ShellState { Directories = [facts.Cwd] };
    }

    /// <summary>Analyses shell text.</summary>
    public static CommandAnalysis Shell(string text, ObservedFacts facts, WorkBudget budget)
    {
        var evaluator = new Evaluator(facts, budget);
        text = Marks.Clean(text);
        var parsed = ShellParser.Parse(text, budget);
        if (parsed.Error is { } error) evaluator._record.Fail(error);
        if (!budget.Exhausted)
        {
            evaluator.RunList(parsed.List);
            evaluator.RunTraps();
            foreach (var (consumer, first) in evaluator._held) evaluator.Consume(consumer, evaluator._record.RunsFrom(first));
        }
        return evaluator._record.ToAnalysis(budget.Exhausted);
    }

    /// <summary>Analyses code of another language.</summary>
    public static CommandAnalysis Code(string text, CodeLanguage language, ObservedFacts facts, WorkBudget budget)
    {
        var evaluator = new Evaluator(facts, budget);
        var by = new CommandRun { Argv = [Word.Of(language == CodeLanguage.Cmd ? "cmd" : language.ToString().ToLowerInvariant())], Cwd = facts.Cwd };
        evaluator.ReadForeign(new NestedCode(language, Word.Of(text), ""), by, []);
        return evaluator._record.ToAnalysis(budget.Exhausted);
    }

    private bool Enter()
    {
        if (++_depth <= MostDepth && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack()) return !_budget.Exhausted;
        _budget.Exhaust();
        return false;
    }

    private void Leave() => _depth--;

    private bool Going => _state.Flow == Flow.Normal && !_budget.Exhausted;

    /// <summary>
    /// Expands something for every combination of values its variables may have. Inside a substitution the combination is the outer one.
    /// </summary>
    private List<T> ForEachChoice<T>(Func<T> expand)
    {
        if (_choices is not null) return [expand()];
        var results = new List<T>(1);
        var choices = _choices = new Choices();
        _record.Repeating++;
        // The first pass repeats nothing, but whether there is a second is known only after it.
        do results.Add(expand());
        while (choices.Next() && !_budget.Exhausted);
        _record.Repeating--;
        _choices = null;
        return results;
    }

    /// <summary>Walks several ways from here and goes on with what may be after any of them.</summary>
    private void Branch(int count, Action<int> walk)
    {
        if (count == 1)
        {
            walk(0);
            return;
        }
        var start = _state;
        ShellState? merged = null;
        _record.Repeating++;
        for (var i = 0; i < count && !_budget.Exhausted; i++)
        {
            _state = start.Fork(_budget);
            walk(i);
            merged = merged is null ? _state : Merge(merged, _state);
        }
        _record.Repeating--;
        _state = merged ?? start;
    }

    private int Pick(string key, int count) => count == 1 ? 0 : _choices?.Pick(key, count) ?? -1;
}
