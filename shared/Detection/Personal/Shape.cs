namespace Sallyport.Detection.Personal;

/// <summary>How a number is written: see <see cref="NationalNumber.Shape"/>.</summary>
internal static class Shape
{
    /// <summary>How a text fits.</summary>
    internal enum Fit
    {
        No,
        /// <summary>Without the shape's separators.</summary>
        Compact,
        /// <summary>Just as the shape says.</summary>
        Written,
        /// <summary>With separators of its own.</summary>
        Grouped,
    }

    public static Fit Of(ReadOnlySpan<char> alternatives, ReadOnlySpan<char> written, ReadOnlySpan<char> compact)
    {
        var best = Fit.No;
        foreach (var range in alternatives.Split('|'))
        {
            var shape = alternatives[range];
            if (Matches(shape, written, skip: false)) return written.Length == compact.Length ? Fit.Compact : Fit.Written;
            if (best == Fit.No && Matches(shape, compact, skip: true)) best = written.Length == compact.Length ? Fit.Compact : Fit.Grouped;
        }
        return best;
    }

    private static bool Matches(ReadOnlySpan<char> shape, ReadOnlySpan<char> text, bool skip)
    {
        var at = 0;
        foreach (var s in shape)
        {
            if (skip && s is ' ' or '-' or '.' or '/' && skip) continue;
            if (at >= text.Length) return false;
            var c = text[at++];
            var fits = s switch
            {
                '9' => char.IsAsciiDigit(c),
                'A' => char.IsAsciiLetter(c),
                '*' => char.IsAsciiLetterOrDigit(c),
                '-' => c is '-' or '\u2011' or '\u2013',
                ' ' => c is ' ' or '\u00a0',
                _ => c == s,
            };
            if (!fits) return false;
        }
        return at == text.Length;
    }
}
