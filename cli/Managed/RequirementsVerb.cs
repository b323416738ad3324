using System.Text;
using Sallyport.State;

namespace Sallyport.Cli.Managed;

/// <summary><c>sallyport requirements</c>: what an administrator hands to Codex, to a Mac's management, or to Intune.</summary>
internal static class RequirementsVerb
{
    public static readonly Verb Verb = new("requirements", "make what enforces Sallyport from above", """
        usage: sallyport requirements [--toml|--base64|--mobileconfig] [--config] [more]      to standard output
               sallyport requirements --out DIR [--intune] [more]                             every file, into a folder

        requirements.toml makes Codex run Sallyport's hooks and no others, keeps them switched on, and refuses a few commands by itself.
        With it goes a config.toml for the machine that starts the MCP server. Neither holds a secret.

          --toml                     requirements.toml (the default)
          --base64                   the same, for a field that takes base64 (com.openai.codex:requirements_toml_base64)
          --mobileconfig             the macOS profile with both files in it
          --config                   config.toml in place of requirements.toml
          --out DIR                  requirements.toml, config.toml, settings.json and the macOS profile
          --intune                   with --out: the detection, install, remediation and uninstall scripts too
          --managed-dir DIR          where the binaries are on Linux and macOS (/usr/lib/sallyport, on macOS /usr/local/lib/sallyport)
          --windows-managed-dir DIR  where they are on Windows (C:\ProgramData\Sallyport\bin): no spaces in it
          --mcp-allowlist            allow this MCP server and switch off every other that requirements.toml does not name
          --monitor                  settings.json that records and stops nothing: for the first ring

        examples:
          sallyport requirements > requirements.toml
          sallyport requirements --managed-dir /usr/local/lib/sallyport --mobileconfig > sallyport.mobileconfig
          sallyport requirements --out deployment --intune --monitor
        exit codes: 0 made · 2 wrong words · 3 could not be written
        """, Run);

    private static int Run(string[] args)
    {
        string? format = null, output = null;
        var (unix, windows) = (OperatingSystem.IsMacOS() ? ManagedFolders.Mac : ManagedFolders.Linux, ManagedFolders.Windows);
        bool allowList = false, monitor = false, intune = false, config = false;
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            string Value() => i + 1 < args.Length ? args[++i] : throw new UsageException($"{name} needs a value.");
            switch (name)
            {
                case "--toml" or "--base64" or "--mobileconfig":
                    if (format is not null && format != name) throw new UsageException($"{format} and {name} exclude each other.");
                    format = name;
                    break;
                case "--config": config = true; break;
                case "--out": output = Value(); break;
                case "--intune": intune = true; break;
                case "--managed-dir": unix = Unix(Value()); break;
                case "--windows-managed-dir": windows = Windows(Value()); break;
                case "--mcp-allowlist": allowList = true; break;
                case "--monitor": monitor = true; break;
                default: throw new UsageException($"unknown option '{Sanitize.ForTerminal(name)}'; see --help.");
            }
        }
        if (intune && output is null) throw new UsageException("--intune makes several files: name a folder with --out DIR.");
        if (output is not null && (format is not null || config)) throw new UsageException($"--out writes every file; {format ?? "--config"} is for standard output.");
        if (config && format == "--mobileconfig") throw new UsageException("the profile holds both files: leave --config out.");

        var wanted = new RequirementsText(unix, windows, allowList);
        var requirements = wanted.Whole();
        var settings = SystemConfigText.With("", "config.toml", unix + "/sallyport-mcp");
        if (allowList) Console.Error.WriteLine("! --mcp-allowlist switches off every MCP server that requirements.toml does not name. Add a table [mcp_servers.NAME.identity] for each that people need.");
        if (output is not null) return WriteAll(output, wanted, requirements, settings, monitor, intune);
        Console.Out.Write(format switch
        {
            "--base64" => MobileConfig.Base64(config ? settings : requirements) + "\n",
            "--mobileconfig" => MobileConfig.Of(requirements, settings),
            _ => config ? settings : requirements,
        });
        return ExitCode.Ok;
    }

    private static int WriteAll(string output, RequirementsText wanted, string requirements, string config, bool monitor, bool intune)
    {
        var managed = ManagedSettingsText.Of(monitor);
        var mac = wanted.Unix == ManagedFolders.Linux ? wanted with { Unix = ManagedFolders.Mac } : wanted;
        List<(string Name, string Text)> files =
        [
            ("requirements.toml", requirements),
            ("config.toml", config),
            ("settings.json", managed),
            ("sallyport.mobileconfig", MobileConfig.Of(mac.Whole(), SystemConfigText.With("", "config.toml", mac.Unix + "/sallyport-mcp"))),
        ];
        if (intune)
        {
            var windows = SystemConfigText.With("", "config.toml", wanted.Windows.TrimEnd('\\') + @"\sallyport-mcp.exe");
            // The allow-list names the server by its path, which is another one there.
            var there = requirements.Replace($"\"{wanted.Unix}/sallyport-mcp\"", $"'{wanted.Windows.TrimEnd('\\')}\\sallyport-mcp.exe'", StringComparison.Ordinal);
            files.AddRange(IntuneScripts.Of(wanted.Windows, there, windows, managed).Select(s => ("intune/" + s.Name, s.Text)));
        }
        foreach (var (name, text) in files)
        {
            var path = Path.GetFullPath(Path.Combine(output, name));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), durable: false);
            Console.Out.WriteLine(path);
        }
        return ExitCode.Ok;
    }

    private static string Unix(string path) => path.StartsWith('/') ? path.TrimEnd('/')
        : throw new UsageException($"--managed-dir takes an absolute path, and '{Sanitize.ForTerminal(path)}' is none.");

    private static string Windows(string path)
    {
        if (path.Length < 3 || !char.IsAsciiLetter(path[0]) || path[1] != ':' || path[2] != '\\')
            throw new UsageException($"--windows-managed-dir takes a path like C:\\ProgramData\\Sallyport\\bin, and '{Sanitize.ForTerminal(path)}' is none.");
        if (!path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '\\' or ':' or '.' or '_' or '-'))
            throw new UsageException("--windows-managed-dir takes no spaces or special characters: Codex on Windows could not start a hook from there.");
        return path.TrimEnd('\\');
    }
}
