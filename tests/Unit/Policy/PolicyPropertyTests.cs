using System.Text;
using Sallyport.Policy;
using Sallyport.Policy.Changes;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Tests.Policy;

public class PolicyPropertyTests
{
    private const int Seeds = 60;

    [Fact]
    public void A_lower_layer_never_loosens()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new RandomPolicy(seed);
            var managed = RandomPolicy.Layer(random.Document(4), PolicyLayer.Managed);
            var user = RandomPolicy.Layer(random.Document(4));
            var repository = RandomPolicy.Layer(random.Document(3), PolicyLayer.Repository);
            foreach (var call in RandomPolicy.EveryCall())
            {
                var alone = RandomPolicy.Judge(call, managed).Verdict;
                var two = RandomPolicy.Judge(call, managed, user).Verdict;
                var three = RandomPolicy.Judge(call, managed, user, repository).Verdict;
                Assert.True(alone <= two && two <= three, $"seed {seed}, {call.Input}");
                Assert.Equal(Verdicts.Strictest(two, RandomPolicy.Judge(call, repository).Verdict), three);
            }
        }
    }

    [Fact]
    public void A_policy_file_survives_a_round_trip()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var policy = new RandomPolicy(seed).Document(6);
            var written = PolicyWriter.Write(policy with { Version = seed, Description = "ä \u2028 \"q\"" });
            var again = PolicyReader.Read("again", written).Document!;
            Assert.Equal(written, PolicyWriter.Write(again));
            Assert.Equal(PolicyRoot.OfRules(policy.Rules), PolicyRoot.OfRules(again.Rules));
            foreach (var call in RandomPolicy.EveryCall()) Assert.Equal(RandomPolicy.Judge(call, RandomPolicy.Layer(policy)), RandomPolicy.Judge(call, RandomPolicy.Layer(again)));
        }
    }

    [Fact]
    public void The_root_does_not_depend_on_how_a_rule_is_written_and_does_on_what_it_says()
    {
        static string Root(string json) => PolicyRoot.Of([RandomPolicy.Layer(RandomPolicy.Read(json))]);
        var root = Root("""{"rules":[{"id":"a","action":"deny","tool":"Bash","command":"git *"}]}""");
        Assert.Equal(root, Root("""{ "version": 9, "rules": [ { "command" : "git \u002a", "tool":"Bash", "action":"deny", "id":"a" } ], "default": "allow" }"""));
        foreach (var other in (string[])
        [
            """{"rules":[{"id":"a","action":"ask","tool":"Bash","command":"git *"}]}""", """{"rules":[{"id":"a","action":"deny","tool":"Bash","command":"git  *"}]}""",
            """{"default":"ask","rules":[{"id":"a","action":"deny","tool":"Bash","command":"git *"}]}""", """{"builtIn":{"git":"allow"},"rules":[{"id":"a","action":"deny","tool":"Bash","command":"git *"}]}""",
            """{"rules":[]}""", """{"rules":[{"id":"a","action":"deny","tool":"Bash","command":"git *"},{"id":"b","action":"deny","tool":"Bash"}]}""",
        ]) Assert.NotEqual(root, Root(other));
        Assert.NotEqual(PolicyRoot.Of([RandomPolicy.Layer(PolicyDocument.Empty)]), PolicyRoot.Of([RandomPolicy.Layer(PolicyDocument.Empty, PolicyLayer.Managed)]));
    }

    [Fact]
    public void A_change_that_is_said_to_loosen_nothing_loosens_nothing()
    {
        var (quiet, edits) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new RandomPolicy(seed);
            var before = random.Document(4);
            var after = Edit(before, random, seed);
            if (after is null) continue;
            edits++;
            if (PolicyDiff.Between(before, after).Loosens.Count > 0) continue;
            quiet++;
            foreach (var call in RandomPolicy.EveryCall())
                Assert.True(RandomPolicy.Judge(call, RandomPolicy.Layer(after)).Verdict >= RandomPolicy.Judge(call, RandomPolicy.Layer(before)).Verdict, $"seed {seed}, {call.Input}\n{Encoding.UTF8.GetString(PolicyWriter.Write(before))}\n{Encoding.UTF8.GetString(PolicyWriter.Write(after))}");
        }
        Assert.True(quiet > 20 && quiet < edits, $"{quiet} of {edits}");
    }

    private static PolicyDocument? Edit(PolicyDocument before, RandomPolicy random, int seed)
    {
        var other = random.Document(5).Rules[seed % 5].Source;
        var renamed = PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", seed % 3 == 0 ? "r1" : "new");
            foreach (var field in other.EnumerateObject())
                if (field.Name != "id") field.WriteTo(json);
            json.WriteEndObject();
        });
        return (seed % 6) switch
        {
            0 => PolicyEdit.Replace(before, renamed).Document,
            1 => PolicyEdit.Add(before, [renamed]).Document,
            2 => PolicyEdit.Remove(before, "r2").Document,
            3 => PolicyEdit.Move(before, "r3", 1).Document,
            4 => PolicyEdit.Default(before, (Verdict)(seed / 6 % 4)).Document,
            _ => PolicyEdit.Move(before, "r0", 3).Document,
        };
    }

    [Fact]
    public void Every_proof_holds_and_no_other_does()
    {
        for (var size = 1; size <= 20; size++)
        {
            var layers = new[] { RandomPolicy.Layer(new RandomPolicy(size).Document(size), PolicyLayer.Managed), RandomPolicy.Layer(new RandomPolicy(size + 100).Document(3)) };
            var root = PolicyRoot.Of(layers);
            foreach (var layer in layers)
                foreach (var rule in layer.Document!.Rules)
                {
                    var proof = PolicyProof.Make(layers, layer, rule);
                    Assert.Null(PolicyProof.Fault(proof, root));
                    Assert.NotNull(PolicyProof.Fault(proof, root.Replace(root[0], root[0] == 'a' ? 'b' : 'a')));
                    foreach (var field in (string[])["\"index\":", "\"rules\":", "\"action\":\"", "\"path\":[\"", "\"layerPath\":[\"", "\"root\":\""])
                    {
                        var text = proof.GetRawText();
                        var at = text.IndexOf(field, StringComparison.Ordinal);
                        if (at < 0) continue;
                        at += field.Length;
                        var changed = text[..at] + (text[at] == '1' ? '2' : '1') + text[(at + 1)..];
                        using var json = System.Text.Json.JsonDocument.Parse(changed);
                        Assert.NotNull(PolicyProof.Fault(json.RootElement, root));
                    }
                }
        }
    }
}
