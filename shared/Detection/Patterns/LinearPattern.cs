using System.Diagnostics.CodeAnalysis;

namespace Sallyport.Detection.Patterns;

/// <summary>
/// A pattern people write in policy, matched in time proportional to text × pattern whatever either of them is: all ways to match are
/// followed at once, none is tried after another, so there is nothing to blow up. The language is the part of regular expressions
/// that allows this: literals, classes, <c>\d \w \s \D \W \S</c>, <c>.</c>, <c>* + ? {n} {n,} {n,m}</c> and their lazy forms,
/// <c>|</c>, groups, <c>^ $ \b \B</c>, and the flags <c>(?i)</c>, <c>(?m)</c>, <c>(?s)</c> at the front. No back-references, no look-around.
/// </summary>
public sealed class LinearPattern
{
    /// <summary>The longest pattern accepted.</summary>
    public const int MaxLength = 4_096;

    /// <summary>The most steps a pattern may compile to: bounded repetitions multiply.</summary>
    public const int MaxSteps = 8_192;

    private readonly PatternProgram _program;

    private LinearPattern(string source, PatternProgram program) => (Source, _program) = (source, program);

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="PatternException">It is not one; the message says why and <see cref="PatternException.Position"/> where.</exception>
    public static LinearPattern Compile(string pattern, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var (root, flags) = PatternParser.Parse(pattern, ignoreCase);
        return new LinearPattern(pattern, PatternProgram.From(root, flags));
    }

    /// <summary>Reads a pattern, or says what is wrong with it.</summary>
    public static bool TryCompile(string pattern, bool ignoreCase, [NotNullWhen(true)] out LinearPattern? compiled, [NotNullWhen(false)] out PatternException? wrong)
    {
        try
        {
            (compiled, wrong) = (Compile(pattern, ignoreCase), null);
            return true;
        }
        catch (PatternException problem)
        {
            (compiled, wrong) = (null, problem);
            return false;
        }
    }

    /// <summary>Whether the pattern matches anywhere in the text.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => TryFind(text, 0, out _, out _);

    /// <summary>Whether the pattern matches the text from its first to its last character.</summary>
    public bool IsWholeMatch(ReadOnlySpan<char> text) => PatternMatcher.Whole(_program, text);

    /// <summary>The first match at or after an index; of those that start there, the one the order of the pattern prefers.</summary>
    public bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end) =>
        TryFind(text, from, out start, out end, out _);

    /// <summary>The same, and how far the text was read to be sure.</summary>
    internal bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end, out int reached) =>
        PatternMatcher.Find(_program, text, from, out start, out end, out reached);

    /// <inheritdoc/>
    public override string ToString() => Source;
}
