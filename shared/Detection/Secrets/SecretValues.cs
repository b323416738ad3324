namespace Sallyport.Detection.Secrets;

/// <summary>Tells a secret value from code, words, paths and digests.</summary>
internal static class SecretValues
{
    /// <summary>How sure it is that a value under a password's name is one; 0 for not.</summary>
    public static int Password(ReadOnlySpan<char> value, bool quoted, bool literalContext, bool shout)
    {
        if (value.Length is < 4 or > 256 || value.ContainsAny(" \t") || Placeholders.Is(value) || IsReference(value)) return 0;
        if (IsValidation(value)) return 0;
        var digits = value.ContainsAnyInRange('0', '9');
        var wordOnly = IsWordOnly(value);
        if (quoted) return wordOnly ? (value.Length >= 5 ? 60 : 0) : digits ? 85 : 70;
        if (IsCode(value)) return 0;
        if (literalContext) return wordOnly ? (shout && value.Length >= 6 ? 60 : 0) : digits || Chars.HasAny(value, "!@#%^&*+~?") ? 80 : 0;
        return digits && value.Length >= 8 && !IsIdentifier(value) ? 65 : 0;
    }

    /// <summary>How sure it is that a value under a machine secret's name is one; 0 for not.</summary>
    public static int Key(ReadOnlySpan<char> value, bool quoted, bool literalContext)
    {
        if (value.Length is < 8 or > 4096 || Chars.HasAny(value, " \t(){}[]<>,;\"'") || Placeholders.Is(value) || Placeholders.IsAlphabet(value)
            || IsHexAddress(value) || IsVersion(value) || IsReference(value)) return 0;
        if (Randomness.IsUuid(value)) return Randomness.Entropy(value) > 2.5 ? 70 : 0;
        if (!quoted && (IsCode(value) || (!literalContext && IsIdentifier(value) && value.Length < 20))) return 0;
        if (IsWordy(value)) return 0;
        var entropy = Randomness.Entropy(value);
        if (value.IndexOfAnyExceptInRange('0', '9') < 0) return value.Length >= 12 && quoted && entropy > 2.3 ? 55 : 0;
        if (entropy < (value.Length < 12 ? 2.4 : 2.8)) return 0;
        return Randomness.IsMixed(value) ? (value.Length >= 16 ? 85 : 70) : value.Length >= 20 && entropy > 3.5 ? 65 : 0;
    }

    /// <summary>A path, an address, a digest, or a name of something kept elsewhere.</summary>
    private static bool IsReference(ReadOnlySpan<char> value) =>
        value[0] is '/' or '~' && value.Length > 1 && (value[1] is '/' || char.IsAsciiLetterLower(value[1]) && value[1..].Contains('/'))
        || value.StartsWith("./") || value.StartsWith("../") || value.Contains("://", StringComparison.Ordinal) || value.StartsWith("sha1-")
        || value.StartsWith("sha256") || value.StartsWith("sha512") || value.StartsWith("sha384")
        || value.StartsWith("file:") || value.StartsWith("env:") || value.StartsWith("op:") || value.StartsWith("ssm:") || value.StartsWith("ENC[")
        || value.StartsWith("ENC(") || value.StartsWith("ref+") || value.StartsWith("[redacted:")
        || value.StartsWith("{cipher}")
        || value.StartsWith("!") && value.Length > 1 && char.IsAsciiLetter(value[1]) && value.Contains(' ');

    /// <summary>The address of a contract or a wallet under a name such as token: 0x and 40 digits, or a checksum of 64.</summary>
    private static bool IsHexAddress(ReadOnlySpan<char> value) =>
        value.Length == 42 && value.StartsWith("0x") && Shape.Match("<X:40>", value, 2) == 42;

    /// <summary>7.9.0-rc.42413: numbers set apart by dots, and what a release adds to them.</summary>
    private static bool IsVersion(ReadOnlySpan<char> value)
    {
        var numbers = value.TrimStart("v^~=");
        var end = 0;
        while (end < numbers.Length && end < 20 && (char.IsAsciiDigit(numbers[end]) || numbers[end] == '.')) end++;
        return numbers[..end].Count('.') >= 2 && char.IsAsciiDigit(numbers[0]) && (end == numbers.Length || numbers[end] is '-' or '+' or 'r' or 'a' or 'b');
    }

    /// <summary>What a form checks a field by: required|min:8|confirmed.</summary>
    private static bool IsValidation(ReadOnlySpan<char> value) =>
        value.Contains('|') && IsWordy(value.ToString().Replace('|', '-'));

    /// <summary>A call, an index, a member: bare text that a program would evaluate.</summary>
    private static bool IsCode(ReadOnlySpan<char> value)
    {
        if (value[0] is '!' or '&' && value.Length > 1 && char.IsAsciiLetter(value[1]) && value.Contains('.')) return true;
        if (value[0] is '&' or '*' && value.Length > 1 && IsIdentifier(value[1..])) return true; // an anchor, a pointer
        if (Chars.HasAny(value, "(){}[]") || value.Contains("->", StringComparison.Ordinal) || value.Contains("::", StringComparison.Ordinal)
            || value.Contains("==", StringComparison.Ordinal) && !value.EndsWith("==")) return true;
        var dot = value.IndexOf('.');
        return dot > 0 && dot < value.Length - 1 && IsMembers(value);
    }

    /// <summary>Identifiers joined by dots.</summary>
    private static bool IsMembers(ReadOnlySpan<char> value)
    {
        var start = true;
        var longest = 0;
        var length = 0;
        foreach (var c in value)
        {
            if (c == '.')
            {
                if (start) return false;
                (start, length) = (true, 0);
                continue;
            }
            if (start ? !(char.IsAsciiLetter(c) || c == '_') : !Chars.IsWord(c)) return false;
            start = false;
            longest = Math.Max(longest, ++length);
        }
        return longest < 24;
    }

    private static bool IsIdentifier(ReadOnlySpan<char> value)
    {
        if (!char.IsAsciiLetter(value[0]) && value[0] != '_') return false;
        foreach (var c in value)
            if (!Chars.IsWord(c)) return false;
        return true;
    }

    private static bool IsWordOnly(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (!char.IsAsciiLetter(c) && c is not ('_' or '-' or '.' or ':' or '/')) return false;
        return true;
    }

    /// <summary>Words joined by signs: kebab, snake, dotted; no part mixes letters with digits beyond a version's tail.</summary>
    private static bool IsWordy(ReadOnlySpan<char> value)
    {
        var rest = value;
        while (!rest.IsEmpty)
        {
            var cut = rest.IndexOfAny("-_./:");
            var part = cut < 0 ? rest : rest[..cut];
            rest = cut < 0 ? default : rest[(cut + 1)..];
            var letters = part.TrimEnd("0123456789");
            if (part.Length - letters.Length <= 2 && part.Length <= 18 && IsLetters(letters)) continue;
            if (part.Length <= 4 && part.IndexOfAnyExceptInRange('0', '9') < 0) continue;
            if (part.Length > 18 && IsLetters(part) && (Randomness.Entropy(part) < 3.6 || Humps(part) * 5 <= part.Length)) continue;
            return false;
        }
        return true;
    }

    /// <summary>Letters, in the cases people write words in: a new hump no oftener than every third letter.</summary>
    private static bool IsLetters(ReadOnlySpan<char> part)
    {
        foreach (var c in part)
            if (!char.IsAsciiLetter(c)) return false;
        return Humps(part) * 4 <= part.Length || part.Length < 6;
    }

    private static int Humps(ReadOnlySpan<char> part)
    {
        var humps = 0;
        for (var i = 1; i < part.Length; i++)
            if (char.IsAsciiLetterUpper(part[i]) && char.IsAsciiLetterLower(part[i - 1])) humps++;
        return humps;
    }
}
