using Sallyport.Policy;

namespace Sallyport.Tests.Policy;

public class VerdictTests
{
    [Theory]
    [InlineData(Verdict.Allow)]
    [InlineData(Verdict.Warn)]
    [InlineData(Verdict.Ask)]
    [InlineData(Verdict.Deny)]
    public void A_verdict_survives_being_written_and_read(Verdict verdict)
    {
        Assert.True(Verdicts.TryParse(verdict.Word(), out var read));
        Assert.Equal(verdict, read);
    }

    [Theory]
    [InlineData("Deny")]
    [InlineData("block")]
    [InlineData("")]
    public void An_unknown_word_is_no_verdict(string word) => Assert.False(Verdicts.TryParse(word, out _));

    [Fact]
    public void The_strictest_stands()
    {
        Assert.Equal(Verdict.Deny, Verdicts.Strictest(Verdict.Ask, Verdict.Deny));
        Assert.Equal(Verdict.Warn, Verdicts.Strictest(Verdict.Warn, Verdict.Allow));
    }
}
