using System.Runtime.CompilerServices;

namespace Sallyport.Detection;

/// <summary>ASCII character classes, named as recognisers say them.</summary>
internal static class Chars
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    public static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/';

    public static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>Whether a text holds one of a few characters.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, string wanted) => text.IndexOfAny(wanted) >= 0;

    public static bool IsQuote(char c) => c is '"' or '\'' or '`';
}
