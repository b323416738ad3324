using System.Diagnostics;
using System.Text.Json;

namespace Sallyport.Tests.Mcp;

/// <summary>The server as Codex starts it: a process that speaks JSON lines.</summary>
internal sealed class McpProcess : IDisposable
{
    private readonly Process _process;
    private int _id;

    public McpProcess(string dataDirectory, string? cwd = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = cwd ?? Path.GetTempPath(),
        };
        // With the tests' own runtime, since the server's may be an older one that is not installed.
        var tests = Path.Combine(AppContext.BaseDirectory, "Sallyport.Tests.Unit");
        string[] arguments =
        [
            "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json",
            Path.Combine(AppContext.BaseDirectory, "sallyport-mcp.dll"), "--data-dir", dataDirectory,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    public void SendLine(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Sends a request and returns its response; everything else that is printed is passed over.</summary>
    public JsonElement Request(string method, string parameters)
    {
        var id = ++_id;
        SendLine($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        while (ReadLine() is { } line)
        {
            var message = JsonDocument.Parse(line).RootElement;
            if (message.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id) return message;
        }
        throw new InvalidOperationException("The server ended: " + _process.StandardError.ReadToEnd());
    }

    public JsonElement Initialize(string version = "2025-06-18")
    {
        var answer = Request("initialize", $$"""{"protocolVersion":"{{version}}","capabilities":{},"clientInfo":{"name":"test","version":"1"} }""");
        SendLine("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        return answer;
    }

    public JsonElement Call(string tool, string arguments, string meta = "{}") =>
        Request("tools/call", $$"""{"name":"{{tool}}","arguments":{{arguments}},"_meta":{{meta}} }""").GetProperty("result");

    /// <summary>Closes stdin and returns the exit code.</summary>
    public int Close()
    {
        _process.StandardInput.Close();
        return _process.WaitForExit(20_000) ? _process.ExitCode : throw new TimeoutException("The server did not end.");
    }

    private string? ReadLine()
    {
        var read = _process.StandardOutput.ReadLineAsync();
        return read.Wait(30_000) ? read.Result : throw new TimeoutException("The server did not answer.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
