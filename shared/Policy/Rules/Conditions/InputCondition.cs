using System.Text.Json;
using Sallyport.Plans;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>Compares a text of the input, given the value it stands in.</summary>
internal delegate bool TextComparison(JsonElement value, string text, TextMatcher matcher);

/// <summary>What a field of the input must be: a comparison of its text, fields below it, elements it must hold, or a value.</summary>
internal abstract record InputCondition
{
    /// <summary>True where the value is as wanted.</summary>
    public abstract bool Holds(JsonElement value, TextComparison compare);
}

/// <summary>A comparison of a text, or of a number as written.</summary>
internal sealed record TextInput(TextMatcher Matcher) : InputCondition
{
    public override bool Holds(JsonElement value, TextComparison compare) => value.ValueKind switch
    {
        JsonValueKind.String => compare(value, value.GetString()!, Matcher),
        JsonValueKind.Number => Matcher.Holds(value.GetRawText()),
        _ => false,
    };
}

/// <summary>Fields, all of which must be there and hold.</summary>
internal sealed record FieldsInput(IReadOnlyList<(string Name, InputCondition Condition)> Fields) : InputCondition
{
    public override bool Holds(JsonElement value, TextComparison compare)
    {
        if (value.ValueKind != JsonValueKind.Object) return false;
        foreach (var (name, condition) in Fields)
            if (!value.TryGetProperty(name, out var field) || !condition.Holds(field, compare)) return false;
        return true;
    }
}

/// <summary>Elements, each of which some element of the array must match.</summary>
internal sealed record ElementsInput(IReadOnlyList<InputCondition> Elements) : InputCondition
{
    public override bool Holds(JsonElement value, TextComparison compare) =>
        value.ValueKind == JsonValueKind.Array && Elements.All(wanted => value.EnumerateArray().Any(item => wanted.Holds(item, compare)));
}

/// <summary>A value that must be the same.</summary>
internal sealed record ValueInput(JsonElement Value) : InputCondition
{
    public override bool Holds(JsonElement value, TextComparison compare) => new InputSubset().Contains(value, Value);
}
