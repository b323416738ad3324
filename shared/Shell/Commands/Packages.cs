namespace Sallyport.Shell.Commands;

/// <summary>Package managers: what they publish, install for the whole machine, install from anywhere, and run.</summary>
internal static class Packages
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "npm" or "pnpm" or "yarn" or "bun" or "cnpm": Node(call); return true;
            case "npx" or "bunx" or "pnpx": Npx(call, call.Argv, 1); return true;
            case "pip" or "pip2" or "pip3" or "pipx" or "uv" or "uvx" or "poetry" or "pipenv" or "pdm" or "hatch" or "conda" or "mamba" or "twine" or "flit"
                or "rye" or "maturin": Python(call); return true;
            case "cargo" or "gem" or "bundle" or "bundler" or "composer" or "go" or "dotnet" or "nuget" or "mvn" or "mvnw" or "gradle" or "gradlew" or "sbt" or "lein" or "mix" or "rebar3"
                or "swift" or "pod" or "conan" or "vsce" or "ovsx" or "jsr" or "lerna" or "nx" or "changeset" or "semantic-release" or "pub" or "flutter" or "dart"
                or "luarocks" or "cabal" or "stack" or "opam" or "elm" or "deno" or "task" or "rake":
                Builders(call);
                return true;
            case "apt" or "apt-get" or "aptitude" or "dnf" or "yum" or "pacman" or "yay" or "paru" or "zypper" or "apk" or "brew" or "port" or "snap"
                or "flatpak" or "choco" or "winget" or "scoop" or "nix-env" or "emerge" or "pkg" or "dpkg" or "rpm" or "xbps-install" or "eopkg" or "guix"
                or "nix" or "nix-shell" or "opkg" or "equo" or "tlmgr" or "pkgutil" or "softwareupdate" or "mas":
                SystemPackages.Describe(call);
                return true;
            case "make" or "gmake" or "ninja" or "cmake" or "bazel" or "bazelisk" or "meson": BuildFiles.Make(call); return true;
            case "just": BuildFiles.Just(call); return true;
            case "mise" or "asdf" or "rbenv" or "pyenv" or "nvm" or "rustup" or "sdk" or "volta" or "fnm" or "proto": Versions(call); return true;
            case "direnv" or "dotenv" or "dotenvx" or "infisical-run" or "aws-vault" or "chamber-exec" or "with-env" or "envchain" or "cross-env"
                or "concurrently" or "nodemon" or "dotenvy" or "teller" or "hyperfine" or "on-change" or "watchexec" or "reflex" or "chokidar" or "air"
                or "tsx-watch": Runners(call); return true;
            default: return false;
        }
    }

    private static List<Word> AfterDashes(Call call)
    {
        var rest = call.Argv.SkipWhile(word => word.Known != "--").Skip(1).ToList();
        return rest;
    }

    private static void Node(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "cwC", "prefix workspace registry call package tag access filter dir cwd otp", stopAtOperand: false);
        // The shell that scripts are run with, and what every node they start is told.
        foreach (var word in call.Argv.Skip(1))
            if (word.KnownPrefix.StartsWith("--script-shell=", StringComparison.Ordinal)
                || word.KnownPrefix.StartsWith("--node-options=", StringComparison.Ordinal)) call.Unknown("program", WordText.Skip(word, 15));
        if (options.Operands.Count == 0) return;
        var verb = options.Operands[0].Known;
        switch (verb)
        {
            case "publish" or "unpublish" or "deprecate" or "owner" or "stage" or "npm" when !options.Has("dry-run"):
                if (verb == "npm" && options.Operands.Count > 1) { if (options.Operands[1].Known == "publish") call.Add(EffectKind.Install, "publish", TargetKind.Package, "npm"); }
                else if (verb is "publish") call.Add(EffectKind.Install, "publish", TargetKind.Package, "npm");
                else if (verb is "deprecate" && options.Operands[^1].Known == "") break;
                // A notice to whoever installs it; nothing is taken away.
                else if (verb is "deprecate") call.Add(EffectKind.Install, "publish", TargetKind.Package, options.Operands[^1].ToString());
                // vsce asks, unless it is told not to.
                else if (verb is "unpublish" && (call.Program != "vsce" || call.Argv.Any(static word => word.Known is "-f" or "--force"))) call.Add(EffectKind.Install, "unpublish", TargetKind.Package, options.Operands[^1].ToString(), options.Has('f', "force"));
                else if (verb is "owner" && options.Operands.Count > 1 && options.Operands[1].Known is "add" or "rm") call.Add(EffectKind.Install, "unpublish", TargetKind.Package, "npm owner");
                break;
            case "exec" or "x" or "dlx" or "create" or "init":
                if (options.Value("call", 'c') is { } text) call.Nest(CodeLanguage.Shell, text, call.Program + " exec -c");
                else if (verb == "exec" && call.Program == "yarn")
                    call.Nest(CodeLanguage.Shell, WordText.JoinAll(call.Argv.Skip(IndexOf(call, verb) + 1).Where(word => word.Known != "--")), "yarn exec");
                else if (verb is "exec" or "x" or "dlx") Npx(call, call.Argv, IndexOf(call, verb) + 1);
                break;
            case "explore" when AfterDashes(call) is { Count: > 0 } rest: call.Start(rest, call.Program + " explore"); break;
            case "run" or "run-script" or "test" or "start" or "stop" or "t" or "restart"
                or "rum": Script(call, verb is "run" or "run-script" or "rum" ? (options.Operands.Count > 1 ? options.Operands[1].Known : null) : verb == "t"
                ? "test" : verb); break;
            case "install" or "i" or "add" or "in" or "ci" or "link"
                or "global": Added(call, options, options.Has('g', "global") || verb == "global" || options.Value("location")?.Known == "global", 1);
                // The project's own scripts run when what it needs is installed.
                if (!options.Has("ignore-scripts") && !options.Has('g', "global"))
                {
                    Script(call, "install");
                    Script(call, "prepare");
                }
                break;
            case "uninstall" or "remove" or "rm" or "un": if (options.Has('g', "global")) call.Add(EffectKind.Install, "remove-global", TargetKind.Package, options.Operands[^1].ToString()); break;
            case "access" or "team" or "org" when options.Operands.Count > 1
                && options.Operands[1].Known is "revoke" or "delete" or "rm"
                or "destroy": call.Add(EffectKind.Install, "unpublish", TargetKind.Package, "npm " + verb); break;
            case "token" or "adduser" or "login": break;
            case "config" or "set" when options.Operands.Any(word => word.ToString().StartsWith("script-shell", StringComparison.Ordinal))
                && options.Operands[1].Known is not ("get" or "delete" or "rm" or "list"
                or "ls"): call.Path(EffectKind.Persist, options.Operands[^1], "git-program"); break;
            case "config" or "set" when options.Operands.Any(word => word.ToString().StartsWith("registry", StringComparison.Ordinal)
                && (word.ToString().Contains("http://", StringComparison.Ordinal))): PlainHttp(call, options.Operands[^1], "npm"); break;
            case "config" or "set" when options.Operands.Count > 2 && options.Operands[^2].Known == "registry"
                && options.Operands[^1].KnownPrefix.StartsWith("http://", StringComparison.Ordinal): PlainHttp(call, options.Operands[^1], "npm"); break;
            case "set-script" when options.Operands.Count > 2: call.Nest(CodeLanguage.Shell, options.Operands[2], "npm set-script"); break;
            case "pkg" when options.Operands.Count > 2 && options.Operands[1].Known == "set":
                foreach (var setting in options.Operands.Skip(2))
                    if (setting.KnownPrefix.StartsWith("scripts.", StringComparison.Ordinal)
                        && setting.KnownPrefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                        call.Nest(CodeLanguage.Shell, WordText.Skip(setting, equals + 1), "npm pkg set");
                break;
            case "node" when call.Program is "yarn" or "pnpm": call.Start([Word.Of("node"), .. call.Argv.Skip(IndexOf(call, verb) + 1)], call.Program + " node"); break;
            default:
                if (call.Program is "yarn" or "pnpm" or "bun" && verb is not null && options.Operands.Count >= 1) Script(call, verb);
                break;
        }
    }

    // Every later install would come from there.
    private static void PlainHttp(Call call, Word registry, string manager)
    {
        call.Add(EffectKind.Persist, "package-registry", TargetKind.Package, manager);
        if (!Hosts.IsLocal(registry.ToString())) call.Add(EffectKind.Install, "plain-http", TargetKind.Package, registry.ToString());
    }

    private static int IndexOf(Call call, string verb)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Text(i) == verb) return i;
        return call.Count;
    }

    // A package script is shell code in package.json: read it where the file was observed.
    private static void Script(Call call, string? name)
    {
        if (name is null || call.Run.Cwd is null) return;
        if (call.Want(PathText.Normalize(call.Run.Cwd + "/package.json"), content: true)?.Content is not { } text) return;
        // What stands around it by name runs with it.
        foreach (var around in (ReadOnlySpan<string>)["pre", "post"])
            if (PackageScripts.Find(text, around + name) is { } beside) call.Nest(CodeLanguage.Shell, Word.Of(beside), $"{call.Program} run {around}{name}");
        if (PackageScripts.Find(text, name) is { } script)
            call.Nest(CodeLanguage.Shell, WordText.JoinAll([Word.Of(script), .. AfterDashes(call)]), $"{call.Program} run {name}");
    }

    private static bool FromAddress(string name) => name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("https://", StringComparison.Ordinal)
        || name.StartsWith("git+", StringComparison.Ordinal) || name.StartsWith("github:", StringComparison.Ordinal);

    private static void Npx(Call call, IReadOnlyList<Word> argv, int start)
    {
        var options = Options.Parse(argv, start, "cpw", "call package workspace", stopAtOperand: true);
        if (options.Has("help") || options.Has("version")) return;
        foreach (var package in options.Values("package", 'p'))
            if (FromAddress(package.ToString())) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Package, package.ToString()), "package-url");
        if (options.Value("call", 'c') is { } text) call.Nest(CodeLanguage.Shell, text, call.Program + " -c");
        else if (options.Operands.Count > 0)
        {
            var name = options.Operands[0].ToString();
            if (FromAddress(name)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Package, name),
                "package-url");
            call.Start(options.Operands, call.Program);
        }
    }

    private static void Added(Call call, Options options, bool global, int skip)
    {
        foreach (var registry in options.Values("registry").Concat(options.Values("index-url", 'i')).Concat(options.Values("extra-index-url")).Concat(options.Values("find-links")))
            if (registry.KnownPrefix.StartsWith("http://", StringComparison.Ordinal) && !Hosts.IsLocal(registry.ToString()))
                call.Add(EffectKind.Install, "plain-http", TargetKind.Package, registry.ToString());
        if (options.Has("trusted-host")) call.Add(EffectKind.Install, "plain-http", TargetKind.Package, "trusted-host");
        foreach (var list in options.Values("requirement", 'r'))
            if (list.KnownPrefix.StartsWith("http", StringComparison.Ordinal)) call.Add(EffectKind.Install, "from-url", TargetKind.Package, list.ToString());
        foreach (var word in options.Operands.Skip(skip))
        {
            var name = word.ToString();
            var url = name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("https://", StringComparison.Ordinal)
                || name.StartsWith("git+", StringComparison.Ordinal) || name.StartsWith("git://", StringComparison.Ordinal);
            if ((name.StartsWith("http://", StringComparison.Ordinal) || name.StartsWith("git+http://", StringComparison.Ordinal) || name.StartsWith("git://", StringComparison.Ordinal)) && !Hosts.IsLocal(name.Replace("git+", "", StringComparison.Ordinal))) call.Add(EffectKind.Install, "plain-http", TargetKind.Package, name);
            call.Add(EffectKind.Install, url ? "from-url" : global ? "global" : "add", TargetKind.Package, name);
        }
    }

    private static void Python(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "rictefnpC",
            "requirement index-url extra-index-url find-links target constraint editable prefix root python repository with from directory name group",
            stopAtOperand: false);
        if (options.Operands.Count == 0) return;
        var verb = options.Operands[0].Known;
        if (call.Program == "uv" && verb == "pip" && options.Operands.Count > 1) verb = options.Operands[1].Known;
        if (call.Program is "uvx" || (call.Program is "pipx" or "uv" or "poetry" or "pipenv" or "pdm" or "hatch" or "conda" or "mamba" or "rye"
            && verb is "run" or "exec") || (call.Program == "uv" && options.Operands.Count > 1 && options.Operands[0].Known == "tool"
            && options.Operands[1].Known == "run"))
        {
            var at = call.Program == "uvx" ? 1 : IndexOf(call, verb ?? "run") + 1;
            var inner = Options.Parse(call.Argv, at, "npmC", "name prefix python with from env-file directory spec package extra group", stopAtOperand: true);
            // uv run https://… fetches a script and runs it.
            if (inner.Operands.Count > 0 && inner.Operands[0].KnownPrefix.StartsWith("http", StringComparison.Ordinal) && inner.Operands[0].ToString().Contains("://", StringComparison.Ordinal))
                call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, inner.Operands[0].ToString(), inner.Operands[0].IsKnown), call.Program);
            else call.Start(inner.Operands, call.Program + " run");
            return;
        }
        switch (verb)
        {
            case "publish" or "upload": call.Add(EffectKind.Install, "publish", TargetKind.Package, call.Program); break;
            case "install" or "add":
                var index = options.Value("index-url", 'i') ?? options.Value("extra-index-url");
                if (index is not null && (index.KnownPrefix.StartsWith("http://", StringComparison.Ordinal)
                    || !index.ToString().Contains("pypi", StringComparison.Ordinal)))
                    call.Add(EffectKind.Install, "other-index", TargetKind.Package, index.ToString());
                Added(call, options, options.Has("break-system-packages") || options.Has("system"), verb == options.Operands[0].Known ? 1 : 2);
                break;
            case "config" when options.Operands.Any(word => word.KnownPrefix.Contains("index-url", StringComparison.Ordinal))
                && options.Operands[^1].KnownPrefix.StartsWith("http://", StringComparison.Ordinal): PlainHttp(call, options.Operands[^1], "pip"); break;
            case "remove" or "env" when call.Program is "conda" or "mamba" && options.Has("all")
                || (call.Program is "conda" && options.Operands.Count > 1
                && options.Operands[1].Known == "remove"): call.Add(EffectKind.Install, "remove", TargetKind.Package, "environment"); break;
            case "remove" or "uninstall": call.Add(EffectKind.Install, "remove", TargetKind.Package, options.Operands[^1].ToString()); break;
            case "shell": if (call.Program is "poetry" or "pipenv" or "hatch") call.Session(call.Program + " shell"); break;
            default: break;
        }
    }

    private static void Builders(Call call)
    {
        if (call.AsksHelp) return;
        var words = call.Nouns();
        var dry = call.Argv.Any(word => word.Known is "--dry-run" or "-n" && call.Program == "cargo");
        var verb = words.Count > 0 ? words[0] : "";
        if (dry) return;
        switch (call.Program)
        {
            case "cargo":
                if (verb is "script" || call.Argv.Any(word => word.Known == "-Zscript")) call.Understood = false;
                // A yanked crate stays for those who have it locked, and --undo brings it back.
                if (verb is "publish" or "yank") call.Add(EffectKind.Install, "publish", TargetKind.Package, "crate");
                else if (verb is "run" or "r") { }
                else if (verb == "install" && call.Argv.Any(word => word.Known == "--git")) call.Add(EffectKind.Install, "from-url", TargetKind.Package, words[^1]);
                break;
            case "go" when verb is "run" or "generate":
                // What it compiles and runs is not read here.
                if (words.Find(word => word.Contains('@', StringComparison.Ordinal) || word.Contains("://", StringComparison.Ordinal)) is { } module)
                    call.Add(EffectKind.Install, "from-url", TargetKind.Package, module);
                call.Understood = false;
                break;
            case "gem" when verb is "install" && words.Exists(word => word.StartsWith("http", StringComparison.Ordinal)): call.Add(EffectKind.Install,
                "from-url", TargetKind.Package, words[^1]); break;
            case "gem": if (verb is "push" or "yank") call.Add(EffectKind.Install, verb == "yank" ? "unpublish" : "publish", TargetKind.Package, words[^1]); break;
            case "bundle" or "bundler": if (verb == "exec") call.Start(Options.Parse(call.Argv, IndexOf(call, "exec") + 1, "", "gemfile", stopAtOperand: true).Operands, "bundle exec"); break;
            case "composer":
                if (verb is "exec") call.Start([.. call.Argv.SkipWhile(word => word.Known != "exec").Skip(1).Where(word => word.Known != "--")], "composer exec");
                break;
            case "dotnet" or "nuget":
                if (words is ["nuget", "push", ..] || (call.Program == "nuget" && verb == "push")) call.Add(EffectKind.Install, "publish", TargetKind.Package, words[^1]);
                else if (words is ["nuget", "delete", ..] || (call.Program == "nuget" && verb == "delete")) call.Add(EffectKind.Install, "unpublish", TargetKind.Package, words[^1]);
                else if (words is ["ef", "database", "drop", ..]) call.Infrastructure("drop-database", "sql:ef", true);
                else if (words.Count > 1 && verb == "script" && words[1] == "eval") ForeignCode.Read(call, call.Argv[^1], "dotnet script");
                else if (words.Count > 1 && verb is "exec" or "fsi" or "script") call.Path(EffectKind.ExecuteUnknown, Word.Of(words[^1]), "script");
                else if (words.Count > 0 && verb == "fsi") call.Session("dotnet fsi");
                break;
            case "mvn" or "mvnw": if (words.Contains("deploy") || words.Any(word => word.StartsWith("release:", StringComparison.Ordinal)
                || word.StartsWith("deploy:", StringComparison.Ordinal))) call.Add(EffectKind.Install, "publish", TargetKind.Package, "maven"); break;
            case "gradle" or "gradlew" or "sbt": if (words.Any(word => word is "publish" or "uploadArchives" or "publishSigned" or "publishPlugins"
                || (word.EndsWith(":publish", StringComparison.Ordinal)) || word.StartsWith("publishAllPublications", StringComparison.Ordinal)
                || word.StartsWith("publishTo", StringComparison.Ordinal) && word != "publishToMavenLocal")) call.Add(EffectKind.Install, "publish",
                TargetKind.Package, call.Program); break;
            case "mix": if (verb is "hex.publish" or "hex.retire") call.Add(EffectKind.Install, "publish", TargetKind.Package, "hex"); else Migrations.Judge(call, call.Argv); break;
            case "pod": if (words is ["trunk", "push" or "delete" or "deprecate", ..]) call.Add(EffectKind.Install, "publish", TargetKind.Package, "pod"); break;
            case "vsce" or "ovsx" or "jsr" or "lerna" or "changeset" or "semantic-release" or "elm" or "luarocks" or "opam":
                if (verb is "publish" or "upload" || call.Program == "semantic-release") call.Add(EffectKind.Install, "publish", TargetKind.Package, call.Program);
                else if (verb is "unpublish") call.Add(EffectKind.Install, "unpublish", TargetKind.Package, call.Program);
                break;
            case "dart" or "flutter" or "pub": if (words.Contains("publish") || words.Contains("lish")) call.Add(EffectKind.Install, "publish", TargetKind.Package, "pub"); break;
            case "rake": Migrations.Judge(call, call.Argv); break;
            default: break;
        }
    }

    private static void Versions(Call call)
    {
        if (call.Argv.Any(word => word.Known is "exec" or "x" or "run"))
        {
            var rest = AfterDashes(call);
            if (rest.Count == 0) rest = [.. call.Argv.SkipWhile(word => word.Known is not ("exec" or "x" or "run")).Skip(call.Program is "nvm" or "rustup" ? 2 : 1)];
            call.Start(rest, call.Program + " exec");
        }
    }

    private static void Runners(Call call)
    {
        if (call.AsksHelp) return;
        switch (call.Program)
        {
            case "hyperfine" or "concurrently" or "nodemon" or "watchexec":
                foreach (var word in Options.Parse(call.Argv, 1, "wrmMpcsSnNeLiuPx",
                    "warmup runs min-runs max-runs prepare setup cleanup conclude shell export-json export-markdown export-csv parameter-list names name prefix-colors exts watch exec ignore ext delay max-processes").Operands)
                    if (word.ToString().Contains(' ', StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, word, call.Program);
                foreach (var value in Options.Parse(call.Argv, 1, "pcsx", "prepare setup cleanup conclude exec").Given)
                    if (value is { Name: "prepare" or "cleanup" or "conclude" or "setup" or "exec" or "x" or "p", Value: { } text }) call.Nest(CodeLanguage.Shell, text, call.Program);
                if (call.Program is "watchexec" or "nodemon" && AfterDashes(call) is { Count: > 0 } after) call.Start(after, call.Program);
                break;
            case "direnv": if (call.Text(1) == "exec") call.Start([.. call.Argv.Skip(3)], "direnv exec"); break;
            case "cross-env":
                call.Start([.. call.Argv.Skip(1).SkipWhile(word => Wrappers.Assignment(word) is not null)], "cross-env");
                break;
            default:
                if (AfterDashes(call) is { Count: > 0 } rest) call.Start(rest, call.Program);
                break;
        }
    }
}
