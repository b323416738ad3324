namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>zsh's <c>*(e:code:)</c> runs its code for each name it finds.</summary>
    private void RunQualifier(string word, CommandRun run)
    {
        var at = word.IndexOf("(e", StringComparison.Ordinal) + 2;
        var end = at < word.Length ? word.IndexOf(word[at], at + 1) : -1;
        if (end > at + 1 && !char.IsAsciiLetterOrDigit(word[at])) RunInside("glob qualifier", Word.Of(word[(at + 1)..end].Trim('"', '\'')), run);
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
