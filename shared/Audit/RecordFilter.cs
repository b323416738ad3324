using System.Text;
using System.Text.Json;
using Sallyport.Integrity;

namespace Sallyport.Audit;

/// <summary>Which rows are looked for. What is null does not matter.</summary>
internal sealed record RecordFilter
{
    /// <summary>Not before; RFC 3339 or a beginning of it.</summary>
    public string? Since { get; init; }

    /// <summary>Before; RFC 3339 or a beginning of it.</summary>
    public string? Until { get; init; }

    /// <summary>Session id.</summary>
    public string? Session { get; init; }

    /// <summary>Tool.</summary>
    public string? Tool { get; init; }

    /// <summary>Verdict.</summary>
    public string? Verdict { get; init; }

    /// <summary>Kind.</summary>
    public string? Kind { get; init; }

    /// <summary>A rule's id, or a beginning of it that ends in <c>*</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>Text anywhere in the row, as it was recorded; upper and lower case of ASCII letters are the same.</summary>
    public string? Text { get; init; }

    /// <summary>The row's place in the record.</summary>
    public long? Sequence { get; init; }

    private List<byte[]>? _needles;
    private byte[]? _words;

    /// <summary>
    /// A quick look at the bytes: canonical rows hold each member in one form only. False means no; true means that
    /// <see cref="Matches"/> must decide.
    /// </summary>
    public bool MayMatch(ReadOnlySpan<byte> line)
    {
        _needles ??= Needles();
        foreach (var needle in _needles)
            if (line.IndexOf(needle) < 0) return false;
        if (Text is null) return true;
        _words ??= Escaped(Text)[1..^1];
        return Contains(line, _words);
    }

    /// <summary>True where the row is one of those.</summary>
    public bool Matches(JsonElement row)
    {
        if (!Same(row, "session", Session) || !Same(row, "tool", Tool) || !Same(row, "verdict", Verdict) || !Same(row, "kind", Kind)) return false;
        if (Sequence is { } sequence && !(row.TryGetProperty("seq", out var place) && place.TryGetInt64(out var number) && number == sequence)) return false;
        var time = row.TryGetProperty("time", out var at) ? at.GetString()! : "";
        if (Since is not null && string.CompareOrdinal(time, Since) < 0) return false;
        if (Until is not null && string.CompareOrdinal(time, Until) >= 0) return false;
        return Rule is null || (row.TryGetProperty("rules", out var rules) && rules.EnumerateArray().Any(r => IsRule(r.GetString()!)));
    }

    private bool IsRule(string rule) => Rule!.EndsWith('*') ? rule.StartsWith(Rule.AsSpan(0, Rule.Length - 1), StringComparison.Ordinal) : rule == Rule;

    private static bool Same(JsonElement row, string name, string? wanted) =>
        wanted is null || (row.TryGetProperty(name, out var value) && value.ValueEquals(wanted));

    private List<byte[]> Needles()
    {
        var needles = new List<byte[]>();
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("kind", Kind), ("session", Session), ("tool", Tool), ("verdict", Verdict)])
            if (value is not null) needles.Add([.. Encoding.UTF8.GetBytes($"\"{name}\":"), .. Escaped(value)]);
        if (Sequence is { } sequence) needles.Add(Encoding.ASCII.GetBytes("\"seq\":" + sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (Rule is not null) needles.Add(Rule.EndsWith('*') ? Escaped(Rule[..^1])[..^1] : Escaped(Rule));
        return needles;
    }

    private static byte[] Escaped(string text)
    {
        var json = new CanonicalWriter();
        json.String(text);
        return json.Written.ToArray();
    }

    private static bool Contains(ReadOnlySpan<byte> line, ReadOnlySpan<byte> words)
    {
        if (words.IsEmpty) return true;
        var first = words[0];
        var (lower, upper) = (char.ToLowerInvariant((char)first), char.ToUpperInvariant((char)first));
        while (true)
        {
            var at = first < 128 ? line.IndexOfAny((byte)lower, (byte)upper) : line.IndexOf(first);
            if (at < 0 || line.Length - at < words.Length) return false;
            if (Ascii.EqualsIgnoreCase(line.Slice(at, words.Length), words) || line.Slice(at, words.Length).SequenceEqual(words)) return true;
            line = line[(at + 1)..];
        }
    }
}
