using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

/// <summary>Files and folders lost: system folders, homes, the workspace itself, what lies outside it.</summary>
internal static partial class FilesystemPack
{
    public static Rule[] Rules => field ??=
    [
        new("filesystem.delete-system", EffectKind.Delete, Verdict.Deny, "This would delete the root, a system folder or a home directory.")
        {
            When = static s => (s.Effect.Recursive && s.Is(Place.Root | Place.SystemTop | Place.Home))
                || (s.Effect.Recursive && s.Is(Place.System) && !s.Is(Place.Log | Place.Temporary | Place.Rebuilt)) || s.Is(Place.Accounts),
            Suggest = "rm -rf ./build",
            True = "rm -rf /\nrm -rf /etc\nrm -rf ~\nrm -rf /*\nrm -r --force /usr/local\nfind / -delete\nrm -rf \"$HOME\"\nrm -rf /home/other\nrm /etc/passwd",
            False = "rm -rf ./build\nrm -rf \"$(mktemp -d)\"\nrm -rf node_modules\nrm -rf /tmp/work\nrm notes.txt\nrm -rf /var/lib/apt/lists/* /var/cache/apk/*",
        },
        new("filesystem.delete-system-file", EffectKind.Delete, Verdict.Ask, "This would delete a file of the system.")
        {
            When = static s => s.Is(Place.System) && !s.Effect.Recursive && (!s.Remote || s.RemoteMachine) && s.Effect.Detail is "" or "no-preserve-root" or "code"
                && s.Is(Place.System) && !s.Is(Place.Log | Place.Temporary | Place.Rebuilt | Place.Unknown)
                && !s.Path.StartsWith("/run/", StringComparison.Ordinal) && (!s.Path.StartsWith("/var/", StringComparison.Ordinal) || ServerData(s.Path))
                && !s.Path.StartsWith("/dev/", StringComparison.Ordinal) && !s.Path.StartsWith("/usr/local/", StringComparison.Ordinal),
            Suggest = "ls -l /etc",
            True = "rm /etc/nginx/nginx.conf\nrm -f /usr/bin/env\nunlink /etc/fstab\nssh web sudo rm /etc/nginx/nginx.conf\nrm -f /var/lib/mysql/ibdata1",
            False = "rm /tmp/x.conf\nrm -f /var/run/app.pid\nrm ./etc/app.conf",
        },
        new("filesystem.delete-found", EffectKind.Delete, Verdict.Ask, "This deletes whatever a search finds in a home directory, the whole system or one of its folders.")
        {
            When = static s => !s.Remote && s.Is(Place.Unknown) && !s.Is(Place.Temporary) && s.Path.Contains("<found>", StringComparison.Ordinal)
                && (SearchedWhole(s) || (!s.Effect.Recursive && (s.Path.StartsWith("/etc/", StringComparison.Ordinal) || SystemCode(s.Path)))),
            Suggest = "find /etc -name x",
            True = "find /etc -name '*.conf' | xargs rm -f\nfind /usr/bin -type f -mtime +9 -exec rm {} +\nfind / -name '*.log' -mtime +1 -exec rm -f {} +\nfind ~ -name '*.bak' | xargs rm\n"
                + "cd ~ && find . -type f -name '*.jpg' -print0 | xargs -0 rm -f\nfind ~ -name '*.sqlite' -execdir sh -c 'rm -f \"$1\"' _ {} ';'",
            False = "find . -name '*.o' | xargs rm -f\nfind /tmp/work -name x | xargs rm -f\nfind /etc -name '*.conf' | xargs ls -l\nfind ~/src/app -name '*.orig' -exec rm {} +\n"
                + "find ~ -name __pycache__ -prune -exec rm -r {} +\ncd src && find . -name '*.tmp' -print0 | xargs -0 rm -f",
        },
        new("filesystem.delete-every-file", EffectKind.Delete, Verdict.Ask, "This would delete or empty every file of a home directory or of a folder of the system.")
        {
            Also = [EffectKind.Truncate],
            When = static s => (!s.Effect.Recursive || s.Empties) && s.Effect.Target.Glob && !s.Remote && s.Path.EndsWith("/*", StringComparison.Ordinal)
                && (s.Is(Place.Home | Place.SystemTop | Place.Root) || OwnFolder(s)),
            Suggest = "rm ./build/*",
            True = "rm ~/*\nrm -f /etc/*\nrm $HOME/*\nrm -f ~/Documents/*\ntruncate -s 0 ~/Documents/*",
            False = "rm *\nrm ./build/*\nrm /tmp/*\nrm ~/project/*.o\nrm -f ~/.cache/tool/*",
        },
        new("filesystem.delete-tilde", EffectKind.Delete, Verdict.Ask, "A folder named ~ is one quote away from the home directory.")
        {
            When = static s => s.Effect.Recursive && (s.Path.EndsWith("/~", StringComparison.Ordinal) || s.Path.EndsWith("/~/*", StringComparison.Ordinal)),
            Suggest = "ls -la",
            True = "rm -rf '~'\nW='rm -rf ~'; $W",
            False = "rm notes~",
        },
        new("filesystem.delete-temporary", EffectKind.Delete, Verdict.Ask, "This would delete what every program on the machine keeps for the moment.")
        {
            When = static s => s.Effect.Recursive && !s.Remote && s.Effect.Detail is not ("find-named" or "find-some" or "find-all" or "mirror-delete")
                && s.Path is "/tmp" or "/var/tmp" or "/private/tmp",
            Suggest = "rm -rf /tmp/work",
            True = "rm -rf /tmp\nrm -r /var/tmp",
            False = "rm -rf /tmp/*\nrm -rf /tmp/work\nrm -rf /tmp/work/*\nrm /tmp/*",
        },
        new("filesystem.delete-outside", EffectKind.Delete, Verdict.Ask, "This would delete a tree outside the workspace.")
        {
            When = static s => s.Effect.Recursive && !s.Remote && !s.Is(Place.Unknown | Place.Rebuilt) && s.Is(Place.AboveWorkspace | Place.InHome | Place.Outside)
                && s.Effect.Detail is not ("find-named" or "find-some" or "mirror-delete"),
            Suggest = "rm -rf ./build",
            True = "rm -rf ../other\nmv ~/Documents /dev/null\nrm -rf ~/Documents\nrm -rf /srv/data\nrm -fr /some/where/else\ncd .. && rm -rf build",
            False = "rm -rf ./dist\nrm -rf /tmp/x\nrm ../one.txt\nrm -rf ~/.cache/pip ~/.npm/_cacache",
        },
        new("filesystem.delete-workspace", EffectKind.Delete, Verdict.Ask, "This would delete the whole workspace.")
        {
            When = static s => s.Effect.Recursive && s.Is(Place.Workspace) && s.Effect.Detail is not ("find-named" or "mirror-delete"),
            Suggest = "git clean -n",
            True = "rm -rf .\nrm -rf *\nrm -rf \"$PWD\"\nfind . -delete\nfind . -name keep -o -delete\nfind . -name keep -prune -o -exec rm -rf {} +",
            False = "find . -name '*.pyc' -delete\nrm -rf ./build/*\nfind . -name node_modules -type d -prune -exec rm -rf '{}' +\nfind . '(' -name a.tmp -o -name b.tmp ')' -exec rm {} +",
        },
        new("filesystem.delete-unknown", EffectKind.Delete, Verdict.Ask, "What would be deleted is not known, and could be anything.")
        {
            // What is found by a name is as bounded below a folder that is not known as below one that is.
            When = static s => s.Effect.Recursive && (s.Effect.Forced || s.Effect.By?.Wrappers.Has("xargs") == true) && s.Is(Place.Unknown) && !s.Is(Place.Temporary) && s.Effect.Detail != "find-named"
                && (s.Effect.Target.Name.IndexOf("<found>", StringComparison.Ordinal) < 0 ? s.Is(Place.Unbounded) : s.Path.StartsWith('/') && !InWorkspace(s) && !s.Is(Place.Rebuilt) && s.Program != "find"),
            Suggest = "rm -rf ./build",
            True = "rm -rf \"$UNSET_DIRECTORY\"\nrm -rf \"$HOME/$NAME\"\nls ~ | while read f; do rm -rf ~/\"$f\"; done\nrm -rf $WHERE/*\nls | xargs rm -rf\nxargs -n1 rm -r < names.txt\nfind ~ -name old -print0 | xargs -0 rm -rf",
            False = "rm -rf \"$DIR/node_modules\"\nrm -rf \"$HOME/.cache/$NAME\"\nrm -rf \"$HOME/old-$NAME\"\ncd \"$DIR\" && rm -rf node_modules dist\nrm -rf \"build/$name\" \"run-$$\"\nfind \"$DIR\" -name '*.pyc' -delete\nrm -rf \"${BUILD_DIR:-build}\"",
        },
        new("filesystem.delete-remote", EffectKind.Delete, Verdict.Ask, "This would delete a tree on another machine.")
        {
            When = static s => s.RemoteMachine && !s.Is(Place.Temporary) && (s.Effect.Recursive ? !s.Is(Place.SystemTop | Place.Home)
                : s.Effect.Target.Glob && s.Path.EndsWith("/*", StringComparison.Ordinal) && !s.Is(Place.Log)),
            Suggest = "ssh web ls releases",
            True = "ssh web 'rm -rf releases'\nsftp web <<< 'rm /srv/www/*'\nlftp -c 'open ftp.example.com; glob -a rm -r *'",
            False = "ssh web 'rm notes.txt'\nssh web 'rm /tmp/*'",
        },
        new("filesystem.delete-git-directory", EffectKind.Delete, Verdict.Deny, "This would delete the repository's history.")
        {
            When = static s => s.Effect.Recursive && (s.Path == ".git" || s.Path.EndsWith("/.git", StringComparison.Ordinal)),
            Suggest = "git status",
            True = "rm -rf .git\nrm -rf ./.git/\ncd \"$WHERE\" && rm -rf .git",
            False = "rm .gitignore",
        },
        new("filesystem.delete-git-part", EffectKind.Delete, Verdict.Ask, "This would delete part of what git keeps the repository in.")
        {
            When = static s => s.Is(Place.GitDirectory) && !s.Path.EndsWith(".lock", StringComparison.Ordinal) && !s.Path.EndsWith(".sample", StringComparison.Ordinal) && GitPart(s.Path),
            Suggest = "git status",
            True = "rm -rf .git/refs\nrm .git/HEAD\nrm -rf .git/objects/pack\nrm -rf .git/worktrees",
            False = "rm .git/index.lock\nrm -rf .git/rebase-merge\nrm .git/hooks/pre-commit.sample",
        },
        new("filesystem.write-git-part", EffectKind.Write, Verdict.Ask, "This would change what git keeps the repository in, past all of git's own checks.")
        {
            Also = [EffectKind.Truncate],
            When = static s => GitStore(s) && s.Effect.Detail != "make-folder",
            Suggest = "git config --list",
            True = "cp old .git/refs/heads/main\nsed -i s/a/b/ .git/config\necho '[core]' >> .git/config\nmv x .git/objects/ab\necho x > .git/HEAD\ntruncate -s 0 .git/packed-refs\necho abc > .git/refs/heads/main",
            False = "echo build >> .git/info/exclude\necho build > .git/info/exclude\necho x > .git/COMMIT_EDITMSG\ncat .git/HEAD\ngit config core.autocrlf false\ncp .git/config /tmp/config",
        },
        new("filesystem.delete-infrastructure-state", EffectKind.Delete, Verdict.Ask, "Without its record, nobody knows any more which infrastructure is there.")
        {
            When = static s => !s.Is(Place.Temporary) && Shell.Commands.PathText.Name(s.Path) is var name && (name.EndsWith(".tfstate", StringComparison.Ordinal) || name == "terraform.tfstate*"),
            Suggest = "terraform state list",
            True = "rm terraform.tfstate\nrm -f terraform.tfstate*\nfind . -name '*.tfstate' -exec rm {} +",
            False = "rm -rf .terraform\nrm terraform.tfstate.backup\nls terraform.tfstate",
        },
        new("filesystem.mirror-delete", EffectKind.Delete, Verdict.Ask, "This copy deletes what the source does not have.")
        {
            Details = "mirror-delete",
            When = static s => !s.Is(Place.Temporary | Place.Rebuilt),
            Suggest = "rsync --delete --dry-run src/ backup/",
            True = "rsync -a --delete src/ backup/\nrsync -a --delete src/ host:/srv/backup/",
            False = "rsync -a src/ backup/\nrsync -a --delete --dry-run src/ backup/",
        },
        new("filesystem.find-delete", EffectKind.Delete, Verdict.Ask, "This deletes whatever a search finds, outside the folders that are rebuilt.")
        {
            Details = "find-all find-some",
            When = static s => !s.Is(Place.Rebuilt) && (!s.Is(Place.Temporary)
                || (s.Effect.Detail == "find-all" && s.Path is "/tmp" or "/var/tmp" or "/private/tmp"))
                && !(s.Is(Place.InWorkspace) && s.Effect.Detail == "find-some"),
            Suggest = "find . -name '*.pyc' -delete",
            True = "find . -delete\nfind src -delete\nfind . -empty -delete\nfind . -type f -print0 | xargs -0 rm -f",
            False = "find . -name '*.tmp' -delete\nfind . -name '*.tmp' -type f | xargs rm -f\nfind build -delete\nfind \"$(mktemp -d)\" -delete\nfind . -name x -print",
        },
        new("filesystem.shred", EffectKind.Delete, Verdict.Ask, "Shredded files cannot be brought back.")
        {
            Details = "shred",
            When = static s => !s.Is(Place.Temporary | Place.Rebuilt) && (!s.Is(Place.InWorkspace) || s.Program is "shred" or "gshred"),
            Suggest = "rm notes.txt",
            True = "shred -u ~/old.txt\nshred notes.txt\nshred -n 1 *.log",
            False = "shred -u /tmp/work/x\nshred --help",
        },
        new("filesystem.move-system", EffectKind.Move, Verdict.Deny, "This would move a system folder, a home or the workspace away.")
        {
            When = static s => s.Is(Place.Root | Place.SystemTop | Place.Home | Place.Workspace | Place.AboveWorkspace),
            Suggest = "mv old.txt new.txt",
            True = "mv /etc /tmp/etc\nmv ~ /tmp/x\nmv /* /tmp",
            False = "mv a b\nmv ./src/a.c ./src/b.c",
        },
        new("filesystem.move-git", EffectKind.Move, Verdict.Ask, "This would take the repository's history, or part of it, away from where git looks for it.")
        {
            When = static s => s.Is(Place.GitDirectory) && !s.Is(Place.Temporary) && (s.Path.EndsWith("/.git", StringComparison.Ordinal) || GitPart(s.Path)),
            Suggest = "git status",
            True = "mv .git /tmp/x\nmv .git/refs old",
            False = "mv .gitignore x\nmv .git/rebase-merge /tmp/x",
        },
        new("filesystem.move-system-file", EffectKind.Move, Verdict.Ask, "This would take a file of the system away from where it is looked for.")
        {
            When = static s => s.Is(Place.System) && !s.Remote
                && !s.Is(Place.Root | Place.SystemTop | Place.Log | Place.Temporary | Place.Unknown | Place.Rebuilt)
                && (s.Path.StartsWith("/etc/", StringComparison.Ordinal) || SystemCode(s.Path)),
            Suggest = "ls -l /etc",
            True = "mv /etc/hosts /tmp/hosts\nmv /usr/bin/env /tmp/env",
            False = "mv ./etc/app.conf x\nmv /var/log/app.log x",
        },
        new("filesystem.overwrite-system", EffectKind.Truncate, Verdict.Ask, "This would overwrite a file of the system.")
        {
            When = static s => s.Is(Place.System) && !s.Is(Place.Temporary | Place.Accounts | Place.Disk) && !s.Remote
                && !s.Path.StartsWith("/dev/", StringComparison.Ordinal) && !s.Path.StartsWith("/proc/self", StringComparison.Ordinal)
                && !s.Path.StartsWith("/sys/", StringComparison.Ordinal) && !s.Path.StartsWith("/proc/sys", StringComparison.Ordinal)
                && s.Effect.Detail is not ("download" or "link"),
            Suggest = "cp app.conf ./build/app.conf",
            True = "echo x > /etc/fstab\ntruncate -s 0 /var/log/syslog\necho x > /usr/bin/env",
            False = "echo x > /dev/null\necho x > notes.txt",
        },
        new("filesystem.overwrite-accounts", EffectKind.Truncate, Verdict.Deny, "This would overwrite the files that decide who may do what.")
        {
            When = static s => s.Is(Place.Accounts) && (s.Path != "/etc/hosts" || s.Program is ":" or "cp" or "install" or "truncate" || s.Effect.Detail is "nowhere" or "download" or "dd"),
            Suggest = "cat /etc/passwd",
            True = "echo x > /etc/passwd\n: > /etc/hosts\necho 'u ALL=(ALL) NOPASSWD: ALL' > /etc/sudoers",
            False = "grep root /etc/passwd",
        },
        new("filesystem.replace-program", EffectKind.Truncate, Verdict.Ask, "This would put a link in place of a program or library of the system.")
        {
            Details = "link",
            When = static s => !s.Remote && SystemCode(s.Path) && !s.Is(Place.Temporary),
            Suggest = "ln -s ../lib/tool ./bin/tool",
            True = "ln -sf /bin/false /bin/sh\nln -sf tool /usr/bin/python3",
            False = "ln -s /usr/bin/env ./env\nln -sf tool /usr/local/bin/tool",
        },
        new("filesystem.write-accounts", EffectKind.Write, Verdict.Ask, "This would change the files that decide who may do what.")
        {
            When = static s => s.Is(Place.Accounts) && s.Path != "/etc/hosts"
                && (s.Effect.Detail != "edit" || s.Effect.By?.Input.Kind is InputKind.Text or InputKind.Pipe
                || s.Says(word => word.Known is "-es" or "-c" or "-s")),
            Suggest = "cat /etc/passwd",
            True = "echo 'x:x:0:0::/:/bin/sh' >> /etc/passwd\ntee -a /etc/sudoers",
            False = "cat /etc/passwd\necho '127.0.0.1 app.local' >> /etc/hosts",
        },
        new("filesystem.write-system", EffectKind.Write, Verdict.Ask, "This would put files among the system's own.")
        {
            Details = "copy move download unpack bind-mount",
            When = static s => !s.Remote && (s.Is(Place.Root) || SystemCode(s.Path) || (s.Effect.Detail == "bind-mount" && s.Is(Place.SystemTop | Place.Home))) && !s.Is(Place.Temporary),
            Suggest = "cp tool ./bin/tool",
            True = "cp x /usr/bin/x\nmv x /bin/ls\ntar xf x.tar -C /\nunzip x.zip -d /\ncp -r . /\ninstall -m 755 x /usr/sbin/x\nmount --bind /srv/x /etc",
            False = "cp x /usr/local/bin/x\ntar xf x.tar -C build\ncp /usr/bin/env ./env",
        },
        new("filesystem.unpack-configuration", EffectKind.Write, Verdict.Ask, "This would unpack an archive over the system's configuration.")
        {
            Details = "unpack",
            When = static s => !s.Remote && (s.Path == "/etc" || s.Path.StartsWith("/etc/", StringComparison.Ordinal)),
            Suggest = "tar tf x.tar",
            True = "tar xf x.tar -C /etc\nunzip x.zip -d /etc/app",
            False = "tar xf go.tgz -C /usr/local\ntar tf x.tar",
        },
        new("filesystem.wipe-history", EffectKind.Delete, Verdict.Ask, "This would delete the record of what was typed, or of who logged in.")
        {
            When = static s => Trail(s.Path) && !s.Remote,
            Suggest = "ls -l ~/.bash_history",
            True = "rm ~/.bash_history\nrm -f /var/log/wtmp\nshred -u /var/log/auth.log",
            False = "rm ./change_history\nrm /var/log/app.log.1",
        },
        new("filesystem.empty-history", EffectKind.Truncate, Verdict.Ask, "This would empty the record of what was typed, or of who logged in.")
        {
            When = static s => Trail(s.Path) && !s.Remote,
            Suggest = "ls -l ~/.bash_history",
            True = "cat /dev/null > ~/.bash_history\nln -sf /dev/null ~/.zsh_history\n: > /var/log/lastlog",
            False = "echo x > ./notes_history\necho x >> notes.txt",
        },
        new("filesystem.forget-hosts", EffectKind.Delete, Verdict.Ask, "This forgets the keys by which other machines are known, so that an impostor would not be noticed.")
        {
            When = static s => s.Path.EndsWith("/.ssh/known_hosts", StringComparison.Ordinal) && !s.Is(Place.Temporary) && !s.Remote,
            Suggest = "ssh-keygen -F web",
            True = "rm ~/.ssh/known_hosts",
            False = "rm ./known_hosts\ncat ~/.ssh/known_hosts",
        },
        new("filesystem.empty-hosts", EffectKind.Truncate, Verdict.Ask, "This forgets the keys by which other machines are known, so that an impostor would not be noticed.")
        {
            When = static s => s.Path.EndsWith("/.ssh/known_hosts", StringComparison.Ordinal) && !s.Is(Place.Temporary) && !s.Remote,
            Suggest = "ssh-keygen -F web",
            True = "echo > ~/.ssh/known_hosts\n: > ~/.ssh/known_hosts",
            False = "ssh-keyscan web >> ~/.ssh/known_hosts",
        },
        new("filesystem.copy-over-remote-system", EffectKind.Write, Verdict.Ask, "This copies over another machine's system folders, or the files that decide who logs in and what then runs.")
        {
            Details = "remote-copy",
            When = static s => s.Is(Place.Root | Place.System | Place.Startup) && !s.Is(Place.Temporary) && !s.Path.StartsWith("/var/www", StringComparison.Ordinal)
                && s.Path.TrimEnd('/') is not ("/srv" or "/opt" or "/mnt" or "/media" or "/home"),
            Suggest = "scp file.txt host:backup/",
            True = "scp -r site/ host:/\nscp kernel host:/boot/\nscp key.pub host:.ssh/authorized_keys\nscp profile host:~/.bashrc",
            False = "scp file.txt host:docs/\nscp build.tgz host:/srv/\nscp app.jar host:/opt/app/",
        },
    ];
}
