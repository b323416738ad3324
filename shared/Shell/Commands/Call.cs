namespace Sallyport.Shell.Commands;

/// <summary>A command being described: what it was called with, and what has been found out about it so far.</summary>
/// <param name="run">The command.</param>
/// <param name="facts">What was observed.</param>
/// <param name="program">Its program's base name.</param>
/// <param name="budget">What describing it may cost: every effect and every command started is paid for.</param>
internal sealed class Call(CommandRun run, ObservedFacts facts, string program, WorkBudget? budget = null)
{
    private const int EffectCost = 32;
    private bool? asksHelp;
    private List<Effect>? effects;
    private List<CommandRun>? runs;
    private List<NestedCode>? code;
    private List<FactRequest>? wanted;

    public CommandRun Run { get; } = run;

    public ObservedFacts Facts { get; } = facts;

    /// <summary>The program's base name.</summary>
    public string Program { get; } = program;

    /// <summary>What it prints, where that can be known.</summary>
    public Word? Output { get; set; }

    /// <summary>False where the catalogue does not know the program or this use of it.</summary>
    public bool Understood { get; set; } = true;

    public IReadOnlyList<Word> Argv => Run.Argv;

    public int Count => Run.Argv.Count;

    /// <summary>The arguments that are no options, as text.</summary>
    public List<string> Nouns()
    {
        // A loop: Select over another query is a generic virtual call, which costs a short process a tenth of a millisecond.
        var nouns = new List<string>();
        for (var i = 1; i < Argv.Count; i++)
            if (!Argv[i].KnownPrefix.StartsWith('-')) nouns.Add(Argv[i].ToString());
        return nouns;
    }

    /// <summary>The known text of an argument; null past the end or where it is not known.</summary>
    public string? Text(int index) => index < Argv.Count ? Argv[index].Known : null;

    /// <summary>True when the command only asks for help or its version.</summary>
    public bool AsksHelp => asksHelp ??= FindHelp();

    private bool FindHelp()
    {
        for (var i = 1; i < Argv.Count; i++)
        {
            if (Argv[i].Known == "--") return false;
            // Behind an option with a value it may be that value: `wget -O --help URL` writes a file of that name.
            if (Argv[i].Known is "--help" or "--version" or "-help" && !(Argv[i - 1].KnownPrefix is ['-', not '-'] or ['-', '-', ..] && Argv.Count > i + 1)
                // client noun verb --version 5: with a noun and a verb in front it says which one.
                && !(Argv[i].Known == "--version" && i > 2 && i + 1 < Argv.Count && Argv[i + 1].KnownPrefix is [not '-', ..] && char.IsAsciiLetter(Argv[1].KnownPrefix.AsSpan() is [var first, ..] ? first : '-'))) return true;
        }
        return Argv.Count == 2 && (Argv[1].Known is "-h" or "-V" or "-VV" or "-version" or "help" or "version" or "-?" or "/?" || (Argv[1].Known == "-v" && TellsVersion));
    }

    // To others, python, bash and mysql among them, -v alone is to say more, and they wait for what is typed.
    private bool TellsVersion => Program is "node" or "nodejs" or "bun" or "ts-node" or "tsx" or "ruby" or "irb" or "pry" or "perl" or "php" or "lua" or "luajit" or "julia"
        or "elixir" or "iex" or "groovy" or "raku" or "octave" or "gdb" or "lldb" or "expect" or "fish" or "redis-cli" or "valkey-cli" or "tmux" or "screen";

    /// <summary>True once there is nothing left to describe with: the command is refused as too large.</summary>
    public bool Exhausted => budget is { Exhausted: true };

    public void Add(EffectKind kind, Target target, string detail = "", bool recursive = false, bool forced = false) =>
        Add(new Effect(kind, target) { Detail = detail, Recursive = recursive, Forced = forced, By = Run });

    public void Add(EffectKind kind, string detail, TargetKind target = TargetKind.None, string name = "", bool forced = false) =>
        Add(kind, target == TargetKind.None ? Target.None : new Target(target, name), detail, false, forced);

    public void Add(Effect effect)
    {
        if (budget?.Expand(EffectCost + effect.Target.Name.Length) == false) return;
        (effects ??= []).Add(effect.By is null ? effect with { By = Run } : effect);
    }

    /// <summary>An effect on a path as the command would resolve it.</summary>
    public void Path(EffectKind kind, Word word, string detail = "", bool recursive = false, bool forced = false) =>
        Add(kind, PathText.Target(word, Run.Cwd, Facts), detail, recursive, forced);

    /// <summary>A change to something that lives outside the machine: a cluster, a cloud, a service, a database.</summary>
    public void Infrastructure(string detail, string resource, bool forced = false) =>
        Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, resource), detail, false, forced);

    /// <summary>A secret printed: to the model, or where something else takes it in. One asked for by its name is what stores of secrets are for.</summary>
    public void Shows(string what, bool named = false) => Add(EffectKind.Read, Run.OutputCaptured ? "secret-piped" : named ? "secret-named" : "secret-shown", TargetKind.Resource, what);

    /// <summary>A session that could be typed into.</summary>
    public void Session(string what)
    {
        // tools/script is somebody's script, whatever the system calls by that name; ./bash is a shell wherever it lies.
        if (Program is "script" or "screen" or "batch" or "at" && Argv[0].KnownPrefix is var name && name.Contains('/', StringComparison.Ordinal) && !name.Contains("bin/", StringComparison.Ordinal))
            Path(EffectKind.ExecuteUnknown, Argv[0], "script");
        else Add(EffectKind.OpenSession, new Target(TargetKind.Program, what), what);
    }

    /// <summary>A program or script that could not be read.</summary>
    public void Unknown(string detail, Word what) =>
        Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, what.ToString(), what.IsKnown), detail);

    /// <summary>A command this one starts.</summary>
    public void Start(IReadOnlyList<Word> argv, string wrapper, Func<CommandRun, CommandRun>? with = null)
    {
        if (argv.Count == 0 || budget?.Expand(EffectCost + argv.Sum(Size)) == false) return;
        var started = Run with { Argv = argv, Wrappers = [.. Run.Wrappers, wrapper], Redirections = [] };
        (runs ??= []).Add(with is null ? started : with(started));
    }

    private static int Size(Word word)
    {
        var size = 1;
        foreach (var piece in word.Pieces) size += piece.Text.Length;
        return size;
    }

    /// <summary>Pays for going through these words once more; false when there is nothing left to pay with.</summary>
    public bool Spend(IReadOnlyList<Word> words) => budget?.Expand(words.Sum(Size)) != false;

    /// <summary>Code this command runs.</summary>
    public void Nest(CodeLanguage language, Word text, string wrapper, IReadOnlyList<Word>? arguments = null, bool elsewhere = false) =>
        Nest(new NestedCode(language, text, wrapper) { Arguments = arguments ?? [], Elsewhere = elsewhere || Run.Elsewhere });

    /// <summary>A text that this command may run as shell code.</summary>
    public void Guess(string text, string wrapper, bool elsewhere = false) =>
        Nest(new NestedCode(CodeLanguage.Shell, Word.Of(text), wrapper) { Guessed = true, Elsewhere = elsewhere || Run.Elsewhere });

    public void Nest(NestedCode nested)
    {
        if (budget?.Expand(EffectCost) != false) (code ??= []).Add(nested);
    }

    /// <summary>Asks for a file's text; the fact where it was looked at already.</summary>
    public FileFact? Want(string path, bool content)
    {
        if (Facts.Files.TryGetValue(path, out var fact) && (!content || fact.Content is not null || fact.Kind != FileKind.File)) return fact;
        (wanted ??= []).Add(new FactRequest(path, content));
        return fact;
    }

    public CommandMeaning ToMeaning() => new()
    {
        Effects = effects ?? (IReadOnlyList<Effect>)[],
        Runs = runs ?? (IReadOnlyList<CommandRun>)[],
        Code = code ?? (IReadOnlyList<NestedCode>)[],
        Wanted = wanted ?? (IReadOnlyList<FactRequest>)[],
        Output = Output,
        Understood = Understood,
    };
}
