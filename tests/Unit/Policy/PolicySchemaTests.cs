using System.Text.Json;
using Sallyport.Policy.Rules.Conditions;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>The published schema knows what the reader knows.</summary>
public class PolicySchemaTests
{
    private static JsonElement Schema()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, "docs", "schema", "policy.schema.json"))) return JsonDocument.Parse(File.ReadAllText(Path.Combine(at, "docs", "schema", "policy.schema.json"))).RootElement;
        throw new FileNotFoundException("policy.schema.json");
    }

    private static string[] Names(JsonElement properties) => [.. properties.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public void It_has_every_key_the_reader_takes_and_no_other()
    {
        var schema = Schema();
        foreach (var key in Names(schema.GetProperty("properties"))) Assert.DoesNotContain("unknown key", Faults($$"""{"{{key}}":null}"""));
        var rule = schema.GetProperty("$defs").GetProperty("rule").GetProperty("properties");
        foreach (var key in Names(rule)) Assert.DoesNotContain("unknown key", Faults($$"""{"rules":[{"{{key}}":null}]}"""));
        Assert.Equal(
            ["action", "agent", "anyParam", "command", "cwd", "dataClass", "escalate", "host", "id", "params", "path", "permissionMode", "reason", "suggest", "tool"], Names(rule).Order());
        Assert.Contains("unknown key", Faults("""{"nothing":1}"""));
    }

    [Fact]
    public void It_has_every_effect()
    {
        var effects = Schema().GetProperty("$defs").GetProperty("effect").GetProperty("enum").EnumerateArray().Select(item => item.GetString()!).ToList();
        Assert.Equal(Enum.GetValues<EffectKind>().Select(EffectNames.Of), effects);
    }

    private static string Faults(string json) =>
        string.Join('\n', Sallyport.Policy.Rules.Reading.PolicyReader.Read("p", System.Text.Encoding.UTF8.GetBytes(json)).Faults);
}
