namespace Sallyport.Shell.Commands;

/// <summary>HTTP clients: what they fetch and where it lands, what they send, and with which method.</summary>
internal static class HttpClients
{
    private const string CurlShort = "AbcCdDeEFhHKmoPQrtTuUwxXyYzZ";

    private const string CurlLong = "request url output data data-raw data-binary data-ascii data-urlencode form form-string header user-agent user upload-file cookie cookie-jar config proxy connect-timeout max-time retry retry-delay cacert cert key referer resolve write-out range interface limit-rate json output-dir max-redirs dump-header socks5 unix-socket netrc-file url-query aws-sigv4 proto oauth2-bearer tlsv variable stderr trace trace-ascii ciphers keepalive-time keepalive-cnt retry-max-time speed-limit speed-time connect-to dns-servers dns-interface happy-eyeballs-timeout-ms max-filesize cert-type key-type pass capath crlfile pinnedpubkey tls-max tls13-ciphers curves engine local-port noproxy preproxy socks4 socks4a socks5-hostname proxy-user proxy-header proxy1.0 time-cond continue-at quote etag-save etag-compare hsts alt-svc abstract-unix-socket expect100-timeout krb delegation mail-from mail-rcpt mail-auth login-options ftp-port ftp-method ftp-account interface rate create-file-mode proto-default proto-redir postquote prequote telnet-option tftp-blksize expand-data expand-url expand-header expand-form expand-output";

    public static void Curl(Call call)
    {
        if (call.AsksHelp || call.Text(1) is "-h" or "-V" or "-M") return;
        var options = Options.Parse(call.Argv, 1, CurlShort, CurlLong);
        var urls = options.Operands.Concat(options.Values("url")).ToList();
        var method = options.Value("request", 'X')?.ToString().ToUpperInvariant();
        foreach (var url in urls)
        {
            if (call.Exhausted) return;
            One(call, options, url, method);
        }
        // What goes through a proxy reaches the proxy.
        foreach (var (name, value) in options.Given)
            if (name is "x" or "proxy" or "preproxy" or "socks4" or "socks4a" or "socks5" or "socks5-hostname" or "proxy1.0" && value is not null
                && !call.Exhausted) Network.Host(call, EffectKind.Connect, value.ToString(), "proxy");
        if (options.Value("config", 'K') is not { } config) return;
        call.Path(EffectKind.Read, config, "config");
        call.Add(EffectKind.Connect, new Target(TargetKind.Host, config.ToString(), false), "config"); // it may name other addresses
    }

    // Nothing on the way decides whom the name stands for, and the server must prove that it is the one.
    private static bool Straight(Options options) => !options.Has('k', "insecure") && !options.Has('x', "proxy") && !options.Has('K', "config") && !options.Has("preproxy") && !options.Has("socks4")
        && !options.Has("socks4a") && !options.Has("socks5") && !options.Has("socks5-hostname") && !options.Has("resolve") && !options.Has("connect-to") && !options.Has("cacert") && !options.Has("doh-url");

    private static void One(Call call, Options options, Word url, string? method)
    {
        var text = url.ToString();
        if (text.StartsWith("file:", StringComparison.Ordinal))
        {
            call.Path(EffectKind.Read, Word.Of(text.StartsWith("file://", StringComparison.Ordinal) ? text[7..] : text[5..]), "copy");
            return;
        }
        Network.Host(call, EffectKind.Connect, text, "download");
        Outputs(call, options, text);
        var sends = false;
        foreach (var (name, value) in options.Given)
        {
            if (value is null) continue;
            if (call.Exhausted) return;
            if (name is "d" or "data" or "data-ascii" or "data-binary" or "data-urlencode" or "json" or "F" or "form" or "T" or "upload-file" or "data-raw" or "form-string" or "url-query")
            {
                sends |= name != "url-query";
                Payload(call, text, name, value);
            }
            else if (name is "H" or "header" && value.KnownPrefix is ['@', _, ..]) File(call, text, WordText.Skip(value, 1));
            else if (name is "H" or "header" && Straight(options) && TokenIssuers.Returns(value, text)) continue;
            // -b takes pairs, or the name of a file where there is no pair.
            else if (name is "b" or "cookie" && !value.ToString().Contains('=', StringComparison.Ordinal) && value.KnownPrefix.Length > 0) File(call, text, value);
            // --variable name@file is sent where another option names it.
            else if (name is "variable" && value.KnownPrefix.IndexOf('@', StringComparison.Ordinal) is > 0 and var named && options.Given.Any(option => option.Name.StartsWith("expand-", StringComparison.Ordinal)))
                File(call, text, WordText.Skip(value, named + 1));
            else if (name is "H" or "header" or "b" or "cookie" or "A" or "user-agent" or "u" or "user" or "e" or "referer" or "proxy-header" or "expand-header" or "expand-data") Inline(call, text, value);
        }
        Inline(call, text, url);
        Method(call, text, method ?? (sends ? "POST" : "GET"));
    }

    // Only a file or a command's output is somebody's data; text on the command line is the caller's own.
    private static void Payload(Call call, string url, string name, Word value)
    {
        var text = value.ToString();
        var file = name switch
        {
            "T" or "upload-file" => value,
            "F" or "form" => text.IndexOf("=@", StringComparison.Ordinal) is var at and > 0 || (at = text.IndexOf("=<", StringComparison.Ordinal)) > 0 ? After(value, at + 2) : null,
            "data-raw" or "form-string" => null,
            "data-urlencode" => text.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 && !text.AsSpan(0, at).Contains('=') ? After(value, at + 1) : null,
            _ => text.StartsWith('@') ? After(value, 1) : null,
        };
        if (file is null) Inline(call, url, value);
        else File(call, url, file);
    }

    private static Word After(Word value, int count) =>
        value.KnownPrefix.Length >= count ? WordText.Skip(value, count) : Word.Unknown(value.ToString()[Math.Min(count, value.ToString().Length)..]);

    private static void File(Call call, string url, Word file)
    {
        if (file.Known is { } listed && listed.Contains(',', StringComparison.Ordinal))
        {
            foreach (var part in listed.Split(',', StringSplitOptions.RemoveEmptyEntries)) File(call, url, Word.Of(part));
            return;
        }
        var path = file.ToString();
        var semicolon = path.IndexOf(';', StringComparison.Ordinal);
        if (semicolon > 0 && file.IsKnown) file = Word.Of(path[..semicolon]);
        var standard = path is "-" or "." or "/dev/stdin" or "/dev/fd/0";
        if (standard && call.Run.Input.Kind == InputKind.File && call.Run.Input.Text is { } input) call.Path(EffectKind.Read, input, "upload");
        if (!standard) call.Path(EffectKind.Read, file, "upload");
        call.Add(EffectKind.SendData, new Target(TargetKind.Host, url), standard ? "stdin" : "file");
    }

    // A substitution inside the text sends what that command printed.
    private static void Inline(Call call, string url, Word value)
    {
        if (!value.HasUnknown) return;
        foreach (var piece in value.Pieces)
            if (piece.Kind == PieceKind.Unknown && ServiceTokens.GoesElsewhere(piece.Text, url)) call.Add(EffectKind.SendData, new Target(TargetKind.Host, url), "token-elsewhere");
        // xargs curl URL takes the address from its input; what stands behind a known beginning is something that is told to it.
        if (value.Pieces.Any(piece => piece.Kind == PieceKind.Unknown && piece.Text.Length > 2 && (piece.Text[0] == '`' || piece.Text.StartsWith("$(", StringComparison.Ordinal)))
            || (value.KnownPrefix.Length > 0 && value.Pieces.Any(piece => piece.Kind == PieceKind.Unknown && piece.Text.StartsWith("<input of xargs", StringComparison.Ordinal))))
            call.Add(EffectKind.SendData, new Target(TargetKind.Host, url), "inline");
    }

    private static void Outputs(Call call, Options options, string url)
    {
        foreach (var output in options.Values("output", 'o'))
            if (output.Known is not ("-" or "/dev/null")) call.Path(EffectKind.Truncate, output, "download");
        if (!options.Has('O') && !options.Has("remote-name") && !options.Has("remote-name-all")) return;
        var name = FileName(url);
        if (name.Length == 0) return;
        var folder = options.Value("output-dir");
        call.Path(EffectKind.Truncate, folder is null ? Word.Of(name) : WordText.Join(folder, Word.Of("/" + name)), "download");
    }

    private static string FileName(string url)
    {
        var end = url.AsSpan().IndexOfAny("?#");
        if (end >= 0) url = url[..end];
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? url : url[(scheme + 3)..];
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[(slash + 1)..];
    }

    private static void Method(Call call, string url, string method)
    {
        // A cache is told to forget as a server is told to delete.
        if (method is "DELETE" or "PURGE") call.Infrastructure(Hosts.IsLocal(url) && !AdminPort(Hosts.Port(url)) && !ServiceCalls.IsAdministration(url) && !ToDaemon(call) ? "http-delete-local" : "http-delete", "http:" + url);
        else if (method is "PUT" or "PATCH" or "POST") ServiceCalls.Judge(call, url, method);
        else ServiceCalls.Asked(call, url);
        ServiceCalls.Statements(call, url);
    }

    // The socket of the daemon that runs the containers of this machine.
    private static bool ToDaemon(Call call) => call.Argv.Any(word => word.ToString().EndsWith("docker.sock", StringComparison.Ordinal) || word.ToString().EndsWith("podman.sock", StringComparison.Ordinal));

    /// <summary>Ports at which servers take orders about themselves: clusters, queues, search engines, container daemons.</summary>
    public static bool AdminPort(int port) => port is 2375 or 2376 or 2379 or 4646 or 5984 or 6333 or 6443 or 7700 or 7474 or 8001 or 8002 or 8083 or 8086
        or 8108 or 8200 or 8444 or 8089 or 8500 or 8529 or 9000 or 9090 or 9093 or 9200 or 9180 or 9600 or 10250 or 15672 or 8161 or 2019 or 8222;

    public static void Wget(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "oaieBtOTwQPUlARDIX",
            "output-document output-file append-output input-file execute base tries timeout wait quota directory-prefix user-agent header post-data post-file body-data body-file method level accept reject domains user password use-askpass referer load-cookies save-cookies ca-certificate limit-rate");
        foreach (var url in options.Operands)
        {
            var text = url.ToString();
            Network.Host(call, EffectKind.Connect, text, "download");
            var file = options.Value("post-file") ?? options.Value("body-file");
            if (file is not null) File(call, text, file);
            foreach (var name in (string[])["post-data", "body-data", "header", "user-agent"])
                if (options.Value(name) is { } inline) Inline(call, text, inline);
            Inline(call, text, url);
            var output = options.Value("output-document", 'O');
            if (output is not null && output.Known is not ("-" or "/dev/null")) call.Path(EffectKind.Truncate, output, "download");
            else if (output is null && FileName(text) is { Length: > 0 } name)
                call.Path(EffectKind.Truncate, options.Value("directory-prefix", 'P') is { } folder ? WordText.Join(folder, Word.Of("/" + name)) : Word.Of(name), "download");
            Method(call, text, options.Value("method")?.ToString().ToUpperInvariant() ?? "GET");
        }
        foreach (var command in options.Values("execute", 'e'))
            if (command.KnownPrefix.StartsWith("use_askpass", StringComparison.Ordinal)) call.Unknown("program", command);
        if (options.Value("use-askpass") is { } ask) call.Start([ask], "wget");
    }

    public static void Httpie(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "aAobspv", "auth auth-type output session verify proxy timeout print style pretty");
        var operands = options.Operands.ToList();
        if (operands.Count == 0) return;
        string? method = null;
        if (operands[0].Known is { } first && first.Length is > 2 and < 8 && (first.All(char.IsAsciiLetterUpper) || first is "delete" or "put" or "patch" or "post"))
        {
            method = first.ToUpperInvariant();
            operands.RemoveAt(0);
        }
        if (operands.Count == 0) return;
        var url = operands[0].ToString();
        if (url.StartsWith(':')) url = "localhost" + url;
        Network.Host(call, EffectKind.Connect, url, "download");
        foreach (var item in operands.Skip(1))
        {
            var at = item.ToString().IndexOf('@', StringComparison.Ordinal);
            if (at >= 0 && item.KnownPrefix.Length > at && !item.KnownPrefix.AsSpan(0, at).ContainsAny("=:")) File(call, url, WordText.Skip(item, at + 1));
            else if (item.KnownPrefix.IndexOf("=@", StringComparison.Ordinal) is var raw and > 0) File(call, url, WordText.Skip(item, raw + 2));
        }
        if (call.Run.Input.Kind is InputKind.Pipe or InputKind.File) File(call, url, Word.Of("-"));
        if (options.Value("output", 'o') is { } output) call.Path(EffectKind.Truncate, output, "download");
        Method(call, url, method ?? (operands.Count > 1 ? "POST" : "GET"));
    }

    public static void Fetcher(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "odsxjkin", "out dir output");
        foreach (var url in options.Operands)
        {
            Network.Host(call, EffectKind.Connect, url.ToString(), "download");
            var name = options.Value("out", 'o') ?? options.Value("output") ?? Word.Of(FileName(url.ToString()));
            if (name.Known is not "") call.Path(EffectKind.Truncate, options.Value("dir", 'd') is { } folder ? WordText.Join(WordText.Join(folder, Word.Of("/")), name) : name, "download");
        }
    }
}
