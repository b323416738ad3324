namespace Sallyport.Detection.Secrets;

/// <summary>
/// A credential known by its looks. A shape is literal text with runs between angle brackets: <c>ghp_&lt;a:36&gt;</c> is the text
/// <c>ghp_</c> and 36 letters or digits; <see cref="Shape.Holds"/> lists the classes.
/// </summary>
/// <param name="Id">The rule's id.</param>
/// <param name="Issuer">Whose credential, and which: completes the sentence "A credential of …".</param>
/// <param name="Shapes">Each is looked for where a word starts; all start with literal text.</param>
internal sealed record TokenFormat(string Id, string Issuer, params string[] Shapes)
{
    /// <summary>How bad it is to lose one.</summary>
    public Severity Severity { get; init; } = Severity.Critical;

    /// <summary>How sure a match is; the rarer the mark, the surer.</summary>
    public int Confidence { get; init; } = 90;

    /// <summary>Bits a character below which the runs are a placeholder, not a credential.</summary>
    public double MinEntropy { get; init; } = 2.6;

    /// <summary>The mark alone is common in code and prose: the runs must also mix letters and digits.</summary>
    public bool Mixed { get; init; }

    /// <summary>The checksum of the format: gets the whole token, says whether it holds.</summary>
    public Func<string, bool>? Checksum { get; init; }

    /// <summary>Its issuer says nothing of the body but its length and letters, so that filler counts too, and is less sure.</summary>
    public bool AnyBody { get; init; }

    /// <summary>Text that every such token holds somewhere in its middle.</summary>
    public string? Holds { get; init; }

    private DetectionRule? _rule;

    public DetectionRule Rule => _rule ??= new DetectionRule(Id, FindingKind.Secret, Severity, DataClass.Secret,
        $"A credential of {Issuer}, known by its form.") { Cases = () => TokenSamples.For(this) };
}
