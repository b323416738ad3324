using System.Numerics;

namespace Sallyport.Detection.Injection;

/// <summary><see cref="Frames"/>, read once, on the first text that needs them; which sentence fits one.</summary>
internal sealed class FrameTable
{
    private const int MostSteps = 8;
    private const int Senses = 128;

    /// <summary>Steps a sentence may cost: no form makes a text read over and over.</summary>
    private const int MostWork = 2_000;

    private const int StartsWithin = 2;

    private static FrameTable? s_table;

    private readonly record struct Step(Sense Any, int Within, bool Starts, bool Colon);

    private readonly record struct Frame(DetectionRule Rule, int Score, FrameTerms Terms, Step[] Steps);

    private readonly List<Frame> _frames = new(320);
    private readonly List<int>?[] _byFirst = new List<int>?[Senses];
    private readonly FrameNeeds _needs = new();

    /// <summary>The steps of the form that is being read.</summary>
    private readonly Step[] _read = new Step[MostSteps];

    public static FrameTable All => s_table ??= new FrameTable(Frames.Forms);

    private FrameTable(string forms)
    {
        for (int at = 0, end; at < forms.Length; at = end + 1)
        {
            end = forms.IndexOf('\n', at) is >= 0 and var next ? next : forms.Length;
            if (forms.AsSpan(at, end - at).Trim() is { IsEmpty: false } form) Read(form);
        }
    }

    private void Read(ReadOnlySpan<char> line)
    {
        Parts.Cut(ref line, ':', out var head);
        var body = line.TrimStart(' ');
        var terms = default(FrameTerms);
        if (head.IndexOf('[') is > 0 and var open)
        {
            terms = FrameTerms.Parse(head[(open + 1)..^1]);
            head = head[..open].TrimEnd();
        }
        var space = head.IndexOf(' ');
        Span<Step> steps = _read;
        var count = 0;
        while (Parts.Cut(ref body, ' ', out var step)) steps[count++] = StepOf(step);
        _needs.Add(steps[0].Any, count > 1 ? steps[1].Any : default, count > 2 ? steps[2].Any : default, terms);
        _frames.Add(new Frame(RuleOf(head[..space]), Number(head[(space + 1)..]), terms, steps[..count].ToArray()));
        var first = steps[0].Any;
        for (var means = (ulong)first.Means; means != 0; means &= means - 1) (_byFirst[BitOperations.TrailingZeroCount(means)] ??= []).Add(_frames.Count - 1);
        for (var cues = (ulong)first.Cues; cues != 0; cues &= cues - 1) (_byFirst[64 + BitOperations.TrailingZeroCount(cues)] ??= []).Add(_frames.Count - 1);
    }

    /// <summary>Whether a form may fit a sentence, by what its words can be together: for nearly all, none does.</summary>
    public bool MayFit(in Sentence s, int textLength) => _needs.MayFit(s, textLength);

    private static Step StepOf(ReadOnlySpan<char> text)
    {
        var starts = text[0] == '^';
        if (starts) text = text[1..];
        var colon = text[^1] == ':';
        if (colon) text = text[..^1];
        var within = 3;
        if (text.IndexOf('~') is > 0 and var mark)
        {
            within = Number(text[(mark + 1)..]);
            text = text[..mark];
        }
        return new Step(SensesOf(text), within, starts, colon);
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits) number = char.IsAsciiDigit(digit) ? number * 10 + digit - '0' : throw new ArgumentException($"'{digits}' is no number");
        return number;
    }

    internal static Sense SensesOf(ReadOnlySpan<char> names)
    {
        var any = default(Sense);
        var start = 0;
        for (var at = 0; at <= names.Length; at++)
        {
            if (at < names.Length && names[at] != '|') continue;
            any |= SenseNames.Parse(names[start..at]);
            start = at + 1;
        }
        return any;
    }

    private static DetectionRule RuleOf(ReadOnlySpan<char> name) => name switch
    {
        "override" => InjectionRules.Override,
        "prompt-leak" => InjectionRules.PromptLeak,
        "reply-steering" => InjectionRules.ReplySteering,
        "conceal" => InjectionRules.Conceal,
        "exfiltration" => InjectionRules.Exfiltration,
        "jailbreak" => InjectionRules.Jailbroken,
        "secret-request" => InjectionRules.SecretRequest,
        "private-request" => InjectionRules.PrivateRequest,
        "authority" => InjectionRules.Authority,
        "tool-steering" => InjectionRules.ToolSteering,
        "encoded" => InjectionRules.Encoded,
        "fake-turn" => InjectionRules.FakeTurn,
        _ => throw new ArgumentException($"'{name}' is no rule"),
    };

    /// <summary>The strongest form that a sentence has, tempered; no rule where none is strong enough.</summary>
    public (DetectionRule? Rule, int Score, int Start, int End) Judge(in Sentence s, ReadOnlySpan<char> text, int aboutBefore, int threshold)
    {
        var best = (Rule: (DetectionRule?)null, Score: threshold - 1, Start: 0, End: 0);
        var work = MostWork;
        for (var first = 0; first < s.AnyCount && work > 0; first++)
        {
            ref readonly var hit = ref s.Any(first);
            for (var means = (ulong)hit.Means; means != 0; means &= means - 1)
                Try(s, text, first, BitOperations.TrailingZeroCount(means), aboutBefore, ref best, ref work);
            for (var cues = (ulong)hit.Cues; cues != 0; cues &= cues - 1)
                Try(s, text, first, 64 + BitOperations.TrailingZeroCount(cues), aboutBefore, ref best, ref work);
        }
        return best;
    }

    private void Try(in Sentence s, ReadOnlySpan<char> text, int first, int sense, int aboutBefore, ref (DetectionRule? Rule, int Score, int Start, int End) best, ref int work)
    {
        if (_byFirst[sense] is not { } candidates) return;
        foreach (var index in candidates)
        {
            var frame = _frames[index];
            if (frame.Score <= best.Score || !Possible(s, frame.Steps) || !FrameWords.Fits(frame.Steps[0].Starts, frame.Steps[0].Colon, s, first, text, StartsWithin)) continue;
            if (!frame.Steps[0].Any.Means.HasFlag(Concept.Not) && FrameWords.Negated(s, first)) continue;
            var last = Follow(s, text, frame, 1, first, ref work);
            if (last < 0 || !FrameWords.IsProse(text, s.Any(first).Start, s.Any(last).End) || !frame.Terms.Hold(s, text, first, last)) continue;
            var score = FrameWords.Temper(s, text, frame.Score, frame.Rule, first, last, aboutBefore);
            if (score > best.Score) best = (frame.Rule, score, s.Any(first).Start, s.Any(last).End);
        }
    }

    private static bool Possible(in Sentence s, Step[] steps)
    {
        foreach (var step in steps)
            if ((s.Union & step.Any.Means) == 0 && (s.Cues & step.Any.Cues) == 0) return false;
        return true;
    }

    /// <summary>Index of the last hit of a way through the steps; -1 for none. As deep as a form has steps.</summary>
    private static int Follow(in Sentence s, ReadOnlySpan<char> text, in Frame frame, int step, int before, ref int work)
    {
        if (step == frame.Steps.Length) return before;
        var want = frame.Steps[step];
        for (var i = before + 1; i < s.AnyCount && s.Any(i).Word - s.Any(before).Word <= want.Within && --work > 0; i++)
        {
            if (!s.Any(i).Is(want.Any) || !FrameWords.Fits(want.Starts, want.Colon, s, i, text, StartsWithin)) continue;
            if (Follow(s, text, frame, step + 1, i, ref work) is var last and >= 0) return last;
        }
        return -1;
    }
}
