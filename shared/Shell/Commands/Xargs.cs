namespace Sallyport.Shell.Commands;

/// <summary><c>xargs</c> and <c>parallel</c>: commands completed by what comes on standard input or after <c>:::</c>.</summary>
internal static class Xargs
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "xargs" or "gxargs": Args(call); return true;
            case "parallel" or "sem" or "rush" or "env_parallel": Parallel(call); return true;
            default: return false;
        }
    }

    private static void Args(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "adEeIiJLlnPRsS", "arg-file delimiter max-args max-procs max-chars process-slot-var", stopAtOperand: true);
        // -i, -l and -e take their value attached only.
        if (call.Argv.Any(word => word.Known is "-i" or "-l" or "-e"))
            options = Options.Parse(call.Argv, 1, "adEIJLnPRsS", "arg-file delimiter max-args max-procs max-chars process-slot-var", stopAtOperand: true);
        var command = options.Operands.Count == 0 ? [Word.Of("echo")] : options.Operands;
        var mark = options.Value("I", 'I')?.Known ?? options.Value("J", 'J')?.Known ?? options.Value("replace")?.Known
            ?? (options.Has('i') || options.Has("replace") ? "{}" : null);
        if (options.Value("arg-file", 'a') is { } file) call.Path(EffectKind.Read, file);
        var lines = mark is not null || options.Value("d", 'd') is not null || options.Has('0', "null");
        var text = call.Run.Input is { Kind: InputKind.Text } given ? given.Text : null;
        var input = text is not null && options.Value("arg-file", 'a') is null ? Items(text, lines, options) : null;
        var source = call.Run.Input.From is { Count: > 0 } from ? $"<input of xargs: {from[^1].Argv[0]}>" : "<input of xargs>";
        var fetched = call.Run.Input.From is { } pipe && pipe.Any(Network.Fetches);

        if (input is null)
        {
            var unknown = Found(call) ?? Word.Unknown(source);
            if (command[0].Known is { } reads && CommandRun.ProgramName(reads) is "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh"
                && call.Run.Input is { Kind: InputKind.File, Text: { } list } && (command.Count == 1 || command[^1].KnownPrefix is ['-', .., 'c']))
                call.Path(EffectKind.ExecuteUnknown, list, "script");
            // With code of its own the shell only gets the input as parameters.
            var fixedCode = command.Count > 2 && command[1].KnownPrefix is ['-', .., 'c'] && !command[2].ToString().Contains(mark ?? "\0", StringComparison.Ordinal);
            if (fetched && !fixedCode && command[0].Known is { } shell && CommandRun.ProgramName(shell) is "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" or "eval")
                call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, source, false), "xargs");
            if (TakesCode(command, mark)) call.Unknown("code-from-input", unknown);
            if (command[0].Known is { } remover && CommandRun.ProgramName(remover) is "rm" or "unlink" or "shred" && call.Run.Input.From is [.., { Program: "find" } finder])
                foreach (var root in Find.Everything(finder)) call.Path(EffectKind.Delete, root, "find-all", recursive: true, forced: true);
            if (command[0].Known is { } taker && CommandRun.ProgramName(taker) is "rm" or "unlink" or "shred" or "rmdir" && call.Run.Input.From is { Count: > 0 } listed && GitHistory.ListsUntracked(listed[0]))
                GitHistory.Lose(call, "clean", "untracked files", true);
            Started(call, mark is null ? [.. command, unknown] : [.. command.Select(word => WordText.Replace(word, mark, unknown))]);
            return;
        }
        Evaluated(call, command, input, mark, text);
        if (mark is not null)
        {
            // A command that does not name its input was likely meant to have it at its end.
            if (!command.Any(word => word.ToString().Contains(mark, StringComparison.Ordinal))) Started(call, [.. command, .. input]);
            foreach (var item in input)
            {
                if (!call.Spend(command)) return;
                Started(call, [.. command.Select(word => WordText.Replace(word, mark, item))]);
            }
            return;
        }
        Started(call, [.. command, .. input]);
    }

    // sh -c with nothing behind it, sh -c {}: the input is the code.
    private static bool TakesCode(List<Word> command, string? mark)
    {
        if (command.Count == 0 || command[0].Known is not { } program) return false;
        if (CommandRun.ProgramName(program) is "eval") return true;
        if (CommandRun.ProgramName(program) is not ("sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" or "fish")) return false;
        return command[1..] is [{ KnownPrefix: ['-', .., 'c'] }, ..] && (command.Count == 2 || (command.Count == 3 && command[2].Known is { } code && code == mark));
    }

    // What comes from find alone lies where find looked.
    private static Word? Found(Call call)
    {
        if (call.Run.Input.From is not [.., { Program: "find" or "fd" } find]) return null;
        for (var i = 1; i < find.Argv.Count; i++)
            if (find.Argv[i] is { Known: { Length: > 0 } root } && (root[0] is '/' or '~' || root.StartsWith("..", StringComparison.Ordinal)))
                return WordText.Join(find.Argv[i], Word.Unknown("/<found>"));
        // find . -name __pycache__: whatever it is called, it ends so, and lies below.
        // What lies in the workspace is bounded by its name below; elsewhere the folder is what tells most.
        if (find.Cwd is { } folder && folder != call.Facts.Workspace && !PathText.IsBelow(folder, call.Facts.Workspace)) return WordText.Join(Word.Of(folder.TrimEnd('/')), Word.Unknown("/<found>"));
        return find.Program == "find" && Find.Named(find) is { } name && find.Cwd is not null ? WordText.Join(Word.Of("./"), WordText.Join(Word.Unknown("<found>"), Word.Of("/" + name))) : null;
    }

    // A shell that takes its parameters as code runs what comes in, however it was split.
    private static void Evaluated(Call call, List<Word> command, List<Word> input, string? mark, Word? text)
    {
        if (command.Count < 2 || command[0].Known is not { } shell
            || CommandRun.ProgramName(shell) is not ("sh" or "bash" or "zsh" or "dash" or "ash" or "ksh") || command[1].KnownPrefix is not ['-', .., 'c'])
            return;
        if (mark is not null && command.Count > 2 && command[2].Known == mark && input.Count > 0) call.Unknown("code-from-input", input[0]);
        if (command.Count < 3 || command[2].Known is not { } code
            || !(code.Contains("eval ", StringComparison.Ordinal) || code.Contains("sh -c", StringComparison.Ordinal)) || text?.Known is not { } lines) return;
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!call.Spend(command)) return;
            call.Nest(CodeLanguage.Shell, Word.Of(line), "xargs");
        }
    }

    private static List<Word>? Items(Word text, bool lines, Options options)
    {
        if (text.Known is not { } known)
        {
            // Partly known text still names what it names, where blanks part the known from the unknown.
            return text.Pieces.Count <= 16 ? [text] : null;
        }
        if (options.Has('0', "null")) return [.. known.Split('\0', StringSplitOptions.RemoveEmptyEntries).Select(Word.Of)];
        if (options.Value("delimiter", 'd')?.Known is { Length: > 0 } delimiter)
            return [.. known.Split(PrintfFormat.Unescape(delimiter, out _)[0], StringSplitOptions.RemoveEmptyEntries).Select(Word.Of)];
        if (!lines) return WordText.Split(known);
        return [.. known.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => WordText.Split(line) is { } words
            ? Word.Of(string.Join(' ', words)) : Word.Of(line))];
    }

    private static void Started(Call call, List<Word> argv) =>
        call.Start(argv, call.Program, run => run with { Input = new Input(InputKind.Text, Word.Of(""), run.Input.From) });

    private static void Parallel(Call call)
    {
        if (call.AsksHelp || call.Text(1) is "--citation" or "--version") return;
        var end = 1;
        while (end < call.Count && call.Text(end) is not (":::" or "::::" or ":::+" or "::::+")) end++;
        var options = Options.Parse([.. call.Argv.Take(end).Where(word => word.Known != "--tag")], 1, "jaINnPSsdCE",
            "jobs arg-file max-args max-procs sshlogin sshloginfile joblog results tmpdir workdir colsep delay timeout retries memfree load tempdir basefile return env delimiter arg-sep block recend recstart shellquote tagstring wd halt nice progress-eta",
                stopAtOperand: true);
        if (options.Value("I", 'I') is { } replacement && replacement.Known is { } other) { }
        var template = options.Operands;
        var elsewhere = options.Value("sshlogin", 'S') is not null;
        var sets = new List<List<Word>>();
        for (var i = end; i < call.Count;)
        {
            var literal = call.Text(i) is ":::" or ":::+";
            var set = new List<Word>();
            for (i++; i < call.Count && call.Text(i) is not (":::" or "::::" or ":::+" or "::::+"); i++)
                set.Add(literal ? call.Argv[i] : Word.Unknown("<line of " + call.Argv[i] + ">"));
            sets.Add(set);
        }
        if (sets.Count == 0)
            sets.Add(call.Run.Input is { Kind: InputKind.Text, Text.Known: { } text }
                ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Word.Of)] : [Word.Unknown("<input of parallel>")]);
        // With no command of its own it runs what it reads, a line at a time.
        var lines = options.Value("arg-file", 'a') is not null || (end < call.Count && call.Text(end) is "::::") || (end == call.Count && call.Run.Input.Kind is InputKind.Pipe or InputKind.File
            && !(call.Run.Input.From is { } maker && maker.Any(run => run.Program is "find" or "fd" or "ls" or "seq")));
        if (lines && sets.All(set => set.All(word => word.HasUnknown)) && (template.Count == 0 || TakesCode(template, "{}")
            || (options.Has("pipe") && template is [{ Known: { } piped }] && CommandRun.ProgramName(piped) is "sh" or "bash" or "zsh" or "dash" or "ksh")))
            call.Unknown("code-from-input", Word.Of("input of parallel"));
        if (call.Run.Input.From is { } pipe && pipe.Any(Network.Fetches) && end == call.Count)
            call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, "input of parallel", false), "parallel");
        // -N2: two at a time, named by their places.
        if (sets.Count == 1 && (options.Value("max-replace-args", 'N') ?? options.Value("max-args", 'n'))?.Known is { } many && int.TryParse(many, out var each) && each is > 1 and <= 16)
        {
            foreach (var values in sets[0].Chunk(each))
            {
                if (!call.Spend(template)) return;
                Line(call, template, [.. values], elsewhere);
            }
            return;
        }
        var width = sets.Max(set => set.Count);
        for (var n = 0; n < width && call.Spend(template); n++)
        {
            var words = sets.Select(set => set.Count == 0 ? Word.Of("") : set[Math.Min(n, set.Count - 1)]).ToList();
            Line(call, template, words, elsewhere);
        }
    }

    private static void Line(Call call, List<Word> template, List<Word> values, bool elsewhere)
    {
        var line = WordText.JoinAll(template);
        var plain = line.ToString();
        var marked = plain.Contains('{', StringComparison.Ordinal);
        if (marked)
        {
            for (var i = 0; i < values.Count; i++) line = WordText.Replace(line, "{" + (i + 1) + "}", values[i]);
            foreach (var mark in (string[])["{}", "{.}", "{/}", "{//}", "{/.}"]) line = WordText.Replace(line, mark, values[0]);
        }
        if (line.ToString() == plain) line = template.Count == 0 ? WordText.JoinAll(values) : WordText.JoinAll([line, .. values]);
        // Joining loses the quotes around a shell's code, so that little of it runs; what was meant is judged as well.
        if (template.Count > 2 && template[0].Known is { } first && CommandRun.ProgramName(first) is "sh" or "bash" or "zsh" or "dash" && template[1].KnownPrefix.StartsWith('-'))
            call.Start([.. template.Select(word => WordText.Replace(word, "{}", values[0]))], call.Program);
        call.Nest(new NestedCode(CodeLanguage.Shell, line, call.Program) { Elsewhere = elsewhere });
    }
}
