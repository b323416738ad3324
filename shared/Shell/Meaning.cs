namespace Sallyport.Shell;

/// <summary>A language that code inside a command may be written in.</summary>
public enum CodeLanguage : byte
{
    /// <summary>POSIX sh or bash.</summary>
    Shell,
    /// <summary>PowerShell.</summary>
    PowerShell,
    /// <summary>cmd.exe.</summary>
    Cmd,
    /// <summary>Python.</summary>
    Python,
    /// <summary>JavaScript or TypeScript.</summary>
    JavaScript,
    /// <summary>Perl.</summary>
    Perl,
    /// <summary>Ruby.</summary>
    Ruby,
    /// <summary>PHP.</summary>
    Php,
    /// <summary>awk.</summary>
    Awk,
    /// <summary>sed.</summary>
    Sed,
    /// <summary>SQL as sent by a database client.</summary>
    Sql,
    /// <summary>A Makefile.</summary>
    Make,
    /// <summary>Lua.</summary>
    Lua,
}

/// <summary>Code that a command would run, to be read in its own language.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The code. Where part of it is unknown, what is known is still read.</param>
/// <param name="Wrapper">How it was reached, for <c>explain</c>: <c>bash -c</c>, <c>python -c</c>, <c>here-document into sh</c>.</param>
public sealed record NestedCode(CodeLanguage Language, Word Text, string Wrapper)
{
    /// <summary>Positional parameters (<c>$0</c> first), for shell code.</summary>
    public IReadOnlyList<Word> Arguments { get; init; } = [];

    /// <summary>The directory it runs in where that differs from the command's.</summary>
    public string? Cwd { get; init; }

    /// <summary>It may be no code at all: what cannot be read of it is unknown, and no fault of the command.</summary>
    public bool Guessed { get; init; }

    /// <summary>It runs as another user, in a container or on another machine.</summary>
    public bool Elsewhere { get; init; }
}

/// <summary>What one command means: its own effects, and the commands and code it would run in turn.</summary>
public sealed record CommandMeaning
{
    /// <summary>What it does itself.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Commands it starts (a wrapper's payload, <c>find -exec</c>, <c>xargs</c>).</summary>
    public IReadOnlyList<CommandRun> Runs { get; init; } = [];

    /// <summary>Code it runs (<c>sh -c</c>, <c>python -c</c>, a script).</summary>
    public IReadOnlyList<NestedCode> Code { get; init; } = [];

    /// <summary>What it prints, where that can be known (<c>echo</c>, <c>printf</c>, <c>base64 -d</c> of known text): used by <c>$(…)</c> and pipes.</summary>
    public Word? Output { get; init; }

    /// <summary>Facts that would make the answer surer.</summary>
    public IReadOnlyList<FactRequest> Wanted { get; init; } = [];

    /// <summary>False where the program is not in the catalogue: its effects are unknown, not none.</summary>
    public bool Understood { get; init; } = true;
}
