namespace Sallyport.Detection.Patterns;

/// <summary>
/// Runs a program over a text with all its threads side by side, in order of preference: at most one thread a step of the program,
/// so each character costs at most one visit of each step.
/// </summary>
internal ref struct PatternMatcher
{
    private readonly PatternProgram _program;
    private readonly ReadOnlySpan<char> _text;
    private readonly int[] _stack;
    private readonly int[] _mark; // the position at which a step was last entered, plus one
    private Threads _now, _next;

    private struct Threads(int size)
    {
        public readonly int[] Step = new int[size];
        public readonly int[] Start = new int[size];
        public int Count;
    }

    private PatternMatcher(PatternProgram program, ReadOnlySpan<char> text)
    {
        _program = program;
        _text = text;
        var size = program.Steps.Length;
        _stack = new int[size * 2 + 2];
        _mark = new int[size];
        (_now, _next) = (new Threads(size), new Threads(size));
    }

    public static bool Find(PatternProgram program, ReadOnlySpan<char> text, int from, out int start, out int end, out int reached)
    {
        (start, end, reached) = (-1, -1, text.Length);
        if ((uint)from > (uint)text.Length) return false;
        if (!program.StartsAnywhere)
        {
            while (from < text.Length && !program.CanStart(text[from])) from++;
            if (from == text.Length) return false;
        }
        return new PatternMatcher(program, text).Run(from, false, out start, out end, out reached);
    }

    public static bool Whole(PatternProgram program, ReadOnlySpan<char> text) =>
        new PatternMatcher(program, text).Run(0, true, out _, out _, out _);

    private bool Run(int from, bool whole, out int start, out int end, out int reached)
    {
        (start, end, reached) = (-1, -1, from);
        for (var at = from; at <= _text.Length; at++)
        {
            reached = at;
            if (start < 0 && (!whole || at == 0))
            {
                if (_now.Count == 0 && !whole && !_program.StartsAnywhere)
                {
                    while (at < _text.Length && !_program.CanStart(_text[at])) at++;
                    if (at == _text.Length) return false;
                }
                Enter(ref _now, 0, at, at);
            }
            if (_now.Count == 0)
            {
                if (start >= 0 || whole) break;
                continue; // a place was not what the pattern wants; a later one may be
            }

            _next.Count = 0;
            for (var t = 0; t < _now.Count; t++)
            {
                var step = _program.Steps[_now.Step[t]];
                if (step.Kind == StepKind.Match)
                {
                    if (whole && at < _text.Length) continue;
                    (start, end) = (_now.Start[t], at);
                    break; // threads further down are less preferred
                }
                if (at < _text.Length && step.Set!.Contains(_text[at])) Enter(ref _next, _now.Step[t] + 1, _now.Start[t], at + 1);
            }
            (_now, _next) = (_next, _now);
        }
        return start >= 0;
    }

    /// <summary>Adds the steps that take a character, or accept, and are reached from <paramref name="step"/> without taking one.</summary>
    private readonly void Enter(ref Threads into, int step, int start, int at)
    {
        var depth = 0;
        _stack[depth++] = step;
        while (depth > 0)
        {
            step = _stack[--depth];
            if (_mark[step] == at + 1) continue;
            _mark[step] = at + 1;
            var what = _program.Steps[step];
            switch (what.Kind)
            {
                case StepKind.Jump:
                    _stack[depth++] = what.First;
                    break;
                case StepKind.Split:
                    _stack[depth++] = what.Second;
                    _stack[depth++] = what.First;
                    break;
                case StepKind.Place:
                    if (Holds((Anchor)what.First, at)) _stack[depth++] = step + 1;
                    break;
                default:
                    into.Step[into.Count] = step;
                    into.Start[into.Count++] = start;
                    break;
            }
        }
    }

    private readonly bool Holds(Anchor anchor, int at)
    {
        switch (anchor)
        {
            case Anchor.Start:
                return at == 0 || (_program.Lines && _text[at - 1] == '\n');
            case Anchor.End:
                return at == _text.Length || (_program.Lines && _text[at] == '\n');
            default:
                var before = at > 0 && Chars.IsWord(_text[at - 1]);
                var after = at < _text.Length && Chars.IsWord(_text[at]);
                return before != after == (anchor == Anchor.WordBoundary);
        }
    }
}
