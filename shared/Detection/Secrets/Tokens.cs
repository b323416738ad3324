namespace Sallyport.Detection.Secrets;

/// <summary>Finds the credentials of <see cref="TokenFormats"/>: each is looked up by the character its mark starts with.</summary>
internal static class Tokens
{
    private static TokenEntry[]?[]? s_byFirst;

    public static readonly Family Family = new("tokens", static () => Array.ConvertAll(TokenFormats.All, f => f.Rule), Recognise)
    {
        Kinds = FindingKinds.Secret,
        WordStarts = "abcdefghijklmnopqrstuvwxyz0123456789",
        Characters = "$",
    };

    /// <summary>One shape of a format, with the start of its mark at hand.</summary>
    private readonly record struct TokenEntry(string Shape, int Prefix, TokenFormat Format);

    private static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var c = text[at];
        if ((s_byFirst ??= Index())[c] is not { } entries || at + 8 > text.Length) return at;
        if (at > 1 && text[at - 1] == '.' && char.IsAsciiLetterOrDigit(text[at - 2])) return at; // a file's or a domain's last part
        foreach (ref readonly var entry in entries.AsSpan())
        {
            var shape = entry.Shape;
            if (text[at + 1] != shape[1] && shape[1] != '<') continue;
            if (!text[at..].StartsWith(shape.AsSpan(0, entry.Prefix), StringComparison.Ordinal)) continue;
            var end = Shape.Match(shape, text, at);
            if (end < 0 || !IsLive(entry.Format, text[(at + entry.Prefix)..end])) continue;
            var confidence = entry.Format.Confidence;
            if (entry.Format.Checksum is { } holds) confidence = holds(text[at..end].ToString()) ? 99 : 70;
            context.Add(entry.Format.Rule, at, end, confidence);
            return end;
        }
        return at;
    }

    private static bool IsLive(TokenFormat format, ReadOnlySpan<char> body)
    {
        if (body.Length < 6) return true;
        if (Randomness.Entropy(body) < format.MinEntropy) return false;
        if (format.Mixed && !Randomness.IsMixed(body)) return false;
        return !body.EndsWith("EXAMPLE") && !body.Contains("EXAMPLEKEY", StringComparison.Ordinal) && !body.Contains("xxxxxxxx", StringComparison.OrdinalIgnoreCase);
    }

    private static TokenEntry[]?[] Index()
    {
        var counts = new int[128];
        foreach (var format in TokenFormats.All)
            foreach (var shape in format.Shapes) counts[shape[0]]++;
        var index = new TokenEntry[]?[128];
        for (var c = 0; c < 128; c++)
            if (counts[c] > 0) index[c] = new TokenEntry[counts[c]];
        foreach (var format in TokenFormats.All)
            foreach (var shape in format.Shapes)
                index[shape[0]]![^counts[shape[0]]--] = new TokenEntry(shape, Shape.Prefix(shape).Length, format);
        return index;
    }
}
