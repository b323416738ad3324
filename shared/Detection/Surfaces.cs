namespace Sallyport.Detection;

/// <summary>The words for surfaces.</summary>
public static class Surfaces
{
    /// <summary>The surface of a word, or null.</summary>
    public static Surface? Parse(string? word) => word switch
    {
        "prompt" => Surface.Prompt,
        "tool_input" => Surface.ToolInput,
        "tool_output" => Surface.ToolOutput,
        "response" => Surface.Response,
        _ => null,
    };

    /// <summary>The word used in policy files, records and output.</summary>
    public static string Word(this Surface surface) => surface switch
    {
        Surface.Prompt => "prompt",
        Surface.ToolInput => "tool_input",
        Surface.ToolOutput => "tool_output",
        _ => "response",
    };
}

/// <summary>The words for kinds and severities.</summary>
public static class Kinds
{
    /// <summary>The word for a kind.</summary>
    public static string Word(FindingKind kind) => kind switch
    {
        FindingKind.Secret => "secret",
        FindingKind.Pii => "pii",
        FindingKind.Injection => "injection",
        FindingKind.Sqli => "sqli",
        _ => "code",
    };

    /// <summary>The kind of a word, or null.</summary>
    public static FindingKind? Parse(string word) => word switch
    {
        "secret" => FindingKind.Secret,
        "pii" => FindingKind.Pii,
        "injection" => FindingKind.Injection,
        "sqli" => FindingKind.Sqli,
        "code" => FindingKind.Code,
        _ => null,
    };

    /// <summary>The data class of a word as policy writes it; none where it is no class.</summary>
    public static DataClass ParseClass(string word) => word switch
    {
        "PCI" => DataClass.Pci,
        "PAYMENT" => DataClass.Payment,
        "PII" => DataClass.Pii,
        "PHI" => DataClass.Phi,
        "SECRET" => DataClass.Secret,
        _ => DataClass.None,
    };

    /// <summary>The severity of a word, or null.</summary>
    public static Severity? ParseSeverity(string word) => word switch
    {
        "low" => Severity.Low,
        "medium" => Severity.Medium,
        "high" => Severity.High,
        "critical" => Severity.Critical,
        _ => null,
    };

    /// <summary>The word for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        _ => "critical",
    };
}
