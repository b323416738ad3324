using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>What a run of Codex left: its own output, and everything the model was sent.</summary>
internal sealed record CodexRun(Finished Process, IReadOnlyList<JsonNode> Requests)
{
    /// <summary>The last request's items: the whole conversation as the model saw it.</summary>
    private IEnumerable<JsonNode> Conversation => Requests.Count == 0 ? [] : Requests[^1]["input"]!.AsArray().Select(i => i!);

    /// <summary>What the model saw of each tool call, in order.</summary>
    public IReadOnlyList<string> ToolOutputs =>
        [.. Conversation.Where(i => (string?)i["type"] is "function_call_output" or "custom_tool_call_output").Select(i => Text(i["output"]))];

    /// <summary>Everything the model was ever sent, as one text.</summary>
    public string Everything => string.Join("\n", Requests.Select(r => r.ToJsonString(Relaxed)));

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Text(JsonNode? output) => output switch
    {
        null => "",
        JsonValue value => value.ToString(),
        JsonArray parts => string.Join("\n", parts.Select(p => (string?)p?["text"] ?? "")),
        _ => output.ToJsonString(Relaxed),
    };
}

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

    /// <summary>A lab with Sallyport installed. Skips the test where real Codex is not to be had.</summary>
    public static async Task<CodexLab> Installed(string extraConfig = "")
    {
        var lab = Bare(extraConfig);
        var installed = await lab.Sallyport("install", "--codex-home", lab.Scratch.CodexHome);
        Assert.True(installed.ExitCode == 0, installed.Output + installed.Error);
        return lab;
    }

    /// <summary>A lab without Sallyport.</summary>
    public static CodexLab Bare(string extraConfig = "")
    {
        Assert.SkipWhen(Product.Codex is null, "real Codex is not to be had: run packaging/fetch-codex.sh artifacts/codex");
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
