using System.Buffers.Binary;
using System.Text;
using Sallyport.Integrity;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Compiled;

/// <summary>
/// The first bytes of a compiled policy. One half names what is in it, by hashes: the same policy has the same wherever it is compiled, and
/// a bundle's signer signs it. The other half belongs to one machine: of which file it was made, by which product, and a seal over all.
/// </summary>
internal readonly struct CompiledHead(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Bytes of a head.</summary>
    public const int Size = SealAt + Sha256.Size;

    private const uint Magic = 0x334C_5053; // "SPL3"
    private const int RootAt = 16, FrameAt = 48, TableAt = 80, PagesAt = 112, ContentEnd = 144;
    private const int StatementSizeAt = 144, StatementAt = 152, MakerAt = 184, SourceAt = 216, StampAt = 248, SealAt = 280;

    /// <summary>Bytes of the policy without its rules.</summary>
    public int FrameSize => Number(4);

    /// <summary>How many rules.</summary>
    public int Rules => Number(8);

    /// <summary>Bytes of the body.</summary>
    public int BodySize => Number(12);

    /// <summary>Bytes of the signed statement; 0 where there is none.</summary>
    public int StatementSize => Number(StatementSizeAt);

    /// <summary>The root of the rules.</summary>
    public ReadOnlySpan<byte> Root => Hash(RootAt);

    /// <summary>SHA-256 of the source it was made of.</summary>
    public ReadOnlySpan<byte> Source => Hash(SourceAt);

    /// <summary>What the source looked like.</summary>
    public ReadOnlySpan<byte> Stamp => Hash(StampAt);

    /// <summary>Where the statement ends and the policy without its rules begins.</summary>
    public long StatementEnd => Size + (long)StatementSize;

    /// <summary>Where the policy without its rules ends.</summary>
    public long FrameEnd => StatementEnd + FrameSize;

    /// <summary>Where the hashes of the body's pages end and the table begins.</summary>
    public long PagesEnd => FrameEnd + ((long)CompiledBody.Pages(BodySize) * Sha256.Size);

    /// <summary>Where the table ends and the body begins: all that a hook reads at once.</summary>
    public long TableEnd => PagesEnd + ((long)Rules * CompiledRules.EntrySize);

    /// <summary>Names all that is in it. What it says stands or falls with this one hash.</summary>
    public string Content => Convert.ToHexStringLower(Sha256.Hash([.. "sallyport compiled policy\n"u8, .. bytes.Span[..ContentEnd]]));

    /// <summary>True where it is of this product's own making, and of a file of that length.</summary>
    public bool Fits(long length) =>
        bytes.Length == Size && BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span) == Magic && Hash(MakerAt).SequenceEqual(Maker())
        && FrameSize >= 0 && BodySize >= 0 && StatementSize >= 0 && Rules is >= 0 and <= PolicyReader.MostRules && TableEnd + BodySize == length;

    /// <summary>True where whoever made it had the key.</summary>
    public bool IsSealedWith(ReadOnlySpan<byte> key) => Hash(SealAt).SequenceEqual(HmacSha256.Of(key, bytes.Span[..SealAt]));

    /// <summary>True where parts that were read are those that it names.</summary>
    public bool NamesStatement(ReadOnlySpan<byte> statement) => Sha256.Hash(statement).AsSpan().SequenceEqual(Hash(StatementAt));

    /// <inheritdoc cref="NamesStatement" />
    public bool NamesFrame(ReadOnlySpan<byte> frame) => Sha256.Hash(frame).AsSpan().SequenceEqual(Hash(FrameAt));

    /// <inheritdoc cref="NamesStatement" />
    public bool NamesTable(ReadOnlySpan<byte> pages, ReadOnlySpan<byte> table) =>
        Sha256.Hash(pages).AsSpan().SequenceEqual(Hash(PagesAt)) && LaneHash.Of(table).AsSpan().SequenceEqual(Hash(TableAt));

    /// <summary>Writes a head without a seal.</summary>
    public static void Write(Span<byte> to, CompiledParts parts, ReadOnlySpan<byte> source)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], parts.Frame.Length);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], parts.Table.Length / CompiledRules.EntrySize);
        BinaryPrimitives.WriteInt32LittleEndian(to[12..], parts.Body.Length);
        parts.Root.CopyTo(to[RootAt..]);
        Sha256.Hash(parts.Frame).CopyTo(to[FrameAt..]);
        LaneHash.Of(parts.Table).CopyTo(to[TableAt..]);
        Sha256.Hash(parts.Pages).CopyTo(to[PagesAt..]);
        BinaryPrimitives.WriteInt32LittleEndian(to[StatementSizeAt..], parts.Statement.Length);
        Sha256.Hash(parts.Statement).CopyTo(to[StatementAt..]);
        Maker().CopyTo(to[MakerAt..]);
        source.CopyTo(to[SourceAt..]);
    }

    /// <summary>Says of which file it is, and seals it.</summary>
    public static void Seal(Span<byte> head, ReadOnlySpan<byte> stamp, ReadOnlySpan<byte> key)
    {
        stamp.CopyTo(head[StampAt..]);
        HmacSha256.Of(key, head[..SealAt]).CopyTo(head[SealAt..]);
    }

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.Span[at..]);

    private ReadOnlySpan<byte> Hash(int at) => bytes.Span.Slice(at, Sha256.Size);

    // Another version of the product may find other needles in the same rule: it makes its own.
    private static byte[] Maker() => Sha256.Hash(Encoding.UTF8.GetBytes("compiled policy\n" + ProductVersion.Text));
}

/// <summary>The parts of a compiled policy.</summary>
internal sealed record CompiledParts(byte[] Root, byte[] Statement, byte[] Frame, byte[] Pages, byte[] Table, byte[] Body);
