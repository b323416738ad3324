using Sallyport.Detection;

namespace Sallyport.Tests.Detection;

public class RuleCaseTests
{
    public static TheoryData<string> Rules => [.. Families.All.SelectMany(f => f.Rules()).Select(r => r.Id)];

    private static DetectionRule Rule(string id) => Families.All.SelectMany(f => f.Rules()).Single(r => r.Id == id);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_its_true_cases(string id)
    {
        var cases = Rule(id).Cases();
        Assert.NotEmpty(cases.True);
        Assert.All(cases.True, text => Assert.Contains(Scanner.Scan(text, cases.Surface), f => f.Rule == id));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_leaves_its_false_cases_alone(string id)
    {
        var cases = Rule(id).Cases();
        Assert.NotEmpty(cases.False);
        Assert.All(cases.False, text => Assert.DoesNotContain(Scanner.Scan(text, cases.Surface), f => f.Rule == id));
    }

    /// <summary>A mark that a rule takes for a finding again is replaced without end, and then all of the text is withheld.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void What_stands_for_a_finding_is_no_finding(string id)
    {
        var cases = Rule(id).Cases();
        Assert.All(cases.True, text => Assert.NotEqual(Redactor.Withheld, Redactor.Clean(text, cases.Surface, unwanted: static _ => true)));
    }

    [Fact]
    public void Every_rule_has_an_id_of_its_own()
    {
        var ids = Families.All.SelectMany(f => f.Rules()).Select(r => r.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", id));
    }
}
