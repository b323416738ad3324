using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Sallyport.Streams;

namespace Sallyport.Cli.Install;

/// <summary>A <c>codex app-server</c> process, asked over its JSON lines. It is the only one who knows what this Codex makes of its files.</summary>
internal sealed class CodexAppServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly BlockingCollection<string> _lines = [];
    private readonly Process _process;
    private int _requests;

    private CodexAppServer(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text) _lines.Add(text);
            else _lines.CompleteAdding();
        };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The Codex of this machine, by its absolute path; null where there is none on PATH.</summary>
    public static string? Find()
    {
        string[] names = OperatingSystem.IsWindows() ? ["codex.exe", "codex.cmd"] : ["codex"];
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
        {
            // Not from the current directory, however PATH spells it: that may be anybody's repository.
            if (!Path.IsPathFullyQualified(directory)) continue;
            foreach (var name in names)
                if (File.Exists(Path.Combine(directory, name))) return Path.Combine(directory, name);
        }
        return null;
    }

    /// <summary>Starts it for one Codex home.</summary>
    /// <exception cref="IOException">It does not start or does not answer.</exception>
    public static CodexAppServer Start(string codex, string codexHome)
    {
        var start = new ProcessStartInfo(codex, ["app-server"])
        {
            WorkingDirectory = codexHome,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["CODEX_HOME"] = codexHome;
        try
        {
            var server = new CodexAppServer(Process.Start(start) ?? throw new IOException($"{codex} does not start."));
            using var _ = server.Ask("initialize", json =>
            {
                json.WriteStartObject("clientInfo");
                json.WriteString("name", "sallyport");
                json.WriteString("version", ProductVersion.Text);
                json.WriteEndObject();
                json.WriteStartObject("capabilities");
                json.WriteBoolean("experimentalApi", true);
                json.WriteEndObject();
            });
            server.Send("{\"method\":\"initialized\"}");
            return server;
        }
        catch (Win32Exception wrong)
        {
            throw new IOException($"{codex} does not start: {wrong.Message}", wrong);
        }
    }

    /// <summary>Asks, and waits for the answer; what it is told meanwhile is passed over.</summary>
    public JsonDocument Ask(string method, Action<Utf8JsonWriter> parameters)
    {
        var id = ++_requests;
        Send(JsonText.Object(json =>
        {
            json.WriteNumber("id", id);
            json.WriteString("method", method);
            json.WriteStartObject("params");
            parameters(json);
            json.WriteEndObject();
        }));

        var deadline = Stopwatch.StartNew();
        while (Patience - deadline.Elapsed is { Ticks: > 0 } left && _lines.TryTake(out var line, left))
        {
            if (Parse(line) is not { } answer) continue;
            if (answer.RootElement.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id
                && !answer.RootElement.TryGetProperty("method", out _))
            {
                if (answer.RootElement.TryGetProperty("result", out _)) return answer;
                throw new IOException($"Codex refuses {method}: {Sanitize.ForTerminal(answer.RootElement.GetRawText())}");
            }
            answer.Dispose();
        }
        throw new IOException($"Codex does not answer {method}.");
    }

    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(2000)) _process.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException or Win32Exception)
        {
            // it has ended by itself
        }
        _process.Dispose();
        _lines.Dispose();
    }

    private void Send(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    private static JsonDocument? Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null; // a warning of its runtime, not a message
        }
    }
}
