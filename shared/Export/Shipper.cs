using System.Globalization;
using System.Text;
using Sallyport.Audit;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Export;

/// <summary>What a run of the shipper did.</summary>
/// <param name="Shipped">Rows that the collector took.</param>
/// <param name="Dead">Rows that it refused; they stand in the dead-letter file.</param>
/// <param name="Lost">Rows that retention had removed before they were shipped.</param>
/// <param name="Fault">Why it stopped before the end; null where all was shipped.</param>
internal readonly record struct ShipReport(long Shipped, long Dead, long Lost, string? Fault);

/// <summary>
/// Ships the record to a collector: in order, each row at least once, from where the last run got to. A batch that is taken moves the
/// cursor; one that is refused is halved until the rows at fault are found, and those are set aside.
/// </summary>
internal sealed class Shipper(DataDirectory data, string url, ICollector collector)
{
    private const int MostRows = 512;
    private const int MostBytes = 1024 * 1024;
    private const int Attempts = 6;
    private const int LongestPause = 30_000;
    private readonly AuditFiles _files = new(data);
    private readonly ShipFiles _ship = new(data, url);
    private string _origin = "";

    /// <summary>Waits between attempts; told milliseconds. False to give up.</summary>
    public Func<int, bool> Pause { get; init; } = milliseconds =>
    {
        Thread.Sleep(milliseconds);
        return true;
    };

    /// <summary>Told after each batch how many rows went so far.</summary>
    public Action<long>? Progress { get; init; }

    private long _shipped, _dead, _lost;

    /// <summary>How many rows wait for a collector.</summary>
    public static long Waiting(DataDirectory data, string url) =>
        AtomicFile.Read(new AuditFiles(data).Head, AuditHead.FileSize) is { } bytes && AuditHead.FromFile(bytes.Span) is { } head
            ? Math.Max(0, head.Tree.Size - Of(head, ShipCursor.Read(new ShipFiles(data, url).Cursor)).Sequence)
            : 0;

    /// <summary>Why the last run stopped before the end; null where it did not.</summary>
    public static string? LastFault(DataDirectory data, string url)
    {
        const int longest = 4096;
        return AtomicFile.Read(new ShipFiles(data, url).LastFault, longest) is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : null;
    }

    /// <summary>Ships what is there now.</summary>
    public ShipReport Run()
    {
        _ship.Make();
        using var locked = FileLock.Acquire(_ship.Lock);
        return Drain();
    }

    /// <summary>
    /// Ships once nobody else does; null where one already waits to do so, which looks at the record later than now. However many turns
    /// end while a collector is slow, one run works and one waits.
    /// </summary>
    public ShipReport? RunUnlessOneWaits()
    {
        _ship.Make();
        FileLock locked;
        using (var turn = FileLock.TryAcquire(_ship.Turn))
        {
            if (turn is null) return null;
            locked = FileLock.Acquire(_ship.Lock);
        }
        using (locked) return Drain();
    }

    private ShipReport Drain()
    {
        var report = Ship();
        if (report.Fault is { } fault) AtomicFile.Write(_ship.LastFault, Encoding.UTF8.GetBytes(Sanitize.ForTerminal(fault.Length <= 1000 ? fault : fault[..1000])), durable: false);
        else File.Delete(_ship.LastFault);
        return report;
    }

    private ShipReport Ship()
    {
        if (Head() is not { } head) return default;
        _origin = head.Origin;
        var cursor = First(Of(head, ShipCursor.Read(_ship.Cursor)));
        string? fault = null;
        while (fault is null && (cursor.Segment < head.Segment || (cursor.Segment == head.Segment && cursor.Offset < head.Offset)))
        {
            var batch = Read(cursor, head, out var next);
            if (batch.Count > 0) fault = Deliver(batch);
            if (fault is not null) break;
            cursor = next;
            cursor.Write(_ship.Cursor);
            Progress?.Invoke(_shipped);
        }
        return new ShipReport(_shipped, _dead, _lost, fault);
    }

    // Only what the head knows: a row behind it may still be taken back.
    private AuditHead? Head() => AtomicFile.Read(_files.Head, AuditHead.FileSize) is { } bytes ? AuditHead.FromFile(bytes.Span) : null;

    // Another record lies here now, or rows that were shipped are gone from it: from the beginning, since receivers drop what comes twice.
    private static ShipCursor Of(AuditHead head, ShipCursor cursor) =>
        cursor.Origin == head.Origin && cursor.Sequence <= head.Tree.Size ? cursor : new ShipCursor(0, 0, 0, head.Origin);

    /// <summary>Where the next row is, if the one that was next has been removed by retention.</summary>
    private ShipCursor First(ShipCursor cursor)
    {
        var segments = _files.Segments();
        if (segments.Length == 0 || (cursor.Segment > 0 && cursor.Segment >= segments[0])) return cursor;
        var begin = SegmentRow.Read(FirstLine(segments[0]))?.Tree.Size ?? 0;
        _lost = Math.Max(0, begin - cursor.Sequence);
        return cursor with { Segment = segments[0], Offset = 0, Sequence = begin };
    }

    private byte[] FirstLine(int segment)
    {
        using var file = ReadableFile.Open(_files.Segment(segment));
        if (file is null) return [];
        var lines = new LineReader(file.ReadSome, 0, file.Length);
        return lines.Next(out var line) ? line.ToArray() : [];
    }

    private List<byte[]> Read(ShipCursor cursor, AuditHead head, out ShipCursor next)
    {
        var rows = new List<byte[]>();
        var bytes = 0;
        using var file = ReadableFile.Open(_files.Segment(cursor.Segment));
        var end = file is null ? 0 : cursor.Segment == head.Segment ? Math.Min(head.Offset, file.Length) : file.Length;
        next = cursor with { Segment = cursor.Segment + 1, Offset = 0 };
        if (file is null) return rows;
        var lines = new LineReader(file.ReadSome, cursor.Offset, end);
        var offset = cursor.Offset;
        var sequence = cursor.Sequence;
        while (rows.Count < MostRows && bytes < MostBytes)
        {
            if (!lines.Next(out var line))
            {
                if (cursor.Segment == head.Segment) next = cursor with { Offset = head.Offset, Sequence = sequence };
                else next = next with { Sequence = sequence };
                return rows;
            }
            offset = lines.Offset + line.Length + 1;
            if (!AuditRow.TryRead(line, out var row)) continue; // verify tells of it
            rows.Add(line.ToArray());
            bytes += line.Length;
            sequence = row.Sequence + 1;
        }
        next = cursor with { Offset = offset, Sequence = sequence };
        return rows;
    }

    /// <summary>Delivers rows; null where each was taken or set aside.</summary>
    private string? Deliver(IReadOnlyList<byte[]> rows)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = collector.Send(OtlpLogs.Write(rows, _origin, Environment.MachineName, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()));
            switch (reply.Status)
            {
                case >= 200 and < 300:
                    Taken(rows, OtlpAnswer.Read(reply.Body));
                    return null;
                case 400 or 413 or 422 when rows.Count > 1:
                    return Deliver([.. rows.Take(rows.Count / 2)]) ?? Deliver([.. rows.Skip(rows.Count / 2)]);
                case 400 or 413 or 422:
                    SetAside(rows[0], reply.Status, Words(reply));
                    return null;
                case 0 when reply.Lasting:
                    return reply.Fault;
                case 0 or 408 or 429 or 502 or 503 or 504:
                    var pause = reply.RetryAfter is { } seconds ? (int)Math.Min(seconds * 1000L, LongestPause) : Math.Min(250 << Math.Min(attempt, 10), LongestPause);
                    if (attempt < Attempts && Pause(pause)) continue;
                    return reply.Fault ?? $"the collector answers {reply.Status.ToString(CultureInfo.InvariantCulture)}; what is left goes with the next run";
                default:
                    return $"the collector answers {reply.Status.ToString(CultureInfo.InvariantCulture)}{(Words(reply) is { Length: > 0 } words ? $" ({words})" : "")}: check the address and what it asks for";
            }
        }
    }

    private void Taken(IReadOnlyList<byte[]> rows, OtlpAnswer answer)
    {
        var rejected = Math.Clamp(answer.Rejected, 0, rows.Count);
        _shipped += rows.Count - rejected;
        _dead += rejected;
        if (rejected == 0) return;
        // It does not say which: each stands aside, and receivers drop what comes twice.
        foreach (var row in rows) DeadLetter(row, 200, $"one of {rejected} refused in a batch of {rows.Count}: {answer.Message}");
    }

    private void SetAside(byte[] row, int status, string why)
    {
        DeadLetter(row, status, why);
        _dead++;
    }

    private void DeadLetter(byte[] row, int status, string why)
    {
        var line = new CanonicalWriter(row.Length + 128);
        line.StartObject();
        line.Name("row"u8);
        line.Raw(row);
        line.Member("status"u8, status);
        line.Member("why"u8, why);
        line.EndObject();
        line.EndLine();
        AppendFile.Append(_ship.DeadLetters, line.Written);
    }

    private static string Words(CollectorReply reply)
    {
        const int most = 200;
        var text = Sanitize.ForTerminal(Encoding.UTF8.GetString(reply.Body.AsSpan(0, Math.Min(reply.Body.Length, most))));
        return text.Trim();
    }
}
