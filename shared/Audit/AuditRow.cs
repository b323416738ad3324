using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>What links a row to its neighbours, read from its line.</summary>
/// <param name="Sequence">Its place in the record.</param>
/// <param name="Previous">Leaf hash of the row before it.</param>
/// <param name="Kind">What kind of event it is.</param>
internal readonly record struct AuditRow(long Sequence, byte[] Previous, string Kind)
{
    /// <summary>Before the first row.</summary>
    public static byte[] NoRow => new byte[Sha256.Size];

    /// <summary>Reads a line without its line feed.</summary>
    /// <returns>False where it is no whole row.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, out AuditRow row)
    {
        row = default;
        if (line.Length < 2 || line[0] != '{' || line[^1] != '}') return false;
        long sequence = -1;
        byte[]? previous = null;
        string? kind = null;
        try
        {
            var reader = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = Protocol.StrictJson.MaxDepth + 4 });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;
                if (reader.ValueTextEquals("seq"u8))
                {
                    reader.Read();
                    sequence = reader.GetInt64();
                }
                else if (reader.ValueTextEquals("prev"u8))
                {
                    reader.Read();
                    if (reader.ValueSpan.Length == Sha256.Size * 2) previous = Convert.FromHexString(reader.GetString()!);
                }
                else if (reader.ValueTextEquals("kind"u8))
                {
                    reader.Read();
                    kind = reader.GetString();
                }
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
        if (sequence < 0 || previous is null || kind is null) return false;
        row = new AuditRow(sequence, previous, kind);
        return true;
    }
}
