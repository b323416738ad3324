using Sallyport.Policy.Rules;
using Sallyport.Policy.Words;

namespace Sallyport.Tests.Policy.Words;

public class RuleWordsTests
{
    [Theory]
    [InlineData("deny Bash for payment data", """{"action":"deny","dataClass":"PAYMENT","id":"x","tool":"Bash"}""")]
    [InlineData("block shell commands with credit card numbers", """{"action":"deny","dataClass":"PCI","id":"x","tool":"Bash"}""")]
    [InlineData("disallow apply_patch", """{"action":"deny","id":"x","tool":"apply_patch"}""")]
    [InlineData("do not allow Bash", """{"action":"deny","id":"x","tool":"Bash"}""")]
    [InlineData("don't allow Bash", """{"action":"deny","id":"x","tool":"Bash"}""")]
    [InlineData("don’t permit Bash", """{"action":"deny","id":"x","tool":"Bash"}""")]
    [InlineData("never permit secrets to mcp tools", """{"action":"deny","dataClass":"SECRET","id":"x","tool":"mcp__*"}""")]
    [InlineData("must not allow Bash", """{"action":"deny","id":"x","tool":"Bash"}""")]
    [InlineData("Bash is not allowed", """{"action":"deny","id":"x","tool":"Bash"}""")]
    [InlineData("Bash needs approval", """{"action":"ask","id":"x","tool":"Bash"}""")]
    [InlineData("require approval for file edits", """{"action":"ask","id":"x","tool":"apply_patch"}""")]
    [InlineData("hold everything", """{"action":"ask","id":"x","tool":"*"}""")]
    [InlineData("warn about mcp server github", """{"action":"warn","id":"x","tool":"mcp__github__*"}""")]
    [InlineData("allow Bash", """{"action":"allow","id":"x","tool":"Bash"}""")]
    [InlineData("ask Bash \"git push\"", """{"action":"ask","command":"git push *","id":"x","tool":"Bash"}""")]
    [InlineData("deny \"npm publish\"", """{"action":"deny","command":"npm publish *","id":"x","tool":"Bash"}""")]
    [InlineData("deny reading ~/.ssh", """{"action":"deny","id":"x","path":{"access":"read","glob":"~/.ssh"},"tool":"*"}""")]
    [InlineData("never allow writing or deleting of .env", """{"action":"deny","id":"x","path":{"access":["write","delete"],"glob":".env"},"tool":"*"}""")]
    [InlineData("deny '*.pem'", """{"action":"deny","id":"x","path":"*.pem","tool":"*"}""")]
    [InlineData("block host evil.example.com", """{"action":"deny","host":"evil.example.com","id":"x","tool":"*"}""")]
    [InlineData("deny Bash to https://evil.example.com/x", """{"action":"deny","host":"evil.example.com","id":"x","tool":"Bash"}""")]
    [InlineData("deny `mcp__github__delete_repo`", """{"action":"deny","id":"x","tool":"mcp__github__delete_repo"}""")]
    [InlineData("deny mcp server github for personal data and health records", """{"action":"deny","dataClass":["PII","PHI"],"id":"x","tool":"mcp__github__*"}""")]
    [InlineData("deny git push", """{"action":"deny","command":"git push *","id":"x","tool":"Bash"}""")]
    [InlineData("ask before git push --force", """{"action":"ask","command":"git push --force *","id":"x","tool":"Bash"}""")]
    [InlineData("never run npm publish or terraform destroy", """{"action":"deny","command":["npm publish *","terraform destroy *"],"id":"x","tool":"Bash"}""")]
    [InlineData("never permit WebFetch", """{"action":"deny","id":"x","tool":"WebFetch"}""")]
    [InlineData("deny Bash for subagents", """{"action":"deny","agent":"subagent","id":"x","tool":"Bash"}""")]
    public void A_rule_in_words_becomes_a_rule(string words, string rule)
    {
        var reading = RuleWords.Read(words);
        Assert.True(reading.Problem is null, reading.Problem);
        Assert.Equal(rule, RuleText.Compact(Assert.Single(reading.Rules).ToJson("x")));
    }

    [Theory]
    [InlineData("do not deny Bash")]
    [InlineData("never block Bash")]
    [InlineData("not ask Bash")]
    [InlineData("Bash")]
    [InlineData("deny")]
    [InlineData("deny Bash unless it is Tuesday")]
    [InlineData("deny git push unless it is Tuesday")]
    [InlineData("allow git push only for tests")]
    [InlineData("never make payments to find the time")]
    [InlineData("deny terraform destroy in production")]
    [InlineData("deny Bash except ls")]
    [InlineData("allow deny Bash")]
    [InlineData("deny \"open")]
    [InlineData("swipe left")]
    [InlineData("not Bash")]
    [InlineData("allow all except Bash")]
    [InlineData("allow Bash only for tests")]
    [InlineData("")]
    public void What_is_not_wholly_understood_makes_no_rule(string words) => Assert.NotNull(RuleWords.Read(words).Problem);

    [Fact]
    public void Of_several_rules_the_strictest_stands_first() =>
        Assert.Equal(["deny", "ask", "allow"], RuleWords.Read("allow Bash, deny \"git push\" and hold apply_patch").Rules.Select(draft => Sallyport.Policy.Verdicts.Word(draft.Action)));
}
