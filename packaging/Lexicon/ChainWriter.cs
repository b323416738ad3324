using System.Text;
using Sallyport.Detection.Injection;

namespace Sallyport.Lexicon;

/// <summary>Words in chains by how they begin, each with its text; see <see cref="WordChain"/>.</summary>
internal sealed class ChainWriter(SenseTable senses)
{
    private readonly ushort[] _heads = new ushort[WordChain.Buckets];
    private readonly List<ulong> _entries = [0];
    private readonly StringBuilder _text = new();

    /// <summary>The one added last is looked at first.</summary>
    public void Add(int bucket, string word, bool stem, in Sense sense)
    {
        _entries.Add(WordChain.Entry(_text.Length, word.Length, stem, senses.NumberOf(sense), _heads[bucket]));
        _heads[bucket] = checked((ushort)(_entries.Count - 1));
        _text.Append(word);
    }

    public void WriteTo(DataClass data)
    {
        data.Add("Heads", _heads);
        data.Add("Entries", _entries.ToArray());
        data.Add("Text", _text.ToString());
    }
}
