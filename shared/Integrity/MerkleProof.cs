namespace Sallyport.Integrity;

/// <summary>Verifies the proofs of RFC 6962 (the algorithms as RFC 9162 words them, §2.1.3.2 and §2.1.4.2).</summary>
public static class MerkleProof
{
    /// <summary>True where the proof shows that a leaf stands at an index of the tree with that size and root.</summary>
    public static bool VerifyInclusion(long index, long size, ReadOnlySpan<byte> leafHash, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root)
    {
        if (index < 0 || index >= size || !AreHashes(proof) || leafHash.Length != Sha256.Size) return false;
        var (node, last) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var sibling in proof)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && root.SequenceEqual(hash);
    }

    /// <summary>True where the proof shows that the larger tree begins with all that the smaller one holds.</summary>
    public static bool VerifyConsistency(long size1, long size2, IReadOnlyList<byte[]> proof, ReadOnlySpan<byte> root1, ReadOnlySpan<byte> root2)
    {
        if (size1 <= 0 || size2 < size1 || !AreHashes(proof)) return false; // of an empty tree there is nothing to be consistent with
        if (size1 == size2) return proof.Count == 0 && root1.SequenceEqual(root2);
        if (proof.Count == 0) return false;

        var (node, last) = (size1 - 1, size2 - 1);
        while ((node & 1) == 1) (node, last) = (node >> 1, last >> 1);
        var next = 0;
        var first = node == 0 ? root1.ToArray() : proof[next++]; // a full subtree is its own first node
        var second = first;
        for (; next < proof.Count; next++)
        {
            if (last == 0) return false;
            if ((node & 1) == 1 || node == last)
            {
                first = MerkleHash.Node(proof[next], first);
                second = MerkleHash.Node(proof[next], second);
                while ((node & 1) == 0 && node != 0) (node, last) = (node >> 1, last >> 1);
            }
            else
            {
                second = MerkleHash.Node(second, proof[next]);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && root1.SequenceEqual(first) && root2.SequenceEqual(second);
    }

    internal static bool AreHashes(IReadOnlyList<byte[]> proof)
    {
        if (proof.Count > 64) return false;
        foreach (var hash in proof)
            if (hash.Length != Sha256.Size) return false;
        return true;
    }
}
