using System.Globalization;
using System.Text;

namespace Sallyport.Lexicon;

/// <summary>Source of a class that holds constant tables.</summary>
internal sealed class DataClass
{
    private readonly StringBuilder _text = new();

    public DataClass(string name) => _text.Append("// Written as it is compiled, from what people edit in shared/Detection/Injection.\nnamespace Sallyport.Detection.Injection;\n\ninternal static class ").Append(name).Append("\n{\n");

    /// <summary>A table of numbers.</summary>
    public void Add(string name, ReadOnlySpan<ulong> numbers) => Add(name, "ulong", numbers);

    /// <summary>A table of small numbers.</summary>
    public void Add(string name, ReadOnlySpan<ushort> numbers)
    {
        var wide = new ulong[numbers.Length];
        for (var i = 0; i < wide.Length; i++) wide[i] = numbers[i];
        Add(name, "ushort", wide);
    }

    /// <summary>A number.</summary>
    public void Add(string name, int number) => _text.Append(CultureInfo.InvariantCulture, $"    public const int {name} = {number};\n");

    /// <summary>A text.</summary>
    public void Add(string name, string text) => _text.Append(CultureInfo.InvariantCulture, $"    public const string {name} = \"{text}\";\n");

    public override string ToString() => _text + "}\n";

    private void Add(string name, string type, ReadOnlySpan<ulong> numbers)
    {
        _text.Append(CultureInfo.InvariantCulture, $"    public static System.ReadOnlySpan<{type}> {name} =>\n    [");
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i % 8 == 0) _text.Append("\n        ");
            _text.Append(numbers[i] < 10 ? "" : "0x").Append(numbers[i].ToString("x", CultureInfo.InvariantCulture)).Append(", ");
        }
        _text.Append("\n    ];\n");
    }
}
