namespace Sallyport.Detection.Personal;

/// <summary>Numbers by which states know people: read in any usual grouping, believed by check digits and by the words around them.</summary>
internal static class NationalNumbers
{
    private static NationalNumber[]? s_all, s_alone;

    public static NationalNumber[] All => s_all ??= [.. AsiaPacificNumbers.All(), .. EuropeanNumbers.All(), .. NorthernNumbers.All(), .. AmericanAndAfricanNumbers.All()];

    private static NationalNumber[] Alone => s_alone ??= [.. All.Where(static n => n.Alone > 0 || n.AloneCompact > 0)];

    /// <returns>The end of what was found, or 0.</returns>
    public static int Recognise(ref ScanContext context, in Chain chain, Label labels)
    {
        if (chain.JoinedLeft) return 0;
        var labelled = (labels & Label.Nations) != 0;
        for (var pieces = Math.Min(chain.Count, 8); pieces >= 1; pieces--)
        {
            var compact = chain.Compact(pieces);
            if (compact.Length is < 8 or > 18 || compact.IndexOfAnyInRange('0', '9') < 0 || chain.JoinedRight(pieces)) continue;
            var written = context.Text[chain[0].Start..chain[pieces - 1].End];
            foreach (var number in labelled ? All : Alone)
            {
                var confidence = Judge(number, written, compact, chain, pieces, labels);
                if (confidence == 0) continue;
                context.Add(number.Rule, chain[0].Start, chain[pieces - 1].End, confidence);
                return chain[pieces - 1].End;
            }
        }
        return 0;
    }

    private static int Judge(NationalNumber number, ReadOnlySpan<char> written, ReadOnlySpan<char> compact, in Chain chain, int pieces, Label labels)
    {
        var own = (labels & number.Label) != 0;
        var named = own || !number.OwnLabelOnly && (labels & Label.Identity) != 0;
        if (!named && number.Alone == 0 && number.AloneCompact == 0) return 0;
        var fit = Shape.Of(number.Shape, written, compact);
        if (fit == Shape.Fit.No || !number.Check(compact)) return 0;
        if (named) return own ? 93 : 80;
        if ((labels & (Label.Reference | Label.Phone)) != 0 || char.IsAsciiLetterLower(chain.Text[chain[0].Start])) return 0;
        // One more group of digits after it, and it is a longer number's beginning.
        if (pieces < chain.Count && chain[pieces].Separator == chain[Math.Min(1, pieces)].Separator && char.IsAsciiDigit(chain.Text[chain[pieces].Start])) return 0;
        return fit switch
        {
            Shape.Fit.Compact => number.AloneCompact,
            Shape.Fit.Written => number.Alone,
            _ => 0,
        };
    }
}
