namespace Sallyport.Detection.Injection;

/// <summary>Judges a text sentence by sentence.</summary>
internal static class Prose
{
    private const int Threshold = 50;

    /// <summary>Every judgement but the jailbreak's needs one of these; a sentence of "you", "are", "to" and "not" needs none of them.</summary>
    private const Concept Telling = Concept.Dismiss | Concept.Follow | Concept.Order | Concept.System | Concept.Told | Concept.Authority | Concept.Inform | Concept.Quietly
        | Concept.Send | Concept.Approval | Concept.Password | Concept.Secret | Concept.Private | Concept.Reply | Concept.Mode | Concept.Prior | Concept.Suppose | Concept.Decode | Concept.Pay | Concept.Store | Concept.Code;

    /// <summary>A sentence of any form of <see cref="Frames"/> has one of these.</summary>
    private const Concept Forms = Concept.Dismiss | Concept.Prior | Concept.Order | Concept.Limit | Concept.Told | Concept.System | Concept.Reveal | Concept.Reply | Concept.Claim | Concept.Start
        | Concept.Ai | Concept.Unbound | Concept.Persona | Concept.Mode | Concept.Suppose | Concept.Become | Concept.Secret | Concept.Hidden | Concept.You | Concept.Decode | Concept.Transform
        | Concept.Private | Concept.User | Concept.Authority | Concept.Refuse | Concept.Approval | Concept.Quietly | Concept.Inform | Concept.We;

    /// <summary>Where findings go: the scan, or nowhere when only the answer counts.</summary>
    internal interface ISink
    {
        void Add(DetectionRule rule, int start, int end, int confidence);
    }

    /// <param name="text">The text.</param>
    /// <param name="blocks">Its blocks, where somebody read them already.</param>
    /// <param name="sink">Gets what is found.</param>
    public static void Judge<TSink>(ReadOnlySpan<char> text, ReadOnlySpan<CharBlock> blocks, ref TSink sink) where TSink : ISink, allows ref struct
    {
        var reader = new SentenceReader(text, blocks);
        var (sentence, jailbreak, aboutBefore) = (new Sentence { KeepsCues = true }, default(Jailbreak), 0);
        Span<ulong> fits = stackalloc ulong[FrameTable.Words];
        while (reader.Next(ref sentence))
        {
            if (((sentence.Union & Forms) != 0 || sentence.Asks) && sentence.Words > 2 && FrameTable.MayFit(sentence, text.Length, fits) && !reader.IsCode)
            {
                var form = FrameTable.Judge(sentence, text, fits, aboutBefore, Threshold);
                if (form.Rule is not null) sink.Add(form.Rule, form.Start, form.End, form.Score);
            }
            if (sentence.Count < 2)
            {
                aboutBefore = sentence.About;
                continue;
            }
            var steers = (sentence.Union & Telling) != 0;
            var dismissal = steers ? Overrides.Judge(sentence) : default;
            if (jailbreak.Add(sentence, dismissal.Score, out var start, out var end) is var sure and > 0) sink.Add(InjectionRules.Jailbroken, start, end, sure);
            if (!steers)
            {
                aboutBefore = sentence.About;
                continue;
            }
            if (sentence.Has(Concept.Code) && (sentence.Union & (Concept.You | Concept.Work)) != 0 && Pretences.Plants(sentence, out var planted) && Planting.FollowsAt(text, sentence[planted].End))
                sink.Add(InjectionRules.CodePlanting, sentence[0].Start, sentence[planted].End, 62);
            var verdict = Steering.Stronger(dismissal, Overrides.JudgeLeak(sentence));
            verdict = Steering.Stronger(verdict, Requests.JudgeConceal(sentence, text));
            verdict = Steering.Stronger(verdict, Requests.JudgeExfiltration(sentence));
            verdict = Steering.Stronger(verdict, Requests.JudgeTool(sentence));
            verdict = Steering.Stronger(verdict, Requests.JudgeSecret(sentence));
            verdict = Steering.Stronger(verdict, Requests.JudgePrivate(sentence, jailbreak.Supposing));
            verdict = Steering.Stronger(verdict, Requests.JudgeReply(sentence));
            verdict = Steering.Stronger(verdict, Pretend(sentence));
            if (verdict.Rule is not null && Temper(sentence, text, verdict, aboutBefore, InComment(text, sentence[0].Start)) is var score and >= Threshold)
                sink.Add(verdict.Rule, sentence[verdict.First].Start, sentence[verdict.Last].End, score);
            aboutBefore = sentence.About;
        }
    }

    /// <summary>What a page's readers do not see: a comment opens right before.</summary>
    private static bool InComment(ReadOnlySpan<char> text, int at)
    {
        var before = text[Math.Max(0, at - 60)..at];
        return before.LastIndexOf("<!--") is >= 0 and var open && before[open..].IndexOf("-->") < 0;
    }

    private static Steering Pretend(in Sentence s)
    {
        var verdict = default(Steering);
        if ((s.Union & Concept.I) != 0 && (s.Union & (Concept.Authority | Concept.Mode)) != 0) verdict = Pretences.JudgeAuthority(s);
        if ((s.Union & Concept.Suppose) != 0) verdict = Steering.Stronger(verdict, Pretences.JudgeSupposed(s));
        if (s.Has(Concept.Pay | Concept.I | Concept.You)) verdict = Steering.Stronger(verdict, Pretences.JudgeBribe(s));
        if (s.Has(Concept.Decode | Concept.And)) verdict = Steering.Stronger(verdict, Pretences.JudgeRiddle(s));
        if ((s.Union & Concept.Reveal) != 0 && (s.Union & (Concept.Told | Concept.Store)) != 0) verdict = Steering.Stronger(verdict, Pretences.JudgeConfession(s));
        return verdict;
    }

    // Whoever writes about an attack quotes it, names it and asks to learn of it; whoever makes one commands.
    private static int Temper(in Sentence s, ReadOnlySpan<char> text, in Steering verdict, int aboutBefore, bool hidden)
    {
        var score = verdict.Score;
        // Nobody who writes about an attack does so in a comment of a page.
        if (hidden) return s.About >= 2 ? 0 : score;
        var quoted = s[verdict.First].Quoted && s[verdict.Last].Quoted;
        if (quoted && s.About + aboutBefore > 0) return 0;
        if (quoted) score -= 10;
        if (s.About >= 2) score -= 30;
        else if (s.About == 1 && s.Back(verdict.First, Concept.About, 30) >= 0) score -= 20;
        // "Geben Sie Ihr Passwort ein" asks a person to type it.
        if (verdict.Rule == InjectionRules.SecretRequest && text[s[verdict.Last].End..] is [' ', 'e', 'i', 'n', .. var rest] && (rest.IsEmpty || !char.IsLetter(rest[0]))) score -= 40;
        if (verdict.Rule == InjectionRules.Encoded && (s.Union & (Concept.Follow | Concept.Run)) == 0 && !FrameWords.Quotes(text[s[verdict.Last].End..])) score -= 20;
        if (verdict.Rule == InjectionRules.PromptLeak && s[verdict.Last].Is(Concept.Prior) && s.Back(verdict.Last, Concept.All, 1) >= 0 && !FrameWords.Closes(text[s[verdict.Last].End..])) score -= 20;
        if (verdict.Rule == InjectionRules.Override || verdict.Rule == InjectionRules.PromptLeak)
        {
            if (FrameWords.OfDocument(text[s[verdict.Last].End..])) score -= 50;
            if (s.About == 1 && (s.Between(verdict.First, verdict.Last) & Concept.About) != 0) score -= 20;
            var learns = s.Back(verdict.First, Concept.Learn, 12);
            if (learns >= 0) score -= 30;
            if (s.Back(verdict.First, Concept.To, 1) >= 0 && s.Back(verdict.First, Concept.You | Concept.Always | Concept.Now | Concept.I, 6) < 0) score -= 25;
        }
        return score;
    }
}
