using Sallyport.Cli.Install;
using Sallyport.Configuration;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Managed;

/// <summary>The machine's config.toml: the MCP server for everybody.</summary>
internal static class SystemConfigText
{
    private static readonly string[] Server = ["mcp_servers", "sallyport"];

    /// <summary>Variables the MCP server reads; Codex passes servers almost no environment.</summary>
    public static IEnumerable<string> Variables =>
        SettingDefinition.All.SelectMany(d => (string?[])[d.Variable, d.OlderVariable]).OfType<string>().Prepend("SALLYPORT_DATA_DIR").Prepend("CODEX_HOME");

    /// <summary>The text with the server in it.</summary>
    /// <param name="text">As it is; empty for a new file.</param>
    /// <param name="file">For messages.</param>
    /// <param name="server">The server's path.</param>
    public static string With(string text, string file, string server)
    {
        text = TomlEdit.Set(text, file, Server, ["command"], TomlEdit.Quoted(server));
        text = TomlEdit.Set(text, file, Server, ["env_vars"], TomlEdit.Quoted(Variables));
        // A session in which no plan can be declared would refuse every call: better it does not begin, and says why.
        text = TomlEdit.Set(text, file, Server, ["required"], "true");
        foreach (var tool in CodexEdits.UnaskedTools) text = TomlEdit.Set(text, file, Server, ["tools", tool, "approval_mode"], TomlEdit.Quoted("approve"));
        return text;
    }

    /// <summary>The text without it.</summary>
    public static string Without(string text, string file) => TomlEdit.Remove(text, file, Server);
}
