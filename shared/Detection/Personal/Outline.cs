namespace Sallyport.Detection.Personal;

/// <summary>Where a number has digits and where letters, a bit a character: what does not fit needs no closer look, and hardly anything does.</summary>
/// <param name="Number">Which number of the list.</param>
/// <param name="Digits">Where a digit must stand.</param>
/// <param name="Letters">Where a letter must stand.</param>
internal readonly record struct Outline(int Number, uint Digits, uint Letters)
{
    public const int Longest = 18;

    /// <summary>The outlines of a list, by length, in the order of the list.</summary>
    public static Outline[][] ByLength(NationalNumber[] numbers)
    {
        var found = new List<Outline>?[Longest + 1];
        for (var number = 0; number < numbers.Length; number++)
            foreach (var range in numbers[number].Shape.AsSpan().Split('|'))
            {
                var (outline, length) = Of(number, numbers[number].Shape.AsSpan()[range]);
                if (length <= Longest) (found[length] ??= []).Add(outline);
            }
        return Array.ConvertAll(found, static list => list?.ToArray() ?? []);
    }

    private static (Outline Outline, int Length) Of(int number, ReadOnlySpan<char> shape)
    {
        var (length, digits, letters) = (0, 0u, 0u);
        foreach (var c in shape)
        {
            if (c is ' ' or '-' or '.' or '/') continue;
            if (c == '9' || c != '*' && char.IsAsciiDigit(c)) digits |= 1u << length;
            else if (char.IsAsciiLetter(c)) letters |= 1u << length;
            length++;
        }
        return (new Outline(number, digits, letters), length);
    }

    /// <summary>The bits of the digits of a text of letters and digits.</summary>
    public static ulong DigitsOf(ReadOnlySpan<char> compact)
    {
        var digits = 0UL;
        for (var i = 0; i < compact.Length; i++)
            if (char.IsAsciiDigit(compact[i])) digits |= 1UL << i;
        return digits;
    }

    /// <summary>Whether a text may fit, by its digits; it has as many characters as this.</summary>
    public bool Fits(ulong digits) => (digits & Digits) == Digits && (digits & Letters) == 0;
}
