using Sallyport.Policy;
using Sallyport.Policy.SelfProtection;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy;

/// <summary>Ways in which a tool call could have the person's commands run, or typed, by something else.</summary>
public class GuardTextTests
{
    private static readonly ObservedFacts Facts = new()
    {
        Cwd = "/home/dev/work",
        Workspace = "/home/dev/work",
        Home = "/home/dev",
        CodexHome = "/home/dev/.codex",
        DataDirectory = "/srv/state",
        Environment = new Dictionary<string, string> { ["HOME"] = "/home/dev", ["SALLYPORT_DATA_DIR"] = "/srv/state" },
        Files = new Dictionary<string, FileFact>
        {
            ["/home/dev/work/job.sh"] = new(FileKind.File, "/home/dev/work/job.sh") { Content = "sallyport policy yes pol-abc234\n" },
            ["/home/dev/work/Makefile"] = new(FileKind.File, "/home/dev/work/Makefile") { Content = "all:\n\tsallyport policy yes pol-abc234\n" },
        },
    };

    private static Verdict Judge(string command) => Guarded.Judge(command, Facts);

    [Theory]
    [InlineData("codex exec 'policy yes pol-abc234'")]
    [InlineData("codex exec --skip-git-repo-check 'sallyport pause 1h'")]
    [InlineData("echo 'sallyport pause 1h' | codex exec -")]
    [InlineData("codex exec - <<< 'armor yes pol-abc234'")]
    [InlineData("codex exec '/armor yes pol-abc234'")]
    [InlineData("tmux send-keys -t 1 'sallyport policy yes pol-abc234' Enter")]
    [InlineData("ln -s $(which sallyport) x")]
    [InlineData("cp \"$(command -v sallyport)\" x && ./x policy yes pol-abc234")]
    [InlineData("$(which sallyport) policy yes pol-abc234")]
    [InlineData("p=$(command -v sallyport); cp $p x")]
    [InlineData("x=$(ls -d ~/.codex/sal*/bin/sal*port); $x policy yes pol-abc234; sallyport pause 1h")]
    [InlineData("make -f <(printf 'a:;sallyport policy yes pol-abc234')")]
    [InlineData("make")]
    [InlineData("make all")]
    [InlineData("at -f job.sh now")]
    [InlineData("nohup sh job.sh &")]
    [InlineData("chmod +x job.sh && setsid ./job.sh")]
    [InlineData("crontab <<< '* * * * * sallyport policy yes pol-abc234'")]
    [InlineData("python3 -c \"import os; open(os.environ['SALLYPORT_DATA_DIR'] + '/policy.json', 'w').write('{}')\"")]
    [InlineData("python3 -c \"import os; open(os.getenv('SALLYPORT_DATA_DIR') + '/policy.json', 'w').write('{}')\"")]
    [InlineData("node -e \"require('fs').writeFileSync(process.env.SALLYPORT_DATA_DIR + '/policy.json', '{}')\"")]
    [InlineData("ruby -e \"File.write(ENV['SALLYPORT_DATA_DIR'] + '/policy.json', '{}')\"")]
    [InlineData("perl -e 'open(F, \">\", $ENV{SALLYPORT_DATA_DIR} . \"/policy.json\")'")]
    [InlineData("php -r \"file_put_contents(getenv('SALLYPORT_DATA_DIR') . '/policy.json', '{}');\"")]
    [InlineData("echo {} > $SALLYPORT_DATA_DIR/policy.json")]
    public void The_persons_commands_are_not_run_by_way_of_others(string command) => Assert.Equal(Verdict.Deny, Judge(command));

    [Theory]
    [InlineData("make SHELL='sallyport policy yes pol-abc234'")]
    [InlineData("make CC='sallyport policy yes pol-abc234' app")]
    [InlineData("npm pkg set scripts.x='sallyport policy yes pol-abc234'")]
    [InlineData("expect -c 'spawn sallyport policy yes pol-abc234; interact'")]
    [InlineData("PAGER='sallyport policy yes pol-abc234' man ls")]
    [InlineData("$x policy yes pol-abc234")]
    [InlineData("\"$TOOL\" pause 10m")]
    [InlineData("launchctl submit -l x -- sallyport policy yes pol-abc234")]
    [InlineData("some-runner '[\"/usr/bin/sallyport\", \"policy\", \"yes\", \"pol-abc234\"]'")]
    public void What_may_run_them_is_asked_about(string command) => Assert.NotEqual(Verdict.Allow, Judge(command));

    [Theory]
    [InlineData("tmux send-keys -t 1 'policy yes pol-abc234' Enter")]
    [InlineData("tmux send-keys 'pol' 'icy yes'")]
    [InlineData("tmux paste-buffer -t 1")]
    [InlineData("screen -S x -X stuff 'policy yes pol-abc234\\n'")]
    [InlineData("xdotool type 'policy yes pol-abc234'")]
    [InlineData("wezterm cli send-text 'policy yes pol-abc234'")]
    [InlineData("kitty @ send-text 'policy yes pol-abc234'")]
    [InlineData("zellij action write-chars 'policy yes pol-abc234'")]
    public void What_types_into_a_terminal_is_a_session(string command) =>
        Assert.Contains(ShellAnalyzer.Analyze(command, CodeLanguage.Shell, Facts).Effects, effect => effect.Kind == EffectKind.OpenSession);

    [Theory]
    [InlineData("codex exec 'policy page: add a link'")]
    [InlineData("codex exec 'fix the policy reader'")]
    [InlineData("git commit -m 'docs: sallyport policy yes'")]
    [InlineData("grep -rn 'sallyport approve' docs")]
    [InlineData("echo 'type: sallyport approve CODE'")]
    [InlineData("command -v sallyport >/dev/null && sallyport status")]
    [InlineData("[ -x \"$(command -v sallyport)\" ] && echo there")]
    [InlineData("ls -l $(which sallyport)")]
    [InlineData("some-tool sallyport-notes policy")]
    [InlineData("npm test -- sallyport")]
    [InlineData("$TOOL policy list")]
    [InlineData("$VM pause web")]
    public void Speaking_of_them_is_not_running_them(string command) => Assert.Equal(Verdict.Allow, Judge(command));
}
