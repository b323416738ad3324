namespace Sallyport.Detection.UnsafeCode;

/// <summary>Unsafe code in what tools are called with: patches, and scripts given to a shell.</summary>
internal static class UnsafeCodes
{
    public static readonly Family Family = new("unsafe-code", static () => CodeRules.All) 
    {
        Kinds = FindingKinds.Code,
        OnlyInput = true,
        // How the words that are known start: a text is mostly other words.
        WordPairs = "acc all app aut bin cer che chm cid com cor cpi cre cur dan deb del doc eva exe fch fla fun git has inn ins ipv mar md5 mod net nod obj out pas pic pop pyt rej rem sel ser sha she sou spa ssl str sub sys typ uns upd val ver wge yam 0.0 0o7",
        Characters = "_",
    };

    public static int Recognise(ref ScanContext context, int at)
    {
        if (context.Surface != Surface.ToolInput) return context.Text.Length;
        var text = context.Text;
        if (text[at] == '_' && at > 0 && Chars.IsWord(text[at - 1])) return at;
        var end = context.WordEnd(at, 64);
        if (text[at] == '0' && !(text[at..].StartsWith("0.0.0.0/0") || text[at..].StartsWith("0o777"))) return at;
        Span<char> lower = stackalloc char[64];
        var word = Chars.Lower(text[at..end], lower);
        if (!Judge(text, at, end, word, out var rule, out var start, out var stop)) return at;
        context.Add(rule!, start, stop, 80);
        return stop;
    }

    private static bool Judge(ReadOnlySpan<char> text, int at, int end, ReadOnlySpan<char> word, out DetectionRule? rule, out int start, out int stop)
    {
        (rule, start, stop) = (null, at, end);
        if (!Known(word)) return false;
        var line = CodeLine.At(text, at, text.StartsWith("*** Begin Patch") || text.StartsWith("diff --git") || text.StartsWith("--- a/"));
        if (line.Skipped) return false;
        var after = line.Text[(Math.Min(end, line.Start + line.Text.Length) - line.Start)..];
        var before = line.Text[..(at - line.Start)];
        rule = Tls.Judge(word, before, after) ?? Calls.Judge(word, before, after) ?? Settings.Judge(word, before, after, text, at);
        return rule is not null;
    }

    internal static bool Known(ReadOnlySpan<char> word) => Tls.Knows(word) || Calls.Knows(word) || Settings.Knows(word);
}
