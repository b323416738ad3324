namespace Sallyport.Detection.Secrets;

/// <summary>Matches the shapes of <see cref="TokenFormat"/>. No backtracking: a run takes all it can, so what follows must differ from it.</summary>
internal static class Shape
{
    /// <summary>The end of what has this shape at an index, or -1. What has it must not go on as a word.</summary>
    public static int Match(ReadOnlySpan<char> shape, ReadOnlySpan<char> text, int at)
    {
        for (var i = 0; i < shape.Length;)
        {
            if (shape[i] != '<')
            {
                if (at >= text.Length || text[at] != shape[i]) return -1;
                at++;
                i++;
                continue;
            }
            ReadRun(shape, ref i, out var kind, out var least, out var most);
            var count = 0;
            while (count < most && at < text.Length && Holds(kind, text[at])) (count, at) = (count + 1, at + 1);
            if (count < least) return -1;
        }
        return at < text.Length && Chars.IsWord(text[at]) ? -1 : at;
    }

    /// <summary>The literal text a shape starts with.</summary>
    public static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> shape) => shape.IndexOf('<') is >= 0 and var run ? shape[..run] : shape;

    /// <summary>Reads <c>&lt;class:least-most&gt;</c> or <c>&lt;class:count&gt;</c> and moves past it.</summary>
    public static void ReadRun(ReadOnlySpan<char> shape, ref int i, out char kind, out int least, out int most)
    {
        kind = shape[i + 1];
        (least, most) = (0, 0);
        for (i += 3; shape[i] is not ('-' or '>'); i++) least = least * 10 + (shape[i] - '0');
        most = least;
        if (shape[i] == '-')
            for (most = 0, i++; shape[i] != '>'; i++) most = most * 10 + (shape[i] - '0');
        i++;
    }

    /// <summary>Whether a character belongs to a class.</summary>
    public static bool Holds(char kind, char c) => kind switch
    {
        'd' => char.IsAsciiDigit(c),
        'x' => char.IsAsciiHexDigitLower(c),
        'X' => char.IsAsciiHexDigit(c),
        'a' => char.IsAsciiLetterOrDigit(c),
        'A' => char.IsAsciiLetter(c),
        'l' => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c),
        'u' => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c),
        'U' => char.IsAsciiLetterUpper(c) || c is >= '2' and <= '7',
        'w' => Chars.IsWord(c),
        'b' => Chars.IsBase64Url(c),
        'e' => Chars.IsBase64Url(c) || c == '=',
        's' => Chars.IsBase64(c) || c == '=',
        'S' => Chars.IsBase64(c) || c is '=' or '-' or '_',
        'p' => Chars.IsBase64Url(c) || c == '.',
        'c' => char.IsAsciiLetterOrDigit(c) || c is '.' or '/',
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such class"),
    };
}
