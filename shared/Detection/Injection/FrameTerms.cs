namespace Sallyport.Detection.Injection;

/// <summary>What else must hold where a form fits: see <see cref="Frames"/>.</summary>
internal readonly record struct FrameTerms(FrameTermKinds Kinds, Sense With, Sense Without)
{
    /// <summary>A text no longer than this is little more than what it asks.</summary>
    private const int Short = 600;

    /// <summary>So far behind the last step a name may stand where the steps have no order.</summary>
    private const int NameAfter = 40;

    public static bool IsShort(int textLength) => textLength <= Short;

    public bool Hold(in Sentence s, ReadOnlySpan<char> text, int first, int last)
    {
        if (Has(FrameTermKinds.Alone) && !IsShort(text.Length) || Has(FrameTermKinds.Asks) && !s.Asks || Has(FrameTermKinds.Ends) && s.Words - s.Any(last).Word > 1) return false;
        if (Has(FrameTermKinds.Closes) && !FrameWords.Closes(text[s.Any(last).End..])) return false;
        if (!With.IsNone && (s.Union & With.Means) == 0 && (s.Cues & With.Cues) == 0) return false;
        // "e.g." is no Italian: one of the words themselves must be foreign.
        if ((With.Means & Concept.Foreign) != 0 && !s.Any(first).Is(Concept.Foreign) && !s.Any(last).Is(Concept.Foreign)) return false;
        if ((s.Union & Without.Means) != 0 || (s.Cues & Without.Cues) != 0) return false;
        var between = text[s.Any(first).End..s.Any(last).Start];
        return (!Has(FrameTermKinds.Money) || (s.Cues & Cue.Money) != 0 || between.IndexOfAny('$', '€', '£') >= 0) && (!Has(FrameTermKinds.Name)
            || FrameWords.HoldsName(Has(FrameTermKinds.Loose) ? text[s.Any(first).End..Math.Min(text.Length, s.Any(last).End + NameAfter)] : between));
    }

    private bool Has(FrameTermKinds kind) => (Kinds & kind) != 0;
}
