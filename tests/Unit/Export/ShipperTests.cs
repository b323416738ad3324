using System.Text;
using Sallyport.Audit;
using Sallyport.Export;
using Sallyport.Tests.Audit;

namespace Sallyport.Tests.Export;

public class ShipperTests
{
    private static ShipReport Ship(ScratchRecord record, string url, Func<int, bool>? pause = null)
    {
        var address = Collectors.Address(url);
        return new Shipper(record.Data, address.AbsoluteUri, Collectors.Of(record.Data, address, [])) { Pause = pause ?? (_ => true) }.Run();
    }

    private static ScratchRecord Rows(int count)
    {
        var record = new ScratchRecord();
        record.AppendMany(count);
        return record;
    }

    [Fact]
    public void What_was_recorded_arrives_whole_in_order_with_stable_names()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 20_000 } };
        using var receiver = new OtlpReceiver();
        AuditLog.Append(record.Data, ScratchRecord.Full(), record.Options);
        record.AppendMany(1200);
        record.Append(new string('x', 200_000));
        var report = Ship(record, receiver.Url);
        Assert.Null(receiver.Fault);
        Assert.Null(report.Fault);
        Assert.True(record.Files.Segments().Length > 5);
        Assert.Equal(record.Files.Segments().SelectMany(s => record.Lines(s)), receiver.Received.Select(l => l.Body));
        Assert.Equal(Enumerable.Range(0, (int)record.Head.Tree.Size).Select(i => $"{record.Head.Origin}/{i}"), receiver.Received.Select(l => l.Uid));
        var full = receiver.Received.Single(l => l.EventName == "sallyport.decision");
        Assert.Equal((17ul, 1_790_000_000_123_000_000ul), (full.Severity, full.Time));
        Assert.Equal(("deny", "fs.rm-root,plan.drift", "s-1"), (full.Attributes["sallyport.verdict"], full.Attributes["sallyport.rules"], full.Attributes["session.id"]));
        Assert.Equal(new ShipReport(0, 0, 0, null), Ship(record, receiver.Url));
    }

    [Fact]
    public void After_a_restart_it_goes_on_where_it_was()
    {
        using var record = Rows(5);
        using var receiver = new OtlpReceiver();
        Ship(record, receiver.Url);
        record.AppendMany(3);
        Assert.Equal(3, Ship(record, receiver.Url).Shipped);
        Assert.Equal(9, receiver.Received.Select(l => l.Uid).Distinct().Count());
        Assert.Equal(9, receiver.Received.Count);
    }

    [Fact]
    public void Where_the_cursor_was_not_written_any_more_a_batch_comes_twice_under_the_same_names()
    {
        using var record = Rows(5);
        using var receiver = new OtlpReceiver();
        Ship(record, receiver.Url);
        File.Delete(new ShipFiles(record.Data, Collectors.Address(receiver.Url).AbsoluteUri).Cursor);
        Ship(record, receiver.Url);
        Assert.Equal(12, receiver.Received.Count);
        Assert.Equal(6, receiver.Received.Select(l => l.Uid).Distinct().Count());
    }

    [Fact]
    public void Of_a_refused_batch_only_the_rows_at_fault_are_set_aside()
    {
        using var record = Rows(50);
        using var receiver = new OtlpReceiver();
        receiver.Answer = logs => logs.Any(l => l.Body.Contains("row 13\"") || l.Body.Contains("row 37\"")) ? (400, "", "bad"u8.ToArray()) : (200, "", []);
        var report = Ship(record, receiver.Url);
        Assert.Equal((49, 2, null), (report.Shipped, report.Dead, report.Fault));
        Assert.Equal(49, receiver.Received.Count);
        var dead = File.ReadAllLines(new ShipFiles(record.Data, Collectors.Address(receiver.Url).AbsoluteUri).DeadLetters);
        Assert.Equal(2, dead.Length);
        Assert.Contains("\"text\":\"row 13\"", dead[0]);
        Assert.Contains("\"status\":400", dead[0]);
    }

    [Fact]
    public void One_that_is_slow_is_waited_for_as_long_as_it_asks()
    {
        using var record = Rows(5);
        using var receiver = new OtlpReceiver();
        var calls = 0;
        receiver.Answer = _ => ++calls switch { 1 => (503, "Retry-After: 7\r\n", []), 2 => (429, "", []), _ => (200, "", []) };
        var pauses = new List<int>();
        var report = Ship(record, receiver.Url, milliseconds =>
        {
            pauses.Add(milliseconds);
            return true;
        });
        Assert.Equal((6, null), (report.Shipped, report.Fault));
        Assert.Equal([7000, 1000], pauses);
        Assert.Equal(6, receiver.Received.Count);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    [InlineData(500)]
    public void What_is_not_taken_is_not_lost(int status)
    {
        using var record = Rows(5);
        using var receiver = new OtlpReceiver();
        receiver.Answer = _ => (status, "", []);
        var report = Ship(record, receiver.Url);
        Assert.Equal(0, report.Shipped);
        Assert.Contains(status.ToString(), report.Fault);
        receiver.Answer = _ => (200, "", []);
        Assert.Equal(6, Ship(record, receiver.Url).Shipped);
    }

    [Fact]
    public void Nobody_there_is_said_and_nothing_is_lost()
    {
        using var record = Rows(2);
        string url;
        using (var gone = new OtlpReceiver()) url = gone.Url;
        Assert.Contains("cannot be reached", Ship(record, url).Fault);
        Assert.False(File.Exists(new ShipFiles(record.Data, Collectors.Address(url).AbsoluteUri).Cursor));
    }

    [Fact]
    public void A_batch_of_which_some_were_refused_is_told_and_kept()
    {
        using var record = Rows(3);
        using var receiver = new OtlpReceiver { Answer = _ => (200, "", [10, 8, 8, 2, 18, 4, (byte)'n', (byte)'o', (byte)'p', (byte)'e']) };
        var report = Ship(record, receiver.Url);
        Assert.Equal((2, 2), (report.Shipped, report.Dead));
        Assert.Contains("nope", File.ReadAllText(new ShipFiles(record.Data, Collectors.Address(receiver.Url).AbsoluteUri).DeadLetters));
    }

    [Fact]
    public void Rows_that_retention_took_first_are_counted()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, SegmentBytes = 2000, KeepBytes = 5000 } };
        using var receiver = new OtlpReceiver();
        record.Append();
        Ship(record, receiver.Url);
        var before = receiver.Received.Count;
        record.AppendMany(80);
        var report = Ship(record, receiver.Url);
        Assert.True(report.Lost > 0);
        Assert.Equal(record.Head.Tree.Size, before + report.Shipped + report.Lost);
    }

    [Fact]
    public async Task Two_at_once_ship_each_row_once()
    {
        using var record = Rows(300);
        using var receiver = new OtlpReceiver();
        await Task.WhenAll(Task.Run(() => Ship(record, receiver.Url)), Task.Run(() => Ship(record, receiver.Url)));
        Assert.Equal(301, receiver.Received.Count);
    }

    [Fact]
    public async Task However_many_come_one_works_and_one_waits()
    {
        using var record = Rows(3);
        var (working, release) = (new ManualResetEventSlim(), new ManualResetEventSlim());
        using var receiver = new OtlpReceiver();
        receiver.Answer = _ =>
        {
            working.Set();
            release.Wait(TestContext.Current.CancellationToken);
            return (200, "", []);
        };
        var first = Task.Run(() => Behind(record, receiver.Url));
        working.Wait(TestContext.Current.CancellationToken);
        record.AppendMany(2);
        var others = Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() => Behind(record, receiver.Url), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        while (others.Count > 1)
        {
            var done = await Task.WhenAny(others); // those that found another waiting; the one that waits is left
            Assert.Null(await done);
            others.Remove(done);
        }
        release.Set();
        Assert.Equal(4, (await first)!.Value.Shipped);
        Assert.Equal(2, (await others[0])!.Value.Shipped);
        Assert.Equal(6, receiver.Received.Count);
    }

    private static ShipReport? Behind(ScratchRecord record, string url)
    {
        var address = Collectors.Address(url);
        return new Shipper(record.Data, address.AbsoluteUri, Collectors.Of(record.Data, address, [])).RunUnlessOneWaits();
    }

    [Fact]
    public void Another_record_in_the_same_place_is_shipped_from_its_beginning()
    {
        using var record = Rows(40);
        using var receiver = new OtlpReceiver();
        Ship(record, receiver.Url);
        Directory.Delete(record.Files.Directory, recursive: true);
        Sallyport.State.DataDirectory.Open(record.Data.Root);
        record.AppendMany(4);
        Assert.Equal(5, Shipper.Waiting(record.Data, Collectors.Address(receiver.Url).AbsoluteUri));
        Assert.Equal(5, Ship(record, receiver.Url).Shipped);
        Assert.Equal(46, receiver.Received.Select(l => l.Uid).Distinct().Count());
    }

    [Fact]
    public void Rows_that_a_power_cut_took_after_they_were_shipped_do_not_keep_the_next_from_going()
    {
        using var record = Rows(5);
        using var receiver = new OtlpReceiver();
        var (head, segment) = (File.ReadAllBytes(record.Files.Head), File.ReadAllBytes(record.Files.Segment(1)));
        record.AppendMany(30);
        Ship(record, receiver.Url);
        File.WriteAllBytes(record.Files.Head, head);
        File.WriteAllBytes(record.Files.Segment(1), segment);
        record.Append("after the cut");
        Ship(record, receiver.Url);
        Assert.Contains(receiver.Received, l => l.Body.Contains("after the cut"));
    }

    [Fact]
    public void Why_it_stopped_is_kept_until_it_goes_again()
    {
        using var record = Rows(2);
        using var receiver = new OtlpReceiver { Answer = _ => (401, "", "who are you"u8.ToArray()) };
        var address = Collectors.Address(receiver.Url).AbsoluteUri;
        Ship(record, receiver.Url);
        Assert.Contains("401 (who are you)", Shipper.LastFault(record.Data, address));
        receiver.Answer = _ => (200, "", []);
        Ship(record, receiver.Url);
        Assert.Null(Shipper.LastFault(record.Data, address));
    }

    [Fact]
    public void A_row_that_the_head_does_not_know_yet_waits()
    {
        using var record = Rows(2);
        using var receiver = new OtlpReceiver();
        File.AppendAllText(record.Files.Segment(1), "{\"half\":");
        Assert.Equal(3, Ship(record, receiver.Url).Shipped);
        record.Append("next");
        Assert.Equal(2, Ship(record, receiver.Url).Shipped); // the row that tells of the mending, and the next
    }

    [Theory]
    [InlineData("http://collector.example:4318")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("https://user:word@collector.example")]
    [InlineData("127.0.0.1:4318")]
    public void An_address_that_would_show_the_record_is_refused(string url) => Assert.Throws<GuardException>(() => Collectors.Address(url));

    [Theory]
    [InlineData("https://collector.example", "https://collector.example/v1/logs")]
    [InlineData("http://localhost:4318/", "http://localhost:4318/v1/logs")]
    [InlineData("https://collector.example/otlp/v1/logs", "https://collector.example/otlp/v1/logs")]
    public void The_path_of_logs_is_added_where_none_was_given(string written, string address) => Assert.Equal(address, Collectors.Address(written).AbsoluteUri);

    [Theory]
    [InlineData("x")]
    [InlineData("a b=c")]
    [InlineData("a=b\r\nc: d")]
    [InlineData("a=b%0d%0ac: d")]
    public void A_header_that_would_make_two_is_refused(string header) => Assert.Throws<GuardException>(() => Collectors.Headers([header]));

    [Theory]
    [InlineData("", 0)]
    [InlineData("SSH-2.0-x\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 200)]
    [InlineData("HTTP/1.1 429 Slow\r\nRetry-After: 3\r\n\r\n", 429)]
    public void Answers_are_read(string answer, int status) => Assert.Equal(status, LoopbackHttp.Parse(Encoding.ASCII.GetBytes(answer)).Status);

    [Fact]
    public void The_helpers_line_is_read()
    {
        var reply = HelperHttp.Read("""{"status":503,"retryAfter":"9","bodyBase64":"AQI=","ms":3}""");
        Assert.Equal((503, 9, 2), (reply.Status, reply.RetryAfter, reply.Body.Length));
        Assert.Equal(0, HelperHttp.Read("nonsense").Status);
        Assert.Equal("no such host", HelperHttp.Read("""{"status":0,"fault":"unreachable","why":"no such host"}""").Fault);
    }
}
