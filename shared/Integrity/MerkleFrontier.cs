namespace Sallyport.Integrity;

/// <summary>
/// The right edge of an RFC 6962 tree: the roots of the perfect subtrees its size is made of, largest first. Enough to append a leaf
/// and to know the root, in at most 64 hashes, however long the tree is.
/// </summary>
public sealed class MerkleFrontier
{
    private readonly List<byte[]> _subtrees;

    /// <summary>An empty tree.</summary>
    public MerkleFrontier() : this(0, []) { }

    /// <summary>A tree of a known size.</summary>
    /// <param name="size">Leaves.</param>
    /// <param name="subtrees">One hash for each bit that is set in the size, largest subtree first.</param>
    /// <exception cref="ArgumentException">The number of hashes is not that of the size.</exception>
    public MerkleFrontier(long size, IEnumerable<byte[]> subtrees)
    {
        Size = size;
        _subtrees = [.. subtrees];
        if (size < 0 || _subtrees.Count != System.Numerics.BitOperations.PopCount((ulong)size) || _subtrees.Exists(h => h.Length != Sha256.Size))
            throw new ArgumentException("the hashes do not fit the size", nameof(subtrees));
    }

    /// <summary>Leaves.</summary>
    public long Size { get; private set; }

    /// <summary>The subtrees' roots, largest first.</summary>
    public IReadOnlyList<byte[]> Subtrees => _subtrees;

    /// <summary>The same tree, to go on by itself.</summary>
    public MerkleFrontier Copy() => new(Size, _subtrees);

    /// <summary>Appends a leaf.</summary>
    public void Append(ReadOnlySpan<byte> leaf) => AppendHash(MerkleHash.Leaf(leaf));

    /// <summary>Appends a leaf by its hash.</summary>
    public void AppendHash(byte[] hash)
    {
        // As in binary counting: each bit that is carried joins two subtrees of the same size.
        for (var bits = Size; (bits & 1) == 1; bits >>= 1)
        {
            hash = MerkleHash.Node(_subtrees[^1], hash);
            _subtrees.RemoveAt(_subtrees.Count - 1);
        }
        _subtrees.Add(hash);
        Size++;
    }

    /// <summary>The root; of an empty tree, the hash of nothing.</summary>
    public byte[] Root()
    {
        if (_subtrees.Count == 0) return Sha256.Hash([]);
        var root = _subtrees[^1];
        for (var i = _subtrees.Count - 2; i >= 0; i--) root = MerkleHash.Node(_subtrees[i], root);
        return root;
    }
}
