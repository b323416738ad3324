using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>
/// Whether declared input is contained in the real one: objects field by field, of an array each declared element somewhere in the real array,
/// texts and truth values exactly, numbers by value.
/// </summary>
internal sealed class InputSubset
{
    // What a pair of huge arrays may cost before the answer is no.
    private int _work = 200_000;

    /// <summary>True where <paramref name="declared"/> is contained in <paramref name="real"/>.</summary>
    public bool Contains(JsonElement real, JsonElement declared)
    {
        if (--_work < 0) return false;
        switch (declared.ValueKind)
        {
            case JsonValueKind.Object:
                if (real.ValueKind != JsonValueKind.Object) return false;
                foreach (var field in declared.EnumerateObject())
                    if (!real.TryGetProperty(field.Name, out var value) || !Contains(value, field.Value)) return false;
                return true;
            case JsonValueKind.Array:
                return real.ValueKind == JsonValueKind.Array && declared.EnumerateArray().All(item => Any(real, item));
            case JsonValueKind.String:
                return real.ValueKind == JsonValueKind.String && Spend(real) && real.ValueEquals(declared.GetString());
            case JsonValueKind.Number:
                return real.ValueKind == JsonValueKind.Number && SameNumber(real, declared);
            default:
                return real.ValueKind == declared.ValueKind;
        }
    }

    private bool Any(JsonElement array, JsonElement item)
    {
        foreach (var candidate in array.EnumerateArray())
        {
            if (_work < 0) return false;
            if (Contains(candidate, item)) return true;
        }
        return false;
    }

    private bool Spend(JsonElement text) => (_work -= LooseFields.Size(text) / 64) >= 0;

    private static bool SameNumber(JsonElement a, JsonElement b)
    {
        if (a.GetRawText() == b.GetRawText()) return true;
        if (a.TryGetDecimal(out var exactA) && b.TryGetDecimal(out var exactB)) return exactA == exactB;
        return a.TryGetDouble(out var x) && b.TryGetDouble(out var y) && x == y;
    }
}
