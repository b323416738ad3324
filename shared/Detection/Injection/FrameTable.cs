using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection.Injection;

/// <summary>
/// Which form of <see cref="Frames"/> a sentence fits. packaging/Lexicon writes them as tables when this is compiled, with a bit a form for each
/// sense it wants, so that a look at the senses of a sentence tells which forms are left.
/// </summary>
internal static class FrameTable
{
    /// <summary>Words of a set of forms.</summary>
    public const int Words = FrameData.Words;

    /// <summary>Steps a sentence may cost: no form makes a text read over and over.</summary>
    private const int MostWork = 2_000;

    private const int StartsWithin = 2;

    private readonly ref struct Form(int number)
    {
        private readonly ReadOnlySpan<ulong> _data = FrameData.Forms.Slice(number * FrameForm.Size, FrameForm.Size);

        public int Score => FrameForm.Score(_data[0]);

        public int Length => FrameForm.Steps(_data[0]);

        public FrameRule Rule => FrameForm.Rule(_data[0]);

        public FrameTerms Terms => new(FrameForm.Kinds(_data[0]), new Sense((Concept)_data[1], (Cue)_data[2]), new Sense((Concept)_data[3], (Cue)_data[4]));

        public Step this[int step] => new(FrameData.Steps.Slice((FrameForm.FirstStep(_data[0]) + step) * FrameForm.StepSize, FrameForm.StepSize));
    }

    private readonly ref struct Step(ReadOnlySpan<ulong> data)
    {
        private readonly ReadOnlySpan<ulong> _data = data;

        public Sense Any => new((Concept)_data[0], (Cue)_data[1]);

        public int Within => FrameForm.Within(_data[2]);

        public bool Starts => FrameForm.Starts(_data[2]);

        public bool Colon => FrameForm.Colon(_data[2]);
    }

    /// <summary>Whether a form may fit a sentence, by what its words can be together: for nearly all, none does.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="textLength">The length of the text it stands in.</param>
    /// <param name="fits">Gets those that may.</param>
    public static bool MayFit(in Sentence s, int textLength, Span<ulong> fits)
    {
        Span<ulong> left = stackalloc ulong[FrameForm.Wants * Words];
        FrameData.Free.CopyTo(left);
        for (var bits = (ulong)s.Union; bits != 0; bits &= bits - 1) Serve(left, BitOperations.TrailingZeroCount(bits));
        for (var bits = (ulong)s.Cues; bits != 0; bits &= bits - 1) Serve(left, 64 + BitOperations.TrailingZeroCount(bits));
        var (brief, any) = (FrameTerms.IsShort(textLength), 0UL);
        for (var i = 0; i < Words; i++)
        {
            fits[i] = left[i] & left[Words + i] & left[2 * Words + i] & left[3 * Words + i] & (brief ? ~0UL : FrameData.Long[i]) & (s.Asks ? ~0UL : FrameData.Told[i]);
            any |= fits[i];
        }
        return any != 0;
    }

    private static void Serve(Span<ulong> left, int sense)
    {
        ref var to = ref MemoryMarshal.GetReference(left);
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetReference(FrameData.Served), sense * FrameForm.Wants * Words);
        // Two at a time, for every word that means something comes by here: there is an even number of them.
        for (nuint i = 0; i < FrameForm.Wants * Words; i += 2) (Vector128.LoadUnsafe(ref to, i) | Vector128.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }

    /// <summary>The strongest form that a sentence has of those that may fit, tempered; no rule where none is strong enough.</summary>
    public static (DetectionRule? Rule, int Score, int Start, int End) Judge(in Sentence s, ReadOnlySpan<char> text, ReadOnlySpan<ulong> fits, int aboutBefore, int threshold)
    {
        var best = (Rule: (DetectionRule?)null, Score: threshold - 1, Start: 0, End: 0);
        var work = MostWork;
        for (var first = 0; first < s.AnyCount && work > 0; first++)
        {
            ref readonly var hit = ref s.Any(first);
            for (var means = (ulong)hit.Means; means != 0; means &= means - 1)
                Try(s, text, fits, first, BitOperations.TrailingZeroCount(means), aboutBefore, ref best, ref work);
            for (var cues = (ulong)hit.Cues; cues != 0; cues &= cues - 1)
                Try(s, text, fits, first, 64 + BitOperations.TrailingZeroCount(cues), aboutBefore, ref best, ref work);
        }
        return best;
    }

    private static void Try(in Sentence s, ReadOnlySpan<char> text, ReadOnlySpan<ulong> fits, int first, int sense, int aboutBefore,
        ref (DetectionRule? Rule, int Score, int Start, int End) best, ref int work)
    {
        var begin = FrameData.First.Slice(sense * Words, Words);
        for (var word = 0; word < Words; word++)
            for (var forms = begin[word] & fits[word]; forms != 0; forms &= forms - 1)
            {
                var form = new Form(word * 64 + BitOperations.TrailingZeroCount(forms));
                if (form.Score <= best.Score || !Possible(s, form)) continue;
                var step = form[0];
                if (!FrameWords.Fits(step.Starts, step.Colon, s, first, text, StartsWithin)) continue;
                if ((step.Any.Means & Concept.Not) == 0 && FrameWords.Negated(s, first)) continue;
                var (from, last) = (first, -1);
                if ((form.Terms.Kinds & FrameTermKinds.Loose) == 0) last = Follow(s, text, form, 1, first, ref work);
                else if (Around(s, text, form, 1, first, 1UL << first, ref work) is var those and not 0)
                    (from, last) = (BitOperations.TrailingZeroCount(those), 63 - BitOperations.LeadingZeroCount(those));
                if (last < 0 || !FrameWords.IsProse(text, s.Any(from).Start, s.Any(last).End) || !form.Terms.Hold(s, text, from, last)) continue;
                var rule = RuleOf(form.Rule);
                var score = FrameWords.Temper(s, text, form.Score, rule, from, last, aboutBefore);
                if (score > best.Score) best = (rule, score, s.Any(from).Start, s.Any(last).End);
            }
    }

    private static bool Possible(in Sentence s, in Form form)
    {
        for (var step = 0; step < form.Length; step++)
            if (form[step].Any is var any && (s.Union & any.Means) == 0 && (s.Cues & any.Cues) == 0) return false;
        return true;
    }

    /// <summary>Index of the last hit of a way through the steps; -1 for none. As deep as a form has steps.</summary>
    private static int Follow(in Sentence s, ReadOnlySpan<char> text, in Form form, int step, int before, ref int work)
    {
        if (step == form.Length) return before;
        var want = form[step];
        for (var i = before + 1; i < s.AnyCount && s.Any(i).Word - s.Any(before).Word <= want.Within && --work > 0; i++)
        {
            if (!s.Any(i).Is(want.Any) || !FrameWords.Fits(want.Starts, want.Colon, s, i, text, StartsWithin)) continue;
            if (Follow(s, text, form, step + 1, i, ref work) is var last and >= 0) return last;
        }
        return -1;
    }

    /// <summary>
    /// The hits of a way through the steps in any order, a bit each; 0 for none. Where scripts have no blanks each letter counts as a word, so that
    /// distances are twice as long.
    /// </summary>
    private static ulong Around(in Sentence s, ReadOnlySpan<char> text, in Form form, int step, int first, ulong taken, ref int work)
    {
        if (step == form.Length) return taken;
        var want = form[step];
        var within = SentenceReader.IsUnspaced(text[s.Any(first).Start]) ? 2 * want.Within : want.Within;
        for (var i = 0; i < s.AnyCount && --work > 0; i++)
        {
            if ((taken >> i & 1) != 0 || Math.Abs(s.Any(i).Word - s.Any(first).Word) > within || !s.Any(i).Is(want.Any)) continue;
            if (Around(s, text, form, step + 1, first, taken | 1UL << i, ref work) is var those and not 0) return those;
        }
        return 0;
    }

    private static DetectionRule RuleOf(FrameRule rule) => rule switch
    {
        FrameRule.Override => InjectionRules.Override,
        FrameRule.PromptLeak => InjectionRules.PromptLeak,
        FrameRule.ReplySteering => InjectionRules.ReplySteering,
        FrameRule.Conceal => InjectionRules.Conceal,
        FrameRule.Exfiltration => InjectionRules.Exfiltration,
        FrameRule.Jailbreak => InjectionRules.Jailbroken,
        FrameRule.SecretRequest => InjectionRules.SecretRequest,
        FrameRule.PrivateRequest => InjectionRules.PrivateRequest,
        FrameRule.Authority => InjectionRules.Authority,
        FrameRule.ToolSteering => InjectionRules.ToolSteering,
        FrameRule.Encoded => InjectionRules.Encoded,
        _ => InjectionRules.FakeTurn,
    };
}
