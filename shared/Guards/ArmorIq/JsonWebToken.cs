using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Protocol;

namespace Sallyport.Guards.ArmorIq;

/// <summary>A JSON web token, taken apart.</summary>
/// <param name="Algorithm">How it says it is signed.</param>
/// <param name="Claims">What it says.</param>
/// <param name="Signed">The bytes under the signature.</param>
/// <param name="Signature">The signature.</param>
internal sealed record JsonWebToken(string Algorithm, JsonElement Claims, byte[] Signed, byte[] Signature)
{
    /// <summary>Takes a token apart; null where it is none.</summary>
    public static JsonWebToken? Read(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3 || text.Length > 64 * 1024) return null;
        try
        {
            using var header = StrictJson.Parse(Base64Url.DecodeFromChars(parts[0]));
            using var claims = StrictJson.Parse(Base64Url.DecodeFromChars(parts[1]));
            if (header.RootElement.ValueKind != JsonValueKind.Object || claims.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!header.RootElement.TryGetProperty("alg", out var algorithm) || algorithm.ValueKind != JsonValueKind.String) return null;
            if (header.RootElement.TryGetProperty("crit", out _)) return null; // it must be understood, and none is
            return new JsonWebToken(algorithm.GetString()!, claims.RootElement.Clone(), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]));
        }
        catch (Exception wrong) when (wrong is FormatException or MalformedInputException)
        {
            return null;
        }
    }

    /// <summary>True where an Ed25519 key signed it. The key decides the algorithm, never the token.</summary>
    public bool IsSignedBy(byte[] key) => Algorithm is "EdDSA" or "Ed25519" && Ed25519Key.Verify(key, Signed, Signature);

    /// <summary>A claim that is text.</summary>
    public string? Text(string claim) => Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A claim that is a time, in Unix seconds.</summary>
    public double? Time(string claim) => Claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetDouble(out var time) && double.IsFinite(time) ? time : null;
}
