using System.Numerics;

namespace Sallyport.Integrity;

/// <summary>Leaves from <paramref name="Start"/> up to <paramref name="End"/>, whose common root a proof holds.</summary>
public readonly record struct LeafRange(long Start, long End);

/// <summary>
/// Which subtrees a proof consists of, and their roots, computed in one pass over the leaves with no more in memory than the proof.
/// </summary>
public sealed class MerkleRanges
{
    private readonly LeafRange[] _order;
    private readonly LeafRange[] _sorted;
    private readonly MerkleFrontier[] _roots;
    private int _at;
    private long _next;

    /// <summary>Prepares for a pass.</summary>
    /// <param name="ranges">From <see cref="Inclusion"/> or <see cref="Consistency"/>.</param>
    /// <param name="start">The tree over the leaves before the first one that will be given.</param>
    /// <exception cref="ArgumentException">A range ends among leaves that are no longer there, at no border of their subtrees.</exception>
    public MerkleRanges(IReadOnlyList<LeafRange> ranges, MerkleFrontier start)
    {
        _order = [.. ranges];
        _sorted = [.. ranges.OrderBy(r => r.Start)];
        _roots = [.. _sorted.Select(r => Before(r, start))];
        _next = start.Size;
    }

    /// <summary>Gives the next leaf.</summary>
    public void Add(byte[] leafHash)
    {
        while (_at < _sorted.Length && _sorted[_at].End <= _next) _at++;
        if (_at < _sorted.Length && _sorted[_at].Start <= _next) _roots[_at].AppendHash(leafHash);
        _next++;
    }

    /// <summary>The proof, once every leaf was given.</summary>
    public byte[][] Proof()
    {
        var proof = new byte[_order.Length][];
        for (var i = 0; i < _order.Length; i++)
        {
            var sorted = Array.IndexOf(_sorted, _order[i]);
            if (_roots[sorted].Size != _order[i].End - _order[i].Start) throw new InvalidOperationException("not all leaves were given");
            proof[i] = _roots[sorted].Root();
        }
        return proof;
    }

    /// <summary>The subtrees of the proof that a leaf is in a tree: from the leaf up.</summary>
    public static List<LeafRange> Inclusion(long index, long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<LeafRange>();
        var (start, end) = (0L, size);
        while (end - start > 1)
        {
            var middle = start + Split(end - start);
            if (index < middle)
            {
                path.Add(new LeafRange(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new LeafRange(start, middle));
                start = middle;
            }
        }
        path.Reverse();
        return path;
    }

    /// <summary>The subtrees of the proof that a tree of one size begins with a tree of another.</summary>
    public static List<LeafRange> Consistency(long size1, long size2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size1, size2);
        var path = new List<LeafRange>();
        if (size1 == 0 || size1 == size2) return path;
        var (start, end) = (0L, size2);
        while (end != size1)
        {
            var middle = start + Split(end - start);
            if (size1 <= middle)
            {
                path.Add(new LeafRange(middle, end));
                end = middle;
            }
            else
            {
                path.Add(new LeafRange(start, middle));
                start = middle;
            }
        }
        if (start != 0) path.Add(new LeafRange(start, end)); // the smaller tree itself is known to whoever verifies
        path.Reverse();
        return path;
    }

    /// <summary>The largest power of two below a number of leaves.</summary>
    private static long Split(long leaves) => (long)(BitOperations.RoundUpToPowerOf2((ulong)leaves) >> 1);

    private static MerkleFrontier Before(LeafRange range, MerkleFrontier start)
    {
        if (range.Start >= start.Size) return new MerkleFrontier();
        var inside = new List<byte[]>();
        var at = 0L;
        var bit = start.Size == 0 ? 0 : (long)(BitOperations.RoundUpToPowerOf2((ulong)start.Size + 1) >> 1);
        foreach (var subtree in start.Subtrees)
        {
            while ((start.Size & bit) == 0) bit >>= 1;
            if (at >= range.Start && at + bit <= range.End) inside.Add(subtree);
            at += bit;
            bit >>= 1;
        }
        return new MerkleFrontier(Math.Min(range.End, start.Size) - range.Start, inside);
    }
}
