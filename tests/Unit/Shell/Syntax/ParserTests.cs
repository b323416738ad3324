using Sallyport.Shell;
using Sallyport.Tests.Shell.Evaluation;

namespace Sallyport.Tests.Shell.Syntax;

public class ParserTests
{
    [Theory]
    [InlineData("a && b || c; d & e | f |& g")]
    [InlineData("if a; then b; elif c; then d; else e; fi > f 2>&1")]
    [InlineData("for x in a b\ndo\nc\ndone")]
    [InlineData("for x; { a; }")]
    [InlineData("for ((i=0;;i++)) { a; break; }")]
    [InlineData("case x in (a|b) c ;; d) ;; esac")]
    [InlineData("case x in a) case y in b) c;; esac;; esac")]
    [InlineData("f() (a); g() { b; } > c; function h { d; }; function i() { e; }")]
    [InlineData("[[ -f a && ( b == c* || ! d =~ ^(e|f)$ ) ]]")]
    [InlineData("[[ a < b ]] && (( c > 1 ))")]
    [InlineData("a=(1 2 [5]=x \"y z\" # comment\n 3)")]
    [InlineData("a <<A <<'B' c\n$d\nA\n$e\nB\n")]
    [InlineData("x=$(cat <<E\n)\"'\nE\n)")]
    [InlineData("x=$(case y in y) echo;; esac)")]
    [InlineData("echo $((1 + $(echo 2))) $(( (1) )) $( (a); (b) )")]
    [InlineData("echo ${a:-${b:-\"${c}\"}} \"${d:-'x'}\" ")]
    [InlineData("echo `a \\`b\\``")]
    [InlineData("a # comment ' \" $(")]
    [InlineData("# only a comment")]
    [InlineData("")]
    [InlineData("time -p a; ! b; time")]
    [InlineData("coproc a; coproc N { b; }")]
    [InlineData("exec {fd}<a 3>&1 4<&- >&2 &>b &>>c >|d <>e")]
    [InlineData("a \\\n b &\\\n& c")]
    [InlineData("diff <(a) <(b) > >(c)")]
    [InlineData("echo a#b \\# '#'")]
    [InlineData("echo {a,b} }{ {")]
    [InlineData("select x in a b; do c; done")]
    [InlineData("rm !(keep) @(a|b) +(c)")]
    public void What_bash_takes_is_taken(string command)
    {
        var analysis = Seen.Analyze(command);
        Assert.Null(analysis.Error);
        Assert.False(analysis.BudgetExhausted);
    }

    [Theory]
    [InlineData("a ' b", 2)]
    [InlineData("a \"b", 2)]
    [InlineData("a )", 2)]
    [InlineData("if a; then b", 12)]
    [InlineData("a && ", 5)]
    [InlineData("a | | b", 4)]
    [InlineData("x $(a", 2)]
    [InlineData("x `a", 2)]
    [InlineData("x ${a", 2)]
    [InlineData("for in in", 9)]
    [InlineData("case a b", 7)]
    [InlineData("{ a }", 5)]
    [InlineData("a >", 2)]
    [InlineData("fi", 0)]
    [InlineData("[[ a == ]]", 8)]
    [InlineData("a=(b", 2)]
    public void An_error_says_where(string command, int position)
    {
        var error = Assert.NotNull(Seen.Analyze(command).Error);
        Assert.Equal(position, error.Position);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void An_error_in_code_that_is_run_is_an_error_of_the_whole() =>
        Assert.NotNull(Seen.Analyze("eval 'rm -rf / ; )'").Error);
}
