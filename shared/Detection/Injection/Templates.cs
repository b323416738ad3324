namespace Sallyport.Detection.Injection;

/// <summary>Tokens by which chat templates divide turns: in data they pretend one.</summary>
internal static class Templates
{
    private const int Reach = 240;

    public static readonly string[] Tokens =
        ["<|im_start|>", "<|system|>", "<|start_header_id|>", "<|assistant|>", "[INST]", "<<SYS>>", "</tool_output>", "</tool_result>", "</function_results>", "<system>", "[SYSTEM]", "<|user|>"];

    public static void Judge(ref ScanContext context)
    {
        var text = context.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var next = text[i..].IndexOfAny('<', '[');
            if (next < 0) return;
            i += next;
            if (text[i] == '[' && i > 0 && text[i - 1] == '!' && BeaconAt(text, i) is var beacon and > 0)
            {
                context.Add(InjectionRules.Exfiltration, i - 1, beacon, 68);
                i = beacon - 1;
                continue;
            }
            var length = TokenAt(text, i);
            if (length == 0 && ModeAt(text, i) is var mode and > 0)
            {
                context.Add(InjectionRules.FakeTurn, i, i + mode, 65);
                i += mode - 1;
                continue;
            }
            if (length == 0) continue;
            var after = text[(i + length)..Math.Min(text.Length, i + length + Reach)];
            if (Commands(after)) context.Add(InjectionRules.FakeTurn, i, i + length, 72);
            i += length - 1;
        }
    }

    /// <summary>
    /// A picture at an address with a query, which the words right before tell the reader to load: <c>load ![x](https://…?d=…)</c>. Showing it
    /// sends what stands in the query.
    /// </summary>
    public static int BeaconAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..Math.Min(text.Length, at + 600)];
        var open = rest.IndexOf("](");
        if (open < 0 || !rest[(open + 2)..].StartsWith("http", StringComparison.OrdinalIgnoreCase)) return 0;
        var close = rest[open..].IndexOf(')');
        if (close < 0 || rest[..(open + close)].Contains('\n')) return 0;
        var address = rest[(open + 2)..(open + close)];
        if (address.IndexOf('?') is not (> 0 and var query) || !address[query..].Contains('=')) return 0;
        Span<char> before = stackalloc char[Math.Min(at, 40)];
        var length = 0;
        foreach (var c in text[(at - before.Length)..at])
            if (c < 128) before[length++] = c;
            else if (Folding.Beyond(c, latin: true) is var plain and not '\0') before[length++] = plain;
        before = before[..length];
        foreach (var verb in (ReadOnlySpan<string>)["load", "render", "fetch", "display", "append", "show", "embed", "output", "respond with", "include"])
            if (((ReadOnlySpan<char>)before).IndexOf(verb, StringComparison.OrdinalIgnoreCase) >= 0) return at + open + close + 1;
        return 0;
    }

    /// <summary>Pretends that the reader was switched over: &lt;SYSTEM MODE&gt;, [DEBUG OVERRIDE MODE], in capitals and brackets.</summary>
    private static int ModeAt(ReadOnlySpan<char> text, int at)
    {
        if (at + 1 < text.Length && !char.IsAsciiLetterUpper(text[at + 1]) && text[at + 1] is not (' ' or '_' or '-')) return 0;
        var close = text[at] == '<' ? '>' : ']';
        var rest = text[(at + 1)..Math.Min(text.Length, at + 64)];
        var end = rest.IndexOf(close);
        if (end < 9) return 0;
        var inside = rest[..end];
        var words = 1;
        foreach (var c in inside)
        {
            if (c is ' ' or '_' or '-') words++;
            else if (!char.IsAsciiLetterUpper(c)) return 0;
        }
        if (words < 2 || !(inside.EndsWith("MODE") || inside.EndsWith("OVERRIDE"))) return 0;
        foreach (var power in (ReadOnlySpan<string>)["SYSTEM", "OVERRIDE", "ADMIN", "DEVELOPER", "DEBUG", "ROOT", "GOD", "MAINTENANCE", "JAILBREAK", "UNRESTRICTED", "SECURITY"])
            if (inside.IndexOf(power) >= 0) return end + 2;
        return 0;
    }

    private static int TokenAt(ReadOnlySpan<char> text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (text[at] == '<' ? next is not ('|' or '<' or '/' or 's' or 'S') : next is not ('I' or 'i' or 'S' or 's')) return 0;
        foreach (var token in Tokens)
            if (text[at..].StartsWith(token, StringComparison.OrdinalIgnoreCase)) return token.Length;
        return 0;
    }

    // A turn addresses its reader; a token alone is source code of something that talks to models.
    private static bool Commands(ReadOnlySpan<char> after)
    {
        var reader = new SentenceReader(after);
        var sentence = default(Sentence);
        if (!reader.Next(ref sentence) || sentence.About > 0) return false;
        return (sentence.Union & Concept.You) != 0 && sentence.Count >= 2
            || (sentence.Union & (Concept.Dismiss | Concept.Reveal | Concept.Run | Concept.Send)) != 0
            && (sentence.Union & (Concept.System | Concept.Secret | Concept.Order | Concept.Tool | Concept.Limit)) != 0;
    }
}
