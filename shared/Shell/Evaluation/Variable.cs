namespace Sallyport.Shell.Evaluation;

/// <summary>How <c>declare</c> changes what is assigned.</summary>
internal enum CaseChange : byte { None, Upper, Lower }

/// <summary>A variable: every value it may have at this point of the text.</summary>
internal sealed record Variable(IReadOnlyList<ShellValue> Values)
{
    /// <summary>More possible values than this are one unknown value.</summary>
    public const int MostValues = 8;

    public bool Exported { get; init; }
    public bool Integer { get; init; }
    public bool ReadOnly { get; init; }
    public bool Reference { get; init; }
    public CaseChange Case { get; init; }

    /// <summary>A variable with one value.</summary>
    public static Variable Of(ShellValue value) => new([value]);

    /// <summary>The values of either.</summary>
    public static Variable Merge(Variable a, Variable b)
    {
        if (ReferenceEquals(a, b) || (a.Values.Count == 1 && b.Values.Count == 1 && a.Values[0].Same(b.Values[0]))) return b.Exported ? b : a;
        var values = new List<ShellValue>(a.Values);
        foreach (var value in b.Values)
            if (!values.Exists(value.Same)) values.Add(value);
        return a with
        {
            Values = values.Count > MostValues ? [ShellValue.Inherited] : values,
            Exported = a.Exported || b.Exported,
            // What only one way made so may as well not be.
            ReadOnly = a.ReadOnly && b.ReadOnly,
            Integer = a.Integer && b.Integer,
            Case = a.Case == b.Case ? a.Case : CaseChange.None,
        };
    }
}
