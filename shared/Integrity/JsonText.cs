using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sallyport.Integrity;

/// <summary>
/// The texts of a JSON document whatever stands in them: <c>JsonElement.GetString</c> throws on a lone surrogate, and text that cannot
/// be read can neither be checked nor recorded.
/// </summary>
internal static class JsonText
{
    /// <summary>The text of a string.</summary>
    public static string Of(JsonElement value) => CanonicalString.Decode(JsonMarshal.GetRawUtf8Value(value)[1..^1]);

    /// <summary>The name of a member.</summary>
    public static string Name(JsonProperty member) => CanonicalString.Decode(JsonMarshal.GetRawUtf8PropertyName(member));
}
