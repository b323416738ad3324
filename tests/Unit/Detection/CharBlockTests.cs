using System.Runtime.Intrinsics;
using Sallyport.Detection;
using Xunit;

namespace Sallyport.Tests.Detection;

/// <summary>What is read sixty-four characters at a time is what reading them one by one says.</summary>
public sealed class CharBlockTests
{
    private const string Runs = "+/-_", Marks = ".<\n!?;\"'", Pieces = ":;,<>!$'()@[]";

    [Fact]
    public void Every_character_is_in_its_classes_and_no_other()
    {
        var random = new Random(20_263);
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Create(random.Next(1, 200), random, static (span, r) =>
            {
                foreach (ref var c in span) c = (char)(r.Next(8) == 0 ? r.Next(char.MaxValue + 1) : r.Next(128));
            });
            const string Wanted = " \0=%az09~";
            var blocks = new CharBlock[(text.Length + CharBlock.Size - 1) / CharBlock.Size];
            var signs = CharBlock.Read(text, CharBlock.SetOf(Wanted), blocks);
            for (var i = 0; i < blocks.Length * CharBlock.Size; i++)
            {
                ref var block = ref blocks[i / CharBlock.Size];
                var c = i < text.Length ? text[i] : '\uffff';
                var seen = i < text.Length;
                Assert.Equal(char.IsAsciiLetter(c), Bit(block.Letters, i));
                Assert.Equal(char.IsAsciiDigit(c), Bit(block.Digits, i));
                Assert.Equal(char.IsAsciiLetterOrDigit(c) || c == '_', Bit(block.Words, i));
                Assert.Equal(seen && c >= 128, Bit(block.Beyond, i));
                Assert.Equal(Wanted.Contains(c), Bit(block.Wanted, i));
                Assert.Equal(char.IsAsciiLetterOrDigit(c) || Runs.Contains(c), Bit(block.Runs, i));
                Assert.Equal(Marks.Contains(c), Bit(block.Marks, i));
                Assert.Equal(char.IsAsciiLetterOrDigit(c) || Pieces.Contains(c), Bit(block.Pieces, i));
            }
            foreach (var (sign, flag) in ((char, TextSigns)[])[('&', TextSigns.And), ('%', TextSigns.Percent), ('=', TextSigns.Equal), ('"', TextSigns.Quote), ('-', TextSigns.Dash), ('\\', TextSigns.Backslash)])
                Assert.Equal(text.Contains(sign), (signs & flag) != 0);
            Assert.True(text.AsSpan().IndexOfAny('\0', '\x1b') < 0 || (signs & TextSigns.Control) != 0);
            Assert.Equal(text.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'), (signs & TextSigns.Beyond) != 0);
        }
    }

    [Fact]
    public void The_sets_are_what_their_characters_say()
    {
        var words = string.Concat(Enumerable.Range(0, 128).Select(c => (char)c).Where(char.IsAsciiLetterOrDigit));
        Assert.Equal(CharBlock.SetOf(Runs + words), Vector128.Create(CharBlock.RunSet));
        Assert.Equal(CharBlock.SetOf(Marks), Vector128.Create(CharBlock.MarkSet));
        Assert.Equal(CharBlock.SetOf(Pieces + words), Vector128.Create(CharBlock.PieceSet));
    }

    private static bool Bit(ulong block, int at) => (block >> at & 1) != 0;
}
