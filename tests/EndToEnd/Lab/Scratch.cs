using System.Diagnostics;
using System.Text;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>What a finished process left.</summary>
internal sealed record Finished(int ExitCode, string Output, string Error);

/// <summary>A scratch home, workspace and data directory. Codex refuses a home below the temporary directory, so they are in artifacts.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _root = Path.Combine(Product.Root, "artifacts", "lab", Guid.NewGuid().ToString("n")[..12]);

    public Scratch()
    {
        foreach (var folder in (string[])[Home, CodexHome, Work]) Directory.CreateDirectory(folder);
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = Home,
            ["CODEX_HOME"] = CodexHome,
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
            ["USER"] = "tester",
        };
    }

    /// <summary>The person's home.</summary>
    public string Home => Path.Combine(_root, "home");

    /// <summary>Codex's home.</summary>
    public string CodexHome => Path.Combine(Home, ".codex");

    /// <summary>Sallyport's data directory.</summary>
    public string Data => Path.Combine(CodexHome, "sallyport");

    /// <summary>The project.</summary>
    public string Work => Path.Combine(Home, "project");

    /// <summary>The environment processes get; nothing else is passed on.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>Every row of the record.</summary>
    public IReadOnlyList<System.Text.Json.Nodes.JsonNode> Record =>
        Directory.Exists(Path.Combine(Data, "audit"))
            ? [.. Directory.EnumerateFiles(Path.Combine(Data, "audit"), "*.jsonl").Order().SelectMany(File.ReadAllLines).Select(l => System.Text.Json.Nodes.JsonNode.Parse(l)!)]
            : [];

    // A test that copied a program may have left its file open for writing to a process that another test started at that moment: it is over at once.
    private static async Task<Process> Start(ProcessStartInfo start)
    {
        const int textFileBusy = 26;
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Process.Start(start)!;
            }
            catch (System.ComponentModel.Win32Exception busy) when (busy.NativeErrorCode == textFileBusy && tries < 50)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Runs a program to its end.</summary>
    public async Task<Finished> Run(string program, IEnumerable<string> arguments, string? input = null, string? cwd = null, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = cwd ?? Work,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.Environment.Clear();
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = await Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // it ended without reading; its exit code says why
        }
        using var timeout = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{Path.GetFileName(program)} did not end in time. stderr: {await error}");
        }
        return new Finished(process.ExitCode, await output, await error);
    }

    public void Dispose()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(_root, recursive: true);
                return;
            }
            catch (Exception busy) when (attempt < 20 && busy is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(50); // a child of Codex may still write into its home
            }
        }
    }
}
