using System.Numerics;

namespace Sallyport.Integrity;

/// <summary>
/// Proofs about a part of a tree that is itself a whole tree of RFC 6962: that a leaf is in it, and that a larger tree holds it. An empty part
/// is in every tree and has the hash of nothing.
/// </summary>
public static class MerkleSubtree
{
    /// <summary>True where the leaves from <paramref name="start"/> up to <paramref name="end"/> make a tree of their own, wherever they stand.</summary>
    public static bool IsOne(long start, long end) =>
        start >= 0 && end > start && start % (long)BitOperations.RoundUpToPowerOf2((ulong)(end - start)) == 0;

    /// <summary>True where the proof shows that a leaf stands at an index of the whole tree within the part of that root.</summary>
    public static bool VerifyInclusion(long index, long start, long end, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root) =>
        IsOne(start, end) && MerkleProof.VerifyInclusion(index - start, end - start, leafHash, proof, root);

    /// <summary>True where the proof shows that the tree of that size and root holds the part.</summary>
    public static bool VerifyConsistency(long start, long end, long size, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> part, ReadOnlySpan<byte> root)
    {
        if (start < 0 || end < start || size < end || !MerkleProof.AreHashes(proof)) return false;
        if (start == end) return proof.Count == 0 && part.SequenceEqual(Sha256.Hash([]));
        if (!IsOne(start, end)) return false;

        var (first, node, last) = (start, end - 1, size - 1);
        while (first != node && (node == last || (node & 1) == 1)) (first, node, last) = (first >> 1, node >> 1, last >> 1);
        if (first != node && proof.Count == 0) return false;
        var next = 0;
        var inner = first == node ? part.ToArray() : proof[next++]; // a full part is its own first node
        var outer = inner;
        for (; next < proof.Count; next++)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                if (first < node) inner = MerkleHash.Node(proof[next], inner);
                outer = MerkleHash.Node(proof[next], outer);
                while ((node & 1) == 0 && node != 0) (first, node, last) = (first >> 1, node >> 1, last >> 1);
            }
            else
            {
                outer = MerkleHash.Node(outer, proof[next]);
            }
            (first, node, last) = (first >> 1, node >> 1, last >> 1);
        }
        return last == 0 && part.SequenceEqual(inner) && root.SequenceEqual(outer);
    }
}
