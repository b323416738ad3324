using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

/// <summary>Brace expansion: one written word becomes several, before anything else is expanded.</summary>
internal static class BraceExpansion
{
    /// <summary>A sequence longer than this is not spelt out.</summary>
    private const int MostItems = 4096;
    private const int MostDepth = 40;

    /// <summary>The words that <paramref name="word"/> stands for.</summary>
    public static IReadOnlyList<IReadOnlyList<WordPart>> Expand(WordNode word, WorkBudget budget)
    {
        foreach (var part in word.Parts)
            if (part is TextPart { Quoted: false } text && text.Text.Contains('{')) return Expand(word.Parts, 0, budget);
        return [word.Parts];
    }

    private static List<IReadOnlyList<WordPart>> Expand(IReadOnlyList<WordPart> parts, int depth, WorkBudget budget)
    {
        budget.Expand(parts.Count);
        if (depth >= MostDepth || budget.Exhausted)
        {
            budget.Exhaust();
            return [parts];
        }
        var from = new Place(0, 0);
        while (!budget.Exhausted && FindOpen(parts, from) is { } open)
        {
            if (FindClose(parts, open, out var commas, budget) is not { } close)
            {
                from = open.Next;
                continue;
            }
            var items = commas.Count > 0 ? Alternatives(parts, open, close, commas, depth, budget)
                : Sequence(parts, open, close);
            if (items is null)
            {
                from = open.Next;
                continue;
            }
            var before = Cut(parts, new Place(0, 0), open);
            var results = new List<IReadOnlyList<WordPart>>();
            foreach (var rest in Expand(Cut(parts, close.Next, new Place(parts.Count, 0)), depth + 1, budget))
                results.Add(rest);
            var product = new List<IReadOnlyList<WordPart>>();
            foreach (var item in items)
                foreach (var rest in results)
                {
                    if (!budget.Expand(8 + before.Count + item.Count + rest.Count)) return product;
                    product.Add(Glue(before, item, rest));
                }
            return product;
        }
        return [parts];
    }

    private static List<IReadOnlyList<WordPart>> Alternatives(IReadOnlyList<WordPart> parts, Place open, Place close, List<Place> commas, int depth, WorkBudget budget)
    {
        var items = new List<IReadOnlyList<WordPart>>();
        var start = open.Next;
        foreach (var comma in commas.Append(close))
        {
            items.AddRange(Expand(Cut(parts, start, comma), depth + 1, budget));
            start = comma.Next;
        }
        return items;
    }

    /// <summary><c>{1..9}</c>, <c>{a..e}</c>, with a step or without; null where the braces are plain text.</summary>
    private static List<IReadOnlyList<WordPart>>? Sequence(IReadOnlyList<WordPart> parts, Place open, Place close)
    {
        if (open.Part != close.Part) return null;
        var inner = ((TextPart)parts[open.Part]).Text.AsSpan(open.At + 1, close.At - open.At - 1);
        Span<Range> cuts = stackalloc Range[4];
        var count = inner.Split(cuts, "..");
        if (count is < 2 or > 3) return null;
        var first = inner[cuts[0]];
        var last = inner[cuts[1]];
        long step = 1;
        if (count == 3 && !long.TryParse(inner[cuts[2]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out step)) return null;
        if (step == long.MinValue) return null;
        step = Math.Max(1, Math.Abs(step));
        if (first.Length == 1 && last.Length == 1 && char.IsAsciiLetter(first[0]) && char.IsAsciiLetter(last[0])) return Letters(first[0], last[0], step);
        if (!long.TryParse(first, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var a)
            || !long.TryParse(last, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var b)) return null;
        if (Math.Abs((decimal)b - a) / step >= MostItems) return [[new ParameterPart("$", $"{{{inner}}}")]];
        var width = Padded(first) || Padded(last) ? Math.Max(first.Length, last.Length) : 0;
        var items = new List<IReadOnlyList<WordPart>>();
        for (var value = a; a <= b ? value <= b : value >= b; value += a <= b ? step : -step)
        {
            var digits = Math.Abs((decimal)value).ToString(CultureInfo.InvariantCulture);
            var text = value < 0 ? "-" + digits.PadLeft(width - 1, '0') : digits.PadLeft(width, '0');
            items.Add([new TextPart(text, false)]);
        }
        return items;
    }

    private static List<IReadOnlyList<WordPart>> Letters(char a, char b, long step)
    {
        var items = new List<IReadOnlyList<WordPart>>();
        for (long value = a; a <= b ? value <= b : value >= b; value += a <= b ? step : -step) items.Add([new TextPart(((char)value).ToString(), !char.IsAsciiLetter((char)value))]);
        return items;
    }

    private static bool Padded(ReadOnlySpan<char> number) => number.TrimStart("+-") is { Length: > 1 } digits && digits[0] == '0';

    private readonly record struct Place(int Part, int At)
    {
        public Place Next => this with { At = At + 1 };
    }

    private static Place? FindOpen(IReadOnlyList<WordPart> parts, Place from)
    {
        for (var part = from.Part; part < parts.Count; part++)
        {
            if (parts[part] is not TextPart { Quoted: false } text) continue;
            var start = part == from.Part ? from.At : 0;
            var at = start < text.Text.Length ? text.Text.IndexOf('{', start) : -1;
            if (at >= 0) return new Place(part, at);
        }
        return null;
    }

    /// <summary>The brace that closes <paramref name="open"/>, and the commas between; null where there is none.</summary>
    private static Place? FindClose(IReadOnlyList<WordPart> parts, Place open, out List<Place> commas, WorkBudget budget)
    {
        commas = [];
        var depth = 0;
        for (var part = open.Part; part < parts.Count; part++)
        {
            if (parts[part] is not TextPart { Quoted: false } text) continue;
            if (!budget.Expand(1 + text.Text.Length / 4)) return null;
            for (var at = part == open.Part ? open.At : 0; at < text.Text.Length; at++)
            {
                switch (text.Text[at])
                {
                    case '{': depth++; break;
                    case '}' when --depth == 0: return new Place(part, at);
                    case ',' when depth == 1: commas.Add(new Place(part, at)); break;
                }
            }
        }
        return null;
    }

    /// <summary>
    /// Joins the pieces as text: <c>$a{b,c}</c> is <c>$ab $ac</c>, for braces are expanded before variables.
    /// </summary>
    private static List<WordPart> Glue(params ReadOnlySpan<IReadOnlyList<WordPart>> pieces)
    {
        var glued = new List<WordPart>();
        foreach (var piece in pieces)
            foreach (var part in piece)
            {
                if (part is TextPart { Quoted: false } text && glued.Count > 0 && glued[^1] is ParameterPart { Source: ['$', not '{', ..] } parameter
                    && (char.IsAsciiLetter(parameter.Name[0]) || parameter.Name[0] == '_'))
                {
                    var length = 0;
                    while (length < text.Text.Length && (char.IsAsciiLetterOrDigit(text.Text[length]) || text.Text[length] == '_')) length++;
                    if (length > 0) glued[^1] = new ParameterPart(parameter.Name + text.Text[..length], parameter.Source + text.Text[..length]);
                    if (length < text.Text.Length) glued.Add(length == 0 ? text : new TextPart(text.Text[length..], false));
                }
                else glued.Add(part);
            }
        return glued;
    }

    private static List<WordPart> Cut(IReadOnlyList<WordPart> parts, Place from, Place to)
    {
        var cut = new List<WordPart>();
        for (var part = from.Part; part < parts.Count && part <= to.Part; part++)
        {
            var start = part == from.Part ? from.At : 0;
            if (part == to.Part && to.At == 0) break;
            if (parts[part] is TextPart { Quoted: false } text)
            {
                var end = part == to.Part ? Math.Min(to.At, text.Text.Length) : text.Text.Length;
                if (end > start) cut.Add(start == 0 && end == text.Text.Length ? text : new TextPart(text.Text[start..end], false));
            }
            else if (start == 0) cut.Add(parts[part]);
        }
        return cut;
    }
}
