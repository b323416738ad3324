namespace Sallyport.Shell.Commands;

/// <summary>Calls to the control interfaces of servers whose path, not whose method, says that something is destroyed.</summary>
internal static class ServiceCalls
{
    public static void Judge(Call call, string url, string method)
    {
        var path = Path(url);
        if (path.Contains("/_cluster/settings", StringComparison.Ordinal)) call.Infrastructure("cluster-settings", "http:" + url);
        else if (VerbAtEnd(path, method != "GET")) call.Infrastructure(Hosts.IsLocal(url) && !HttpClients.AdminPort(Hosts.Port(url)) ? "http-delete-local" : "http-delete", "http:" + url);
        else if (Destroys(path) || (HttpClients.AdminPort(Hosts.Port(url)) && Administers(path))) call.Infrastructure("http-delete", "http:" + url);
        else if (method != "GET" && Cancels(call, url, path)) call.Infrastructure("http-delete", "http:" + url);
        else if (method != "GET" && Pays(url, path)) call.Infrastructure("money-move", "http:" + url);
        else if (call.Argv.Any(word => word.KnownPrefix.StartsWith("<delete>", StringComparison.Ordinal))) call.Infrastructure("http-delete", "http:" + url);
        else if (call.Argv.Any(word => word.ToString().Contains("purge_everything", StringComparison.Ordinal))) call.Infrastructure("http-delete", "http:" + url);
    }

    /// <summary>True for the paths under which servers are told what they hold, wherever they listen: dashboards, queues, flags, repositories.</summary>
    public static bool IsAdministration(string url)
    {
        var path = Path(url);
        foreach (var start in (ReadOnlySpan<string>)["/api/datasources", "/api/dashboards", "/api/folders", "/api/org", "/api/http/", "/api/admin/",
            "/api/queues", "/api/vhosts", "/api/exchanges", "/service/rest/", "/artifactory/", "/rest/api/", "/jenkins/", "/job/", "/api/v4/projects",
            "/api/v1/namespaces", "/apis/", "/_all", "/solr/", "/v1/kv/", "/v1/jobs", "/v1/sys/", "/indexes/", "/collections/"])
            if (path.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // What the servers that have these paths do with any call that is no GET.
    private static bool Destroys(string path) =>
        path.Contains("/_delete_by_query", StringComparison.Ordinal) || path.EndsWith("/delete-batch", StringComparison.Ordinal) || path.EndsWith("/documents/delete", StringComparison.Ordinal)
        || path.EndsWith("/_close", StringComparison.Ordinal) || path.EndsWith("/purge", StringComparison.Ordinal)
        || path.EndsWith("/purge_cache", StringComparison.Ordinal) || path.EndsWith("/points/delete", StringComparison.Ordinal)
        || path.EndsWith("/collections/delete", StringComparison.Ordinal) || path.Contains("/admin/tsdb/", StringComparison.Ordinal)
        || path.EndsWith("/doDelete", StringComparison.Ordinal) || path.EndsWith("/safeExit", StringComparison.Ordinal)
        || path is "/volumes/prune" or "/containers/prune"
        || path.EndsWith("/safeRestart", StringComparison.Ordinal) || path.EndsWith("/quietDown", StringComparison.Ordinal)
        || path.EndsWith("/quitquitquit", StringComparison.Ordinal) || path.EndsWith("/agent/leave", StringComparison.Ordinal)
        || path.EndsWith("/scriptText", StringComparison.Ordinal) || path.EndsWith("/doDisable", StringComparison.Ordinal);

    // Verbs at the end of a path, where the service has them, and mutations that say so.
    private static bool Cancels(Call call, string url, string path)
    {
        if (path.EndsWith("/clear", StringComparison.Ordinal) && url.Contains("algolia", StringComparison.OrdinalIgnoreCase)) return true;
        if ((path.EndsWith("/cancel", StringComparison.Ordinal) || path.EndsWith("/void", StringComparison.Ordinal)) && (url.Contains("squareup", StringComparison.OrdinalIgnoreCase) || url.Contains("stripe.com", StringComparison.OrdinalIgnoreCase)
            || url.Contains("paypal", StringComparison.OrdinalIgnoreCase) || url.Contains("braintree", StringComparison.OrdinalIgnoreCase))) return true;
        var mutates = path.EndsWith("/graphql", StringComparison.Ordinal) || path.EndsWith("/graphql/v2", StringComparison.Ordinal);
        foreach (var word in call.Argv)
        {
            var text = word.ToString();
            if (mutates && text.Contains("mutation", StringComparison.Ordinal) && Deletes(text)) return true;
            // JSON Patch on a flag: replaced by archived.
            if (text.Contains("/archived", StringComparison.Ordinal) && text.Contains("\"op\"", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    // entityDelete(…), deleteProject(…)
    private static bool Deletes(string query)
    {
        foreach (var verb in (ReadOnlySpan<string>)["delete", "Delete", "remove", "Remove", "destroy", "Destroy", "cancel", "Cancel"])
            if (query.Contains(verb, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool Administers(string path) =>
        path.Contains("/containers/prune", StringComparison.Ordinal) || path.Contains("/volumes/prune", StringComparison.Ordinal)
            || path.EndsWith("/exit", StringComparison.Ordinal) || path is "/stop" || path.EndsWith("/sys/seal", StringComparison.Ordinal)
        || path.EndsWith("/kv/deleterange", StringComparison.Ordinal) || path.EndsWith("/_cluster/reroute", StringComparison.Ordinal) || path.EndsWith("/_shutdown", StringComparison.Ordinal);

    private static bool Pays(string url, string path) =>
        // Whoever has orders to void or to refund is paid for them.
        (!Hosts.IsLocal(url) && (path.EndsWith("/void", StringComparison.Ordinal) || path.EndsWith("/refund", StringComparison.Ordinal))) ||
        (url.Contains("api.stripe.com", StringComparison.OrdinalIgnoreCase)
            && (path.EndsWith("/refunds", StringComparison.Ordinal) || path.EndsWith("/payouts", StringComparison.Ordinal)
            || path.EndsWith("/transfers", StringComparison.Ordinal) || path.EndsWith("/charges", StringComparison.Ordinal)))
        || (url.Contains("paypal.com", StringComparison.OrdinalIgnoreCase) && (path.EndsWith("/payouts", StringComparison.Ordinal) || path.EndsWith("/refund", StringComparison.Ordinal)))
        || (url.Contains("squareup.com", StringComparison.OrdinalIgnoreCase) && (path.EndsWith("/refunds", StringComparison.Ordinal) || path.EndsWith("/payments", StringComparison.Ordinal)));

    /// <summary>Orders that are given by a plain GET: Solr takes them so.</summary>
    public static void Asked(Call call, string url)
    {
        var path = Path(url);
        if (!path.Contains("/solr/admin/", StringComparison.Ordinal)) return;
        foreach (var order in (ReadOnlySpan<string>)["action=DELETE", "action=UNLOAD", "action=SPLIT"])
            if (url.Contains(order, StringComparison.OrdinalIgnoreCase)) call.Infrastructure("http-delete", "http:" + url);
    }

    /// <summary>Statements sent to a database that listens for HTTP: as the body, behind <c>q=</c> or <c>query=</c>, or in JSON.</summary>
    public static void Statements(Call call, string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        if (query > 0) Statement(call, url[(query + 1)..]);
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i - 1].KnownPrefix.StartsWith("-d", StringComparison.Ordinal) || call.Argv[i - 1].KnownPrefix.StartsWith("--data", StringComparison.Ordinal)
                || call.Argv[i - 1].KnownPrefix.StartsWith("--json", StringComparison.Ordinal)) Statement(call, call.Argv[i].ToString());
    }

    private static void Statement(Call call, string text)
    {
        foreach (var mark in (ReadOnlySpan<string>)["", "q=", "query=", "\"query\":\"", "\"query\": \"", "\"sql\":\"", "\"sql\": \"", "\"stmt\":\"", "\"statement\":\""])
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = text[(at + mark.Length)..];
            if (rest.Contains('%', StringComparison.Ordinal) || rest.Contains('+', StringComparison.Ordinal)) rest = Uri.UnescapeDataString(rest.Replace('+', ' '));
            rest = rest.TrimStart();
            foreach (var verb in (ReadOnlySpan<string>)["DROP ", "TRUNCATE ", "DELETE ", "ALTER "])
            {
                if (!rest.StartsWith(verb, StringComparison.OrdinalIgnoreCase)) continue;
                var end = mark.Length > 0 && mark[0] == '"' ? rest.IndexOf('"', StringComparison.Ordinal) : mark.Length > 0 ? rest.IndexOf('&', StringComparison.Ordinal) : -1;
                call.Nest(CodeLanguage.Sql, Word.Of(end > 0 ? rest[..end] : rest), call.Program);
                return;
            }
        }
    }

    // chat.delete, deleteWebhook, purge_all: what stands last is the order itself.
    private static bool VerbAtEnd(string path, bool asked)
    {
        var last = path.AsSpan().TrimEnd('/');
        last = last[(last.LastIndexOf('/') + 1)..];
        var dot = last.LastIndexOf('.');
        if (dot > 0 && last[(dot + 1)..] is "delete" or "remove" or "archive" or "purge" or "destroy" or "kick" or "revoke") return true;
        if (asked && last is "empty" or "flush" or "truncate" or "erase" or "drop") return true;
        foreach (var verb in (ReadOnlySpan<string>)["delete", "destroy", "purge", "terminate", "wipe", "revoke", "remove"])
        {
            if (!last.StartsWith(verb, StringComparison.Ordinal)) continue;
            if (last.Length == verb.Length) return true;
            if (char.IsAsciiLetterUpper(last[verb.Length]) || last[verb.Length..].StartsWith("_all") || last[verb.Length..].StartsWith("-all")) return true;
        }
        return false;
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
