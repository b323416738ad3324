namespace Sallyport.Detection.Personal;

/// <summary>Whether an identifier, upper case and without separators, is one a country could have issued.</summary>
internal delegate bool NumberCheck(ReadOnlySpan<char> id);

/// <summary>A number by which a state knows a person.</summary>
/// <param name="Rule">What its findings are.</param>
/// <param name="Label">The words that go with it.</param>
/// <param name="Shape">
/// How people write it, one alternative a bar: <c>9</c> a digit, <c>A</c> a letter, <c>*</c> either, anything else itself. Without
/// separators it is always read too.
/// </param>
/// <param name="Check">Check digits, dates, ranges.</param>
/// <param name="Alone">How sure it is without a label, written in its shape; 0 where a label is needed.</param>
/// <param name="AloneCompact">The same without separators.</param>
internal sealed record NationalNumber(DetectionRule Rule, Label Label, string Shape, NumberCheck Check, int Alone = 0, int AloneCompact = 0)
{
    /// <summary>Some numbers are so often written without a check digit that only their own name makes them sure.</summary>
    public bool OwnLabelOnly { get; init; }

    public static NationalNumber Of(string id, Label label, string shape, NumberCheck check, string description, string[] yes, string[] no, int alone = 0, int aloneCompact = 0, bool own = false,
        DataClass classes = DataClass.Pii) =>
        new(new DetectionRule(id, FindingKind.Pii, Severity.High, classes, description) { Cases = () => new(yes, no) }, label, shape, check, alone, aloneCompact)
        {
            OwnLabelOnly = own,
        };
}
