using Sallyport.Cli.Install;
using Sallyport.Cli.Managed;

namespace Sallyport.Cli.Doctor;

/// <summary>Does the MCP server answer, as Codex would start it: with almost no environment?</summary>
internal static class ServerCheck
{
    private static readonly string[] Kept = ["HOME", "USERPROFILE", "SystemRoot", "PATH", "LANG", "TMPDIR", "TEMP", "CODEX_HOME", "SALLYPORT_DATA_DIR"];

    private const string Questions = """
        {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"sallyport-doctor","version":"1"}}}
        {"jsonrpc":"2.0","method":"notifications/initialized"}
        {"jsonrpc":"2.0","id":2,"method":"tools/list"}

        """;

    public static Finding Run(Patient patient)
    {
        var server = Path.Combine(patient.Binaries, Path.GetFileName(patient.Installation.McpServer));
        if (!File.Exists(server)) return Finding.Fault("mcp.silent", $"the MCP server is missing ({server}), so no plan can be declared", patient.Mend);
        var arguments = patient.Scope is Scope.User or Scope.Repo ? new[] { "--data-dir", patient.Installation.Data.Root } : [];
        var environment = Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => !Kept.Contains(name)).Select(name => (name, (string?)null))
            .Append(("CODEX_HOME", patient.Installation.CodexHome));
        try
        {
            var said = ChildProcess.Run(server, arguments, Questions.ReplaceLineEndings("\n"), patient.Installation.Data.Root is { } root
                && Directory.Exists(root) ? root : null, environment, seconds: 30, until: "\"id\":2");
            return said.Output.Contains("\"register_intent_plan\"", StringComparison.Ordinal)
                ? Finding.Good("mcp", "the MCP server answers and offers register_intent_plan")
                : Finding.Fault("mcp.silent",
                $"the MCP server does not answer: exit {said.ExitCode}{(said.Error.Trim() is { Length: > 0 } words ? ", " + Sanitize.ForTerminal(words[..Math.Min(300, words.Length)]) : "")}",
                patient.Mend);
        }
        catch (IOException wrong)
        {
            return Finding.Fault("mcp.silent", $"the MCP server does not answer: {wrong.Message.TrimEnd('.')}", patient.Mend);
        }
    }
}
