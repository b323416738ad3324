using Sallyport.Integrity;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>
/// Compiled forms of the person's and of repositories' policies, so that a hook need not parse ten thousand rules. They lie beside what
/// they were made of and are worth as much. The administrator's policy is compiled by the administrator alone.
/// </summary>
internal sealed class PolicyCache(string file)
{
    /// <summary>Sources smaller than this are parsed as fast as a compiled form is opened.</summary>
    public const int Worthwhile = 32 * 1024;

    private const int BlockSize = 32 * 1024;
    private const int MostRule = 16 * 1024 * 1024;
    private byte[] _block = [];
    private int _blockAt;

    /// <summary>The compiled form of a file in the data directory's keeping.</summary>
    public static PolicyCache Of(DataDirectory data, string source) =>
        new(Path.Combine(data.Root, "compiled", Convert.ToHexStringLower(Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(source)).AsSpan(0, 16)) + ".bin"));

    /// <summary>The policy of a source, without parsing it; null where there is no compiled form of exactly this source.</summary>
    public PolicyDocument? Open(string source, long now) => Front(source, now, CompiledPolicy.TableEnd) is { } front ? CompiledPolicy.Open(front, Read) : null;

    /// <summary>The same without its rules, as they are written: for hooks that judge no call.</summary>
    public ReadOnlyMemory<byte>? Frame(string source, long now) => Front(source, now, CompiledPolicy.FrameEnd) is { } front ? front.AsMemory(CompiledPolicy.HeadSize) : null;

    private byte[]? Front(string source, long now, Func<byte[], long> end)
    {
        using var compiled = ReadableFile.Open(file);
        if (compiled is null) return null;
        var head = new byte[CompiledPolicy.HeadSize];
        if (!compiled.ReadExactly(0, head) || !CompiledPolicy.IsWhole(head, compiled.Length)) return null;
        var stamp = FileStamp.Of(source, now, out var settled);
        if (stamp is null || !CompiledPolicy.Stamp(head).SequenceEqual(stamp))
        {
            // Looked at from outside it is another file, or one that was written a moment ago: only its content tells.
            if (AtomicFile.Read(source, Policy.Rules.Reading.PolicyReader.MostBytes + 1) is not { } bytes || !CompiledPolicy.Source(head).SequenceEqual(Sha256.Hash(bytes.Span))) return null;
            if (stamp is not null && settled) Restamp(stamp);
        }
        var front = GC.AllocateUninitializedArray<byte>((int)end(head));
        return compiled.ReadExactly(0, front) ? front : null;
    }

    /// <summary>Compiles a policy; what cannot be written is compiled another time.</summary>
    public void Save(string source, ReadOnlyMemory<byte> bytes, PolicyDocument policy, long now)
    {
        var stamp = FileStamp.Of(source, now, out var settled);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, CompiledPolicy.Make(policy, Sha256.Hash(bytes.Span), settled ? stamp : new byte[FileStamp.Size]), durable: false);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            _ = wrong; // slower, and as right
        }
    }

    // In blocks: a call seldom needs more than a few rules, and where it needs all of them they lie side by side.
    private ReadOnlyMemory<byte> Read(int place, int length)
    {
        if (length is < 0 or > MostRule) throw Damaged();
        if (place < _blockAt || place + length > _blockAt + _block.Length)
        {
            using var compiled = ReadableFile.Open(file) ?? throw Damaged();
            var size = (int)Math.Min(Math.Max(length, BlockSize), compiled.Length - place);
            if (size < length) throw Damaged();
            (_block, _blockAt) = (new byte[size], place);
            if (!compiled.ReadExactly(place, _block)) throw Damaged();
        }
        return _block.AsMemory(place - _blockAt, length);
    }

    private GuardException Damaged() => new($"{file} is damaged. Remove it; it is made anew.");

    private void Restamp(ReadOnlySpan<byte> stamp)
    {
        try
        {
            if (AtomicFile.Read(file, 64 * 1024 * 1024) is not { } bytes) return;
            var again = bytes.ToArray();
            CompiledPolicy.Restamp(again, stamp);
            AtomicFile.Write(file, again, durable: false);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            _ = wrong; // slower, and as right
        }
    }
}
