using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Shell;

namespace Sallyport.Cli.Explain;

/// <summary>The reading of a command as a tree for people.</summary>
internal static class ExplainText
{
    public static void Write(TextWriter to, BuiltInVerdict verdict)
    {
        var analysis = verdict.Analysis ?? new CommandAnalysis();
        if (analysis.Error is { } error) to.WriteLine($"not read: {Safe(error.Message)} at {error.Position}");
        if (analysis.BudgetExhausted) to.WriteLine("not read to the end: too large or too deep");
        var written = new HashSet<Effect>(ReferenceEqualityComparer.Instance);
        foreach (var run in analysis.Runs)
        {
            to.WriteLine(Safe(string.Join(' ', run.Argv.Select(Word))));
            if (run.Wrappers.Count > 0) to.WriteLine($"│  inside {Safe(string.Join(" › ", run.Wrappers))}");
            if (run.Cwd is null) to.WriteLine("│  in a directory that is not known");
            if (run.Elsewhere) to.WriteLine("│  on another machine or in a container");
            foreach (var effect in analysis.Effects)
                if (ReferenceEquals(effect.By, run) && written.Add(effect)) Effect(to, effect, verdict);
        }
        foreach (var effect in analysis.Effects)
            if (written.Add(effect)) Effect(to, effect, verdict);
        foreach (var unknown in analysis.Unknowns) to.WriteLine($"?  {Safe(unknown.What)}");
        foreach (var request in verdict.Wanted.Where(request => request.WantContent)) to.WriteLine($"?  {Safe(request.Path)} was not read");
        to.WriteLine();
        to.WriteLine("verdict: " + verdict.Strictest.Verdict.Word());
        foreach (var judgement in verdict.All.Where(judgement => judgement.Verdict > Verdict.Allow))
        {
            to.WriteLine($"  {judgement.Verdict.Word()} {judgement.Rule}: {Safe(judgement.Reason)}");
            if (judgement.Suggest is { } suggest) to.WriteLine($"    try: {Safe(suggest)}");
        }
    }

    private static void Effect(TextWriter to, Effect effect, BuiltInVerdict verdict)
    {
        to.WriteLine($"├─ {Safe(Line(effect))}");
        foreach (var (matched, rule, action) in verdict.Matches)
            if (ReferenceEquals(matched, effect)) to.WriteLine($"│    {action.Word()}: {rule.Id}");
    }

    public static string Line(Effect effect)
    {
        var line = effect.Kind.ToString();
        if (effect.Target.Name.Length > 0) line += " " + effect.Target.Name;
        if (effect.Recursive) line += " and all below";
        if (effect.Forced) line += ", unasked";
        if (effect.Detail.Length > 0) line += $" [{effect.Detail}]";
        if (!effect.Target.Known) line += " (not wholly known)";
        return line;
    }

    private static string Word(Word word)
    {
        var text = word.ToString();
        return text.Length == 0 || text.AsSpan().IndexOfAny(" \t\n'\"") >= 0 ? "'" + text + "'" : text;
    }

    private static string Safe(string text) => Sanitize.ForTerminal(text.Length > 400 ? text[..400] + "…" : text);
}
