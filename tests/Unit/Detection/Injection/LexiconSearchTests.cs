using Sallyport.Detection.Injection;
using Xunit;

namespace Sallyport.Tests.Detection.Injection;

public class LexiconSearchTests
{
    private static string[] Entries => [.. (Lexicon.Words + "\n" + CueWords.Words).Split('\n').SelectMany(line => line[(line.IndexOf(':') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    [Fact]
    public void Every_word_is_found_as_the_table_has_it()
    {
        foreach (var entry in Entries)
        {
            var word = entry.TrimEnd('*');
            foreach (var form in (string[])[word, word + "s", word + "ung", word[..^1], word[..1], word[..Math.Min(2, word.Length)]])
                Assert.Equal(LexiconTable.Words.Of(form), LexiconSearch.Of(form));
        }
    }

    [Fact]
    public void Other_words_mean_nothing()
    {
        foreach (var word in "passed harbour zzz q 12 ab3 ünique".Split(' '))
        {
            Assert.True(LexiconSearch.Of(word).IsNone, word);
            Assert.True(LexiconTable.Words.Of(word).IsNone, word);
        }
    }

    [Fact]
    public void No_stem_is_a_single_letter() => Assert.DoesNotContain(Entries, entry => entry is [_, '*']);
}
