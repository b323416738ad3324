using System.Text.Json;

namespace Sallyport.Protocol;

/// <summary>Where a key stands for the second time in one object. Only looked for where that is already known, to say the place.</summary>
internal static class DuplicateKey
{
    /// <summary>The line and the byte in it, both from one; null where no key stands twice or the text is no JSON.</summary>
    public static (int Line, int Byte)? Find(ReadOnlySpan<byte> utf8)
    {
        var open = new Stack<HashSet<string>>();
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = StrictJson.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartObject) open.Push(new HashSet<string>(StringComparer.Ordinal));
                else if (reader.TokenType == JsonTokenType.EndObject) open.Pop();
                else if (reader.TokenType == JsonTokenType.PropertyName && !open.Peek().Add(reader.GetString()!))
                {
                    var before = utf8[..(int)reader.TokenStartIndex];
                    return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
                }
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Half an escaped character: it has no name to compare.
        }
        return null;
    }
}
