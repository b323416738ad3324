using Sallyport.Shell.Code;

namespace Sallyport.Shell.Commands;

/// <summary>Files of recipes that a command runs: makefiles and justfiles, read where they were looked at.</summary>
internal static class BuildFiles
{
    public static void Make(Call call)
    {
        if (call.AsksHelp) return;
        foreach (var word in call.Argv.Skip(1))
            if (word.KnownPrefix.StartsWith("SHELL=", StringComparison.Ordinal)) call.Unknown("program", WordText.Skip(word, 6));
            else if (word.KnownPrefix.StartsWith("--eval=", StringComparison.Ordinal)) call.Nest(CodeLanguage.Make, WordText.Skip(word, 7), "make --eval");
        if (call.Program is not ("make" or "gmake") || call.Argv.Any(word => word.Known is "-n" or "--dry-run" or "--just-print" or "-q")) return;
        var options = Options.Parse(call.Argv, 1, "CfIjloW", "directory file makefile include-dir jobs load-average old-file what-if eval");
        var folder = options.Value("directory", 'C') is { } directory ? PathText.Target(directory, call.Run.Cwd, call.Facts) : new Target(TargetKind.Path, call.Run.Cwd ?? "", call.Run.Cwd is not null);
        if (!folder.Known) return;
        var file = options.Value("file", 'f') ?? options.Value("makefile");
        if (file?.Known == "-") { Shells.FromInput(call, CodeLanguage.Make, "make -f -"); return; }
        if (file is { } fed && call.Run.Feed(fed) is { } feed)
        {
            if (feed.Text is { } text0) call.Nest(CodeLanguage.Make, text0, "make -f");
            else call.Unknown("script", fed);
            return;
        }
        var path = file is null ? folder.Name + "/Makefile" : PathText.Target(file, folder.Name, call.Facts) is { Known: true } named ? named.Name : null;
        if (path is null || call.Want(path, content: true)?.Content is not { } text) return;
        call.Nest(new NestedCode(CodeLanguage.Make, Word.Of(text), "make") { Arguments = [.. options.Operands], Cwd = folder.Name, Elsewhere = call.Run.Elsewhere });
    }

    public static void Just(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-l" or "--list" or "-n" or "--dry-run" or "--summary" or "--show" or "-s" or "--dump" or "--fmt" or "--init" or "--variables" or "--evaluate")) return;
        var options = Options.Parse(call.Argv, 1, "fdcE", "justfile working-directory command shell shell-arg dotenv-path dotenv-filename set color chooser");
        if (options.Value("command", 'c') is { } command)
        {
            call.Start([command, .. options.Operands], "just -c");
            return;
        }
        var folder = options.Value("working-directory", 'd') is { } directory ? PathText.Target(directory, call.Run.Cwd, call.Facts) : new Target(TargetKind.Path, call.Run.Cwd ?? "", call.Run.Cwd is not null);
        if (!folder.Known) return;
        var names = options.Operands.Where(word => Wrappers.Assignment(word) is null).ToList();
        foreach (var path in Justfiles(call, options, folder.Name))
        {
            if (call.Want(path, content: true)?.Content is not { } text) continue;
            if (JustRecipes.Find(text, names.Count == 0 ? null : names[0].Known) is { } recipe)
                call.Nest(new NestedCode(CodeLanguage.Shell, Interpolated(recipe), "just") { Cwd = folder.Name, Arguments = [Word.Of("just"), .. names.Skip(1)], Elsewhere = call.Run.Elsewhere });
            return;
        }
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
