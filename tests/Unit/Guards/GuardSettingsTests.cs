using Sallyport.Detection;
using Sallyport.Guards;
using Sallyport.Guards.Settings;

namespace Sallyport.Tests.Guards;

public class GuardSettingsTests
{
    private static Dictionary<string, string> Env(params string[] pairs) => pairs.Chunk(2).ToDictionary(p => p[0], p => p[1]);

    [Fact]
    public void Nothing_is_on_that_nobody_turned_on()
    {
        Assert.False(ScratchGuards.Read().Any);
        // What other products leave behind, or say besides, turns nothing on.
        Assert.False(ScratchGuards.Read(environment: Env("AXONFLOW_AUTH", "YTpi", "F5_GUARDRAILS_PROJECT_ID", "p", "ARMORCODEX_BACKEND_ENDPOINT", "https://x.example")).Any);
    }

    [Theory]
    [InlineData("F5_GUARDRAILS_API_TOKEN", "t", "f5")]
    [InlineData("AXONFLOW_ENDPOINT", "https://axon.example", "axonflow")]
    [InlineData("ARMORIQ_API_KEY", "ak_test_x", "armoriq")]
    public void Its_own_variable_turns_each_on(string variable, string value, string service)
    {
        var settings = ScratchGuards.Read(environment: Env(variable, value));
        foreach (var each in Sallyport.Guards.Services.All) Assert.Equal(each.Word() == service, settings.On(each));
        Assert.True(new GuardLayers(null, "", false, null, "", false).Mentioned(n => n == variable ? value : null));
    }

    [Fact]
    public void A_guard_can_be_turned_off_although_its_variables_are_there()
    {
        Assert.False(ScratchGuards.Read("""{"f5":{"enabled":false}}""", environment: Env("F5_GUARDRAILS_API_TOKEN", "t")).Any);
        Assert.True(ScratchGuards.Read("""{"armoriq":{"enabled":true}}""").On(Service.ArmorIq));
    }

    [Fact]
    public void The_variables_their_users_have_set_are_understood()
    {
        var settings = ScratchGuards.Read(environment: Env(
            "F5_GUARDRAILS_API_TOKEN", "t", "F5_GUARDRAILS_BASE_URL", "https://eu1.calypsoai.app/", "F5_GUARDRAILS_PROJECT_ID", "p1", "F5_GUARDRAILS_TIMEOUT", "7",
            "F5_GUARDRAILS_FAIL_MODE", "closed", "F5_GUARDRAILS_POST_STRICT", "no", "F5_GUARDRAILS_MAX_SCAN_LENGTH", "20000", "F5_GUARDRAILS_CA_BUNDLE", "/ca.pem",
            "AXONFLOW_ENDPOINT", "http://localhost:8080", "AXONFLOW_AUTH", "YTpi", "AXONFLOW_TIMEOUT_SECONDS", "3", "AXONFLOW_FAIL_MODE", "open", "AXONFLOW_LICENSE_TOKEN", "AXON-1",
            "ARMORIQ_API_KEY", "ak_live_1", "ARMORCODEX_VALIDITY_SECONDS", "600", "ARMORCODEX_TIMEOUT_MS", "4000", "CSRG_VERIFY_ENABLED", "true", "ARMORCODEX_USER_ID", "me", "ARMORCODEX_INTENT_DEADLINE_MS", "250"));
        Assert.Equal("https://eu1.calypsoai.app", settings.Address(Service.F5));
        Assert.Equal("p1", settings.Text(GuardTable.F5Project));
        Assert.Equal(7000, settings.TimeoutMs(Service.F5));
        Assert.Equal(FailMode.Closed, settings.FailModes(Service.F5).Prompt);
        Assert.True(settings.WarnsOnly(Service.F5, Surface.ToolOutput));
        Assert.Equal(20_000, settings.Number(GuardTable.F5Window));
        Assert.Equal("F5_GUARDRAILS_CA_BUNDLE", settings[GuardTable.F5CaBundle].Source);
        Assert.Equal(3000, settings.TimeoutMs(Service.AxonFlow));
        Assert.Equal(FailMode.Open, settings.FailModes(Service.AxonFlow).ToolInput);
        Assert.Equal(600, settings.Number(GuardTable.ArmorIqValidity));
        Assert.Equal(4000, settings.TimeoutMs(Service.ArmorIq));
        Assert.Equal(250, settings.Number(GuardTable.ArmorIqDeadlineMs));
        Assert.True(settings.Is(GuardTable.ArmorIqVerifyStep));
        Assert.Equal("https://api.armoriq.ai", settings.Address(Service.ArmorIq));
    }

    [Fact]
    public void Development_settings_of_ArmorIQ_lead_to_this_machine() =>
        Assert.Equal("http://127.0.0.1:3000", ScratchGuards.Read(environment: Env("ARMORIQ_API_KEY", "k", "ARMORIQ_ENV", "development")).Address(Service.ArmorIq));

    [Fact]
    public void Fail_modes_are_set_by_surface()
    {
        var modes = ScratchGuards.Read("""{"f5":{"failMode":"prompt=closed, tool_output=open"}}""").FailModes(Service.F5);
        Assert.Equal((FailMode.Closed, FailMode.Local, FailMode.Open, FailMode.Local), (modes[Surface.Prompt], modes[Surface.ToolInput], modes[Surface.ToolOutput], modes[Surface.Response]));
    }

    [Theory]
    [InlineData("""{"f5":{"url":"http://guard.example"}}""", "guards.f5.url")] // in the clear to another machine
    [InlineData("""{"f5":{"url":"https://me:pw@guard.example"}}""", "guards.f5.url")]
    [InlineData("""{"f5":{"token":"two words"}}""", "guards.f5.token")]
    [InlineData("""{"f5":{"token":"a\nX-Injected: 1"}}""", "guards.f5.token")]
    [InlineData("""{"f5":{"failMode":"prompt=maybe"}}""", "guards.f5.failMode")]
    [InlineData("""{"f5":{"failMode":"prompt=open,prompt=closed"}}""", "guards.f5.failMode")]
    [InlineData("""{"f5":{"tokn":"x"}}""", "guards.f5.tokn")]
    [InlineData("""{"f6":{}}""", "guards.f6")]
    [InlineData("""{"timeoutMs":30000}""", "guards.timeoutMs")]
    [InlineData("""{"caBundle":"ca.pem"}""", "guards.caBundle")]
    [InlineData("""{"armoriq":[]}""", "guards.armoriq")]
    public void What_is_not_understood_is_an_error_that_names_the_place(string json, string key)
    {
        var wrong = Assert.Throws<GuardException>(() => ScratchGuards.Read(json));
        Assert.Contains("settings.json", wrong.Message);
        Assert.Contains(key, wrong.Message);
    }

    [Fact]
    public void A_wrong_secret_is_never_repeated()
    {
        var wrong = Assert.Throws<GuardException>(() => ScratchGuards.Read(environment: Env("F5_GUARDRAILS_API_TOKEN", "sec ret")));
        Assert.DoesNotContain("sec ret", wrong.Message);
        Assert.Contains("F5_GUARDRAILS_API_TOKEN", wrong.Message);
    }

    [Fact]
    public void Nobody_moves_a_guard_that_is_the_administrators()
    {
        var environment = Env("F5_GUARDRAILS_BASE_URL", "https://elsewhere.example", "F5_GUARDRAILS_FAIL_MODE", "open", "F5_GUARDRAILS_TIMEOUT", "1", "SALLYPORT_F5", "off", "F5_GUARDRAILS_API_TOKEN", "mine");
        foreach (var (locked, tighten) in new[] { (true, false), (false, true) })
        {
            var settings = ScratchGuards.Read(managed: """{"f5":{"url":"https://guard.corp.example","failMode":"local","enabled":true}}""", locked: locked, onlyTighten: tighten, environment: environment);
            Assert.Equal("https://guard.corp.example", settings.Address(Service.F5));
            Assert.Equal(FailMode.Local, settings.FailModes(Service.F5).Prompt);
            Assert.Equal(5000, settings.TimeoutMs(Service.F5));
            Assert.True(settings.On(Service.F5));
            Assert.Equal("mine", settings.Text(GuardTable.F5Token)); // who asks is left to the person
            Assert.NotEmpty(settings.Notes);
        }
    }

    [Fact]
    public void Surface_by_surface_a_fail_mode_may_only_be_stricter()
    {
        var settings = ScratchGuards.Read(user: """{"f5":{"failMode":"prompt=closed,tool_input=open"}}""", managed: """{"f5":{"failMode":"tool_output=closed"}}""", onlyTighten: true);
        Assert.Equal("prompt=closed,tool_input=local,tool_output=closed,response=local", settings.FailModes(Service.F5).ToString());
    }

    [Fact]
    public void Certificates_are_verified_whatever_a_variable_asks() =>
        Assert.Contains(ScratchGuards.Read(environment: Env("ARMORCODEX_VERIFY_SSL", "false")).Notes, n => n.Contains("always verified", StringComparison.Ordinal));

    [Fact]
    public void Every_default_is_a_value_that_may_be_set()
    {
        foreach (var setting in GuardTable.All)
            if (setting.Default is { } value) Assert.Equal(value, setting.Read(value));
        Assert.Equal(GuardTable.All.Length, GuardTable.All.Select(s => s.Key).Distinct().Count());
        Assert.Equal(GuardTable.All.Length, GuardTable.All.Select(s => s.Variable).Distinct().Count());
    }
}
