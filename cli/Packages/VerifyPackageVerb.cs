using System.Globalization;
using System.Text;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Cli.Packages;

/// <summary><c>sallyport verify-package</c>: the sums of a folder and their signature, with nothing but this program.</summary>
internal static class VerifyPackageVerb
{
    private const string Sums = "SHA256SUMS", Signature = "SHA256SUMS.sig", Key = "sallyport.pub.pem";

    public static readonly Verb Verb = new("verify-package", "check a package's sums and signature", """
        usage: sallyport verify-package DIR [--key FILE]

        Checks SHA256SUMS in DIR against its Ed25519 signature, and every file against its sum; a file that is not listed is a fault too.
        Do it with a sallyport that you trust already, and a key from another source than the package.

          --key FILE   the publisher's public key (PEM); else sallyport.pub.pem in DIR, which shows only that nothing was damaged

        examples:
          sallyport verify-package ./sallyport-0.1.0-linux-x64-offline --key publisher.pem
        exit codes: 0 verified · 1 something is not what was signed · 2 wrong words · 3 could not be read
        """, Run, Minor: true);

    private static int Run(string[] args)
    {
        string? folder = null, key = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--key") key = i + 1 < args.Length ? args[++i] : throw new UsageException("--key needs a file.");
            else if (args[i].StartsWith('-')) throw new UsageException($"unknown option '{Sanitize.ForTerminal(args[i])}'. It takes --key.");
            else if (folder is null) folder = Path.GetFullPath(args[i]);
            else throw new UsageException("one folder at a time.");
        }
        if (folder is null) throw new UsageException("name the folder that holds SHA256SUMS.");
        var sums = Read(Path.Combine(folder, Sums));
        if (!Ed25519Key.Verify(PublicKey(key ?? Path.Combine(folder, Key)), sums, Read(Path.Combine(folder, Signature))))
            return Wrong($"the signature over {Path.Combine(folder, Sums)} is not of this key");

        var listed = new HashSet<string>(StringComparer.Ordinal) { Sums, Signature, Key };
        foreach (var line in Encoding.UTF8.GetString(sums).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length < 67 || line[64..66] is not ("  " or " *") || line[66..].Split('/').Contains("..") || Path.IsPathRooted(line[66..]))
                return Wrong($"{Sums} has a line that is no sum: {Sanitize.ForTerminal(line)}");
            var name = line[66..];
            var path = Path.Combine(folder, name);
            if (!File.Exists(path)) return Wrong($"{path} is missing");
            if (new FileInfo(path).LinkTarget is not null) return Wrong($"{path} is a link");
            if (!Convert.ToHexStringLower(Sha256.Hash(File.ReadAllBytes(path))).Equals(line[..64], StringComparison.Ordinal)) return Wrong($"{path} is not what was signed");
            listed.Add(name);
        }
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            if (!listed.Contains(Path.GetRelativePath(folder, path).Replace('\\', '/'))) return Wrong($"{path} is not listed in {Sums}");
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"verified: {listed.Count - 3} files are what was signed{(key is null ? ", by the key beside them" : "")}."));
        return ExitCode.Ok;
    }

    private static int Wrong(string what)
    {
        Console.Error.WriteLine($"sallyport verify-package: {what}.");
        return ExitCode.Findings;
    }

    // SubjectPublicKeyInfo of Ed25519: 12 bytes that never differ, and the key.
    private static byte[] PublicKey(string path)
    {
        ReadOnlySpan<byte> prefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
        var text = Encoding.ASCII.GetString(Read(path));
        var body = string.Concat(text.Split('\n').Select(static l => l.Trim()).Where(static l => l.Length > 0 && !l.StartsWith("-----", StringComparison.Ordinal)));
        var bytes = new byte[64];
        if (!Convert.TryFromBase64String(body, bytes, out var length) || length != prefix.Length + Ed25519Key.PublicSize || !bytes.AsSpan(0, prefix.Length).SequenceEqual(prefix))
            throw new InvalidDataException($"{path} is no Ed25519 public key in PEM.");
        return bytes[prefix.Length..length];
    }

    private static byte[] Read(string path) =>
        (AtomicFile.Read(path, 16 * 1024 * 1024) ?? throw new InvalidDataException($"{path} is not there.")).ToArray();
}
