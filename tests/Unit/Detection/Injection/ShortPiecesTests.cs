using Sallyport.Detection;
using Sallyport.Detection.Injection;
using Xunit;

namespace Sallyport.Tests.Detection.Injection;

public class ShortPiecesTests
{
    [Fact]
    public void A_row_is_found_wherever_it_stands_and_whatever_stands_around_it()
    {
        var random = new Random(11);
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Piece(random)));
            var blocks = new CharBlock[(text.Length + CharBlock.Size - 1) / CharBlock.Size];
            CharBlock.Read(text, default, blocks);
            var rows = new ShortPieces(text, blocks);
            var from = 0;
            while (true)
            {
                var next = rows.Next(from);
                Assert.Equal(NextPlainly(text, from), next);
                if (next >= text.Length) break;
                from = next + 1 + random.Next(9);
                if (from >= text.Length) break;
            }
        }
    }

    private static string Piece(Random random)
    {
        var letters = random.Next(7) switch { 0 => random.Next(5, 90), _ => random.Next(1, 5) };
        return new string((char)('a' + random.Next(26)), letters) + (random.Next(12) == 0 ? ":" : new string(' ', random.Next(1, 3)));
    }

    /// <summary>The same character by character.</summary>
    private static int NextPlainly(string text, int from)
    {
        var (start, pieces) = (from, 0);
        for (var i = from; i < text.Length;)
        {
            while (i < text.Length && !IsMark(text[i])) i++;
            if (i >= text.Length) break;
            var end = i;
            while (end < text.Length && IsMark(text[end])) end++;
            if (end - i > 4) pieces = 0;
            else
            {
                if (pieces == 0) start = i;
                if (++pieces >= ShortPieces.Fewest) return start;
            }
            i = end;
        }
        return text.Length;
    }

    private static bool IsMark(char c) => char.IsAsciiLetterOrDigit(c) || ":;,<>!$'()@[]".Contains(c);
}
