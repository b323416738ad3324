using System.Buffers;
using Sallyport.Shell;

namespace Sallyport.Matching;

/// <summary>How a command pattern fits a command.</summary>
internal enum PatternFit : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>A wildcard took words: what those words start in turn was not spelled out.</summary>
    Wild,

    /// <summary>Every word was spelled out.</summary>
    Exact,
}

/// <summary>
/// A pattern of one simple command, word by word: <c>*</c> is one word, a <c>*</c> at the end all the rest, a star inside a word
/// part of it, but no <c>/</c> (<c>**</c> also that, and so does a star in an URL). Quoted stars are stars.
/// A word that cannot be known fits only <c>*</c>.
/// </summary>
internal sealed class CommandPattern
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\"'`$\\|&;<>(){}?[]#~!\n\r=");
    private readonly Word[] _words;
    private readonly bool _rest;
    private readonly IReadOnlyList<KeyValuePair<string, Word>> _environment;

    /// <summary>The redirections the pattern spells out.</summary>
    public IReadOnlyList<Redirection> Redirections { get; }

    /// <summary>True where it spells out that something is written: <c>sed -i *</c>, <c>sort -o out *</c>, <c>find . -delete *</c>.</summary>
    public bool NamesWriting => _words.Any(word => word.Known is { } text && (text.StartsWith("-i", StringComparison.Ordinal) || text.StartsWith("-o", StringComparison.Ordinal)
        || text.StartsWith("--in-place", StringComparison.Ordinal) || text.StartsWith("--output", StringComparison.Ordinal)
        || text.StartsWith("-fprint", StringComparison.Ordinal) || text is "-delete" or "-fls"));

    /// <summary>The words of a command it fits that its wildcards took.</summary>
    public IReadOnlyList<Word> TakenOf(CommandRun run)
    {
        var taken = new List<Word>();
        for (var i = 0; i < run.Argv.Count; i++)
            if (i >= _words.Length || !Fits(_words[i], run.Argv[i], program: i == 0)) taken.Add(run.Argv[i]);
        return taken;
    }

    /// <summary>True where it ends in a wildcard that takes all the rest.</summary>
    public bool Rest => _rest;

    private CommandPattern(IReadOnlyList<Word> argv, IReadOnlyList<KeyValuePair<string, Word>> environment, IReadOnlyList<Redirection> redirections)
    {
        _rest = argv.Count > 0 && IsStar(argv[^1]);
        _words = _rest ? [.. argv.Take(argv.Count - 1)] : [.. argv];
        _environment = environment;
        Redirections = redirections;
    }

    /// <summary>The patterns that a text means: one for each simple command in it. None where it cannot be read; it then only fits as text.</summary>
    public static IReadOnlyList<CommandPattern> Read(string text, ObservedFacts facts)
    {
        if (text.AsSpan().IndexOfAny(Special) < 0)
        {
            var parts = text.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            return parts.Length == 0 ? [] : [new CommandPattern([.. parts.Select(Plain)], [], [])];
        }
        var analysis = ShellAnalyzer.Analyze(text, facts.Windows ? CodeLanguage.PowerShell : CodeLanguage.Shell, facts);
        if (analysis.Error is not null || analysis.BudgetExhausted) return [];
        var patterns = new List<CommandPattern>();
        foreach (var run in analysis.Runs)
            if (run.Wrappers.Count == 0) patterns.Add(new CommandPattern(run.Argv, run.Environment, run.Redirections));
        return patterns;
    }

    /// <summary>How the pattern fits the words and assignments of a command. Redirections are the caller's to compare.</summary>
    public PatternFit Fit(CommandRun run)
    {
        if (run.Argv.Count < _words.Length || (!_rest && run.Argv.Count != _words.Length)) return PatternFit.None;
        var fit = _rest && run.Argv.Count > _words.Length ? PatternFit.Wild : PatternFit.Exact;
        for (var i = 0; i < _words.Length; i++)
        {
            if (Fits(_words[i], run.Argv[i], program: i == 0)) continue;
            if (!FitsGlob(_words[i], run.Argv[i])) return PatternFit.None;
            fit = PatternFit.Wild;
        }
        foreach (var (name, value) in run.Environment)
            if (!Harmless(name) && !_environment.Any(own => own.Key == name && (IsStarValue(own.Value) || Fits(own.Value, value, program: false)))) return PatternFit.None;
        return fit;
    }

    /// <summary>How many leading words fit: the measure of the nearest pattern.</summary>
    public int Nearness(CommandRun run)
    {
        var count = 0;
        while (count < _words.Length && count < run.Argv.Count && (Fits(_words[count], run.Argv[count], count == 0) || FitsGlob(_words[count], run.Argv[count]))) count++;
        return count;
    }

    /// <summary>True where every command that <paramref name="narrower"/> fits, this one fits too. Where that is not plain to see: false.</summary>
    public bool Covers(CommandPattern narrower)
    {
        if (narrower._rest && !_rest) return false;
        if (narrower._words.Length < _words.Length || (!_rest && narrower._words.Length != _words.Length)) return false;
        for (var i = 0; i < _words.Length; i++)
        {
            var (own, other) = (_words[i], narrower._words[i]);
            if (IsStar(own) || own.Equals(other)) continue;
            if (!other.IsKnown || !(Fits(own, other, program: i == 0) || FitsGlob(own, other))) return false;
        }
        return narrower._environment.All(other => _environment.Any(own => own.Key == other.Key && (own.Value.Equals(other.Value) || IsStarValue(own.Value))))
            && narrower.Redirections.All(other => Redirections.Any(own => own == other));
    }

    private static bool IsStar(Word word) => word.Pieces.Count == 1 && word.Pieces[0] is { Kind: PieceKind.Glob, Text: "*" };

    // The shell expands no glob in an assignment, so there a star arrives as text.
    private static bool IsStarValue(Word word) => word.Known == "*";

    private static Word Plain(string word)
    {
        if (!word.Contains('*', StringComparison.Ordinal)) return Word.Of(word);
        var pieces = new List<Piece>();
        var from = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] != '*') continue;
            pieces.Add(new Piece(PieceKind.Literal, word[from..i]));
            pieces.Add(new Piece(PieceKind.Glob, "*"));
            from = i + 1;
        }
        pieces.Add(new Piece(PieceKind.Literal, word[from..]));
        return new Word(pieces);
    }

    private static bool Fits(Word pattern, Word word, bool program)
    {
        if (!pattern.IsKnown || !word.IsKnown) return false;
        return pattern.Known == word.Known || (program && SystemProgram(word.Known!) == pattern.Known);
    }

    // The same program by its full name, where only the system installs programs.
    private static string? SystemProgram(string path)
    {
        foreach (var folder in (ReadOnlySpan<string>)["/bin/", "/usr/bin/"])
            if (path.StartsWith(folder, StringComparison.Ordinal) && path.IndexOf('/', folder.Length) < 0) return path[folder.Length..];
        return null;
    }

    /// <summary>A pattern word with wildcards against a word: literal pieces stand for themselves, glob pieces for what they take.</summary>
    private static bool FitsGlob(Word pattern, Word word)
    {
        if (IsStar(pattern)) return true;
        if (word.HasUnknown || pattern.HasUnknown || !pattern.HasGlob) return false;
        var text = word.ToString();
        var shape = pattern.ToString();
        // A quoted star inside a word with an unquoted one is rare and would be read as a wildcard: such a pattern fits nothing but itself.
        if (pattern.Pieces.Any(piece => piece.Kind == PieceKind.Literal && Glob.IsGlob(piece.Text))) return shape == text;
        if (text.Contains("..", StringComparison.Ordinal) && !shape.Contains("..", StringComparison.Ordinal)) return false;
        if (shape.Contains("://", StringComparison.Ordinal)) return FitsUrl(shape, text);
        return shape.Contains("**", StringComparison.Ordinal) && !shape.Contains('/', StringComparison.Ordinal)
            ? Glob.Text(shape, text)
            : Glob.Path(shape, text);
    }

    // The star of an URL also takes slashes, but a star in the host takes no part of a path.
    private static bool FitsUrl(string shape, string text)
    {
        var host = shape.IndexOf('/', shape.IndexOf("://", StringComparison.Ordinal) + 3);
        var textHost = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? text.IndexOf('/', at + 3) : -1;
        if (host < 0 || textHost < 0) return host < 0 && textHost < 0 && text.IndexOfAny(['@', '?', '#', '\\']) < 0 && Glob.Text(shape, text);
        var authority = text.AsSpan(0, textHost);
        return authority.IndexOfAny("@?#\\") < 0 && Glob.Text(shape.AsSpan(0, host), authority) && Glob.Text(shape.AsSpan(host), text.AsSpan(textHost));
    }

    // Variables that change how output looks and nothing else.
    private static bool Harmless(string name) => name is "CI" or "NO_COLOR" or "FORCE_COLOR" or "CLICOLOR" or "CLICOLOR_FORCE" or "TERM"
        or "LANG" or "LANGUAGE" or "TZ" or "COLUMNS" or "LINES" || name.StartsWith("LC_", StringComparison.Ordinal);
}
