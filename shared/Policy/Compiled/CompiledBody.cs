using System.Buffers.Binary;
using Sallyport.Integrity;

namespace Sallyport.Policy.Compiled;

/// <summary>
/// The part of a compiled policy that a hook reads only where it must: where each rule's JSON begins, and the JSON. It is read in pages,
/// and each page counts only where its hash is the one that stands in the part that was read and checked before.
/// </summary>
/// <param name="hashes">The pages' hashes.</param>
/// <param name="length">Bytes of the body.</param>
/// <param name="read">Reads a page, the place counted from where the body begins; false where it cannot be had.</param>
/// <param name="damaged">What to throw where a page is not what it was.</param>
internal sealed class CompiledBody(ReadOnlyMemory<byte> hashes, int length, PageReader read, Func<GuardException> damaged)
{
    /// <summary>Bytes of a page.</summary>
    public const int PageSize = 16 * 1024;

    private readonly byte[]?[] _pages = new byte[hashes.Length / Sha256.Size][];

    /// <summary>Pages of a body of that length.</summary>
    public static int Pages(int length) => (length + PageSize - 1) / PageSize;

    /// <summary>Bytes before the JSON: where each rule begins, and where the last ends.</summary>
    public static int OffsetsSize(int rules) => 4 * (rules + 1);

    /// <summary>The JSON of a rule.</summary>
    public ReadOnlyMemory<byte> Rule(int index, int rules)
    {
        var place = Read(4 * index, 8).Span;
        var (from, to) = (BinaryPrimitives.ReadInt32LittleEndian(place), BinaryPrimitives.ReadInt32LittleEndian(place[4..]));
        return from >= OffsetsSize(rules) && to >= from && to <= length ? Read(from, to - from) : throw damaged();
    }

    private ReadOnlyMemory<byte> Read(int from, int count)
    {
        var (first, last) = (from / PageSize, (from + Math.Max(count, 1) - 1) / PageSize);
        if (first == last) return Page(first).AsMemory(from - (first * PageSize), count);
        var bytes = new byte[count];
        for (var (page, done) = (first, 0); page <= last; page++)
        {
            var part = Page(page).AsSpan(page == first ? from - (first * PageSize) : 0);
            part = part[..Math.Min(part.Length, count - done)];
            part.CopyTo(bytes.AsSpan(done));
            done += part.Length;
        }
        return bytes;
    }

    private byte[] Page(int index)
    {
        if ((uint)index >= (uint)_pages.Length) throw damaged();
        if (_pages[index] is { } known) return known;
        var page = new byte[Math.Min(PageSize, length - (index * PageSize))];
        if (!read(index * PageSize, page) || !LaneHash.Of(page).AsSpan().SequenceEqual(hashes.Span.Slice(index * Sha256.Size, Sha256.Size))) throw damaged();
        return _pages[index] = page;
    }
}

/// <summary>Reads bytes of a compiled policy's body.</summary>
internal delegate bool PageReader(int place, Span<byte> into);
