using System.Text;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Cli.Audit;

/// <summary>Keys and checkpoints that a person names.</summary>
internal static class KeyFiles
{
    private const int Longest = 1024 * 1024;

    /// <summary>A key, written out or in a file.</summary>
    public static NoteKey Key(string named)
    {
        try
        {
            return NoteKey.Parse(named.Contains('+') && !File.Exists(named) ? named : Text(named));
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"'{Sanitize.ForTerminal(named)}' is {wrong.Message}.");
        }
    }

    /// <summary>A checkpoint in a file, or on standard input for <c>-</c>.</summary>
    public static SignedNote Note(string path)
    {
        try
        {
            return SignedNote.Parse(path == "-" ? Console.In.ReadToEnd() : Text(path));
        }
        catch (FormatException wrong)
        {
            throw new UsageException($"'{Sanitize.ForTerminal(path)}': {wrong.Message}.");
        }
    }

    /// <summary>A file's text.</summary>
    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path).Span);

    /// <summary>A file's bytes.</summary>
    public static ReadOnlyMemory<byte> Bytes(string path) =>
        AtomicFile.Read(Path.GetFullPath(path), 64 * Longest) ?? throw new StateException($"{path} is not there.");
}
