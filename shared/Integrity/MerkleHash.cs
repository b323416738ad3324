namespace Sallyport.Integrity;

/// <summary>The hashes of RFC 6962 §2.1: a prefix keeps a leaf from being taken for a node.</summary>
public static class MerkleHash
{
    /// <summary>SHA-256(0x00 ‖ leaf)</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> leaf)
    {
        var hash = new Sha256();
        hash.Append([0]);
        hash.Append(leaf);
        return hash.Finish();
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right)</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var hash = new Sha256();
        hash.Append([1]);
        hash.Append(left);
        hash.Append(right);
        return hash.Finish();
    }
}
