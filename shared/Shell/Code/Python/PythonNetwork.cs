namespace Sallyport.Shell.Code;

/// <summary>Python's network libraries.</summary>
internal static class PythonNetwork
{
    public static Value? Call(string path, Arguments arguments, Evaluator run)
    {
        var sink = run.Sink;
        var first = arguments[0];
        switch (path)
        {
            case "urllib.request.urlopen" or "urllib2.urlopen" or "urllib.urlopen":
                if (first is ObjectValue { Type: "request" } request)
                    return Objects.Request("GET", request.Subject, request.Fields.GetValueOrDefault("body"), run);
                return Objects.Request("GET", first, arguments.Get(1, "data"), run);
            case "urllib.request.Request" or "urllib2.Request":
                var made = new ObjectValue("request") { Subject = arguments.Get(0, "url") };
                if (arguments.Get(1, "data") is { } body) made.Fields["body"] = body;
                return made;
            case "urllib.request.urlretrieve" or "urllib.urlretrieve" or "wget.download":
                sink.Host(EffectKind.Connect, first);
                if ((arguments.Get(1, "filename") ?? arguments.Get("out")) is { } file) sink.Path(EffectKind.Write, file, "download");
                return new ListValue([arguments.Get(1, "filename") ?? UnknownValue.Nothing, UnknownValue.Nothing]);
            case "requests.request" or "httpx.request":
                return Objects.Request(first?.Known ?? "?", arguments.Get(1, "url"), Body(arguments, -1), run);
            case "requests.Session" or "requests.session" or "httpx.Client" or "httpx.AsyncClient" or "aiohttp.ClientSession" or "cloudscraper.create_scraper":
                return new SymbolValue("requests");
            case "socket.socket":
                return new ObjectValue("socket") { Origin = Origin.Network };
            case "socket.create_connection":
                var socket = new ObjectValue("socket") { Origin = Origin.Network };
                Objects.Connect(socket, first, run);
                return socket;
            case "asyncio.open_connection" or "telnetlib.Telnet":
                var opened = new ObjectValue("socket") { Origin = Origin.Network };
                Objects.Connect(opened, new ListValue([first ?? UnknownValue.Nothing, arguments[1] ?? UnknownValue.Nothing]), run);
                return new ListValue([opened, opened]);
            case "ssl.wrap_socket" when first is not null:
                return first;
            case "http.client.HTTPConnection" or "http.client.HTTPSConnection" or "httplib.HTTPConnection" or "httplib.HTTPSConnection"
                or "ftplib.FTP" or "ftplib.FTP_TLS" or "smtplib.SMTP" or "smtplib.SMTP_SSL" or "websocket.create_connection":
                sink.Host(EffectKind.Connect, first);
                return new ObjectValue("http") { Subject = first, Origin = Origin.Network };
            case "paramiko.SSHClient" or "fabric.Connection":
                return new ObjectValue("ssh") { Subject = first };
            case "boto3.client" or "boto3.resource":
                return new ObjectValue("aws") { Subject = first };
        }
        return Verb(path) is { } verb ? Objects.Request(verb, arguments.Get(0, "url"), Body(arguments, verb is "POST" or "PUT" or "PATCH" ? 1 : -1), run) : null;
    }

    private static string? Verb(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || path[..dot] is not ("requests" or "httpx" or "aiohttp" or "urllib3" or "requests.Session")) return null;
        return path[(dot + 1)..] is "get" or "post" or "put" or "patch" or "delete" or "head" or "options" or "stream" ? path[(dot + 1)..].ToUpperInvariant() : null;
    }

    private static Value? Body(Arguments arguments, int at) =>
        arguments.Get("data") ?? arguments.Get("json") ?? arguments.Get("files") ?? arguments.Get("content") ?? (at >= 0 ? arguments[at] : null);
}
