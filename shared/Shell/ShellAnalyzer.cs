using System.Buffers;
using Sallyport.Shell.Code;
using Sallyport.Shell.Commands;

namespace Sallyport.Shell;

/// <summary>Reads a command as the shell would and says what it would do.</summary>
public static class ShellAnalyzer
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\"'`$\\|&;<>(){}*?[]#~!\n");

    /// <summary>Analyses <paramref name="text"/> with nothing but the facts given.</summary>
    public static CommandAnalysis Analyze(string text, CodeLanguage language, ObservedFacts facts, AnalysisLimits? limits = null)
    {
        limits ??= AnalysisLimits.Default;
        if (text.Length > limits.MaxLength) return new CommandAnalysis { BudgetExhausted = true };
        if (language != CodeLanguage.Shell)
        {
            var by = new CommandRun { Argv = [Word.Of(language.ToString())], Cwd = facts.Cwd };
            var reading = CodeReader.Read(new NestedCode(language, Word.Of(text), ""), by, facts);
            return new CommandAnalysis { Runs = reading.Runs, Effects = reading.Effects, Unknowns = reading.Unknowns, Wanted = reading.Wanted };
        }

        // Plain words only until the parser lands: whatever needs the shell's grammar is an error, never a pass.
        var special = text.AsSpan().IndexOfAny(Special);
        if (special >= 0) return new CommandAnalysis { Error = new ShellError("not understood", special) };
        var words = text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return new CommandAnalysis();
        var run = new CommandRun { Argv = [.. words.Select(Word.Of)], Cwd = facts.Cwd, Start = 0, Length = text.Length };
        var meaning = CommandCatalog.Describe(run, facts);
        return new CommandAnalysis
        {
            Runs = [run, .. meaning.Runs],
            Effects = meaning.Effects,
            Wanted = meaning.Wanted,
            Unknowns = meaning.Understood ? [] : [new Unknown($"program {words[0]}", 0)],
        };
    }
}
