using System.Text;
using System.Text.Json;

namespace Sallyport.Guards.ArmorIq;

/// <summary>
/// JSON in the form ArmorIQ signs and hashes: what Python's <c>json.dumps</c> writes with sorted keys, no spaces and ASCII alone. Numbers
/// stay as they were received.
/// </summary>
internal static class PythonJson
{
    private const int MaxDepth = 64;

    /// <summary>The bytes of a value.</summary>
    public static byte[] Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value, 0);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>A string as JSON.</summary>
    public static void Write(StringBuilder to, string text)
    {
        to.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => to.Append("\\\""),
                '\\' => to.Append("\\\\"),
                '\b' => to.Append("\\b"),
                '\t' => to.Append("\\t"),
                '\n' => to.Append("\\n"),
                '\f' => to.Append("\\f"),
                '\r' => to.Append("\\r"),
                < ' ' or > '~' => to.Append("\\u").Append(((int)c).ToString("x4")),
                _ => to.Append(c),
            };
        }
        to.Append('"');
    }

    private static void Write(StringBuilder to, JsonElement value, int depth)
    {
        if (depth > MaxDepth) throw new FormatException("nested too deeply");
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                to.Append('{');
                var first = true;
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, ByCodePoint.Instance))
                {
                    if (!first) to.Append(',');
                    first = false;
                    Write(to, member.Name);
                    to.Append(':');
                    Write(to, member.Value, depth + 1);
                }
                to.Append('}');
                break;
            case JsonValueKind.Array:
                to.Append('[');
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    if (i > 0) to.Append(',');
                    Write(to, value[i], depth + 1);
                }
                to.Append(']');
                break;
            case JsonValueKind.String:
                Write(to, value.GetString()!);
                break;
            default:
                to.Append(value.GetRawText());
                break;
        }
    }

    /// <summary>Python sorts by code point, .NET's ordinal order by UTF-16 unit: they differ above the surrogates.</summary>
    private sealed class ByCodePoint : IComparer<string?>
    {
        public static readonly ByCodePoint Instance = new();

        public int Compare(string? x, string? y)
        {
            var (a, b) = (x!, y!);
            for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            {
                if (a[i] == b[i]) continue;
                var (high, low) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
                return high == low ? a[i].CompareTo(b[i]) : high ? 1 : -1;
            }
            return a.Length.CompareTo(b.Length);
        }
    }
}
