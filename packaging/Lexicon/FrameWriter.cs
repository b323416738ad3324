using System.Globalization;
using System.Numerics;
using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>The forms of <see cref="Frames"/>: what each is, and for each sense the forms it serves.</summary>
internal sealed class FrameWriter
{
    private readonly List<ulong> _forms = [], _steps = [];
    private readonly List<(Sense[] Wants, Sense First, FrameTermKinds Kinds)> _needs = [];

    public static string Write()
    {
        var writer = new FrameWriter();
        foreach (var line in Frames.Forms.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) writer.Add(line);
        return writer.All();
    }

    private void Add(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        var (head, steps) = (line[..colon], line[(colon + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var (kinds, with, without) = (FrameTermKinds.None, default(Sense), default(Sense));
        if (head.IndexOf('[', StringComparison.Ordinal) is > 0 and var open)
        {
            foreach (var term in head[(open + 1)..].TrimEnd(']').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
                if (term[0] == '+') with = SenseTable.Parse(term[1..], '|');
                else if (term[0] == '-') without = SenseTable.Parse(term[1..], '|');
                else kinds |= Enum.Parse<FrameTermKinds>(term, ignoreCase: true);
            head = head[..open].TrimEnd();
        }
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var rule = Enum.Parse<FrameRule>(head[..space].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
        _forms.AddRange(FrameForm.Of(rule, int.Parse(head[(space + 1)..], CultureInfo.InvariantCulture), kinds, _steps.Count / FrameForm.StepSize, steps.Length),
            (ulong)with.Means, (ulong)with.Cues, (ulong)without.Means, (ulong)without.Cues);
        var senses = new Sense[steps.Length];
        for (var i = 0; i < steps.Length; i++) senses[i] = AddStep(steps[i]);
        _needs.Add(([senses[0], senses.ElementAtOrDefault(1), senses.ElementAtOrDefault(2), with], senses[0], kinds));
    }

    private Sense AddStep(string step)
    {
        var (starts, colon, within) = (step[0] == '^', step[^1] == ':', 3);
        step = step.TrimStart('^').TrimEnd(':');
        if (step.IndexOf('~', StringComparison.Ordinal) is > 0 and var mark)
        {
            within = int.Parse(step[(mark + 1)..], CultureInfo.InvariantCulture);
            step = step[..mark];
        }
        var any = SenseTable.Parse(step, '|');
        _steps.AddRange((ulong)any.Means, (ulong)any.Cues, FrameForm.Step(within, starts, colon));
        return any;
    }

    private string All()
    {
        var words = (_needs.Count + 63) / 64;
        var served = new ulong[FrameForm.Senses * FrameForm.Wants * words];
        var first = new ulong[FrameForm.Senses * words];
        var (free, any, told) = (new ulong[FrameForm.Wants * words], new ulong[words], new ulong[words]);
        for (var form = 0; form < _needs.Count; form++)
        {
            var (wants, begins, kinds) = _needs[form];
            for (var want = 0; want < wants.Length; want++)
            {
                if (wants[want].IsNone) Set(free, want * words, form);
                foreach (var sense in Bits(wants[want])) Set(served, (sense * FrameForm.Wants + want) * words, form);
            }
            foreach (var sense in Bits(begins)) Set(first, sense * words, form);
            if ((kinds & FrameTermKinds.Alone) == 0) Set(any, 0, form);
            if ((kinds & FrameTermKinds.Asks) == 0) Set(told, 0, form);
        }
        var data = new DataClass("FrameData");
        data.Add("Words", words);
        data.Add("Forms", _forms.ToArray());
        data.Add("Steps", _steps.ToArray());
        data.Add("Served", served);
        data.Add("First", first);
        data.Add("Free", free);
        data.Add("Long", any);
        data.Add("Told", told);
        return data.ToString();
    }

    private static void Set(ulong[] forms, int at, int form) => forms[at + (form >> 6)] |= 1UL << (form & 63);

    private static IEnumerable<int> Bits(Sense sense)
    {
        for (var means = (ulong)sense.Means; means != 0; means &= means - 1) yield return BitOperations.TrailingZeroCount(means);
        for (var cues = (ulong)sense.Cues; cues != 0; cues &= cues - 1) yield return 64 + BitOperations.TrailingZeroCount(cues);
    }
}
