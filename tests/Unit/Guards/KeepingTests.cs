using System.Text;
using Sallyport.Guards;
using Sallyport.Guards.Keeping;

namespace Sallyport.Tests.Guards;

public sealed class KeepingTests : IDisposable
{
    private readonly ScratchGuards _scratch = new();

    private GuardFolder Folder => GuardFolder.Open(_scratch.Data);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_verdict_is_kept_for_its_time_and_an_outage_not_at_all()
    {
        var cache = new AnswerCache(Folder, TimeSpan.FromMinutes(5));
        var now = DateTimeOffset.UtcNow;
        var key = AnswerCache.KeyOf("f5", "text");
        cache.Keep(key, GuardAnswer.Flagged(Service.F5, "why", "scanner"));
        var found = cache.Find(key, now)!;
        Assert.Equal((GuardOutcome.Flagged, "why", true), (found.Outcome, found.Why, found.Cached));
        Assert.Null(cache.Find(key, now + TimeSpan.FromMinutes(6)));
        Assert.Null(cache.Find(key, now - TimeSpan.FromMinutes(6))); // the clock went back
        Assert.Null(cache.Find(AnswerCache.KeyOf("f5t", "ext"), now)); // parts do not run into each other

        cache.Keep("b", GuardAnswer.Unavailable(Service.F5, GuardFault.Timeout, ""));
        Assert.Null(cache.Find("b", now));
        cache.Prune(now + TimeSpan.FromMinutes(6));
        Assert.Empty(Directory.GetFiles(Folder.Cache));
    }

    [Fact]
    public void An_answer_that_somebody_wrote_over_is_asked_anew()
    {
        var cache = new AnswerCache(Folder, TimeSpan.FromMinutes(5));
        foreach (var text in (string[])["", "{}", "{\"answers\":[]}", "{\"answers\":[{\"service\":\"f5\",\"outcome\":\"no-such-word\"}]}", "{\"answers\":[{}]}"])
        {
            File.WriteAllText(Path.Combine(Folder.Cache, "k"), text);
            Assert.Null(cache.Find("k", DateTimeOffset.UtcNow));
        }
    }

    [Fact]
    public void Nothing_of_a_text_is_kept_with_its_answer()
    {
        var cache = new AnswerCache(Folder, TimeSpan.FromMinutes(5));
        cache.Keep(AnswerCache.KeyOf("f5", "a very private text"), GuardAnswer.Cleared(Service.F5));
        Assert.DoesNotContain("private", File.ReadAllText(Directory.GetFiles(Folder.Cache).Single()));
    }

    [Fact]
    public void How_a_service_fared_is_remembered_and_damage_forgotten()
    {
        var states = new ServiceStates(Folder);
        states.Note(Service.F5, new ServiceState { Fault = GuardFault.RateLimited, Why = "w", Since = 1, PausedUntil = 2, Credential = "c" });
        states.Note(Service.AxonFlow, new ServiceState { Fault = GuardFault.Dns, Why = "v" });
        Assert.Equal(new ServiceState { Fault = GuardFault.RateLimited, Why = "w", Since = 1, PausedUntil = 2, Credential = "c" }, states.Of(Service.F5));
        Assert.Equal(GuardFault.Dns, states.Of(Service.AxonFlow).Fault);
        File.WriteAllText(Folder.StateFile, "{\"f5\":3}");
        Assert.Equal(new ServiceState(), states.Of(Service.F5));
    }

    [Fact]
    public void A_row_stays_until_the_service_has_it()
    {
        var spool = new Spool(Folder.Spool(Service.ArmorIq));
        for (var i = 0; i < 5; i++) spool.Add(Encoding.UTF8.GetBytes($"{{\"row\":{i}}}"));
        Assert.False(spool.Drain(100, static _ => SpoolFate.Again));
        Assert.Equal(5, spool.Waiting().Rows);

        var seen = new List<string>();
        Assert.True(spool.Drain(2, rows =>
        {
            seen.AddRange(rows);
            spool.Add("{\"row\":5}"u8); // another hook adds while this one sends
            return SpoolFate.Done;
        }));
        Assert.Equal(["{\"row\":0}", "{\"row\":1}"], seen);
        Assert.Equal(4, spool.Waiting().Rows);
        Assert.True(spool.Drain(1, static _ => SpoolFate.Refused));
        Assert.Equal("{\"row\":2}\n", File.ReadAllText(Folder.Spool(Service.ArmorIq) + ".refused"));
        Assert.False(spool.Drain(100, static rows => rows.Count == 3 ? SpoolFate.Done : SpoolFate.Again));
        Assert.Equal(0, spool.Waiting().Rows);
    }

    [Fact]
    public void A_spool_does_not_fill_the_disk()
    {
        var spool = new Spool(Folder.Spool(Service.ArmorIq));
        var row = new byte[1024 * 1024];
        Array.Fill(row, (byte)'x');
        var kept = 0;
        while (kept < 100 && spool.Add(row)) kept++;
        Assert.InRange(kept, 5, 8);
    }

    [Fact]
    public void A_credential_that_others_can_read_is_not_used()
    {
        var path = _scratch.File("token", "abc\n");
        Assert.Equal("abc", PrivateFile.Read(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<GuardException>(() => PrivateFile.Read(path)).Message);
        Assert.Null(PrivateFile.Read(path + ".missing"));

        _scratch.Environment["SALLYPORT_F5_TOKEN_FILE"] = path;
        var (value, why) = _scratch.Context().Credential(Sallyport.Guards.Settings.GuardTable.F5Token, Sallyport.Guards.Settings.GuardTable.F5TokenFile);
        Assert.Null(value);
        Assert.Contains(path, why);
    }
}
