namespace Sallyport.Detection.Injection;

/// <summary>What else must hold where a form fits: see <see cref="Frames"/>.</summary>
internal readonly record struct FrameTerms(bool Alone, bool Asks, bool Money, bool Name, bool Ends, bool Closes, Sense With, Sense Without)
{
    /// <summary>A text no longer than this is little more than what it asks.</summary>
    private const int Short = 600;

    public static FrameTerms Parse(ReadOnlySpan<char> text)
    {
        var terms = default(FrameTerms);
        while (Parts.Cut(ref text, ' ', out var group))
            while (Parts.Cut(ref group, ',', out var word))
                terms = word switch
                {
                    "" => terms,
                    "alone" => terms with { Alone = true },
                    "asks" => terms with { Asks = true },
                    "money" => terms with { Money = true },
                    "name" => terms with { Name = true },
                    "ends" => terms with { Ends = true },
                    "closes" => terms with { Closes = true },
                    _ when word[0] == '+' => terms with { With = FrameTable.SensesOf(word[1..]) },
                    _ when word[0] == '-' => terms with { Without = FrameTable.SensesOf(word[1..]) },
                    _ => throw new ArgumentException($"'{word}' is no term"),
                };
        return terms;
    }

    public static bool IsShort(int textLength) => textLength <= Short;

    public bool Hold(in Sentence s, ReadOnlySpan<char> text, int first, int last)
    {
        if (Alone && !IsShort(text.Length) || Asks && !s.Asks || Ends && s.Words - s.Any(last).Word > 1) return false;
        if (Closes && !FrameWords.Closes(text[s.Any(last).End..])) return false;
        if (!With.IsNone && (s.Union & With.Means) == 0 && (s.Cues & With.Cues) == 0) return false;
        // "e.g." is no Italian: one of the words themselves must be foreign.
        if ((With.Means & Concept.Foreign) != 0 && !s.Any(first).Is(Concept.Foreign) && !s.Any(last).Is(Concept.Foreign)) return false;
        if ((s.Union & Without.Means) != 0 || (s.Cues & Without.Cues) != 0) return false;
        var between = text[s.Any(first).End..s.Any(last).Start];
        return (!Money || (s.Cues & Cue.Money) != 0 || between.IndexOfAny('$', '€', '£') >= 0) && (!Name || FrameWords.HoldsName(between));
    }
}
