using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Evaluation;

public class ControlFlowTests
{
    [Theory]
    [InlineData("for f in a b c; do rm $f; done", "rm|a", "rm|b", "rm|c")]
    [InlineData("for f; do rm $f; done")]
    [InlineData("set -- x y; for f do rm $f; done", "rm|x", "rm|y")]
    [InlineData("for ((i=0; i<3; i++)); do t $i; done", "t|0", "t|1", "t|2")]
    [InlineData("i=0; while [ $i -lt 2 ]; do t $i; i=$((i+1)); done; u $i", "t|0", "t|1", "u|2")]
    [InlineData("until true; do rm x; done; t", "t")]
    [InlineData("while read a b; do t $b $a; done <<< 'x y z'", "t|y|z|x")]
    [InlineData("for f in a b; do [ $f = b ] && break; t $f; done", "t|a")]
    [InlineData("for f in a b; do [ $f = a ] && continue; t $f; done", "t|b")]
    [InlineData("if true; then t; else rm; fi", "t")]
    [InlineData("if [ x = y ]; then rm; elif [[ ab == a* ]]; then t; else rm; fi", "t")]
    [InlineData("false || t; true && u; ! true || t 2", "t", "u", "t|2")]
    [InlineData("u && X=1 && t $X", "u", "t|1")]
    [InlineData("u || X=1 && t; u 2", "u", "t", "u|2")]
    [InlineData("u && false || t && exit; u 2", "u", "t", "u|2")]
    [InlineData("u && X=1 || X=2; t $X", "u", "t|2", "t|1")]
    [InlineData("u && exit || t; u 2", "u", "t", "u|2")]
    [InlineData("u && true && false && t", "u")]
    [InlineData("case rm.c in *.c) t;; *) rm;; esac", "t")]
    [InlineData("case a in a) t;& b) u;; c) rm;; esac", "t", "u")]
    [InlineData("case a in a) t;;& b) rm;; [a-c]) u;; esac", "t", "u")]
    [InlineData("if (( 2 > 1 )); then t; fi", "t")]
    [InlineData("exit; rm -rf /")]
    [InlineData("(exit); t", "t")]
    [InlineData("f() { return; rm; }; f; t", "t")]
    [InlineData("f() { local x=1; t $x; }; x=0; f; u $x", "t|1", "u|0")]
    [InlineData("f() { t \"$@\"; }; f a 'b c'", "t|a|b c")]
    [InlineData("function f { rm \"$1\"; }; f /", "rm|/")]
    [InlineData("eval 'X=rm' ; eval $X /", "rm|/")]
    [InlineData("trap 'rm -rf /' EXIT; exit 0", "rm|-rf|/")]
    [InlineData("(X=1; t $X); u \"$X\"", "t|1", "u|?$X?")]
    [InlineData("t a | u b & t c", "t|a", "u|b", "t|c")]
    [InlineData("time ! t a", "t|a")]
    [InlineData("!(rm -rf /)", "rm|-rf|/")]
    [InlineData("coproc N { t x; }", "t|x")]
    [InlineData("builtin eval 'rm y'; command eval 't z'", "rm|y", "t|z")]
    public void Control_goes_where_the_shell_takes_it(string command, params string[] runs) => Assert.Equal(runs, Seen.Runs(command));

    [Theory]
    [InlineData("if u; then X=rm; else X=t; fi; $X -rf /", "rm|-rf|/", "t|-rf|/")]
    [InlineData("X=t; u && X=rm; $X /", "t|/", "rm|/")]
    [InlineData("for f in a b; do X=$f; u && break; done; t $X", "t|a", "t|b")]
    [InlineData("case $1$Q in a) X=rm;; *) X=t;; esac; $X /", "rm|/", "t|/")]
    [InlineData("alias k='rm -rf'; k /", "rm|-rf|/")]
    [InlineData("select x in / /etc; do rm -rf $x; done", "rm|-rf|/", "rm|-rf|/etc")]
    public void Where_nobody_knows_every_way_is_walked(string command, params string[] among)
    {
        var runs = Seen.Runs(command);
        Assert.All(among, run => Assert.Contains(run, runs));
    }

    [Theory]
    [InlineData("cd /tmp && t", "/tmp")]
    [InlineData("cd sub; cd ..; cd ./a//b; t", "/work/app/a/b")]
    [InlineData("(cd /tmp); t", "/work/app")]
    [InlineData("cd /tmp; cd -; t", "/work/app")]
    [InlineData("cd; t", "/home/dev")]
    [InlineData("pushd /tmp; popd; t", "/work/app")]
    [InlineData("cd \"$NOWHERE\"; t", null)]
    [InlineData("cd /tmp || exit 1; t", "/tmp")]
    public void The_directory_is_followed(string command, string? directory) =>
        Assert.Equal(directory, Assert.Single(Seen.Analyze(command).Runs, r => r.Program == "t").Cwd);

    [Fact]
    public void A_fork_bomb_is_seen_and_a_recursive_walk_is_not_one()
    {
        Assert.Contains(Seen.Analyze(":(){ :|:& };:").Effects, e => e.Kind == EffectKind.Exhaust);
        Assert.Contains(Seen.Analyze("bomb() { bomb & bomb & }; bomb").Effects, e => e.Kind == EffectKind.Exhaust);
        Assert.DoesNotContain(Seen.Analyze("walk() { for f in \"$1\"/*; do [ -d \"$f\" ] && walk \"$f\"; done; }; walk .").Effects, e => e.Kind == EffectKind.Exhaust);
    }

    [Fact]
    public void Positions_are_those_of_the_text()
    {
        const string text = "echo a;  rm -rf \"$(pwd)\" ; t";
        var run = Assert.Single(Seen.Analyze(text).Runs, r => r.Program == "rm");
        Assert.Equal("rm -rf \"$(pwd)\"", text.Substring(run.Start, run.Length));
    }
}
