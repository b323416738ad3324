using Sallyport.Guards;
using Sallyport.Guards.Settings;

namespace Sallyport.Tests.Guards;

/// <summary>docs/guards.md says what the product does: every setting and every fault has its row.</summary>
public class DocumentationTests
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Root(), "docs", "guards.md"));

    [Fact]
    public void Every_setting_has_its_row()
    {
        var missing = GuardTable.All.Select(Row).Where(r => !s_text.Contains(r, StringComparison.Ordinal)).ToList();
        Assert.True(missing.Count == 0, "docs/guards.md lacks:\n" + string.Join("\n", missing));
    }

    [Fact]
    public void Every_fault_is_named()
    {
        foreach (var fault in Enum.GetValues<GuardFault>())
            if (fault != GuardFault.None) Assert.Contains($"`{fault.Word()}`", s_text);
    }

    [Fact]
    public void Every_variable_without_effect_has_its_row()
    {
        foreach (var (name, why) in UnusedVariables.All) Assert.Contains($"| `{name}` | {why} |", s_text);
    }

    private static string Row(GuardSetting setting)
    {
        var older = string.Join(", ", setting.Older.Select(o => $"`{o.Variable}`"));
        return $"| `{setting.Key["guards.".Length..]}` | `{setting.Variable}` | {older} | {(setting.Default is { } value ? $"`{value}`" : "")} | {setting.Allowed} |";
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Sallyport.slnx"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
