using Sallyport.Detection;

namespace Sallyport.Policy.Content;

/// <summary>What the content of a tool call says of it.</summary>
/// <param name="Judgement">The strictest judgement.</param>
/// <param name="Findings">Everything found, for the record: rules and places in the text it stands in, never values.</param>
internal sealed record ContentVerdict(Judgement Judgement, IReadOnlyList<Finding> Findings)
{
    /// <summary>The data classes of what was found: policy rules may ask for them.</summary>
    public DataClass Classes
    {
        get
        {
            var classes = DataClass.None;
            foreach (var finding in Findings) classes |= finding.Classes;
            return classes;
        }
    }
}
