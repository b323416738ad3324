namespace Sallyport.Shell.Code;

/// <summary>Collects what a program was seen to do.</summary>
internal sealed class EffectSink(CommandRun by, ObservedFacts facts, string wrapper, Work work)
{
    private readonly List<Effect> effects = [];
    private readonly List<CommandRun> runs = [];
    private readonly List<NestedCode> code = [];
    private readonly List<Unknown> unknowns = [];
    private readonly List<FactRequest> wanted = [];
    private readonly HashSet<(EffectKind, Target, bool, string)> seen = [];
    private readonly HashSet<string> downloads = new(StringComparer.Ordinal);
    private readonly HashSet<string> seenRuns = new(StringComparer.Ordinal);

    public ObservedFacts Facts => facts;

    /// <summary>The directory the program stands in; null once it went where we cannot tell.</summary>
    public string? Cwd { get; set; } = by.Cwd;

    /// <summary>True where a backslash parts folders on every system, as in PowerShell.</summary>
    public bool EitherSlash { get; init; }

    public CommandRun By => by;

    /// <summary>What the program finds behind its own name: its arguments, where they are known.</summary>
    public IReadOnlyList<Word> Given { get; init; } = [];

    /// <summary>The script's own name; null for code that stands on a command line.</summary>
    public string? Script { get; init; }

    /// <summary>The script's path, seen from where it was started; null where there is none, or the place is not known.</summary>
    public string? ScriptPath => Script is null ? null : CodePath.Resolve(Word.Of(Script), by.Cwd, facts.Windows) is { Known: true } target ? target.Name : null;

    /// <summary>Variables that the shell has exported.</summary>
    public IReadOnlyDictionary<string, Word>? Exported { get; init; }

    /// <summary>The arguments as the languages name them, behind <paramref name="first"/>; open where they are not known.</summary>
    public ListValue Argv(params ReadOnlySpan<string> first)
    {
        if (Given.Count == 0) return new ListValue([], true);
        var items = new List<Value>();
        foreach (var name in first) items.Add(TextValue.Of(name));
        foreach (var word in Given) items.Add(new TextValue(word));
        return new ListValue(items, Given.Any(word => !word.IsKnown));
    }

    public CodeReading Reading => new()
    {
        Effects = effects,
        Runs = runs,
        Code = code,
        Unknowns = unknowns,
        Wanted = wanted,
        Steps = work.Spent,
        BudgetExhausted = work.Exhausted,
    };

    public void Add(EffectKind kind, Target target, string detail = "", bool recursive = false, bool forced = false)
    {
        if (kind == EffectKind.Write && detail == "overwrite") kind = EffectKind.Truncate; // what was there is lost
        if (detail == "download" && target.Known) downloads.Add(target.Name);
        if (!seen.Add((kind, target, recursive, detail))) return;
        if (effects.Count >= Work.MaxEffects) work.Exhaust();
        else effects.Add(new Effect(kind, target) { By = by, Detail = detail, Recursive = recursive, Forced = forced });
    }

    /// <summary>An effect on a path, or on each of several.</summary>
    public void Path(EffectKind kind, Value? path, string detail = "", bool recursive = false, bool forced = false)
    {
        switch (path)
        {
            case null:
                Add(kind, new Target(TargetKind.Path, "?", false), detail, recursive, forced);
                break;
            case ChoiceValue choice:
                foreach (var option in choice.Options) Path(kind, option, detail, recursive, forced);
                break;
            case ListValue list:
                foreach (var item in list.Items) Path(kind, item is ListValue ? UnknownValue.Nothing : item, detail, recursive, forced);
                if (list.Open) Path(kind, UnknownValue.Nothing, detail, recursive, forced);
                break;
            case ObjectValue { Subject: not null } made:
                Path(kind, made.Subject is ObjectValue ? UnknownValue.Nothing : made.Subject, detail, recursive, forced);
                break;
            case NumberValue: // an open descriptor
                break;
            default:
                var target = CodePath.Resolve(EitherSlash ? CodePath.Slashed(path.Text) : path.Text, Cwd, facts.Windows);
                var tree = target.Glob && target.Name.Contains("**", StringComparison.Ordinal);
                if (tree) target = target with { Name = target.Name.Replace("**", "*", StringComparison.Ordinal) };
                Add(kind, target, detail, recursive || tree, forced);
                break;
        }
    }

    /// <summary>Something is written to a file.</summary>
    public void Written(Value? path, Value? content, string detail)
    {
        Path(EffectKind.Write, path, Detail(content, detail));
        Kept(path, content);
    }

    /// <summary>A file that everything in the environment was written to holds whatever secrets are there.</summary>
    public void Kept(Value? path, Value? content)
    {
        if (path is not null && content?.Carried.HasFlag(Origin.WholeEnvironment) == true) Path(EffectKind.Write, path, "environment");
    }

    /// <summary>What is copied off another machine's shared folder is a download, under its own name where it comes into a folder.</summary>
    public void Copied(Value? source, Value? target)
    {
        if (source is ListValue list)
        {
            foreach (var item in list.Items)
                if (item is not ListValue) Copied(item, target);
            return;
        }
        if (source?.Text.ToString() is not { } from || !(from.StartsWith(@"\\", StringComparison.Ordinal) || (facts.Windows && from.StartsWith("//", StringComparison.Ordinal)))) return;
        var name = from[(from.LastIndexOfAny(['\\', '/']) + 1)..];
        var to = target?.Known ?? ".";
        var last = to[(to.LastIndexOfAny(['\\', '/']) + 1)..];
        var folder = last.Length == 0 || last.Trim('.').Length == 0 || (!last.Contains('.') && name.Contains('.'));
        Path(EffectKind.Write, TextValue.Of(!folder ? to : name.Contains('*') ? to.TrimEnd('\\', '/') : to.TrimEnd('\\', '/') + "/" + name), "download");
    }

    /// <summary>What came over the network is a download, however it is written.</summary>
    public static string Detail(Value? content, string otherwise) => content?.Carried.HasFlag(Origin.Network) == true ? "download" : otherwise;

    /// <summary>True where the program itself put what came over the network into this file.</summary>
    public bool Fetched(string path) => downloads.Contains(path);

    /// <summary>A link is made: what is done through it from here on is done to what it leads to.</summary>
    public void Link(Value? source, Value? link)
    {
        Path(EffectKind.Read, source, "link");
        if (Absolute(link) is not { } at || source?.Known is not { Length: > 0 } || effects.Count >= Work.MaxEffects)
        {
            Path(EffectKind.Write, link, "link");
            return;
        }
        var leads = CodePath.Resolve(source.Text, Commands.PathText.Parent(at), facts.Windows);
        effects.Add(new Effect(EffectKind.Write, new Target(TargetKind.Path, at)) { By = by, Detail = "link", LeadsTo = leads });
    }

    /// <summary>Processes that are ended; every one, and the first, are told apart.</summary>
    public void Kill(Value? process, bool forced = false)
    {
        var name = process?.Text.ToString() ?? "?";
        Add(EffectKind.Kill, new Target(TargetKind.Process, name, process?.Known is not null), name switch { "1" => "init", "-1" => "everything", _ => "" }, forced: forced);
    }

    public void Host(EffectKind kind, Value? host, string detail = "")
    {
        if (host is ChoiceValue choice)
        {
            foreach (var option in choice.Options) Host(kind, option, detail);
            return;
        }
        var text = host?.Text ?? Word.Unknown("?");
        Add(kind, new Target(TargetKind.Host, text.ToString(), !text.HasUnknown), detail);
    }

    /// <summary>A command line given to a shell.</summary>
    public void Shell(Value? text, string how, CodeLanguage language = CodeLanguage.Shell)
    {
        switch (text)
        {
            case ChoiceValue choice:
                foreach (var option in choice.Options) Shell(option, how, language);
                break;
            case null or UnknownValue or SymbolValue or DictValue or ObjectValue:
                NotKnown(text, how);
                break;
            case { Text: { HasUnknown: true } word } when word.KnownPrefix.Length == 0:
                NotKnown(text, how);
                Nest(text.Text, how, language);
                break;
            default:
                Nest(text.Text, how, language);
                break;
        }
    }

    private void Nest(Word text, string how, CodeLanguage language)
    {
        if (!seenRuns.Add(how + "\0" + text)) return;
        if (code.Count >= Work.MaxEffects) work.Exhaust();
        else code.Add(new NestedCode(language, text, Name(how)) { Cwd = Cwd, Elsewhere = by.Elsewhere });
    }

    /// <summary>A program started with a list of arguments.</summary>
    public void Run(IReadOnlyList<Value> argv, string how, Input? input = null, bool captured = false)
    {
        if (argv.Count == 0 || argv[0] is UnknownValue or ListValue { Open: true })
        {
            NotKnown(argv.Count == 0 ? null : argv[0], how);
            return;
        }
        var words = new List<Word>(argv.Count);
        foreach (var argument in argv) words.Add(argument.Text);
        if (!seenRuns.Add(how + "\0" + string.Join('\0', words))) return;
        if (runs.Count >= Work.MaxEffects)
        {
            work.Exhaust();
            return;
        }
        runs.Add(new CommandRun
        {
            Argv = words,
            Environment = by.Environment,
            Input = input ?? Input.Inherited,
            Cwd = Cwd,
            Wrappers = [.. by.Wrappers, Name(how)],
            Start = by.Start,
            Length = by.Length,
            OutputCaptured = captured,
            Elsewhere = by.Elsewhere,
        });
    }

    /// <summary>Code or a program is run that is not known: worse where it came over the network.</summary>
    public void NotKnown(Value? what, string how)
    {
        var target = new Target(TargetKind.Program, what?.Text.ToString() ?? "?", false);
        var origin = what?.Origin ?? Origin.None;
        if (origin.HasFlag(Origin.Network)) Add(EffectKind.ExecuteDownloaded, target, how);
        else Add(EffectKind.ExecuteUnknown, target, origin.HasFlag(Origin.Decoded) ? "decoded" : origin.HasFlag(Origin.Input) ? "code-from-input" : how);
    }

    public void Unknown(string what, int position = -1)
    {
        if (unknowns.Count < 64) unknowns.Add(new Unknown(position >= 0 ? $"{what} (at {position} of the {wrapper} code)" : what, by.Start));
    }

    /// <summary>The content of a file that the program runs, where it was observed; asked for where it was not.</summary>
    public Value? Content(string path)
    {
        if (facts.Files.TryGetValue(path, out var fact)) return fact.Content is { } content ? TextValue.Of(content) : null;
        if (wanted.Count < 16) wanted.Add(new FactRequest(path, true));
        return null;
    }

    /// <summary>Where a path leads from where the program stands; null where that is not known.</summary>
    public string? Absolute(Value? path)
    {
        if (path?.Known is not { Length: > 0 }) return null;
        var target = CodePath.Resolve(path.Text, Cwd, facts.Windows);
        return target.Known ? target.Name : null;
    }

    /// <summary>The program goes to another directory.</summary>
    public void GoTo(Value? path) => Cwd = Absolute(path);

    private string Name(string how) => wrapper.Length == 0 ? how : $"{wrapper}: {how}";
}
