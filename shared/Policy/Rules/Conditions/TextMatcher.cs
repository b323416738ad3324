using Sallyport.Detection.Patterns;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>How a text is compared.</summary>
internal enum TextOperator : byte
{
    /// <summary>The same text, case included.</summary>
    Equals,
    /// <summary>Contains it, whatever the case.</summary>
    Contains,
    /// <summary>Begins with it, whatever the case.</summary>
    StartsWith,
    /// <summary>Ends with it, whatever the case.</summary>
    EndsWith,
    /// <summary>A regular expression of the linear kind matches somewhere, whatever the case.</summary>
    Matches,
    /// <summary>Contains it as a path, however the home directory is written.</summary>
    PathContains,
}

/// <summary>One comparison.</summary>
internal sealed record TextTest(TextOperator Operator, string Value, LinearPattern? Pattern = null)
{
    public bool Holds(string text) => Operator switch
    {
        TextOperator.Equals => text == Value,
        TextOperator.Contains => text.Contains(Value, StringComparison.OrdinalIgnoreCase),
        TextOperator.StartsWith => text.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
        TextOperator.EndsWith => text.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
        TextOperator.Matches => Pattern!.IsMatch(text),
        _ => PathMention.Contains(text, Value),
    };
}

/// <summary>Several comparisons of one text, all of which must hold.</summary>
internal sealed record TextMatcher(IReadOnlyList<TextTest> Tests)
{
    /// <summary>True where nothing but one text can fit.</summary>
    public bool IsExact => Tests.Any(test => test.Operator == TextOperator.Equals);

    public bool Holds(string text)
    {
        foreach (var test in Tests)
            if (!test.Holds(text)) return false;
        return true;
    }
}
