using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sallyport.Detection.Personal;

/// <summary>Words of ASCII letters and digits joined by single separators, as people group long numbers: <c>4111 1111…</c>, <c>123-45-6789</c>.</summary>
internal ref struct Chain(ReadOnlySpan<char> text)
{
    public const int MostPieces = 10;
    public const int MostChars = 40;

    /// <summary>One word of the chain.</summary>
    /// <param name="Start">In the text.</param>
    /// <param name="End">In the text.</param>
    /// <param name="CompactEnd">The length of the chain without separators, up to and with this word.</param>
    /// <param name="Separator">What stands before it; NUL before the first.</param>
    internal readonly record struct Piece(int Start, int End, int CompactEnd, char Separator)
    {
        public int Length => End - Start;
    }

    [InlineArray(MostChars)]
    private struct Characters
    {
        private char _first;
    }

    [InlineArray(MostPieces)]
    private struct Pieces
    {
        private Piece _first;
    }

    private Characters _compact;
    private Pieces _pieces;

    public readonly ReadOnlySpan<char> Text = text;

    public int Count { get; private set; }

    public readonly Piece this[int index] => _pieces[index];

    /// <summary>The first <paramref name="pieces"/> words, upper case, without separators.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<char> Compact(int pieces) => ((ReadOnlySpan<char>)_compact)[.._pieces[pieces - 1].CompactEnd];

    /// <summary>A letter, digit or underscore stands right before the chain, or one joined to it by a mark that makes one token of both.</summary>
    public bool JoinedLeft { get; private set; }

    /// <summary>Reads the chain that starts at a word's first character. False when the first word is too long to be any of ours.</summary>
    public bool Read(int start)
    {
        (Count, JoinedLeft) = (0, IsJoinedLeft(Text, start));
        var (at, separator, length) = (start, '\0', 0);
        var text = Text;
        Span<char> compact = _compact;
        while (Count < MostPieces)
        {
            var end = at;
            var room = compact[length..];
            while (end < text.Length && end - at < room.Length && char.IsAsciiLetterOrDigit(text[end]))
            {
                room[end - at] = char.IsAsciiLetterLower(text[end]) ? (char)(text[end] & ~0x20) : text[end];
                end++;
            }
            if (end == at || (end < Text.Length && Chars.IsWord(Text[end]))) break;
            length += end - at;
            _pieces[Count++] = new Piece(at, end, length, separator);
            if (end + 1 >= Text.Length || !IsSeparator(Text[end]) || !char.IsAsciiLetterOrDigit(Text[end + 1])) break;
            (separator, at) = (Text[end], end + 1);
        }
        return Count > 0;
    }

    /// <summary>The same separator, or none, between the first <paramref name="pieces"/> words.</summary>
    public readonly bool Uniform(int pieces)
    {
        for (var i = 2; i < pieces; i++)
            if (_pieces[i].Separator != _pieces[1].Separator) return false;
        return true;
    }

    /// <summary>Whether more of the same token follows the first <paramref name="pieces"/> words.</summary>
    public readonly bool JoinedRight(int pieces)
    {
        var end = _pieces[pieces - 1].End;
        if (end + 1 >= Text.Length) return false;
        return Text[end] is '-' or '.' or '/' or '_' or '@' && Chars.IsWord(Text[end + 1]);
    }

    private static bool IsSeparator(char c) => c is ' ' or '-' or '.' or '/' or '\u00a0' or '\u2011' or '\u2013';

    public static bool IsJoinedLeft(ReadOnlySpan<char> text, int start)
    {
        if (start == 0) return false;
        var before = text[start - 1];
        if (before == '_') return true;
        return start > 1 && before is '-' or '.' or '/' or '+' or '@' && Chars.IsWord(text[start - 2]) || before is '.' or '@' or '/';
    }
}
