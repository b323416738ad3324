namespace Sallyport.Policy.BuiltIn;

/// <summary>
/// Characters in a command that nobody sees, or that make a screen show something else than what runs: control characters, text turned
/// around, letters without a shape.
/// </summary>
internal static class HiddenText
{
    /// <summary>True where the command holds such a character.</summary>
    public static bool In(string command)
    {
        // Nearly every command is plain: one look over it, with the instructions made for that.
        if (command.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0) return false;
        for (var i = 0; i < command.Length; i++)
            if (command[i] is < ' ' or > '~' && Hides(command, i)) return true;
        return false;
    }

    private static bool Hides(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        // Alone it takes the screen back to the beginning of the line.
        '\r' => at + 1 < text.Length && text[at + 1] != '\n',
        < ' ' or (>= '\x7f' and <= '\x9f') => true,
        // Soft hyphen, blank letters of Hangul, Mongolian and Braille, zero-width and turning characters.
        '\u00ad' or '\u115f' or '\u1160' or '\u180e' or '\u200b' or '\u2060' or (>= '\u202a' and <= '\u202e') or (>= '\u2061' and <= '\u2064')
            or (>= '\u2066' and <= '\u2069') or '\u2800' or '\u3164' or '\uffa0' => true,
        // A byte order mark is one only at the beginning.
        '\ufeff' => at > 0,
        // Tags spell words that no screen shows; flags of countries' parts end in them.
        '\udb40' => at + 1 < text.Length && text[at + 1] is >= '\udc00' and <= '\udc7f' && !Flag(text, at),
        _ => false,
    };

    private static bool Flag(string text, int at)
    {
        var from = at;
        while (from >= 2 && text[from - 2] == '\udb40') from -= 2;
        return from >= 2 && text[from - 2] == '\ud83c' && text[from - 1] == '\udff4' && at - from <= 12;
    }
}
