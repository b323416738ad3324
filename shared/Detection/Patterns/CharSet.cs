namespace Sallyport.Detection.Patterns;

/// <summary>A set of UTF-16 units: a bit map for ASCII, ranges for the rest.</summary>
internal sealed class CharSet
{
    private ulong _low, _high;
    private readonly List<(char First, char Last)> _ranges = [];
    private bool _negated;

    /// <summary>Everything but a newline; or everything.</summary>
    public static CharSet Dot(bool newlineToo)
    {
        var set = new CharSet();
        if (!newlineToo) set.Add('\n', '\n');
        set._negated = true;
        return set;
    }

    public static CharSet Of(char c, bool ignoreCase)
    {
        var set = new CharSet();
        set.Add(c, c);
        if (ignoreCase) set.FoldCase();
        return set;
    }

    /// <summary>The set behind <c>\d</c>, <c>\w</c>, <c>\s</c> (ASCII) or, in upper case, all but it.</summary>
    public static CharSet? Named(char letter)
    {
        var set = new CharSet();
        switch (letter | 0x20)
        {
            case 'd':
                set.Add('0', '9');
                break;
            case 'w':
                set.Add('0', '9');
                set.Add('A', 'Z');
                set.Add('a', 'z');
                set.Add('_', '_');
                break;
            case 's':
                set.Add('\t', '\r');
                set.Add(' ', ' ');
                break;
            default:
                return null;
        }
        if (char.IsAsciiLetterUpper(letter)) set.Negate();
        return set;
    }

    public void Add(char first, char last)
    {
        for (int c = first; c <= last && c < 128; c++)
        {
            if (c < 64) _low |= 1UL << c;
            else _high |= 1UL << (c - 64);
        }
        if (last >= 128) _ranges.Add(((char)Math.Max((int)first, 128), last));
    }

    /// <summary>Adds another set, negated or not.</summary>
    public void Add(CharSet other)
    {
        _low |= other._negated ? ~other._low : other._low;
        _high |= other._negated ? ~other._high : other._high;
        if (!other._negated) _ranges.AddRange(other._ranges);
        else _ranges.Add(('\u0080', '\uffff')); // only the named sets are added, and those are ASCII
    }

    public void Negate() => _negated = !_negated;

    /// <summary>Adds the other case of every letter; to be called before <see cref="Negate"/>.</summary>
    public void FoldCase()
    {
        const ulong letters = 0x07FFFFFEUL; // bits of A to Z, counted from '@'
        var upper = _high & letters;
        var lower = (_high >> 32) & letters;
        _high |= lower | (upper << 32);
        for (var i = _ranges.Count - 1; i >= 0; i--)
        {
            var (first, last) = _ranges[i];
            if (last - first > 2_048) continue; // a range this wide names a script, not letters
            for (int c = first; c <= last; c++)
            {
                AddOne(char.ToLowerInvariant((char)c));
                AddOne(char.ToUpperInvariant((char)c));
            }
        }
    }

    private void AddOne(char c)
    {
        if (!Contains(c)) Add(c, c);
    }

    public bool Contains(char c)
    {
        if (c < 64) return (_low >> c & 1) != 0 != _negated;
        if (c < 128) return (_high >> (c - 64) & 1) != 0 != _negated;
        foreach (var (first, last) in _ranges)
            if (c >= first && c <= last) return !_negated;
        return _negated;
    }

    /// <summary>The one ASCII character this set holds, a letter in upper case where it holds both cases; null where it holds more, or others.</summary>
    public char? Only()
    {
        if (_negated || _ranges.Count > 0) return null;
        var (low, high) = (_low, _high);
        if (low != 0) return high == 0 && (low & (low - 1)) == 0 ? (char)System.Numerics.BitOperations.TrailingZeroCount(low) : null;
        if (high == 0) return null;
        var first = System.Numerics.BitOperations.TrailingZeroCount(high);
        var c = (char)(64 + first);
        var rest = high & (high - 1);
        if (rest == 0) return char.IsAsciiLetter(c) ? char.ToUpperInvariant(c) : c;
        return char.IsAsciiLetterUpper(c) && rest == 1UL << (first + 32) ? c : null;
    }

    /// <summary>Adds this set's ASCII members to a bit map; true where it holds others too.</summary>
    public bool AddTo(ref ulong low, ref ulong high)
    {
        low |= _negated ? ~_low : _low;
        high |= _negated ? ~_high : _high;
        return _negated || _ranges.Count > 0;
    }
}
