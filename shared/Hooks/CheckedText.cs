using Sallyport.Detection;
using Sallyport.Policy;
using Sallyport.Scanning;

namespace Sallyport.Hooks;

/// <summary>A text of a tool's result: as the model may see it, and as it is kept.</summary>
/// <param name="Shown">For the model: without what policy wants replaced.</param>
/// <param name="Kept">For the record: everything that was found is masked, what the model may see included.</param>
internal readonly record struct CheckedText(string Shown, string Kept);

/// <summary>Checks the texts of one result, up to a bound for all of them together: what lies past it is withheld.</summary>
internal sealed class TextChecker(DetectionActions actions)
{
    /// <summary>UTF-16 units of a result that are looked at.</summary>
    public const int MostChars = 16 * 1024 * 1024;

    private const int SureEnough = 50;

    private readonly ScanOptions _options = actions.Options;
    private readonly ScanOptions _all = actions.Options with { MinConfidence = Masker.MinConfidence };
    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _replaced = [];
    private int _left = MostChars;

    /// <summary>Everything found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>The rules whose findings were replaced.</summary>
    public IReadOnlyCollection<string> Replaced => _replaced;

    /// <summary>Something lay past the bound.</summary>
    public bool Cut { get; private set; }

    /// <summary>A text that tries to instruct the agent is among them, and policy wants it marked.</summary>
    public bool Injected { get; private set; }

    /// <summary>Looks at a text.</summary>
    public CheckedText Check(string text)
    {
        if (text.Length == 0) return new CheckedText(text, text);
        if (_left == 0) return Withhold();
        // One scan says of nearly every text that there is nothing to do, for the model and for the record.
        var scan = LongTextScan.Inspect(text, Surface.ToolOutput, text.Length > _left ? _all with { MaxChars = _left } : _all);
        _left -= Math.Min(_left, text.Length);
        if (scan is { Findings.Count: 0, Truncated: false }) return new CheckedText(text, text);
        Cut |= scan.Truncated;
        foreach (var finding in scan.Findings) Note(finding);
        // What stands next to something that was replaced may only then be seen for what it is: cleaned until nothing is left.
        var seen = scan.Truncated ? text[..scan.ScannedTo] : text;
        var shown = Redactor.Clean(seen, Surface.ToolOutput, _options, IsUnwanted) + (scan.Truncated ? Redactor.Withheld : "");
        return new CheckedText(shown, Masker.Mask(text, _options.Rules));
    }

    /// <summary>A value that is a credential by the name of its field.</summary>
    public CheckedText Field(string value)
    {
        Note(FieldSecrets.Finding(value));
        return new CheckedText(FieldSecrets.Mark, FieldSecrets.Mark);
    }

    private CheckedText Withhold()
    {
        Cut = true;
        return new CheckedText(Redactor.Withheld, Redactor.Withheld);
    }

    private void Note(in Finding finding)
    {
        if (finding.Confidence < SureEnough) return;
        _findings.Add(finding);
        if (IsUnwanted(finding)) _replaced.Add(finding.Rule);
        else if (finding.Kind == FindingKind.Injection && actions.ActionFor(Surface.ToolOutput, finding) == Verdict.Warn) Injected = true;
    }

    private bool IsUnwanted(Finding finding) => actions.ActionFor(Surface.ToolOutput, finding) >= Verdict.Ask;
}
