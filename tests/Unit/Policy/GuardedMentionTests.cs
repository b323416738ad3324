using Sallyport.Policy;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>What commands name, end and attach to, read as the shell would.</summary>
public class GuardedMentionTests
{
    private static readonly ObservedFacts Facts = Guarded.Home with
    {
        GuardPaths = ["/usr/lib/sallyport", "/etc/codex", "/home/dev/.zshenv"],
        Files = new Dictionary<string, FileFact>
        {
            ["/home/dev/work/.codex/hooks.json"] = new(FileKind.Missing, "/home/dev/work/.codex/hooks.json"),
            ["/home/dev/work/.codex/config.toml"] = new(FileKind.Missing, "/home/dev/work/.codex/config.toml"),
            ["/home/dev/work/tools"] = new(FileKind.Directory, "/home/dev/.codex/sallyport/bin"),
            ["/home/dev/work/tools/../hooks.json"] = new(FileKind.File, "/home/dev/.codex/hooks.json"),
            ["/home/dev/work/link"] = new(FileKind.File, "/usr/lib/sallyport/sallyport-user-prompt-submit"),
        },
    };

    private static Verdict Judge(string command) => Guarded.Judge(command, Facts);

    [Theory]
    [InlineData("gcc x.c -o ~/.codex/sallyport/bin/sallyport-pre-tool-use")]
    [InlineData("go build -o=$HOME/.codex/sallyport/bin/sallyport-stop .")]
    [InlineData("npm --prefix ~/.codex/sallyport install left-pad")]
    [InlineData("some-tool --data-dir=/home/dev/.codex/sallyport")]
    [InlineData("cd ~/.codex/sallyport && some-tool policy.json")]
    [InlineData("flock ~/.codex/sallyport/audit/lock sleep 100")]
    [InlineData("sqlite3 ~/.codex/sallyport/x.db 'select 1'")]
    [InlineData("git clone https://example.com/x.git ~/.codex/sallyport/x")]
    [InlineData("cp ~/.codex/sallyport/bin/sallyport-user-prompt-submit ./x")]
    [InlineData("cp -r ~/.codex/sallyport/bin ./x")]
    [InlineData("cat /usr/lib/sallyport/sallyport-user-prompt-submit > x")]
    [InlineData("ln -s ~/.codex/sallyport/bin ./x")]
    [InlineData("ln ~/.codex/sallyport/bin/sally* .")]
    [InlineData("~/.codex/sallyport/bin/sallypor? pause 1h")]
    [InlineData("cd ~/.codex/sallyport/bin && ./*-user-prompt-submit < event.json")]
    [InlineData("./link < event.json")]
    [InlineData("gdb --args /usr/lib/sallyport/sallyport pause 1h")]
    [InlineData("ln -s ~ ./home")]
    [InlineData("find ~ -name hooks.json -delete")]
    [InlineData("find ~ -name 'hook*' -delete")]
    [InlineData("find ~ -name hook* -delete")]
    [InlineData("find ~ -path '*/.codex/*' -delete")]
    [InlineData("find ~ -path '*/hooks/*' -delete")]
    [InlineData("find ~ -regex '.*json' -delete")]
    [InlineData("find ~ -regex '.*\\.json' -delete")]
    [InlineData("find ~ -not -name x -name '*.json' -delete")]
    [InlineData("find ~ -not -name '*.pyc' -delete")]
    [InlineData("find ~ -name '*.pyc' -o -type f -delete")]
    [InlineData("find ~ -type f -delete")]
    [InlineData("chmod -R a-x ~")]
    [InlineData("cat ~/.codex/sallyport/*/*")]
    [InlineData("cat ~/.codex/sallyport/k*/record.key")]
    [InlineData("some-tool tools")]
    [InlineData("timeout 5 some-tool ~/.codex/sallyport/policy.json")]
    [InlineData("ssh dev@localhost 'rm -rf ~/.codex/sallyport'")]
    [InlineData("PS4='$(rm -rf ~/.codex/sallyport)'; set -x; ls")]
    [InlineData("PS4='$(rm -rf ~/.codex/sallyport)' bash -xc ls")]
    [InlineData("x='a[$(rm -rf ~/.codex/sallyport)]'; echo $((x))")]
    [InlineData("docker run -v ~/.codex/sallyport:/data alpine ls /data")]
    public void Sallyports_own_files_are_handed_to_nobody(string command) => Assert.Equal(Verdict.Deny, Judge(command));

    [Theory]
    [InlineData("some-tool ~/.codex/hooks.json")]
    [InlineData("some-tool ~/.cod?x/hooks.json ~/.codex/h*")]
    [InlineData("some-tool --out=.codex/config.toml")]
    [InlineData("git clone https://example.com/x.git ~/.codex")]
    [InlineData("patch -d ~/.codex < x.diff")]
    [InlineData("7z x a.7z -o$HOME/.codex")]
    [InlineData("docker run -v ~/.codex:/c alpine some-tool")]
    [InlineData("docker run -v $HOME:/h alpine some-tool")]
    [InlineData("tar xf backup.tar -C ~")]
    [InlineData("cp -r ./tree/. ~")]
    [InlineData("rsync -a tree/ ~/")]
    public void What_may_take_the_place_of_Codexs_files_is_asked_about(string command) => Assert.Equal(Verdict.Ask, Judge(command));

    [Theory]
    [InlineData("pandoc a.md -o ~/.zshenv")]
    [InlineData("docker run -v ~/.codex:/c alpine touch /c/hooks.json")]
    [InlineData("docker run -v $HOME:/h alpine touch /h/.codex/hooks.json")]
    public void What_is_known_to_be_written_in_their_place_is_denied(string command) => Assert.Equal(Verdict.Deny, Judge(command));

    [Fact]
    public void Two_dots_behind_a_link_lead_where_the_kernel_goes() => Assert.Equal(Verdict.Deny, Judge("echo x > tools/../hooks.json"));

    [Theory]
    [InlineData("ls -la ~/.codex ~/.codex/sallyport/bin")]
    [InlineData("cat ~/.codex/config.toml ~/.codex/sallyport/policy.json")]
    [InlineData("sha256sum ~/.codex/sallyport/bin/*")]
    [InlineData("timeout 5 cat ~/.codex/hooks.json")]
    [InlineData("jq . ~/.codex/hooks.json | head -5")]
    [InlineData("git diff .codex/config.toml && git add .codex/config.toml && git log -- .codex/hooks.json")]
    [InlineData("find ~/.codex -name '*.json' -exec cat {} +")]
    [InlineData("python3 ~/.codex/skills/report/run.py --all")]
    [InlineData("cp a.txt ~/")]
    [InlineData("tar xf a.tar -C ~/src")]
    [InlineData("docker run -v ~/.m2:/root/.m2 -v .:/work maven mvn test")]
    [InlineData("ln -s ../shared ./shared")]
    [InlineData("find . -name '*.pyc' -delete")]
    [InlineData("find . -name *.pyc -delete")]
    [InlineData("find . -name '*.snap' -not -path '*/node_modules/*' -delete")]
    [InlineData("find . '(' -name '*.o' -o -name '*.a' ')' -delete")]
    [InlineData("find . -path './dist/*' -delete")]
    [InlineData("find . -regex '.*\\.pyc' -delete")]
    [InlineData("find ~ -type f -name '*~' -delete")]
    [InlineData("chmod -R u+w .")]
    [InlineData("rsync -a src/ server:/home/dev/")]
    [InlineData("ssh server 'rm -rf /home/dev/.codex'")]
    [InlineData("PS4='+ ${BASH_SOURCE}:${LINENO} '; set -x; ls")]
    [InlineData("x='a[1]'; y='see $(date)'; ls")]
    [InlineData("ls -p | grep -v /")]
    [InlineData("some-tool *")]
    [InlineData("some-tool --exclude='*' 'src/**/*.ts' ./*/x")]
    [InlineData("cd sub && some-tool ../*")]
    [InlineData("sallyport status")]
    [InlineData("echo the hooks are in ~/.codex/hooks.json")]
    public void Looking_and_everyday_work_pass(string command) => Assert.Equal(Verdict.Allow, Judge(command));

    [Theory]
    [InlineData("pkill -f pre-tool-use")]
    [InlineData("pkill 'sally.*'")]
    [InlineData("pkill -9 -f 's.llyport'")]
    [InlineData("pkill -f .codex/sallyport")]
    [InlineData("killall -r 'sally.*'")]
    [InlineData("pgrep sallyport | xargs kill")]
    [InlineData("kill -9 $(pgrep -f codex)")]
    [InlineData("kill $(ps aux | grep '[s]allyport' | awk '{print $2}')")]
    [InlineData("for p in /proc/[0-9]*; do grep -q sallyport $p/cmdline && kill ${p#/proc/}; done")]
    [InlineData("kill -STOP $PPID")]
    [InlineData("gdb -p $(pidof codex)")]
    [InlineData("strace -p $PPID")]
    public void What_guards_is_not_ended(string command) => Assert.Equal(Verdict.Deny, Judge(command));

    [Theory]
    [InlineData("pkill bash")]
    [InlineData("killall -9 sh")]
    [InlineData("pkill -P $PPID")]
    [InlineData("pkill -v node")]
    public void What_may_end_the_shell_of_a_hook_is_asked_about(string command) => Assert.Equal(Verdict.Ask, Judge(command));

    [Theory]
    [InlineData("kill $(cat server.pid)")]
    [InlineData("kill %1; kill $!; kill -0 $PID")]
    [InlineData("pkill -f 'node server.js'")]
    [InlineData("pkill node")]
    [InlineData("killall -q chrome")]
    [InlineData("kill $(lsof -t -i:3000)")]
    [InlineData("ps aux | grep codex")]
    [InlineData("grep -rn codex src; kill $PID")]
    [InlineData("strace -f ls")]
    public void Ending_ones_own_programs_passes(string command) => Assert.Equal(Verdict.Allow, Judge(command));
}
