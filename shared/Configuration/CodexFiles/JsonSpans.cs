using System.Text;
using System.Text.Json;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>Reads JSON as strictly as Codex does (no comments, no byte-order mark, one value) into values with their places.</summary>
internal static class JsonSpans
{
    private const int Depth = 64;

    public static JsonSpan Parse(string text, string file)
    {
        if (text.StartsWith('\uFEFF')) throw new CodexFileException(file, 1, "begins with a byte-order mark, which Codex does not read");
        var bytes = SourceText.Encode(text);
        var places = new CharPlaces(bytes);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Depth });
        try
        {
            reader.Read();
            var root = Value(ref reader, places, text, file);
            if (reader.Read()) throw new CodexFileException(file, SourceText.LineOf(text, places.At(reader.TokenStartIndex)), "more than one value");
            return root;
        }
        catch (JsonException wrong)
        {
            throw new CodexFileException(file, (int)(wrong.LineNumber ?? 0) + 1, "not valid JSON");
        }
        catch (InvalidOperationException)
        {
            throw new CodexFileException(file, SourceText.LineOf(text, places.At(reader.TokenStartIndex)), "a string that is not valid Unicode");
        }
    }

    // The depth is bounded by the reader, which refuses more than MaxDepth levels.
    private static JsonSpan Value(ref Utf8JsonReader reader, CharPlaces places, string text, string file)
    {
        var kind = reader.TokenType;
        var value = new JsonSpan
        {
            Kind = kind,
            Start = places.At(reader.TokenStartIndex),
            Text = kind == JsonTokenType.String ? reader.GetString()! : kind == JsonTokenType.Number ? Encoding.ASCII.GetString(reader.ValueSpan) : "",
        };
        if (kind == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var name = reader.GetString()!;
                var start = places.At(reader.TokenStartIndex);
                if (value[name] is not null) throw new CodexFileException(file, SourceText.LineOf(text, start), $"the key \"{Sanitize.ForTerminal(name)}\" is there twice");
                reader.Read();
                value.Members.Add(new JsonMember(name, start, Value(ref reader, places, text, file)));
            }
        }
        else if (kind == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) value.Items.Add(Value(ref reader, places, text, file));
        }
        value.End = places.At(reader.BytesConsumed);
        return value;
    }

    /// <summary>Turns byte offsets, which only grow, into places in the text.</summary>
    private sealed class CharPlaces(byte[] bytes)
    {
        private int _byte;
        private int _char;

        public int At(long offset)
        {
            if (offset < _byte) (_byte, _char) = (0, 0);
            _char += Encoding.UTF8.GetCharCount(bytes, _byte, (int)offset - _byte);
            _byte = (int)offset;
            return _char;
        }
    }
}
