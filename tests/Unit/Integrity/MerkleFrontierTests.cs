using System.Text;
using Sallyport.Integrity;

namespace Sallyport.Tests.Integrity;

public class MerkleFrontierTests
{
    /// <summary>RFC 6962 §2.1 by its own words, recursively: the slow way that the frontier must agree with.</summary>
    private static byte[] Reference(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.IsEmpty) return Sha256.Hash([]);
        if (leaves.Length == 1) return Sha256.Hash([0, .. leaves[0]]);
        var split = 1;
        while (split * 2 < leaves.Length) split *= 2;
        return Sha256.Hash([1, .. Reference(leaves[..split]), .. Reference(leaves[split..])]);
    }

    [Fact]
    public void The_root_is_that_of_the_RFC_at_every_size()
    {
        var frontier = new MerkleFrontier();
        var leaves = new List<byte[]>();
        for (var size = 0; size < 200; size++)
        {
            Assert.Equal(Reference(leaves.ToArray()), frontier.Root());
            leaves.Add(Encoding.ASCII.GetBytes($"leaf {size}"));
            frontier.Append(leaves[^1]);
        }
    }

    [Fact]
    public void A_frontier_that_was_stored_goes_on_where_it_was()
    {
        var whole = new MerkleFrontier();
        for (var i = 0; i < 77; i++) whole.Append([(byte)i]);
        var stored = new MerkleFrontier(whole.Size, whole.Subtrees.Select(h => h.ToArray()));
        whole.Append("x"u8);
        stored.Append("x"u8);
        Assert.Equal(whole.Root(), stored.Root());
    }

    [Fact]
    public void Hashes_that_do_not_fit_the_size_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MerkleFrontier(3, [new byte[32]]));
        Assert.Throws<ArgumentException>(() => new MerkleFrontier(1, [new byte[31]]));
        Assert.Throws<ArgumentException>(() => new MerkleFrontier(-1, []));
    }
}
