using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.State;

/// <summary>
/// The identity of a tool call: tool, input and directory. An approval passes exactly this, and a result is held against it.
/// </summary>
internal static class CallHash
{
    /// <summary>SHA-256, hex, over the canonical form (RFC 8785) of the input, so that key order and spacing do not matter.</summary>
    public static string Of(string tool, JsonElement input, string cwd)
    {
        var hash = new Sha256();
        hash.Append(Encoding.UTF8.GetBytes($"sallyport call\n{tool}\n{cwd}\n"));
        hash.Append(CanonicalJson.Form(input).Span);
        return Convert.ToHexStringLower(hash.Finish());
    }
}
