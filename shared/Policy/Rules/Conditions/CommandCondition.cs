using Sallyport.Matching;
using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>What a simple command must be, wherever it stands in the text.</summary>
internal sealed record CommandCondition
{
    /// <summary>Patterns as in plans: any of these.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>Programs by base name: any of these.</summary>
    public IReadOnlyList<string> Programs { get; init; } = [];

    /// <summary>Globs of words that must all be among the arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Effects: any of these.</summary>
    public IReadOnlyList<EffectKind> Effects { get; init; } = [];

    /// <summary>True where it speaks of effects alone.</summary>
    public bool OnlyEffects => Patterns.Count == 0 && Programs.Count == 0 && Arguments.Count == 0;

    /// <summary>True where the command, in this one effect of it, is as wanted.</summary>
    public bool Holds(CommandRun run, Effect? effect, ObservedFacts facts)
    {
        if (Effects.Count > 0 && (effect is null || !Effects.Has(effect.Kind))) return false;
        if (Programs.Count > 0 && (run.Program is not { } program || !Programs.Any(glob => Glob.Text(glob, program)))) return false;
        foreach (var glob in Arguments)
            if (!run.Argv.Skip(1).Any(word => word.Known is { } known && Fits(glob, known))) return false;
        return Patterns.Count == 0 || Patterns.Any(text => CommandPattern.Read(text, facts).Any(pattern => pattern.Fit(run) != PatternFit.None));
    }

    // --force also as --force=x; -f also inside -rf.
    private static bool Fits(string glob, string word)
    {
        if (Glob.Text(glob, word)) return true;
        if (glob.StartsWith("--", StringComparison.Ordinal)) return word.StartsWith(glob, StringComparison.Ordinal) && word[glob.Length] == '=';
        return glob.Length == 2 && glob[0] == '-' && word.Length > 2 && word[0] == '-' && word[1] != '-'
            && word.All(c => c == '-' || char.IsAsciiLetterOrDigit(c)) && word.Contains(glob[1], StringComparison.Ordinal);
    }
}
