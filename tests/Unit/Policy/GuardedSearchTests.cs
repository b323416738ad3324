using Sallyport.Policy;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>What is found by one command for another, and what a hook starts with besides its files.</summary>
public class GuardedSearchTests
{
    private const string Diff = "--- a/.codex/hooks.json\n+++ b/.codex/hooks.json\n@@ -1 +1 @@\n-{}\n+[]\n";

    private static readonly ObservedFacts Facts = Guarded.Home with
    {
        Files = new Dictionary<string, FileFact>
        {
            ["/home/dev/work/.codex/hooks.json"] = new(FileKind.File, "/home/dev/work/.codex/hooks.json"),
            ["/home/dev/work/.codex/config.toml"] = new(FileKind.Missing, "/home/dev/work/.codex/config.toml"),
            ["/home/dev/work/fix.diff"] = new(FileKind.File, "/home/dev/work/fix.diff", Diff),
            ["/home/dev/.codex/sallyport/keys"] = new(FileKind.Missing, "/home/dev/.codex/sallyport/keys"),
        },
    };

    private static Verdict Judge(string command) => Guarded.Judge(command, Facts);

    [Theory]
    [InlineData("find ~ -name config.toml -exec rm {} \\;")]
    [InlineData("find -O3 ~ -name config.toml -exec rm {} \\;")]
    [InlineData("find -D stat ~ -name config.toml -exec rm {} \\;")]
    [InlineData("find ~ -name 'h*.json' -exec truncate -s 0 {} +")]
    [InlineData("find $HOME -type f -newer a -exec chmod 000 {} \\;")]
    [InlineData("find /home -iname '*SALLY*' -exec mv {} /tmp \\;")]
    [InlineData("find ~ -name settings.json -print0 | xargs -0 rm")]
    [InlineData("find ~ -path '*/sallyport/*' | while read -r x; do : > \"$x\"; done")]
    [InlineData("rm $(find ~ -name policy.json)")]
    [InlineData("fdfind 'hooks' ~ -H --exec rm")]
    [InlineData("fd -H toml ~ -X sed -i s/true/false/")]
    [InlineData("ls -d ~/.codex/* | xargs -n1 rm")]
    [InlineData("printf 'a\\nb\\n' | sed \"s|^|$HOME/.codex/|\" | tr a b | xargs rm -f")]
    [InlineData("cd ~/.codex && ls | xargs rm")]
    [InlineData("find . -name '*.json' -exec sed -i s/a/b/ {} +")]
    [InlineData("grep -rl hash ~ | xargs sed -i s/a/b/")]
    [InlineData("locate config.toml | xargs rm")]
    [InlineData("git -C ~ ls-files -o | xargs rm")]
    [InlineData("find . -path './.codex/*' -exec rm {} +")]
    public void A_search_that_may_find_the_guard_is_not_handed_to_what_changes_files(string command) => Assert.True(Judge(command) >= Verdict.Ask);

    [Theory]
    [InlineData("find ~ -name '*.pyc' -exec rm {} +")]
    [InlineData("find ~ -name hooks.json -exec cat {} \\;")]
    [InlineData("find ~ -name hooks.json | xargs grep -l Stop")]
    [InlineData("find ~/Downloads -name '*.json' -exec rm {} \\;")]
    [InlineData("find . -name '*.ts' -exec sed -i s/a/b/ {} +")]
    [InlineData("find . -type f -exec chmod 644 {} +")]
    [InlineData("find src -name '*.json' | xargs rm")]
    [InlineData("fd -e pyc . src -x rm")]
    [InlineData("fd node_modules ~/old -X rm -r")]
    [InlineData("ls *.log | xargs rm")]
    [InlineData("git ls-files -z '*.md' | xargs -0 sed -i s/a/b/")]
    [InlineData("grep -rl old src | xargs sed -i s/old/new/")]
    public void Other_searches_are(string command) => Assert.True(Judge(command) < Verdict.Ask);

    [Theory]
    [InlineData("git apply fix.diff")]
    [InlineData("git apply <<'E'\n" + Diff + "E\n")]
    [InlineData("patch -p1 < fix.diff")]
    [InlineData("patch -p1 -i fix.diff")]
    [InlineData("git am <<'E'\ndiff --git a/.codex/hooks.json b/.codex/hooks.json\ndeleted file mode 100644\n--- a/.codex/hooks.json\n+++ /dev/null\nE\n")]
    [InlineData("git apply <<'E'\ndiff --git a/x b/x\nrename from .codex/hooks.json\nrename to x\nE\n")]
    [InlineData("patch -d ~ -p0 <<'E'\n--- .codex/config.toml\n+++ .codex/config.toml\nE\n")]
    public void A_patch_changes_the_files_it_names(string command) => Assert.Equal(Verdict.Deny, Judge(command));

    [Theory]
    [InlineData("git apply --check fix.diff")]
    [InlineData("patch --dry-run -p1 < fix.diff")]
    [InlineData("git apply <<'E'\n--- a/src/a.cs\n+++ b/src/a.cs\nE\n")]
    [InlineData("git apply missing.diff")]
    public void Another_patch_does_not(string command) => Assert.True(Judge(command) < Verdict.Ask);

    [Theory]
    [InlineData("umount ~/.codex")]
    [InlineData("sudo umount -l /home/dev/.codex/sallyport")]
    [InlineData("git worktree move . ../elsewhere")]
    [InlineData("apt-get purge -y sallyport")]
    [InlineData("dpkg -P sallyport")]
    [InlineData("pnpm remove -g @openai/codex")]
    [InlineData("systemctl --user set-environment SALLYPORT_MODE=monitor")]
    [InlineData("launchctl setenv CODEX_HOME /tmp/x")]
    [InlineData("setx SALLYPORT_INTENT_REQUIRED false")]
    [InlineData("tmux set-environment -g ARMORCODEX_MODE monitor")]
    [InlineData("chsh -s /usr/bin/true")]
    [InlineData("usermod --shell /bin/false dev")]
    [InlineData("date -s '1 hour ago'")]
    [InlineData("timedatectl set-time 2020-01-01")]
    [InlineData("git sparse-checkout set --no-cone '/*' '!/.codex/'")]
    [InlineData("python3 -c \"import os; [os.kill(int(p), 9) for p in os.popen('pidof sallyport-stop').read().split()]\"")]
    [InlineData("python3 -c \"import psutil; [p.kill() for p in psutil.process_iter() if 'codex' in p.name()]\"")]
    [InlineData("osascript -e 'tell app \"Finder\" to delete POSIX file \"/home/dev/.codex/hooks.json\"'")]
    [InlineData("ps -e | awk '/sally/{print $1}' | xargs kill -9")]
    [InlineData("node -e \"process.kill(process.ppid, 'SIGSTOP')\"")]
    [InlineData("systemctl --user stop codex")]
    [InlineData("export CODEX_HOME=/tmp/x; codex exec hi")]
    [InlineData("python3 -c \"import os; os.environ['CODEX_HOME'] = '/tmp/x'; os.system('codex exec hi')\"")]
    [InlineData("npx @openai/codex@latest --disable hooks")]
    [InlineData("launchctl setenv BASH_ENV /tmp/e")]
    [InlineData("sudo chroot / rm -rf /home/dev/.codex")]
    [InlineData("awk 'BEGIN { print \"{}\" > (ENVIRON[\"HOME\"] \"/.codex/hooks.json\") }'")]
    [InlineData("sqlite3 ~/.codex/state.sqlite 'update threads set a=1'")]
    public void What_a_hook_starts_with_is_not_taken_away(string command) => Assert.True(Judge(command) >= Verdict.Ask);

    [Theory]
    [InlineData("umount /mnt/usb")]
    [InlineData("git worktree move ../a ../b")]
    [InlineData("apt-get install -y sallyport")]
    [InlineData("apt-get purge -y nginx")]
    [InlineData("npm view @openai/codex version")]
    [InlineData("systemctl --user set-environment DISPLAY=:0")]
    [InlineData("chsh -l")]
    [InlineData("date +%F")]
    [InlineData("date -d '2020-01-01' +%s")]
    [InlineData("timedatectl status")]
    [InlineData("git sparse-checkout set src docs")]
    [InlineData("python3 -c \"import os; os.kill(int(open('a.pid').read()), 15)\"")]
    [InlineData("python3 -c \"print('codex')\"")]
    [InlineData("osascript -e 'display notification \"done\"'")]
    [InlineData("sqlite3 ~/.codex/state.sqlite 'select count(*) from threads'")]
    [InlineData("codex mcp list")]
    [InlineData("export NODE_ENV=test; codex exec hi")]
    [InlineData("systemctl --user stop web")]
    [InlineData("zcat -f ~/.codex/sallyport/audit/*.jsonl")]
    [InlineData("tar czf /tmp/b.tgz -C ~ .codex/config.toml")]
    [InlineData("fuser ~/.codex/hooks.json")]
    [InlineData("codex login status")]
    [InlineData("sallyport check 'rm -rf ~/.codex'")]
    [InlineData("sallyport explain 'sallyport uninstall'")]
    [InlineData("strings ~/.codex/sallyport/bin/sallyport")]
    [InlineData("python3 -m json.tool ~/.codex/hooks.json")]
    [InlineData("rg features ~/.codex")]
    public void What_stands_beside_it_passes(string command) => Assert.True(Judge(command) < Verdict.Ask);

    /// <summary>Keys that were made are nobody else's to read, and a search through the folder above reads them.</summary>
    [Fact]
    public void Keys_that_are_there_are_not_read()
    {
        var there = Facts with { Files = new Dictionary<string, FileFact>(Facts.Files) { ["/home/dev/.codex/sallyport/keys"] = new(FileKind.Directory, "/home/dev/.codex/sallyport/keys") } };
        var analysis = ShellAnalyzer.Analyze("rg features ~/.codex", CodeLanguage.Shell, there);
        Assert.Equal(Verdict.Deny, SelfProtectionPolicy.Judge(analysis.Effects, analysis.Runs, there).Verdict);
    }
}
