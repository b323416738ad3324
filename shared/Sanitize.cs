using System.Globalization;
using System.Text;

namespace Sallyport;

/// <summary>Makes text of unknown origin safe to show: a model or a tool may have written it.</summary>
public static class Sanitize
{
    /// <summary>
    /// Escapes what a terminal could obey or a reader could be fooled by: C0 and C1 controls (ESC and so OSC among them),
    /// bidirectional controls, zero-width characters, Unicode tags and lone surrogates become <c>\u{…}</c>.
    /// Newlines and tabs become <c>\n</c> and <c>\t</c>, unless <paramref name="keepLines"/>.
    /// </summary>
    public static string ForTerminal(string text, bool keepLines = false)
    {
        if (!NeedsEscape(text, keepLines)) return text;
        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                var rune = new Rune(text[i], text[i + 1]);
                if (IsDangerous(rune)) safe.Append($"\\u{{{rune.Value:x}}}");
                else safe.Append(text, i, 2);
                i++;
                continue;
            }
            var c = text[i];
            if (keepLines && c is '\n' or '\t' && keepLines) safe.Append(c);
            else if (c == '\n') safe.Append("\\n");
            else if (c == '\t') safe.Append("\\t");
            else if (char.IsSurrogate(c) || IsDangerous(new Rune(c))) safe.Append($"\\u{{{(int)c:x}}}");
            else safe.Append(c);
        }
        return safe.ToString();
    }

    private static bool NeedsEscape(string text, bool keepLines)
    {
        foreach (var c in text)
        {
            if (c >= ' ' && c < '\x7f') continue;
            if (keepLines && c is '\n' or '\t' && keepLines) continue;
            if (c < '\xa0' || char.IsSurrogate(c) || IsDangerous(new Rune(c))) return true;
        }
        return false;
    }

    /// <summary>True for a character that is shown by its number only.</summary>
    internal static bool IsDangerous(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
