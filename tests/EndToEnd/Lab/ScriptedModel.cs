using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>A stand-in for the Responses API on loopback: answers each request with the next turn of a script, and keeps what it was sent.</summary>
internal sealed class ScriptedModel : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Lock _lock = new();
    private readonly List<JsonNode> _requests = [];
    private readonly Dictionary<string, (IReadOnlyList<Turn> Script, int Next)> _scripts = [];

    private ScriptedModel(int port)
    {
        Port = port;
        _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>Every request since the script began.</summary>
    public IReadOnlyList<JsonNode> Requests
    {
        get { lock (_lock) return [.. _requests]; }
    }

    /// <summary>Starts on a free port.</summary>
    public static ScriptedModel Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            try
            {
                return new ScriptedModel(port);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // somebody else took the port in between
            }
        }
    }

    /// <summary>Begins a script.</summary>
    public void Play(params IReadOnlyList<Turn> script)
    {
        lock (_lock)
        {
            _scripts[""] = (script, 0);
            _requests.Clear();
        }
    }

    /// <summary>A script of its own for the conversations whose last prompt holds a word.</summary>
    public void PlayFor(string word, params IReadOnlyList<Turn> script)
    {
        lock (_lock) _scripts[word] = (script, 0);
    }

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            await Answer(context);
        }
    }

    private async Task Answer(HttpListenerContext context)
    {
        byte[] body;
        if (context.Request.HttpMethod == "POST")
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            body = Encoding.UTF8.GetBytes(Stream(Next(await reader.ReadToEndAsync())));
            context.Response.ContentType = "text/event-stream";
        }
        else
        {
            body = """{"object":"list","data":[],"models":[]}"""u8.ToArray();
            context.Response.ContentType = "application/json";
        }
        try
        {
            context.Response.ContentLength64 = body.Length;
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // Codex went away: the test will say so
        }
    }

    private (int Turn, IEnumerable<JsonObject> Items) Next(string request)
    {
        lock (_lock)
        {
            var body = JsonNode.Parse(request)!;
            _requests.Add(body);
            var prompt = LastPrompt(body);
            var lane = _scripts.Keys.FirstOrDefault(word => word.Length > 0 && prompt.Contains(word, StringComparison.Ordinal), "");
            var (script, turn) = _scripts.TryGetValue(lane, out var found) ? found : ([], 0);
            _scripts[lane] = (script, turn + 1);
            var played = turn < script.Count ? script[turn] : new Turn().Say("done");
            return (_requests.Count, played.Items(_requests.Count));
        }
    }

    private static string LastPrompt(JsonNode request) =>
        request["input"]?.AsArray().LastOrDefault(i => (string?)i?["role"] == "user")?["content"]?.ToJsonString() ?? "";

    private static string Stream((int Turn, IEnumerable<JsonObject> Items) played)
    {
        var stream = new StringBuilder();
        void Event(JsonObject data) => stream.Append("event: ").Append((string)data["type"]!).Append("\ndata: ").Append(data.ToJsonString()).Append("\n\n");

        Event(new JsonObject { ["type"] = "response.created", ["response"] = new JsonObject { ["id"] = $"r{played.Turn}" } });
        foreach (var item in played.Items)
        {
            Event(new JsonObject { ["type"] = "response.output_item.added", ["item"] = item.DeepClone() });
            Event(new JsonObject { ["type"] = "response.output_item.done", ["item"] = item });
        }
        Event(new JsonObject
        {
            ["type"] = "response.completed",
            ["response"] = new JsonObject
            {
                ["id"] = $"r{played.Turn}",
                ["usage"] = JsonNode.Parse("""{"input_tokens":10,"input_tokens_details":null,"output_tokens":5,"output_tokens_details":null,"total_tokens":15}"""),
            },
        });
        return stream.ToString();
    }
}
