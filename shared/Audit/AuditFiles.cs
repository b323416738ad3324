using System.Globalization;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>The names of what lies in the audit directory.</summary>
internal sealed class AuditFiles(DataDirectory data)
{
    private const string SegmentEnding = ".jsonl";
    private const int SegmentDigits = 6;

    /// <summary>The directory.</summary>
    public string Directory => data.AuditDirectory;

    /// <summary>Held by whoever appends; taken before the head is read.</summary>
    public string Lock => Path.Combine(Directory, "lock");

    /// <summary>How far the record reaches, and the tree over it.</summary>
    public string Head => Path.Combine(Directory, "head.json");

    /// <summary>Every checkpoint that was signed, a JSON line each.</summary>
    public string Checkpoints => Path.Combine(Directory, "checkpoints.jsonl");

    /// <summary>The latest checkpoint as a signed note, for whoever collects it.</summary>
    public string Checkpoint => Path.Combine(Directory, "checkpoint");

    /// <summary>The key checkpoints are signed with.</summary>
    public string SigningKey => Path.Combine(data.KeysDirectory, "audit.key");

    /// <summary>What others verify checkpoints with.</summary>
    public string VerifierKey => Path.Combine(data.KeysDirectory, "audit.pub");

    /// <summary>A segment's file.</summary>
    public string Segment(int number) => Path.Combine(Directory, number.ToString("D6", CultureInfo.InvariantCulture) + SegmentEnding);

    /// <summary>Where bytes that are no row are set aside, named by where they stood.</summary>
    public string Torn(int segment, long offset, string hash) =>
        Path.Combine(Directory, string.Create(CultureInfo.InvariantCulture, $"torn-{segment:D6}-{offset}-{hash}.part"));

    /// <summary>The segments that are there, in order.</summary>
    public int[] Segments()
    {
        if (!System.IO.Directory.Exists(Directory)) return [];
        var numbers = new List<int>();
        foreach (var path in System.IO.Directory.EnumerateFiles(Directory, "*" + SegmentEnding))
        {
            var name = Path.GetFileNameWithoutExtension(path.AsSpan());
            if (name.Length >= SegmentDigits && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
        }
        numbers.Sort();
        return [.. numbers];
    }
}
