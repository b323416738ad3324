using Sallyport.Configuration;
using Sallyport.Guards.Settings;

namespace Sallyport.Tests.Configuration;

public class UnknownVariablesTests
{
    [Theory]
    [InlineData("SALLYPORT_MOD")]
    [InlineData("SALLYPORT_CRYPTO_POLICY")]
    [InlineData("sallyport_mode")]
    [InlineData("SALLYPORT_F5_TOKENS")]
    public void A_mistyped_name_is_told(string name) => Assert.Contains(name, Assert.Single(UnknownVariables.Notes([name, "PATH"])));

    [Fact]
    public void Every_variable_that_counts_is_known() =>
        Assert.Empty(UnknownVariables.Notes(
        [
            "SALLYPORT_DATA_DIR", "SALLYPORT_POLICY_UPDATE_ALLOWLIST", "SALLYPORT_DIST", "SALLYPORT_TEST_LONG", "PATH",
            .. SettingDefinition.All.Select(setting => setting.Variable), .. GuardTable.All.Select(setting => setting.Variable).OfType<string>(),
        ]));
}
