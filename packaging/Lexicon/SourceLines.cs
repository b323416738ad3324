using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>The words of a lexicon in its order, each with what its line says of it.</summary>
internal static class SourceLines
{
    public static IEnumerable<(string Word, bool Stem, Sense Sense)> Read(string source)
    {
        foreach (var line in source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) throw new ArgumentException($"no concept is named in '{line}'");
            var foreign = line[0] == '~';
            var sense = SenseTable.Parse(line[(foreign ? 1 : 0)..colon], ',') | new Sense(foreign ? Concept.Foreign : Concept.None, Cue.None);
            foreach (var entry in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return (entry.TrimEnd('*'), entry[^1] == '*', sense);
        }
    }
}
