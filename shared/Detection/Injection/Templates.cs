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
            var length = TokenAt(text, i);
            if (length == 0) continue;
            var after = text[(i + length)..Math.Min(text.Length, i + length + Reach)];
            if (Commands(after)) context.Add(InjectionRules.FakeTurn, i, i + length, 72);
            i += length - 1;
        }
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
            || (sentence.Union & (Concept.Dismiss | Concept.Reveal | Concept.Run | Concept.Send)) != 0 && (sentence.Union & (Concept.System | Concept.Secret | Concept.Order | Concept.Tool | Concept.Limit)) != 0;
    }
}
