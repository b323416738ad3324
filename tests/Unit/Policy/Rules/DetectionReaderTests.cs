using System.Text;
using Sallyport.Detection;
using Sallyport.Policy;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Tests.Policy.Rules;

public class DetectionReaderTests
{
    private static readonly Finding s_secret = new(FindingKind.Secret, "github-token", Severity.Critical, 0, 1, 90, DataClass.Secret);
    private static readonly Finding s_mail = new(FindingKind.Pii, "email-address", Severity.Low, 0, 1, 90, DataClass.Pii);
    private static readonly Finding s_card = new(FindingKind.Pii, "credit-card", Severity.Critical, 0, 1, 90, DataClass.Pci | DataClass.Payment | DataClass.Pii);

    private static PolicyReading Read(string section) => PolicyReader.Read("policy.json", Encoding.UTF8.GetBytes($"{{\"detection\":{section}}}"));

    private static DetectionPolicy Good(string section)
    {
        var reading = Read(section);
        Assert.Empty(reading.Faults);
        return reading.Document!.Detection!.Policy;
    }

    [Fact]
    public void Actions_rules_and_allowances_are_read()
    {
        var policy = Good("""
            {
              "actions": { "prompt": { "pii": "deny", "email-address": "allow" }, "tool_output": { "PII": "redact", "acme-ticket": "redact" } },
              "rules": [ { "id": "acme-ticket", "pattern": "\\bACME-\\d{4}\\b", "kind": "pii", "severity": "low", "description": "tickets" } ],
              "allow": [ { "rule": "github-token", "path": "^tests/" }, { "valueSha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } ]
            }
            """);
        var actions = new DetectionActions(user: policy);
        Assert.Equal(Verdict.Allow, actions.ActionFor(Surface.Prompt, s_mail));
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.Prompt, s_card));
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.ToolOutput, s_mail));
        Assert.Equal("acme-ticket", Assert.Single(Scanner.Scan("see ACME-1234", Surface.ToolOutput, actions.Options)).Rule);
        Assert.Equal(2, policy.Allowed.Count);
    }

    [Theory]
    [InlineData("[]", "is not an object")]
    [InlineData("{\"action\":{}}", "unknown key 'action'")]
    [InlineData("{\"actions\":{\"output\":{}}}", "is no surface")]
    [InlineData("{\"actions\":{\"prompt\":{\"secrets\":\"deny\"}}}", "names no kind")]
    [InlineData("{\"actions\":{\"prompt\":{\"secret\":\"block\"}}}", "is none of allow, warn, ask, deny")]
    [InlineData("{\"actions\":{\"prompt\":{\"secret\":\"redact\"}}}", "is none of allow, warn, ask, deny")]
    [InlineData("{\"actions\":{\"tool_output\":{\"secret\":\"allow\"}}}", "cannot be lowered")]
    [InlineData("{\"actions\":{\"tool_output\":{\"PCI\":\"warn\"}}}", "cannot be lowered")]
    [InlineData("{\"rules\":{}}", "is not a list")]
    [InlineData("{\"rules\":[{\"id\":\"a\",\"pattern\":\"(\"}]}", "is no pattern")]
    [InlineData("{\"rules\":[{\"id\":\"a\"}]}", "has no pattern")]
    [InlineData("{\"rules\":[{\"pattern\":\"a\"}]}", "has no id")]
    [InlineData("{\"rules\":[{\"id\":\"A b\",\"pattern\":\"a\"}]}", "lower-case letters")]
    [InlineData("{\"rules\":[{\"id\":\"github-token\",\"pattern\":\"a\"}]}", "is a built-in rule's")]
    [InlineData("{\"rules\":[{\"id\":\"a\",\"pattern\":\"a\",\"regex\":1}]}", "unknown key 'regex'")]
    [InlineData("{\"rules\":[{\"id\":\"a\",\"pattern\":\"a\",\"classes\":[\"GDPR\"]}]}", "none of PCI")]
    [InlineData("{\"allow\":[{}]}", "neither a rule, a path nor a value")]
    [InlineData("{\"allow\":[{\"rule\":\"no-such-rule\"}]}", "names no rule")]
    [InlineData("{\"allow\":[{\"valueSha256\":\"ABC\"}]}", "64 lower-case")]
    [InlineData("{\"allow\":[\"x\"]}", "is not an object")]
    public void What_is_not_understood_is_an_error_that_says_where(string section, string message)
    {
        var reading = Read(section);
        Assert.Null(reading.Document);
        Assert.Contains(reading.Faults, fault => fault.ToString().Contains(message, StringComparison.Ordinal) && fault.ToString().Contains("detection", StringComparison.Ordinal));
        Assert.Null(PolicyReader.ReadDetection("policy.json", Encoding.UTF8.GetBytes($"{{\"detection\":{section}}}")).Document);
    }

    private static PolicyLayer Layer(string name, string section) => PolicyLayer.Of(name, Read(section));

    [Fact]
    public void The_strictest_layer_stands_and_a_repository_only_tightens()
    {
        var managed = Layer(PolicyLayer.Managed, """{"actions":{"prompt":{"pii":"deny"}}}""");
        var user = Layer(PolicyLayer.User, """{"actions":{"prompt":{"pii":"allow","secret":"warn"}}}""");
        var repository = Layer(PolicyLayer.Repository, """{"actions":{"prompt":{"secret":"allow"},"response":{"pii":"deny"}},"allow":[{"rule":"github-token"}]}""");
        var all = DetectionLayers.Of([managed, user, repository], onlyTighten: false);
        Assert.Equal(Verdict.Deny, all.ActionFor(Surface.Prompt, s_mail));
        Assert.Equal(Verdict.Warn, all.ActionFor(Surface.Prompt, s_secret));
        Assert.Equal(Verdict.Deny, all.ActionFor(Surface.Response, s_mail));
        Assert.Empty(all.Options.Allowed);
    }

    [Fact]
    public void Where_a_person_may_only_tighten_their_milder_word_counts_for_nothing()
    {
        var user = Layer(PolicyLayer.User, """{"actions":{"prompt":{"secret":"allow","pii":"deny"}},"allow":[{"rule":"github-token"}]}""");
        var tight = DetectionLayers.Of([user], onlyTighten: true);
        Assert.Equal(Verdict.Deny, tight.ActionFor(Surface.Prompt, s_secret));
        Assert.Equal(Verdict.Deny, tight.ActionFor(Surface.Prompt, s_mail));
        Assert.Empty(tight.Options.Allowed);
        Assert.Equal(Verdict.Allow, DetectionLayers.Of([user], onlyTighten: false).ActionFor(Surface.Prompt, s_secret));
    }

    [Fact]
    public void Secrets_and_cards_in_output_are_replaced_whatever_is_said()
    {
        var policy = new DetectionPolicy { Actions = [new(Surface.ToolOutput, "github-token", Verdict.Allow), new(Surface.ToolOutput, "credit-card", Verdict.Allow)] };
        var actions = new DetectionActions(managed: policy);
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.ToolOutput, s_secret));
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.ToolOutput, s_card));
    }

    [Fact]
    public void A_policy_that_cannot_be_read_lets_nothing_pass_that_was_found()
    {
        var actions = DetectionLayers.Of([Layer(PolicyLayer.User, "7")], onlyTighten: false);
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.Prompt, s_mail));
        Assert.Equal(Verdict.Deny, actions.ActionFor(Surface.ToolOutput, s_mail));
    }

    [Fact]
    public void The_section_belongs_to_the_root_of_the_policy()
    {
        var one = PolicyRoot.Of([Layer(PolicyLayer.User, """{"actions":{"prompt":{"pii":"deny"}}}""")]);
        var other = PolicyRoot.Of([Layer(PolicyLayer.User, """{"actions":{"prompt":{"pii":"warn"}}}""")]);
        Assert.NotEqual(one, other);
    }
}
