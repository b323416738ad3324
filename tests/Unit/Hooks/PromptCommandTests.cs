using Sallyport.Hooks;
using Sallyport.State;

namespace Sallyport.Tests.Hooks;

public class PromptCommandTests
{
    [Theory]
    [InlineData("sallyport")]
    [InlineData("SALLYPORT Status")]
    [InlineData("sallyport frobnicate")]
    [InlineData("Sallyport Approve 8PBS-NNHRD-MGV0")]
    [InlineData("sallyport approve `8PBS-NNHRD-MGV0`.")]
    [InlineData("sallyport approve 8PBS NNHRD MGV0")]
    [InlineData("sallyport approve wrong")]
    [InlineData("sallyport aprove 8PBS-NNHRD-MGV0")]
    [InlineData("sallyport pause 10m")]
    [InlineData("sallyport pause 10")]
    [InlineData("sallyport pause 10 minutes")]
    [InlineData("sallyport pause 0m")]
    [InlineData("sallyport pause -5m")]
    [InlineData("sallyport pause 99999999999h")]
    public void What_can_be_meant_as_nothing_else_is_a_command(string prompt) => Assert.NotNull(PromptCommand.Read(prompt));

    [Theory]
    [InlineData("sallyport is a gate, explain the word")]
    [InlineData("sallyport approve the second of the two designs")]
    [InlineData("sallyport pause is broken")]
    [InlineData("sallyport status page: mend its colours")]
    [InlineData("sallyport authentication documentation")]
    [InlineData("please sallyport status")]
    [InlineData("")]
    public void A_sentence_is_a_prompt(string prompt) => Assert.Null(PromptCommand.Read(prompt));

    [Fact]
    public void Every_code_has_the_form_of_one()
    {
        for (var i = 0; i < 200; i++)
        {
            var code = ApprovalCode.Mint();
            if (code.AsSpan().ContainsAnyInRange('0', '9')) Assert.True(ApprovalCode.IsOne(code), code);
            Assert.False(ApprovalCode.IsOne(code + "A"), code);
        }
    }
}
