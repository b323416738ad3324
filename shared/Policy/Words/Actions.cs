namespace Sallyport.Policy.Words;

/// <summary>The words for what a rule does. "Do not allow" denies; "do not deny" can be read two ways and so does nothing.</summary>
internal static class Actions
{
    /// <summary>The action that begins at a word.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="action">The action; null where it can be read two ways.</param>
    /// <param name="length">How many words it takes.</param>
    public static bool At(IReadOnlyList<RuleWord> words, int at, out Verdict? action, out int length)
    {
        var negation = Negation(words, at);
        length = negation;
        action = null;
        if (at + negation >= words.Count) return false;
        var word = words[at + negation].Key;
        var next = at + negation + 1 < words.Count ? words[at + negation + 1].Key : "";
        if (negation > 0)
        {
            length++;
            if (Allows(word) || word is "run" or "use" or "let" or "call" or "execute") action = Verdict.Deny;
            else if (!Denies(word) && !Asks(word) && word is not ("warn" or "require" or "requires" or "need" or "needs")) return false;
            return true;
        }
        length = 1;
        if (Denies(word)) action = Verdict.Deny;
        else if (Asks(word))
        {
            action = Verdict.Ask;
            if (next is "for" or "before" or "about" or "me" or "first") length = 2;
        }
        else if (word is "require" or "requires" or "need" or "needs" && next is "approval" or "confirmation") (action, length) = (Verdict.Ask, 2);
        else if (word is "approval" or "confirmation" && next is "required" or "needed") (action, length) = (Verdict.Ask, 2);
        else if (word is "warn") (action, length) = (Verdict.Warn, next is "about" or "of" or "on" ? 2 : 1);
        else if (Allows(word)) action = Verdict.Allow;
        return action is not null;
    }

    // "not", "never", "do not", "don't", "must not", "no longer"
    private static int Negation(IReadOnlyList<RuleWord> words, int at)
    {
        var word = words[at].Key;
        var next = at + 1 < words.Count ? words[at + 1].Key : "";
        if (word is "do" or "does" or "must" or "should" or "may" or "can" or "shall" or "is" or "are" && next is "not" or "never") return 2;
        if (word is "no" && next is "longer") return 2;
        return word is "not" or "never" or "don't" or "dont" or "cannot" or "can't" or "mustn't" or "shouldn't" or "without" ? 1 : 0;
    }

    private static bool Denies(string word) => word is "deny" or "denied" or "block" or "blocked" or "forbid" or "forbidden" or "disallow" or "disallowed"
        or "prohibit" or "prohibited" or "reject" or "refuse" or "stop" or "ban";

    private static bool Asks(string word) => word is "ask" or "hold" or "require_approval" or "confirm";

    private static bool Allows(string word) => word is "allow" or "allowed" or "permit" or "permitted" or "enable" or "whitelist" or "allowlist";
}
