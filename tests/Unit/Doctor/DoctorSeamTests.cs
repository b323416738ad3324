using System.Text;
using Sallyport.Audit;
using Sallyport.Cli.Doctor;
using Sallyport.Configuration;
using Sallyport.Integrity;
using Sallyport.Policy.Bundles;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.Tests.PolicyStore;

namespace Sallyport.Tests.Doctor;

/// <summary>What the doctor finds by the clock: a test cannot turn that of the machine back, so the time is given.</summary>
public class DoctorSeamTests
{
    private static readonly DateTimeOffset Now = new(2027, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly NoteKey Key = NoteKey.FromSeed("example.com/policy", [.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    private static Finding? Bundle(PolicyScratch scratch, DateTimeOffset now)
    {
        var settings = SettingsFile.Parse("/etc/sallyport/settings.json", Encoding.UTF8.GetBytes($$"""{"policyKeys":["{{Key.ToVerifier()}}"],"locked":true}"""), managed: true);
        return BundleChecks.Run(scratch.Data, SettingsLayers.Combine(settings, null, static _ => null, false, null, []), now).SingleOrDefault();
    }

    private static void Apply(PolicyScratch scratch, DateTimeOffset? expires) => Assert.Null(new BundleStore(scratch.Data.Root).Apply(
        PolicyBundle.Sign(PolicyReader.Read("p", """{"rules":[]}"""u8.ToArray()).Document!, Key, 7, Now.AddDays(-1), expires, null), [Key.ToVerifier()], Now).Problem);

    [Fact]
    public void A_signed_policy_is_good_then_about_to_expire_then_a_fault()
    {
        using var scratch = new PolicyScratch();
        Assert.Null(Bundle(scratch, Now));
        Apply(scratch, Now.AddDays(60));
        Assert.Equal(("bundle", Level.Good), (Bundle(scratch, Now)!.Id, Bundle(scratch, Now)!.Level));
        var soon = Bundle(scratch, Now.AddDays(40))!;
        Assert.Equal(("bundle.expires", Level.Note), (soon.Id, soon.Level));
        Assert.Contains("2027-07-31", soon.What, StringComparison.Ordinal);
        var over = Bundle(scratch, Now.AddDays(61))!;
        Assert.Equal(("bundle.invalid", Level.Fault), (over.Id, over.Level));
        Assert.Contains("it expired on 2027-07-31", over.What, StringComparison.Ordinal);
        Assert.Contains("sallyport policy apply", over.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_policy_that_was_changed_or_taken_away_is_a_fault()
    {
        using var scratch = new PolicyScratch();
        Apply(scratch, null);
        Assert.Contains("never expires", Bundle(scratch, Now)!.What, StringComparison.Ordinal);
        var file = new BundleStore(scratch.Data.Root).File;
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"version\":7", "\"version\":8", StringComparison.Ordinal));
        Assert.Equal("bundle.invalid", Bundle(scratch, Now)!.Id);
        File.Delete(file);
        Assert.Contains("it is gone", Bundle(scratch, Now)!.What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_before_this_version_or_before_the_record_is_a_fault()
    {
        using var scratch = new PolicyScratch();
        var files = new AuditFiles(scratch.Data);
        File.WriteAllText(files.Segment(1), "");
        File.SetLastWriteTimeUtc(files.Segment(1), Now.UtcDateTime);

        List<string> At(DateTime now)
        {
            var findings = new List<Finding>();
            DataChecks.Clock(scratch.Data, now, findings);
            return [.. findings.Select(f => f.Id)];
        }

        Assert.Empty(At(Now.UtcDateTime));
        Assert.Empty(At(Now.UtcDateTime.AddMinutes(-5))); // another machine's clock, on a shared disk
        Assert.Equal(["clock.behind"], At(Now.UtcDateTime.AddHours(-1)));
        Assert.Equal(["clock.wrong", "clock.behind"], At(new DateTime(1970, 1, 1, 0, 5, 0, DateTimeKind.Utc)));
    }
}
