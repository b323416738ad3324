namespace Sallyport.Detection.Injection;

/// <summary>Makes one word of the many ways to write it: case, diacritics, look-alike letters, digits for letters.</summary>
internal static class Folding
{
    public const int Longest = 48;

    /// <summary>Folds a word into <paramref name="folded"/>. Letters that look Latin count as Latin only beside Latin ones.</summary>
    /// <returns>The length, 0 where the word is too long.</returns>
    public static int Word(ReadOnlySpan<char> word, Span<char> folded)
    {
        if (word.Length > Longest) return 0;
        var (latin, digits, length) = (false, false, 0);
        foreach (var c in word)
        {
            latin |= char.IsAsciiLetter(c);
            digits |= char.IsAsciiDigit(c) || c is '@' or '$';
        }
        foreach (var c in word)
        {
            var f = c < 128 ? char.ToLowerInvariant(c) : Beyond(c, latin);
            if (f == '\0') continue;
            folded[length++] = latin && digits ? Leet(f) : f;
        }
        return length;
    }

    private static char Leet(char c) => c switch
    {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => c,
    };

    /// <summary>Invisible inside a word: NUL. Otherwise the letter that it is read as.</summary>
    public static char Beyond(char c, bool latin)
    {
        if (IsInvisible(c)) return '\0';
        // Full-width forms.
        if (c is >= '\uff01' and <= '\uff5e') return char.ToLowerInvariant((char)(c - 0xfee0));
        c = char.ToLowerInvariant(c);
        if (latin && LookAlike(c) is var twin and not '\0') return twin;
        if (c is >= '\u0300' and <= '\u036f') return '\0';
        return c < '\u0180' ? Plain(c) : c < '\u0620' || c > '\u09ff' ? Accented(c) : Eastern(c);
    }

    public static bool IsInvisible(char c) => c is '\u00ad' or '\u034f' or '\u061c' or '\u115f' or '\u1160' or '\u17b4' or '\u17b5' or '\u180e' or '\ufeff' or '\u3164'
        or (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or (>= '\ufe00' and <= '\ufe0f');

    private static char Plain(char c) => c switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ç' or 'ć' or 'č' => 'c',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' or 'į' or 'İ' => 'i',
        'ñ' or 'ń' or 'ň' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' or 'ō' or 'ő' => 'o',
        'ś' or 'š' or 'ş' => 's',
        'ù' or 'ú' or 'û' or 'ü' or 'ū' or 'ů' or 'ű' => 'u',
        'ý' or 'ÿ' => 'y',
        'ź' or 'ż' or 'ž' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'ť' => 't',
        'đ' or 'ď' => 'd',
        _ => c,
    };

    // Greek, and the Latin that Vietnamese adds.
    private static char Accented(char c) => c switch
    {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' or 'ϊ' => 'ι',
        'ό' => 'ο',
        'ύ' or 'ϋ' => 'υ',
        'ώ' => 'ω',
        'ơ' => 'o',
        'ư' => 'u',
        >= '\u1ea0' and <= '\u1eb7' => 'a',
        >= '\u1eb8' and <= '\u1ec7' => 'e',
        >= '\u1ec8' and <= '\u1ecb' => 'i',
        >= '\u1ecc' and <= '\u1ee3' => 'o',
        >= '\u1ee4' and <= '\u1ef1' => 'u',
        >= '\u1ef2' and <= '\u1ef9' => 'y',
        _ => c,
    };

    /// <summary>Arabic without vowels and with one kind of alif, yeh and teh; Devanagari and Bengali without the dot below, which is written in two ways or left away.</summary>
    private static char Eastern(char c) => c switch
    {
        'أ' or 'إ' or 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ـ' or (>= '\u064b' and <= '\u0652') or '\u093c' or '\u09bc' => '\0',
        '\u0958' => '\u0915',
        '\u0959' => '\u0916',
        '\u095a' => '\u0917',
        '\u095b' => '\u091c',
        '\u095c' => '\u0921',
        '\u095d' => '\u0922',
        '\u095e' => '\u092b',
        '\u095f' => '\u092f',
        '\u09dc' => '\u09a1',
        '\u09dd' => '\u09a2',
        '\u09df' => '\u09af',
        _ => c,
    };

    /// <summary>The Latin letter that a Cyrillic or Greek one is taken for; NUL for none.</summary>
    public static char LookAlike(char c) => c switch
    {
        'а' or 'α' => 'a',
        'в' => 'b',
        'с' => 'c',
        'ԁ' => 'd',
        'е' or 'є' or 'ε' => 'e',
        'һ' => 'h',
        'і' or 'ι' or 'ї' => 'i',
        'ј' => 'j',
        'к' or 'κ' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'п' or 'η' => 'n',
        'о' or 'ο' or 'σ' => 'o',
        'р' or 'ρ' => 'p',
        'ѕ' => 's',
        'т' or 'τ' => 't',
        'υ' => 'u',
        'ν' or 'ѵ' => 'v',
        'ԝ' or 'ω' => 'w',
        'х' or 'χ' => 'x',
        'у' or 'γ' => 'y',
        _ => '\0',
    };
}
