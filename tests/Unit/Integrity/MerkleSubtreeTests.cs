using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class MerkleSubtreeTests
{
    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 20).Select(i => MerkleHash.Leaf([(byte)i]))];

    private static byte[] Root(int start, int end)
    {
        var tree = new MerkleFrontier();
        foreach (var leaf in Leaves.AsSpan(start, end - start)) tree.AppendHash(leaf);
        return tree.Root();
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 6, true)]
    [InlineData(4, 7, true)]
    [InlineData(8, 16, true)]
    [InlineData(1, 3, false)]
    [InlineData(2, 6, false)]
    [InlineData(3, 3, false)]
    [InlineData(-4, 0, false)]
    public void A_part_is_a_tree_where_it_stands_at_a_multiple_of_its_size(long start, long end, bool isOne) => Assert.Equal(isOne, MerkleSubtree.IsOne(start, end));

    [Fact]
    public void A_part_of_one_power_of_two_is_proved_by_the_path_of_its_root()
    {
        // [4, 8) of 8: the proof is the root of [0, 4).
        Assert.True(MerkleSubtree.VerifyConsistency(4, 8, 8, [Root(0, 4)], Root(4, 8), Root(0, 8)));
        Assert.True(MerkleSubtree.VerifyConsistency(8, 10, 10, [Root(0, 8)], Root(8, 10), Root(0, 10)));
        Assert.True(MerkleSubtree.VerifyConsistency(0, 6, 6, [], Root(0, 6), Root(0, 6)));
        Assert.False(MerkleSubtree.VerifyConsistency(4, 8, 8, [Root(4, 8)], Root(0, 4), Root(0, 8)));
        Assert.False(MerkleSubtree.VerifyConsistency(4, 8, 8, [], Root(4, 8), Root(0, 8)));
        Assert.False(MerkleSubtree.VerifyConsistency(2, 6, 8, [Root(0, 4)], Root(2, 6), Root(0, 8)));
    }

    [Fact]
    public void A_leaf_is_proved_within_its_part()
    {
        Assert.True(MerkleSubtree.VerifyInclusion(5, 4, 8, Leaves[5], [Leaves[4], Root(6, 8)], Root(4, 8)));
        Assert.False(MerkleSubtree.VerifyInclusion(6, 4, 8, Leaves[5], [Leaves[4], Root(6, 8)], Root(4, 8)));
        Assert.False(MerkleSubtree.VerifyInclusion(3, 4, 8, Leaves[5], [Leaves[4], Root(6, 8)], Root(4, 8)));
    }
}
