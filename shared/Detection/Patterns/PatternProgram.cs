namespace Sallyport.Detection.Patterns;

/// <summary>What one step of a program does.</summary>
internal enum StepKind : byte
{
    Take,
    Split,
    Jump,
    Place,
    Match,
}

/// <summary>One step: take a character, go one of two ways (the first preferred), check a place, or accept.</summary>
internal readonly record struct PatternStep(StepKind Kind, int First = 0, int Second = 0, CharSet? Set = null);

/// <summary>A pattern as steps, and the characters a match can start with.</summary>
internal sealed class PatternProgram
{
    private readonly List<PatternStep> _steps = [];
    private int _visits;
    private ulong _startLow, _startHigh;
    private bool _startBeyondAscii;

    public PatternStep[] Steps { get; private set; } = [];

    public bool Lines { get; private init; }

    /// <summary>A match may be empty or hang on a place alone: every index is a candidate.</summary>
    public bool StartsAnywhere { get; private set; }

    public static PatternProgram From(PatternNode root, PatternFlags flags)
    {
        var program = new PatternProgram { Lines = flags.Lines };
        program.Emit(root);
        program.Add(new PatternStep(StepKind.Match));
        program.Steps = [.. program._steps];
        program.FindStarts();
        return program;
    }

    public bool CanStart(char c) =>
        c < 64 ? (_startLow >> c & 1) != 0 : c < 128 ? (_startHigh >> (c - 64) & 1) != 0 : _startBeyondAscii;

    private int Add(PatternStep step)
    {
        if (_steps.Count >= LinearPattern.MaxSteps) throw new PatternException($"the pattern unfolds to more than {LinearPattern.MaxSteps} steps", 0);
        _steps.Add(step);
        return _steps.Count - 1;
    }

    /// <summary>The recursion is as deep as the parser let groups nest.</summary>
    private void Emit(PatternNode node)
    {
        // Repetitions of nothing add no step, so steps alone would not bound them.
        if (++_visits > LinearPattern.MaxSteps * 4) throw new PatternException("the pattern unfolds too far", 0);
        switch (node)
        {
            case PatternNode.One one:
                Add(new PatternStep(StepKind.Take, Set: one.Set));
                break;
            case PatternNode.Place place:
                Add(new PatternStep(StepKind.Place, (int)place.Anchor));
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts) Emit(part);
                break;
            case PatternNode.Either either:
                EmitEither(either);
                break;
            case PatternNode.Repeat repeat:
                EmitRepeat(repeat);
                break;
        }
    }

    private void EmitEither(PatternNode.Either either)
    {
        var ends = new List<int>();
        for (var i = 0; i < either.Choices.Count - 1; i++)
        {
            var split = Add(default);
            Emit(either.Choices[i]);
            ends.Add(Add(default));
            _steps[split] = new PatternStep(StepKind.Split, split + 1, _steps.Count);
        }
        Emit(either.Choices[^1]);
        foreach (var end in ends) _steps[end] = new PatternStep(StepKind.Jump, _steps.Count);
    }

    private void EmitRepeat(PatternNode.Repeat repeat)
    {
        for (var i = 0; i < repeat.Least; i++) Emit(repeat.Part);
        if (repeat.Most < 0)
        {
            var split = Add(default);
            Emit(repeat.Part);
            Add(new PatternStep(StepKind.Jump, split));
            _steps[split] = Fork(split + 1, _steps.Count, repeat.Lazy);
            return;
        }
        var splits = new List<int>();
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            splits.Add(Add(default));
            Emit(repeat.Part);
        }
        foreach (var split in splits) _steps[split] = Fork(split + 1, _steps.Count, repeat.Lazy);
    }

    private static PatternStep Fork(int into, int past, bool lazy) =>
        lazy ? new PatternStep(StepKind.Split, past, into) : new PatternStep(StepKind.Split, into, past);

    private void FindStarts()
    {
        var seen = new bool[Steps.Length];
        var open = new Stack<int>();
        open.Push(0);
        while (open.TryPop(out var at))
        {
            if (seen[at]) continue;
            seen[at] = true;
            var step = Steps[at];
            switch (step.Kind)
            {
                case StepKind.Take:
                    _startBeyondAscii |= step.Set!.AddTo(ref _startLow, ref _startHigh);
                    break;
                case StepKind.Split:
                    open.Push(step.First);
                    open.Push(step.Second);
                    break;
                case StepKind.Jump:
                    open.Push(step.First);
                    break;
                case StepKind.Place:
                    open.Push(at + 1);
                    break;
                case StepKind.Match:
                    StartsAnywhere = true;
                    break;
            }
        }
    }
}
