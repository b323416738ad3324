namespace Sallyport.Detection.Personal;

/// <summary>Numbers by which states know people: read in any usual grouping, believed by check digits and by the words around them.</summary>
internal static class NationalNumbers
{
    private static NationalNumber[]? s_all, s_alone;
    private static Outline[][]? s_outlines, s_aloneOutlines;

    public static NationalNumber[] All => s_all ??= [.. AsiaPacificNumbers.All(), .. EuropeanNumbers.All(), .. NorthernNumbers.All(), .. AmericanAndAfricanNumbers.All()];

    private static NationalNumber[] Alone => s_alone ??= [.. All.Where(static n => n.Alone > 0 || n.AloneCompact > 0)];

    /// <returns>The end of what was found, or 0.</returns>
    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if (chain.JoinedLeft) return 0;
        var numbers = (labels & Label.Nations) != 0 ? All : Alone;
        var outlines = (labels & Label.Nations) != 0 ? s_outlines ??= Outline.ByLength(All) : s_aloneOutlines ??= Outline.ByLength(Alone);
        var digits = Outline.DigitsOf(chain.Compact(chain.Count));
        for (var pieces = Math.Min(chain.Count, 8); pieces >= 1; pieces--)
        {
            var length = chain[pieces - 1].CompactEnd;
            if (length is < 8 or > Outline.Longest || (digits & ((1UL << length) - 1)) == 0) continue;
            var joined = -1;
            foreach (ref readonly var outline in outlines[length].AsSpan())
            {
                if (!outline.Fits(digits)) continue;
                if (joined < 0) joined = chain.JoinedRight(pieces) ? 1 : 0;
                if (joined > 0) break;
                var number = numbers[outline.Number];
                var confidence = Judge(ref context.Work, number, context.Text[chain[0].Start..chain[pieces - 1].End], chain.Compact(pieces), chain, pieces, labels);
                if (confidence == 0) continue;
                context.Add(number.Rule, chain[0].Start, chain[pieces - 1].End, confidence);
                return chain[pieces - 1].End;
            }
        }
        return 0;
    }

    /// <summary>Whether any number of any country is written like this.</summary>
    public static bool MayHold(in Chain chain, ulong digits)
    {
        var outlines = s_outlines ??= Outline.ByLength(All);
        for (var pieces = Math.Min(chain.Count, 8); pieces >= 1; pieces--)
            if (chain[pieces - 1].CompactEnd is >= 8 and <= Outline.Longest and var length)
                foreach (ref readonly var outline in outlines[length].AsSpan())
                    if (outline.Fits(digits)) return true;
        return false;
    }

    private static int Judge(ref long work, NationalNumber number, ReadOnlySpan<char> written, ReadOnlySpan<char> compact, in Chain chain, int pieces, Label labels)
    {
        var own = (labels & number.Label) != 0;
        var named = own || !number.OwnLabelOnly && (labels & Label.Identity) != 0;
        if (!named && number.Alone == 0 && number.AloneCompact == 0) return 0;
        var fit = Shape.Of(number.Shape, written, compact);
        if (fit == Shape.Fit.No || !number.Check(compact)) return 0;
        if (named) return own ? 93 : 80;
        if ((labels & (Label.Reference | Label.Phone)) != 0 || char.IsAsciiLetterLower(chain.Text[chain[0].Start])) return 0;
        // One more group of digits before it, and it is a longer number's end.
        if (pieces > 1 && chain[0].Start is > 1 and var start && chain.Text[start - 1] == chain[1].Separator && char.IsAsciiDigit(chain.Text[start - 2])) return 0;
        // One more group of digits after it, and it is a longer number's beginning.
        if (pieces < chain.Count && chain[pieces].Separator == chain[Math.Min(1, pieces)].Separator && char.IsAsciiDigit(chain.Text[chain[pieces].Start])) return 0;
        if (pieces == 3 && chain[0].Length == 4 && CodeTable.Holds(ref work, chain.Text, chain[0].Start, chain[2].End)) return 0;
        return fit switch
        {
            Shape.Fit.Compact => number.AloneCompact,
            Shape.Fit.Written => number.Alone,
            _ => 0,
        };
    }
}
