using Sallyport.Policy.Words;

namespace Sallyport.Tests.Policy.Words;

public class PolicyCommandTests
{
    private static string Say(CommandReading reading) => reading.IsNone ? "prompt"
        : reading.Command is { } c ? string.Join(' ', new[] { c.Verb.ToString(), c.Name, c.Text?.Trim(), c.Position > 0 ? c.Position.ToString() : null }.OfType<string>())
        : "problem";

    [Theory]
    [InlineData("Policy list", "List")]
    [InlineData("policy show", "List")]
    [InlineData("  POLICY   LIST  ", "List")]
    [InlineData("Policy get no-push", "Get no-push")]
    [InlineData("Policy delete no-push", "Remove no-push")]
    [InlineData("Policy reset", "Reset")]
    [InlineData("policy clear all", "Reset")]
    [InlineData("Policy new: deny Bash for payment data", "Add deny Bash for payment data")]
    [InlineData("policy new deny Bash for payment data", "Add deny Bash for payment data")]
    [InlineData("Policy update policy1: allow Bash", "Update policy1 allow Bash")]
    [InlineData("policy update policy1 ask Bash", "Update policy1 ask Bash")]
    [InlineData("Policy prioritize policy2 1", "Prioritize policy2 1")]
    [InlineData("policy move policy2 to 3", "Prioritize policy2 3")]
    [InlineData("policy default deny", "Default deny")]
    [InlineData("policy default hold", "Default ask")]
    [InlineData("policy template lockdown", "Template lockdown")]
    [InlineData("policy built-in git ask", "BuiltIn git ask")]
    [InlineData("policy built-in git reset", "BuiltIn git")]
    [InlineData("policy mcp approve github", "Mcp github allow")]
    [InlineData("policy mcp block github", "Mcp github deny")]
    [InlineData("policy mcp list", "McpList")]
    [InlineData("policy profile save work", "ProfileSave work")]
    [InlineData("policy profile switch work", "ProfileSwitch work")]
    [InlineData("policy profile list", "ProfileList")]
    [InlineData("policy profile delete work", "ProfileDelete work")]
    [InlineData("policy allow-last", "AllowLast")]
    [InlineData("policy staged", "Staged")]
    [InlineData("policy yes pol-7k2m9q", "Yes pol-7k2m9q")]
    [InlineData("policy no POL-7K2M9Q", "No pol-7k2m9q")]
    [InlineData("policy yes \"pol-7k2m9q\"", "Yes pol-7k2m9q")]
    [InlineData("Policy yes `pol-7k2m9q`.", "Yes pol-7k2m9q")]
    [InlineData("policy help", "Help")]
    [InlineData("armor yes pol-7k2m9q", "Yes pol-7k2m9q")]
    [InlineData("armor policy yes pol-7k2m9q", "Yes pol-7k2m9q")]
    [InlineData("sallyport policy yes pol-7k2m9q", "Yes pol-7k2m9q")]
    [InlineData("armor policy add deny bash", "Add deny bash")]
    [InlineData("armor add deny bash", "Add deny bash")]
    [InlineData("/armor policy list", "List")]
    [InlineData("/armorcodex:armor list", "List")]
    [InlineData("armor", "Help")]
    [InlineData("sallyport policy", "Help")]
    [InlineData("armor policy", "Help")]
    public void A_command_is_read(string prompt, string read) => Assert.Equal(read, Say(PolicyCommandReader.Prompt(prompt)));

    [Theory]
    [InlineData("policy")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("Policy documents live in docs; sum them up")]
    [InlineData("policy list the files in docs")]
    [InlineData("Policy reset button is broken, mend it")]
    [InlineData("policy new customers should see the banner")]
    [InlineData("policy yes we can")]
    [InlineData("policy update the README with the new rules")]
    [InlineData("policy template engine: which one do we use?")]
    [InlineData("Policies list")]
    [InlineData("policyholders get a letter")]
    [InlineData("armor plating is 3 mm thick, compute its weight")]
    [InlineData("armor list the pieces of a medieval suit")]
    [InlineData("sallyport is a gate, explain the word")]
    [InlineData("please policy list")]
    [InlineData("what does policy delete no-push do?")]
    [InlineData("policy default behaviour of the parser?")]
    [InlineData("")]
    public void A_prompt_that_merely_begins_like_a_command_is_a_prompt(string prompt) => Assert.Equal("prompt", Say(PolicyCommandReader.Prompt(prompt)));

    [Theory]
    [InlineData("policy new: make it nice")]
    [InlineData("Policy new: deny Bash unless I say so")]
    [InlineData("Policy new: do not deny Bash")]
    [InlineData("Policy new: deny")]
    [InlineData("Policy new: deny \"rm")]
    [InlineData("Policy update policy1: whatever")]
    [InlineData("policy yes")]
    [InlineData("policy yes pol-000000")]
    [InlineData("policy no pol-0")]
    [InlineData("armor yes POL-7k2m9qq")]
    [InlineData("policy yes pol-7k2m9q please")]
    [InlineData("policy yes pol-7k2m9q pol-7k2m9r")]
    [InlineData("policy get")]
    [InlineData("Policy delete")]
    [InlineData("policy prioritize")]
    [InlineData("sallyport policy yes 123")]
    [InlineData("sallyport policy template nice")]
    public void What_is_meant_as_a_command_and_not_understood_says_so(string prompt) => Assert.Equal("problem", Say(PolicyCommandReader.Prompt(prompt)));

    [Fact]
    public void Every_beginning_of_every_command_is_read_without_fail()
    {
        foreach (var text in (string[])["armor policy prioritize policy2 to 3", "Policy update a: deny Bash \"git push\" for payment data to host example.com", "policy profile save x"])
            for (var length = 0; length <= text.Length; length++)
            {
                _ = PolicyCommandReader.Prompt(text[..length]);
                _ = PolicyCommandReader.Line(text[length..]);
            }
    }
}
