namespace Sallyport.Detection;

/// <summary>What a finding is.</summary>
public enum FindingKind : byte
{
    /// <summary>A credential.</summary>
    Secret,
    /// <summary>Personal data, health and payment data included.</summary>
    Pii,
    /// <summary>Text that tries to instruct the agent.</summary>
    Injection,
    /// <summary>SQL made to do what its author did not mean.</summary>
    Sqli,
    /// <summary>Code that opens a hole.</summary>
    Code,
}

/// <summary>Where a text stands in a turn.</summary>
public enum Surface : byte
{
    /// <summary>What the person typed.</summary>
    Prompt,
    /// <summary>What a tool is called with.</summary>
    ToolInput,
    /// <summary>What a tool returned.</summary>
    ToolOutput,
    /// <summary>What the model answered.</summary>
    Response,
}

/// <summary>How bad a finding is.</summary>
public enum Severity : byte
{
    /// <summary>Worth knowing.</summary>
    Low,
    /// <summary>Should be looked at.</summary>
    Medium,
    /// <summary>Does harm if it leaves.</summary>
    High,
    /// <summary>Does harm at once.</summary>
    Critical,
}

/// <summary>Data classes that policy rules name.</summary>
[Flags]
public enum DataClass : byte
{
    /// <summary>None.</summary>
    None = 0,
    /// <summary>Payment card data.</summary>
    Pci = 1,
    /// <summary>Payment data: cards, IBAN, bank accounts.</summary>
    Payment = 2,
    /// <summary>Personal data.</summary>
    Pii = 4,
    /// <summary>Health data.</summary>
    Phi = 8,
    /// <summary>Credentials.</summary>
    Secret = 16,
}

/// <summary>One thing found in a text. Never holds the text itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Rule">The id of the rule that found it.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Confidence">0 to 100.</param>
/// <param name="Classes">The data classes it belongs to.</param>
public readonly record struct Finding(FindingKind Kind, string Rule, Severity Severity, int Start, int End, int Confidence, DataClass Classes = DataClass.None);
