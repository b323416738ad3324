using Sallyport.Detection;

namespace Sallyport.Policy.Rules;

/// <summary>The words for data classes.</summary>
internal static class DataClassNames
{
    /// <summary>Reads a word; none where it is no class.</summary>
    public static DataClass Parse(string word) => word switch
    {
        "PCI" => DataClass.Pci,
        "PAYMENT" => DataClass.Payment,
        "PII" => DataClass.Pii,
        "PHI" => DataClass.Phi,
        "SECRET" => DataClass.Secret,
        _ => DataClass.None,
    };
}
