namespace Sallyport.Shell.Commands;

/// <summary>Processes, services and the machine itself.</summary>
internal static class Processes
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "kill" or "pkill" or "killall" or "killall5" or "skill" or "taskkill" or "fkill" or "xkill" or "fuser": Kill(call); return true;
            case "shutdown" or "reboot" or "halt" or "poweroff" or "telinit" or "init": Power(call); return true;
            case "systemctl": Systemctl(call); return true;
            case "service" or "rc-service" or "sv" or "supervisorctl" or "initctl" or "pm2" or "brew-services": Service(call); return true;
            case "stop" or "start" or "restart" when call.Count == 2: return true;
            case "launchctl": Launchctl(call); return true;
            case "nginx" or "haproxy" or "apachectl" or "apache2ctl" or "httpd" or "caddy" or "traefik": WebServer(call); return true;
            case "sysctl": Sysctl(call); return true;
            case "modprobe" or "rmmod" or "insmod" or "kexec":
                if (call.AsksHelp) return true;
                if (call.Program == "kexec" && call.Argv.Any(word => word.Known is "-e" or "--exec")) call.Add(EffectKind.StopService, "power", TargetKind.Process, "machine");
                // What the distribution ships is loaded by its name; a file from elsewhere is code that nothing bounds.
                else if (call.Program == "insmod" && call.Count > 1 && !call.Argv[1].KnownPrefix.StartsWith("/lib/modules/", StringComparison.Ordinal)
                    && !call.Argv[1].KnownPrefix.StartsWith("/usr/lib/modules/", StringComparison.Ordinal))
                    call.Add(EffectKind.StopService, "critical", TargetKind.Process, "kernel");
                else if (call.Program != "modprobe" || call.Argv.Any(word => word.Known is "-r" or "--remove")) call.Add(EffectKind.StopService, "kernel");
                return true;
            case "update-rc.d" or "chkconfig" or "rc-update":
                if (call.Argv.Any(word => word.Known is "remove" or "disable" or "off" or "del" or "delete" or "--del"))
                    call.Add(EffectKind.StopService, call.Argv.Skip(1).Any(word => Critical(word.ToString())) ? "critical"
                    : "disable", TargetKind.Process, call.Argv[^1].ToString());
                return true;
            case "chpasswd":
                if (call.Run.Input is { Kind: InputKind.Text, Text: { } accounts } && accounts.ToString().AsSpan().TrimStart() is var list
                    && (list.StartsWith("root:") || list.Contains("\nroot:", StringComparison.Ordinal))) call.Add(EffectKind.Escalate, "password");
                return true;
            case "ifconfig" or "ip" or "nmcli" or "iptables" or "ip6tables" or "nft" or "ufw" or "firewall-cmd" or "route" or "pfctl" or "netsh" or "networksetup": Networking(call); return true;
            case "aa-complain" or "setenforce" or "auditctl" or "aa-disable" or "aa-teardown" or "aa-complain" or "csrutil" or "spctl": Protection(call); return true;
            case "history":
                if (call.Argv.Any(word => word.Known is "-c" or "-w" or "-d" or "-cw")) call.Add(EffectKind.StopService, "clear-history");
                return true;
            case "journalctl":
                if (call.Argv.Any(word => word.Known is "--vacuum-size=1" or "--vacuum-time=1s" or "--vacuum-time=1" or "--vacuum-files=1"
                    or "--vacuum-size=1K")) call.Add(EffectKind.StopService, "clear-log");
                return true;
            case "wevtutil" or "vssadmin" or "bcdedit" or "wbadmin" or "cipher" or "sdelete" or "reg": Windows(call); return true;
            case "userdel" or "deluser" or "groupdel" or "delgroup":
                // deluser NAME GROUP only takes the user out of the group.
                if (!call.AsksHelp && (call.Program != "deluser" || Options.Parse(call.Argv, 1, "", "group conf").Operands.Count == 1))
                    call.Add(EffectKind.Escalate, call.Program is "userdel" or "deluser"
                    || call.Argv[^1].Known is "sudo" or "wheel" or "root" or "adm" or "docker" ? "user-delete" : "group-delete");
                return true;
            case "useradd" or "adduser" or "usermod" or "groupadd" or "passwd" or "dscl" or "net" or "gpasswd" or "chsh": Users(call); return true;
            default: return false;
        }
    }

    private static void Kill(Call call)
    {
        var words = call.Argv.Skip(1).ToList();
        if (call.AsksHelp || words.Any(word => word.Known is "-l" or "-L" or "--list" or "--help")) return;
        if (call.Program == "kill" && words.Count > 0 && words[0].Known is "-0") return;
        if (call.Program == "fuser" && !words.Any(word => word.KnownPrefix is ['-', ..] p && p.Contains('k', StringComparison.Ordinal))) return;
        var forced = words.Any(word => word.Known is "-9" or "-KILL" or "-SIGKILL" or "/F" or "/f")
            || words.Zip(words.Skip(1)).Any(pair => pair.First.Known is "-s" or "--signal" && pair.Second.Known is "9" or "KILL" or "SIGKILL");
        for (var i = 0; i < words.Count; i++)
        {
            var text = words[i].ToString();
            if (EveryProcess(text)) call.Add(EffectKind.Kill, new Target(TargetKind.Process, text, false), "everything", forced: forced);
            if (text is "-1" && i > 0) call.Add(EffectKind.Kill, new Target(TargetKind.Process, "-1"), "everything", forced: forced);
            else if (call.Program is "kill" or "killall" && i == 0 && words.Count > 1 && text.Length > 1 && text[0] == '-'
                && (char.IsAsciiDigit(text[1]) || char.IsAsciiLetterUpper(text[1]))) continue;
            else if (text == "--") continue;
            else if (text is "-u" or "-U" or "--euid" or "--user" && call.Program is "pkill" or "killall")
                call.Add(EffectKind.Kill, new Target(TargetKind.Process, i + 1 < words.Count ? words[i + 1].ToString() : "?"), "user", forced: forced);
            else if (text is "1" or "-1" && call.Program == "kill") call.Add(EffectKind.Kill, new Target(TargetKind.Process, text), text == "1" ? "init" : "everything", forced: forced);
            else if (!text.StartsWith('-') || call.Program == "kill")
                call.Add(EffectKind.Kill, new Target(TargetKind.Process, text, words[i].IsKnown), text is "systemd" or "init" or "launchd" or "sshd"
                    or "dbus-daemon" or "." or ".*" ? "init" : "", forced: forced);
        }
        if (call.Program == "killall5") call.Add(EffectKind.Kill, "everything");
    }

    // kill $(ps -e -o pid): a list of all that nothing was picked out of.
    private static bool EveryProcess(string text) =>
        text.StartsWith("$(ps ", StringComparison.Ordinal) && (text.Contains("aux", StringComparison.Ordinal) || text.Contains(" -e", StringComparison.Ordinal)
            || text.Contains(" -A", StringComparison.Ordinal))
        && !text.Contains("grep", StringComparison.Ordinal) && !text.Contains(" -C", StringComparison.Ordinal)
        && !text.Contains("head", StringComparison.Ordinal) && text.IndexOf('/', StringComparison.Ordinal) < 0;

    private static void Power(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-c" or "-w" or "--wtmp-only" or "-k" or "--show" or "/a" or "/?")) return;
        if (call.Program is "init" or "telinit" && call.Text(1) is not ("0" or "6" or "1" or "s" or "S")) return;
        call.Add(EffectKind.StopService, "power", TargetKind.Process, "machine");
    }

    private static void Systemctl(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "tpHMnsoP", "type property host machine lines signal output state kill-who root when");
        var verb = options.Operands.Count > 0 ? options.Operands[0].Known : null;
        var unit = options.Operands.Count > 1 ? options.Operands[1].ToString() : "";
        if (options.Has("dry-run") || options.Value("when")?.Known is "show" or "cancel") return;
        switch (verb)
        {
            case "poweroff" or "reboot" or "halt" or "kexec" or "emergency" or "rescue" or "suspend" or "hibernate" or "soft-reboot" or "isolate" or "exit":
                call.Add(EffectKind.StopService, "power", TargetKind.Process, "machine");
                break;
            case "stop" or "disable" or "mask" or "kill":
                if (verb == "kill" && options.Operands.Count == 1) break;
                foreach (var word in options.Operands.Skip(1)) call.Add(EffectKind.StopService, Critical(word.ToString()) ? "critical"
                    : Gateway(word.ToString()) ? "gateway" : verb is "stop" or "kill" ? "stop" : "disable", TargetKind.Process, word.ToString());
                break;
            case "enable" or "link" or "edit" or "set-property":
                call.Add(EffectKind.Persist, "service-" + (verb == "enable" ? "enable" : "edit"), TargetKind.Process, unit);
                break;
            default: break;
        }
    }

    public static bool Critical(string unit)
    {
        var name = unit.EndsWith(".service", StringComparison.Ordinal) ? unit[..^8] : unit;
        return name is "ssh" or "sshd" or "NetworkManager" or "systemd-networkd" or "networking" or "network" or "systemd-resolved" or "dbus" or "systemd-journald"
            or "systemd-logind" or "firewalld" or "ufw" or "iptables" or "nftables" or "auditd" or "apparmor" or "fail2ban" or "rsyslog" or "crowdstrike"
            or "falcon-sensor" or "crowdsec" or "suricata" or "snort" or "ossec" or "auditbeat" or "sentinelone" or "sentinelagent" or "cbagentd" or "cbdaemon"
            or "ds_agent" or "mdatp" or "clamd" or "clamav-freshclam" or "aide" or "tripwire" or "syslog" or "syslog-ng" or "usbguard" or "sysmon"
            or "windefend" or "mpssvc"
            or "*" or "cron" or "crond" or "systemd-timesyncd" or "chronyd" or "clamav-daemon" or "wazuh-agent" or "osqueryd";
    }

    /// <summary>Servers that stand in front of others.</summary>
    public static bool Gateway(string unit) => (unit.EndsWith(".service", StringComparison.Ordinal) ? unit[..^8] : unit) is "haproxy" or "nginx" or "traefik"
        or "apache2" or "httpd" or "caddy" or "envoy" or "kong" or "varnish" or "keepalived";

    private static void Service(Call call)
    {
        foreach (var word in call.Argv.Skip(1))
            if (word.Known is "stop" or "delete" or "kill" or "--del" or "shutdown")
                call.Add(EffectKind.StopService, call.Argv.Skip(1).Any(other => Critical(other.ToString())) ? "critical"
                    : call.Argv.Skip(1).Any(other => Gateway(other.ToString())) ? "gateway"
                    : "stop", TargetKind.Process, WordText.JoinAll(call.Argv.Skip(1)).ToString());
    }

    private static void Launchctl(Call call)
    {
        if (call.Text(1) is "load" or "bootstrap" or "submit" or "enable") call.Add(EffectKind.Persist, "launch-agent", TargetKind.Process, call.Argv[^1].ToString());
        else if (call.Text(1) is "unload" or "bootout" or "remove" or "disable" or "stop" or "kill") call.Add(EffectKind.StopService, "stop", TargetKind.Process, call.Argv[^1].ToString());
        else if (call.Text(1) == "reboot") call.Add(EffectKind.StopService, "power");
    }

    private static void WebServer(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            var stops = call.Program switch
            {
                // With a configuration it starts anew, and lets what ran before finish.
                "haproxy" => call.Text(i) is "-sf" or "-st" && !call.Argv.Any(word => word.Known == "-f"),
                "apachectl" or "apache2ctl" or "httpd" => call.Text(i) is "stop" or "graceful-stop",
                "caddy" => i == 1 && call.Text(i) is "stop",
                _ => call.Text(i) is "stop" or "quit" && call.Text(i - 1) == "-s",
            } || (i == 1 && call.Text(1) == "stop" && call.Argv[0].KnownPrefix.StartsWith("/etc/", StringComparison.Ordinal));
            if (stops) call.Add(EffectKind.StopService, "gateway", TargetKind.Process, call.Program);
        }
    }

    private static void Sysctl(Call call)
    {
        if (call.Argv.Any(word => word.Known is "-w" or "--write" or "-p" || (word.KnownPrefix.Contains('=', StringComparison.Ordinal) && !word.KnownPrefix.StartsWith('-'))))
            call.Add(EffectKind.StopService, call.Argv.Any(word => KernelSettings.Weakens(word.KnownPrefix)) ? "critical" : "kernel-setting");
    }

    private static void Networking(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known == "--dry-run")) return;
        var text = WordText.JoinAll(call.Argv).ToString();
        var cuts = call.Program switch
        {
            "ip" => text.Contains(" set ", StringComparison.Ordinal) && text.EndsWith(" down", StringComparison.Ordinal)
                || text.Contains(" flush", StringComparison.Ordinal) || text.Contains("route del default", StringComparison.Ordinal),
            "ifconfig" => text.EndsWith(" down", StringComparison.Ordinal),
            "nmcli" => text.Contains("networking off", StringComparison.Ordinal) || text.Contains("radio all off", StringComparison.Ordinal),
            "iptables" or "ip6tables" => call.Argv.Any(word => word.Known is "-F" or "--flush" or "-X")
                || text.Contains("-P INPUT DROP", StringComparison.Ordinal) || text.Contains("-P OUTPUT DROP", StringComparison.Ordinal),
            "nft" => text.Contains("flush ruleset", StringComparison.Ordinal),
            "ufw" => call.Argv.Any(word => word.Known is "disable" or "reset"),
            "pfctl" => call.Argv.Any(word => word.Known is "-d" or "-F"),
            "netsh" => text.Contains("state off", StringComparison.OrdinalIgnoreCase) || text.Contains("firewall reset", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        if (cuts) call.Add(EffectKind.StopService, "network", TargetKind.Process, call.Program);
    }

    private static void Protection(Call call)
    {
        if (call.AsksHelp) return;
        var off = call.Program switch
        {
            "setenforce" => call.Text(1) is "0" or "Permissive" or "permissive",
            "csrutil" => call.Text(1) is "disable",
            "spctl" => call.Argv.Any(word => word.Known is "--master-disable" or "--global-disable"),
            "auditctl" => call.Argv.Any(word => word.Known is "-e") && call.Argv.Any(word => word.Known is "0"),
            "aa-teardown" => true,
            "aa-disable" or "aa-complain" => call.Argv.Skip(1).Any(word => word.Known is "*" or "/etc/apparmor.d/*" || word.HasGlob),
            _ => false,
        };
        if (off) call.Add(EffectKind.StopService, "critical", TargetKind.Process, call.Program);
    }

    private static void Windows(Call call)
    {
        var text = WordText.JoinAll(call.Argv).ToString().ToLowerInvariant();
        if (text.StartsWith("wevtutil cl") || text.StartsWith("wevtutil clear-log")) call.Add(EffectKind.StopService, "clear-log");
        else if (text.Contains("delete shadows", StringComparison.Ordinal) || text.Contains("delete catalog", StringComparison.Ordinal)
            || text.Contains("delete systemstatebackup", StringComparison.Ordinal)) call.Add(EffectKind.WriteDisk, "backups");
        else if (call.Program == "cipher" && text.Contains("/w", StringComparison.Ordinal)) call.Add(EffectKind.WriteDisk, "wipe");
        else if (call.Program == "bcdedit" && text.Contains("/set", StringComparison.Ordinal)) call.Add(EffectKind.StopService, "critical");
        else if (call.Program == "reg" && call.Text(1)?.ToLowerInvariant() is "delete" or "add" && text.Contains("hklm", StringComparison.Ordinal)) call.Add(EffectKind.Persist, "registry");
        else if (call.Program == "reg" && text.Contains("\\run", StringComparison.Ordinal) && call.Text(1)?.ToLowerInvariant() == "add") call.Add(EffectKind.Persist, "registry");
        else if (call.Program == "sdelete" && call.Count > 1) call.Path(EffectKind.Delete, call.Argv[^1], "shred", true, true);
    }

    private static void Users(Call call)
    {
        if (call.Program is "usermod" or "gpasswd" or "adduser" && call.Argv.Any(word => word.Known is "sudo" or "wheel" or "admin" or "docker" or "root"
            || word.ToString().Split(',').Any(name => name is "sudo" or "wheel")))
            call.Add(EffectKind.Escalate, call.Argv.Any(word => word.ToString().Split(',').Any(name => name is "sudo" or "wheel" or "admin" or "root")) ? "admin-rights" : "admin-group");
        else if (call.Program == "passwd" && call.Argv.Any(word => word.Known is "-d" or "--delete") || (call.Program is "passwd" && call.Text(1) is "root")) call.Add(EffectKind.Escalate, "password");
        else if (call.Program is "chsh" or "usermod" && Options.Parse(call.Argv, 1, "sgGdLcefpu", "shell").Value("shell", 's') is { } shell
            && Carried.ProgramVariables.AnyonesPlace(shell.KnownPrefix))
            call.Add(EffectKind.Persist, "service", TargetKind.Program, shell.ToString());
        else if (call.Program == "net" && call.Text(1)?.ToLowerInvariant() == "localgroup" && call.Argv.Any(word => word.Known?.ToLowerInvariant() is "/add"))
            call.Add(EffectKind.Escalate, "admin-group");
    }
}
