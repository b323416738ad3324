namespace Sallyport.Shell.Commands;

/// <summary>Variables that hold the key to one service, by the name that service gives them: sent to that service they do what they are for.</summary>
internal static class ServiceTokens
{
    /// <summary>True where <paramref name="source"/>, as a variable is written, holds a key to a service other than the one at <paramref name="url"/>.</summary>
    public static bool GoesElsewhere(string source, string url)
    {
        if (Owner(Name(source)) is not { } owner) return false;
        var host = Hosts.Name(url);
        // Which host it is nobody knows, or it is this machine.
        if (host.Length == 0 || host.AsSpan().ContainsAny('$', '`') || Hosts.IsLocal(url)) return false;
        foreach (var range in owner.AsSpan().Split(' '))
            if (owner.AsSpan()[range] is var domain && host.AsSpan().EndsWith(domain, StringComparison.OrdinalIgnoreCase)
                && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.')) return false;
        return true;
    }

    /// <summary>True where a word holds the key to any such service.</summary>
    public static bool In(Word word)
    {
        foreach (var piece in word.Pieces)
            if (piece.Kind == PieceKind.Unknown && Owner(Name(piece.Text)) is not null) return true;
        return false;
    }

    private static ReadOnlySpan<char> Name(string source)
    {
        var name = source.AsSpan().TrimStart("${!");
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetterOrDigit(name[end]) || name[end] == '_')) end++;
        return source.StartsWith('$') && !source.StartsWith("$(", StringComparison.Ordinal) ? name[..end] : default;
    }

    // The domains of the service, its own resellers among them.
    private static string? Owner(ReadOnlySpan<char> name) => name switch
    {
        "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN" => "amazonaws.com amazonaws.com.cn aws.amazon.com",
        "GITHUB_TOKEN" or "GH_TOKEN" or "GITHUB_PAT" or "GH_PAT" => "github.com ghcr.io githubusercontent.com ghe.com",
        "NPM_TOKEN" or "NODE_AUTH_TOKEN" => "npmjs.org npmjs.com github.com",
        "PYPI_TOKEN" or "TWINE_PASSWORD" => "pypi.org pythonhosted.org",
        "CARGO_REGISTRY_TOKEN" => "crates.io",
        "OPENAI_API_KEY" or "CODEX_API_KEY" => "openai.com azure.com",
        "ANTHROPIC_API_KEY" => "anthropic.com",
        "STRIPE_SECRET_KEY" or "STRIPE_API_KEY" => "stripe.com",
        "SLACK_BOT_TOKEN" or "SLACK_TOKEN" => "slack.com",
        "HF_TOKEN" or "HUGGINGFACE_TOKEN" or "HUGGING_FACE_HUB_TOKEN" => "huggingface.co hf.co",
        "CLOUDFLARE_API_TOKEN" or "CF_API_TOKEN" => "cloudflare.com",
        "DIGITALOCEAN_ACCESS_TOKEN" or "DIGITALOCEAN_TOKEN" => "digitalocean.com",
        "DOCKERHUB_TOKEN" => "docker.com docker.io",
        "SENDGRID_API_KEY" => "sendgrid.com",
        "VERCEL_TOKEN" => "vercel.com",
        _ => null,
    };
}
