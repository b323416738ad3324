using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sallyport.Detection.Injection;

/// <summary>
/// What each form wants of a sentence, wherever it stands: a word of its first three steps and of what must be there beside them. Kept as a bit a
/// form for each sense, so that a look at the senses of a sentence tells which forms are left.
/// </summary>
internal sealed class FrameNeeds
{
    private const int Senses = 128;
    private const int Words = 7;
    private const int Wants = 4;

    /// <summary>As many as there are bits.</summary>
    private const int MostForms = Words * 64;

    /// <summary>For each sense and each want the forms it serves.</summary>
    private readonly ulong[] _served = new ulong[Senses * Wants * Words];

    /// <summary>The forms that want nothing there, or no short text and no question.</summary>
    private readonly ulong[] _free = new ulong[Wants * Words], _long = new ulong[Words], _told = new ulong[Words];

    private int _count;

    public void Add(in Sense first, in Sense second, in Sense third, in FrameTerms terms)
    {
        if (_count == MostForms) throw new ArgumentException("more forms than there are bits for");
        Want(0, first);
        Want(1, second);
        Want(2, third);
        Want(3, terms.With);
        if (!terms.Alone) Set(_long, 0);
        if (!terms.Asks) Set(_told, 0);
        _count++;
    }

    private void Want(int want, in Sense any)
    {
        if (any.IsNone) Set(_free, want * Words);
        for (var bits = (ulong)any.Means; bits != 0; bits &= bits - 1) Set(_served, (BitOperations.TrailingZeroCount(bits) * Wants + want) * Words);
        for (var bits = (ulong)any.Cues; bits != 0; bits &= bits - 1) Set(_served, ((64 + BitOperations.TrailingZeroCount(bits)) * Wants + want) * Words);
    }

    private void Set(ulong[] forms, int at) => forms[at + (_count >> 6)] |= 1UL << (_count & 63);

    /// <summary>Whether any form may fit.</summary>
    public bool MayFit(in Sentence s, int textLength)
    {
        Span<ulong> left = stackalloc ulong[Wants * Words];
        _free.CopyTo(left);
        for (var bits = (ulong)s.Union; bits != 0; bits &= bits - 1) Serve(left, BitOperations.TrailingZeroCount(bits));
        for (var bits = (ulong)s.Cues; bits != 0; bits &= bits - 1) Serve(left, 64 + BitOperations.TrailingZeroCount(bits));
        var brief = FrameTerms.IsShort(textLength);
        for (var i = 0; i < Words; i++)
            if ((left[i] & left[Words + i] & left[2 * Words + i] & left[3 * Words + i] & (brief ? ~0UL : _long[i]) & (s.Asks ? ~0UL : _told[i])) != 0) return true;
        return false;
    }

    private void Serve(Span<ulong> left, int sense)
    {
        ReadOnlySpan<ulong> served = _served.AsSpan(sense * Wants * Words, Wants * Words);
        ref var to = ref MemoryMarshal.GetReference(left);
        ref var from = ref MemoryMarshal.GetReference(served);
        // Two at a time, for every word that means something comes by here: there is an even number of them.
        for (nuint i = 0; i < Wants * Words; i += 2) (Vector128.LoadUnsafe(ref to, i) | Vector128.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
    }
}
