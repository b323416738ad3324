namespace Sallyport.Policy.Words;

/// <summary>What came of reading rules in words.</summary>
/// <param name="Rules">The rules, without ids, the strictest first.</param>
/// <param name="Problem">Why nothing was understood; null where all was.</param>
internal readonly record struct RuleReading(IReadOnlyList<RuleDraft> Rules, string? Problem);

/// <summary>
/// Reads <c>deny Bash for payment data</c> and the like. Every word must be understood: a rule that its author did not mean is worse than
/// none, so one word too many and nothing is made of it.
/// </summary>
internal static class RuleWords
{
    private const string NoAction = "It does not say what to do: deny, ask, warn or allow. Nothing was changed.";

    /// <summary>Reads one or more rules.</summary>
    public static RuleReading Read(string text)
    {
        if (WordList.Of(text) is not { } words) return Fail("A quote is left open; nothing was changed.");
        var drafts = new List<RuleDraft>();
        var before = new List<RuleWord>();
        for (var at = 0; at < words.Count;)
        {
            if (!Actions.At(words, at, out var action, out var length))
            {
                if (drafts.Count == 0)
                {
                    before.Add(words[at++]); // "secrets: never allow": what stands in front belongs to the first action
                    continue;
                }
                var taken = drafts[^1].Take(words, at);
                if (taken == 0) return NotUnderstood(words[at]);
                at += taken;
                continue;
            }
            if (action is not { } does) return Fail($"'{Show(words, at, length)}' can be read two ways; nothing was changed. Say deny, ask, warn or allow.");
            if (drafts.Count > 0 && !drafts[^1].Speaks) return Fail($"It is not clear whether to {drafts[^1].Action.Word()} or to {does.Word()}; nothing was changed.");
            drafts.Add(new RuleDraft { Action = does });
            at += length;
        }
        if (drafts.Count == 0) return Fail(NoAction);
        for (var at = 0; at < before.Count;)
        {
            var taken = drafts[0].Take(before, at);
            if (taken == 0) return NotUnderstood(before[at]);
            at += taken;
        }
        if (drafts.Exists(draft => !draft.Speaks)) return Fail("It does not say of which tool, command, path, host or data. Nothing was changed.");
        // The first rule that matches decides: the strictest stands first, or what is denied would be allowed by the rule before it.
        return new RuleReading([.. drafts.OrderByDescending(draft => (int)draft.Action)], null);
    }

    /// <summary>The action of one word, or null.</summary>
    public static Verdict? Action(string word) => Actions.At([new RuleWord(word, false)], 0, out var action, out _) ? action : null;

    private static string Show(List<RuleWord> words, int at, int length) => Sanitize.ForTerminal(string.Join(' ', words.Skip(at).Take(length).Select(word => word.Text)));

    private static RuleReading NotUnderstood(RuleWord word) =>
        Fail($"'{Sanitize.ForTerminal(word.Text)}' is not understood; nothing was changed. Put commands and paths into quotes, or write the rule as JSON.");

    private static RuleReading Fail(string problem) => new([], problem);
}
