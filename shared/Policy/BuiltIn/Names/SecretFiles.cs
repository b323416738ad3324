namespace Sallyport.Policy.BuiltIn.Names;

/// <summary>Files of credentials, and files of a project's secrets.</summary>
internal static class SecretFiles
{
    private static readonly string[] CredentialEndings =
    [
        "/.kube/config", "/.docker/config.json", "/.config/gh/hosts.yml", "/.config/hub", "/.gnupg/secring.gpg", "/.cargo/credentials",
        "/.cargo/credentials.toml", "/.gem/credentials", "/.codex/auth.json", "/.claude/.credentials.json", "/.m2/settings.xml",
        "/.gradle/gradle.properties", "/.config/glab-cli/config.yml", "/.config/stripe/config.toml", "/.config/hcloud/cli.toml", "/.fly/config.yml",
        "/.databrickscfg", "/.snowsql/config", "/.oci/config", "/sops/age/keys.txt", "/ngrok.yml", "/com.vercel.cli/auth.json",
        "/.config/netlify/config.json", "/.terraform.d/credentials.tfrc.json", "/Default/Cookies", "/.config/op/config", "/.config/doctl/config.yaml",
        "/.config/solana/id.json",
    ];

    private static readonly string[] CredentialFolders =
    [
        "/.aws/credentials", "/.aws/sso/cache", "/.aws/cli/cache", "/.gnupg/private-keys", "/.password-store/", "/Library/Keychains/",
        "/.local/share/keyrings/",
    ];

    private static readonly string[] ProjectEndings =
    [
        ".pem", ".key", ".p12", ".pfx", ".kdbx", ".jks", ".ppk", ".keystore", ".ovpn",
    ];

    // Shown to others, to be filled in.
    private static readonly string[] ExampleEndings =
    [
        ".example", ".sample", ".template", ".dist", ".defaults", ".schema", ".test", ".ci", ".vault",
    ];

    /// <summary>Which of both a file is, if any.</summary>
    public static Place Of(string path, string name)
    {
        if (IsProjectName(name)) return Place.ProjectSecrets;
        if (path.Contains("/.ssh/", StringComparison.Ordinal) && !MayBeShown(name)) return Place.Credentials;
        if (IsCredentialName(name)) return Elsewhere(path, name) ?? Place.Credentials;
        if (IsCredentialPath(path, name)) return Place.Credentials;
        // A folder of credentials is the credentials in it.
        if (name is ".ssh" or ".gnupg" or ".aws" or ".password-store" || path.EndsWith("/.config/gcloud", StringComparison.Ordinal)) return Place.Credentials;
        return NameLists.Ends(name, ProjectEndings) ? Place.ProjectSecrets : Place.None;
    }

    private static bool IsProjectName(string name) => (name.StartsWith(".env.", StringComparison.Ordinal) && !NameLists.Ends(name, ExampleEndings)) || name
        is ".env"
        or ".envrc" or "secrets.yml" or "secrets.yaml" or "secrets.json" or "master.key" or "credentials.yml.enc" or ".secrets" or "local.settings.json"
        or "secrets.env" or "prod.env" or "production.env";

    // Of ~/.ssh, what is no key.
    private static bool MayBeShown(string name) =>
        name is "config" or "known_hosts" or "authorized_keys" or "environment" or "known_hosts.old" || name.EndsWith(".pub", StringComparison.Ordinal);

    private static bool IsCredentialName(string name) => name is
        "id_rsa" or "id_dsa" or "id_ecdsa" or "id_ed25519" or "id_ecdsa_sk" or "id_ed25519_sk" or ".netrc" or "_netrc" or ".git-credentials"
        or ".pgpass" or ".npmrc" or ".pypirc" or ".my.cnf" or ".vault-token" or ".htpasswd" or "shadow" or "gshadow" or "SAM" or "NTDS.dit"
        or "login.keychain" or "login.keychain-db" or "Login Data" or "logins.json" or "key4.db" or "cookies.sqlite" or "wallet.dat" or "kubeconfig"
        or "credentials.tfrc.json" or ".terraformrc" or "terraform.tfstate" or "ssh_host_rsa_key" or "ssh_host_ed25519_key" or "krb5.keytab"
        or ".boto" or ".s3cfg" or "rclone.conf" or ".docker-credentials" or "service-account.json" or "application_default_credentials.json"
        or "access_tokens.db" or "accessTokens.json" or "msal_token_cache.json" or "TokenCache.dat";

    // Names that mean something else in another place; null where they mean what they say.
    private static Place? Elsewhere(string path, string name) => name switch
    {
        "shadow" or "gshadow" or "SAM" => path.StartsWith("/etc/", StringComparison.Ordinal) || path.Contains("onfig/SAM", StringComparison.OrdinalIgnoreCase) ? null : Place.None,
        ".npmrc" or "kubeconfig" or "terraform.tfstate" => path.AsSpan().Count('/') > 4 && !path.Contains("/.kube/", StringComparison.Ordinal) ? Place.ProjectSecrets : null,
        _ => null,
    };

    private static bool IsCredentialPath(string path, string name) =>
        NameLists.Ends(path, CredentialEndings)
        || NameLists.Contains(path, CredentialFolders)
        || (path.Contains("/.config/gcloud/", StringComparison.Ordinal) && name is "credentials.db" or "access_tokens.db" or "application_default_credentials.json")
        || (path.Contains("/.azure/", StringComparison.Ordinal) && (name.Contains("oken", StringComparison.Ordinal) || name.Contains("msal", StringComparison.Ordinal)))
        || (path.StartsWith("/proc/", StringComparison.Ordinal) && name == "environ")
        || path.StartsWith("/run/secrets/", StringComparison.Ordinal)
        || path.StartsWith("/var/run/secrets/", StringComparison.Ordinal);
}
