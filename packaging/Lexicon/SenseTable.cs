using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>Senses by number: 0 is none, and words that mean the same share one.</summary>
internal sealed class SenseTable
{
    private readonly List<Sense> _senses = [default];
    private readonly Dictionary<Sense, int> _numbers = new() { [default] = 0 };

    public int NumberOf(in Sense sense)
    {
        if (_numbers.TryGetValue(sense, out var number)) return number;
        _senses.Add(sense);
        return _numbers[sense] = _senses.Count - 1;
    }

    /// <summary>Two numbers each.</summary>
    public ulong[] Written => [.. _senses.SelectMany(sense => (ulong[])[(ulong)sense.Means, (ulong)sense.Cues])];

    /// <summary>What one of the names means that the lexicon and the forms use.</summary>
    public static Sense Parse(string name) =>
        Enum.TryParse<Concept>(name, out var means) && Enum.IsDefined(means) ? new Sense(means, Cue.None)
        : Enum.TryParse<Cue>(name, out var cue) && Enum.IsDefined(cue) ? new Sense(Concept.None, cue)
        : throw new ArgumentException($"'{name}' is no concept and no cue");

    /// <summary>What several mean together.</summary>
    public static Sense Parse(string names, char between) => names.Split(between).Aggregate(default(Sense), (all, name) => all | Parse(name));
}
