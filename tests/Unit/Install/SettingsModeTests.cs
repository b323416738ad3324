using Sallyport.Cli.Install;

namespace Sallyport.Tests.Install;

/// <summary>What <c>install --monitor</c> and <c>--enforce</c> make of a settings.json.</summary>
public class SettingsModeTests
{
    private const string Alone = "{\n  \"mode\": \"monitor\"\n}\n";

    [Theory]
    [InlineData(null, "monitor", Alone)]
    [InlineData(null, "enforce", null)]
    [InlineData(null, null, null)]
    [InlineData(Alone, null, Alone)]
    [InlineData(Alone, "monitor", Alone)]
    [InlineData(Alone, "enforce", null)] // as if it had never been asked for
    [InlineData("{}", "monitor", "{\n  \"mode\": \"monitor\"\n}")]
    [InlineData("{\"debug\":true}", "enforce", "{\"debug\":true}")]
    [InlineData("{\"debug\":true}", "monitor", "{\n  \"mode\": \"monitor\",\"debug\":true}")]
    [InlineData("{ \"debug\" : true,\r\n\t\"mode\" :\"monitor\" }", "enforce", "{ \"debug\" : true,\r\n\t\"mode\" :\"enforce\" }")]
    [InlineData("{\"guards\":{\"timeoutMs\":5000},\"mode\":\"enforce\"}", "monitor", "{\"guards\":{\"timeoutMs\":5000},\"mode\":\"monitor\"}")]
    public void Every_other_byte_stays(string? before, string? mode, string? after) =>
        Assert.Equal(after, SettingsMode.Apply("settings.json", before, mode, managed: false));

    [Fact]
    public void An_administrators_file_stays_a_file_and_keeps_its_locks()
    {
        const string locked = "{\"mode\":\"monitor\",\"locked\":[\"mode\"]}";
        Assert.Equal("{\"mode\":\"enforce\",\"locked\":[\"mode\"]}", SettingsMode.Apply("settings.json", locked, "enforce", managed: true));
        Assert.Equal("{\"mode\":\"enforce\"}", SettingsMode.Apply("settings.json", "{\"mode\":\"monitor\"}", "enforce", managed: true));
    }

    [Theory]
    [InlineData("{\"mood\":1}", "mood")]
    [InlineData("{", "settings.json")]
    [InlineData("[]", "not a JSON object")]
    public void What_cannot_be_read_is_not_written(string text, string named) =>
        Assert.Contains(named, Assert.Throws<GuardException>(() => SettingsMode.Apply("settings.json", text, "monitor", managed: false)).Message, StringComparison.Ordinal);
}
