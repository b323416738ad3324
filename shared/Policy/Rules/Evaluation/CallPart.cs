using Sallyport.Shell;

namespace Sallyport.Policy.Rules.Evaluation;

/// <summary>
/// One effect of one command of a call: the unit that rules are held against, so that a rule for <c>git status</c> says nothing about
/// the rest of <c>git status &amp;&amp; curl x</c>.
/// </summary>
/// <param name="Tool">Canonical name of the tool; <c>apply_patch</c> also where a shell runs it.</param>
/// <param name="Run">The command; null where the call is none.</param>
/// <param name="Effect">The effect; null where none is known.</param>
/// <param name="RunEffects">All effects of the command.</param>
/// <param name="Idle">True where the default need not speak: it changes nothing, or what it starts is judged by itself.</param>
internal readonly record struct CallPart(string Tool, CommandRun? Run, Effect? Effect, IReadOnlyList<Effect> RunEffects, bool Idle)
{
    /// <summary>The command's words, quotes removed and joined by single blanks.</summary>
    public string? Words => Run is null ? null : string.Join(' ', Run.Argv);
}
