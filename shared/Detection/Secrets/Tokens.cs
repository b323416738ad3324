namespace Sallyport.Detection.Secrets;

/// <summary>Finds the credentials of <see cref="TokenFormats"/>: each is looked up by the character its mark starts with.</summary>
internal static class Tokens
{
    /// <summary>The first four characters of every shape, in order; stars stand where its literal text has ended, which none does before the second.</summary>
    public const string Marks =
        "$1$* $2a$ $2b$ $2y$ $5$* $6$* $apr $y$* 0/** 1/** 1//0 2/** 4b1d A3-* A3T* AAAA ABIA ABSK AC** ACCA AGE- AIza AKC* AKCp AKIA AKID AP** API- AQ.A AQVN ASIA ATAT ATBB ATCT ATTA Astr CCIP CFPA CLOJ EAAA EAAB EAAC EAAG EAAM EZAK EZTK FLWP FLWS GOCS GR13 HRKU IGQV K00* LTAI NRAK NRBR NRII NRIQ NRJS NRRA PMAK SG.* SK** YC** acce alch amzn api- api. api_ auth b.** b_** bedr bkpt bkua cfat cfk_ cfut cio* cmVm csk- dapi dckr disc dnke doo_ dop_ dor_ dp.a dp.c dp.p dp.s dt0c dt0s duff e2b_ ext_ eyJr fc-* figd figo figu fio- fm1a fm1r fm2_ fo1_ fw_* gho_ ghp_ ghr_ ghs_ ghu_ gith glag glc_ glcb gldt glff glft glim gloa glpa glpt glrt glsa glso gsk_ hf_* hook hvb. hvr. hvs. ico- jina key- lin_ live ls__ lsv2 m0-* mdb_ mfa. mlsn napi nfc_ nfp_ npm_ ntn_ nvap ops_ ory_ ovsx oy2* p8e- pa-* pat* pat- pat. pcsk phx_ pk-l pk.* pk.e pk_* pnu_ pplx psca pubk pul- pypi r8_* rdme re_* rk_l rk_p rk_t rnd_ rpa_ ruby rzp_ s-s4 s.** sat. sb_s sbp_ sc_* scau sdk- secr sess sgp_ sha2 ship shpa shpc shpi shpp shpr shps shpu sk-* sk-N sk-a sk-l sk-o sk-p sk-s sk.* sk.e sk_* sk_l sk_p sk_t sl.* sl.u slk_ sm_a sm_p sm_s sntr snyk sq0a sq0c sqa_ sqp_ squ_ t1.* tfp_ tgp_ tk-u tk.* tske tvly v1.0 vca_ vci_ vck_ vcp_ vcr_ verc waka wand webh whse xai- xapp xkey xoxa xoxb xoxc xoxd xoxe xoxo xoxp xoxr xoxs xsmt y0_* ya29 zpka";

    private const int EachMark = 5;

    private static TokenEntry[]?[]? s_byPair;
    private static ulong[]? s_fronts, s_fours;
    private static ushort[]? s_firsts;

    public static readonly Family Family = new("tokens", static () => Array.ConvertAll(TokenFormats.All, f => f.Rule))
    {
        Kinds = FindingKinds.Secret,
        // How the shapes start, written down so that a text without any of it never builds them; a test compares.
        WordPairs = Marks,
        ExactCase = true,
        Characters = "$",
    };

    /// <summary>One shape of a format, with the start of its mark at hand.</summary>
    private readonly record struct TokenEntry(string Shape, int Prefix, TokenFormat Format);

    public static int Recognise(ref ScanContext context, int at)
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
            if (end < 0) continue;
            var body = text[(at + entry.Prefix)..end];
            var live = IsLive(entry.Format, body);
            if (entry.Format.AnyBody && InBase64(text, at, end)) continue;
            if (!live && !(entry.Format.AnyBody && body.ContainsAnyInRange('a', 'z'))) continue;
            var confidence = live ? entry.Format.Confidence : Filler;
            if (entry.Format.Checksum is { } holds) confidence = holds(text[at..end].ToString()) ? 99 : 70;
            context.Add(entry.Format.Rule, at, end, confidence);
            return end;
        }
        return at;
    }

    /// <summary>Three letters and a digit stand in any certificate: base 64 goes on around it, or on the line before.</summary>
    private static bool InBase64(ReadOnlySpan<char> text, int at, int end)
    {
        if (at > 1 && text[at - 1] is '+' or '/' && Chars.IsBase64(text[at - 2]) || end < text.Length && text[end] is '+' or '/') return true;
        if (at < OneLine || text[at - 1] != '\n') return false;
        foreach (var c in text.Slice(at - OneLine, OneLine - 2))
            if (!Chars.IsBase64(c)) return false;
        return true;
    }

    private const int OneLine = 50;

    /// <summary>How sure a mark is whose body is filler, where it counts at all.</summary>
    private const int Filler = 54;

    private static bool IsLive(TokenFormat format, ReadOnlySpan<char> body)
    {
        if (format.Holds is { } mark && body.IndexOf(mark) < 0) return false;
        if (body.Length < 6) return true;
        if (Randomness.Entropy(body) < format.MinEntropy) return false;
        if (format.Mixed && !Randomness.IsMixed(body)) return false;
        return !body.EndsWith("EXAMPLE") && !body.Contains("EXAMPLEKEY", StringComparison.Ordinal) && !body.Contains("xxxxxxxx", StringComparison.OrdinalIgnoreCase) && !Placeholders.Counts(body);
    }

    // Three characters tell nearly every word from a token, and the fourth tells "git status" and "keys" from one.
    private static bool MayStart(ReadOnlySpan<char> word)
    {
        var front = Front(word[0], word[1], word[2]);
        if (((s_fronts ??= Fronts())[front >> 6] >> (front & 63) & 1) == 0) return false;
        var (four, any) = (Four(word[0], front, word[3] & 31), Four(word[0], front, AnyFourth));
        if (((s_fours![four >> 6] >> (four & 63) | s_fours[any >> 6] >> (any & 63)) & 1) == 0) return false;
        for (var i = s_firsts![word[0]] * EachMark; i < Marks.Length && Marks[i] == word[0] && Marks[i + 1] <= word[1]; i += EachMark)
            if (Marks[i + 1] == word[1] && (Marks[i + 2] == '*' || Marks[i + 2] == word[2] && (Marks[i + 3] == '*' || Marks[i + 3] == word[3]))) return true;
        return false;
    }

    // From the marks, not from the shapes: most texts are read without a single shape being built.
    private static ulong[] Fronts()
    {
        var fronts = new ulong[512];
        (s_firsts, s_fours) = (new ushort[128], new ulong[256]);
        for (var i = Marks.Length / EachMark * EachMark; i >= 0; i -= EachMark)
        {
            s_firsts[Marks[i]] = (ushort)(i / EachMark);
            var from = Front(Marks[i], Marks[i + 1], '\0');
            if (Marks[i + 2] == '*') fronts[from >> 6] |= 0xffffffffUL << (from & 63);
            else fronts[from >> 6] |= 1UL << ((from | Marks[i + 2] & 31) & 63);
            var ends = Marks[i + 2] == '*' || Marks[i + 3] == '*' ? AnyFourth : Marks[i + 3] & 31;
            for (var third = Marks[i + 2] == '*' ? 0 : Marks[i + 2] & 31; third < 32; third = Marks[i + 2] == '*' ? third + 1 : 32)
            {
                var four = Four(Marks[i], from | third, ends);
                s_fours[four >> 6] |= 1UL << (four & 63);
            }
        }
        return fronts;
    }

    /// <summary>Stands for the fourth character of a mark that has fewer.</summary>
    private const int AnyFourth = 32;

    /// <summary>The first four characters, the first in its case, by a number below 16,384 that others may have, too.</summary>
    private static int Four(char first, int front, int fourth) => (int)((uint)((first & 96) << 16 | front << 6 | fourth) * 0x9E3779B1 >> 18);

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
