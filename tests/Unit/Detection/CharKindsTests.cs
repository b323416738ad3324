using Sallyport.Detection;

namespace Sallyport.Tests.Detection;

public sealed class CharKindsTests
{
    [Fact]
    public void The_table_says_what_the_classes_say()
    {
        for (var c = '\0'; c < 300; c++)
        {
            var kind = CharKinds.Of(c);
            Assert.Equal(char.IsAsciiLetterOrDigit(c) || c == '_', (kind & CharKinds.Word) != 0);
            Assert.Equal(char.IsAsciiDigit(c), (kind & CharKinds.Digit) != 0);
            Assert.Equal(char.IsAsciiLetterUpper(c), (kind & CharKinds.Upper) != 0);
            Assert.Equal(char.IsAsciiLetterLower(c), (kind & CharKinds.Lower) != 0);
            Assert.Equal(char.IsAsciiHexDigit(c), (kind & CharKinds.Hex) != 0);
            Assert.Equal(char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_', (kind & CharKinds.Run) != 0);
            Assert.Equal(char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.', (kind & CharKinds.Name) != 0);
        }
    }

    [Fact]
    public void Every_run_of_23_has_a_place_where_it_is_seen()
    {
        for (var start = 0; start < 70; start++)
            for (var length = 1; length < 60; length++)
            {
                var text = string.Concat(new string(' ', start), new string('a', length), new string(' ', 80));
                var (seen, before) = (false, false);
                for (var from = 0; from < text.Length; from += CharBlock.Size)
                    for (var runs = CharBlock.LongRuns(CharBlock.At(text, from, default).Letters, ref before); runs != 0; runs &= runs - 1)
                        seen |= text[from + System.Numerics.BitOperations.TrailingZeroCount(runs)] == 'a';
                Assert.True(length < 16 ? !seen : length < 23 || seen);
            }
    }
}
