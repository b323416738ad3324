using Sallyport.Shell.Code;
using Sallyport.Shell.PowerShell;

namespace Sallyport.Shell.Cmd;

/// <summary>The programs that Windows comes with, as cmd.exe and PowerShell start them.</summary>
internal static class WindowsPrograms
{
    /// <summary>True where the program is one of them; its effects are then added.</summary>
    public static bool Describe(string name, IReadOnlyList<Word> arguments, EffectSink sink)
    {
        var words = arguments.Select(a => a.ToString().ToLowerInvariant()).ToList();
        var first = words.Count > 0 ? words[0] : "";
        var plain = arguments.Where(a => !CmdReader.IsFlag(a)).ToList();
        switch (name)
        {
            case "format" when words.Exists(w => w.Length >= 2 && w[1] == ':'):
                sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "disk:" + words.Find(w => w.Length >= 2 && w[1] == ':')), "format-volume", forced: words.Contains("/y"));
                return true;
            // Alone it waits for orders.
            case "diskpart" when words.Count == 0:
                sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, "diskpart"), "diskpart");
                return true;
            case "diskpart" or "fdisk":
                sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "disk:?", false), "diskpart");
                return true;
            case "cipher" when first.StartsWith("/w", StringComparison.Ordinal):
                sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "disk:" + first[2..]), "wipe");
                return true;
            case "reg":
                Registry(first, arguments, words, sink);
                return true;
            case "regedit" or "regedt32" when words.Contains("/s"):
                sink.Add(EffectKind.Write, new Target(TargetKind.Resource, "registry:?", false), "registry");
                return true;
            case "schtasks" or "at":
                if (words.Exists(w => w is "/create" or "/change"))
                    sink.Add(EffectKind.Persist, new Target(TargetKind.Resource, "task:" + After(words, "/tn")), "scheduled-task",
                    forced: words.Contains("/f"));
                else if (words.Contains("/delete")) sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "task:" + After(words, "/tn")), "service-delete", forced: words.Contains("/f"));
                else if (words.Contains("/end")) sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "task:" + After(words, "/tn")), "disable");
                return true;
            case "vssadmin" when first is "delete" or "resize":
            case "wbadmin" when first == "delete":
            case "wmic" when words.Contains("shadowcopy") && words.Contains("delete"):
                sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "shadow-copies"), "backup-delete", forced: words.Contains("/quiet"));
                return true;
            case "vssadmin" or "wbadmin":
                return true;
            case "wmic" when words.Contains("process") && words.Contains("create"):
                sink.Shell(new TextValue(arguments[^1]), "wmic", CodeLanguage.Cmd);
                return true;
            case "wmic" when words.Contains("delete") || words.Contains("terminate"):
                sink.Add(EffectKind.Kill, new Target(TargetKind.Process, string.Join(' ', words)), "wmic");
                return true;
            case "bcdedit" when words.Exists(w => w is "/set" or "/delete" or "/deletevalue" or "/import"):
                sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "boot-configuration"), "boot");
                return true;
            case "taskkill" or "tskill":
                for (var i = 0; i + 1 < words.Count; i++)
                {
                    if (words[i] is not ("/im" or "/pid")) continue;
                    var process = words[i + 1];
                    var vital = SystemCmdlets.IsVital(process.EndsWith(".exe", StringComparison.Ordinal) ? process[..^4] : process);
                    sink.Add(EffectKind.Kill, new Target(TargetKind.Process, process), vital ? "init" : process == "*" ? "everything" : "", forced: words.Contains("/f"));
                }
                return true;
            case "logoff":
                sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "session"), "stop");
                return true;
            case "shutdown" when words.Exists(w => w is "/l" or "-l" or "/s" or "/r" or "/p" or "/h" or "-s" or "-r" or "-p" or "-h"):
                sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "machine"), "power");
                return true;
            case "sc":
                Service(plain, words, sink);
                return true;
            case "net" or "net1":
                Net(first, words, sink);
                return true;
            case "netsh" when words.Contains("advfirewall") || words.Contains("firewall"):
                if (words.Contains("set") || words.Contains("add") || words.Contains("delete") || words.Contains("reset"))
                    sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "Windows Firewall"), "critical");
                return true;
            // What all traffic passes through, who is let in, what is written down of it, and the locks of disks.
            case "netsh" when words.Contains("portproxy") && words.Contains("add"):
            case "netsh" when words.Contains("proxy") && words.Contains("set"):
            case "route" when first is "delete" or "change":
            case "auditpol" when words.Exists(w => w is "/clear" or "/remove") || words.Exists(w => w.EndsWith(":disable", StringComparison.Ordinal)):
            case "secedit" when words.Contains("/configure"):
            case "manage-bde" when words.Exists(w => w is "-off" or "-delete" or "-disable" or "-wipefreespace"):
            case "reagentc" when words.Contains("/disable"):
                sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "windows:" + name + " " + string.Join(' ', words)), "critical");
                return true;
            case "wmic" when words.Contains("os") && words.Exists(w => w is "reboot" or "shutdown"):
            case "rundll32" when words.Exists(w => w.Contains("exitwindows", StringComparison.Ordinal)):
                sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "machine"), "power");
                return true;
            case "psexec" or "psexec64" or "winrs":
                Remotely(arguments, sink);
                return true;
            case "netsh" when words.Contains("key=clear"):
                sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "wireless keys"), "secret-shown");
                return true;
            case "wevtutil" when first is "cl" or "clear-log":
                sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "event-log:" + (words.Count > 1 ? words[1] : "?")), "clear-log");
                return true;
            case "fsutil" when words.Contains("deletejournal") || words.Contains("setzerodata"):
                sink.Add(EffectKind.WriteDisk, new Target(TargetKind.Resource, "disk:" + words[^1]), "fsutil");
                return true;
            case "certutil" when plain.Count > 1 && words.Exists(w => w.TrimStart('-', '/') is "decode" or "decodehex"):
                sink.Path(EffectKind.Read, new TextValue(plain[^2]));
                sink.Path(EffectKind.Write, new TextValue(plain[^1]), "decoded");
                return true;
            case "certutil" when words.Exists(w => w.TrimStart('-', '/') is "urlcache" or "verifyctl"):
            case "bitsadmin":
                if (words.Find(w => w.Contains("://", StringComparison.Ordinal)) is { } url) sink.Add(EffectKind.Connect, new Target(TargetKind.Host, url));
                if (plain.Count > 0) sink.Path(EffectKind.Write, new TextValue(plain[^1]), "download");
                return true;
            case "mshta" or "rundll32" or "regsvr32" or "wscript" or "cscript" or "msiexec" or "installutil" or "msbuild" when Remote(words) is { } remote:
                sink.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, remote), name);
                return true;
            case "ntdsutil" when words.Contains("ifm") || words.Contains("snapshot"):
                sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "directory of accounts"), "secret-shown");
                return true;
            // The memory of lsass holds everybody's password.
            case "rundll32" when words.Exists(w => w.Contains("comsvcs", StringComparison.Ordinal)):
            case "procdump" or "procdump64" when words.Exists(w => w.Contains("lsass", StringComparison.Ordinal)):
                sink.Add(EffectKind.Read, new Target(TargetKind.Process, "lsass"), "secret-shown");
                return true;
            case "mshta" or "wscript" or "cscript" or "rundll32" or "regsvr32":
                sink.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, name + " " + first, false), name);
                return true;
            case "takeown":
                sink.Path(EffectKind.ChangeOwner, After(arguments, words, "/f"), recursive: words.Contains("/r"));
                return true;
            case "robocopy" when plain.Count > 1:
                sink.Path(EffectKind.Read, new TextValue(plain[0]), recursive: true);
                sink.Path(EffectKind.Write, new TextValue(plain[1]), "copy");
                foreach (var file in plain.Count > 2 ? [.. plain.Skip(2)] : (IEnumerable<Word>)[Word.Of("*")]) sink.Copied(new TextValue(CodePath.Join(plain[0], file)), TextValue.Of(plain[1] + "/"));
                if (words.Contains("/mir") || words.Contains("/purge")) sink.Path(EffectKind.Delete, new TextValue(plain[1]), "mirror-delete", recursive: true, forced: true);
                if (words.Contains("/move") || words.Contains("/mov")) sink.Path(EffectKind.Move, new TextValue(plain[0]));
                return true;
            case "runas":
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Process, words.Find(w => w.StartsWith("/user", StringComparison.Ordinal)) ?? "?"), "runas");
                if (arguments.Count > 0) sink.Shell(new TextValue(arguments[^1]), "runas", CodeLanguage.Cmd);
                return true;
            case "setx":
                Variable(first, sink);
                return true;
            case "dism" when words.Exists(w => w is "/disable-feature" or "/remove-package" or "/remove-provisionedappxpackage" or "/remove-capability"):
                sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "windows:" + string.Join(' ', words)), "critical");
                return true;
            case "forfiles":
                ForFiles(arguments, words, sink);
                return true;
            case "tasklist" or "systeminfo" or "whoami" or "hostname" or "where" or "ipconfig" or "netstat" or "timeout" or "ping" or "chcp" or "fsutil" or "bcdedit" or "wevtutil" or "netsh":
                return true;
            default:
                return false;
        }
    }

    /// <summary>A variable of the environment that stays set: one that decides what is run is as good as a place in the registry.</summary>
    public static void Variable(string name, EffectSink sink) => sink.Add(EffectKind.Persist, new Target(TargetKind.Resource, "environment:" + name),
        Evaluation.DecidingVariables.Is(name.ToUpperInvariant()) ? "registry" : "environment");

    /// <summary>A command line on another machine, behind that machine's name and the program's own flags.</summary>
    private static void Remotely(IReadOnlyList<Word> arguments, EffectSink sink)
    {
        var at = 0;
        while (at < arguments.Count && (CmdReader.IsFlag(arguments[at]) || arguments[at].KnownPrefix is ['-', ..] || arguments[at].KnownPrefix.StartsWith(@"\\", StringComparison.Ordinal)))
            at += arguments[at].Known is "-u" or "-p" or "-w" or "-n" ? 2 : 1;
        if (at < arguments.Count) sink.Shell(new TextValue(new ListValue([.. arguments.Skip(at).Select(static w => new TextValue(w))]).Join(" ")), "remote", CodeLanguage.Cmd);
    }

    /// <summary>A command for each file of a folder; <c>@path</c> stands for it.</summary>
    private static void ForFiles(IReadOnlyList<Word> arguments, List<string> words, EffectSink sink)
    {
        if (After(arguments, words, "/c")?.Known is not { } command) return;
        var folder = After(arguments, words, "/p")?.Known ?? ".";
        var file = folder.TrimEnd('\\', '/') + "\\*";
        foreach (var name in (ReadOnlySpan<string>)["@path", "@file", "@relpath"]) command = command.Replace(name, file, StringComparison.OrdinalIgnoreCase);
        sink.Shell(TextValue.Of(command), "forfiles", CodeLanguage.Cmd);
    }

    private static string? Remote(List<string> words) => words.Find(w => w.Contains("http:", StringComparison.Ordinal)
        || w.Contains("https:", StringComparison.Ordinal) || w.Contains("javascript:", StringComparison.Ordinal)
        || w.Contains("vbscript:", StringComparison.Ordinal));

    private static string After(List<string> words, string flag) => words.IndexOf(flag) is >= 0 and var at && at + 1 < words.Count ? words[at + 1] : "?";

    private static TextValue? After(IReadOnlyList<Word> arguments, List<string> words, string flag) => words.IndexOf(flag) is >= 0 and var at
        && at + 1 < words.Count ? new TextValue(arguments[at + 1]) : null;

    private static void Registry(string verb, IReadOnlyList<Word> arguments, List<string> words, EffectSink sink)
    {
        if (verb is not ("add" or "delete" or "import" or "restore" or "copy" or "load" or "unload" or "save" or "export")) return;
        var path = arguments.Count > 1 ? arguments[1].ToString() : "?";
        if (verb is "save" or "export")
        {
            // The hives that hold the hashes of passwords.
            var secrets = path.Split('\\', '/')[^1].ToLowerInvariant() is "sam" or "security" or "system" or "hklm" or "hkey_local_machine";
            sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "registry:" + path), secrets ? "secret-shown" : "registry");
            if (arguments.Count > 2) sink.Path(EffectKind.Write, new TextValue(arguments[2]));
            return;
        }
        var key = FileCmdlets.Registry(path) ?? path;
        var kind = FileCmdlets.RegistryKind(verb == "delete" ? EffectKind.Delete : EffectKind.Write, key);
        sink.Add(kind, new Target(TargetKind.Resource, "registry:" + key), "registry", recursive: verb == "delete" && !words.Contains("/v"), forced: words.Contains("/f"));
    }

    private static void Service(List<Word> plain, List<string> words, EffectSink sink)
    {
        var at = plain.Count > 0 && plain[0].KnownPrefix.StartsWith(@"\\", StringComparison.Ordinal) ? 1 : 0;
        var verb = plain.Count > at ? plain[at].ToString().ToLowerInvariant() : "";
        var service = plain.Count > at + 1 ? plain[at + 1].ToString() : "?";
        if (verb is "stop" or "delete" or "pause") sink.Add(EffectKind.StopService, new Target(TargetKind.Process, service), verb == "delete" || SystemCmdlets.IsProtection(service) ? "critical" : "stop");
        else if (verb == "create") sink.Add(EffectKind.Persist, new Target(TargetKind.Process, service), "service");
        else if (verb is "config" or "failure")
        {
            if (!words.Exists(w => w.Contains("disabled", StringComparison.Ordinal))) sink.Add(EffectKind.Persist, new Target(TargetKind.Process, service), "service-edit");
            else sink.Add(EffectKind.StopService, new Target(TargetKind.Process, service), SystemCmdlets.IsProtection(service) ? "critical" : "disable");
        }
    }

    private static void Net(string verb, List<string> words, EffectSink sink)
    {
        var name = words.Count > 1 ? words[1] : "?";
        switch (verb)
        {
            case "stop" or "pause":
                sink.Add(EffectKind.StopService, new Target(TargetKind.Process, name), SystemCmdlets.IsProtection(name) ? "critical" : "stop");
                break;
            case "user" or "localgroup" or "group" when words.Contains("/add"):
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "account:" + name), verb != "user" && name.Contains("admin", StringComparison.Ordinal) ? "admin-rights" : "account");
                break;
            case "user" or "localgroup" or "group" when words.Contains("/delete"):
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "account:" + name), "user-delete");
                break;
            case "user" when words.Count > 2 && !words[2].StartsWith('/'):
                sink.Add(EffectKind.Escalate, new Target(TargetKind.Resource, "account:" + name), "password");
                break;
            case "share" when words.Count > 1 && name.Contains('='):
                sink.Add(EffectKind.ChangeMode, new Target(TargetKind.Resource, "share:" + name), "share");
                break;
        }
    }
}
