using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Words;

/// <summary>What <c>sallyport explain</c> draws of texts that are no shell commands.</summary>
public class ExplainTests
{
    private static async Task<Finished> Explain(params string[] words)
    {
        using var scratch = new Scratch();
        return await scratch.Run(Product.Binary("sallyport"), ["explain", "--built-in", .. words], "", scratch.Work);
    }

    [Fact]
    public async Task A_patch_is_drawn_file_by_file()
    {
        var finished = await Explain("*** Begin Patch\n*** Update File: ../notes.txt\n@@\n-a\n+b\n*** Add File: /etc/cron.d/job\n+* * * * * root id\n*** Delete File: old.txt\n*** End Patch\n");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("apply_patch", finished.Output, StringComparison.Ordinal);
        Assert.Contains("Truncate /etc/cron.d/job [patch]", finished.Output, StringComparison.Ordinal);
        Assert.Matches("Delete .*/old.txt \\[patch\\]", finished.Output);
        Assert.Contains("verdict: ", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patch_that_cannot_be_read_is_refused_with_the_place()
    {
        var finished = await Explain("*** Begin Patch\n*** Rename File: a\n*** End Patch\n");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("not read: ", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_screen_shows_is_told()
    {
        var finished = await Explain("echo a\u200bb");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("analysis.hidden-text", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_of_an_mcp_tool_is_drawn_by_what_it_is_named_for()
    {
        var finished = await Explain("mcp__git__git_reset", """{"mode":"hard"}""");
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains("git reset --hard", finished.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Explain("mcp__files__read_file", """{"path":"README.md"}""")).ExitCode);
        var mistaken = await Explain("mcp__git__git_reset", "hard");
        Assert.Equal(2, mistaken.ExitCode);
        Assert.Contains("JSON", mistaken.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("powershell", "$d = 'C:\\Windows'; Remove-Item $d -Recurse -Force", "C:/Windows and all below, unasked")]
    [InlineData("cmd", "rd /s /q C:\\Windows & echo done", "C:/Windows and all below")]
    [InlineData("python", "import shutil; shutil.rmtree('/etc')", "Delete /etc and all below")]
    [InlineData("sql", "drop table users", "sql:table users")]
    public async Task Code_of_other_languages_is_drawn(string language, string code, string line)
    {
        var finished = await Explain("--language", language, code);
        Assert.Equal(1, finished.ExitCode);
        Assert.Contains(line, finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerShell_has_a_short_word() => Assert.Contains("Delete C:/Windows and all below", (await Explain("--powershell", "ri -r -fo C:\\Windows")).Output, StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_language_is_a_mistake_in_words()
    {
        var finished = await Explain("--language", "cobol", "x");
        Assert.Equal(2, finished.ExitCode);
        Assert.Contains("cobol", finished.Error, StringComparison.Ordinal);
    }
}
