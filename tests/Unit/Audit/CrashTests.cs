using System.Text;
using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Tests.Audit;

public class CrashTests
{
    private static int Kills => Environment.GetEnvironmentVariable("SALLYPORT_TEST_LONG") == "1" ? 1000 : 50;

    [Fact]
    public void Eight_writers_of_ten_thousand_rows_killed_at_random_lose_nothing_that_was_acknowledged()
    {
        const int each = 10_000;
        using var record = new ScratchRecord();
        var noted = Enumerable.Range(0, 8).Select(slot => Path.Combine(record.Data.Root, $"slot-{slot}")).ToArray();
        var random = new Random(11);
        var goal = Enumerable.Repeat(each, noted.Length).ToArray();
        var writers = new System.Diagnostics.Process[noted.Length];
        void Start(int slot) => writers[slot] = KilledWriter.Start(record.Data.Root, noted[slot], Acknowledged(noted[slot]), goal[slot]);
        var kills = 0;
        try
        {
            for (var slot = 0; slot < writers.Length; slot++) Start(slot);
            while (kills < Kills || Array.Exists(noted, path => Acknowledged(path) < each))
            {
                Thread.Sleep(random.Next(20, 120));
                for (var slot = 0; slot < writers.Length; slot++)
                {
                    if (!writers[slot].HasExited) continue;
                    Assert.Equal(0, writers[slot].ExitCode);
                    writers[slot].Dispose();
                    if (kills < Kills) goal[slot] += each; // ten thousand more, for there are kills left
                    Start(slot);
                }
                if (kills >= Kills && random.Next(4) > 0) continue; // what is left gets there, and is killed now and then
                var victim = random.Next(writers.Length);
                writers[victim].Kill();
                writers[victim].WaitForExit();
                writers[victim].Dispose();
                Start(victim);
                kills++;
            }
        }
        finally
        {
            foreach (var writer in writers)
            {
                if (!writer.HasExited) writer.Kill();
                writer.WaitForExit();
                writer.Dispose();
            }
        }

        var before = new AuditVerifier(record.Files).Verify();
        Assert.True(before.Sound, before.Message);
        record.Append("after all the killing");
        var report = new AuditVerifier(record.Files).Verify();
        Assert.True(report.Outcome == VerifyOutcome.Valid, report.Message);

        var rows = new Dictionary<long, string>();
        var walk = RecordWalk.Of(record.Files, null, (row, leaf, _) => rows[row.Sequence] = Convert.ToHexStringLower(leaf));
        walk.Run();
        Assert.All(noted, path => Assert.True(Acknowledged(path) >= each));
        foreach (var line in noted.SelectMany(File.ReadLines).Select(l => l.Split(' '))) Assert.Equal(line[1], rows[long.Parse(line[2])]);
    }

    // A writer killed between its append and its note writes that row again under the same number: nothing that was noted is lost by it.
    private static int Acknowledged(string path) => File.Exists(path) ? File.ReadLines(path).Count() : 0;

    [Fact]
    public void A_row_cut_at_any_byte_is_set_aside_and_the_record_goes_on()
    {
        using var record = new ScratchRecord();
        record.AppendMany(3);
        var (segment, head) = (File.ReadAllBytes(record.Files.Segment(1)), File.ReadAllBytes(record.Files.Head));
        record.Append("the row that is cut");
        var after = File.ReadAllBytes(record.Files.Segment(1));
        var rows = record.Head.Tree.Size;
        for (var length = segment.Length; length <= after.Length; length++)
        {
            File.WriteAllBytes(record.Files.Segment(1), after[..length]);
            File.WriteAllBytes(record.Files.Head, head);
            var found = new AuditVerifier(record.Files).Verify();
            Assert.True(found.Sound, found.Message);
            var torn = length > segment.Length && length < after.Length;
            Assert.Equal(torn ? VerifyOutcome.Torn : VerifyOutcome.Valid, found.Outcome);
            record.Append("and on");
            var report = new AuditVerifier(record.Files).Verify();
            Assert.True(report.Outcome == VerifyOutcome.Valid, report.Message);
            Assert.Equal(length == segment.Length ? rows : rows + 1, report.Size); // torn: the row that says so; whole: the row itself
            Assert.Equal(torn, report.Notes.Any(n => n.Contains("set aside")));
        }
    }

    [Fact]
    public void A_head_cut_at_any_byte_is_made_again_and_verify_says_so()
    {
        using var record = new ScratchRecord();
        record.AppendMany(5);
        var head = File.ReadAllBytes(record.Files.Head);
        for (var length = 0; length < 600; length += 13)
        {
            var segment = File.ReadAllBytes(record.Files.Segment(1));
            File.WriteAllBytes(record.Files.Head, head[..length]);
            Assert.Equal(VerifyOutcome.Changed, new AuditVerifier(record.Files).Verify().Outcome);
            record.Append("and on");
            var report = new AuditVerifier(record.Files).Verify();
            Assert.Equal(VerifyOutcome.Changed, report.Outcome);
            Assert.Contains("made again from the rows", report.Message);
            File.WriteAllBytes(record.Files.Segment(1), segment);
            File.WriteAllBytes(record.Files.Head, head);
        }
    }

    [Fact]
    public void Rows_that_the_disk_lost_are_missed_on_the_record_itself()
    {
        using var record = new ScratchRecord();
        record.AppendMany(8);
        File.WriteAllText(record.Files.Segment(1), string.Concat(record.Lines()[..6].Select(l => l + "\n")));
        record.Append("after the power cut");
        var report = new AuditVerifier(record.Files).Verify();
        Assert.Equal(VerifyOutcome.Truncated, report.Outcome);
        Assert.Contains("3 rows that were on the record are gone", report.Message);
    }

    [Theory]
    [InlineData(28)] // no space
    [InlineData(5)] // input or output error
    [InlineData(13)] // no permission
    [InlineData(24)] // too many files
    [InlineData(30)] // read-only
    public void Whichever_call_fails_the_append_throws_and_the_record_stays_sound(int error)
    {
        for (var call = 1; ; call++)
        {
            using var record = new ScratchRecord { Options = new() { CheckpointEvery = 3, SegmentBytes = 1200, Fsync = true } };
            record.AppendMany(5);
            var size = record.Head.Tree.Size;
            var made = 0;
            var failed = false;
            Posix.Fault = _ => ++made == call ? error : 0;
            try
            {
                record.Append("the one that fails");
            }
            catch (StateException)
            {
                failed = true;
            }
            finally
            {
                Posix.Fault = null;
            }
            if (made < call) return; // every call of an append has failed once
            var stands = record.Files.Segments().SelectMany(s => record.Lines(s)).Any(l => l.Contains("the one that fails"));
            Assert.True(stands != failed, $"call {call}: what was refused must not stand on the record, and what was not must");
            var found = new AuditVerifier(record.Files).Verify();
            Assert.True(found.Sound, $"call {call}: {found.Message}");
            record.Append("the next");
            var report = new AuditVerifier(record.Files).Verify();
            Assert.True(report.Sound, $"call {call}: {report.Message}");
            Assert.True(report.Size > size);
        }
    }

    [Fact]
    public void An_interrupted_call_is_made_again()
    {
        using var record = new ScratchRecord { Options = new() { CheckpointEvery = 0, Fsync = true } };
        var made = 0;
        Posix.Fault = call => call != "lseek" && ++made % 2 == 1 ? 4 : 0; // EINTR, every other time; lseek never waits
        try
        {
            record.AppendMany(3);
        }
        finally
        {
            Posix.Fault = null;
        }
        Assert.Equal(4, record.Head.Tree.Size);
        Assert.Equal(VerifyOutcome.Valid, new AuditVerifier(record.Files).Verify().Outcome);
    }

    [Fact]
    public void Dying_between_any_two_calls_leaves_a_record_that_goes_on()
    {
        for (var call = 1; ; call++)
        {
            using var record = new ScratchRecord { Options = new() { CheckpointEvery = 3, SegmentBytes = 1200, KeepBytes = 3000 } };
            record.AppendMany(9);
            var before = record.Head.Tree.Size;
            var made = 0;
            Posix.Fault = _ => ++made >= call ? throw new Died() : 0; // a dead process makes no further call
            try
            {
                record.Append("the last words");
                return;
            }
            catch (Died)
            {
            }
            finally
            {
                Posix.Fault = null;
            }
            var found = new AuditVerifier(record.Files).Verify();
            Assert.True(found.Sound, $"call {call}: {found.Message}");
            record.Append("another's words");
            var report = new AuditVerifier(record.Files).Verify();
            Assert.True(report.Sound, $"call {call}: {report.Message}");
            Assert.True(report.Size > before);
        }
    }

    [Fact]
    public void Two_hundred_at_once_are_all_there()
    {
        using var record = new ScratchRecord();
        Parallel.For(0, 200, i => record.Append($"one of many {i}"));
        Assert.Equal(201, record.Head.Tree.Size);
        Assert.Equal(VerifyOutcome.Valid, new AuditVerifier(record.Files).Verify().Outcome);
        Assert.Equal(200, record.Lines().Count(l => l.Contains("one of many")));
    }

    private sealed class Died : Exception;
}
