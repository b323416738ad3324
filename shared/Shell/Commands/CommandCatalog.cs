namespace Sallyport.Shell.Commands;

/// <summary>What each known program does with its arguments.</summary>
internal static class CommandCatalog
{
    /// <summary>What <paramref name="run"/> would do.</summary>
    public static CommandMeaning Describe(CommandRun run, ObservedFacts facts, WorkBudget? budget = null)
    {
        if (run.Program is not { } program) return UnknownProgram(run, facts, budget);
        var call = new Call(Unapplet(run, program, out program), facts, program, budget);
        foreach (var (name, library) in call.Run.Environment)
            if (name is "LD_PRELOAD" or "LD_AUDIT" or "DYLD_INSERT_LIBRARIES" && library.Known is not "") call.Unknown("preload", library);
        if (run.Environment.Count > 0) Carried.ProgramVariables.Describe(call);
        Carried.CarriedCommands.Describe(call);
        Carried.TransferScripts.Describe(call);
        Forms.KnownForms.Describe(call);
        RemoteCommands.Describe(call);
        RemoteCommands.WithSecrets(call);
        SqlCarriers.Describe(call);
        StoredObjects.Describe(call);
        AppConsoles.Describe(call);
        Suspicion.Lines(call);
        Uploads.Describe(call);
        Overlays.Describe(call);
        BuildInputs.Compile(call);
        OutputFiles.Describe(call);
        if (!Listed(call)) Unlisted(call);
        return call.ToMeaning();
    }

    /// <summary>What a program is that lies where <paramref name="run"/> says, whatever its name: a script, to be read.</summary>
    public static CommandMeaning Script(CommandRun run, ObservedFacts facts, WorkBudget? budget, bool surely)
    {
        var call = new Call(run, facts, run.Program ?? "", budget);
        var target = PathText.Target(run.Argv[0], run.Cwd, facts);
        // What is a program and no text is what its name says.
        if (surely || (target is { Known: true, Glob: false } && call.Want(target.Name, content: true)?.Content is not null))
            Shells.Script(call, Language(call, run.Argv[0]), run.Argv[0], run.Argv, "script");
        return call.ToMeaning();
    }

    // Asked in this order; no table of them is built, for most commands are found among the first.
    private static bool Listed(Call call) =>
        Printers.Describe(call) || Readers.Describe(call) || FileCommands.Describe(call) || Git.Describe(call) || OtherVersionControl.Describe(call) || Wrappers.Describe(call)
        || EnvCommand.Describe(call) || Privilege.Describe(call) || Shells.Describe(call) || Interpreters.Describe(call) || Find.Describe(call) || Xargs.Describe(call)
        || Modes.Describe(call) || Network.Describe(call) || Packages.Describe(call) || Containers.Describe(call) || Kubernetes.Describe(call) || Provisioning.Describe(call)
        || Cloud.Describe(call) || ServiceClients.Describe(call) || Hadoop.Describe(call) || Databases.Describe(call) || Archives.Describe(call) || Processes.Describe(call) || Disks.Describe(call)
        || Patches.PatchEffects.Describe(call) || Scheduling.Describe(call) || Keychains.Describe(call) || Editors.Describe(call) || Ssh.Describe(call)
        || Carried.MacroCode.Describe(call) || Carried.ShellTools.Describe(call) || Ordinary.Describe(call);

    // busybox rm is rm.
    private static CommandRun Unapplet(CommandRun run, string program, out string applet)
    {
        applet = program;
        if (program is not ("busybox" or "toybox" or "coreutils") || run.Argv.Count < 2 || run.Argv[1].Known is not { Length: > 0 } name || name[0] == '-') return run;
        applet = CommandRun.ProgramName(name);
        return run with { Argv = [.. run.Argv.Skip(1)], Wrappers = [.. run.Wrappers, program] };
    }

    // Nobody knows what runs; what it is given may still say what was meant.
    private static CommandMeaning UnknownProgram(CommandRun run, ObservedFacts facts, WorkBudget? budget)
    {
        var call = new Call(run, facts, "", budget) { Understood = false };
        var source = run.Argv[0].ToString();
        if (Shells.Downloads(source)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, source, false), "substitution");
        else if (source is "$SHELL" or "${SHELL}" or "$BASH" or "${BASH}" or "$0") call.Start([Word.Of("sh"), .. run.Argv.Skip(1)], source);
        else if (Looked(source) is { } name) call.Start([Word.Of(name), .. run.Argv.Skip(1)], source);
        else call.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, source, false), Suspicion.LooksDestructive(run, facts) ? "program-with-dangerous-arguments" : "program");
        // "$f", which mktemp has just made, or "$folder/install.sh": a file that the same call may have filled.
        if (PathText.Target(run.Argv[0], run.Cwd, facts) is var file && (file.Known ? file.Name.StartsWith('/') : source.Contains('/', StringComparison.Ordinal) && !source.Contains('(', StringComparison.Ordinal))) call.Add(EffectKind.ExecuteUnknown, file, "script");
        return call.ToMeaning();
    }

    // $(which rm) is rm, wherever it lies.
    private static string? Looked(string source)
    {
        foreach (var search in (ReadOnlySpan<string>)["$(which ", "$(command -v ", "$(type -p ", "$(type -P ", "`which ", "`command -v "])
            if (source.StartsWith(search, StringComparison.Ordinal) && source[search.Length..^1] is { Length: > 0 } name && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '+')) return name;
        return null;
    }

    // A program that is not in the catalogue: a script by path is read; anything else may be a wrapper that is not known.
    private static void Unlisted(Call call)
    {
        call.Understood = false;
        var word = call.Argv[0];
        var path = call.Facts.Windows ? word.ToString().Replace('\\', '/') : word.ToString();
        if (path.Contains('/', StringComparison.Ordinal))
        {
            if (!Installed(path)) Shells.Script(call, Language(call, word), word, call.Argv, "script");
        }
        // Windows looks in the folder one is in, too.
        else if (call.Facts.Windows && path.Contains('.', StringComparison.Ordinal)) call.Path(EffectKind.ExecuteUnknown, word, "by-name");
        // zsh's =rm and - rm, nushell's ^rm.
        if (word.Known is ['=' or '^', _, ..] or "-") call.Start(word.Known is "-" ? [.. call.Argv.Skip(1)] : [WordText.Skip(word, 1), .. call.Argv.Skip(1)], word.Known[..1]);
        // 1A=2 is no assignment to this shell, and may be one to another.
        if (word.KnownPrefix.Contains('=', StringComparison.Ordinal) && call.Count > 1) call.Start([.. call.Argv.Skip(1)], "assignment");
        else if (Suspicion.Payload(call) is { } payload) call.Start(payload, call.Program);
        else if (Suspicion.Line(call) is { } line) call.Guess(line.ToString(), call.Program);
        if (!path.Contains('/', StringComparison.Ordinal)) UnlistedClients.Describe(call);
        if (!UnlistedClients.Talks(call.Program)) SqlCarriers.Unlisted(call);
        // Sallyport is asked about commands; it runs none.
        if (!word.ToString().Contains('=', StringComparison.Ordinal) && call.Program != "sallyport") Suspicion.Texts(call);
        // What most tools call the file they write.
        for (var i = 1; i < Math.Min(call.Count, 32); i++)
            if (call.Text(i) is "-o" or "--output" or "--out" or "--output-file" or "--outfile" && i + 1 < call.Count) call.Path(EffectKind.Write, call.Argv[i + 1], "output");
            else if (call.Argv[i].KnownPrefix.StartsWith("--output=", StringComparison.Ordinal)) call.Path(EffectKind.Write, WordText.Skip(call.Argv[i], 9), "output");
        // It reads what it is given to read; whether that is a secret, the rules know.
        for (var i = 1; i < Math.Min(call.Count, 16); i++)
            if (call.Argv[i].KnownPrefix is ['/' or '~', '/' or (>= 'a' and <= 'z') or '.', ..] && !call.Argv[i - 1].KnownPrefix.StartsWith('-')) call.Path(EffectKind.Read, call.Argv[i], "operand");
    }

    private static bool Installed(string path) =>
        path.StartsWith("/usr/", StringComparison.Ordinal) || path.StartsWith("/bin/", StringComparison.Ordinal)
            || path.StartsWith("/sbin/", StringComparison.Ordinal) || path.StartsWith("/opt/", StringComparison.Ordinal)
            || path.StartsWith("C:/Windows/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("C:/Program Files", StringComparison.OrdinalIgnoreCase);

    private static CodeLanguage Language(Call call, Word word)
    {
        var name = word.ToString();
        var target = PathText.Target(word, call.Run.Cwd, call.Facts);
        var first = call.Facts.Files.TryGetValue(target.Name, out var fact) && fact.Content is { } text ? text.AsSpan(0, Math.Min(text.Length, 80)) : default;
        if (first.StartsWith("#!"))
        {
            if (first.Contains("python", StringComparison.Ordinal)) return CodeLanguage.Python;
            if (first.Contains("node", StringComparison.Ordinal) || first.Contains("deno", StringComparison.Ordinal)) return CodeLanguage.JavaScript;
            if (first.Contains("perl", StringComparison.Ordinal)) return CodeLanguage.Perl;
            if (first.Contains("ruby", StringComparison.Ordinal)) return CodeLanguage.Ruby;
            if (first.Contains("php", StringComparison.Ordinal)) return CodeLanguage.Php;
            if (first.Contains("awk", StringComparison.Ordinal)) return CodeLanguage.Awk;
            if (first.Contains("pwsh", StringComparison.Ordinal)) return CodeLanguage.PowerShell;
        }
        return name.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase) ? CodeLanguage.PowerShell
            : name.EndsWith(".bat", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".cmd", StringComparison.OrdinalIgnoreCase) ? CodeLanguage.Cmd : CodeLanguage.Shell;
    }
}
