namespace Sallyport.Detection.Injection;

/// <summary>What words of scripts without blanks mean: <see cref="Lexicon.Runs"/>, as a table like <see cref="LexiconTable"/>.</summary>
internal static class RunWords
{
    /// <summary>The longest word at the front of a run: it means what shorter ones there mean, and more.</summary>
    public static Sense AtFront(ReadOnlySpan<char> run, out int length)
    {
        length = 0;
        var found = default(Sense);
        for (int i = RunData.Heads[LexiconPlaces.RunBucket(run)]; i != 0;)
        {
            var entry = new WordChain(RunData.Entries[i]);
            i = entry.Next;
            if (!run.StartsWith(RunData.Text.AsSpan(entry.Start, entry.Length))) continue;
            found |= new Sense((Concept)RunData.Senses[2 * entry.Sense], (Cue)RunData.Senses[2 * entry.Sense + 1]);
            length = Math.Max(length, entry.Length);
        }
        return found;
    }
}
