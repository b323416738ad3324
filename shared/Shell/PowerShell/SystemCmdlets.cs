using Sallyport.Shell.Code;

namespace Sallyport.Shell.PowerShell;

/// <summary>Cmdlets that change the machine: processes, services, disks, tasks, accounts, protection.</summary>
internal static class SystemCmdlets
{
    public static Value? Run(string cmdlet, Value input, Bound bound, Evaluator run)
    {
        var name = bound.Get("name", 0) ?? (input is ConstantValue ? null : input);
        switch (cmdlet)
        {
            case "stop-process":
                Kill(bound.Named("name") ?? bound.Get("id", 0) ?? name, run, bound.Has("force"));
                return ConstantValue.None;
            case "stop-service" or "suspend-service" or "remove-service" or "restart-service":
                Do(EffectKind.StopService, TargetKind.Process, name, cmdlet == "restart-service" ? "restart" : IsProtection(name) ? "critical" : "stop", bound, run);
                return ConstantValue.None;
            case "set-service":
                var kind = bound.Named("startuptype")?.Known is { } type && type.Equals("disabled", StringComparison.OrdinalIgnoreCase)
                    || bound.Named("status")?.Known is { } status && status.StartsWith("stop", StringComparison.OrdinalIgnoreCase);
                Do(kind ? EffectKind.StopService : EffectKind.Persist, TargetKind.Process, name, kind ? IsProtection(name) ? "critical" : "disable" : "service-edit", bound, run);
                return ConstantValue.None;
            case "new-service":
                Do(EffectKind.Persist, TargetKind.Process, name, "service", bound, run);
                return ConstantValue.None;
            case "stop-computer" or "restart-computer":
                run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "machine"), "power", forced: bound.Has("force"));
                return ConstantValue.None;
            case "clear-disk" or "format-volume" or "initialize-disk" or "remove-partition" or "new-partition" or "set-disk" or "clear-volume"
                or "reset-physicaldisk" or "remove-virtualdisk" or "remove-volume":
                Do(EffectKind.WriteDisk, TargetKind.Resource, bound.Named("number") ?? bound.Named("driveletter") ?? name, cmdlet, bound, run, "disk:");
                return ConstantValue.None;
            case "register-scheduledtask" or "new-scheduledtask" or "register-scheduledjob" or "set-scheduledtask" or "register-wmievent" or "register-cimindicationevent" or "set-wmiinstance":
                Do(EffectKind.Persist, TargetKind.Resource, bound.Get("taskname", 0), "scheduled-task", bound, run, "task:");
                return ConstantValue.None;
            case "unregister-scheduledtask":
                Do(EffectKind.ChangeInfrastructure, TargetKind.Resource, bound.Get("taskname", 0), "service-delete", bound, run, "task:");
                return ConstantValue.None;
            case "disable-scheduledtask":
                Do(EffectKind.StopService, TargetKind.Resource, bound.Get("taskname", 0), "disable", bound, run, "task:");
                return ConstantValue.None;
            case "set-executionpolicy":
                var policy = bound.Get("executionpolicy", 0)?.Known?.ToLowerInvariant() ?? "?";
                // For this process alone it changes nothing that stays.
                if (policy is "bypass" or "unrestricted" or "?" && bound.Get("scope", 1)?.Known?.Equals("process", StringComparison.OrdinalIgnoreCase) != true)
                    run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "execution-policy"), "critical");
                if (policy is "bypass" or "unrestricted" or "?") run.Sink.Add(EffectKind.ChangeMode, new Target(TargetKind.Resource, "execution-policy:" + policy), "execution-policy");
                return ConstantValue.None;
            case "set-mppreference" or "add-mppreference" or "remove-mppreference":
                run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "Windows Defender"), "critical");
                return ConstantValue.None;
            case "set-netfirewallprofile" or "set-netfirewallrule" or "disable-netfirewallrule" or "remove-netfirewallrule" or "new-netfirewallrule":
                run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Process, "Windows Firewall"), "critical");
                return ConstantValue.None;
            case "clear-eventlog" or "remove-eventlog" or "limit-eventlog":
                Do(EffectKind.StopService, TargetKind.Resource, bound.Get("logname", 0), "clear-log", bound, run, "event-log:");
                return ConstantValue.None;
            case "new-localuser" or "add-localgroupmember" or "set-localuser" or "enable-localuser" or "new-aduser" or "add-adgroupmember":
                Do(EffectKind.Escalate, TargetKind.Resource, name ?? bound.Named("member"),
                    (bound.Named("group") ?? name)?.Text.ToString().Contains("admin", StringComparison.OrdinalIgnoreCase) == true ? "admin-rights"
                    : "account", bound, run, "account:");
                return ConstantValue.None;
            case "enable-psremoting" or "enable-wsmancredssp":
                run.Sink.Add(EffectKind.Persist, new Target(TargetKind.Process, "remote shell"), "service");
                return ConstantValue.None;
            case "remove-localuser" or "remove-localgroup" or "disable-localuser" or "remove-aduser" or "remove-adgroup" or "remove-adcomputer" or "disable-adaccount":
                Do(EffectKind.Escalate, TargetKind.Resource, name, "user-delete", bound, run, "account:");
                return ConstantValue.None;
            case "install-module" or "install-package" or "install-script" or "uninstall-module" or "uninstall-package" or "update-module"
                or "install-windowsfeature" or "add-windowscapability" or "publish-module" or "add-appxpackage":
                Do(EffectKind.Install, TargetKind.Package, name, cmdlet, bound, run);
                return ConstantValue.None;
            case "disable-computerrestore" or "remove-computerrestorepoint":
                run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, "restore-points"), "backup-delete");
                return ConstantValue.None;
            case "export-pfxcertificate":
                run.Sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "private key"), "secret-shown");
                run.Sink.Path(EffectKind.Write, bound.Named("filepath"));
                return ConstantValue.None;
            case "convertfrom-securestring" when bound.Has("asplaintext"):
                run.Sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "secure string"), "secret-shown");
                return UnknownValue.Nothing;
            case "remove-vm" or "remove-vmsnapshot" or "remove-vmcheckpoint" or "remove-vmharddiskdrive":
                Do(EffectKind.ChangeInfrastructure, TargetKind.Resource, name ?? bound.Named("vmname"), "machine-delete", bound, run, "vm:");
                return ConstantValue.None;
            case "new-smbshare" or "grant-smbshareaccess":
                if (bound.Named("path") is { } shared && (bound.Named("fullaccess") ?? bound.Named("changeaccess"))?.Text.ToString().Contains("everyone", StringComparison.OrdinalIgnoreCase) == true)
                    run.Sink.Path(EffectKind.ChangeMode, shared, "world-writable", recursive: true);
                return ConstantValue.None;
            case "set-dnsclientserveraddress" or "set-netroute" or "set-dnsclientnrptrule" or "add-dnsclientnrptrule":
                run.Sink.Add(EffectKind.StopService, new Target(TargetKind.Resource, "network"), "critical");
                return ConstantValue.None;
            case "get-secret" when bound.Has("asplaintext"):
                run.Sink.Add(EffectKind.Read, new Target(TargetKind.Resource, "secret"), "secret-shown");
                return UnknownValue.Nothing;
            case "disable-netadapter" or "disable-bitlocker" or "suspend-bitlocker" or "disable-netadapterbinding" or "remove-netroute" or "remove-netipaddress":
                Do(EffectKind.StopService, TargetKind.Resource, name ?? bound.Named("mountpoint"), "critical", bound, run, "windows:");
                return ConstantValue.None;
            case "remove-windowsfeature" or "uninstall-windowsfeature" or "disable-windowsoptionalfeature":
                Do(EffectKind.StopService, TargetKind.Resource, name ?? bound.Get("drive", 0), "critical", bound, run, "windows:");
                return ConstantValue.None;
            case "send-mailmessage":
                if (bound.Named("attachments") is { } attached) run.Sink.Path(EffectKind.Read, attached, "upload");
                run.Sink.Host(EffectKind.SendData, bound.Named("smtpserver") ?? UnknownValue.Nothing, "mail");
                return ConstantValue.None;
            case "invoke-wmimethod" or "invoke-cimmethod":
                Management(bound, run);
                return UnknownValue.Nothing;
            case "remove-wmiobject" or "remove-ciminstance":
                var shadow = input.Text.ToString().Contains("shadowcopy", StringComparison.OrdinalIgnoreCase);
                run.Sink.Add(EffectKind.ChangeInfrastructure, new Target(TargetKind.Resource, shadow ? "shadow-copies" : "wmi"), shadow ? "backup-delete" : "service-delete");
                return ConstantValue.None;
            case "get-wmiobject" or "get-ciminstance":
                return new ObjectValue("wmi") { Subject = bound.Get("class", 0) };
            case "get-process":
                return new ObjectValue("process") { Subject = bound.Get("name", 0) ?? new UnknownValue("any process") };
            case "get-service":
                return name ?? new UnknownValue("services");
            case "invoke-sqlcmd":
                run.Sink.Shell(bound.Get("query", 0), cmdlet, CodeLanguage.Sql);
                return UnknownValue.Nothing;
            default:
                return Cloud(cmdlet, name, bound, run);
        }
    }

    /// <summary>Ends processes, by name, by number or as <c>Get-Process</c> gave them.</summary>
    public static void Kill(Value? process, Evaluator run, bool forced)
    {
        foreach (var one in process is ListValue list ? list.Items : [process!])
        {
            var every = one is ObjectValue { Type: "process", Subject: UnknownValue };
            var name = (one is ObjectValue { Subject: { } inner } ? inner : one)?.Text ?? Word.Unknown("?");
            run.Sink.Add(EffectKind.Kill, new Target(TargetKind.Process, name.ToString(), !name.HasUnknown), IsVital(name.Known) ? "init" : every || name.Known == "*" ? "everything" : "", forced: forced);
        }
    }

    // Without these Windows stops at once.
    public static bool IsVital(string? process) => process?.ToLowerInvariant() is "lsass" or "csrss" or "winlogon" or "wininit" or "services" or "smss" or "system" or "svchost" or "dwm";

    private static bool IsProtection(Value? name) => IsProtection(name?.Known);

    public static bool IsProtection(string? service) => service?.ToLowerInvariant() is "windefend" or "mpssvc" or "eventlog" or "sense" or "wscsvc" or "vss" or "wdnissvc" or "securityhealthservice";

    private static void Do(EffectKind kind, TargetKind target, Value? name, string detail, Bound bound, Evaluator run, string prefix = "")
    {
        foreach (var one in name is ListValue list ? list.Items : [name!])
        {
            var subject = one is ObjectValue { Subject: { } inner } ? inner : one;
            var word = subject?.Text ?? Word.Unknown("?");
            run.Sink.Add(kind, new Target(target, prefix + word, !word.HasUnknown), detail, forced: bound.Has("force") || bound.Named("confirm") is ConstantValue { Truth: false });
        }
    }

    /// <summary>WMI's way to start a program.</summary>
    private static void Management(Bound bound, Evaluator run)
    {
        var list = bound.Named("argumentlist") ?? bound.Named("arguments");
        var command = list is DictValue dict ? dict.Items.GetValueOrDefault("commandline") : list is ListValue { Items.Count: > 0 } several ? several.Items[0] : list;
        run.Sink.Shell(command, "WMI", CodeLanguage.Cmd);
    }

    /// <summary>The cloud modules name what they remove.</summary>
    private static ConstantValue? Cloud(string cmdlet, Value? name, Bound bound, Evaluator run)
    {
        foreach (var (prefix, cloud) in (ReadOnlySpan<(string, string)>)[("remove-az", "azure"), ("stop-az", "azure"), ("remove-s3", "aws"),
            ("remove-ec2", "aws"), ("remove-rds", "aws"), ("remove-gc", "gcloud"), ("remove-mg", "azure"), ("remove-ad", "ad"), ("remove-vm", "hyper-v"),
            ("remove-cluster", "cluster"), ("remove-dns", "dns"), ("remove-dhcp", "dhcp"), ("remove-gpo", "ad"), ("remove-mailbox", "exchange"), ("remove-spsite", "sharepoint")])
        {
            if (!cmdlet.StartsWith(prefix, StringComparison.Ordinal)) continue;
            Do(EffectKind.ChangeInfrastructure, TargetKind.Resource, name, "cloud-delete", bound, run, cloud + ":" + cmdlet[(cmdlet.IndexOf('-') + 1)..] + " ");
            return ConstantValue.None;
        }
        return null;
    }
}
