using Sallyport.Shell.Evaluation;

namespace Sallyport.Shell;

/// <summary>Reads a command as the shell would and says what it would do.</summary>
public static class ShellAnalyzer
{
    /// <summary>Analyses <paramref name="text"/> with nothing but the facts given.</summary>
    public static CommandAnalysis Analyze(string text, CodeLanguage language, ObservedFacts facts, AnalysisLimits? limits = null)
    {
        limits ??= AnalysisLimits.Default;
        if (text.Length > limits.MaxLength) return new CommandAnalysis { BudgetExhausted = true };
        var budget = new WorkBudget(limits);
        return language == CodeLanguage.Shell ? Evaluator.Shell(text, facts, budget) : Evaluator.Code(text, language, facts, budget);
    }
}
