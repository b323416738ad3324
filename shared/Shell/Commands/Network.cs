namespace Sallyport.Shell.Commands;

/// <summary>Programs that fetch, send and listen.</summary>
internal static class Network
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "curl" or "curlie": HttpClients.Curl(call); return true;
            case "wget" or "wget2": HttpClients.Wget(call); return true;
            case "http" or "https" or "xh" or "xhs": HttpClients.Httpie(call); return true;
            case "aria2c" or "axel" or "lwp-download" or "fetch" or "youtube-dl" or "invoke-webrequest": HttpClients.Fetcher(call); return true;
            case "nc" or "ncat" or "netcat" or "nc.openbsd" or "nc.traditional": Sockets.Netcat(call); return true;
            case "socat": Sockets.Socat(call); return true;
            case "mail" or "mailx" or "mutt" or "sendmail" or "msmtp" or "swaks" or "ssmtp": Mail(call); return true;
            case "dig" or "nslookup" or "host" or "ping" or "traceroute" or "whois" or "drill": Lookup(call); return true;
            case "gist" or "pastebinit" or "wgetpaste" or "termbin" or "dpaste" or "ffsend" or "transfer.sh" or "0x0":
                if (call.AsksHelp) return true;
                foreach (var file in Options.Parse(call.Argv, 1, "dftbu", "description filename type").Operands) call.Path(EffectKind.Read, file, "copy");
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, call.Program), "file");
                return true;
            case "xterm" or "urxvt" or "rxvt":
                for (var i = 1; i + 1 < call.Count; i++)
                    if (call.Text(i) is "-display" && call.Text(i + 1) is [not ':', ..] display && !Hosts.IsLocal(display))
                        call.Add(EffectKind.OpenSession, new Target(TargetKind.Host, display), "reverse-shell");
                return true;
            case "nsupdate":
                if (call.Run.Input.Kind == InputKind.Inherited && !call.AsksHelp && Options.Parse(call.Argv, 1, "kyLpRtu").Operands.Count == 0) call.Session("nsupdate");
                else if (call.Run.Input.Text?.ToString().Contains("delete", StringComparison.Ordinal) == true) call.Infrastructure("service-delete", "dns:record");
                return true;
            case "mshta" or "regsvr32" or "rundll32" when call.Argv.Any(word => word.ToString().Contains("://", StringComparison.Ordinal)):
                call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, call.Program), "script-url");
                return true;
            case "croc" or "wormhole" or "magic-wormhole" or "transfer" or "ngrok" or "cloudflared" or "localtunnel" or "lt" or "bore" or "tailscale": Tunnel(call); return true;
            default: return false;
        }
    }

    /// <summary>True for a run whose output comes from another machine.</summary>
    public static bool Fetches(CommandRun run)
    {
        switch (run.Program)
        {
            case "curl" or "curlie" or "wget" or "wget2" or "http" or "https" or "xh" or "xhs" or "fetch" or "lynx" or "w3m" or "links" or "lwp-request"
                or "aria2c" or "get" or "iwr" or "invoke-webrequest":
                return !run.Argv.Any(word => word.KnownPrefix.StartsWith("file:", StringComparison.Ordinal));
            case "nc" or "ncat" or "netcat" or "telnet" or "socat" or "dig" or "nslookup": return true;
            case "openssl": return run.Argv.Any(word => word.Known == "s_client");
            case "ssh": return true;
            case "aws" or "gsutil" or "gcloud" or "rclone" or "mc" or "s3cmd" or "az": return run.Argv.Any(word => word.Known is "-" or "cat" or "--to-stdout");
            case "gh" or "glab": return run.Argv.Any(word => word.Known is "gist" or "api" or "release" or "snippet") && !run.Argv.Any(word => word.Known is "create" or "delete");
            case "busybox" or "toybox" when run.Argv.Count > 1: return run.Argv[1].Known is "wget" or "nc" or "telnet";
            case "sudo" or "env" or "timeout" or "nohup" or "command" or "stdbuf" or "nice": return run.Argv.Skip(1).Any(word => word.Known is "curl" or "wget");
            default:
                if (run.Input.Kind == InputKind.File && run.Input.Text is { } file && file.KnownPrefix.StartsWith("/dev/tcp/", StringComparison.Ordinal)) return true;
                return run.Input.From is { Count: > 0 } from && PassesOn(run.Program) && from.Any(Fetches);
        }
    }

    /// <summary>True for a client that prints what others have put into a database, a cache or a cluster.</summary>
    public static bool Keeps(CommandRun run) => run.Program is "psql" or "mysql" or "mariadb" or "redis-cli" or "mongosh" or "etcdctl" or "consul" or "kubectl" or "oc";

    private static bool PassesOn(string? program) => program is "cat" or "tee" or "sed" or "awk" or "tr" or "base64" or "gunzip" or "gzip" or "zcat" or "xxd"
        or "openssl" or "head" or "tail" or "grep" or "jq" or "cut" or "rev" or "sort" or "pv" or "dos2unix" or "iconv" or "xz" or "bunzip2" or "gpg" or "uniq";

    /// <summary>An effect on a host, and one more where the host is the cloud's own metadata service.</summary>
    public static void Host(Call call, EffectKind kind, string url, string detail)
    {
        call.Add(kind, new Target(TargetKind.Host, url), detail);
        if (Hosts.IsMetadata(url)) call.Add(EffectKind.Connect, new Target(TargetKind.Host, url), "cloud-metadata");
    }

    private static void Mail(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "sarcbfSAqui");
        foreach (var file in options.Values("a", 'a').Concat(options.Values("A", 'A'))) call.Path(EffectKind.Read, file, "attach");
        if (options.Operands.Count == 0 && call.Program is "mail" or "mailx" or "mutt")
        {
            if (call.Run.Input.Kind == InputKind.Inherited) return;
        }
        if (options.Operands.Count > 0)
            call.Add(EffectKind.SendData, new Target(TargetKind.Host, options.Operands[^1].ToString()), call.Run.Input.Kind is InputKind.Pipe or InputKind.File ? "stdin" : "mail");
    }

    // DNS carries data out as well: a name made of a secret is a message.
    private static void Lookup(Call call)
    {
        foreach (var word in call.Argv.Skip(1))
        {
            if (Hosts.IsMetadata(word.ToString())) Host(call, EffectKind.Connect, word.ToString(), "lookup");
            if (word.HasUnknown && word.ToString().Contains('.', StringComparison.Ordinal) && word.ToString() is var text
                && (text.Contains("$(", StringComparison.Ordinal) || text.Contains('`', StringComparison.Ordinal)))
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, text, false), "dns");
        }
    }

    private static void Tunnel(Call call)
    {
        if (call.Program is "cloudflared" && call.Text(1) is not ("tunnel" or "access")) return;
        if (call.Program == "tailscale" && call.Text(1) is not ("funnel" or "serve")) return;
        if (call.Program is "croc" or "wormhole" or "magic-wormhole" or "transfer")
        {
            if (call.Argv.Any(word => word.Known is "send"))
            {
                foreach (var word in call.Argv.SkipWhile(word => word.Known != "send").Skip(1)) call.Path(EffectKind.Read, word, "copy");
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, call.Program), "file");
            }
            return;
        }
        if (!call.AsksHelp && call.Count > 1 && call.Text(1) is not ("config" or "version" or "update" or "help" or "authtoken" or "completion"))
            call.Add(EffectKind.Connect, "tunnel", TargetKind.Host, call.Program);
    }
}
