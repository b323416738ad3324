using Sallyport.Configuration;
using Sallyport.Integrity;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>
/// The compiled form of a policy, so that a hook need not parse ten thousand rules. It counts only for the file that it was made of, only
/// under the seal of this data directory's key (or where only the administrator can have written it), and only as far as its hashes hold.
/// </summary>
/// <param name="file">Where it lies.</param>
/// <param name="seal">The key of its seal; null where it is the administrator's, and the file's owner speaks for it.</param>
internal sealed class PolicyCache(string file, SealKey? seal)
{
    /// <summary>Sources smaller than this are parsed as fast as a compiled form is opened.</summary>
    public const int Worthwhile = 32 * 1024;

    private const int MostCompiled = 64 * 1024 * 1024;

    // A seal where nobody is kept out by it: it then tells damage, and nothing more.
    private static ReadOnlySpan<byte> OpenKey => "the administrator's own directory"u8;

    /// <summary>The compiled form of a file in a data directory's keeping.</summary>
    public static PolicyCache In(string dataDirectory, string source) =>
        new(Path.Combine(PolicyPaths.Compiled(dataDirectory), Convert.ToHexStringLower(Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(source)).AsSpan(0,
            16)) + ".bin"), new SealKey(Path.Combine(PolicyPaths.Compiled(dataDirectory), "seal.key")));

    /// <summary>The compiled form of a file in the administrator's directory; null where somebody else may have written it.</summary>
    public static PolicyCache? OfAdministrator(string file) => File.Exists(file) && ManagedFiles.Distrust(file) is null ? new PolicyCache(file, null) : null;

    /// <summary>True where a source is so large that a compiled form of it is looked for.</summary>
    public static bool IsWorthwhile(string source) => !OperatingSystem.IsWindows() && UnixStatus.Identity(source) is { Size: > Worthwhile };

    /// <summary>The policy of a source, without parsing it; null where there is no compiled form of exactly this source.</summary>
    public PolicyDocument? Open(string source, long now) => Front(source, now, rules: true) is { } front ? Document(front) : null;

    /// <summary>The same without its rules, as they are written: for hooks that judge no call.</summary>
    public ReadOnlyMemory<byte>? Frame(string source, long now) => Front(source, now, rules: false) is { } front ? CompiledPolicy.Frame(front.Head, front.Bytes) : null;

    /// <summary>A signed policy, with what its signer said of it. Whether that counts is the caller's to judge.</summary>
    public SignedForm? OpenSigned(string source, long now) =>
        Front(source, now, rules: true) is { } front && CompiledPolicy.Statement(front.Head, front.Bytes) is { } statement && Document(front) is { } policy
            ? new SignedForm(statement, front.Head.Content, Convert.ToHexStringLower(front.Head.Root), policy) : null;

    /// <summary>The same without its rules.</summary>
    public SignedForm? FrameSigned(string source, long now) =>
        Front(source, now, rules: false) is { } front && CompiledPolicy.Statement(front.Head, front.Bytes) is { } statement
            && CompiledPolicy.Frame(front.Head, front.Bytes) is { } frame && PolicyReader.ReadDetection(source, frame).Document is { } policy
            ? new SignedForm(statement, front.Head.Content, Convert.ToHexStringLower(front.Head.Root), policy) : null;

    /// <summary>Compiles a policy; what cannot be written is compiled another time.</summary>
    /// <param name="source">The file it was read from.</param>
    /// <param name="bytes">What was read.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="statement">What the signer of a bundle said; empty for a policy that nobody signed.</param>
    public void Save(string source, ReadOnlyMemory<byte> bytes, PolicyDocument policy, long now, byte[] statement)
    {
        var stamp = FileStamp.Of(source, now, out var settled);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            AtomicFile.Write(file, CompiledPolicy.Make(policy, Sha256.Hash(bytes.Span), settled ? stamp : new byte[FileStamp.Size], Key(make: true), statement), durable: false);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            _ = wrong; // slower, and as right
        }
    }

    private PolicyDocument? Document(Opened front) => CompiledPolicy.Open(front.Head, front.Bytes, new BodyOf(front.File, front.Head.TableEnd).Read, Damaged);

    private Opened? Front(string source, long now, bool rules)
    {
        var compiled = ReadableFile.Open(file);
        if (compiled is null) return null;
        var kept = false;
        try
        {
            var head = new byte[CompiledHead.Size];
            if (!compiled.ReadExactly(0, head)) return null;
            var known = new CompiledHead(head);
            if (!known.Fits(compiled.Length) || Key(make: false) is not { Length: > 0 } key || !known.IsSealedWith(key)) return null;
            var stamp = FileStamp.Of(source, now, out var settled);
            if (stamp is null || !known.Stamp.SequenceEqual(stamp))
            {
                // Looked at from outside it is another file, or one that was written a moment ago: only its content tells.
                if (AtomicFile.Read(source, PolicyReader.MostBytes + 1) is not { } bytes || !known.Source.SequenceEqual(Sha256.Hash(bytes.Span))) return null;
                if (stamp is not null && settled) Restamp(known, stamp);
            }
            var front = GC.AllocateUninitializedArray<byte>((int)(rules ? known.TableEnd : known.FrameEnd));
            if (!compiled.ReadExactly(0, front) || !front.AsSpan(0, CompiledHead.Size).SequenceEqual(head)) return null;
            kept = true;
            return new Opened(known, front, compiled);
        }
        finally
        {
            if (!kept) compiled.Dispose();
        }
    }

    private ReadOnlySpan<byte> Key(bool make) => seal is null ? OpenKey : seal.Read(make);

    // A hash of its own does not hold: this call is refused, and the next one reads the source.
    private GuardException Damaged()
    {
        try
        {
            File.Delete(file);
            return new GuardException($"{file} was damaged, so this call is refused. It is made anew: try again.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new GuardException($"{file} is damaged, so every call is refused that needs it. An administrator makes it anew: sallyport policy compile", wrong);
        }
    }

    private void Restamp(CompiledHead known, ReadOnlySpan<byte> stamp)
    {
        try
        {
            if (AtomicFile.Read(file, MostCompiled) is not { Length: > CompiledHead.Size } bytes || Key(make: false) is not { Length: > 0 } key) return;
            var again = bytes.ToArray();
            // What lies there now may be another than was looked at.
            var there = new CompiledHead(again.AsMemory(0, CompiledHead.Size));
            if (!there.IsSealedWith(key) || !there.Source.SequenceEqual(known.Source)) return;
            CompiledHead.Seal(again.AsSpan(0, CompiledHead.Size), stamp, key);
            AtomicFile.Write(file, again, durable: false);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or GuardException)
        {
            _ = wrong; // slower, and as right
        }
    }

    private sealed record Opened(CompiledHead Head, byte[] Bytes, ReadableFile File);

    /// <summary>The file as it was opened, whatever takes its name meanwhile. Nobody says when the last rule was read: it closes itself.</summary>
    private sealed class BodyOf(ReadableFile open, long from)
    {
        ~BodyOf() => open.Dispose();

        public bool Read(int place, Span<byte> into) => open.ReadExactly(from + place, into);
    }
}

/// <summary>A signed policy in compiled form.</summary>
/// <param name="Statement">What the signer said, as JSON.</param>
/// <param name="Content">Names what it holds.</param>
/// <param name="Root">The root of its rules.</param>
/// <param name="Policy">The policy, or the part that the caller wanted.</param>
internal sealed record SignedForm(ReadOnlyMemory<byte> Statement, string Content, string Root, PolicyDocument Policy);
