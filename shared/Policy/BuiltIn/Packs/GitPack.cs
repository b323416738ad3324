using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Packs;

/// <summary>Work and history lost in git.</summary>
internal static class GitPack
{
    public static Rule[] Rules => field ??=
    [
        new("git.discard-all", EffectKind.ChangeHistory, Verdict.Ask, "This throws away uncommitted work, which git cannot bring back.")
        {
            Details = "reset-hard reset-merge discard clean clean-ignored",
            // In a repository that the same call has cloned nobody has worked yet.
            When = static s => (s.Taint & Taint.Cloned) == 0,
            Suggest = "git stash",
            True = "git reset --hard\ngit-reset --hard\ngit -c alias.a=b -c alias.b='reset --hard' a\ngh repo sync --force\ngit reset --hard HEAD~1\ngit checkout -f main\ngit checkout -- .\ngit restore .\ngit clean -fd\ngit clean -fdx\ngit switch --discard-changes main",
            False = "git clone https://example.com/tool && cd tool && git reset --hard v1\ngit reset --soft HEAD~1\ngit clean -n\ngit checkout main\ngit switch main\ngit restore --staged .",
        },
        new("git.discard-paths", EffectKind.ChangeHistory, Verdict.Ask, "This throws away uncommitted changes to these files.")
        {
            Details = "discard-paths",
            Suggest = "git stash push -- src/app.c",
            True = "git checkout -- src/app.c\ngit restore src/app.c\ngit checkout HEAD -- a.txt\ngit show HEAD~1:src/app.c > src/app.c\ngit cat-file -p HEAD:a.txt > ./a.txt",
            False = "git restore --staged src/app.c\ngit checkout -b topic\ngit show HEAD~1:src/app.c > old.c\ngit show HEAD:a.txt >> a.txt",
        },
        new("git.force-push", EffectKind.ChangeHistory, Verdict.Deny, "A forced push destroys what others have pushed.")
        {
            Details = "force-push push-mirror",
            Suggest = "git push --force-with-lease",
            True = "git push --force\ngit push -f origin main\ngit push origin +main\ngit push --mirror backup",
            False = "git push\ngit push origin topic\ngit push --force-with-lease\ngit push --dry-run --force",
        },
        new("git.remote-delete", EffectKind.ChangeHistory, Verdict.Ask, "This deletes a branch or tag on the remote.")
        {
            Details = "remote-delete",
            Suggest = "git branch -d topic",
            True = "git push origin --delete topic\ngit push origin :topic",
            False = "git push origin topic",
        },
        new("git.drop-references", EffectKind.ChangeHistory, Verdict.Ask, "This drops references to commits that may exist nowhere else.")
        {
            Details = "branch-delete branch-force tag-delete stash-clear stash-drop worktree-remove",
            Suggest = "git branch -d topic",
            True = "git checkout -B main topic\ngit switch -C main HEAD~5\ngit branch -D topic\ngit stash clear\ngit stash drop\ngit tag -d v1\ngit worktree remove --force ../tree",
            False = "git checkout -B main\ngit checkout -B main origin/main\ngit checkout -B topic main\ngit branch -d topic\ngit stash\ngit stash pop\ngit tag v1\ngit worktree remove ../tree",
        },
        new("git.rewrite-history", EffectKind.ChangeHistory, Verdict.Deny, "This rewrites or expires the repository's history for good.")
        {
            Details = "rewrite-history reflog-expire gc-now",
            Suggest = "git gc",
            True = "git filter-branch --tree-filter 'rm -f x' HEAD\ngit reflog expire --expire=now --all\ngit gc --prune=now",
            False = "git gc\ngit reflog\ngit log",
        },
        new("git.large-files", EffectKind.ChangeHistory, Verdict.Ask, "This rewrites history for large files, drops copies of them, or leaves pointers in their place.")
        {
            Details = "lfs-migrate lfs-prune lfs-uninstall",
            Suggest = "git lfs migrate info",
            True = "git lfs migrate import --include='*.iso' --everything\ngit lfs migrate export --include='*.iso'\ngit lfs prune\ngit lfs uninstall",
            False = "git lfs migrate info\ngit lfs prune --dry-run\ngit lfs track '*.iso'\ngit lfs install\ngit lfs pull",
        },
        new("git.skip-hooks", EffectKind.ChangeHistory, Verdict.Ask, "This passes over the checks that the repository makes before a commit or a push.")
        {
            Details = "skip-hooks",
            Suggest = "git commit -m fix",
            True = "git commit --no-verify -m x\ngit commit -nm x\ngit push --no-verify",
            False = "git commit -m '--no-verify'\ngit commit -m x\ngit merge --no-ff topic",
        },
        new("git.transport-program", EffectKind.ExecuteUnknown, Verdict.Ask, "git would run a program of the command's choosing as its transport.")
        {
            Details = "git-transport",
            Suggest = "git fetch",
            True = "GIT_SSH_COMMAND=./helper git fetch\nGIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.sshCommand GIT_CONFIG_VALUE_0='ssh -F x' git pull\ngit clone 'ext::nc relay 9418'",
            False = "GIT_SSH_COMMAND='ssh -i key' git fetch",
        },
    ];
}
