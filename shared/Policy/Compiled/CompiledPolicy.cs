using System.Buffers.Binary;
using System.Text;
using Sallyport.Integrity;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Compiled;

/// <summary>
/// A policy in a form that a hook scans without parsing it: a head, the policy without its rules, a table with one entry a rule, and the
/// rules' JSON. It was checked when it was made, and counts only for the source with the hash in its head.
/// </summary>
internal static class CompiledPolicy
{
    /// <summary>Bytes of the head.</summary>
    public const int HeadSize = 160;

    private const uint Magic = 0x314C_5053; // "SPL1"
    private const int SourceAt = 8, StampAt = 40, RootAt = 72, MakerAt = 104, SizesAt = 136;

    /// <summary>Compiles a policy.</summary>
    /// <param name="policy">The policy, read and found right.</param>
    /// <param name="source">SHA-256 of the file it was read from.</param>
    /// <param name="stamp">What the file looked like: see the caller.</param>
    public static byte[] Make(PolicyDocument policy, ReadOnlySpan<byte> source, ReadOnlySpan<byte> stamp)
    {
        var frame = PolicyWriter.Write(policy with { Rules = [] });
        var rules = policy.Rules.Select(rule => Encoding.UTF8.GetBytes(rule.Source.GetRawText())).ToList();
        var table = policy.Rules.Count * CompiledRules.EntrySize;
        var bytes = new byte[HeadSize + frame.Length + table + rules.Sum(rule => rule.Length)];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, Magic);
        source.CopyTo(bytes.AsSpan(SourceAt));
        stamp.CopyTo(bytes.AsSpan(StampAt));
        PolicyRoot.OfRules(policy.Rules).CopyTo(bytes.AsSpan(RootAt));
        Maker().CopyTo(bytes.AsSpan(MakerAt));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(SizesAt), frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(SizesAt + 4), policy.Rules.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(SizesAt + 8), bytes.Length);
        frame.CopyTo(bytes.AsSpan(HeadSize));
        var place = HeadSize + frame.Length + table;
        for (var i = 0; i < rules.Count; i++)
        {
            CompiledRules.WriteEntry(bytes.AsSpan(HeadSize + frame.Length + (i * CompiledRules.EntrySize), CompiledRules.EntrySize), policy.Rules[i], place, rules[i].Length);
            rules[i].CopyTo(bytes.AsSpan(place));
            place += rules[i].Length;
        }
        return bytes;
    }

    /// <summary>True where a head is one of this product's own making, of a file of that length.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> head, long length) =>
        head.Length == HeadSize && BinaryPrimitives.ReadUInt32LittleEndian(head) == Magic && head.Slice(MakerAt, Sha256.Size).SequenceEqual(Maker())
        && BinaryPrimitives.ReadInt32LittleEndian(head[(SizesAt + 8)..]) == length && FrameSize(head) >= 0 && Rules(head) is >= 0 and <= PolicyReader.MostRules && HeadSize + (long)FrameSize(head) + ((long)Rules(head) * CompiledRules.EntrySize) <= length;

    /// <summary>SHA-256 of the source it was made of.</summary>
    public static ReadOnlySpan<byte> Source(ReadOnlySpan<byte> head) => head.Slice(SourceAt, Sha256.Size);

    /// <summary>What the source looked like.</summary>
    public static ReadOnlySpan<byte> Stamp(ReadOnlySpan<byte> head) => head.Slice(StampAt, Sha256.Size);

    /// <summary>The same file with another stamp.</summary>
    public static void Restamp(Span<byte> file, ReadOnlySpan<byte> stamp) => stamp.CopyTo(file[StampAt..]);

    /// <summary>Where the table ends and the rules' JSON begins: all that a hook reads at once.</summary>
    public static long TableEnd(byte[] head) => FrameEnd(head) + ((long)Rules(head) * CompiledRules.EntrySize);

    /// <summary>Where the policy without its rules ends.</summary>
    public static long FrameEnd(byte[] head) => HeadSize + (long)FrameSize(head);

    /// <summary>The policy, whose rules are read as they are needed.</summary>
    /// <param name="front">The file up to <see cref="TableEnd"/>.</param>
    /// <param name="read">Reads of the rest.</param>
    public static PolicyDocument? Open(ReadOnlyMemory<byte> front, Func<int, int, ReadOnlyMemory<byte>> read)
    {
        var head = front.Span[..HeadSize];
        var frame = FrameSize(head);
        return PolicyReader.Read("the compiled policy", front.Slice(HeadSize, frame)).Document is { } policy
            ? policy with { Rules = new CompiledRules(front[(HeadSize + frame)..], read), RulesRoot = head.Slice(RootAt, Sha256.Size).ToArray() }
            : null;
    }

    private static int FrameSize(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt32LittleEndian(head[SizesAt..]);

    private static int Rules(ReadOnlySpan<byte> head) => BinaryPrimitives.ReadInt32LittleEndian(head[(SizesAt + 4)..]);

    // Another version of the product may find other needles in the same rule: it makes its own.
    private static byte[] Maker() => Sha256.Hash(Encoding.UTF8.GetBytes("compiled policy 2\n" + ProductVersion.Text));
}
