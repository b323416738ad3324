namespace Sallyport.Shell.Commands;

/// <summary>Other machines: <c>ssh</c> with a remote command, without one, and its options that run programs here.</summary>
internal static class Ssh
{
    private const string ShortValued = "BbcDEeFIiJLlmOopQRSWw";

    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "ssh" or "autossh" or "mosh" or "dbclient" or "tsh" or "rsh": Remote(call); return true;
            case "sshpass":
                var options = Options.Parse(call.Argv, 1, "pfdP", stopAtOperand: true);
                call.Start(options.Operands, "sshpass");
                return true;
            case "scp": Rsync.Scp(call); return true;
            case "sftp":
                if (call.AsksHelp) return true;
                if (call.Run.Input.Kind == InputKind.Inherited && Options.Parse(call.Argv, 1, "BbcDFiJlooPRSX").Value("b", 'b') is null) call.Session("sftp");
                return true;
            case "telnet" or "rlogin" or "ftp" or "tftp" or "lftp" or "cu" or "minicom" or "picocom" or "ncftp":
                if (!call.AsksHelp && call.Run.Input.Kind == InputKind.Inherited && !call.Argv.Any(word => word.Known is "-c" or "-e")) call.Session(call.Program);
                return true;
            case "ssh-keygen": KeyGen(call); return true;
            case "ssh-copy-id": call.Add(EffectKind.Persist, "remote-key"); return true;
            default: return false;
        }
    }

    private static void Remote(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, ShortValued + (call.Program == "autossh" ? "M" : ""), "ssh", stopAtOperand: true);
        foreach (var option in options.Values("o", 'o')) Option(call, option);
        if (options.Has('V') || options.Has('G') || options.Value("Q", 'Q') is not null || options.Value("O", 'O') is not null) return;
        if (options.Operands.Count == 0) return;
        // More options may follow the host.
        var host = options.Operands[0];
        var rest = Options.Parse([call.Argv[0], .. options.Operands.Skip(1)], 1, ShortValued, "", stopAtOperand: true);
        foreach (var option in rest.Values("o", 'o')) Option(call, option);
        call.Add(EffectKind.Connect, new Target(TargetKind.Host, host.ToString(), host.IsKnown), "ssh");
        if (rest.Operands.Count > 0)
        {
            if (call.Run.Input.Kind is InputKind.Pipe or InputKind.File && !options.Has('n') && !rest.Has('n'))
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, host.ToString(), host.IsKnown), "stdin");
            var port = options.Value("p", 'p') ?? rest.Value("p", 'p');
            call.Nest(new NestedCode(CodeLanguage.Shell, WordText.JoinAll(rest.Operands), "ssh") { Elsewhere = port is not null || !IsThisMachine(host) });
            return;
        }
        if (options.Has('N') || rest.Has('N') || options.Has('W') || options.Value("W", 'W') is not null) return;
        // The account of a git server runs git and nothing else: without a terminal it only says who one is.
        if (options.Has('T') && host.KnownPrefix.StartsWith("git@", StringComparison.Ordinal)) return;
        Shells.FromInput(call, CodeLanguage.Shell, "ssh " + host);
    }

    // Behind another port is most likely a container or a virtual machine.
    private static bool IsThisMachine(Word host)
    {
        var name = host.ToString();
        name = name[(name.LastIndexOf('@') + 1)..];
        return name is "localhost" or "::1" or "[::1]" or "0.0.0.0" or "ip6-localhost" || name.StartsWith("127.", StringComparison.Ordinal);
    }

    /// <summary><c>-o ProxyCommand=…</c> and its like run programs on this machine.</summary>
    public static void Option(Call call, Word option)
    {
        var text = option.KnownPrefix;
        var split = text.AsSpan().IndexOfAny('=', ' ');
        if (split <= 0) return;
        var name = text[..split].Trim().ToLowerInvariant();
        if (name is "pkcs11provider" or "securitykeyprovider" && text[(split + 1)..].Trim() != "none") call.Unknown("preload", WordText.Skip(option, split + 1));
        if (name is "proxycommand" or "localcommand" or "knownhostscommand" or "remotecommand" && text[(split + 1)..].Trim() != "none")
            call.Nest(CodeLanguage.Shell, WordText.Skip(option, split + 1), "ssh -o " + name);
    }

    private static void KeyGen(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "abCDEFfGIJjKkLlmMNnOPRrSsTtVvWwYyZz");
        if (options.Value("R", 'R') is { } host) call.Add(EffectKind.Connect, new Target(TargetKind.Host, host.ToString()), "forget-host");
        if (options.Value("R", 'R') is not null) call.Path(EffectKind.Write, options.Value("f", 'f') ?? Word.Of((call.Facts.Home ?? "/root") + "/.ssh/known_hosts"), "forget-host");
        else if (options.Value("f", 'f') is { } file && !options.Has('l') && !options.Has('y') && !options.Has('e') && !options.Has('B')) call.Path(EffectKind.Write, file, "key");
    }
}
