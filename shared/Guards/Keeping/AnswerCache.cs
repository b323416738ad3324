using System.Text;
using Sallyport.Guards.Exchange;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Guards.Keeping;

/// <summary>
/// Answers by the hash of everything they were derived from: the service, its address, project and credential, the surface and the text.
/// Only verdicts are kept, never outages, for a bounded time; nothing of the text is.
/// </summary>
internal sealed class AnswerCache(GuardFolder folder, TimeSpan lifetime)
{
    private const int MostFiles = 2000;

    /// <summary>The name under which an answer is kept.</summary>
    public static string KeyOf(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder("sallyport guard answer\n");
        foreach (var part in parts) text.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The answer; null where there is none that is young enough.</summary>
    public GuardAnswer? Find(string key, DateTimeOffset now)
    {
        if (lifetime == TimeSpan.Zero) return null;
        var path = Path.Combine(folder.Cache, key);
        try
        {
            var age = now - File.GetLastWriteTimeUtc(path);
            if (age < -TimeSpan.FromMinutes(1) || age > lifetime) return null; // a file from the future would never age
            if (AtomicFile.Read(path, HelperAnswer.Limit) is not { } bytes) return null;
            return HelperAnswer.Read(bytes) is [var answer] && answer.Outcome != GuardOutcome.Unavailable ? answer with { Cached = true, Milliseconds = 0 } : null;
        }
        catch (Exception unreadable) when (unreadable is StateException or IOException)
        {
            return null;
        }
    }

    /// <summary>Keeps an answer. That it cannot be kept changes nothing.</summary>
    public void Keep(string key, GuardAnswer answer)
    {
        if (lifetime == TimeSpan.Zero || answer.Outcome == GuardOutcome.Unavailable) return;
        try
        {
            var line = HelperAnswer.Write([answer]);
            AtomicFile.Write(Path.Combine(folder.Cache, key), line.AsSpan(0, line.Length - 1), durable: false);
        }
        catch (StateException)
        {
            // asked again next time
        }
    }

    /// <summary>Removes what is too old, and the oldest where there are too many.</summary>
    public void Prune(DateTimeOffset now)
    {
        var files = new DirectoryInfo(folder.Cache).GetFiles();
        Array.Sort(files, static (a, b) => b.LastWriteTimeUtc.CompareTo(a.LastWriteTimeUtc));
        for (var i = 0; i < files.Length; i++)
            if (i >= MostFiles || now - files[i].LastWriteTimeUtc > lifetime) files[i].Delete();
    }
}
