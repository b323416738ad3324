using Sallyport.Policy.Compiled;
using Sallyport.PolicyStore;

namespace Sallyport.Tests.PolicyStore;

public class PolicyCacheTests
{
    private static string Large(string action, int rules = 500) =>
        $$"""{"rules":[{{string.Join(',', Enumerable.Range(0, rules).Select(i => $$"""{"id":"r{{i}}","action":"{{action}}","tool":"tool_{{i}}","reason":"a reason of some length, so that the file is worth compiling"}"""))}}]}""";

    private static bool IsCompiled(PolicyScratch scratch) => PolicyLoader.Load(scratch.Actor()).Set.Layers[0].Document!.Rules is CompiledRules;

    [Fact]
    public void A_large_policy_is_compiled_once_and_a_changed_one_anew()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        Assert.False(IsCompiled(scratch));
        Assert.True(IsCompiled(scratch)); // written a moment ago, so known by its hash
        var root = PolicyLoader.Load(scratch.Actor()).Root;
        var file = Assert.Single(Directory.GetFiles(Path.Combine(scratch.Data.Root, "compiled")));

        File.SetLastWriteTimeUtc(scratch.Data.PolicyFile, DateTime.UtcNow.AddHours(-1));
        Assert.True(IsCompiled(scratch));
        var old = File.GetLastWriteTimeUtc(scratch.Data.PolicyFile);
        scratch.Write(Large("warn")); // of the same length, and with the old time put back
        File.SetLastWriteTimeUtc(scratch.Data.PolicyFile, old);
        Assert.False(IsCompiled(scratch));
        Assert.NotEqual(root, PolicyLoader.Load(scratch.Actor()).Root);
        Assert.True(IsCompiled(scratch));

        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        Assert.False(IsCompiled(scratch));
        Assert.True(IsCompiled(scratch));
        File.WriteAllText(file, "");
        Assert.False(IsCompiled(scratch));
    }

    [Fact]
    public void A_file_that_became_broken_or_small_is_read_itself()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        _ = IsCompiled(scratch);
        scratch.Write(Large("dney"));
        Assert.Null(PolicyLoader.Load(scratch.Actor()).Set.Layers[0].Document);
        scratch.Write("{}");
        Assert.Empty(PolicyLoader.Load(scratch.Actor()).Set.Layers[0].Document!.Rules);
    }

    [Fact]
    public void A_policy_is_changed_by_prompt_however_large()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny", 3000));
        _ = IsCompiled(scratch);
        Assert.StartsWith("Applied", scratch.Say("yes " + PolicyScratch.Id(scratch.Say("delete r17"))));
        Assert.Equal(2999, UserPolicy.Read(scratch.Data).Document!.Rules.Count);
    }
}
