using System.Text;
using System.Text.Json;
using Sallyport.Detection;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>Which kinds of data an input holds.</summary>
internal static class InputClasses
{
    private const DataClass Everything = DataClass.Pci | DataClass.Payment | DataClass.Pii | DataClass.Phi | DataClass.Secret;
    private static readonly ScanOptions Options = new() { Kinds = FindingKinds.Secret | FindingKinds.Pii };

    /// <summary>The classes of all that is found. What could not be searched to its end may hold any.</summary>
    public static DataClass Of(JsonElement input)
    {
        // A value stands behind its field's name: "ssn: 078-05-1120" says more than the digits alone.
        var text = new StringBuilder();
        Append(text, "", input);
        var scan = Scanner.Inspect(text.ToString(), Surface.ToolInput, Options);
        var classes = scan.Truncated ? Everything : DataClass.None;
        foreach (var finding in scan.Findings) classes |= finding.Classes;
        return classes;
    }

    private static void Append(StringBuilder to, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject()) Append(to, field.Name, field.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Append(to, name, item);
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                if (name.Length > 0 && name is not ("command" or "cmd")) to.Append(name).Append(": ");
                to.Append(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText()).Append('\n');
                break;
        }
    }
}
