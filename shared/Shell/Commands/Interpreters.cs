namespace Sallyport.Shell.Commands;

/// <summary>Interpreters of other languages: code in an argument, a script, standard input, or a session.</summary>
internal static class Interpreters
{
    private readonly record struct Shape(CodeLanguage? Language, string Eval, string LongEval = "", string ShortValued = "", string LongValued = "", bool Session = true);

    public static bool Describe(Call call)
    {
        var name = Bare(call.Program);
        if (Of(name) is not { } shape) return false;
        if (call.AsksHelp) return true;
        Read(call, name, shape);
        return true;
    }

    // python3.12, perl5.36 and ruby3.2 are their languages; perl6 is another.
    private static string Bare(string program) => program == "perl6" ? program : program.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '-') is { Length: > 1 } bare ? bare : program;

    private static Shape? Of(string name) => name switch
    {
        "python" or "pypy" or "py" or "pythonw" or "ipython" or "bpython" => new(CodeLanguage.Python, "c", "", "mWXQ"),
        "node" or "nodejs" or "bun" or "deno" or "tsx" or "ts-node" or "qjs" =>
            new(CodeLanguage.JavaScript, "ep", "eval print", "r", "require import loader experimental-loader conditions env-file inspect-port"),
        "perl" => new(CodeLanguage.Perl, "eE", "", ""),
        "ruby" or "jruby" or "truffleruby" or "irb" => new(CodeLanguage.Ruby, "e", "", "ICEr", "", true),
        "php" => new(CodeLanguage.Php, "rBRE", "run", "cdfFt"),
        "lua" or "luajit" or "texlua" => new(CodeLanguage.Lua, "e", "", "l"),
        "guile" => new(null, "c", "", "elLx"),
        "ghc" or "runghc" or "runhaskell" or "raku" or "perl6" or "janet" or "bb" or "clojure" or "clj" or "csharp" or "csi" or "ocaml" or "nim" or "crystal"
            or "io" or "rakudo" => new(null, "e", "eval e", "lI"),
        "osascript" or "r" or "rscript" or "julia" or "ghci" or "scala" or "groovy" or "tclsh" or "expect" or "racket" or "sbcl" or "clisp"
            or "erl" or "elixir" or "iex" or "swift" or "kotlin" or "jshell" or "octave" or "gdb" or "lldb" or "bc" or "dc" => new(null, name is "julia" ? "eE" : "e", "eval print", "lfx"),
        _ => null,
    };

    private static void Read(Call call, string name, Shape shape)
    {
        var start = 1;
        if (name is "crystal" or "nim" or "dotnet" && call.Text(1) is "eval" && call.Count > 2) { ForeignCode.Read(call, call.Argv[2], name); return; }
        // A compiler that is asked to compile runs nothing; mix loaded into iex still waits for what is typed.
        if (name == "ghc" && !call.Argv.Any(word => word.KnownPrefix is "-e" or "--interactive") || name == "swift" && call.Text(1) is "build" or "package" or "test" or "format" or "sdk") return;
        if (name == "iex" && call.Argv.Any(word => word.Known == "-S")) { call.Session("iex -S"); return; }
        if (name is "bun" or "deno" && call.Text(1) is { } sub)
        {
            if (sub is "x") { call.Start([.. call.Argv.Skip(2)], "bun x"); return; }
            if (sub is "eval" && call.Count > 2) { call.Nest(CodeLanguage.JavaScript, call.Argv[2], name + " eval"); return; }
            if (sub is "run" && (name == "deno" || call.Text(2) == "-" || call.Argv.Skip(2).Any(word => IsFile(word.KnownPrefix)))) start = 2;
            else if (!sub.StartsWith('-') && !sub.Contains('.', StringComparison.Ordinal))
            {
                Packages.Describe(call);
                return;
            }
        }
        var found = false;
        // What the project's own files name is run, and nothing is waited for: its tests, a script of its package.
        var project = false;
        for (var i = start; i < call.Count; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix == "--") { i++; if (i < call.Count) Script(call, shape, i); else Input(call, shape, name); return; }
            if (prefix == "-" && call.Argv[i].IsKnown) { Input(call, shape, name, [Word.Of("stdin"), .. call.Argv.Skip(i + 1)]); return; }
            if (prefix.Length < 2 || prefix[0] != '-')
            {
                if (!found) Script(call, shape, i);
                // perl -pe CODE FILE … prints its files.
                else if (shape.Language is CodeLanguage.Perl or CodeLanguage.Ruby && !call.Argv.Any(word => word.KnownPrefix is ['-', 'i', ..] or ['-', 'p', 'i', ..] or ['-', 'n', 'i', ..]))
                    for (; i < call.Count; i++) call.Path(EffectKind.Read, call.Argv[i]);
                return;
            }
            if (prefix.StartsWith("--", StringComparison.Ordinal))
            {
                var equals = prefix.IndexOf('=', StringComparison.Ordinal);
                var option = equals < 0 ? prefix[2..] : prefix[2..equals];
                if (option is "check" or "syntax-check" or "modules" or "info" or "ini" or "rf" or "ri" || (option is "cacert" && equals < 0)) return;
                if (shape.Language == CodeLanguage.JavaScript && option is "test" or "run")
                {
                    project = true;
                    if (option == "run" && equals < 0) i++;
                    continue;
                }
                if (Contains(shape.LongEval, option))
                {
                    found = true;
                    if (equals > 0) Code(call, shape, WordText.Skip(call.Argv[i], equals + 1), name);
                    else if (++i < call.Count) Code(call, shape, call.Argv[i], name);
                }
                else if (shape.Language == CodeLanguage.JavaScript && option is "require" or "import" or "loader" or "experimental-loader")
                {
                    if (equals > 0) Preloaded(call, WordText.Skip(call.Argv[i], equals + 1), name + " --" + option);
                    else if (++i < call.Count) Preloaded(call, call.Argv[i], name + " --" + option);
                }
                else if (equals < 0 && Contains(shape.LongValued, option)) i++;
                continue;
            }
            // Clojure's command names so what the project holds; -A only adds to what is at hand.
            if (name is "clj" or "clojure" && prefix[1] is 'A' or 'M' or 'P' or 'S' or 'T' or 'X')
            {
                project |= prefix[1] != 'A';
                continue;
            }
            i = Short(call, name, shape, i, prefix, ref found);
            if (i < 0) return;
        }
        if (project) call.Understood = false;
        else if (!found) Input(call, shape, name);
    }

    private static bool IsFile(string name) => name.EndsWith(".ts", StringComparison.Ordinal) || name.EndsWith(".js", StringComparison.Ordinal)
        || name.EndsWith(".tsx", StringComparison.Ordinal) || name.EndsWith(".mjs", StringComparison.Ordinal);

    /// <summary>A module that node loads before the program: a file, or text in an address.</summary>
    public static void Preloaded(Call call, Word module, string label)
    {
        var text = module.ToString();
        if (text.StartsWith("data:", StringComparison.Ordinal) && text.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma)
            call.Nest(CodeLanguage.JavaScript, Word.Of(Uri.UnescapeDataString(text[(comma + 1)..])), label);
        else if (Scheme(text)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, text), "script-url");
        else if (text.StartsWith('.') || text.StartsWith('/')) Shells.Script(call, CodeLanguage.JavaScript, module, [], label);
    }

    private static int Short(Call call, string name, Shape shape, int i, string prefix, ref bool found)
    {
        for (var at = 1; at < prefix.Length; at++)
        {
            var letter = prefix[at];
            if (letter == 'p' && shape.Language == CodeLanguage.JavaScript && prefix.AsSpan(at + 1) is "e") continue; // node -pe
            if (shape.Eval.Contains(letter, StringComparison.Ordinal))
            {
                found = true;
                var rest = WordText.Skip(call.Argv[i], at + 1);
                if (rest.Pieces.Count == 0 && ++i < call.Count) rest = call.Argv[i];
                Code(call, shape, rest, name);
                // After python -c everything belongs to the program; perl and ruby may go on with more -e.
                return shape.Language is CodeLanguage.Python ? -1 : i;
            }
            if (shape.Language == CodeLanguage.Python && letter == 'm')
            {
                var module = at + 1 < prefix.Length ? WordText.Skip(call.Argv[i], at + 1) : ++i < call.Count ? call.Argv[i] : null;
                if (module is not null) Module(call, module, i + 1);
                return -1;
            }
            if (shape.Language == CodeLanguage.Python && letter == 'i' && call.Run.Input.Kind == InputKind.Inherited) call.Session(name + " -i");
            if (letter == 'i' && shape.Language is CodeLanguage.Perl or CodeLanguage.Ruby) { InPlace(call, i); return i; }
            if (letter == 'c' && shape.Language is CodeLanguage.Perl or CodeLanguage.Ruby or CodeLanguage.JavaScript) return -1;
            if (letter is 'l' or 'i' or 'm' && shape.Language == CodeLanguage.Php) return -1;
            if (letter == 'S' && shape.Language == CodeLanguage.Php) { call.Add(EffectKind.Connect, "listen"); return -1; }
            if (shape.Language == CodeLanguage.JavaScript && letter == 'r' && i + 1 < call.Count) Preloaded(call, call.Argv[i + 1], name + " -r");
            if (shape.Language == CodeLanguage.Ruby && letter == 'r' && (at + 1 < prefix.Length ? WordText.Skip(call.Argv[i], at + 1) : i + 1 < call.Count ? call.Argv[i + 1] : null) is { } required
                && required.KnownPrefix is ['.' or '/', ..])
                Shells.Script(call, CodeLanguage.Ruby, required.KnownPrefix.EndsWith(".rb", StringComparison.Ordinal) ? required : WordText.Join(required, Word.Of(".rb")), [], name + " -r");
            if (shape.Language == CodeLanguage.Perl && letter is 'M' or 'I' or 'm' or 'd' or 'F')
            {
                // -Mname goes into the program as `use name`, and so does all that stands behind a semicolon.
                if (prefix.IndexOf(';', at) is > 0 and var semicolon) Code(call, shape, WordText.Skip(call.Argv[i], semicolon + 1), name);
                return i;
            }
            if (shape.ShortValued.Contains(letter, StringComparison.Ordinal)) return at + 1 < prefix.Length ? i : i + 1;
        }
        return i;
    }

    private static void InPlace(Call call, int option)
    {
        for (var i = option + 1; i < call.Count; i++)
        {
            if (call.Argv[i].KnownPrefix is ['-', .., 'e'] or "-e") i++;
            else if (!call.Argv[i].KnownPrefix.StartsWith('-')) call.Path(EffectKind.Write, call.Argv[i], "in-place");
        }
    }

    private static void Module(Call call, Word module, int next)
    {
        var rest = call.Argv.Skip(next).ToList();
        switch (module.Known)
        {
            case "pip" or "pip3" or "ensurepip" or "poetry" or "pipx" or "twine" or "uv" or "pytest" or "build":
                call.Start([module, .. rest], "python -m");
                break;
            case "http.server" or "simplehttpserver" or "smtpd":
                call.Add(EffectKind.Connect, "listen");
                Uploads.Serves(call, Options.Parse(call.Argv, next, "dbp", "directory bind protocol").Value("directory", 'd'));
                break;
            case "zipfile" or "tarfile" when rest.Count > 1 && rest[0].Known is "-e" or "--extract":
                call.Path(EffectKind.Write, rest.Count > 2 ? rest[2] : Word.Of("."), "unpack");
                break;
            case "pdb" or "code" or "IPython" or "idlelib" when rest.Count == 0:
                call.Session("python -m " + module.Known);
                break;
            case "base64": Printers.Describe(call); break;
            case "timeit":
                foreach (var code in Options.Parse(call.Argv, next, "nrsup",
                    "number repeat setup unit").Given.Where(option => option is { Name: "s"
                    or "setup", Value: not null }).Select(option => option.Value!).Concat(Options.Parse(call.Argv, next, "nrsup",
                    "number repeat setup unit").Operands)) call.Nest(CodeLanguage.Python, code, "python -m timeit");
                break;
            case "pdb" or "cProfile" or "profile" or "trace" or "runpy" or "coverage" or "debugpy":
                foreach (var command in Options.Parse(call.Argv, next, "coms").Values("command", 'c'))
                    call.Nest(CodeLanguage.Python, command.KnownPrefix.StartsWith('!') ? WordText.Skip(command, 1) : command, "python -m " + module.Known);
                if (rest.Find(word => word.KnownPrefix.EndsWith(".py", StringComparison.Ordinal)) is { } script) Shells.Script(call, CodeLanguage.Python, script, [], "python -m " + module.Known);
                break;
            case "json.tool" or "venv" or "unittest" or "doctest" or "compileall" or "py_compile" or "zipfile" or "tarfile" or "site" or "sysconfig"
                or "platform" or "calendar" or "this" or "black" or "ruff" or "mypy" or "flake8" or "isort" or "pylint": break;
            default:
                // A module of the workspace or one that is installed: what it does is not known here, unless the same call wrote it.
                call.Understood = false;
                if (module.Known is { } name && PathText.Target(Word.Of(name.Replace('.', '/') + ".py"), call.Run.Cwd, call.Facts) is { Known: true } file
                    && call.Facts.Files.TryGetValue(file.Name, out var fact) && fact.Content is { } text) call.Nest(CodeLanguage.Python, Word.Of(text), "python -m " + name);
                break;
        }
    }

    private static bool Scheme(string file) => file.StartsWith("http://", StringComparison.Ordinal) || file.StartsWith("https://", StringComparison.Ordinal);

    private static void Code(Call call, Shape shape, Word text, string name)
    {
        if (Shells.Hidden(call, text)) return;
        if (name == "ipython" && text.KnownPrefix is ['!', _, ..]) call.Nest(CodeLanguage.Shell, WordText.Skip(text, 1), "ipython !");
        // A shell's command handed to another language by mistake says what was meant all the same.
        if (text.KnownPrefix.Split(' ', 3) is [var first, ['-', _, ..] or "reset" or "clean", ..]
            && first is "rm" or "dd" or "shred" or "git" or "find" or "sudo" or "mkfs") call.Nest(CodeLanguage.Shell, text, name);
        if (shape.Language is { } language) call.Nest(language, text, $"{name} -{shape.Eval[0]}", [.. call.Argv]);
        else ForeignCode.Read(call, text, name);
    }

    private static void Script(Call call, Shape shape, int at)
    {
        var file = call.Argv[at].ToString();
        if (Scheme(file)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, file), "script-url");
        else if (PathText.Name(file) is "manage.py" or "artisan" or "rails" or "rake" or "console" && Migrations.Judge(call, [.. call.Argv.Skip(at)])) return;
        // node finds a.js by the name a.
        else if (shape.Language == CodeLanguage.JavaScript && call.Argv[at].IsKnown && !PathText.Name(file).Contains('.', StringComparison.Ordinal)
            && PathText.Target(Word.Of(file + ".js"), call.Run.Cwd, call.Facts) is { Known: true } found && call.Facts.Files.ContainsKey(found.Name))
            Shells.Script(call, CodeLanguage.JavaScript, Word.Of(file + ".js"), [.. call.Argv.Skip(at)], call.Program);
        else if (shape.Language is { } language) Shells.Script(call, language, call.Argv[at], [.. call.Argv.Skip(at)], call.Program);
        else call.Path(EffectKind.ExecuteUnknown, call.Argv[at], "script");
    }

    private static void Input(Call call, Shape shape, string name, IReadOnlyList<Word>? arguments = null)
    {
        if (shape.Language is { } language) Shells.FromInput(call, language, call.Program, arguments);
        else if (call.Run.Input.Kind == InputKind.Inherited) call.Session(call.Program);
        else if (call.Run.Input is { Kind: InputKind.Text, Text: { } text }) ForeignCode.Read(call, text, name);
        else if (name is not ("bc" or "dc")) call.Unknown("pipe", Word.Unknown("input of " + name));
    }

    private static bool Contains(string list, string name)
    {
        foreach (var range in list.AsSpan().Split(' '))
            if (range.End.Value > range.Start.Value && list.AsSpan()[range].SequenceEqual(name)) return true;
        return false;
    }
}
