using Sallyport.Policy;

namespace Sallyport.Tests.Policy.BuiltIn;

/// <summary>Every rule's own cases, and its suggestion through the guard it belongs to.</summary>
public sealed class RuleCaseTests
{
    public static TheoryData<string, string, bool> Cases()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var rule in Judging.Rules)
        {
            foreach (var line in Judging.Lines(rule.True)) data.Add(rule.Id, line, true);
            foreach (var line in Judging.Lines(rule.False)) data.Add(rule.Id, line, false);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_is_what_its_rule_says(string id, string command, bool matches)
    {
        var verdict = Judging.Judge(command);
        var rule = Judging.Rules.Single(rule => rule.Id == id);
        if (matches)
            Assert.True(verdict.Strictest.Verdict >= rule.Action, $"{verdict.Strictest.Verdict} by {verdict.Strictest.Rule}");
        else
            Assert.True(verdict.Matches.All(match => match.Rule.Id != id || match.Action == Verdict.Allow) && verdict.Strictest.Verdict <= Verdict.Warn | rule.Action <= Verdict.Warn | verdict.Strictest.Rule != id,
                $"{verdict.Strictest.Verdict} by {verdict.Strictest.Rule}");
    }

    public static TheoryData<string, string> Suggestions()
    {
        var data = new TheoryData<string, string>();
        foreach (var rule in Judging.Rules)
            if (rule.Suggest is { } suggest) data.Add(rule.Id, suggest);
        return data;
    }

    [Theory]
    [MemberData(nameof(Suggestions))]
    public void A_suggestion_passes(string id, string command)
    {
        Assert.NotEmpty(id);
        Assert.True(Judging.Of(command) <= Verdict.Warn, Judging.Judge(command).Strictest.ToString());
    }

    [Fact]
    public void Every_rule_has_its_own_id_and_every_stopping_rule_a_suggestion_and_both_kinds_of_case()
    {
        Assert.Equal(Judging.Rules.Count(), Judging.Rules.Select(rule => rule.Id).Distinct().Count());
        foreach (var rule in Judging.Rules.Where(rule => rule.Action >= Verdict.Ask && rule.Id != "guard.tamper" && rule.Id != "system.exhaust"))
        {
            Assert.NotNull(rule.Suggest);
            Assert.NotEmpty(rule.True);
            Assert.NotEmpty(rule.False);
        }
    }
}
