using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Injection;

/// <summary>A word that means something to us.</summary>
/// <param name="Means">What.</param>
/// <param name="Cues">What it can be in a frame.</param>
/// <param name="Word">Its number in the sentence.</param>
/// <param name="Start">In the text.</param>
/// <param name="End">In the text.</param>
/// <param name="Quoted">It stands in quotation marks.</param>
internal readonly record struct Hit(Concept Means, Cue Cues, int Word, int Start, int End, bool Quoted)
{
    public bool Is(Concept any) => (Means & any) != 0;

    public bool Is(in Sense any) => (Means & any.Means) != 0 || (Cues & any.Cues) != 0;
}

/// <summary>The words of one sentence that mean something to us, as far as they fit.</summary>
internal struct Sentence
{
    public const int MostHits = 48;

    [InlineArray(MostHits)]
    private struct Hits
    {
        private Hit _first;
    }

    private Hits _hits;

    private Hits _any;

    public int Count { get; private set; }

    /// <summary>It is read for the cues of forms, too.</summary>
    public bool KeepsCues { get; init; }

    /// <summary>Words that mean something or are a cue.</summary>
    public int AnyCount { get; private set; }

    /// <summary>Everything its words can be together.</summary>
    public Cue Cues { get; private set; }

    /// <summary>Words so far, ours or not.</summary>
    public int Words { get; set; }

    /// <summary>Everything its words can mean together.</summary>
    public Concept Union { get; private set; }

    /// <summary>Words about attacks that stand outside quotation marks.</summary>
    public int About { get; private set; }

    /// <summary>It ends with a question mark.</summary>
    public bool Asks { get; set; }

    [UnscopedRef]
    public readonly ref readonly Hit this[int index] => ref _hits[index];

    [UnscopedRef]
    public readonly ref readonly Hit Any(int index) => ref _any[index];

    public void Add(in Hit hit)
    {
        if (KeepsCues)
        {
            if (AnyCount < MostHits) _any[AnyCount++] = hit;
            Cues |= hit.Cues;
        }
        if (hit.Means == Concept.None) return;
        if (Count == MostHits) return;
        _hits[Count++] = hit;
        Union |= hit.Means;
        if (hit.Is(Concept.About) && !hit.Quoted) About++;
    }

    public void Clear() => (Count, AnyCount, Words, Union, Cues, About, Asks) = (0, 0, 0, Concept.None, Cue.None, 0, false);

    public readonly bool Has(Concept all) => (Union & all) == all;

    /// <summary>What the hits from one index up to and with another mean together.</summary>
    public readonly Concept Between(int from, int to)
    {
        var union = Concept.None;
        for (var i = Math.Max(0, from); i <= to && i < Count; i++) union |= _hits[i].Means;
        return union;
    }

    /// <summary>The first hit after an index, at most so many words on, that means one of these; -1 for none.</summary>
    public readonly int Next(int after, Concept any, int words)
    {
        for (var i = after + 1; i < Count && _hits[i].Word - _hits[after].Word <= words; i++)
            if (_hits[i].Is(any)) return i;
        return -1;
    }

    /// <summary>The nearest hit before an index, at most so many words back, that means one of these; -1 for none.</summary>
    public readonly int Back(int before, Concept any, int words)
    {
        for (var i = before - 1; i >= 0 && _hits[before].Word - _hits[i].Word <= words; i--)
            if (_hits[i].Is(any)) return i;
        return -1;
    }
}
