namespace Sallyport.Shell.Commands;

/// <summary>Raw sockets: <c>nc</c> and <c>socat</c>, and the programs they tie to them.</summary>
internal static class Sockets
{
    public static void Netcat(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-h" or "-zv" or "-vz" or "-z")) return;
        var options = Options.Parse(call.Argv, 1, "eciopqswxXIOTgGmM", "exec sh-exec lua-exec source source-port output idle-timeout wait proxy proxy-type ssl-cert ssl-key");
        var host = string.Join(' ', options.Operands);
        if (options.Value("exec", 'e') is { } program)
        {
            if (program.Known is { } known && WordText.Split(known) is { Count: > 0 } argv) Bound(call, argv, host);
            else call.Unknown("program", program);
        }
        var code = options.Value("sh-exec") ?? options.Value("c", 'c');
        if (code is not null && call.Program != "nc.openbsd")
        {
            if (code.Known is { } text && IsShell(text.Split(' ')[0])) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, host), "network-shell");
            else call.Nest(CodeLanguage.Shell, code, "nc -c");
        }
        if (host.Length == 0 && !options.Has('l', "listen")) return;
        Orders(call, host);
        call.Add(EffectKind.Connect, new Target(TargetKind.Host, host), options.Has('l', "listen") ? "listen" : "socket");
        if (call.Run.Input.Kind is InputKind.Pipe or InputKind.File)
        {
            if (call.Run.Input is { Kind: InputKind.File, Text: { } file }) call.Path(EffectKind.Read, file, "upload");
            call.Add(EffectKind.SendData, new Target(TargetKind.Host, host), "stdin");
        }
        else if (call.Run.Input.Kind == InputKind.Inherited && !options.Has('l', "listen") && !options.Has('z') && code is null && options.Value("exec", 'e') is null && !call.Run.OutputCaptured)
            call.Session(call.Program);
    }

    private static void Bound(Call call, List<Word> argv, string host)
    {
        if (argv[0].Known is { } program && (IsShell(program) || CommandRun.ProgramName(program) is "python" or "python3" or "perl" or "ruby" or "php" or "cmd" or "powershell") && argv.Count == 1)
            call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, host), "network-shell");
        else if (argv[0].Known is { } shell && IsShell(shell) && argv.Skip(1).All(word => word.KnownPrefix.StartsWith('-') && word.Known != "-c"))
            call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, host), "network-shell");
        else call.Start(argv, call.Program + " -e", run => run with { Input = new Input(InputKind.Pipe) });
    }

    private static bool IsShell(string program) => CommandRun.ProgramName(program) is "sh" or "bash" or "dash" or "ash" or "zsh" or "ksh" or "csh" or "tcsh"
        or "fish" or "cmd" or "powershell" or "pwsh";

    public static void Socat(Call call)
    {
        if (call.AsksHelp || call.Argv.Any(word => word.Known is "-h" or "-hh" or "-V")) return;
        var options = Options.Parse(call.Argv, 1, "bdDltTLWS");
        var addresses = options.Operands;
        if (addresses.Count < 2) return;
        var remote = addresses.FirstOrDefault(IsNetwork);
        foreach (var address in addresses)
        {
            var text = address.ToString();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var kind = (colon < 0 ? text.Split(',')[0] : text[..colon]).ToUpperInvariant();
            var argument = colon < 0 ? "" : Unquote(WithoutOptions(text[(colon + 1)..]));
            switch (kind)
            {
                case "EXEC" when WordText.Split(argument) is { Count: > 0 } argv:
                    if (remote is not null) Bound(call, argv, remote.ToString());
                    else call.Start(argv, "socat EXEC");
                    break;
                case "SYSTEM" or "SHELL":
                    if (remote is not null && (argument.Length == 0
                        || IsShell(argument.Split(' ')[0]) && !argument.Contains(" -c ", StringComparison.Ordinal)))
                        call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, remote.ToString()), "network-shell");
                    else if (argument.Length > 0) call.Nest(CodeLanguage.Shell, Word.Of(argument), "socat SYSTEM");
                    break;
                case "OPEN" or "FILE" or "GOPEN" or "PIPE" or "FIFO" or "CREATE" when argument.Length > 0: Transfer(call, argument.Split(',')[0], remote, address == addresses[0]); break;
                default:
                    if (colon < 0 && kind.Contains('/', StringComparison.Ordinal)) Transfer(call, text, remote, address == addresses[0]);
                    break;
            }
        }
        if (remote is not null)
        {
            call.Add(EffectKind.Connect, new Target(TargetKind.Host, remote.ToString()), "socket");
            if (addresses[0].Known is "-" or "STDIN" or "STDIO" or "stdio" && call.Run.Input.Kind is InputKind.Pipe or InputKind.File)
                call.Add(EffectKind.SendData, new Target(TargetKind.Host, remote.ToString()), "stdin");
        }
        Orders(call, string.Join(' ', addresses));
    }

    // Servers that take their orders as plain text.
    private static void Orders(Call call, string address)
    {
        if (call.Run.Input is not { Kind: InputKind.Text, Text.Known: { } sent }) return;
        if (address.Contains("haproxy", StringComparison.Ordinal) && (sent.Contains("shutdown", StringComparison.Ordinal) || sent.Contains("disable ", StringComparison.Ordinal)
            || sent.Contains("state maint", StringComparison.Ordinal) || sent.Contains("state drain", StringComparison.Ordinal) || sent.Contains("del server", StringComparison.Ordinal)))
            call.Add(EffectKind.StopService, "gateway", TargetKind.Process, "haproxy");
        if (sent.Contains("flushall", StringComparison.OrdinalIgnoreCase) || sent.Contains("flushdb", StringComparison.OrdinalIgnoreCase) || sent.StartsWith("flush_all", StringComparison.Ordinal))
            call.Infrastructure("flush-all", "cache:" + address, true);
    }

    private static void Transfer(Call call, string path, Word? remote, bool first)
    {
        call.Path(first ? EffectKind.Read : EffectKind.Write, Word.Of(path), first ? "upload" : "download");
        if (remote is not null && first) call.Add(EffectKind.SendData, new Target(TargetKind.Host, remote.ToString()), "file");
    }

    private static bool IsNetwork(Word address)
    {
        var text = address.ToString().ToUpperInvariant();
        return text.StartsWith("TCP", StringComparison.Ordinal) || text.StartsWith("UDP", StringComparison.Ordinal)
            || text.StartsWith("OPENSSL", StringComparison.Ordinal) || text.StartsWith("SSL", StringComparison.Ordinal)
            || text.StartsWith("SCTP", StringComparison.Ordinal) || text.StartsWith("SOCKS", StringComparison.Ordinal) || text.StartsWith("PROXY", StringComparison.Ordinal);
    }

    // EXEC:bash,pty,stderr: options stand behind commas, unless these are quoted.
    private static string WithoutOptions(string text)
    {
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (quote != '\0') quote = text[i] == quote ? '\0' : quote;
            else if (text[i] is '"' or '\'') quote = text[i];
            else if (text[i] == ',') return text[..i];
        }
        return text;
    }

    private static string Unquote(string text) => text.Replace("\\ ", " ", StringComparison.Ordinal).Trim('"', '\'');
}
