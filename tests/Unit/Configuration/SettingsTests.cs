using System.Text;
using Sallyport.Configuration;

namespace Sallyport.Tests.Configuration;

public class SettingsTests
{
    private static SettingsFile File(string json, bool managed = false) =>
        SettingsFile.Parse(managed ? "managed.json" : "settings.json", Encoding.UTF8.GetBytes(json), managed);

    private static Settings Combine(string? managed = null, string? user = null, Dictionary<string, string>? env = null, bool onlyTighten = false) =>
        SettingsLayers.Combine(
            managed is null ? null : File(managed, managed: true), user is null ? null : File(user),
            name => env?.GetValueOrDefault(name), onlyTighten, null, []);

    [Fact]
    public void Without_any_file_it_enforces_and_needs_a_plan()
    {
        var settings = Combine();
        Assert.True(settings.Enforce && settings.IntentRequired && settings.AuditEnabled && settings.DenyUnrecorded);
        Assert.Equal("default", settings[Setting.Mode].Source);
        Assert.Empty(settings.Notes);
    }

    [Fact]
    public void Every_definition_stands_at_its_own_place_and_accepts_its_default()
    {
        foreach (var setting in Enum.GetValues<Setting>())
        {
            var definition = SettingDefinition.Of(setting);
            Assert.Equal(setting, definition.Setting);
            Assert.Equal(definition.Default, definition.Read(definition.Default));
        }
    }

    [Fact]
    public void The_file_wins_over_the_environment_and_the_new_name_over_the_old()
    {
        var env = new Dictionary<string, string> { ["SALLYPORT_MODE"] = "enforce", ["ARMORCODEX_MODE"] = "monitor" };
        Assert.True(Combine(env: env).Enforce);
        Assert.False(Combine(user: """{"mode":"monitor"}""", env: env).Enforce);
        Assert.False(Combine(env: new() { ["ARMORCODEX_MODE"] = "monitor" }).Enforce);
    }

    [Fact]
    public void What_reduces_protection_is_noted() =>
        Assert.Contains(Combine(env: new() { ["SALLYPORT_MODE"] = "monitor" }).Notes, n => n.Contains("SALLYPORT_MODE"));

    [Theory]
    [InlineData("""{"mode":"enforce","locked":["mode"]}""")]
    [InlineData("""{"locked":["mode"]}""")]
    [InlineData("""{"locked":true}""")]
    public void What_the_administrator_locked_stays(string managed)
    {
        var settings = Combine(managed, """{"mode":"monitor"}""", new() { ["SALLYPORT_MODE"] = "monitor" });
        Assert.True(settings.Enforce);
        Assert.True(settings[Setting.Mode].Locked);
    }

    [Fact]
    public void A_lock_holds_against_tightening_too()
    {
        var settings = Combine("""{"mode":"monitor","locked":["mode"]}""", """{"mode":"enforce"}""");
        Assert.False(settings.Enforce);
    }

    [Fact]
    public void An_unlocked_managed_value_is_the_default_of_the_site()
    {
        Assert.False(Combine("""{"mode":"monitor"}""").Enforce);
        Assert.True(Combine("""{"mode":"monitor"}""", """{"mode":"enforce"}""").Enforce);
    }

    [Theory]
    [InlineData("mode", "\"monitor\"", "enforce")]
    [InlineData("intentRequired", "false", "true")]
    [InlineData("auditEnabled", "false", "true")]
    [InlineData("auditFailure", "\"warn\"", "deny")]
    public void A_managed_hook_only_lets_users_tighten(string key, string looser, string stays)
    {
        var setting = SettingDefinition.All.Single(d => d.Key == key).Setting;
        Assert.Equal(stays, Combine(user: $$"""{"{{key}}":{{looser}}}""", onlyTighten: true)[setting].Value);
    }

    [Fact]
    public void Tightening_is_taken_from_users_of_a_managed_hook() =>
        Assert.True(Combine("""{"mode":"monitor"}""", """{"planMatching":"strict","mode":"enforce"}""", onlyTighten: true) is { Enforce: true, StrictPlans: true });

    [Theory]
    [InlineData("0", "60", false)] // no limit asked for where there is one
    [InlineData("30", "60", true)]
    [InlineData("90", "60", false)]
    public void A_shorter_plan_life_is_stricter_and_none_is_loosest(string user, string managed, bool taken)
    {
        var settings = Combine($$"""{"planTtlSeconds":{{managed}}}""", $$"""{"planTtlSeconds":{{user}}}""", onlyTighten: true);
        Assert.Equal(taken ? user : managed, settings[Setting.PlanTtlSeconds].Value);
    }

    [Theory]
    [InlineData("""{"mode":"monitr"}""", "mode")]
    [InlineData("""{"Mode":"enforce"}""", "Mode")]
    [InlineData("""{"planTtlSeconds":-1}""", "planTtlSeconds")]
    [InlineData("""{"planTtlSeconds":1.5}""", "planTtlSeconds")]
    [InlineData("""{"intentRequired":null}""", "intentRequired")]
    [InlineData("""{"locked":true}""", "locked")]
    [InlineData("""{"mode":"enforce","mode":"monitor"}""", "JSON")]
    [InlineData("""[]""", "object")]
    public void A_wrong_file_is_an_error_that_names_file_and_key(string json, string named)
    {
        var wrong = Assert.Throws<GuardException>(() => File(json));
        Assert.Contains("settings.json", wrong.Message);
        Assert.Contains(named, wrong.Message);
    }

    [Fact]
    public void An_unknown_value_in_the_environment_is_an_error_that_names_the_variable()
    {
        var wrong = Assert.Throws<GuardException>(() => Combine(env: new() { ["SALLYPORT_MODE"] = "off" }));
        Assert.Contains("SALLYPORT_MODE", wrong.Message);
        Assert.Contains("enforce", wrong.Message);
    }
}
