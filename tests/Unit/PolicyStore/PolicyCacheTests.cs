using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;
using Sallyport.PolicyStore;
using Sallyport.State;
using Sallyport.Tests.Policy;

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
        var file = Compiled(scratch);

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

    private static string Compiled(PolicyScratch scratch) => Assert.Single(Directory.GetFiles(Path.Combine(scratch.Data.Root, "compiled"), "*.bin"));

    private static Verdict Says(PolicyScratch scratch, string tool) =>
        PolicyLoader.Load(scratch.Actor()).Set.Evaluate(new ToolCall(tool, JsonDocument.Parse("{}").RootElement), new PolicyContext { Facts = RandomPolicy.Facts }).Verdict;

    // What somebody may put there who can write in the folder and has not the key.
    private static byte[] Forged(string policy, string source, byte[] key)
    {
        var document = PolicyReader.Read("p", Encoding.UTF8.GetBytes(policy)).Document!;
        var stamp = FileStamp.Of(source, DateTimeOffset.UtcNow.AddDays(1).ToUnixTimeMilliseconds(), out _)!;
        return CompiledPolicy.Make(document, Sha256.Hash(File.ReadAllBytes(source)), stamp, key, []);
    }

    [Fact]
    public void A_compiled_form_that_somebody_else_made_is_never_believed()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        _ = IsCompiled(scratch);
        var (file, good) = (Compiled(scratch), File.ReadAllBytes(Compiled(scratch)));
        Assert.True(IsCompiled(scratch));
        Assert.Equal(Verdict.Deny, Says(scratch, "tool_7"));

        // The same source by hash and stamp, other rules, every hash right: only the key is not.
        foreach (var key in (byte[][])[[], new byte[32], "the administrator's own directory"u8.ToArray()])
        {
            File.WriteAllBytes(file, Forged(Large("allow"), scratch.Data.PolicyFile, key));
            Assert.False(IsCompiled(scratch));
            Assert.Equal(Verdict.Deny, Says(scratch, "tool_7"));
        }

        // An older one, or another policy's, as this directory's own hooks made it.
        scratch.Write(Large("warn"));
        File.WriteAllBytes(file, good);
        Assert.Equal(Verdict.Warn, Says(scratch, "tool_7"));
        Assert.True(IsCompiled(scratch));
        File.SetLastWriteTimeUtc(scratch.Data.PolicyFile, File.GetLastWriteTimeUtc(file));
        File.WriteAllBytes(file, good);
        Assert.Equal(Verdict.Warn, Says(scratch, "tool_7"));
    }

    [Fact]
    public void A_turned_bit_in_a_rule_refuses_one_call_and_is_mended()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        _ = IsCompiled(scratch);
        var bytes = File.ReadAllBytes(Compiled(scratch));
        var at = bytes.AsSpan().IndexOf("\"tool_7\""u8) - 20; // inside of its action or id
        bytes[at] ^= 1;
        File.WriteAllBytes(Compiled(scratch), bytes);
        var damaged = Assert.Throws<GuardException>(() => Says(scratch, "tool_7"));
        Assert.Contains("was damaged", damaged.Message);
        Assert.Equal(Verdict.Deny, Says(scratch, "tool_7"));
        Assert.True(IsCompiled(scratch));
    }

    [Fact]
    public void Without_its_key_or_with_another_it_is_made_anew()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        _ = IsCompiled(scratch);
        var key = Path.Combine(scratch.Data.Root, "compiled", "seal.key");
        Assert.Equal(32, new FileInfo(key).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        File.WriteAllBytes(key, new byte[32]);
        Assert.False(IsCompiled(scratch));
        Assert.True(IsCompiled(scratch));
        File.Delete(key);
        Assert.False(IsCompiled(scratch));
        Assert.True(IsCompiled(scratch));
    }

    [Fact]
    public void A_policy_that_changes_while_a_hook_judges_is_read_as_it_was_opened()
    {
        using var scratch = new PolicyScratch();
        scratch.Write(Large("deny"));
        _ = IsCompiled(scratch);
        var opened = PolicyLoader.Load(scratch.Actor()).Set;
        scratch.Write(Large("warn"));
        _ = IsCompiled(scratch);
        Assert.Equal(Verdict.Deny, opened.Layers[0].Document!.Rules[7].Action);
        Assert.Equal(Verdict.Warn, PolicyLoader.Load(scratch.Actor()).Set.Layers[0].Document!.Rules[7].Action);
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
