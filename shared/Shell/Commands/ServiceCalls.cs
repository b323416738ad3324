namespace Sallyport.Shell.Commands;

/// <summary>Calls to the control interfaces of servers whose path, not whose method, says that something is destroyed.</summary>
internal static class ServiceCalls
{
    public static void Judge(Call call, string url, string method)
    {
        var path = Path(url);
        if (path.Contains("/_cluster/settings", StringComparison.Ordinal) && method != "GET") call.Infrastructure("cluster-settings", "http:" + url);
        else if (path.Contains("/_delete_by_query", StringComparison.Ordinal) || path.EndsWith("/delete-batch", StringComparison.Ordinal) || path.EndsWith("/documents/delete", StringComparison.Ordinal)
            || path.EndsWith("/_close", StringComparison.Ordinal) || path.EndsWith("/purge", StringComparison.Ordinal)
            || path.EndsWith("/points/delete", StringComparison.Ordinal) || (path.Contains("/containers/prune", StringComparison.Ordinal) && HttpClients.AdminPort(Hosts.Port(url))))
            call.Infrastructure("http-delete", "http:" + url);
        else if (path.EndsWith("/doDelete", StringComparison.Ordinal) || path.EndsWith("/safeExit", StringComparison.Ordinal) || path.EndsWith("/exit", StringComparison.Ordinal) && HttpClients.AdminPort(Hosts.Port(url)))
            call.Infrastructure("http-delete", "http:" + url);
    }

    private static string Path(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? url : url[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return "/";
        var end = rest.AsSpan().IndexOfAny("?#");
        return end < slash ? rest[slash..] : rest[slash..end];
    }
}
