namespace Sallyport.Shell.Commands;

/// <summary>
/// A client's token, put into a request to the very service that issued it, stays where it belongs:
/// <c>curl -H "Authorization: Bearer $(gh auth token)" https://api.github.com/user</c>.
/// </summary>
internal static class TokenIssuers
{
    /// <summary>True where the unknown parts of a header are tokens that the server at <paramref name="url"/> handed out.</summary>
    public static bool Returns(Word header, string url)
    {
        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return false;
        var host = Hosts.Name(url);
        foreach (var piece in header.Pieces)
            if (piece.Kind == PieceKind.Unknown && !Issued(piece.Text, host)) return false;
        return true;
    }

    private static bool Issued(string source, string host)
    {
        var command = source.AsSpan();
        if (command.StartsWith("$(")) command = command[2..].TrimEnd(')');
        else if (command.StartsWith("`")) command = command.Trim('`');
        else return false;
        command = command.Trim();
        // Nothing but the one command, with plain options.
        foreach (var letter in command)
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not (' ' or '-' or '_' or '.' or ':' or '/' or '=' or '@' or '"')) return false;
        if (command.StartsWith("gh auth token")) return In(host, "github.com");
        // An identity token says who calls whatever runs there; an access token would let it act as the person.
        if (command.StartsWith("gcloud auth print-identity-token")) return In(host, "googleapis.com", "run.app", "cloudfunctions.net");
        if (command.StartsWith("gcloud auth ") && command.IndexOf("print-access-token") > 0) return In(host, "googleapis.com", "pkg.dev", "gcr.io");
        // Below azure.com and azure.net stand customers' machines too.
        if (command.StartsWith("az account get-access-token")) return In(host, "management.azure.com", "dev.azure.com", "graph.microsoft.com", "vault.azure.net", "core.windows.net");
        if (command.StartsWith("heroku auth:token")) return In(host, "api.heroku.com");
        return (command.StartsWith("fly auth token") || command.StartsWith("flyctl auth token")) && In(host, "api.fly.io", "api.machines.dev");
    }

    private static bool In(string host, params ReadOnlySpan<string> domains)
    {
        foreach (var domain in domains)
            if (host == domain || (host.EndsWith(domain, StringComparison.Ordinal) && host[^(domain.Length + 1)] == '.')) return true;
        return false;
    }
}
