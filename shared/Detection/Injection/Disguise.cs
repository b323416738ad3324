using System.Numerics;

namespace Sallyport.Detection.Injection;

/// <summary>
/// Undoes the ways to hide a sentence from a reader of words: letters with gaps, no gaps, digits for letters, encodings. Bounded: a
/// text yields so many characters to read again and no more.
/// </summary>
internal ref partial struct Disguise(ReadOnlySpan<char> text)
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
        if (context.HasSign(TextSigns.Dash) && Morse.Find(_text, out var start, out var end) is { } tapped) Report(ref context, tapped, start, end, encoded: true);
        if (_text.Length > MostWhole) return;
        Rotated(ref context);
        Spaced(ref context);
        LongWords(ref context);
    }

    private static int Read(ReadOnlySpan<char> plain, out DetectionRule? rule)
    {
        var answer = new Answer();
        Prose.Judge(plain, default, ref answer);
        rule = answer.Rule;
        return answer.Confidence;
    }

    private static void Report(ref ScanContext context, ReadOnlySpan<char> plain, int start, int end, bool encoded)
    {
        var confidence = Read(plain, out var rule);
        if (confidence == 0 && encoded && (Commands(plain) || Beacons(plain))) confidence = 60;
        if (confidence > 0) context.Add(encoded ? InjectionRules.Encoded : rule!, start, end, Math.Min(90, confidence));
    }

    private static bool Beacons(ReadOnlySpan<char> plain)
    {
        for (var from = 0; plain[from..].IndexOf("![") is >= 0 and var at; from += at + 2)
            if (Templates.BeaconAt(plain, from + at + 1) > 0) return true;
        return false;
    }

    // Nobody encodes a remark: a command to drop something is enough.
    private static bool Commands(ReadOnlySpan<char> plain)
    {
        var reader = new SentenceReader(plain);
        var sentence = default(Sentence);
        while (reader.Next(ref sentence))
        {
            if (sentence.Count >= 2 && sentence.Words >= 4 && sentence[0] is { Word: 1 } first && first.Is(Concept.Dismiss) && sentence.Next(0, Concept.And, 12) > 0) return true;
            // A misspelt verb before "previous instructions and state".
            for (var p = 0; p < sentence.Count && sentence[p].Word <= 4; p++)
                if (sentence[p].Is(Concept.Prior) && sentence.Next(p, Concept.Order, 2) is var order and > 0
                    && sentence.Next(order, Concept.And, 2) is var joint and > 0 && sentence.Next(joint, Concept.Claim | Concept.Reveal, 2) > 0) return true;
        }
        return false;
    }

    /// <summary>Runs that decode to text.</summary>
    private void Blobs(ref ScanContext context)
    {
        char[]? plain = null;
        var (next, before, pairs, octets) = (0, false, false, false);
        for (var from = 0; from < _text.Length && _budget > 0; from += CharBlock.Size)
        {
            ref readonly var block = ref context.Blocks[from / CharBlock.Size];
            if (block.Digits != 0)
            {
                pairs = pairs || NumberAt(from, Runs(block.Digits, 2), "20") >= 0;
                octets = octets || NumberAt(from, Runs(block.Digits, 8), "00100000") >= 0;
            }
            for (var runs = CharBlock.LongRuns(block.Runs, ref before); runs != 0; runs &= runs - 1)
            {
                var i = from + BitOperations.TrailingZeroCount(runs);
                if (i < next) continue;
                var start = i;
                while (start > next && EncodedText.IsRun(_text[start - 1]) && i - start < Decoding.Shortest) start--;
                var after = i + 1;
                while (after < _text.Length && after - start < Decoding.Shortest && EncodedText.IsRun(_text[after])) after++;
                if (after - start < Decoding.Shortest) continue;
                plain ??= GC.AllocateUninitializedArray<char>(LongestBlob + 8);
                next = Attempt(ref context, start, plain);
            }
        }
        if (context.HasSign(TextSigns.And)) Marked(ref context, "&#", plain);
        if (context.HasSign(TextSigns.Percent)) Marked(ref context, "%20", plain);
        if (pairs) Marked(ref context, " 20 ", plain);
        if (octets) Marked(ref context, " 00100000 ", plain);
    }

    /// <summary>Where exactly so many digits (two or eight) begin, and where they may begin, at the end of a block.</summary>
    private static ulong Runs(ulong digits, int length)
    {
        var starts = digits & ~(digits << 1);
        var row = digits & (digits >> 1 | 1UL << 63);
        if (length == 8)
        {
            row &= row >> 2 | 3UL << 62;
            row &= row >> 4 | 15UL << 60;
        }
        return starts & row & (~digits >> length | ~(~0UL >> length));
    }

    /// <summary>Where a number stands by itself, with a blank on either side, at one of these places of a block; -1 for nowhere.</summary>
    private readonly int NumberAt(int from, ulong starts, ReadOnlySpan<char> number)
    {
        for (; starts != 0; starts &= starts - 1)
        {
            var at = from + BitOperations.TrailingZeroCount(starts);
            if (at > 0 && at + number.Length < _text.Length && _text[at - 1] == ' ' && _text[at + number.Length] == ' ' && _text.Slice(at, number.Length).SequenceEqual(number)) return at;
        }
        return -1;
    }

    /// <summary>Encodings of several short runs, known by what a space becomes in them: read from where the chain of them begins.</summary>
    private void Marked(ref ScanContext context, string mark, char[]? plain)
    {
        for (var i = 0; _budget > 0 && NextMark(context.Blocks, i, mark) is var at && at >= 0;)
        {
            var start = i + at;
            while (start > i && i + at - start < 256 && (EncodedText.IsRun(_text[start - 1]) || _text[start - 1] is '%'
                || mark[0] == ' ' && _text[start - 1] == ' ' && start - 2 >= 0 && char.IsAsciiHexDigit(_text[start - 2]))) start--;
            plain ??= GC.AllocateUninitializedArray<char>(LongestBlob + 8);
            i = Math.Max(i + at + mark.Length, Attempt(ref context, start, plain));
        }
    }

    /// <summary>How far on a mark stands next, -1 for nowhere; one that is a number between blanks is looked for among the digits.</summary>
    private readonly int NextMark(ReadOnlySpan<CharBlock> blocks, int from, string mark)
    {
        if (mark[0] != ' ') return _text[from..].IndexOf(mark);
        var number = mark.AsSpan(1, mark.Length - 2);
        for (var at = from + 1; at < _text.Length; at = (at | (CharBlock.Size - 1)) + 1)
        {
            var starts = Runs(blocks[at / CharBlock.Size].Digits, number.Length) & ~0UL << at;
            if (NumberAt(at & ~(CharBlock.Size - 1), starts, number) is >= 0 and var found) return found - 1 - from;
        }
        return -1;
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

    /// <summary>The whole text in rot13, moved on by three letters as Caesar did, or written backwards.</summary>
    private readonly void Rotated(ref ScanContext context)
    {
        var turns = TurnedWords.In(_text);
        if (turns == TurnedWords.Turn.None) return;
        if ((turns & TurnedWords.Turn.Thirteen) != 0) Rotate(ref context, 13);
        if ((turns & TurnedWords.Turn.Three) != 0) Rotate(ref context, 23);
        if ((turns & TurnedWords.Turn.Backwards) != 0)
        {
            var back = _text.ToArray();
            Array.Reverse(back);
            Report(ref context, back, 0, _text.Length, encoded: true);
        }
    }

    private readonly void Rotate(ref ScanContext context, int by)
    {
        var plain = new char[_text.Length];
        for (var i = 0; i < _text.Length; i++)
        {
            var c = _text[i];
            plain[i] = char.IsAsciiLetter(c) ? (char)((c & 0x20) + 'A' + ((c | 0x20) - 'a' + by) % 26) : c;
        }
        Report(ref context, plain, 0, _text.Length, encoded: true);
    }

    /// <summary>Single letters with a mark between, or short chunks of digits for letters.</summary>
    private readonly void Spaced(ref ScanContext context)
    {
        char[]? plain = null;
        var rows = new ShortPieces(_text, context.Blocks);
        for (var i = rows.Next(0); i < _text.Length; i = rows.Next(i + 1))
        {
            plain ??= GC.AllocateUninitializedArray<char>(_text.Length);
            var (end, length) = (i, 0);
            var (pieces, mixed, broken) = (0, 0, false);
            while (end < _text.Length && ShortPieces.At(_text, end, out var letters, out var leet, out var gap))
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
            if (pieces >= ShortPieces.Fewest && length >= ShortPieces.Fewest)
            {
                var compact = plain.AsSpan(0, length);
                if (broken) Report(ref context, compact, i, Math.Min(end, _text.Length), encoded: false);
                else if (mixed * 2 >= pieces || length <= pieces * 2) ReportCompact(ref context, compact, i, Math.Min(end, _text.Length));
            }
            i = Math.Max(i, end - 1);
            while (i + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[i]) && char.IsAsciiLetterOrDigit(_text[i + 1])) i++;
        }
    }
}
