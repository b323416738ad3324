using Sallyport.Integrity;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;

namespace Sallyport.Tests.Policy.Compiled;

public class CompiledPolicyTests
{
    private static readonly byte[] None = new byte[Sha256.Size];

    private static byte[] Make(PolicyDocument policy) => CompiledPolicy.Make(policy, None, None, "key"u8, []);

    private static PolicyDocument? Open(byte[] bytes, Action? read = null)
    {
        var head = new CompiledHead(bytes.AsMemory(0, CompiledHead.Size));
        if (!head.Fits(bytes.Length) || !head.IsSealedWith("key"u8)) return null;
        var body = (int)head.TableEnd;
        return CompiledPolicy.Open(head, bytes.AsMemory(0, body), (place, into) =>
        {
            read?.Invoke();
            bytes.AsSpan(body + place, into.Length).CopyTo(into);
            return true;
        }, static () => new GuardException("damaged"));
    }

    private static PolicyDocument Through(PolicyDocument policy) => Open(Make(policy))!;

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
    [InlineData("\"tool\":\"*\",\"path\":\"**/*.key{0}\"", "git push", 50)]
    [InlineData("\"tool\":\"*\",\"path\":[\"**/*.key{0}\",\"/srv/area{0}/**\"]", "git push", 50)]
    [InlineData("\"tool\":\"*\",\"path\":\"**/name{0}\"", "rm -rf build", 10_000)] // any of them may lie below
    [InlineData("\"tool\":\"*\",\"anyParam\":{\"$matches\":\"prod-host{0}x[0-9]+\"}", "git push", 50)]
    [InlineData("\"tool\":\"*\",\"anyParam\":{\"$matches\":\"^(alpha{0}|beta{0}) *$\"}", "git push", 50)]
    [InlineData("\"tool\":\"*\",\"params\":{\"command\":{\"$matches\":\"(a|b)[0-9]\"}}", "git push", 10_000)] // it spells nothing out
    [InlineData("\"tool\":\"Bash\",\"command\":[\"program{0}x *\",\"other{0}y\"]", "git push", 50)]
    [InlineData("\"tool\":\"*\",\"host\":[\"host{0}.example.org\",\"*.zone{0}.example.net\"]", "git push", 50)]
    public void Of_ten_thousand_rules_only_those_are_read_that_may_match(string condition, string command, int most)
    {
        var rules = Enumerable.Range(0, 10_000).Select(i => $"{{\"id\":\"r{i}\",\"action\":\"deny\",{condition.Replace("{0}", i.ToString(), StringComparison.Ordinal)}}}");
        var policy = RandomPolicy.Read($$"""{"rules":[{{string.Join(',', rules)}}]}""");
        var call = RandomPolicy.EveryCall().First(call => call.Command == command);
        var looked = ((CompiledRules)Through(policy).Rules).For(new CallView(call, new PolicyContext { Facts = RandomPolicy.Facts })).Count();
        Assert.InRange(looked, most == 10_000 ? 10_000 : 0, most);
    }

    [Fact]
    public void What_stands_below_the_rule_that_decides_is_not_read()
    {
        var rules = Enumerable.Range(0, 10_000).Select(i => $$"""{"id":"r{{i}}","action":"deny","tool":"*","path":"**/name{{i}}"}""");
        var policy = RandomPolicy.Read($$"""{"rules":[{{string.Join(',', rules)}}]}""");
        var pages = 0;
        var compiled = Open(Make(policy), () => pages++)!;
        Assert.Equal("user:r0", RandomPolicy.Judge(RandomPolicy.EveryCall().First(call => call.Command == "rm -rf build"), RandomPolicy.Layer(compiled)).Rule);
        Assert.InRange(pages, 1, 2);
    }

    [Fact]
    public void What_is_not_whole_is_not_opened()
    {
        var bytes = Make(new RandomPolicy(1).Document(5));
        Assert.NotNull(Open(bytes));
        Assert.Null(Open(bytes[..^1]));
        Assert.Null(Open([.. bytes, 0]));
        Assert.False(new CompiledHead(bytes.AsMemory(1, CompiledHead.Size)).Fits(bytes.Length));
    }

    // Wherever a bit is turned, and whoever makes the seal fit again: the policy is not opened, or the rule that is touched is not believed.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_bit_of_it_can_be_turned(bool sealedAgain)
    {
        var policy = new RandomPolicy(3).Document(8);
        var bytes = Make(policy);
        var head = new CompiledHead(bytes.AsMemory(0, CompiledHead.Size));
        // Of what the seal alone covers, somebody with the key can say what they like: that is the stamp and the source, and for these see PolicyCacheTests.
        var from = sealedAgain ? (int)head.FrameEnd : 0;
        for (var at = from; at < bytes.Length; at++)
        {
            var turned = bytes.ToArray();
            turned[at] ^= 4;
            if (sealedAgain) CompiledHead.Seal(turned.AsSpan(0, CompiledHead.Size), None, "key"u8);
            try
            {
                if (Open(turned) is not { } opened) continue;
                Assert.True(at >= head.TableEnd, $"byte {at}");
                Assert.Equal(8, opened.Rules.ToList().Count);
                Assert.Fail($"byte {at} was turned, and every rule was read");
            }
            catch (GuardException damaged)
            {
                Assert.Equal("damaged", damaged.Message);
            }
        }
    }

    [Fact]
    public void A_head_of_another_policy_opens_nothing()
    {
        var (one, other) = (Make(RandomPolicy.Read("""{"rules":[{"id":"a","action":"deny","tool":"Bash"}]}""")), Make(RandomPolicy.Read("""{"rules":[{"id":"a","action":"warn","tool":"Bash"}]}""")));
        Assert.Equal(one.Length, other.Length);
        byte[] mixed = [.. one[..CompiledHead.Size], .. other[CompiledHead.Size..]];
        var opened = Open(mixed);
        if (opened is not null) Assert.Throws<GuardException>(() => opened.Rules[0]);
        Assert.NotEqual(CompiledPolicy.ContentOf(Open(one)!), CompiledPolicy.ContentOf(Open(other)!));
    }

    // What a signer signs must not change without the format's name: machines of another version would read signed policies whole.
    [Fact]
    public void What_a_policy_compiles_to_is_the_same_in_every_version() =>
        Assert.StartsWith("e7a34b9d3279597b12365c8796b7fa0661682366a207bb927f", CompiledPolicy.ContentOf(RandomPolicy.Read("""
            {"rules":[
              {"id":"a","action":"deny","tool":"Bash","command":["git push *","npm publish"]},{"id":"b","action":"ask","tool":"*","path":"~/.ssh/**"},
              {"id":"c","action":"deny","tool":"*","path":["**/*.pem","/srv/data"]},{"id":"d","action":"warn","tool":"mcp__x__*","params":{"a":{"$matches":"(prod|live)-[0-9]+"}}},
              {"id":"e","action":"deny","tool":"*","host":"*.example.com"},{"id":"f","action":"deny","tool":"*","anyParam":{"$pathContains":"~/work/secret/notes.txt"}}]}
            """)));
}
