namespace Sallyport.Cli.Words;

/// <summary>What the help of a verb says, for whoever makes something else of it. The help is the one place where it is written.</summary>
internal static class HelpText
{
    /// <summary>The options a verb speaks of, in order.</summary>
    public static IEnumerable<string> Options(Verb verb) => verb.Help
        .Split([' ', '\n', '\r', '[', ']', '|', '(', ')', ',', '.', ':', ';', '\'', '"', '=', '…', '·'], StringSplitOptions.RemoveEmptyEntries)
        .Where(static w => w.StartsWith("--", StringComparison.Ordinal) && w.Length > 2)
        .Distinct(StringComparer.Ordinal);

    /// <summary>The words that may follow the verb: <c>audit verify</c>, <c>rules list</c>.</summary>
    public static IEnumerable<string> Words(Verb verb)
    {
        var begin = $"sallyport {verb.Name} ";
        return verb.Help.Split('\n')
            .SelectMany(line => line.Split('|').Length > 1 && !line.Contains(begin, StringComparison.Ordinal) ? [] : line.Split(begin).Skip(1))
            .Select(static rest => rest.Split([' ', ']', '\r'], 2)[0])
            .Concat(verb.Help.Split('\n').Where(static l => l.StartsWith("  ", StringComparison.Ordinal) && l.Length > 2
                && char.IsAsciiLetterLower(l[2])).Select(static l => l.Trim().Split(' ', 2)[0]))
            .Where(static w => w.Length > 1 && w.All(static c => char.IsAsciiLetterLower(c) || c == '-') && char.IsAsciiLetterLower(w[0]))
            .Where(static w => w is not ("sallyport" or "all" or "by" or "to" or "the"))
            .Distinct(StringComparer.Ordinal);
    }
}
