using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>The words of scripts without blanks.</summary>
internal static class RunWriter
{
    public static string Write()
    {
        var (senses, data) = (new SenseTable(), new DataClass("RunData"));
        var chains = new ChainWriter(senses);
        foreach (var (word, stem, sense) in SourceLines.Read(Detection.Injection.Lexicon.Runs)) chains.Add(LexiconPlaces.RunBucket(word), word, stem, sense);
        chains.WriteTo(data);
        data.Add("Senses", senses.Written);
        return data.ToString();
    }
}
