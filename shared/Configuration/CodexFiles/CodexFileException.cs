namespace Sallyport.Configuration.CodexFiles;

/// <summary>A file of Codex's that cannot be understood, and so is left as it is.</summary>
/// <param name="file">Its path.</param>
/// <param name="line">The line of the fault, from 1.</param>
/// <param name="what">What is wrong there.</param>
internal sealed class CodexFileException(string file, int line, string what)
    : IOException($"{file}:{line}: {what}. Nothing was changed.")
{
    /// <summary>The line of the fault, from 1.</summary>
    public int Line { get; } = line;
}
