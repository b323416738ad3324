namespace Sallyport.Detection.Injection;

internal ref partial struct Disguise
{
    private const int ShortestRun = 18;
    private const int LongestRun = 2_000;

    /// <summary>Sentences without gaps. A long run covers every eighteenth character: those between need no look.</summary>
    private readonly void LongWords(ref ScanContext context)
    {
        for (var i = ShortestRun - 1; i < _text.Length; i += ShortestRun)
        {
            var block = i / CharBlock.Size;
            if (!MayHoldRun(context.Blocks, block))
            {
                // All that are in this block are passed by.
                i += ((block + 1) * CharBlock.Size - 1 - i) / ShortestRun * ShortestRun;
                continue;
            }
            if (!char.IsAsciiLetterOrDigit(_text[i]) || !MayBeLong(i)) continue;
            var (start, end) = (i, i + 1);
            while (start > 0 && i - start < LongestRun && IsRun(_text[start - 1])) start--;
            while (end < _text.Length && end - start <= LongestRun && IsRun(_text[end])) end++;
            if (end - start is >= ShortestRun and <= LongestRun && IsSentence(_text[start..end])) ReportCompact(ref context, _text[start..end], start, end);
            i = end - ShortestRun + 1 > i ? end - 1 : i;
        }
    }

    /// <summary>Whether eighteen letters and digits in a row stand in a block or reach into it; with a dash among them it is no sentence.</summary>
    private static bool MayHoldRun(ReadOnlySpan<CharBlock> blocks, int block)
    {
        var run = blocks[block].Letters | blocks[block].Digits;
        var before = block > 0 ? blocks[block - 1].Letters | blocks[block - 1].Digits : 0;
        var after = block + 1 < blocks.Length ? blocks[block + 1].Letters | blocks[block + 1].Digits : 0;
        const int Reach = ShortestRun - 1;
        return HoldsRun(run << Reach | before >> (CharBlock.Size - Reach)) || HoldsRun(run >> Reach | after << (CharBlock.Size - Reach));
    }

    private static bool HoldsRun(ulong run)
    {
        run &= run >> 1;
        run &= run >> 2;
        run &= run >> 4;
        run &= run >> 8;
        return (run & run >> (ShortestRun - 16)) != 0;
    }

    /// <summary>Of a long run around a character, nine or more stand before it or behind it.</summary>
    private readonly bool MayBeLong(int at) =>
        IsRun(_text[at - ShortestRun / 2]) && IsRun(_text[at - 4]) || at + ShortestRun / 2 < _text.Length && IsRun(_text[at + ShortestRun / 2]) && IsRun(_text[at + 4]);

    private static bool IsRun(char c) => Chars.IsWord(c) || c == '-';

    // Names in programs have humps or joints; sentences whose gaps were taken out have neither.
    private static bool IsSentence(ReadOnlySpan<char> run)
    {
        var humps = 0;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] is '_' or '-') return false;
            if (i > 0 && char.IsAsciiLetterUpper(run[i]) && char.IsAsciiLetterLower(run[i - 1]) && ++humps > 1) return false;
        }
        return true;
    }

    private static void ReportCompact(ref ScanContext context, ReadOnlySpan<char> compact, int start, int end)
    {
        if (!Gaps.MayHoldWords(compact)) return;
        foreach (var one in (ReadOnlySpan<char>)['i', 'l'])
        {
            if (one == 'l' && !compact.Contains('1')) return;
            if (Gaps.Insert(compact, one) is not { } plain) continue;
            if (Read(plain, out var rule) is var confidence and >= 55)
            {
                context.Add(rule!, start, end, confidence);
                return;
            }
        }
    }
}
