using Sallyport.Detection.Injection;
using Xunit;

namespace Sallyport.Tests.Detection.Injection;

/// <summary>The tables are written when the program is compiled: they must say what the lexicon says as people edit it.</summary>
public class LexiconTableTests
{
    private static readonly (string Word, bool Stem, Sense Sense)[] s_words = [.. Read(Lexicon.Words), .. Read(CueWords.Words)];

    [Fact]
    public void Every_word_means_what_its_lines_say()
    {
        foreach (var (word, _, _) in s_words)
            foreach (var form in (string[])[word, word + "s", word + "ung", word[..^1], word[..1], word[..Math.Min(2, word.Length)]])
                Assert.Equal(Searched(form), LexiconTable.Of(form));
    }

    [Fact]
    public void Other_words_mean_nothing()
    {
        foreach (var word in "passed harbour zzz q 12 ab3 ünique".Split(' ')) Assert.True(LexiconTable.Of(word).IsNone, word);
    }

    [Fact]
    public void What_is_looked_at_first_never_denies_a_word()
    {
        foreach (var (word, stem, _) in s_words)
        {
            var front = LexiconPlaces.Front(word);
            Assert.True(LexiconTable.BeginsLike(front), word);
            for (var more = 0; more < (stem ? 20 : 1); more++) Assert.True(LexiconTable.MayMean(front, word.Length + more), word);
            if (word.Length >= 4) Assert.True(LexiconTable.MayBeginWith(front << 5 | word[3] & 31), word);
        }
    }

    [Fact]
    public void A_run_begins_with_its_longest_word()
    {
        foreach (var (word, _, _) in s_words.Where(w => !w.Stem && w.Word.Length >= 3))
        {
            var longest = s_words.Where(w => w.Word.Length >= 3 && word.StartsWith(w.Word, StringComparison.Ordinal) && Counts(w)).Select(w => w.Word.Length).DefaultIfEmpty().Max();
            LexiconTable.AtFront(word, 3, out var length);
            Assert.Equal(longest, length);
        }
        foreach (var (word, _, sense) in Read(Lexicon.Runs).Where(w => w.Sense.Means != Concept.None))
        {
            Assert.Equal(sense.Means, RunWords.AtFront(word + "x", out var length).Means & sense.Means);
            Assert.Equal(word.Length, length);
        }
    }

    [Fact]
    public void Every_form_is_there_once() =>
        Assert.Equal(Frames.Forms.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length, FrameData.Forms.Length / FrameForm.Size);

    // In a run without blanks a word counts that means something by itself; of words beyond ASCII, stems and long ones, no foreign one does.
    private static bool Counts((string Word, bool Stem, Sense Sense) entry) =>
        !entry.Stem && LexiconPlaces.Key(entry.Word) != 0 ? Searched(entry.Word, plain: true).Means != Concept.None
        : entry.Sense.Means != Concept.None && (entry.Sense.Means & Concept.Foreign) == 0;

    private static Sense Searched(string form, bool plain = false)
    {
        var all = default(Sense);
        foreach (var (word, stem, sense) in s_words)
            if (stem && !plain ? form.StartsWith(word, StringComparison.Ordinal) : !stem && form == word) all |= sense;
        return all;
    }

    private static IEnumerable<(string Word, bool Stem, Sense Sense)> Read(string source)
    {
        foreach (var line in source.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (head, words) = (line.Split(':')[0], line.Split(':')[1]);
            var sense = head.TrimStart('~').Split(',').Aggregate(head[0] == '~' ? new Sense(Concept.Foreign, Cue.None) : default, (all, name) =>
                all | (Enum.TryParse<Concept>(name, out var means) ? new Sense(means, Cue.None) : new Sense(Concept.None, Enum.Parse<Cue>(name))));
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return (word.TrimEnd('*'), word[^1] == '*', sense);
        }
    }
}
