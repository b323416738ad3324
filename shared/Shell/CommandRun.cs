namespace Sallyport.Shell;

/// <summary>How a redirection opens its target.</summary>
public enum RedirectionKind : byte
{
    /// <summary><c>&lt; file</c></summary>
    Read,

    /// <summary><c>&gt; file</c>, <c>&gt;| file</c>, <c>&amp;&gt; file</c>: truncates, then writes.</summary>
    Write,

    /// <summary><c>&gt;&gt; file</c>, <c>&amp;&gt;&gt; file</c></summary>
    Append,

    /// <summary><c>&lt;&gt; file</c></summary>
    ReadWrite,

    /// <summary>Here-document or here-string; the target is the text itself.</summary>
    Text,

    /// <summary><c>n&gt;&amp;m</c>, <c>n&lt;&amp;-</c>: no file is opened.</summary>
    Duplicate,
}

/// <summary>One redirection of a simple command, target expanded.</summary>
/// <param name="Descriptor">The file descriptor (0 stdin, 1 stdout, 2 stderr; -1 both 1 and 2; -2 a descriptor the shell picks).</param>
/// <param name="Kind">How it is opened.</param>
/// <param name="Target">The file, or the text of a here-document, or the descriptor duplicated.</param>
public readonly record struct Redirection(int Descriptor, RedirectionKind Kind, Word Target);

/// <summary>What a command finds on its standard input.</summary>
public enum InputKind : byte
{
    /// <summary>Whatever the shell itself has: in Codex nothing, or a terminal that can be typed into.</summary>
    Inherited,

    /// <summary>Text known in full: <see cref="Input.Text"/>.</summary>
    Text,

    /// <summary>The output of the commands before it in a pipeline, which is not known as text.</summary>
    Pipe,

    /// <summary>A file: <see cref="Input.Text"/> is its path.</summary>
    File,
}

/// <summary>The standard input of a command.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text, or the path of the file; for a pipe what is known of its text, unknown pieces in between; null where nothing is known.</param>
/// <param name="From">For a pipe: the runs whose output arrives here, nearest last.</param>
public sealed record Input(InputKind Kind, Word? Text = null, IReadOnlyList<CommandRun>? From = null)
{
    /// <summary>Nothing was redirected or piped.</summary>
    public static readonly Input Inherited = new(InputKind.Inherited);
}

/// <summary>
/// One program the shell would start (or one builtin it would run), with everything expanded that can be known.
/// Produced by the evaluator for each simple command, and again for each command found inside a wrapper,
/// a nested script or an interpreter's code.
/// </summary>
public sealed record CommandRun
{
    /// <summary>The program and its arguments. Never empty.</summary>
    public required IReadOnlyList<Word> Argv { get; init; }

    /// <summary>Assignments before the command, and those of <c>env</c>: name and value.</summary>
    public IReadOnlyList<KeyValuePair<string, Word>> Environment { get; init; } = [];

    /// <summary>Redirections in order.</summary>
    public IReadOnlyList<Redirection> Redirections { get; init; } = [];

    /// <summary>Standard input, after pipes and redirections.</summary>
    public Input Input { get; init; } = Input.Inherited;

    /// <summary>
    /// Process substitutions among its words: the text of the unknown piece that stands in <see cref="Argv"/> or a redirection
    /// (<c>&lt;(curl …)</c>), and what is read there; so too descriptors that are open, by the path that names them (<c>/dev/fd/3</c>).
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, Input>> Feeds { get; init; } = [];

    /// <summary>What is read where a word names a process substitution or an open descriptor (<c>/dev/fd/3</c>); null where it names neither.</summary>
    public Input? Feed(Word word)
    {
        if (word.Pieces is not [var piece]) return null;
        foreach (var feed in Feeds)
            if (feed.Key == piece.Text) return feed.Value;
        return null;
    }

    /// <summary>The directory it runs in; null where a <c>cd</c> to an unknown place came before.</summary>
    public string? Cwd { get; init; }

    /// <summary>What it was unwrapped from, outermost first: <c>sudo</c>, <c>xargs</c>, <c>bash -c</c>, <c>python -c</c> …</summary>
    public IReadOnlyList<string> Wrappers { get; init; } = [];

    /// <summary>Where it stands in the outermost text, in UTF-16 units; -1 where it stands only in generated text.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Length of its source text; 0 where unknown.</summary>
    public int Length { get; init; }

    /// <summary>True when stdout is a pipe into another command, or captured by a substitution.</summary>
    public bool OutputCaptured { get; init; }

    /// <summary>What keeps the output that a substitution captures: <c>export</c>, <c>env</c>, <c>=</c> for a plain assignment; null where it may be shown.</summary>
    public string? KeptBy { get; init; }

    /// <summary>True when another user runs it (sudo, su, doas) or it runs on another machine or in a container: local paths may not be meant.</summary>
    public bool Elsewhere { get; init; }

    /// <summary>True where nobody knows whether it runs at all: it stands behind a condition.</summary>
    public bool Perhaps { get; init; }

    /// <summary>Which list of nothing but <c>&amp;&amp;</c> it stands in: what comes later in the same one runs only where this succeeded. 0 for none.</summary>
    public int Chain { get; init; }

    /// <summary>The program's base name in lower case without <c>.exe</c>, or null where it is unknown.</summary>
    public string? Program => Argv[0].Known is { Length: > 0 } known ? ProgramName(known) : null;

    /// <summary>Base name of a program path: <c>/usr/bin/RM.exe</c> is <c>rm</c>.</summary>
    public static string ProgramName(string path)
    {
        var name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1);
        if (name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase)) name = name[..^4];
        return name.ToString().ToLowerInvariant();
    }
}
