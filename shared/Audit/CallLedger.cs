using System.Text;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Audit;

/// <summary>
/// Which calls of a session were let through: 64 bytes a call in a file of the session's own, so that PostToolUse finds its call
/// at the file's end, however long the record is.
/// </summary>
internal static class CallLedger
{
    private const int RowSize = 64;
    private const int KeySize = 32;
    private const int SubjectSize = 16;
    private const int RowsAtOnce = 256;
    private static ReadOnlySpan<byte> Mark => "sallyport call 1"u8; // 16 bytes: a row that was cut or overwritten does not end in it

    /// <summary>The session's ledger.</summary>
    public static string FileOf(DataDirectory data, string sessionId) => Path.Combine(data.SessionsDirectory, SessionStore.NameOf(sessionId) + ".calls");

    /// <summary>Notes that a call was let through. Comes after the record, before the answer.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="agent">The subagent, or null.</param>
    /// <param name="toolUseId">The call's id.</param>
    /// <param name="subject">The call's hash (<see cref="CallHash"/>).</param>
    public static void Add(DataDirectory data, string sessionId, string? agent, string toolUseId, string subject)
    {
        var row = new byte[RowSize];
        Key(agent, toolUseId).CopyTo(row, 0);
        Convert.FromHexString(subject.AsSpan(0, SubjectSize * 2)).CopyTo(row, KeySize);
        Mark.CopyTo(row.AsSpan(KeySize + SubjectSize));
        AppendFile.Append(FileOf(data, sessionId), row);
    }

    /// <summary>Finds a call from the end backwards.</summary>
    /// <returns>The first half of the hash it was let through with, hex; null where it was not.</returns>
    public static string? Find(DataDirectory data, string sessionId, string? agent, string toolUseId)
    {
        var key = Key(agent, toolUseId);
        using var file = ReadableFile.Open(FileOf(data, sessionId));
        if (file is null) return null;
        var buffer = new byte[RowSize * RowsAtOnce];
        // Pieces overlap by a row, and a row is looked for at any place: a write that a full disk cut short must not hide those after it.
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            var piece = buffer.AsSpan(0, (int)(end - start));
            if (!file.ReadExactly(start, piece)) return null;
            for (var at = piece.LastIndexOf(key); at >= 0; at = piece[..at].LastIndexOf(key))
            {
                var row = piece[at..];
                if (row.Length >= RowSize && row.Slice(KeySize + SubjectSize, Mark.Length).SequenceEqual(Mark))
                    return Convert.ToHexStringLower(row.Slice(KeySize, SubjectSize));
            }
            if (start == 0) return null;
            end = start + RowSize - 1;
        }
        return null;
    }

    private static byte[] Key(string? agent, string toolUseId) => Sha256.Hash(Encoding.UTF8.GetBytes($"{agent}\n{toolUseId}"));
}
