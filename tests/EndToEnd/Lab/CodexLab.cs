namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>Real Codex with Sallyport in a scratch home, in front of a scripted model.</summary>
internal sealed class CodexLab : IDisposable
{
    /// <summary>A model with direct tools.</summary>
    public const string Direct = "gpt-5.5";

    /// <summary>A model that works in code mode only.</summary>
    public const string CodeMode = "gpt-6-sol";

    private readonly ScriptedModel _model = ScriptedModel.Start();

    private CodexLab() => WriteConfig();

    /// <summary>The scratch home.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>More lines for config.toml, before Sallyport is installed.</summary>
    public string ExtraConfig { get; private set; } = "";

    /// <summary>A lab with Sallyport installed by its own command.</summary>
    public static async Task<CodexLab> Installed(string extraConfig = "")
    {
        var lab = Bare(extraConfig);
        var installed = await lab.Sallyport("install", "--codex-home", lab.Scratch.CodexHome);
        if (installed.ExitCode == 0) return lab;
        lab.Dispose();
        throw new InvalidOperationException(installed.Output + installed.Error);
    }

    /// <summary>A lab without Sallyport.</summary>
    public static CodexLab Bare(string extraConfig = "")
    {
        var lab = new CodexLab { ExtraConfig = extraConfig };
        lab.WriteConfig();
        return lab;
    }

    /// <summary>Runs the product's command.</summary>
    public Task<Finished> Sallyport(params string[] arguments) => Scratch.Run(Product.Binary("sallyport"), arguments);

    /// <summary>Runs one prompt to its end.</summary>
    public async Task<CodexRun> Exec(string prompt, params Turn[] script) => await Exec(prompt, Direct, [], script);

    /// <summary>Runs one prompt to its end with a model and more arguments.</summary>
    public async Task<CodexRun> Exec(string prompt, string model, string[] arguments, params Turn[] script)
    {
        _model.Play(script);
        var finished = await Scratch.Run(Product.Codex!, ["exec", "--skip-git-repo-check", "-m", model, .. arguments, prompt], input: "");
        return new CodexRun(finished, _model.Requests);
    }

    /// <summary>Begins a script for a client that drives Codex itself.</summary>
    public void Play(params Turn[] script) => _model.Play(script);

    /// <summary>What the model plays for the prompts that hold a word: what a subagent does, told apart by its task.</summary>
    public void PlayFor(string word, params Turn[] script) => _model.PlayFor(word, script);

    /// <summary>Everything the model was sent since the script began.</summary>
    public CodexRun Sofar => new(new Finished(0, "", ""), _model.Requests);

    /// <summary>The path of a file in the project.</summary>
    public string InWork(string name) => Path.Combine(Scratch.Work, name);

    public void Dispose()
    {
        _model.Dispose();
        Scratch.Dispose();
    }

    private void WriteConfig() => File.WriteAllText(Path.Combine(Scratch.CodexHome, "config.toml"), $"""
        model = "{Direct}"
        model_provider = "mock"
        approval_policy = "never"
        sandbox_mode = "danger-full-access"
        {ExtraConfig}

        [model_providers.mock]
        name = "mock"
        base_url = "http://127.0.0.1:{_model.Port}/v1"
        wire_api = "responses"
        request_max_retries = 0
        stream_max_retries = 0
        supports_websockets = false

        """);
}
