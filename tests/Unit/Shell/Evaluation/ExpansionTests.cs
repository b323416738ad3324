using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Evaluation;

public class ExpansionTests
{
    [Theory]
    [InlineData("t 'a b' \"c d\" e\\ f g", "t|a b|c d|e f|g")]
    [InlineData("t $'a\\tb' $'\\x41\\102\\u0043' $\"x\"", "t|a\tb|ABC|x")]
    [InlineData("t \"\" '' \"$empty_quoted_is_kept\"", "t|||?$empty_quoted_is_kept?")]
    [InlineData("'r'\"m\" -r\\f /", "rm|-rf|/")]
    [InlineData("r\\\nm x", "rm|x")]
    [InlineData("X=rm; $X -rf /", "rm|-rf|/")]
    [InlineData("X='rm -rf /'; $X", "rm|-rf|/")]
    [InlineData("X='ls -l /'; t \"$X\"", "t|ls -l /")]
    [InlineData("rm$IFS-rf$IFS/", "rm|-rf|/")]
    [InlineData("rm${IFS}-rf${IFS%??}/", "rm|-rf|/")]
    [InlineData("IFS=:; X=rm:-rf:/; $X", "rm|-rf|/")]
    [InlineData("IFS=,; X=,a,,b,; t $X", "t||a||b")]
    [InlineData("t {a,b}{1..3}", "t|a1|a2|a3|b1|b2|b3")]
    [InlineData("{rm,-rf,/}", "rm|-rf|/")]
    [InlineData("t {01..3} {c..a} {1..7..3} {x} {a,'b c'} a{,b}", "t|01|02|03|c|b|a|1|4|7|{x}|a|b c|a|ab")]
    [InlineData("t ~ ~/x ~dev/y ~root \"~\" a~", "t|/home/dev|/home/dev/x|/home/dev/y|/root|~|a~")]
    [InlineData("X=~/a:~/b; t $X", "t|/home/dev/a:/home/dev/b")]
    [InlineData("t $((1+2*3)) $(( (7&5) << 2 )) $((0x10 + 010)) $((5 > 3 ? 8 : 9))", "t|7|20|24|8")]
    [InlineData("i=4; t $((i++)) $((i += 2)) $i $[i*2]", "t|4|7|7|14")]
    [InlineData("X=abcabc; t ${X#a} ${X##*b} ${X%c} ${X%%b*} ${X/b/_} ${X//b/_} ${X/#ab/_} ${X/%bc/_}", "t|bcabc|c|abcab|a|a_cabc|a_ca_c|_cabc|abca_")]
    [InlineData("X=abcdef; t ${X:1} ${X:1:2} ${X: -2} ${X:1:-1} ${#X} ${X^} ${X^^} ${X@Q}", "t|bcdef|bc|ef|bcde|6|Abcdef|ABCDEF|'abcdef'")]
    [InlineData("X=; t ${X:-d} ${X-d} ${X:+d} ${X+d} ${X:=n} $X", "t|d|d|n|n")]
    [InlineData("unset X; t ${X:-p -q /} \"${X:-a b}\"", "t|p|-q|/|a b")]
    [InlineData("X=Y; Y=rm; ${!X} /", "rm|/")]
    [InlineData("a=(1 '2 3' 4); t \"${a[@]}\" ${#a[@]} ${a[-1]} \"${a[@]:1:1}\" \"${!a[@]}\"", "t|1|2 3|4|3|4|2 3|0|1|2")]
    [InlineData("a=(x); a+=(y); a[5]=z; t \"${a[@]}\" \"${!a[@]}\"", "t|x|y|z|0|1|5")]
    [InlineData("declare -A m=([k]=v); t ${m[k]}", "t|v")]
    [InlineData("set -- a 'b c'; t \"$@\" $# $2; shift; t $*", "t|a|b c|2|b|c", "t|b|c")]
    [InlineData("t \"$1\"/ $# x$@", "t|/|0|x")]
    [InlineData("X='*'; t $X \"$X\" '*' \\*", "t|*|*|*|*")]
    [InlineData("declare -i n=2+3; declare -u w=rm; t $n $w", "t|5|RM")]
    [InlineData("declare -n r=X; X=1; r=2; t $X", "t|2")]
    [InlineData("t ${NOT_KNOWN} \"$NOT_KNOWN/x\"", "t|?${NOT_KNOWN}?|?$NOT_KNOWN?/x")]
    [InlineData("t $HOME $PWD $USER", "t|/home/dev|/work/app|dev")]
    public void A_word_becomes_what_the_shell_makes_of_it(string command, params string[] runs) => Assert.Equal(runs, Seen.Runs(command));

    [Fact]
    public void An_active_glob_is_kept_apart_from_a_quoted_one()
    {
        var run = Assert.Single(Seen.Analyze("t *.c '*.c' x[ab] @(p|q)").Runs);
        Assert.True(run.Argv[1].HasGlob);
        Assert.Equal("*.c", run.Argv[2].Known);
        Assert.True(run.Argv[3].HasGlob);
        Assert.True(run.Argv[4].HasGlob);
        Assert.True(Assert.Single(Seen.Analyze("set -f; t *").Runs, r => r.Program == "t").Argv[1].IsKnown);
    }

    [Theory]
    [InlineData("${TOOL:-rm} -rf /", "?${TOOL:-rm}?|-rf|/", "rm|-rf|/")]
    [InlineData("$SUDO rm -rf /", "?$SUDO?|rm|-rf|/", "rm|-rf|/")]
    [InlineData("X=$(u); ${X:+rm} -rf /", "rm|-rf|/")]
    public void What_may_be_set_or_not_is_followed_both_ways(string command, params string[] among)
    {
        var runs = Seen.Runs(command);
        Assert.All(among, run => Assert.Contains(run, runs));
    }

    [Fact]
    public void Unknown_text_cannot_pose_as_known()
    {
        // The sign by which unknown text is marked inside, written by hand.
        var run = Assert.Single(Seen.Analyze("t '\uFDD0\uE000x'").Runs);
        Assert.DoesNotContain('\uFDD0', run.Argv[1].ToString());
        Assert.Equal("t|?$X?", Seen.Runs("eval \"t $X\"").Last());
    }
}
