using Sallyport.Shell;
using Sallyport.Shell.Commands;

namespace Sallyport.Policy.BuiltIn;

/// <summary>What a path is by its name, wherever it lies.</summary>
internal static class PathNames
{
    public static Place Of(string path, ObservedFacts facts)
    {
        var name = PathText.Name(path);
        var place = Secret(path, name) | Runs(path, name);
        if (path.Contains("/.git/hooks", StringComparison.Ordinal) || path.Contains("/.husky/", StringComparison.Ordinal)) place |= Place.GitHooks;
        if (name == ".git" || path.Contains("/.git/", StringComparison.Ordinal)) place |= Place.GitDirectory;
        if (PathText.IsBelow(path, facts.Workspace) && IsRebuilt(path[facts.Workspace.Length..])) place |= Place.Rebuilt;
        if (IsGuard(path, facts)) place |= Place.Guard;
        else if (OtherAgents.Owns(path, name)) place |= Place.OtherGuard;
        if (path is "/etc/passwd" or "/etc/shadow" or "/etc/sudoers" or "/etc/gshadow" or "/etc/group" or "/etc/master.passwd" || path.StartsWith("/etc/sudoers.d", StringComparison.Ordinal) || path.StartsWith("/etc/pam.d", StringComparison.Ordinal) || path is "/etc/selinux/config" or "/etc/sysconfig/selinux" or "/etc/security/access.conf" || path.StartsWith("/etc/audit/", StringComparison.Ordinal) || path is "/etc/ssh/sshd_config" or "/etc/hosts" or "/etc/ld.so.preload") place |= Place.Accounts;
        return place;
    }

    private static Place Secret(string path, string name)
    {
        if (name is ".env" || (name.StartsWith(".env.", StringComparison.Ordinal) && !Example(name)) || name is ".envrc" or "secrets.yml" or "secrets.yaml" or "secrets.json" or "master.key" or "credentials.yml.enc" or ".secrets" or "local.settings.json" or "secrets.env" or "prod.env" or "production.env") return Place.ProjectSecrets;
        if (path.Contains("/.ssh/", StringComparison.Ordinal) && name is not ("config" or "known_hosts" or "authorized_keys" or "environment" or "known_hosts.old") && !name.EndsWith(".pub", StringComparison.Ordinal)) return Place.Credentials;
        if (name is "id_rsa" or "id_dsa" or "id_ecdsa" or "id_ed25519" or "id_ecdsa_sk" or "id_ed25519_sk" or ".netrc" or "_netrc" or ".git-credentials" or ".pgpass" or ".npmrc" or ".pypirc" or ".my.cnf" or ".vault-token" or ".htpasswd" or "shadow" or "gshadow" or "SAM" or "NTDS.dit" or "login.keychain" or "login.keychain-db" or "Login Data" or "logins.json" or "key4.db" or "cookies.sqlite" or "wallet.dat" or "kubeconfig" or "credentials.tfrc.json" or ".terraformrc" or "terraform.tfstate" or "ssh_host_rsa_key" or "ssh_host_ed25519_key" or "krb5.keytab" or ".boto" or ".s3cfg" or "rclone.conf" or ".docker-credentials" or "service-account.json" or "application_default_credentials.json" or "access_tokens.db" or "accessTokens.json" or "msal_token_cache.json" or "TokenCache.dat")
            return name is "shadow" or "gshadow" or "SAM" && !path.StartsWith("/etc/", StringComparison.Ordinal) && !path.Contains("onfig/SAM", StringComparison.OrdinalIgnoreCase) ? Place.None
                : name is ".npmrc" or "kubeconfig" or "terraform.tfstate" && path.AsSpan().Count('/') > 4 && !path.Contains("/.kube/", StringComparison.Ordinal) ? Place.ProjectSecrets : Place.Credentials;
        if (path.Contains("/.aws/credentials", StringComparison.Ordinal) || path.Contains("/.aws/sso/cache", StringComparison.Ordinal) || path.Contains("/.aws/cli/cache", StringComparison.Ordinal) || path.Contains("/.config/gcloud/", StringComparison.Ordinal) && name is "credentials.db" or "access_tokens.db" or "application_default_credentials.json" || path.Contains("/.azure/", StringComparison.Ordinal) && (name.Contains("oken", StringComparison.Ordinal) || name.Contains("msal", StringComparison.Ordinal))
            || path.EndsWith("/.kube/config", StringComparison.Ordinal) || path.EndsWith("/.docker/config.json", StringComparison.Ordinal) || path.EndsWith("/.config/gh/hosts.yml", StringComparison.Ordinal) || path.EndsWith("/.config/hub", StringComparison.Ordinal) || path.Contains("/.gnupg/private-keys", StringComparison.Ordinal) || path.EndsWith("/.gnupg/secring.gpg", StringComparison.Ordinal)
            || path.EndsWith("/.cargo/credentials", StringComparison.Ordinal) || path.EndsWith("/.cargo/credentials.toml", StringComparison.Ordinal) || path.EndsWith("/.gem/credentials", StringComparison.Ordinal) || path.EndsWith("/.codex/auth.json", StringComparison.Ordinal) || path.EndsWith("/.claude/.credentials.json", StringComparison.Ordinal) || path.Contains("/.password-store/", StringComparison.Ordinal) || path.Contains("/Library/Keychains/", StringComparison.Ordinal) || path.Contains("/.local/share/keyrings/", StringComparison.Ordinal)
            || path.EndsWith("/.m2/settings.xml", StringComparison.Ordinal) || path.EndsWith("/.gradle/gradle.properties", StringComparison.Ordinal) || path.EndsWith("/.config/glab-cli/config.yml", StringComparison.Ordinal) || path.EndsWith("/.config/stripe/config.toml", StringComparison.Ordinal) || path.EndsWith("/.config/hcloud/cli.toml", StringComparison.Ordinal) || path.EndsWith("/.fly/config.yml", StringComparison.Ordinal) || path.EndsWith("/.databrickscfg", StringComparison.Ordinal) || path.EndsWith("/.snowsql/config", StringComparison.Ordinal) || path.EndsWith("/.oci/config", StringComparison.Ordinal) || path.EndsWith("/sops/age/keys.txt", StringComparison.Ordinal) || path.EndsWith("/ngrok.yml", StringComparison.Ordinal) || path.EndsWith("/com.vercel.cli/auth.json", StringComparison.Ordinal) || path.EndsWith("/.config/netlify/config.json", StringComparison.Ordinal) || path.EndsWith("/.terraform.d/credentials.tfrc.json", StringComparison.Ordinal) || path.EndsWith("/Default/Cookies", StringComparison.Ordinal) || path.EndsWith("/.config/op/config", StringComparison.Ordinal) || path.EndsWith("/.config/doctl/config.yaml", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal) && name == "environ"
            || path.StartsWith("/run/secrets/", StringComparison.Ordinal) || path.StartsWith("/var/run/secrets/", StringComparison.Ordinal) || path.EndsWith("/.config/solana/id.json", StringComparison.Ordinal) || path.Contains("/.ethereum/keystore/", StringComparison.Ordinal) || path.Contains("/.electrum/wallets/", StringComparison.Ordinal)) return Place.Credentials;
        // A folder of credentials is the credentials in it.
        if (name is ".ssh" or ".gnupg" or ".aws" or ".password-store" || path.EndsWith("/.config/gcloud", StringComparison.Ordinal)) return Place.Credentials;
        if (name.EndsWith(".pem", StringComparison.Ordinal) || name.EndsWith(".key", StringComparison.Ordinal) || name.EndsWith(".p12", StringComparison.Ordinal) || name.EndsWith(".pfx", StringComparison.Ordinal) || name.EndsWith(".kdbx", StringComparison.Ordinal) || name.EndsWith(".jks", StringComparison.Ordinal) || name.EndsWith(".ppk", StringComparison.Ordinal) || name.EndsWith(".keystore", StringComparison.Ordinal) || name.EndsWith(".ovpn", StringComparison.Ordinal)) return Place.ProjectSecrets;
        return Place.None;
    }

    private static bool Example(string name) => name.EndsWith(".example", StringComparison.Ordinal) || name.EndsWith(".sample", StringComparison.Ordinal) || name.EndsWith(".template", StringComparison.Ordinal) || name.EndsWith(".dist", StringComparison.Ordinal) || name.EndsWith(".defaults", StringComparison.Ordinal) || name.EndsWith(".schema", StringComparison.Ordinal) || name.EndsWith(".test", StringComparison.Ordinal) || name.EndsWith(".ci", StringComparison.Ordinal) || name.EndsWith(".vault", StringComparison.Ordinal);

    private static Place Runs(string path, string name)
    {
        // Python reads these at every start; the kernel starts what these name.
        if (name.EndsWith(".pth", StringComparison.Ordinal) && path.Contains("/site-packages/", StringComparison.Ordinal)) return Place.Startup;
        if (path is "/proc/sys/kernel/core_pattern" or "/proc/sys/kernel/modprobe" or "/proc/sys/fs/binfmt_misc/register" or "/sys/kernel/uevent_helper") return Place.Startup;
        if (name is ".bashrc" or ".bash_profile" or ".bash_login" or ".bash_logout" or ".bash_aliases" or ".profile" or ".zshrc" or ".zshenv" or ".zprofile" or ".zlogin" or ".zlogout" or ".kshrc" or ".cshrc" or ".tcshrc" or ".login" or ".inputrc" or ".xinitrc" or ".xprofile" or ".xsession" or ".vimrc" or ".gitconfig" or ".pythonrc" or ".pdbrc" or ".gdbinit" or ".lldbinit" or ".irbrc" or ".Rprofile" or ".tmux.conf" or ".screenrc" or ".curlrc" or ".wgetrc" or "sitecustomize.py" or "usercustomize.py" or "Microsoft.PowerShell_profile.ps1" or "profile.ps1" or "authorized_keys" or "authorized_keys2" or "crontab") return name == "crontab" && path != "/etc/crontab" ? Place.None : Place.Startup;
        if (path.Contains("/.ssh/rc", StringComparison.Ordinal) || path.EndsWith("/.ssh/config", StringComparison.Ordinal) || path.Contains("/.config/autostart/", StringComparison.Ordinal) || path.Contains("/.config/systemd/user/", StringComparison.Ordinal) || path.Contains("/LaunchAgents/", StringComparison.Ordinal) || path.Contains("/LaunchDaemons/", StringComparison.Ordinal) || (path.Contains("/.config/fish/", StringComparison.Ordinal) && !path.Contains("/completions/", StringComparison.Ordinal)) || path.EndsWith("/.config/git/config", StringComparison.Ordinal)
            || path.StartsWith("/etc/systemd/system/", StringComparison.Ordinal) || path.StartsWith("/lib/systemd/system/", StringComparison.Ordinal) || path.StartsWith("/usr/lib/systemd/", StringComparison.Ordinal) || path.StartsWith("/etc/cron", StringComparison.Ordinal) || path.StartsWith("/var/spool/cron", StringComparison.Ordinal) || path.StartsWith("/etc/profile", StringComparison.Ordinal) || path.StartsWith("/etc/init.d/", StringComparison.Ordinal) || path is "/etc/rc.local" or "/etc/bash.bashrc" or "/etc/zshrc" or "/etc/zsh/zshenv" or "/etc/zshenv" or "/etc/environment" or "/etc/bashrc" or "/etc/ld.so.preload" || path.StartsWith("/etc/udev/rules.d", StringComparison.Ordinal)
            || path.Contains("\\Startup\\", StringComparison.OrdinalIgnoreCase) || path.Contains("/Startup/", StringComparison.Ordinal)) return Place.Startup;
        return Place.None;
    }

    private static bool IsRebuilt(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
            if (path.AsSpan()[range] is "node_modules" or "dist" or "build" or "out" or "target" or "bin" or "obj" or "coverage" or "__pycache__" or ".cache" or ".pytest_cache" or ".mypy_cache" or ".ruff_cache" or ".next" or ".nuxt" or ".turbo" or ".parcel-cache" or ".venv" or "venv" or ".tox" or "tmp" or "temp" or ".tmp" or "vendor" or ".gradle" or "Debug" or "Release" or "artifacts" or ".terraform" or "logs" or "log" or "site-packages" or ".eggs" or "DerivedData" or "Pods" or "cache") return true;
        return false;
    }

    private static bool IsGuard(string path, ObservedFacts facts)
    {
        if (facts.DataDirectory is { } data && (path == data || PathText.IsBelow(path, data))) return true;
        foreach (var own in facts.GuardPaths)
            if (path == own || PathText.IsBelow(path, own)) return true;
        if (path is "/etc/codex/requirements.toml" or "/etc/codex" || PathText.IsBelow(path, "/etc/sallyport") || path is "/etc/sallyport") return true;
        if (path.Contains("/.codex/sallyport", StringComparison.Ordinal)) return true;
        return path.EndsWith("/.codex/hooks.json", StringComparison.Ordinal) || path.EndsWith("/.codex/config.toml", StringComparison.Ordinal) || path.EndsWith("/.codex/requirements.toml", StringComparison.Ordinal) || path.EndsWith("/.codex", StringComparison.Ordinal) || path.EndsWith("/.codex/hooks", StringComparison.Ordinal) || path.Contains("/.codex/hooks/", StringComparison.Ordinal);
    }
}
