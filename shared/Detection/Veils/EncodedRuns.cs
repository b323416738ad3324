using System.Buffers;
using System.Numerics;

namespace Sallyport.Detection.Veils;

/// <summary>Runs of base 64 or hexadecimal that decode to text with a token in it. Bounded: so many characters are decoded of a text and no more.</summary>
internal static class EncodedRuns
{
    /// <summary>No token with a mark fits into less.</summary>
    private const int Shortest = 28;

    private const int Longest = 16 * 1024;
    private const int MostDecoded = 256 * 1024;

    /// <summary>A line of mail or of a file in PEM's form has as much or more.</summary>
    private const int FullLine = 60;

    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly ScanOptions s_inner = new() { Kinds = FindingKinds.Secret, MinConfidence = 65, Unveiled = true };

    public static void Judge(ref ScanContext context)
    {
        var text = context.Text;
        var budget = MostDecoded;
        var (next, before) = (0, false);
        for (var from = 0; from < text.Length && budget > 0; from += CharBlock.Size)
        {
            for (var runs = CharBlock.LongRuns(context.Blocks[from / CharBlock.Size].Runs, ref before); runs != 0 && budget > 0; runs &= runs - 1)
            {
                var at = from + BitOperations.TrailingZeroCount(runs);
                if (at < next) continue;
                var start = at;
                while (start > next && at - start < Shortest && EncodedText.IsRun(text[start - 1])) start--;
                next = EndOf(text, start);
                if (next - start >= Shortest) Read(ref context, start, next, ref budget);
                if (context.IsFull) return;
            }
        }
    }

    /// <summary>Where a run ends; over the ends of lines that are full.</summary>
    private static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var (end, line) = (start, start);
        while (end < text.Length && end - start < Longest)
        {
            end = EncodedText.RunEnd(text, end, start + Longest - end);
            if (end >= text.Length || end - start >= Longest) break;
            var ends = text[end] == '\n' ? 1 : text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 0;
            if (ends == 0 || end - line < FullLine || (end - line) % 4 != 0 || end + ends >= text.Length || !EncodedText.IsRun(text[end + ends])) break;
            end += ends;
            line = end;
        }
        return end;
    }

    private static void Read(ref ScanContext context, int start, int end, ref int budget)
    {
        var run = context.Text[start..end];
        if (!EncodedText.MayBeText(run)) return;
        var plain = ArrayPool<char>.Shared.Rent(run.Length);
        var length = run.Length % 2 == 0 && !run.ContainsAnyExcept(s_hex) ? EncodedText.Hex(run, plain) : 0;
        if (length == 0) length = EncodedText.Base64(run, plain);
        budget -= length;
        context.Work += length;
        if (length > 0)
            foreach (var finding in Scanner.Scan(plain.AsSpan(0, length), context.Surface, s_inner))
                if (Veils.IsMarked(finding))
                {
                    while (end < context.Text.Length && context.Text[end] == '=') end++;
                    context.AddFound(finding with { Start = start, End = end });
                    break;
                }
        ArrayPool<char>.Shared.Return(plain, clearArray: true);
    }
}
