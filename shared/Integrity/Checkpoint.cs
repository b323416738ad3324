using System.Globalization;

namespace Sallyport.Integrity;

/// <summary>What a C2SP tlog-checkpoint says: the tree with this origin has this size and this root.</summary>
/// <param name="Origin">Which log.</param>
/// <param name="Size">How many leaves.</param>
/// <param name="Root">The root over them.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <summary>The text of the note.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>Reads the text of a note; lines that extend it are allowed and not understood.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[^1].Length != 0) throw new FormatException("not a checkpoint: it has three lines, each ended");
        if (lines[0].Length == 0) throw new FormatException("not a checkpoint: the origin is empty");
        if (Array.Exists(lines[..^1], l => l.Length == 0)) throw new FormatException("not a checkpoint: a line is empty");
        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != lines[1])
            throw new FormatException("not a checkpoint: the size is no plain number");
        var root = new byte[Sha256.Size];
        if (!Convert.TryFromBase64String(lines[2], root, out var length) || length != Sha256.Size || Convert.ToBase64String(root) != lines[2])
            throw new FormatException("not a checkpoint: the root is no hash in base64");
        return new Checkpoint(lines[0], size, root);
    }
}
