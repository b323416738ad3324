namespace Sallyport.Detection;

/// <summary>What a rule of the detector is: data that policy, the record and <c>sallyport rules</c> name it by.</summary>
/// <param name="Id">Stable, lower case, words joined by hyphens: people write it into policies and allow-lists.</param>
/// <param name="Kind">What its findings are.</param>
/// <param name="Severity">How bad a finding is.</param>
/// <param name="Classes">The data classes its findings belong to.</param>
/// <param name="Description">One sentence: what it finds and by what it knows it.</param>
public sealed record DetectionRule(string Id, FindingKind Kind, Severity Severity, DataClass Classes, string Description)
{
    /// <summary>
    /// The rule's own examples. A function, so that a hook which lives a millisecond never builds them: only the tests
    /// and <c>sallyport rules</c> do.
    /// </summary>
    public required Func<RuleCases> Cases { get; init; }
}

/// <summary>Texts in which a rule must, and must not, find something.</summary>
/// <param name="True">Each holds at least one finding of the rule.</param>
/// <param name="False">None holds a finding of the rule.</param>
/// <param name="Surface">Where the texts stand.</param>
public sealed record RuleCases(string[] True, string[] False, Surface Surface = Surface.ToolOutput);
