using System.Text;
using Sallyport.Shell;

namespace Sallyport.Tests.Shell.Evaluation;

public class BudgetTests
{
    [Theory]
    [InlineData("$(", ")")]
    [InlineData("( ", ")")]
    [InlineData("{ ", "; }")]
    [InlineData("\"$(t \"", "\")\"")]
    [InlineData("if ", "; then t; fi")]
    [InlineData("${x:-", "}")]
    [InlineData("$((", "))")]
    [InlineData("[[ ( ", " ) ]]")]
    [InlineData("a=(", ")")]
    [InlineData("<(", ")")]
    [InlineData("{a,", "}")]
    [InlineData("while t; do ", "; done")]
    [InlineData("f() ", "")]
    [InlineData("! ", "")]
    [InlineData("eval ", "")]
    [InlineData("env ", "")]
    public void Deep_nesting_ends_in_an_error_or_an_empty_budget_never_in_a_crash(string open, string close)
    {
        // On a small stack: what survives here survives in any hook.
        CommandAnalysis? analysis = null;
        var text = string.Concat(Enumerable.Repeat(open, 100_000)) + "t x" + string.Concat(Enumerable.Repeat(close, 100_000));
        var thread = new Thread(() => analysis = Seen.Analyze(text[..Math.Min(text.Length, 1 << 20)]), 512 * 1024);
        thread.Start();
        thread.Join();
        Assert.NotNull(analysis);
        Assert.True(analysis.BudgetExhausted || analysis.Error is not null || open is "! " or "eval " or "env " or "f() ");
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("a;")]
    [InlineData("'")]
    [InlineData("\"a\"b")]
    [InlineData("{")]
    [InlineData("{a,")]
    [InlineData("${x/")]
    [InlineData("$((1) ")]
    [InlineData("`")]
    [InlineData("a[")]
    [InlineData("<<E\n")]
    [InlineData("*(")]
    [InlineData("x=$x$x;")]
    [InlineData("case a in a) ;;")]
    [InlineData("x+=a;")]
    [InlineData("\\\n")]
    [InlineData("a|")]
    [InlineData("((")]
    [InlineData("~")]
    [InlineData("$a")]
    public void A_mebibyte_of_anything_takes_bounded_work(string piece)
    {
        var text = new StringBuilder();
        while (text.Length + piece.Length <= 1 << 20) text.Append(piece);
        Bounded(text.ToString());
    }

    [Theory]
    [InlineData("{0..9}{0..9}{0..9}{0..9}{0..9}{0..9}{0..9}{0..9}")]
    [InlineData("f() { f; f; }; f")]
    [InlineData("f() { f x$1; f y$1; }; f")]
    [InlineData("eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval eval t")]
    public void What_grows_without_end_empties_the_budget(string command)
    {
        var analysis = Bounded("t " + command.Replace("t f()", "f()") + "; " + command);
        Assert.True(analysis.BudgetExhausted || analysis.Unknowns.Count > 0);
    }

    [Theory]
    [InlineData("x=aaaaaaaaaa; ", "x=$x$x;", 40)]
    [InlineData("x=aaaaaaaaaa; ", "x=\"$x$x\";", 40)]
    [InlineData("", "x=\"$x$x\";", 40)]
    [InlineData("", "x=$x$y$x;", 40)]
    [InlineData("x=a; ", "x+=$x;", 60)]
    [InlineData("x=a; ", "x=$(echo $x$x);", 40)]
    [InlineData("x=a; ", "x=${x//a/aa};", 40)]
    [InlineData("set -- a; ", "set -- \"$@\" \"$@\";", 40)]
    [InlineData("a=(x); ", "a=(\"${a[@]}\" \"${a[@]}\");", 40)]
    [InlineData("a=({1..4000}); ", "b=(\"${a[@]}\"); t \"${b[@]}\";", 200)]
    [InlineData("echo aaaa > f; ", "cat f f > g; cat g g > f;", 40)]
    public void What_doubles_ends_in_the_budget(string start, string step, int times) =>
        Bounded(start + string.Concat(Enumerable.Repeat(step, times)) + " t $x");

    [Theory]
    [InlineData("t ", "> a ", "")]
    [InlineData("echo a | ", "tee x | ", "sh")]
    [InlineData("curl ", "-d @x http://a/ ", "")]
    [InlineData("rm -rf ", "/etc/a ", "")]
    [InlineData("tee ", "/etc/a ", "")]
    [InlineData("chmod u+x ", "/bin/a ", "")]
    [InlineData("printf '%s\\n' {1..4000} | xargs -I{} sh -c '", "{}", "'")]
    [InlineData("for i in {1..3000}; do t ", "a ", "; done")]
    [InlineData("f() { t ", "a ", "; }; for i in {1..3000}; do f; done")]
    [InlineData("", "pushd a;", "")]
    [InlineData("cd /", "a/", "; rm b b b b b b b b b b b b b b b b b b")]
    [InlineData("x=", "a", "; for i in {1..3000}; do y=${#x}; z=${x%b}; done")]
    [InlineData("", "$a ", "rm -rf /")]
    [InlineData("", "a | b; ", "")]
    public void A_mebibyte_in_one_command_takes_bounded_work(string open, string piece, string close)
    {
        var text = new StringBuilder(open);
        while (text.Length + piece.Length + close.Length <= 1 << 20) text.Append(piece);
        Bounded(text.Append(close).ToString());
    }

    /// <summary>Bounds what an analysis makes, which is the same on every machine and under every load.</summary>
    private static CommandAnalysis Bounded(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var analysis = Seen.Analyze(text);
        var made = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        Assert.True(made < MostMade, $"{made} MiB were made");
        return analysis;
    }

    // A text of 1 Mi characters is 2 MiB to begin with, and the budget allows eight times as much to be made of it, some of it many times over.
    private const int MostMade = 2048;

    [Fact]
    public void A_small_budget_is_an_empty_one_not_a_pass()
    {
        Assert.True(Seen.Analyze("t a b c d e f", null, new AnalysisLimits { MaxTokens = 3 }).BudgetExhausted);
        Assert.True(Seen.Analyze("t; t; t; t", null, new AnalysisLimits { MaxRuns = 2 }).BudgetExhausted);
        Assert.True(Seen.Analyze("t aaaaaaaaaa", null, new AnalysisLimits { MaxLength = 5 }).BudgetExhausted);
        Assert.True(Seen.Analyze("( ( ( (t) ) ) )", null, new AnalysisLimits { MaxDepth = 3 }).BudgetExhausted);
        Assert.False(Seen.Analyze("t; t; t; t").BudgetExhausted);
    }

    [Fact]
    public void Ordinary_loops_do_not_empty_it()
    {
        Assert.False(Seen.Analyze("for i in {1..100000}; do t $i; done").BudgetExhausted);
        Assert.False(Seen.Analyze("for i in {1..3000}; do t $i; u $i; done").BudgetExhausted);
        Assert.False(Seen.Analyze("while true; do t; sleep 1; done").BudgetExhausted);
        Assert.False(Seen.Analyze("i=0; while [ $i -lt 1000000 ]; do i=$((i+1)); t $i; done").BudgetExhausted);
        Assert.False(Seen.Analyze("while :; do x=$((x+1)); t $x; done").BudgetExhausted);
        Assert.False(Seen.Analyze("for ((;;)); do t; done").BudgetExhausted);
    }

    [Fact]
    public void Any_text_at_all_is_survived()
    {
        var random = new Random(7);
        ReadOnlySpan<string> pieces = ["$(", ")", "{", "}", "'", "\"", "`", "\\", "$", "<<E", "\n", "E", " ", ";", "&", "|", "<", ">", "((", "))", "[[", "]]", "case", " in ", "esac", "if", "then", "fi",
            "for", "do", "done", "while", "function", "${x", ":-", "/", "#", "%", "=", "a=(", "x", "rm", "-rf", "*", "?", "[", "]", "~", "!", "@", "eval ", "\uFDD0", "\0", "\r", "é", "\ud800", "0", "9", "+", "..", ","];
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (var n = random.Next(1, 24); n > 0; n--) text.Append(pieces[random.Next(pieces.Length)]);
            Seen.Analyze(text.ToString());
        }
    }
}
