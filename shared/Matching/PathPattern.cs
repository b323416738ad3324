using Sallyport.Shell;

namespace Sallyport.Matching;

/// <summary>
/// A pattern of paths, made absolute. A pattern without a wildcard means that file, or that folder and everything in it;
/// <c>*</c> stays within a segment, <c>**</c> does not. <c>~</c> and <c>$HOME</c> are the person's home, a relative pattern
/// starts at the workspace.
/// </summary>
internal sealed class PathPattern
{
    private readonly string _text;
    private readonly bool _ignoreCase;

    /// <summary>True where it stands for one path and what is below it.</summary>
    public bool Literal { get; }

    private PathPattern(string text, bool ignoreCase)
    {
        _text = text;
        _ignoreCase = ignoreCase;
        Literal = !Glob.IsGlob(text);
    }

    /// <summary>Makes the pattern absolute against the workspace.</summary>
    public static PathPattern Of(string pattern, ObservedFacts facts) => Of(pattern, facts, facts.Workspace);

    /// <summary>Makes the pattern absolute against <paramref name="folder"/>.</summary>
    public static PathPattern Of(string pattern, ObservedFacts facts, string folder) =>
        new(Paths.Absolute(pattern, folder, facts.Home, facts.Windows), facts.Windows);

    /// <summary>A pattern that begins with <c>**</c> and means any place on the machine.</summary>
    public static PathPattern Anywhere(string pattern, ObservedFacts facts) =>
        new(facts.Windows ? pattern.Replace('\\', '/') : pattern, facts.Windows);

    /// <summary>True where the pattern means <paramref name="path"/>, which is absolute and normalised.</summary>
    public bool Covers(ReadOnlySpan<char> path) =>
        Literal ? Paths.IsWithin(path, _text, _ignoreCase) : Glob.Path(_text, path, _ignoreCase);

    /// <summary>True where the pattern means everything below <paramref name="folder"/> as well.</summary>
    public bool CoversTree(ReadOnlySpan<char> folder) =>
        Literal ? Paths.IsWithin(folder, _text, _ignoreCase)
        : _text == "**" || (_text.EndsWith("/**", StringComparison.Ordinal) && Glob.Path(_text, folder, _ignoreCase));

    /// <summary>
    /// True where the pattern means <paramref name="path"/>, may mean it where the path itself holds wildcards, or, with
    /// <paramref name="tree"/>, means something below it.
    /// </summary>
    public bool Meets(ReadOnlySpan<char> path, bool tree)
    {
        if (Covers(path)) return true;
        if (Glob.IsGlob(path) && GlobMeeting.Paths(Literal ? _text + "/**" : _text, path, _ignoreCase)) return true;
        return tree && GlobMeeting.Paths(_text, string.Concat(path, path.EndsWith("/") ? "**" : "/**"), _ignoreCase);
    }

    /// <summary>True where every path that <paramref name="narrower"/> means is meant here too. Where that is not plain to see: false.</summary>
    public bool Covers(PathPattern narrower)
    {
        if (_text == narrower._text || _text == "**") return true;
        if (narrower.Literal) return CoversTree(narrower._text);
        var root = Literal ? _text : _text.EndsWith("/**", StringComparison.Ordinal) && !Glob.IsGlob(_text.AsSpan()[..^3]) ? _text[..^3] : null;
        return root is not null && Paths.IsWithin(narrower._text, root, _ignoreCase);
    }

    /// <inheritdoc />
    public override string ToString() => _text;
}
