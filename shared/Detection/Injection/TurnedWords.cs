using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sallyport.Detection.Injection;

/// <summary>
/// Words that give away a text turned as a whole: moved on by thirteen letters or by three, or written backwards. All are looked for in one
/// pass, which reads three characters in every three: each of the words covers such a place.
/// </summary>
internal static class TurnedWords
{
    /// <summary>How a text was turned.</summary>
    [Flags]
    internal enum Turn
    {
        None = 0,
        Thirteen = 1,
        Three = 2,
        Backwards = 4,
    }

    /// <summary>Every word has five characters or more, so that three from one of three places in a row lie in it.</summary>
    private const int Stride = 3;

    // prompt, instruction, system, password, without the first letter, which may be a capital; and the address of a picture.
    private static readonly (string Word, Turn Turn)[] s_words =
    [
        ("ebzcg", Turn.Thirteen), ("afgehpgvba", Turn.Thirteen), ("lfgrz", Turn.Thirteen), ("nffjbeq", Turn.Thirteen), ("](uggc", Turn.Thirteen),
        ("urpsw", Turn.Three), ("qvwuxfwlrq", Turn.Three), ("bvwhp", Turn.Three), ("dvvzrug", Turn.Three), ("](kwws", Turn.Three),
        ("tpmor", Turn.Backwards), ("noitcurtsn", Turn.Backwards), ("metsy", Turn.Backwards), ("drowssa", Turn.Backwards),
    ];

    /// <summary>The words of which three characters from the first, second or third on have a number; a bit a word.</summary>
    private static readonly ushort[] s_fronts = Fronts();

    /// <summary>How a text may have been turned.</summary>
    public static Turn In(ReadOnlySpan<char> text)
    {
        var (found, fronts) = (Turn.None, s_fronts);
        for (var at = 0; at <= text.Length - Stride; at += Stride)
        {
            var words = fronts[Number(text, at)];
            if (words != 0) found |= Around(text, at, words);
        }
        return found;
    }

    private static Turn Around(ReadOnlySpan<char> text, int at, uint words)
    {
        var found = Turn.None;
        for (; words != 0; words &= words - 1)
        {
            var (word, turn) = s_words[BitOperations.TrailingZeroCount(words)];
            for (var into = 0; into < Stride; into++)
                if (at >= into && text[(at - into)..].StartsWith(word)) found |= turn;
        }
        return found;
    }

    private static ushort[] Fronts()
    {
        var fronts = new ushort[1 << Bits];
        for (var word = 0; word < s_words.Length; word++)
            for (var into = 0; into < Stride; into++)
                fronts[Number(s_words[word].Word, into)] |= (ushort)(1 << word);
        return fronts;
    }

    private const int Bits = 10;

    // Three characters have one number, by the five lower bits of each; others may have the same. Sixteen bits apart is as they stand in memory.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Number(ReadOnlySpan<char> text, int at)
    {
        var three = at + 4 <= text.Length
            ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at)))
            : text[at] | (ulong)text[at + 1] << 16 | (ulong)text[at + 2] << 32;
        return (int)((three & 0x1f_001f_001f) * 0x9E3779B97F4A7C15 >> (64 - Bits));
    }
}
