using Sallyport.Policy;

namespace Sallyport.Tests.Policy.BuiltIn;

/// <summary>
/// Commands written from the tools' manuals, a family a file: what a hostile hand would try must be stopped, and what stands beside it in the same
/// tools' everyday use must not. The files are <c>Cases/FAMILY.stopped.txt</c> and <c>FAMILY.passed.txt</c>, a command a line, <c>⏎</c> for a line break;
/// families called <c>windows…</c> are typed into PowerShell.
/// </summary>
public sealed class CaseFileTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Policy", "BuiltIn", "Cases");

    public static TheoryData<string> Stopped => Named(".stopped.txt");

    public static TheoryData<string> Passed => Named(".passed.txt");

    [Theory]
    [MemberData(nameof(Stopped))]
    public void What_does_harm_is_stopped(string file) => Assert.Empty(Wrong(file, verdict => verdict < Verdict.Ask));

    [Theory]
    [MemberData(nameof(Passed))]
    public void What_stands_beside_it_is_not(string file) => Assert.Empty(Wrong(file, verdict => verdict > Verdict.Warn));

    [Fact]
    public void There_are_enough_of_both()
    {
        Assert.True(Count(".stopped.txt") > 1500);
        Assert.True(Count(".passed.txt") > 800);
    }

    private static int Count(string ending) => Directory.GetFiles(Folder, "*" + ending).Sum(file => File.ReadLines(file).Count());

    private static List<string> Wrong(string file, Func<Verdict, bool> isWrong)
    {
        var wrong = new List<string>();
        var windows = file.StartsWith("windows", StringComparison.Ordinal);
        foreach (var command in Judging.Lines(File.ReadAllText(Path.Combine(Folder, file))))
            if ((windows ? Judging.OnWindows(command) : Judging.Judge(command)).Strictest is var judged && isWrong(judged.Verdict)) wrong.Add($"{command}   ({judged.Verdict}, {judged.Rule})");
        return wrong;
    }

    private static TheoryData<string> Named(string ending)
    {
        var files = new TheoryData<string>();
        foreach (var file in Directory.GetFiles(Folder, "*" + ending).Order(StringComparer.Ordinal)) files.Add(Path.GetFileName(file));
        return files;
    }
}
