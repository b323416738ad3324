namespace Sallyport.Policy.Rules.Reading;

/// <summary>Something wrong in a policy file. One is enough: a policy that is not understood whole is not applied in part.</summary>
/// <param name="File">The file.</param>
/// <param name="Rule">The rule's id, or its place (<c>rules[3]</c>) where it has none; empty for the file itself.</param>
/// <param name="Place">Where in it: <c>command.effect</c>.</param>
/// <param name="Message">What is wrong, to be read after the place.</param>
internal readonly record struct PolicyFault(string File, string Rule, string Place, string Message)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var rule = Rule.Length == 0 ? "" : Rule.StartsWith("rules[", StringComparison.Ordinal) ? $"{Rule}: " : $"rule {Rule}: ";
        return Sanitize.ForTerminal($"{File}: {rule}{(Place.Length == 0 ? "" : $"{Place} ")}{Message}");
    }
}

/// <summary>What came of reading a policy file.</summary>
/// <param name="Document">The policy; null where there is a fault.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record PolicyReading(PolicyDocument? Document, IReadOnlyList<PolicyFault> Faults);

/// <summary>Collects faults, the first few of them.</summary>
internal sealed class FaultList(string file)
{
    private const int Shown = 20;
    private readonly List<PolicyFault> _list = [];

    public IReadOnlyList<PolicyFault> List => _list;

    public void Add(string rule, string place, string message)
    {
        if (_list.Count < Shown) _list.Add(new PolicyFault(file, rule, place, message));
    }

    /// <summary>A name of unknown length, short enough for a message.</summary>
    public static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
