using System.Text.Json;
using System.Text.Unicode;

namespace Sallyport.Protocol;

/// <summary>
/// JSON as a guard must read it: what two readers could understand differently is refused.
/// </summary>
public static class StrictJson
{
    /// <summary>The deepest nesting that is read. Tool inputs are a handful deep; a hundred thousand is an attack on the stack.</summary>
    public const int MaxDepth = 128;

    private static readonly JsonDocumentOptions Options = new()
    {
        MaxDepth = MaxDepth,
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
    };

    /// <summary>
    /// Parses one JSON value: valid UTF-8, no byte-order mark, no duplicate keys, no comments, at most <see cref="MaxDepth"/> deep,
    /// nothing behind it.
    /// </summary>
    /// <exception cref="MalformedInputException">It is not that; the message says what is wrong and where.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.IsEmpty) throw new MalformedInputException("the input is empty");
        if (utf8.Span.StartsWith("\uFEFF"u8)) throw new MalformedInputException("the input begins with a byte-order mark: save it as UTF-8 without one");
        if (!Utf8.IsValid(utf8.Span)) throw new MalformedInputException("the input is not valid UTF-8");
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException wrong)
        {
            throw new MalformedInputException(Describe(wrong, utf8), wrong);
        }
    }

    /// <summary>
    /// The value itself. Its document is left to the collector: to dispose it gives its memory back to the pool, and the pool's second
    /// gift of a size makes the runtime time the processor's clock first, which takes a hook longer than all it parses.
    /// </summary>
    /// <exception cref="MalformedInputException">As for <see cref="Parse"/>.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> utf8) => Parse(utf8).RootElement;

    // The runtime's own messages are trimmed away in the native builds, so the place is all there is to tell. Of a duplicate it tells none.
    private static string Describe(JsonException wrong, ReadOnlyMemory<byte> utf8) =>
        wrong.LineNumber is { } line ? $"the input is not acceptable JSON (line {line + 1}, byte {wrong.BytePositionInLine.GetValueOrDefault() + 1})"
        : DuplicateKey.Find(utf8.Span) is { } place ? $"the input is not acceptable JSON: a key stands twice in one object (line {place.Line}, byte {place.Byte})"
        : "the input is not acceptable JSON (a duplicate key, or nesting that is too deep)";
}

/// <summary>Input that cannot be read. What cannot be read is not allowed.</summary>
public sealed class MalformedInputException : Exception
{
    /// <summary>Says what is wrong, without repeating the input.</summary>
    public MalformedInputException(string message) : base(message) { }

    /// <summary>Says what is wrong, without repeating the input.</summary>
    public MalformedInputException(string message, Exception inner) : base(message, inner) { }
}
