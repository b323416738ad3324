namespace Sallyport.Detection.Secrets;

/// <summary>Finds the credentials of <see cref="TokenFormats"/>: each is looked up by the character its mark starts with.</summary>
internal static class Tokens
{
    /// <summary>The first three characters of every shape, in order; a star stands where its literal text has ended, which none does before the second.</summary>
    public const string Marks =
        "$1$ $2a $2b $2y $5$ $6$ $ap $y$ 0/* 1/* 1// 2/* 4b1 A3- A3T AAA ABI ABS AC* ACC AGE AIz AKC AKI API AQ. AQV ASI ATA ATB ATC ATT Ast CCI CFP CLO EAA EZA EZT FLW GOC GR1 HRK IGQ K00 LTA NRA NRB NRI NRJ NRR PMA SG. SK* YC* acc alc amz api b.* b_* bed bkp bku cfa cfk cfu cio cmV csk dap dck dis dnk doo dop dor dp. dt0 duf e2b eyJ fc- fig fio fm1 fm2 fo1 fw_ gho ghp ghr ghs ghu git gla glc gld glf gli glo glp glr gls gsk hf_ hoo hvb hvr hvs ico jin key lin liv ls_ lsv m0- mdb mls nap nfc nfp npm ntn nva ops ory oy2 p8e pa- pat pcs phx pk- pk. pk_ pnu ppl psc pub pul pyp r8_ rdm re_ rk_ rnd rpa rub rzp s-s s.* sat sb_ sbp sdk sec ses sgp sha shi shp sk- sk. sk_ sl. slk sm_ snt sny sq0 sqa sqp squ t1. tfp tgp tk- tk. tsk tvl v1. vca vci vck vcp vcr ver wak wan web whs xai xap xke xox xsm y0_ ya2 zpk";

    private static TokenEntry[]?[]? s_byPair;
    private static ulong[]? s_fronts;

    public static readonly Family Family = new("tokens", static () => Array.ConvertAll(TokenFormats.All, f => f.Rule), Recognise)
    {
        Kinds = FindingKinds.Secret,
        // How the shapes start, written down so that a text without any of it never builds them; a test compares.
        WordPairs = Marks,
        ExactCase = true,
        Characters = "$",
    };

    /// <summary>One shape of a format, with the start of its mark at hand.</summary>
    private readonly record struct TokenEntry(string Shape, int Prefix, TokenFormat Format);

    private static int Recognise(ref ScanContext context, int at)
    {
        var text = context.Text;
        var c = text[at];
        if (at + 8 > text.Length || !MayStart(text[at..])) return at;
        if ((s_byPair ??= Index())[Pair(c, text[at + 1])] is not { } entries) return at;
        var lastPart = at > 1 && text[at - 1] == '.' && char.IsAsciiLetterOrDigit(text[at - 2]); // a file's or a domain's: no token, but a web hook's host
        foreach (ref readonly var entry in entries.AsSpan())
        {
            var shape = entry.Shape;
            if (c != shape[0] || text[at + 1] != shape[1] || entry.Prefix > 2 && text[at + 2] != shape[2]) continue;
            if (!text[at..].StartsWith(shape.AsSpan(0, entry.Prefix), StringComparison.Ordinal)) continue;
            if (lastPart && !shape.AsSpan(0, entry.Prefix).Contains('/')) continue;
            var end = Shape.Match(shape, text, at);
            if (end < 0 || !IsLive(entry.Format, text[(at + entry.Prefix)..end])) continue;
            var confidence = entry.Format.Confidence;
            if (entry.Format.Checksum is { } holds) confidence = holds(text[at..end].ToString()) ? 99 : 70;
            context.Add(entry.Format.Rule, at, end, confidence);
            return end;
        }
        return at;
    }

    private static bool IsLive(TokenFormat format, ReadOnlySpan<char> body)
    {
        if (format.Holds is { } mark && body.IndexOf(mark) < 0) return false;
        if (body.Length < 6) return true;
        if (Randomness.Entropy(body) < format.MinEntropy) return false;
        if (format.Mixed && !Randomness.IsMixed(body)) return false;
        return !body.EndsWith("EXAMPLE") && !body.Contains("EXAMPLEKEY", StringComparison.Ordinal) && !body.Contains("xxxxxxxx", StringComparison.OrdinalIgnoreCase) && !Placeholders.Counts(body);
    }

    // Three characters tell nearly every word from a token.
    private static bool MayStart(ReadOnlySpan<char> word)
    {
        var front = Front(word[0], word[1], word[2]);
        return ((s_fronts ??= Fronts())[front >> 6] >> (front & 63) & 1) != 0;
    }

    // From the marks, not from the shapes: most texts are read without a single shape being built.
    private static ulong[] Fronts()
    {
        var fronts = new ulong[512];
        for (var i = 0; i < Marks.Length; i += 4)
        {
            var from = Front(Marks[i], Marks[i + 1], '\0');
            if (Marks[i + 2] == '*') fronts[from >> 6] |= 0xffffffffUL << (from & 63);
            else fronts[from >> 6] |= 1UL << ((from | Marks[i + 2] & 31) & 63);
        }
        return fronts;
    }

    private static int Front(char first, char second, char third) => (first & 31) << 10 | (second & 31) << 5 | third & 31;

    private static TokenEntry[]?[] Index()
    {
        var counts = new int[1024];
        foreach (var format in TokenFormats.All)
            foreach (var shape in format.Shapes) counts[Pair(shape[0], shape[1])]++;
        var index = new TokenEntry[]?[1024];
        for (var pair = 0; pair < counts.Length; pair++)
            if (counts[pair] > 0) index[pair] = new TokenEntry[counts[pair]];
        foreach (var format in TokenFormats.All)
            foreach (var shape in format.Shapes)
            {
                var pair = Pair(shape[0], shape[1]);
                index[pair]![^counts[pair]--] = new TokenEntry(shape, Shape.Prefix(shape).Length, format);
            }
        return index;
    }

    private static int Pair(char first, char second) => (first & 31) << 5 | second & 31;
}
