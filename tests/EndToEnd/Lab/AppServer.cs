using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>Real Codex as a client drives it, over <c>codex app-server</c>: the only way to have approvals asked, and so PermissionRequest fired.</summary>
internal sealed class AppServer : IAsyncDisposable
{
    private readonly Process _process;
    private int _requests;

    private AppServer(Process process) => _process = process;

    /// <summary>What it was asked to approve, in order. It always declines: an approved call shows that a hook decided it.</summary>
    public List<string> Approvals { get; } = [];

    /// <summary>Every notification.</summary>
    public List<JsonNode> Notes { get; } = [];

    /// <summary>Starts it in a lab.</summary>
    public static async Task<AppServer> Start(CodexLab lab)
    {
        var start = new ProcessStartInfo(Product.Codex!, ["app-server"])
        {
            WorkingDirectory = lab.Scratch.Work,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment.Clear();
        foreach (var (name, value) in lab.Scratch.Environment) start.Environment[name] = value;
        var server = new AppServer(Process.Start(start)!);
        server._process.ErrorDataReceived += static (_, _) => { };
        server._process.BeginErrorReadLine();
        await server.Ask("initialize", new { clientInfo = new { name = "lab", version = "1" }, capabilities = new { experimentalApi = true } });
        await server.Send(new { method = "initialized" });
        return server;
    }

    /// <summary>Asks and waits for the answer.</summary>
    public async Task<JsonNode> Ask(string method, object parameters)
    {
        var id = ++_requests;
        await Send(new { id, method, @params = parameters });
        var answer = await Until(m => m["method"] is null && (int?)m["id"] == id);
        return answer["result"] ?? throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>Runs one prompt to its end in a thread of its own, with approvals asked on request.</summary>
    public async Task Turn(CodexLab lab, string prompt, string sandbox = "workspace-write") => await Say(await Thread(lab, sandbox, "on-request"), prompt);

    /// <summary>Begins a thread.</summary>
    /// <returns>Its id, which is its session's.</returns>
    public async Task<string> Thread(CodexLab lab, string sandbox = "danger-full-access", string approvals = "never")
    {
        var thread = await Ask("thread/start", new { cwd = lab.Scratch.Work, approvalPolicy = approvals, sandbox });
        return (string)thread["thread"]!["id"]!;
    }

    /// <summary>Says something in a thread, and waits until Codex has done with it.</summary>
    public async Task Say(string thread, string prompt)
    {
        var before = Notes.Count;
        var turn = (string)(await Ask("turn/start", new { threadId = thread, input = new object[] { new { type = "text", text = prompt } } }))["turn"]!["id"]!;
        // A prompt that a hook answers may be over before its own answer is read; and the end of the turn before may come late.
        bool Ended(JsonNode m) => (string?)m["method"] == "turn/completed" && (string?)m["params"]?["turn"]?["id"] == turn;
        if (!Notes.Skip(before).Any(Ended)) await Until(Ended);
    }

    /// <summary>Waits for a notification.</summary>
    public Task Ended(string method) => Until(m => (string?)m["method"] == method);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private async Task Send(object message)
    {
        await _process.StandardInput.WriteLineAsync(System.Text.Json.JsonSerializer.Serialize(message));
        await _process.StandardInput.FlushAsync();
    }

    private async Task<JsonNode> Until(Func<JsonNode, bool> found)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            var message = JsonNode.Parse(line)!;
            if (message["method"] is not null && message["id"] is not null)
            {
                Approvals.Add(message.ToJsonString());
                await Send(new { id = (int)message["id"]!, result = new { decision = "decline" } });
            }
            else if (message["method"] is not null)
            {
                Notes.Add(message);
            }
            if (found(message)) return message;
        }
        throw new InvalidOperationException("codex app-server ended");
    }
}
