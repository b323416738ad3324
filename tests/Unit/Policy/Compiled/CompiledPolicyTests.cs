using Sallyport.Integrity;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;

namespace Sallyport.Tests.Policy.Compiled;

public class CompiledPolicyTests
{
    private static PolicyDocument Through(PolicyDocument policy)
    {
        var bytes = CompiledPolicy.Make(policy, new byte[Sha256.Size], new byte[Sha256.Size]);
        var head = bytes[..CompiledPolicy.HeadSize];
        Assert.True(CompiledPolicy.IsWhole(head, bytes.Length));
        return CompiledPolicy.Open(bytes.AsMemory(0, (int)CompiledPolicy.TableEnd(head)), (place, length) => bytes.AsMemory(place, length))!;
    }

    [Fact]
    public void A_compiled_policy_says_what_its_source_says()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var policy = new RandomPolicy(seed).Document(12);
            var compiled = Through(policy);
            Assert.Equal(PolicyRoot.Of([RandomPolicy.Layer(policy)]), PolicyRoot.Of([RandomPolicy.Layer(compiled)]));
            foreach (var call in RandomPolicy.EveryCall())
            {
                var (wanted, got) = (RandomPolicy.Judge(call, RandomPolicy.Layer(policy)), RandomPolicy.Judge(call, RandomPolicy.Layer(compiled)));
                Assert.True(wanted == got, $"seed {seed}: {wanted.Rule} against {got.Rule} for {call.Input}\n{System.Text.Encoding.UTF8.GetString(PolicyWriter.Write(policy))}");
            }
        }
    }

    [Fact]
    public void All_that_a_policy_holds_is_kept()
    {
        var policy = RandomPolicy.Read("""{"version":5,"description":"d","default":"ask","builtIn":{"git":"deny"},"rules":[{"id":"a","action":"deny","tool":"Bash","reason":"ü"}]}""");
        Assert.Equal(PolicyWriter.Write(policy), PolicyWriter.Write(Through(policy)));
        Assert.Equal("a", Through(policy).Find("a")!.Id);
    }

    [Theory]
    [InlineData("\"tool\":\"Bash\",\"command\":\"program{0}x --option *\"", "git push", 50)]
    [InlineData("\"tool\":\"Bash\",\"command\":\"program{0}x --option *\"", "rm -rf sub", 50)]
    [InlineData("\"tool\":\"Bash\",\"command\":\"program{0}x --option *\"", "if then", 10_000)] // what cannot be read is held against every rule of commands
    [InlineData("\"tool\":\"*\",\"host\":\"host{0}.example.org\"", "cat *.pem", 50)]
    [InlineData("\"tool\":\"*\",\"path\":\"/srv/area{0}/**\"", "cat *.pem", 50)]
    [InlineData("\"tool\":\"*\",\"path\":\"area{0}/**\"", "rm -rf build", 50)]
    [InlineData("\"tool\":\"*\",\"path\":\"/srv/area{0}/**\"", "rm -rf /", 10_000)] // and this one leads everywhere
    [InlineData("\"tool\":\"mcp__server{0}__*\"", "git push", 50)]
    [InlineData("\"tool\":\"tool_{0}\"", "git push", 50)]
    public void Of_ten_thousand_rules_only_those_are_read_that_may_match(string condition, string command, int most)
    {
        var rules = Enumerable.Range(0, 10_000).Select(i => $"{{\"id\":\"r{i}\",\"action\":\"deny\",{condition.Replace("{0}", i.ToString(), StringComparison.Ordinal)}}}");
        var policy = RandomPolicy.Read($$"""{"rules":[{{string.Join(',', rules)}}]}""");
        var bytes = CompiledPolicy.Make(policy, new byte[Sha256.Size], new byte[Sha256.Size]);
        var read = 0;
        var compiled = CompiledPolicy.Open(bytes.AsMemory(0, (int)CompiledPolicy.TableEnd(bytes[..CompiledPolicy.HeadSize])), (place, length) =>
        {
            read++;
            return bytes.AsMemory(place, length);
        })!;
        _ = RandomPolicy.Judge(RandomPolicy.EveryCall().First(call => call.Command == command), RandomPolicy.Layer(compiled));
        Assert.InRange(read, most == 10_000 ? 10_000 : 0, most);
    }

    [Fact]
    public void What_is_not_whole_is_not_opened()
    {
        var bytes = CompiledPolicy.Make(new RandomPolicy(1).Document(5), new byte[Sha256.Size], new byte[Sha256.Size]);
        var head = bytes[..CompiledPolicy.HeadSize];
        Assert.False(CompiledPolicy.IsWhole(head, bytes.Length - 1));
        Assert.False(CompiledPolicy.IsWhole(head.AsSpan(1), bytes.Length));
        head[0] ^= 1;
        Assert.False(CompiledPolicy.IsWhole(head, bytes.Length));
    }
}
