using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.BuiltIn;

public sealed class RulePacksTests
{
    /// <summary>What is not asked for a kind of effect has no rule that speaks of it.</summary>
    [Fact]
    public void Every_rule_is_asked_about_its_kind_of_effect()
    {
        foreach (var pack in RulePacks.All)
            foreach (var rule in pack)
                foreach (var kind in rule.Also.Append(rule.Kind))
                {
                    Assert.Contains(RulePacks.Of(kind), asked => ReferenceEquals(asked, pack));
                    if (kind == EffectKind.Truncate) Assert.Contains(RulePacks.Of(EffectKind.Write), asked => ReferenceEquals(asked, pack));
                }
    }

    [Fact]
    public void Nothing_is_asked_twice()
    {
        foreach (var kind in Enum.GetValues<EffectKind>()) Assert.Distinct(RulePacks.Of(kind));
    }
}
