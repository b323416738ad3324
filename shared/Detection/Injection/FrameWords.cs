using System.Buffers;

namespace Sallyport.Detection.Injection;

/// <summary>Where the words of a form stand in their sentence.</summary>
internal static class FrameWords
{
    private static readonly SearchValues<char> s_code = SearchValues.Create("_{}=<>[]()\\|\t");

    private static readonly SearchValues<char> s_quotes = SearchValues.Create(":\"'`“‘«「\n");

    private static readonly Sense s_joins = new(Concept.And | Concept.Now | Concept.Always | Concept.You | Concept.I, Cue.Please | Cue.Only);

    public static bool Fits(bool starts, bool colon, in Sentence s, int at, ReadOnlySpan<char> text, int within)
    {
        if (colon && (s.Any(at).End >= text.Length || text[s.Any(at).End] is not (':' or '：'))) return false;
        if (!starts || s.Any(at).Word <= within) return true;
        if (at > 0 && s.Any(at).Word - s.Any(at - 1).Word <= 1 && s.Any(at - 1).Is(s_joins)) return true;
        var before = s.Any(at).Start - 1;
        while (before >= 0 && text[before] is ' ' or '"' or '\'' or '*' or '“' or '(') before--;
        return before < 0 || text[before] is ':' or ',' or '-' or '–' or '—' or '>' or '#' or ']' or '\n' or '.' or '/' or '|';
    }

    /// <summary>"not to drop", "never skip".</summary>
    public static bool Negated(in Sentence s, int at)
    {
        for (var i = at - 1; i >= 0 && s.Any(at).Word - s.Any(i).Word <= 2; i--)
            if (s.Any(i).Is(Concept.Not)) return true;
        return false;
    }

    /// <summary>Whoever writes about an attack quotes it, names it and asks to learn of it; whoever makes one commands.</summary>
    public static int Temper(in Sentence s, ReadOnlySpan<char> text, int score, DetectionRule rule, int first, int last, int aboutBefore)
    {
        var quoted = s.Any(last).Quoted;
        if (quoted && s.About + aboutBefore > 0 || s.Any(first).Quoted != quoted && rule != InjectionRules.ReplySteering) return 0;
        if (quoted) score -= 12;
        if (s.About >= 2) score -= 30;
        for (var i = first - 1; i >= 0 && s.Any(first).Word - s.Any(i).Word <= 12; i--)
        {
            if (s.About == 1 && s.Any(i).Is(Concept.About)) score -= 20;
            if (s.Any(i).Is(Concept.Learn) && (rule == InjectionRules.Override || rule == InjectionRules.PromptLeak)) score -= 30;
        }
        // "Some attackers ask the bot to play a character without rules" tells of them.
        if (rule == InjectionRules.Jailbroken && first > 0)
            for (var i = 0; i < first; i++)
                if (s.Any(i).Is(Concept.Hostile) && !s.Any(i).Is(Concept.Unbound)) return 0;
        if (rule == InjectionRules.Encoded && (s.Cues & Cue.Obey) == 0 && (s.Union & (Concept.Follow | Concept.Run)) == 0 && !Quotes(text[s.Any(last).End..])) score -= 20;
        if (rule == InjectionRules.Override || rule == InjectionRules.PromptLeak)
            if (OfDocument(text[s.Any(last).End..])) score -= 40;
        if (first > 0 && s.Any(first - 1).Is(Concept.To) && s.Any(first).Word - s.Any(first - 1).Word == 1) score -= 25;
        return score;
    }

    /// <summary>What stands from one index to another is a sentence that somebody wrote: no code, no table, no markup.</summary>
    public static bool IsProse(ReadOnlySpan<char> text, int start, int end)
    {
        if (start > 0 && text[start - 1] is '_' or '.' or ':' or '-' or '/' or '$' or '=' or '{' or '[' or '@' or '(' or '&' && start > 0) return false;
        if (end < text.Length && text[end] is '_' or '=' or '(' or '{' or '[' or '@' or '\\' && end < text.Length) return false;
        var span = text[start..end];
        return span.IndexOfAny(s_code) < 0 && span.Count('\n') <= 2;
    }

    /// <summary>Nothing follows that "above" or "before" could belong to: not "above the fold", "above into the file".</summary>
    public static bool Closes(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != ' ') return true;
        rest = rest[1..];
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end])) end++;
        return rest[..end] is "" or "this" or "that" or "my" or "mine" or "verbatim" or "exactly" or "word" or "starting" or "beginning" or "and" or "as" or "in" or "to" or "inside" or "here" or "please"
            && !rest.StartsWith("in the", StringComparison.Ordinal) && !rest.StartsWith("to the", StringComparison.Ordinal);
    }

    /// <summary>Something is given that could be decoded: a colon or a quotation mark follows soon.</summary>
    public static bool Quotes(ReadOnlySpan<char> rest) => rest[..Math.Min(rest.Length, 120)].IndexOfAny(s_quotes) >= 0;

    /// <summary>What was named belongs to a document or a program, not to the reader: "in the README", "from docs/setup.md", "template", "size".</summary>
    public static bool OfDocument(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != ' ') return false;
        var word = Next(ref rest);
        if (word is "template" or "templates" or "file" or "files" or "builder" or "builders" or "class" or "constant" or "variable" or "size" or "length" or "loader" or "component" or "tests" or "defined" or "stored"
            or "loaded" or "kept" or "set" or "built") return true;
        if (word is not ("for" or "in" or "from" or "of" or "at" or "on" or "under")) return false;
        word = Next(ref rest);
        if (word is "the" or "our" or "its" or "their" or "this" or "that") word = Next(ref rest);
        return Names(word, rest);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(' ');
        var end = 0;
        while (end < rest.Length && rest[end] is not (' ' or ',' or ';' or '\n' or ')' or ':' or '"' or '?' or '!')) end++;
        var word = rest[..end];
        rest = rest[end..];
        return word;
    }

    /// <summary>A path or a file's name, or what documents are called.</summary>
    private static bool Names(ReadOnlySpan<char> word, ReadOnlySpan<char> rest) =>
        word.Contains('/') && !word.Contains("//", StringComparison.Ordinal) || word[..Math.Max(0, word.Length - 1)].Contains('.') || word is "README" or "readme" or "docs" or "documentation" or "wiki" or "ticket" or "issue" or "PR" or "guide" or "repo"
            or "repository" or "folder" or "package" or "changelog" or "manual" or "Dockerfile" or "Makefile" or "handbook" || word is "old" or "outdated" && Names(Next(ref rest), rest);

    /// <summary>Two words in a row that each begin with one capital.</summary>
    public static bool HoldsName(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i + 1 < text.Length && char.IsLetter(text[i + 1])) i++;
            var named = char.IsUpper(text[start]) && i - start >= 2 && char.IsLower(text[start + 1]) && char.IsLower(text[i]);
            capitals = !named ? 0 : start > 0 && text[start - 1] == ' ' && capitals > 0 ? capitals + 1 : 1;
            if (capitals == 2) return true;
        }
        return false;
    }
}
