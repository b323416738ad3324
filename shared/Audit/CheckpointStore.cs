using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>
/// Signs what the record holds. The key lies in the data directory: whoever runs as the same user could sign too, so only a checkpoint
/// that is kept elsewhere, or countersigned by an administrator, binds that user.
/// </summary>
internal static class CheckpointStore
{
    private const int LongestKey = 4096;
    private const int LongestFile = 64 * 1024 * 1024;

    /// <summary>Signs the tree of a head and keeps the checkpoint. The caller holds the record's lock.</summary>
    /// <exception cref="StateException">The key or a checkpoint file cannot be read or written.</exception>
    public static SignedNote Sign(AuditFiles files, AuditHead head, long time)
    {
        var note = SignedNote.Sign(new Checkpoint(head.Origin, head.Tree.Size, head.Tree.Root()).ToText(), SigningKey(files, head.Origin));
        var line = new CanonicalWriter(512);
        line.StartObject();
        line.Member("note"u8, note.ToString());
        line.Member("size"u8, head.Tree.Size);
        line.Member("time"u8, RecordLine.Timestamp(time));
        line.EndObject();
        line.EndLine();
        AppendFile.Append(files.Checkpoints, line.Written);
        AtomicFile.Write(files.Checkpoint, Encoding.UTF8.GetBytes(note.ToString()), durable: false);
        return note;
    }

    /// <summary>Every checkpoint that was kept; a line that is none is left out, and counted.</summary>
    public static List<SignedNote> Kept(AuditFiles files, out int unreadable)
    {
        unreadable = 0;
        var notes = new List<SignedNote>();
        if (AtomicFile.Read(files.Checkpoints, LongestFile) is not { } bytes) return notes;
        foreach (var line in Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                notes.Add(SignedNote.Parse(json.RootElement.GetProperty("note").GetString()!));
            }
            catch (Exception wrong) when (wrong is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
            {
                unreadable++;
            }
        }
        return notes;
    }

    /// <summary>The key to verify this machine's checkpoints with; null where none was ever signed.</summary>
    public static NoteKey? VerifierKey(AuditFiles files)
    {
        if (AtomicFile.Read(files.VerifierKey, LongestKey) is not { } bytes) return null;
        return Parse(files.VerifierKey, Encoding.UTF8.GetString(bytes.Span));
    }

    private static NoteKey SigningKey(AuditFiles files, string origin)
    {
        if (AtomicFile.Read(files.SigningKey, LongestKey) is { } bytes) return Parse(files.SigningKey, Encoding.UTF8.GetString(bytes.Span));
        var seed = new byte[Ed25519Key.SeedSize];
        RandomBytes.Fill(seed);
        var key = NoteKey.FromSeed(origin, seed);
        var folder = Path.GetDirectoryName(files.SigningKey)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AtomicFile.Write(files.VerifierKey, Encoding.UTF8.GetBytes(key.ToVerifier() + "\n"), durable: true);
        AtomicFile.Write(files.SigningKey, Encoding.UTF8.GetBytes(key.ToSigner() + "\n"), durable: true);
        return key;
    }

    private static NoteKey Parse(string path, string text)
    {
        try
        {
            return NoteKey.Parse(text);
        }
        catch (FormatException wrong)
        {
            throw new StateException($"{path} holds no key: {wrong.Message}. Put back the key it held, or remove it together with the other one for a new key.", wrong);
        }
    }
}
