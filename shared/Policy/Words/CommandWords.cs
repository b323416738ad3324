namespace Sallyport.Policy.Words;

/// <summary>
/// Commands named without quotes: <c>git push --force</c>. Only a program that is no word of English begins one, and only its options and what
/// such programs are told to do belong to it: whatever else follows must be understood by itself, or nothing is made of the rule.
/// </summary>
internal static class CommandWords
{
    /// <summary>How many words from a place on are a command; 0 where none begins there.</summary>
    public static int Length(IReadOnlyList<RuleWord> words, int at)
    {
        if (!IsProgram(words[at].Key)) return 0;
        var end = at + 1;
        while (end < words.Count && (IsOption(words[end]) || IsTask(words[end].Key))) end++;
        return end - at;
    }

    /// <summary>The command of so many words.</summary>
    public static string Text(IReadOnlyList<RuleWord> words, int at, int length) => string.Join(' ', words.Skip(at).Take(length).Select(static word => word.Text));

    private static bool IsOption(RuleWord word) => !word.Quoted && word.Text.Length > 1 && word.Text[0] == '-';

    private static bool IsProgram(string word) => word is "git" or "gh" or "glab" or "svn" or "npm" or "npx" or "pnpm" or "yarn" or "bun" or "deno" or "node"
        or "pip" or "pip3" or "pipx" or "uv" or "poetry"
        or "python" or "python3" or "ruby" or "perl" or "php" or "cargo" or "dotnet" or "mvn" or "gradle" or "docker" or "podman" or "kubectl" or "helm"
        or "terraform" or "tofu" or "pulumi" or "ansible"
        or "ansible-playbook" or "aws" or "gcloud" or "gsutil" or "az" or "curl" or "wget" or "ssh" or "scp" or "sftp" or "rsync" or "nc" or "psql" or "mysql"
        or "mongosh" or "sqlite3" or "redis-cli" or "rm" or "mv"
        or "cp" or "dd" or "chmod" or "chown" or "sudo" or "doas" or "systemctl" or "launchctl" or "crontab" or "apt" or "apt-get" or "dnf" or "yum" or "brew"
        or "snap" or "mkfs" or "iptables" or "vercel" or "netlify" or "heroku";

    private static bool IsTask(string word) => word is "push" or "pull" or "fetch" or "clone" or "commit" or "reset" or "rebase" or "merge" or "checkout"
        or "clean" or "stash" or "tag" or "publish" or "unpublish" or "install"
        or "uninstall" or "add" or "remove" or "update" or "upgrade" or "run" or "exec" or "apply" or "destroy" or "delete" or "create" or "rm" or "build"
        or "deploy" or "login" or "up" or "down" or "start"
        or "stop" or "restart" or "prune" or "scale" or "drain" or "release" or "repo" or "pr";
}
