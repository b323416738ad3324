namespace Sallyport.Shell.Commands;

/// <summary>Files that a program runs or builds from because of their name or place: who has just written one of them has written code.</summary>
internal static class BuildInputs
{
    /// <summary>The files of its folder that the command would run, as words; null where there are none.</summary>
    public static IReadOnlyList<Word>? Of(CommandRun run)
    {
        var verb = run.Argv.Count > 1 ? run.Argv[1].Known : null;
        return run.Program switch
        {
            "make" or "gmake" => Names("Makefile", "makefile", "GNUmakefile"),
            "npm" or "yarn" or "pnpm" or "bun" when verb is null or "install" or "i" or "ci" or "run" or "test" or "start" or "t" or "build" or "pack" => Names("package.json"),
            "pytest" or "py.test" or "tox" => Names("conftest.py", "tox.ini"),
            "docker" or "podman" or "buildah" when verb is "build" or "buildx" or "bud" => Names("Dockerfile", "Containerfile"),
            "docker" or "podman" or "docker-compose" or "podman-compose" when run.Argv.Any(word => word.Known is "up" or "run"
                or "create") => Names("docker-compose.yml", "docker-compose.yaml", "compose.yml", "compose.yaml"),
            "gradle" or "gradlew" => Names("build.gradle", "build.gradle.kts", "settings.gradle"),
            "mvn" or "mvnw" => Names("pom.xml"),
            "cargo" when verb is "build" or "run" or "test" or "check" or "install" or "b" or "r" => Names("build.rs", "Cargo.toml"),
            "pip" or "pip3" or "uv" when run.Argv.Any(word => word.Known is "." or "./") => Names("setup.py", "pyproject.toml"),
            "rake" => Names("Rakefile"),
            "terraform" or "tofu" when verb is "apply" or "init" => Names("main.tf"),
            "python" or "python3" or "py" when verb is "-m" && run.Argv.Count > 2 && run.Argv[2].Known is { } module => Names(module.Replace('.', '/') + ".py"),
            "java" or "go" or "dotnet" or "ansible-playbook" or "node" or "perl" or "ruby" => [.. run.Argv.Skip(1).Where(IsCode)],
            _ => null,
        };
    }

    /// <summary>True for what a repository is built with: it is the project's code as a makefile is, and nobody reads that first either.</summary>
    public static bool IsUsual(string name) => name is "configure" or "autogen.sh" or "bootstrap" or "bootstrap.sh" or "buildconf" or "gradlew" or "mvnw" or "build.sh" or "setup.py"
        or "manage.py" or "waf" or "x.py" or "Makefile" or "GNUmakefile";

    private static Word[] Names(params ReadOnlySpan<string> names)
    {
        var words = new Word[names.Length];
        for (var i = 0; i < names.Length; i++) words[i] = Word.Of(names[i]);
        return words;
    }

    private static bool IsCode(Word word) => Path.GetExtension(word.KnownPrefix.AsSpan()) is ".go" or ".jar" or ".java" or ".yml" or ".yaml" or ".dll"
        or ".csproj" or ".js" or ".mjs" or ".cjs" or ".pl" or ".rb";

    /// <summary>What a compiler reads and makes: a program compiled from a file is that file in another form.</summary>
    public static void Compile(Call call)
    {
        if (call.AsksHelp || call.Program is not ("gcc" or "cc" or "g++" or "c++" or "clang" or "clang++" or "rustc" or "tcc")) return;
        var options = Options.Parse(call.Argv, 1, "oIlLDUxWfmgOC", "output");
        if (options.Operands.Count == 0) return;
        foreach (var source in options.Operands) call.Path(EffectKind.Read, source, "copy");
        if (options.Has('c') || options.Has('E') || options.Has('S')) return;
        var stem = options.Operands[0].Known is { } first && call.Program == "rustc" && first.LastIndexOf('.') is var dot and > 0 ? first[..dot] : "a.out";
        call.Path(EffectKind.Write, options.Value("output", 'o') ?? Word.Of(stem), "compiled");
    }
}
