using Sallyport.Detection.Injection;
using Xunit;

namespace Sallyport.Tests.Detection.Injection;

public class TurnedWordsTests
{
    private static readonly (string Word, TurnedWords.Turn Turn)[] s_words =
    [
        ("ebzcg", TurnedWords.Turn.Thirteen), ("afgehpgvba", TurnedWords.Turn.Thirteen), ("](uggc", TurnedWords.Turn.Thirteen),
        ("urpsw", TurnedWords.Turn.Three), ("dvvzrug", TurnedWords.Turn.Three), ("](kwws", TurnedWords.Turn.Three),
        ("tpmor", TurnedWords.Turn.Backwards), ("metsy", TurnedWords.Turn.Backwards), ("drowssa", TurnedWords.Turn.Backwards),
    ];

    [Fact]
    public void A_word_is_found_wherever_it_stands()
    {
        foreach (var (word, turn) in s_words)
            for (var before = 0; before < 8; before++)
                for (var after = 0; after < 4; after++)
                    Assert.Equal(turn, TurnedWords.In(new string('.', before) + word + new string('.', after)));
    }

    [Fact]
    public void Nothing_less_than_a_word_is_found()
    {
        foreach (var (word, _) in s_words)
            for (var cut = 0; cut < 6; cut++)
                Assert.Equal(TurnedWords.Turn.None, TurnedWords.In(new string(' ', cut) + word[..^1] + " " + word[1..]));
        Assert.Equal(TurnedWords.Turn.None, TurnedWords.In(""));
        Assert.Equal(TurnedWords.Turn.None, TurnedWords.In("pr"));
    }

    [Fact]
    public void Several_turns_are_told_together() =>
        Assert.Equal(TurnedWords.Turn.Thirteen | TurnedWords.Turn.Backwards, TurnedWords.In("lfgrz and metsy"));
}
