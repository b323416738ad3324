using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class MerkleProofTests
{
    // The leaves and roots that implementations of RFC 6962 have shared since its first log.
    private static readonly string[] Leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static byte[][] Hashes(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleHash.Leaf([(byte)i, (byte)(i >> 8)]))];

    private static byte[] Root(byte[][] leaves, int size) => Tree(leaves, size).Root();

    private static MerkleFrontier Tree(byte[][] leaves, int size)
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in leaves.AsSpan(0, size)) tree.AppendHash(leaf);
        return tree;
    }

    private static byte[][] Prove(List<LeafRange> ranges, byte[][] leaves, int from)
    {
        var pass = new MerkleRanges(ranges, Tree(leaves, from));
        foreach (var leaf in leaves.AsSpan(from)) pass.Add(leaf);
        return pass.Proof();
    }

    [Fact]
    public void The_roots_are_the_published_ones()
    {
        var tree = new MerkleFrontier();
        for (var i = 0; i < Leaves.Length; i++)
        {
            tree.Append(Convert.FromHexString(Leaves[i]));
            Assert.Equal(Roots[i], Convert.ToHexStringLower(tree.Root()));
        }
    }

    [Fact]
    public void Every_leaf_of_every_tree_is_proved_also_when_older_leaves_are_gone()
    {
        var leaves = Hashes(40);
        for (var size = 1; size <= leaves.Length; size++)
        {
            var root = Root(leaves, size);
            for (var index = 0; index < size; index++)
                for (var from = 0; from <= index; from += 3)
                    Assert.True(MerkleProof.VerifyInclusion(index, size, leaves[index], Prove(MerkleRanges.Inclusion(index, size), leaves[..size], from), root));
        }
    }

    [Fact]
    public void Every_tree_is_proved_to_go_on_from_every_smaller_one()
    {
        var leaves = Hashes(40);
        for (var size2 = 1; size2 <= leaves.Length; size2++)
            for (var size1 = 1; size1 <= size2; size1++)
                for (var from = 0; from <= size1; from += 5)
                    Assert.True(MerkleProof.VerifyConsistency(size1, size2, Prove(MerkleRanges.Consistency(size1, size2), leaves[..size2], from), Root(leaves, size1), Root(leaves, size2)));
    }

    [Fact]
    public void A_proof_that_was_touched_proves_nothing()
    {
        var leaves = Hashes(21);
        for (var size = 1; size <= leaves.Length; size++)
            for (var index = 0; index < size; index++)
            {
                var (proof, root) = (Prove(MerkleRanges.Inclusion(index, size), leaves[..size], 0), Root(leaves, size));
                Assert.All(Touched(proof), wrong => Assert.False(MerkleProof.VerifyInclusion(index, size, leaves[index], wrong, root)));
                Assert.False(MerkleProof.VerifyInclusion(index, size, leaves[(index + 1) % 21], proof, root));
                Assert.False(MerkleProof.VerifyInclusion(index, size, leaves[index], proof, MerkleHash.Leaf("other"u8)));
                Assert.False(MerkleProof.VerifyInclusion(-1, size, leaves[index], proof, root));
                Assert.False(MerkleProof.VerifyInclusion(size, size, leaves[index], proof, root));
                if (size > 1) Assert.False(MerkleProof.VerifyInclusion(index ^ 1, size, leaves[index], proof, root) && (index ^ 1) < size);
            }
        for (var size2 = 2; size2 <= leaves.Length; size2++)
            for (var size1 = 1; size1 < size2; size1++)
            {
                var proof = Prove(MerkleRanges.Consistency(size1, size2), leaves[..size2], 0);
                var (root1, root2) = (Root(leaves, size1), Root(leaves, size2));
                Assert.All(Touched(proof), wrong => Assert.False(MerkleProof.VerifyConsistency(size1, size2, wrong, root1, root2)));
                Assert.False(MerkleProof.VerifyConsistency(size1, size2, proof, root2, root1));
                Assert.False(MerkleProof.VerifyConsistency(size2, size1, proof, root1, root2));
            }
    }

    /// <summary>A hash flipped, left out, doubled, put in front, put behind, cut; all turned round.</summary>
    private static IEnumerable<byte[][]> Touched(byte[][] proof)
    {
        for (var i = 0; i < proof.Length; i++)
        {
            byte[] flipped = [(byte)(proof[i][0] ^ 1), .. proof[i][1..]];
            yield return [.. proof[..i], flipped, .. proof[(i + 1)..]];
            yield return [.. proof[..i], .. proof[(i + 1)..]];
            yield return [.. proof[..i], proof[i], proof[i], .. proof[(i + 1)..]];
            yield return [.. proof[..i], proof[i][..31], .. proof[(i + 1)..]];
        }
        yield return [new byte[32], .. proof];
        yield return [.. proof, new byte[32]];
        if (proof.Length > 1 && !proof[0].SequenceEqual(proof[^1])) yield return [.. proof.Reverse()];
    }
}
