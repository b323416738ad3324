using Sallyport.Policy;

namespace Sallyport.Tests.Policy.BuiltIn;

/// <summary>What is stopped stays stopped however it is wrapped, and is let alone where it is only spoken of.</summary>
public sealed class MetamorphicTests
{
    private static readonly (string Name, Func<string, string> Lift)[] Lifts =
    [
        ("env", c => "env A=1 " + c), ("env -S", c => "env -S " + Quote(c)), ("nohup", c => "nohup " + c), ("nice", c => "nice -n 5 " + c), ("timeout", c => "timeout 5 " + c),
        ("setsid", c => "setsid " + c), ("stdbuf", c => "stdbuf -oL " + c), ("command", c => "command " + c), ("sh -c", c => "sh -c " + Quote(c)), ("bash -lc", c => "bash -lc " + Quote(c)),
        ("eval", c => "eval " + Quote(c)), ("strace", c => "strace -f -o t " + c), ("flock", c => "flock -n lock " + c), ("busybox sh", c => "busybox sh -c " + Quote(c)),
        ("sudo", c => "sudo " + c), ("twice", c => "bash -c " + Quote("sh -c " + Quote(c))), ("and", c => "true && " + c), ("subshell", c => "( " + c + " )"), ("group", c => "{ " + c + "; }"),
        ("substitution", c => "echo $(" + c + ")"), ("pipe to sh", c => "printf '%s' " + Quote(c) + " | sh"), ("base64", c => "echo " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(c)) + " | base64 -d | sh"),
        ("here-document", c => "sh <<'END'⏎" + c + "⏎END⏎"), ("python", c => "python3 -c " + Quote("import os; os.system(" + DoubleQuote(c) + ")")), ("awk", c => "awk " + Quote("BEGIN { system(" + DoubleQuote(c) + ") }")),
        ("if", c => "if true; then " + c + "; fi"), ("function", c => "f() { " + c + "; }; f"), ("npx", c => "npx -c " + Quote(c)),
    ];

    private static readonly (string Name, Func<string, string> Put)[] Data =
    [
        ("grep", c => "grep -F " + Quote(c) + " notes.md"), ("echo", c => "echo " + Quote(c)), ("commit", c => "git commit -m " + Quote("do not run " + c)), ("comment", c => "ls # " + c),
        ("here-document to cat", c => "cat <<'END'⏎" + c + "⏎END⏎"), ("variable", c => "NOTE=" + Quote(c)), ("printf to file", c => "printf '%s' " + Quote(c) + " > notes.md"), ("rg", c => "rg " + Quote(c) + " docs"),
        ("gh", c => "gh issue create --title x --body " + Quote(c)), ("test", c => "test " + Quote(c) + " = x"),
    ];

    // Where the rule is about the shell's own input, redirection or session, a wrapper changes what the words mean.
    private static readonly System.Buffers.SearchValues<char> Syntax = System.Buffers.SearchValues.Create("|&;<>()`\n⏎'\"$~*{}");

    private static bool Simple(string command) =>
        command.AsSpan().IndexOfAny(Syntax) < 0 && !command.StartsWith("GIT_", StringComparison.Ordinal) && command != "killall5";

    private static IEnumerable<(string Rule, Verdict Action, string Command)> Stopping =>
        from rule in Judging.Rules where rule.Action >= Verdict.Ask && rule.Pack != "sessions" from line in Judging.Lines(rule.True) where Simple(line) select (rule.Id, rule.Action, line);

    public static TheoryData<string, string> Lifted()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, lift) in Lifts)
            foreach (var (_, _, command) in Stopping) data.Add(name, lift(command));
        return data;
    }

    public static TheoryData<string, string> Spoken()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, put) in Data)
            foreach (var (_, _, command) in Stopping) data.Add(name, put(command));
        return data;
    }

    [Theory]
    [MemberData(nameof(Lifted))]
    public void Wrapping_changes_nothing(string lift, string command)
    {
        Assert.NotEmpty(lift);
        Assert.True(Judging.Of(command) >= Verdict.Ask, Judging.Judge(command).Strictest.ToString());
    }

    [Theory]
    [MemberData(nameof(Spoken))]
    public void Speaking_of_it_is_no_doing(string put, string command)
    {
        Assert.NotEmpty(put);
        Assert.True(Judging.Of(command) <= Verdict.Warn, Judging.Judge(command).Strictest.ToString());
    }

    private static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";

    private static string DoubleQuote(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
