using System.Text;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>Codex's text files: read strictly, replaced whole, their mode kept.</summary>
internal static class TextFile
{
    private const int Limit = 16 * 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The text; null where the file is missing.</summary>
    /// <exception cref="InvalidDataException">It is no UTF-8 text.</exception>
    public static string? Read(string path)
    {
        var real = RealPath(path);
        if (!File.Exists(real)) return null;
        if (new FileInfo(real).Length > Limit) throw new InvalidDataException($"{path} is too large.");
        try
        {
            return Strict.GetString(File.ReadAllBytes(real));
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{path} is not UTF-8 text. Nothing was changed.");
        }
    }

    /// <summary>Writes the text where it differs from what was read.</summary>
    /// <exception cref="InvalidDataException">Somebody changed the file meanwhile.</exception>
    public static void Write(string path, string? before, string after)
    {
        if (before == after) return;
        if (Read(path) != before) throw new InvalidDataException($"{path} was changed by somebody else meanwhile. Nothing was written to it: try again.");
        var real = RealPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        var mode = !OperatingSystem.IsWindows() && File.Exists(real) ? File.GetUnixFileMode(real) : (UnixFileMode?)null;
        AtomicFile.Write(real, Encoding.UTF8.GetBytes(after), durable: true, mode);
    }

    // People keep their dotfiles elsewhere and link them: the link stays, what it points at changes.
    private static string RealPath(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
}
