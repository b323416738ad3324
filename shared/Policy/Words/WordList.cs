namespace Sallyport.Policy.Words;

/// <summary>One word of a rule in words.</summary>
/// <param name="Text">As typed, quotes removed.</param>
/// <param name="Quoted">True where it stood in quotes.</param>
internal readonly record struct RuleWord(string Text, bool Quoted)
{
    /// <summary>For comparing; a quoted text is never a keyword.</summary>
    public string Key { get; } = Quoted ? "" : Text.ToLowerInvariant();
}

/// <summary>Takes a rule in words apart.</summary>
internal static class WordList
{
    /// <summary>The words; null where a quote is left open.</summary>
    public static List<RuleWord>? Of(string text)
    {
        var words = new List<RuleWord>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || c is ',' or ';')
            {
                i++;
                continue;
            }
            if (c is '"' or '\'' or '`' or '“')
            {
                var end = text.IndexOf(c == '“' ? '”' : c, i + 1);
                if (end < 0) return null;
                if (end > i + 1) words.Add(new RuleWord(text[(i + 1)..end], true));
                i = end + 1;
                continue;
            }
            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not (',' or ';' or '"' or '`' or '“')) i++;
            var word = text[start..i].TrimEnd('.', '!', ':');
            if (word.Length == 0 && text[start] == '.') word = ".";
            if (word.Length > 0) words.Add(new RuleWord(word.Replace('’', '\''), false));
        }
        return words;
    }
}
