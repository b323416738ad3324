using System.Text;
using Sallyport.Integrity;

namespace Sallyport.State;

/// <summary>Sessions' state on disk: one file a session, named by a hash so that a session id can never name another path.</summary>
internal sealed class SessionStore(DataDirectory data)
{
    /// <summary>A session that nothing changed for this long is forgotten.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>The name of a session's files, without an ending.</summary>
    public static string NameOf(string sessionId) =>
        Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes("sallyport session\n" + sessionId)).AsSpan(0, 16));

    /// <summary>The session's file.</summary>
    public string FileOf(string sessionId) => Path.Combine(data.SessionsDirectory, NameOf(sessionId) + ".json");

    /// <summary>The session's state; null where it has none yet.</summary>
    /// <exception cref="GuardException">The file is damaged; it was set aside, and the session waits for the person.</exception>
    public SessionState? Load(string sessionId)
    {
        var path = FileOf(sessionId);
        if (AtomicFile.Read(path, SessionStateJson.Limit) is not { } bytes) return null;
        try
        {
            return SessionStateJson.Read(path, bytes);
        }
        catch (GuardException damaged)
        {
            throw SetAside(sessionId, path, damaged);
        }
    }

    /// <summary>Changes a session's state under its lock, durably, and returns what it became.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="now">Unix milliseconds, for a session that is new.</param>
    /// <param name="change">Gets the present state, returns the next; the same object where nothing changes.</param>
    public SessionState Change(string sessionId, long now, Func<SessionState, SessionState> change)
    {
        var path = FileOf(sessionId);
        using var _ = FileLock.Acquire(Path.ChangeExtension(path, ".lock"));
        var stored = Load(sessionId);
        var before = stored ?? new SessionState { SessionId = sessionId, StartedAt = now };
        var after = change(before);
        if (stored is null || !ReferenceEquals(before, after)) AtomicFile.Write(path, SessionStateJson.Write(after).Span, durable: true);
        return after;
    }

    /// <summary>Every session that can be read, for people's commands.</summary>
    public IEnumerable<SessionState> All()
    {
        if (!Directory.Exists(data.SessionsDirectory)) yield break;
        foreach (var path in Directory.EnumerateFiles(data.SessionsDirectory, "*.json"))
        {
            SessionState? state = null;
            try
            {
                if (AtomicFile.Read(path, SessionStateJson.Limit) is { } bytes) state = SessionStateJson.Read(path, bytes);
            }
            catch (GuardException)
            {
                continue; // doctor names damaged files; a list of sessions goes on without them
            }
            if (state is not null) yield return state;
        }
    }

    /// <summary>Removes the files of sessions nothing has changed for long. Runs at SessionStart only.</summary>
    public void Prune(string keep)
    {
        if (!Directory.Exists(data.SessionsDirectory)) return;
        var before = DateTime.UtcNow - Kept;
        var kept = NameOf(keep);
        foreach (var path in Directory.EnumerateFiles(data.SessionsDirectory))
        {
            if (Path.GetFileName(path).StartsWith(kept, StringComparison.Ordinal)) continue;
            if (File.GetLastWriteTimeUtc(path) < before) File.Delete(path);
        }
    }

    // A damaged file is kept for whoever looks into it, and the session does not simply start anew: what was in it, a taint perhaps, is lost.
    private static GuardException SetAside(string sessionId, string path, GuardException damaged)
    {
        if (damaged.InnerException is null) return damaged; // of a newer version: not damaged, left alone
        var aside = path + ".damaged";
        File.Move(path, aside, overwrite: true);
        var fresh = new SessionState
        {
            SessionId = sessionId,
            StartedAt = 0,
            Taint = $"its state file was damaged and is kept as {Path.GetFileName(aside)}.",
        };
        AtomicFile.Write(path, SessionStateJson.Write(fresh).Span, durable: true);
        return new GuardException($"{path} is damaged. It is kept as {Path.GetFileName(aside)}; the person can type: sallyport accept", damaged);
    }
}
