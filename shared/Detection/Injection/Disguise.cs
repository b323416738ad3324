using System.Buffers.Text;

namespace Sallyport.Detection.Injection;

/// <summary>
/// Undoes the ways to hide a sentence from a reader of words: letters with gaps, no gaps, digits for letters, encodings. Bounded: a
/// text yields so many characters to read again and no more.
/// </summary>
internal ref struct Disguise(ReadOnlySpan<char> text)
{
    private const int MostDecoded = 64 * 1024;
    private const int LongestBlob = 8 * 1024;
    private const int MostWhole = 64 * 1024;

    private readonly ReadOnlySpan<char> _text = text;
    private int _budget = MostDecoded;

    private ref struct Answer : Prose.ISink
    {
        public DetectionRule? Rule;
        public int Confidence;

        public void Add(DetectionRule rule, int start, int end, int confidence)
        {
            if (confidence <= Confidence) return;
            (Rule, Confidence) = (rule, confidence);
        }
    }

    public void Judge(ref ScanContext context)
    {
        Blobs(ref context);
        if (_text.Length > MostWhole) return;
        Rotated(ref context);
        Spaced(ref context);
        LongWords(ref context);
    }

    private static int Read(ReadOnlySpan<char> plain, out DetectionRule? rule)
    {
        var answer = new Answer();
        Prose.Judge(plain, ref answer);
        rule = answer.Rule;
        return answer.Confidence;
    }

    private static void Report(ref ScanContext context, ReadOnlySpan<char> plain, int start, int end, bool encoded)
    {
        var confidence = Read(plain, out var rule);
        if (confidence == 0 && encoded && Commands(plain)) confidence = 60;
        if (confidence > 0) context.Add(encoded ? InjectionRules.Encoded : rule!, start, end, Math.Min(90, confidence));
    }

    // Nobody encodes a remark: a command to drop something is enough.
    private static bool Commands(ReadOnlySpan<char> plain)
    {
        var reader = new SentenceReader(plain);
        var sentence = default(Sentence);
        return reader.Next(ref sentence) && sentence.Count >= 2 && sentence.Words >= 4 && sentence[0] is { Word: 1 } first && first.Is(Concept.Dismiss) && sentence.Next(0, Concept.And, 12) > 0;
    }

    /// <summary>Runs that decode to text. A long one covers every twentieth character: those between need no look.</summary>
    private void Blobs(ref ScanContext context)
    {
        char[]? plain = null;
        for (var i = Decoding.Shortest - 1; i < _text.Length && _budget > 0; i += Decoding.Shortest - 1)
        {
            if (!Decoding.IsRun(_text[i])) continue;
            var start = i;
            while (start > 0 && Decoding.IsRun(_text[start - 1]) && i - start < Decoding.Shortest) start--;
            var after = i + 1;
            while (after < _text.Length && after - start < Decoding.Shortest && Decoding.IsRun(_text[after])) after++;
            if (after - start < Decoding.Shortest) continue;
            plain ??= new char[LongestBlob + 8];
            i = Math.Max(i, Attempt(ref context, start, plain));
        }
        Marked(ref context, "&#", plain);
        Marked(ref context, "%20", plain);
        Marked(ref context, " 20 ", plain);
        Marked(ref context, " 00100000 ", plain);
    }

    /// <summary>Encodings of several short runs, known by what a space becomes in them: read from where the chain of them begins.</summary>
    private void Marked(ref ScanContext context, string mark, char[]? plain)
    {
        for (var i = 0; _budget > 0 && _text[i..].IndexOf(mark) is var at && at >= 0;)
        {
            var start = i + at;
            while (start > i && i + at - start < 256 && (Decoding.IsRun(_text[start - 1]) || _text[start - 1] is '%' || mark[0] == ' ' && _text[start - 1] == ' ' && start - 2 >= 0 && char.IsAsciiHexDigit(_text[start - 2]))) start--;
            plain ??= new char[LongestBlob + 8];
            i = Math.Max(i + at + mark.Length, Attempt(ref context, start, plain));
        }
    }

    private int Attempt(ref ScanContext context, int start, char[] plain)
    {
        var end = Decoding.Try(_text, start, plain, out var length, out var runEnd);
        if (end > start && length >= 12)
        {
            _budget -= length;
            Report(ref context, plain.AsSpan(0, length), start, end, encoded: true);
        }
        return Math.Max(end, runEnd);
    }

    private readonly void Rotated(ref ScanContext context)
    {
        // prompt, instructions, system, password: in rot13.
        if (!_text.Contains("cebzcg", StringComparison.OrdinalIgnoreCase) && !_text.Contains("vafgehpgvba", StringComparison.OrdinalIgnoreCase)
            && !_text.Contains("flfgrz", StringComparison.OrdinalIgnoreCase) && !_text.Contains("cnffjbeq", StringComparison.OrdinalIgnoreCase)) return;
        var plain = new char[_text.Length];
        for (var i = 0; i < _text.Length; i++)
        {
            var c = _text[i];
            plain[i] = char.IsAsciiLetter(c) ? (char)((c | 0x20) < 'n' ? c + 13 : c - 13) : c;
        }
        Report(ref context, plain, 0, _text.Length, encoded: true);
    }

    /// <summary>Single letters with a mark between, or short chunks of digits for letters.</summary>
    private readonly void Spaced(ref ScanContext context)
    {
        var plain = new char[_text.Length];
        for (var i = 0; i < _text.Length; i++)
        {
            var (end, length) = (i, 0);
            var (pieces, mixed, broken) = (0, 0, false);
            while (end < _text.Length && SpacedPiece(_text, end, out var letters, out var leet, out var gap))
            {
                _text.Slice(end, letters).CopyTo(plain.AsSpan(length));
                length += letters;
                pieces++;
                mixed += leet ? 1 : 0;
                end += letters + gap;
                if (gap < 2) continue;
                plain[length++] = ' ';
                broken = true;
            }
            if (pieces >= 12 && length >= 12)
            {
                var compact = plain.AsSpan(0, length);
                if (broken) Report(ref context, compact, i, Math.Min(end, _text.Length), encoded: false);
                else if (mixed * 2 >= pieces || length <= pieces * 2) ReportCompact(ref context, compact, i, Math.Min(end, _text.Length));
            }
            i = Math.Max(i, end > i ? end - 1 : i);
            while (i + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[i]) && char.IsAsciiLetterOrDigit(_text[i + 1])) i++;
        }
    }

    // At most four characters and the gap after them.
    private static bool SpacedPiece(ReadOnlySpan<char> text, int at, out int letters, out bool leet, out int gap)
    {
        (letters, gap, leet) = (0, 0, false);
        var (digits, alpha) = (0, 0);
        while (at + letters < text.Length && letters <= 4 && IsMark(text[at + letters]))
        {
            if (char.IsAsciiDigit(text[at + letters])) digits++;
            else alpha++;
            letters++;
        }
        if (letters is 0 or > 4) return false;
        leet = digits > 0;
        while (at + letters + gap < text.Length && gap < 3 && text[at + letters + gap] is ' ' or '.' or '-' or '_' or '*' or '|' && at + letters + gap < text.Length) gap++;
        return letters == 1 || leet || alpha <= 4 && digits == 0 && letters <= 4 && gap <= 1;
    }

    private static bool IsMark(char c) => char.IsAsciiLetterOrDigit(c) || c is '[' or ']' or ':' or ';' or ',' or '<' or '>' or '!' or '@' or '$' or '\'' or '(' or ')';

    /// <summary>Sentences without gaps.</summary>
    private readonly void LongWords(ref ScanContext context)
    {
        for (var i = 0; i < _text.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(_text[i])) continue;
            var end = i;
            while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '_' or '-')) end++;
            if (end - i is >= 18 and <= 2000) ReportCompact(ref context, _text[i..end], i, end);
            i = end;
        }
    }

    private static void ReportCompact(ref ScanContext context, ReadOnlySpan<char> compact, int start, int end)
    {
        foreach (var one in (ReadOnlySpan<char>)['i', 'l'])
        {
            if (Gaps.Insert(compact, one) is not { } plain) continue;
            if (Read(plain, out var rule) is var confidence and >= 55)
            {
                context.Add(rule!, start, end, confidence);
                return;
            }
        }
    }
}
