using Sallyport.Shell.Code;

namespace Sallyport.Shell.Commands;

/// <summary>Files of recipes that a command runs: makefiles and justfiles, read where they were looked at.</summary>
internal static class BuildFiles
{
    public static void Make(Call call)
    {
        if (call.AsksHelp) return;
        for (var i = 1; i < call.Count && !call.Exhausted; i++) Flag(call, call.Argv[i], i + 1 < call.Count ? call.Argv[i + 1] : null);
        if (call.Program == "cmake") Cmake(call);
        if (call.Program is not ("make" or "gmake")) return;
        var dry = call.Argv.Any(word => word.Known is "-n" or "--dry-run" or "--just-print" or "--recon" or "-q" or "--question");
        var options = Options.Parse(call.Argv, 1, "CfIjloW", "directory file makefile include-dir jobs load-average old-file what-if eval");
        Variables(call, options);
        var folder = options.Value("directory", 'C') is { } directory ? PathText.Target(directory, call.Run.Cwd, call.Facts)
            : new Target(TargetKind.Path, call.Run.Cwd ?? "", call.Run.Cwd is not null);
        if (!folder.Known) return;
        var file = options.Value("file", 'f') ?? options.Value("makefile");
        if (file?.Known is "-" or "/dev/stdin" or "/dev/fd/0")
        {
            if (dry && call.Run.Input is { Kind: InputKind.Text, Text.Known: { } read }) call.Nest(CodeLanguage.Make, Word.Of(Undry(read)), "make -f -");
            else Shells.FromInput(call, CodeLanguage.Make, "make -f -");
            return;
        }
        if (file is { } fed && call.Run.Feed(fed) is { } feed)
        {
            if (Shells.Downloads(fed.ToString())) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, fed.ToString(), false), "substitution");
            else if (feed.Text is { } text0) call.Nest(CodeLanguage.Make, text0, "make -f");
            else call.Unknown("script", fed);
            return;
        }
        var path = file is null ? folder.Name + "/Makefile" : PathText.Target(file, folder.Name, call.Facts) is { Known: true } named ? named.Name : null;
        if (path is null) return;
        if (call.Want(path, content: true)?.Content is not { } text)
        {
            // Nobody named this file, and it may not be there: only one that was named is said to be unread.
            if (file is not null && !dry) call.Path(EffectKind.ExecuteUnknown, Word.Of(path), "script");
            return;
        }
        call.Nest(new NestedCode(CodeLanguage.Make, Word.Of(dry ? Undry(text) : text), "make") { Arguments = [.. options.Operands], Cwd = folder.Name, Elsewhere = call.Run.Elsewhere });
    }

    // A dry run still reads the file, and what $(shell …) says runs then; so does a line of a recipe that begins with +.
    private static string Undry(string text)
    {
        var kept = new System.Text.StringBuilder();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range];
            if (line.StartsWith("\t") && !line.TrimStart("\t @-").StartsWith("+") && !line.Contains("$(MAKE)", StringComparison.Ordinal)) continue;
            kept.Append(line).Append('\n');
        }
        return kept.ToString();
    }

    /// <summary>A word of make's line, or of MAKEFLAGS, that says what make would run.</summary>
    public static void Flag(Call call, Word word, Word? next)
    {
        var text = word.KnownPrefix;
        if (text.StartsWith("SHELL=", StringComparison.Ordinal) || text.StartsWith("SHELL:=", StringComparison.Ordinal))
            Shell(call, WordText.Skip(word, text.IndexOf('=', StringComparison.Ordinal) + 1));
        else if (text.StartsWith(".SHELLFLAGS=", StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, WordText.JoinAll([Word.Of("sh"), WordText.Skip(word, 12)]), "make .SHELLFLAGS");
        else if (text.StartsWith("--eval=", StringComparison.Ordinal)) call.Nest(CodeLanguage.Make, WordText.Skip(word, 7), "make --eval");
        else if (word.Known is "--eval" or "-E" && next is not null) call.Nest(CodeLanguage.Make, next, "make --eval");
    }

    // What stands in for the shell is given every recipe.
    private static void Shell(Call call, Word shell)
    {
        if (shell.Known is "/bin/sh" or "/bin/bash" or "/usr/bin/bash" or "bash" or "sh" or "/usr/bin/env bash" or "/bin/zsh" or "zsh") return;
        call.Nest(CodeLanguage.Shell, WordText.JoinAll([shell, Word.Of("-c recipe")]), "make SHELL");
        call.Unknown("program", shell);
    }

    // CC='program' is run wherever a rule of make's own compiles; $(shell …) in a variable where it is used.
    private static void Variables(Call call, Options options)
    {
        foreach (var word in options.Operands)
        {
            if (Wrappers.Assignment(word) is not { } pair || pair.Key is "SHELL") continue;
            if (pair.Value.ToString().Contains("$(shell ", StringComparison.Ordinal) || pair.Value.ToString().Contains("${shell ", StringComparison.Ordinal))
                call.Nest(CodeLanguage.Make, WordText.Join(Word.Of("carried := "), pair.Value), "make " + pair.Key);
            else if (pair.Key is "CC" or "CXX" or "LD" or "AR" or "AS" or "RM" or "INSTALL" or "FC" or "MAKE" or "PYTHON"
                && pair.Value.KnownPrefix.Contains(' ', StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, pair.Value, "make " + pair.Key);
        }
    }

    // cmake -E is a set of commands of its own; -P runs a script.
    private static void Cmake(Call call)
    {
        for (var i = 1; i + 1 < call.Count; i++)
        {
            if (call.Text(i) == "-P") call.Path(EffectKind.ExecuteUnknown, call.Argv[i + 1], "script");
            if (call.Text(i) != "-E") continue;
            var rest = call.Argv.Skip(i + 2).ToList();
            switch (call.Text(i + 1))
            {
                case "rm" or "touch" or "cat" or "echo": call.Start([call.Argv[i + 1], .. rest], "cmake -E"); break;
                case "remove": call.Start([Word.Of("rm"), .. rest], "cmake -E"); break;
                case "remove_directory": call.Start([Word.Of("rm"), Word.Of("-rf"), .. rest], "cmake -E"); break;
                case "env" or "time": call.Start([Word.Of("env"), .. rest.Where(word => word.Known != "--")], "cmake -E"); break;
                case "copy" or "copy_directory" or "copy_if_different": call.Start([Word.Of("cp"), Word.Of("-r"), .. rest], "cmake -E"); break;
                case "rename": call.Start([Word.Of("mv"), .. rest], "cmake -E"); break;
                case "chdir" when rest.Count > 1: call.Start([.. rest.Skip(1)], "cmake -E",
                    run => run with { Cwd = PathText.Target(rest[0], call.Run.Cwd, call.Facts) is { Known: true } folder ? folder.Name : null }); break;
            }
            return;
        }
    }

    public static void Just(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-l" or "--list" or "-n" or "--dry-run" or "--summary" or "--show" or "-s" or "--dump"
            or "--fmt" or "--init" or "--variables" or "--evaluate")) return;
        var options = Options.Parse(call.Argv, 1, "fdcE", "justfile working-directory command shell shell-arg dotenv-path dotenv-filename set color chooser");
        if (options.Value("shell") is { } shell) call.Unknown("program", shell);
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Text(i) is "--command" or "-c")
            {
                call.Start([.. call.Argv.Skip(i + 1)], "just -c");
                return;
            }
        var folder = options.Value("working-directory", 'd') is { } directory ? PathText.Target(directory, call.Run.Cwd, call.Facts)
            : new Target(TargetKind.Path, call.Run.Cwd ?? "", call.Run.Cwd is not null);
        if (!folder.Known) return;
        var names = options.Operands.Where(word => Wrappers.Assignment(word) is null).ToList();
        foreach (var path in Justfiles(call, options, folder.Name))
        {
            if (call.Want(path, content: true)?.Content is not { } text) continue;
            if (JustRecipes.Find(text, names.Count == 0 ? null : names[0].Known) is { } recipe)
                call.Nest(new NestedCode(CodeLanguage.Shell, Interpolated(recipe), "just") { Cwd = folder.Name, Arguments = [Word.Of("just"), .. names.Skip(1)], Elsewhere = call.Run.Elsewhere });
            return;
        }
        if (options.Value("justfile", 'f') is { } unread) call.Path(EffectKind.ExecuteUnknown, unread, "script");
    }

    private static IEnumerable<string> Justfiles(Call call, Options options, string folder)
    {
        if (options.Value("justfile", 'f') is { } file) return PathText.Target(file, call.Run.Cwd, call.Facts) is { Known: true } named ? [named.Name] : [];
        return [folder + "/justfile", folder + "/Justfile", folder + "/.justfile"];
    }

    // What stands in {{ }} is put in by just: nobody knows what it is.
    private static Word Interpolated(string recipe)
    {
        var pieces = new List<Piece>();
        var from = 0;
        for (var open = recipe.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = recipe.IndexOf("{{", from, StringComparison.Ordinal))
        {
            var close = recipe.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0) break;
            pieces.Add(new Piece(PieceKind.Literal, recipe[from..open]));
            pieces.Add(new Piece(PieceKind.Unknown, recipe[open..(close + 2)]));
            from = close + 2;
        }
        pieces.Add(new Piece(PieceKind.Literal, recipe[from..]));
        return new Word(pieces);
    }
}
