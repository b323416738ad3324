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
            if (host.AsSpan().Contains(owner.AsSpan()[range], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static ReadOnlySpan<char> Name(string source)
    {
        var name = source.AsSpan().TrimStart("${!");
        var end = 0;
        while (end < name.Length && (char.IsAsciiLetterOrDigit(name[end]) || name[end] == '_')) end++;
        return source.StartsWith('$') && !source.StartsWith("$(", StringComparison.Ordinal) ? name[..end] : default;
    }

    // What the host's name must hold, by any of these words.
    private static string? Owner(ReadOnlySpan<char> name) => name switch
    {
        "AWS_SECRET_ACCESS_KEY" or "AWS_SESSION_TOKEN" => "amazonaws aws",
        "GITHUB_TOKEN" or "GH_TOKEN" or "GITHUB_PAT" or "GH_PAT" => "github ghcr ghe",
        "NPM_TOKEN" or "NODE_AUTH_TOKEN" => "npm github",
        "PYPI_TOKEN" or "TWINE_PASSWORD" => "pypi",
        "CARGO_REGISTRY_TOKEN" => "crates",
        "OPENAI_API_KEY" or "CODEX_API_KEY" => "openai azure",
        "ANTHROPIC_API_KEY" => "anthropic claude",
        "STRIPE_SECRET_KEY" or "STRIPE_API_KEY" => "stripe",
        "SLACK_BOT_TOKEN" or "SLACK_TOKEN" => "slack",
        "HF_TOKEN" or "HUGGINGFACE_TOKEN" or "HUGGING_FACE_HUB_TOKEN" => "huggingface hf.co",
        "CLOUDFLARE_API_TOKEN" or "CF_API_TOKEN" => "cloudflare",
        "DIGITALOCEAN_ACCESS_TOKEN" or "DIGITALOCEAN_TOKEN" => "digitalocean",
        "DOCKERHUB_TOKEN" => "docker",
        "SENDGRID_API_KEY" => "sendgrid",
        "VERCEL_TOKEN" => "vercel",
        _ => null,
    };
}
