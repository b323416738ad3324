using System.Text;

namespace Sallyport.Guards;

/// <summary>Text that can be written as UTF-8: half a surrogate pair cannot, and a tool may print one.</summary>
internal static class WellFormed
{
    /// <summary>The text, each lone surrogate replaced by U+FFFD.</summary>
    public static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else return Replace(text);
        }
        return text;
    }

    /// <summary>At most so many UTF-16 units, no pair cut in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }

    private static string Replace(string text)
    {
        var good = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) good.Append(rune); // what is no rune is enumerated as U+FFFD
        return good.ToString();
    }
}
