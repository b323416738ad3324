using System.Text.Json;
using Sallyport.PolicyStore;

namespace Sallyport.Tests.PolicyStore;

public class PolicyChangesTests
{
    [Fact]
    public void A_change_waits_for_its_yes_and_is_then_applied()
    {
        using var scratch = new PolicyScratch();
        var staged = scratch.Say("new: deny Bash for payment data");
        Assert.Contains("+ policy1: deny Bash, dataClass \"PAYMENT\"", staged);
        Assert.Contains("Loosens: nothing", staged);
        Assert.False(File.Exists(scratch.Data.PolicyFile));

        var applied = scratch.Say("yes " + PolicyScratch.Id(staged));
        Assert.StartsWith("Applied pol-", applied);
        var policy = UserPolicy.Read(scratch.Data).Document!;
        Assert.Equal((1L, "policy1"), (policy.Version, Assert.Single(policy.Rules).Id));
        Assert.Contains(scratch.Recorded, line => line.StartsWith("applied pol-", StringComparison.Ordinal));
        Assert.Contains("policy1", scratch.Say("list"));
        Assert.Contains("no staged change", scratch.Say("yes " + PolicyScratch.Id(staged)));
    }

    [Fact]
    public void Every_kind_of_change_does_what_it_says()
    {
        using var scratch = new PolicyScratch();
        void Do(string text) => Assert.StartsWith("Applied", scratch.Say("yes " + PolicyScratch.Id(scratch.Say(text))));
        string Rules() => string.Join(' ', UserPolicy.Read(scratch.Data).Document!.Rules.Select(rule => rule.Id + "=" + Sallyport.Policy.Verdicts.Word(rule.Action)));

        Do("new: deny Bash for payment data");
        Do("new: ask \"git push\"");
        Assert.Equal("policy2=ask policy1=deny", Rules());
        Do("update policy1: warn Bash");
        Do("prioritize policy1 1");
        Assert.Equal("policy1=warn policy2=ask", Rules());
        Do("delete policy2");
        Do("mcp deny github");
        Do("mcp approve github");
        Assert.Equal("mcp-github=allow policy1=warn", Rules());
        Do("default ask");
        Do("built-in git deny");
        Assert.Contains("built-in git.force-push: deny", scratch.Say("list"));
        Assert.Contains("Saved the present policy", scratch.Say("profile save work"));
        Do("template lockdown");
        Assert.Equal("lockdown-all=ask", Rules());
        Do("profile switch work");
        Assert.Equal("mcp-github=allow policy1=warn", Rules());
        Assert.Contains("work (2 rules)", scratch.Say("profile list"));
        Assert.Contains("Deleted", scratch.Say("profile delete work"));
        Do("""new: {"id":"own","action":"deny","tool":"Bash","command":"curl *"}""");
        Assert.StartsWith("own=deny", Rules());
        Do("reset");
        Assert.Equal("", Rules());
        Assert.Equal(13, UserPolicy.Read(scratch.Data).Document!.Version);
        Assert.Equal(12, Directory.GetFiles(PolicyPaths.History(scratch.Data)).Length);
    }

    [Fact]
    public void What_loosens_is_said()
    {
        using var scratch = new PolicyScratch();
        scratch.Write("""{"rules":[{"id":"a","action":"deny","tool":"Bash"},{"id":"b","action":"ask","tool":"apply_patch"}]}""");
        Assert.Contains("! the rule 'a' (deny) goes", scratch.Say("delete a"));
        Assert.Contains("! the rule 'a' goes from deny to allow", scratch.Say("update a: allow Bash"));
        Assert.Contains("! 'policy1' (allow) lets pass what 'b' (ask) behind it would have stopped", scratch.Say("new: allow apply_patch"));
        Assert.Contains("! the built-in rule git.force-push goes from", scratch.Say("built-in git.force-push allow"));
        Assert.Contains("Loosens: nothing", scratch.Say("new: deny apply_patch"));
        Assert.Contains("Loosens: nothing", scratch.Say("new: ask view_image")); // no call is of both tools
        Assert.Contains("behind it would have stopped", scratch.Say("new: allow *"));
    }

    [Fact]
    public void A_change_made_from_another_policy_is_refused()
    {
        using var scratch = new PolicyScratch();
        var (first, second) = (PolicyScratch.Id(scratch.Say("new: deny Bash")), PolicyScratch.Id(scratch.Say("new: deny apply_patch")));
        Assert.StartsWith("Applied", scratch.Say("yes " + first));
        Assert.Contains("was changed since", scratch.Say("yes " + second));
        Assert.Single(UserPolicy.Read(scratch.Data).Document!.Rules);

        var third = PolicyScratch.Id(scratch.Say("new: deny apply_patch"));
        scratch.Write("""{"rules":[]}""");
        Assert.Contains("was changed since", scratch.Say("yes " + third));
    }

    [Fact]
    public void A_damaged_or_old_proposal_is_refused()
    {
        using var scratch = new PolicyScratch();
        var id = PolicyScratch.Id(scratch.Say("new: deny Bash"));
        var file = Path.Combine(PolicyPaths.Staged(scratch.Data), id + ".json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"deny\"", "\"allow\"", StringComparison.Ordinal));
        Assert.Contains("is damaged", scratch.Say("yes " + id));
        Assert.False(File.Exists(scratch.Data.PolicyFile));

        id = PolicyScratch.Id(scratch.Say("new: deny Bash"));
        scratch.Now += (long)StagedChange.Lifetime.TotalMilliseconds + 1;
        Assert.Contains("is void", scratch.Say("yes " + id));
    }

    [Fact]
    public void A_session_answers_for_itself_and_the_terminal_for_all()
    {
        using var scratch = new PolicyScratch();
        var id = PolicyScratch.Id(scratch.Say("new: deny Bash"));
        Assert.Contains("no staged change", scratch.Say("yes " + id, scratch.Actor("s2")));
        Assert.StartsWith("Applied", scratch.Say("yes " + id, scratch.Actor(PolicyActor.Terminal)));
    }

    [Fact]
    public void The_model_proposes_and_never_decides()
    {
        using var scratch = new PolicyScratch();
        var model = scratch.Actor(person: false);
        var arguments = JsonDocument.Parse("""{"text":"new: allow Bash"}""").RootElement;
        var (text, id) = ModelProposals.Propose(model, arguments);
        Assert.NotNull(id);
        Assert.Contains("It waits for the person", text);
        Assert.Equal(id, ModelProposals.Propose(model, arguments).Id); // the same words again are the same proposal
        foreach (var words in (string[])["yes " + id, "no " + id, "profile save x", "profile delete x", "policy yes " + id, "armor yes " + id])
        {
            Assert.DoesNotContain("Applied", scratch.Say(words, model));
            Assert.DoesNotContain("Saved", scratch.Say(words, model));
            Assert.DoesNotContain("Dropped", scratch.Say(words, model));
            _ = ModelProposals.Propose(model, JsonDocument.Parse($$"""{"text":"{{words}}"}""").RootElement);
        }
        Assert.False(File.Exists(scratch.Data.PolicyFile));

        // What the person has not seen is shown first, and applied only when they say it again.
        var first = scratch.Say("yes " + id);
        Assert.Contains("you have not seen it yet", first);
        Assert.Contains("allow Bash", first);
        Assert.False(File.Exists(scratch.Data.PolicyFile));
        Assert.StartsWith("Applied", scratch.Say("yes " + id));
    }

    [Theory]
    [InlineData("""{"update":{"rules":[{"id":"a","action":"deny","tool":"Bash"}]}}""", true)]
    [InlineData("""{"update":{"mode":"replace","reason":"r","rules":[]}}""", true)]
    [InlineData("""{"update":{"rules":[{"id":"a","action":"deny","tool":"Bash","wat":1}]}}""", false)]
    [InlineData("""{"update":{"rules":[1]}}""", false)]
    [InlineData("""{"update":{"rules":"x"}}""", false)]
    [InlineData("""{"update":{"rules":[],"more":1}}""", false)]
    [InlineData("""{"update":{"rules":[],"mode":"wipe"}}""", false)]
    [InlineData("""{"text":""}""", false)]
    [InlineData("""{"text":1}""", false)]
    [InlineData("{}", false)]
    public void Only_well_formed_proposals_are_staged(string arguments, bool staged)
    {
        using var scratch = new PolicyScratch();
        scratch.Write("""{"rules":[{"id":"b","action":"deny","tool":"Bash"}]}""");
        Assert.Equal(staged, ModelProposals.Propose(scratch.Actor(person: false), JsonDocument.Parse(arguments).RootElement).Id is not null);
    }

    [Fact]
    public void The_administrator_can_forbid_changes()
    {
        using var scratch = new PolicyScratch();
        var id = PolicyScratch.Id(scratch.Say("new: deny Bash"));
        var forbidden = scratch.Actor(settings: PolicyScratch.Settings(("SALLYPORT_POLICY_UPDATE_ENABLED", "false")));
        Assert.Contains("forbidden", scratch.Say("new: deny Bash", forbidden));
        Assert.Contains("forbidden", scratch.Say("yes " + id, forbidden));
        Assert.Contains("no rules", scratch.Say("list", forbidden), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("forbidden", scratch.Say("new: deny Bash", scratch.Actor(settings: PolicyScratch.Settings(("ARMORCODEX_POLICY_UPDATE_ENABLED", "no")))));
        Assert.False(File.Exists(scratch.Data.PolicyFile));
    }

    [Theory]
    [InlineData("ARMORCODEX_POLICY_UPDATE_ALLOWLIST", "*", true)]
    [InlineData("ARMORCODEX_POLICY_UPDATE_ALLOWLIST", "other, s1", true)]
    [InlineData("ARMORCODEX_POLICY_UPDATE_ALLOWLIST", "/home/dev/work", true)]
    [InlineData("SALLYPORT_POLICY_UPDATE_ALLOWLIST", "other,/srv", false)]
    [InlineData("ARMORCODEX_POLICY_UPDATE_ALLOWLIST", "S1", false)]
    [InlineData("ARMORCODEX_POLICY_UPDATE_ALLOWLIST", ",", false)]
    public void Changes_can_be_kept_to_sessions_and_directories(string variable, string list, bool allowed)
    {
        using var scratch = new PolicyScratch();
        var actor = scratch.Actor(settings: PolicyScratch.Settings((variable, list))) with { Cwd = "/home/dev/work" };
        Assert.Equal(allowed, scratch.Say("new: deny Bash", actor).StartsWith("Staged", StringComparison.Ordinal));
        var id = PolicyScratch.Id(scratch.Say("new: deny apply_patch"));
        Assert.Equal(allowed, scratch.Say("yes " + id, actor).StartsWith("Applied", StringComparison.Ordinal));
        Assert.Equal(allowed, File.Exists(scratch.Data.PolicyFile));
        Assert.DoesNotContain("allowed only", scratch.Say("list", actor));
    }

    [Fact]
    public void A_broken_policy_is_changed_only_by_beginning_anew()
    {
        using var scratch = new PolicyScratch();
        scratch.Write("""{"rules":[{"id":"a","acton":"deny"}]}""");
        Assert.Contains("unknown key 'acton'", scratch.Say("new: deny Bash"));
        var reset = scratch.Say("reset");
        Assert.StartsWith("Applied", scratch.Say("yes " + PolicyScratch.Id(reset)));
        Assert.Contains("acton", File.ReadAllText(Assert.Single(Directory.GetFiles(PolicyPaths.History(scratch.Data))))); // nothing is lost
    }

    [Fact]
    public void Fifty_at_once_are_each_applied_or_refused_and_none_is_lost()
    {
        using var scratch = new PolicyScratch();
        var answers = new string[50];
        Parallel.For(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 50 }, i =>
        {
            var actor = scratch.Actor("session-" + i);
            do
            {
                var id = PolicyScratch.Id(scratch.Say($$"""new: {"id":"rule-{{i}}","action":"deny","tool":"tool_{{i}}"}""", actor));
                answers[i] = scratch.Say("yes " + id, actor);
                Assert.True(answers[i].StartsWith("Applied", StringComparison.Ordinal) || answers[i].Contains("was changed since", StringComparison.Ordinal), answers[i]);
            }
            while (!answers[i].StartsWith("Applied", StringComparison.Ordinal));
        });
        var policy = UserPolicy.Read(scratch.Data).Document!;
        Assert.Equal(50, policy.Version);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => "rule-" + i).Order(), policy.Rules.Select(rule => rule.Id).Order());
        Assert.Equal(50, scratch.Recorded.Count(line => line.StartsWith("applied", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_change_that_cannot_be_recorded_is_not_made()
    {
        using var scratch = new PolicyScratch();
        var id = PolicyScratch.Id(scratch.Say("new: allow Bash"));
        var deaf = scratch.Actor() with { Record = (_, _, _) => throw new GuardException("the disk is full") };
        Assert.Throws<GuardException>(() => scratch.Say("yes " + id, deaf));
        Assert.False(File.Exists(scratch.Data.PolicyFile));
    }
}
