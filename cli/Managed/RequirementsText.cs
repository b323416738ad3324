using System.Text;
using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Managed;

/// <summary>What requirements.toml says so that hooks run, all of them, whatever a user, a repository or the environment says.</summary>
/// <param name="Unix">Folder of the binaries on Linux and macOS.</param>
/// <param name="Windows">Folder of the binaries on Windows.</param>
/// <param name="McpAllowList">Allow only the MCP servers that are named here: ours.</param>
internal sealed record RequirementsText(string Unix, string Windows, bool McpAllowList)
{
    /// <summary>Encloses what is put into a file that others wrote too.</summary>
    public const string Begin = "# Sallyport begins. 'sallyport uninstall --scope system' takes this part out.";

    /// <summary>See <see cref="Begin"/>.</summary>
    public const string End = "# Sallyport ends.";

    // What holds even where a hook does not run: a few commands, by their first words, that nobody means.
    private static readonly (string[][] Words, string Why)[] Floor =
    [
        ([["rm"], ["-rf", "-fr", "-Rf", "-fR"], ["/", "/*", "~", "$HOME"]], "Deletes everything."),
        ([["mkfs", "mkfs.ext4", "mkfs.xfs", "mkfs.btrfs", "mkfs.vfat", "wipefs"]], "Erases a file system."),
        ([["diskutil"], ["eraseDisk", "eraseVolume", "zeroDisk", "secureErase"]], "Erases a disk."),
        ([["format", "format.com", "diskpart"]], "Erases a disk."),
        ([["sallyport"], ["install", "upgrade", "uninstall"]], "Changes what guards this session: the administrator's to do."),
    ];

    /// <summary>The whole file.</summary>
    public string Whole()
    {
        var text = new StringBuilder();
        text.Append("# Codex: what this organisation requires. Made by Sallyport ").Append(ProductVersion.Text).Append(".\n\n");
        text.Append("# Hooks of users, projects, sessions and plugins do not run; none of them can rewrite a call that was already checked.\n");
        text.Append("allow_managed_hooks_only = true\n\n");
        text.Append("# Without this a user could switch hooks off.\n[features]\nhooks = true\n\n");
        text.Append("[hooks]\n");
        foreach (var (key, value) in Folders) text.Append(key).Append(" = ").Append(Literal(value)).Append('\n');
        return text.Append('\n').Append(Part(withFloor: true)).ToString();
    }

    /// <summary>The label folders of <c>[hooks]</c>.</summary>
    public IEnumerable<(string Key, string Value)> Folders => [("managed_dir", Unix), ("windows_managed_dir", Windows)];

    /// <summary>The hooks, and the floor of rules: what can stand at the end of any file.</summary>
    public string Part(bool withFloor)
    {
        var text = new StringBuilder();
        var windows = HookRegistration.All(Windows, windows: true, managed: true);
        foreach (var (hook, there) in HookRegistration.All(Unix, windows: false, managed: true).Zip(windows)) Append(text, hook, there.Command);
        if (withFloor) AppendFloor(text);
        if (McpAllowList) AppendIdentity(text);
        return text.ToString();
    }

    private static void Append(StringBuilder text, HookRegistration hook, string windows)
    {
        text.Append("[[hooks.").Append(hook.Event).Append("]]\n");
        if (hook.Matcher is not null) text.Append("matcher = ").Append(TomlEdit.Quoted(hook.Matcher)).Append('\n');
        text.Append("[[hooks.").Append(hook.Event).Append(".hooks]]\ntype = \"command\"\n");
        text.Append("command = ").Append(TomlEdit.Quoted(hook.Command)).Append('\n');
        text.Append("command_windows = ").Append(Literal(windows)).Append('\n');
        text.Append("timeout = ").Append(hook.Timeout).Append('\n');
        text.Append("statusMessage = ").Append(TomlEdit.Quoted(HookRegistration.StatusMessage)).Append("\n\n");
    }

    private static void AppendFloor(StringBuilder text)
    {
        text.Append("# A floor: Codex refuses these by itself, whether a hook runs or not.\n");
        foreach (var (words, why) in Floor)
        {
            var pattern = words.Select(w => w.Length == 1 ? $"{{ token = {TomlEdit.Quoted(w[0])} }}" : $"{{ any_of = {TomlEdit.Quoted(w)} }}");
            text.Append("[[rules.prefix_rules]]\npattern = [").Append(string.Join(", ", pattern)).Append("]\n");
            text.Append("decision = \"forbidden\"\njustification = ").Append(TomlEdit.Quoted(why)).Append("\n\n");
        }
    }

    private void AppendIdentity(StringBuilder text)
    {
        text.Append("# An allow-list of MCP servers: every server that is not named in a table like this one is switched off.\n");
        text.Append("[mcp_servers.sallyport.identity]\ncommand = ").Append(TomlEdit.Quoted(Unix + "/sallyport-mcp")).Append('\n');
    }

    private static string Literal(string value) => value.Contains('\'') ? TomlEdit.Quoted(value) : $"'{value}'";
}
