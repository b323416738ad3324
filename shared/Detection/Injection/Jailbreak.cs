using System.Numerics;

namespace Sallyport.Detection.Injection;

/// <summary>Adds up over a few paragraphs what makes a text an attempt to give an assistant a character without rules.</summary>
internal struct Jailbreak
{
    private const int Reach = 2500;
    private const int Enough = 6;

    [Flags]
    private enum Feature
    {
        None = 0,
        Ai = 1 << 0,
        Become = 1 << 1,
        Unbound = 1 << 2,
        Wrong = 1 << 3,
        NoLimits = 1 << 4,
        NeverRefuses = 1 << 5,
        Persona = 1 << 6,
        FromNowOn = 1 << 7,
        Mode = 1 << 8,
        Override = 1 << 9,
        Supposes = 1 << 10,
        ReplyForm = 1 << 11,
        AnyRequest = 1 << 12,
        AnythingNow = 1 << 13,
        Wishes = 1 << 14,
        Confirms = 1 << 15,
        PutsPrompt = 1 << 16,
        YouAreNow = 1 << 17,
    }

    private Feature _seen;
    private int _first, _last, _about, _you, _sentences;
    private bool _reported;

    /// <summary>Whether a made-up world was set up a little earlier.</summary>
    public readonly bool Supposing => (_seen & Feature.Supposes) != 0;

    /// <summary>Takes a sentence into account.</summary>
    /// <returns>The confidence, once there is enough; 0 before, and after it was told.</returns>
    public int Add(in Sentence s, int overrideScore, out int start, out int end)
    {
        (start, end) = (_first, _last);
        if (s.Count == 0) return 0;
        if (_seen != Feature.None && s[0].Start - _last > Reach) this = default;
        var found = Read(s);
        if (overrideScore >= 40) found |= Feature.Override;
        _about += s.About;
        if (s.Has(Concept.You)) _you++;
        if (found == Feature.None) return 0;
        if (_seen == Feature.None) _first = s[0].Start;
        _sentences++;
        _seen |= found;
        _last = s[s.Count - 1].End;
        (start, end) = (_first, _last);
        var weight = Weight(_seen);
        if (_reported || weight < Enough || BitOperations.PopCount((uint)_seen) < 3
            || (_seen & (Feature.Ai | Feature.AnythingNow | Feature.Unbound | Feature.Persona | Feature.FromNowOn | Feature.Mode | Feature.Wishes)) == 0
            || (_seen & (Feature.FromNowOn | Feature.Become | Feature.Override | Feature.AnythingNow | Feature.NeverRefuses | Feature.AnyRequest | Feature.Mode)) == 0
            && weight < Enough + 4 || _you == 0 && weight < Enough + 2 || _sentences < 2 && weight < Enough + 3 || _about > 3 && _you < _about) return 0;
        _reported = true;
        return Math.Min(95, 25 + weight * 5);
    }

    private static int Weight(Feature f)
    {
        var weight = 0;
        for (var bit = 1; bit <= (int)Feature.YouAreNow; bit <<= 1)
            if (((int)f & bit) != 0)
                weight += (Feature)bit switch
                {
                    Feature.Ai or Feature.Become or Feature.Supposes => 1,
                    Feature.Unbound or Feature.FromNowOn or Feature.ReplyForm or Feature.Wrong or Feature.Mode or Feature.Persona or Feature.Wishes or Feature.Confirms or Feature.PutsPrompt => 2,
                    Feature.AnythingNow => 5,
                    _ => 3,
                };
        return weight;
    }

    private static Feature Read(in Sentence s)
    {
        var f = Feature.None;
        for (var i = 0; i < s.Count; i++)
        {
            var hit = s[i];
            if (hit.Is(Concept.Ai) && !hit.Is(Concept.Weak)) f |= Feature.Ai;
            if (hit.Is(Concept.Become) && !hit.Is(Concept.Weak) && (s.Back(i, Concept.You, 4) >= 0 || hit.Word <= 3
                || s.Next(i, Concept.Ai | Concept.Persona | Concept.Unbound, 6) > 0)) f |= Feature.Become;
            if (hit.Is(Concept.Become) && hit.Is(Concept.Weak) && s.Back(i, Concept.You, 2) >= 0 && s.Next(i, Concept.Ai | Concept.Persona | Concept.Unbound, 6) > 0) f |= Feature.Become;
            if (hit.Is(Concept.Unbound)) f |= Feature.Unbound;
            if (hit.Is(Concept.Wrong)) f |= Feature.Wrong;
            if (hit.Is(Concept.Persona)) f |= Feature.Persona;
            // "I want you to act as", "you will respond as".
            if (hit.Is(Concept.Become) && !hit.Is(Concept.Weak) && s.Back(i, Concept.You, 4) is var you and >= 0
                && (s.Back(you, Concept.I, 3) >= 0 || s.Between(you, i) is var m && (m & Concept.Always) != 0)) f |= Feature.Wishes;
            if (hit.Is(Concept.Suppose)) f |= Feature.Supposes;
            if (hit.Is(Concept.Now) && (s.Next(i, Concept.You, 5) > 0 || s.Back(i, Concept.You, 3) >= 0)
                && ((s.Union & (Concept.Become | Concept.Ai | Concept.Reply)) != 0 || hit.Word is > 1 and <= 4)) f |= Feature.FromNowOn;
            if (hit.Is(Concept.You) && hit.Word <= 2 && s.Next(i, Concept.Become, 1) is var are and > 0 && s.Next(are, Concept.Now, 1) > 0) f |= Feature.YouAreNow;
            if (hit.Is(Concept.Not) && s.Next(i, Concept.Limit | Concept.Wrong, 5) > 0) f |= Feature.NoLimits;
            if (hit.Is(Concept.Not) && s.Next(i, Concept.Refuse, 4) > 0) f |= Feature.NeverRefuses;
            if (hit.Is(Concept.Mode) && s.Back(i, Concept.Authority | Concept.Unbound | Concept.Wrong, 2) >= 0) f |= Feature.Mode;
            if (hit.Is(Concept.Start | Concept.Always) && s.Next(i, Concept.Reply, 6) > 0) f |= Feature.ReplyForm;
            if (hit.Is(Concept.All) && s.Next(i, Concept.Now, 1) > 0) f |= Feature.AnythingNow;
            if (hit.Is(Concept.All) && (s.Union & (Concept.Always | Concept.Follow | Concept.Not)) != 0 && s.Next(i, Concept.Limit | Concept.Order, 4) > 0) f |= Feature.AnyRequest;
            // "answers any question", "no matter what is requested".
            if (hit.Is(Concept.All) && (s.Union & (Concept.Become | Concept.Reply | Concept.Always | Concept.Wrong)) != 0 && s.Next(i, Concept.Request, 3) > 0) f |= Feature.AnyRequest;
            if (hit.Is(Concept.Understood) && s.Back(i, Concept.You, 2) >= 0 && (s.Union & (Concept.Reply | Concept.Reveal)) != 0) f |= Feature.Confirms;
            if (hit.Is(Concept.Add) && s.Next(i, Concept.Request, 2) is var slot and > 0 && s[slot].Is(Concept.Order)) f |= Feature.PutsPrompt;
        }
        return f;
    }
}
