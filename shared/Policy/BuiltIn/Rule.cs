using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn;

/// <summary>One rule of a pack: which effects it speaks of, what it says, and the cases that show it right.</summary>
/// <param name="Id">The pack's name, a dot, and a word: <c>filesystem.delete-system</c>.</param>
/// <param name="Kind">The kind of effect; <see cref="Also"/> holds the others.</param>
/// <param name="Action">What becomes of the call.</param>
/// <param name="Reason">One short sentence.</param>
internal sealed record Rule(string Id, EffectKind Kind, Verdict Action, string Reason)
{
    /// <summary>Other kinds of effect that the same is said of.</summary>
    public EffectKind[] Also { get; init; } = [];

    /// <summary>The details it is about, with blanks between; empty for any.</summary>
    public string Details { get; init; } = "";

    /// <summary>What must be true of the effect and its target besides; null for nothing more.</summary>
    public Func<Subject, bool>? When { get; init; }

    /// <summary>A safer command that itself passes; null where there is none.</summary>
    public string? Suggest { get; init; }

    /// <summary>Commands it must stop (or warn of), one a line; <c>⏎</c> stands for a line break, <c>PS&gt; </c> in front for PowerShell on Windows.</summary>
    public string True { get; init; } = "";

    /// <summary>Commands it must leave alone, one a line.</summary>
    public string False { get; init; } = "";

    /// <summary>The pack the rule belongs to.</summary>
    public string Pack => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>True when the rule speaks of this effect.</summary>
    public bool Matches(Subject subject)
    {
        if (!SpeaksOf(subject.Effect.Kind) && !(subject.Empties && SpeaksOf(EffectKind.Truncate))) return false;
        if (Details.Length > 0 && !Lists(Details, subject.Effect.Detail)) return false;
        return When is null || When(subject);
    }

    /// <summary>True when the rule is about effects of this kind.</summary>
    public bool SpeaksOf(EffectKind kind) => kind == Kind || Array.IndexOf(Also, kind) >= 0;

    private static bool Lists(string words, string word)
    {
        foreach (var range in words.AsSpan().Split(' '))
            if (words.AsSpan()[range].SequenceEqual(word)) return true;
        return false;
    }
}
