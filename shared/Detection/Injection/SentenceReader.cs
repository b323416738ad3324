using System.Globalization;
using System.Numerics;

namespace Sallyport.Detection.Injection;

/// <summary>Cuts a text into sentences and reads of each the words that mean something to us.</summary>
internal ref partial struct SentenceReader(ReadOnlySpan<char> text, ReadOnlySpan<CharBlock> blocks = default)
{
    private const int LongestQuote = 400;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private char _quote;
    private int _quoteStart;
    private int _began;
    private readonly ReadOnlySpan<CharBlock> _blocks = blocks;
    // Of the block that is read: its letters, its digits, and all in it that may mean something.
    private ulong _letters, _digits, _ahead;
    private int _from = -1;

    /// <summary>Reads the next sentence. False at the end of the text.</summary>
    public bool Next(ref Sentence sentence)
    {
        sentence.Clear();
        _began = _at;
        var began = false;
        while (true)
        {
            began |= SkipPlain(ref sentence);
            if (sentence.Count == Sentence.MostHits) return true;
            if (_at >= _text.Length) break;
            var c = _text[_at];
            if (IsWord(c))
            {
                began = true;
                if (IsUnspaced(c)) ReadRun(ref sentence);
                else ReadWord(ref sentence);
                if (sentence.Count == Sentence.MostHits) return true;
                continue;
            }
            TrackQuote(c);
            _at++;
            if (!Ends(c, _at) || !began) continue;
            sentence.Asks |= c is '?' or '？' or '؟';
            return true;
        }
        return began;
    }

    /// <summary>The sentence just read is rather code.</summary>
    public readonly bool IsCode
    {
        get
        {
            var end = Math.Min(_at, _text.Length);
            var span = _text[Math.Min(_began, end)..end];
            return (span.Count('(') + span.Count('=') + span.Count('_') + span.Count('{')) * 12 > span.Length;
        }
    }

    /// <summary>
    /// Moves past words that no entry of the lexicon begins like and what means nothing between them, which is nearly all of nearly every
    /// text, and takes the plain words that do mean something on its way. True where there was a word.
    /// </summary>
    private bool SkipPlain(ref Sentence sentence)
    {
        var text = _text;
        var (at, before) = (_at, sentence.Words);
        while (at < text.Length)
        {
            var from = at & ~(CharBlock.Size - 1);
            if (from != _from) ReadBlock(from);
            var ahead = _ahead >> (at - from);
            if (ahead == 0)
            {
                at = from + CharBlock.Size;
                continue;
            }
            at += BitOperations.TrailingZeroCount(ahead);
            var c = text[at];
            if (char.IsAsciiLetter(c))
            {
                var end = at + BitOperations.TrailingZeroCount(~(_letters >> (at - from)));
                if (end == from + CharBlock.Size)
                    while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
                if (end < text.Length && JoinsWord(text[end]))
                {
                    if (!SkipMixed(at, ref end)) break;
                    sentence.Words++;
                }
                else
                {
                    sentence.Words++;
                    var front = PlaceTables.Front(text, at) & (end - at) switch { 1 => 31 << 10, 2 => 1023 << 5, _ => 0x7fff };
                    if ((LexiconTable.MayMean(front, end - at) || text[end - 1] == 'T') && SenseOf(text[at..end], front) is { IsNone: false } sense)
                    {
                        _at = end;
                        // --prompt is an option of a command.
                        if (!(at > 1 && text[at - 1] == '-' && text[at - 2] == '-')) sentence.Add(new Hit(sense.Means, sense.Cues, sentence.Words, at, end, InQuote));
                        if (sentence.Count == Sentence.MostHits) return true;
                    }
                }
                at = end;
            }
            else if (char.IsAsciiDigit(c))
            {
                var end = at + BitOperations.TrailingZeroCount(~(_digits >> (at - from)));
                if (end == from + CharBlock.Size)
                    while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                // A number is a word that means nothing; digits among letters may stand for some.
                if (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] >= 128 || text[end] == '\'') && !SkipMixed(at, ref end)) break;
                sentence.Words++;
                at = end;
            }
            else if (c == '"') QuoteAt(at++);
            else if (c == '\'')
            {
                _at = at;
                TrackQuote(c);
                at++;
            }
            else if (c >= 128 || EndsAfter(c, at + 1)) break;
            else at++;
        }
        _at = at;
        return sentence.Words > before;
    }

    private readonly bool EndsAfter(char c, int at) => c switch
    {
        '.' when at < _text.Length && char.IsAsciiLetterOrDigit(_text[at]) => false,
        '\n' when at < _text.Length && char.IsAsciiLetterOrDigit(_text[at]) => false,
        _ => Ends(c, at),
    };

    /// <summary>What a word of ASCII letters alone can mean.</summary>
    private static Sense SenseOf(ReadOnlySpan<char> word, int front)
    {
        if (IsModel(word)) return word.Length > Folding.Longest ? default : new Sense(Concept.Ai, Cue.None);
        if (word.Length > LexiconPlaces.LongestPlain)
        {
            if (!LexiconTable.HasFront(front) || word.Length > Folding.Longest) return default;
            Span<char> lower = stackalloc char[Folding.Longest];
            return LexiconTable.OfPlain(0, Chars.Lower(word, lower));
        }
        var key = 0UL;
        foreach (var c in word) key = key << 5 | (c & 31u);
        if (!LexiconTable.HasFront(front)) return LexiconTable.OfKey(key);
        Span<char> folded = stackalloc char[LexiconPlaces.LongestPlain];
        return LexiconTable.OfPlain(key, Chars.Lower(word, folded));
    }

    /// <summary>
    /// Past a word of ASCII letters and digits that no entry is like, whatever its digits stand for: digests and identifiers. False where it
    /// must be read in full.
    /// </summary>
    private readonly bool SkipMixed(int at, ref int end)
    {
        var text = _text;
        if (end - _from < CharBlock.Size) end += BitOperations.TrailingZeroCount(~((_letters | _digits) >> (end - _from)));
        if (end - _from >= CharBlock.Size)
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end < text.Length && (text[end] >= 128 || text[end] == '\'')) return false;
        var word = text[at..end];
        return word.Length > Folding.Longest || !LexiconTable.MayMeanFolded(word);
    }

    /// <summary>…GPT: the name of a model, made up or not.</summary>
    private static bool IsModel(ReadOnlySpan<char> word) => word.Length > 3 && word[^1] == 'T' && word[^2] == 'P' && word[^3] == 'G';

    private static bool JoinsWord(char c) => c >= 128 || c is '\'' || char.IsAsciiDigit(c);

    /// <summary>Whether a character that stands right before an index ends a sentence.</summary>
    private readonly bool Ends(char c, int at) => c switch
    {
        '!' or '?' or ';' or '。' or '！' or '？' or '؟' or '।' => true,
        '.' => at >= _text.Length || char.IsWhiteSpace(_text[at]) || _text[at] is '"' or '\'' or ')' or ']' or '<',
        '<' => OpensBlock(at),
        '\n' => NextOnLine(at) is '\n' or '\r' or '-' or '*' or '#' or '>' or '|' or '+' or '/',
        _ => false,
    };

    /// <summary>A comment, or a tag that begins or ends a block of a page: what stands before is another sentence.</summary>
    private readonly bool OpensBlock(int at)
    {
        var rest = _text[at..];
        if (rest.StartsWith("!--", StringComparison.Ordinal)) return true;
        if (rest.Length > 0 && rest[0] == '/') rest = rest[1..];
        var name = rest[..Math.Min(rest.Length, 10)];
        var end = name.IndexOfAny('>', ' ');
        return end > 0 && name[..end] is "p" or "div" or "td" or "tr" or "li" or "ul" or "h1" or "h2" or "h3" or "h4" or "body" or "title" or "section"
            or "header" or "footer" or "form" or "main" or "article" or "table" or "br" or "code";
    }

    /// <summary>The first character from an index on, in its line, that is no blank.</summary>
    private readonly char NextOnLine(int at)
    {
        var limit = Math.Min(_text.Length, at + 24);
        while (at < limit && _text[at] is ' ' or '\t') at++;
        return at < limit ? _text[at] : '\0';
    }

    private void ReadWord(ref Sentence sentence)
    {
        var start = _at;
        var plain = true;
        while (_at < _text.Length)
        {
            var c = _text[_at];
            if (char.IsAsciiLetter(c)) _at++;
            else if (IsWord(c) && !IsUnspaced(c) || Folding.IsInvisible(c))
            {
                plain = false;
                _at++;
            }
            else if (c is '\'' or '’' && _quote != c && _at + 1 < _text.Length && char.IsLetter(_text[_at + 1]))
            {
                plain = false;
                _at++;
            }
            else break;
        }
        sentence.Words++;
        var word = _text[start.._at];
        // --prompt is an option of a command.
        if (start > 1 && _text[start - 1] == '-' && _text[start - 2] == '-') return;
        if (word.Length > Folding.Longest) return;
        Span<char> folded = stackalloc char[Folding.Longest];
        var length = plain ? Chars.Lower(word, folded).Length : WithoutApostrophe(folded, Folding.Word(word, folded));
        var sense = plain && IsModel(word) ? new Sense(Concept.Ai, Cue.None) : Meaning(folded[..length]);
        if (sense.Means == Concept.None && !plain && length > 0 && word.ContainsAny('1', '!'))
        {
            // 1 is i or l.
            folded[..length].Replace('i', 'l');
            sense |= Meaning(folded[..length]);
        }
        // base64, rot13: the digits are digits.
        if (sense.Means == Concept.None && !plain && word.Length < Folding.Longest && word.ContainsAnyInRange('0', '9')
            && word.ToLowerInvariant(folded) is > 0 and var own) sense |= Meaning(folded[..own]);
        if (!plain && length is > 0 and <= Syllables.Longest && char.IsAsciiLetterLower(folded[0]) && word.ContainsAnyExceptInRange('\0', '\x7f')) sense |= WithNeighbours(folded[..length], start);
        if (sense.IsNone && length > 2 && Prefixes.Has(folded[0])) sense = WithoutPrefixes(folded[..length]);
        if (!sense.IsNone) sentence.Add(new Hit(sense.Means, sense.Cues, sentence.Words, start, _at, InQuote));
    }

    /// <summary>What a syllable means together with the one before it, or with the one behind it where that will not look back.</summary>
    private readonly Sense WithNeighbours(ReadOnlySpan<char> syllable, int start)
    {
        Span<char> pair = stackalloc char[2 * Syllables.Longest + 1];
        var sense = Syllables.Before(_text, start, syllable, pair) is var length and > 0 ? Meaning(pair[..length]) : default;
        return Syllables.Behind(_text, _at, syllable, pair) is var two and > 0 ? sense | Meaning(pair[..two]) : sense;
    }

    /// <summary>What is left of an Arabic word when and, so, with, for and the are taken off its front.</summary>
    private static Sense WithoutPrefixes(ReadOnlySpan<char> word)
    {
        while (Prefixes.Cut(ref word))
            if (Meaning(word) is { IsNone: false } sense) return sense;
        return default;
    }

    /// <summary>What a whole word, folded, can mean.</summary>
    private static Sense Meaning(ReadOnlySpan<char> word) => LexiconTable.Of(word);

    private readonly bool InQuote => _quote != '\0' && _at - _quoteStart <= LongestQuote;

    private void ReadRun(ref Sentence sentence)
    {
        sentence.Words++;
        var sense = RunWords.AtFront(_text[_at..Math.Min(_text.Length, _at + 16)], out var length);
        if (sense.IsNone)
        {
            _at++;
            return;
        }
        // Thai has no question mark.
        if (_text[_at] < '\u0e80' && (sense.Means & Concept.What) != 0) sentence.Asks = true;
        sentence.Add(new Hit(sense.Means | Concept.Foreign, sense.Cues, sentence.Words, _at, _at + length, InQuote));
        _at += length;
    }

    // what's and user's are what and user; don't and you're are words of their own.
    private static int WithoutApostrophe(Span<char> word, int length)
    {
        var mark = word[..length].IndexOfAny('\'', '’');
        if (mark < 0) return length;
        if (mark == length - 2 && word[mark + 1] == 's') return mark;
        if (mark == 1 && word[0] is 'l' or 'd' or 'j' or 'm' or 't' or 's' or 'n' && mark == 1)
        {
            // l'assistant.
            word[2..length].CopyTo(word);
            return length - 2;
        }
        word[(mark + 1)..length].CopyTo(word[mark..]);
        return length - 1;
    }

    private static bool IsWord(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        return char.IsLetter(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    internal static bool IsUnspaced(char c) => c is >= '\u0e00' and <= '\u0e7f' or >= '\u2e80' and <= '\ud7af';
}
