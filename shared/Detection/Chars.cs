using System.Runtime.CompilerServices;

namespace Sallyport.Detection;

/// <summary>ASCII character classes, named as recognisers say them.</summary>
internal static class Chars
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWord(char c) => (CharKinds.Of(c) & CharKinds.Word) != 0;

    public static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/';

    public static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBlank(char c) => c is ' ' or '\t';

    /// <summary>Whether a text holds one of a few characters.</summary>
    public static bool HasAny(ReadOnlySpan<char> text, string wanted) => text.IndexOfAny(wanted) >= 0;

    /// <summary>A word, as <see cref="IsWord"/> knows words, in lower case. The runtime's own looks every letter up in a table of Unicode.</summary>
    public static ReadOnlySpan<char> Lower(ReadOnlySpan<char> word, Span<char> room)
    {
        for (var i = 0; i < word.Length; i++) room[i] = char.IsAsciiLetterUpper(word[i]) ? (char)(word[i] | 0x20) : word[i];
        return room[..word.Length];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsQuote(char c) => c is '"' or '\'' or '`';
}
