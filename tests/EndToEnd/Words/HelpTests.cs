using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Words;

/// <summary>What the command says of itself: short, complete, and the same for every verb.</summary>
public class HelpTests
{
    private static async Task<string> Help(Scratch scratch, params string[] words)
    {
        var finished = await scratch.Run(Product.Binary("sallyport"), words);
        Assert.True(finished.ExitCode == 0, finished.Error);
        return finished.Output;
    }

    private static async Task<IEnumerable<string>> Verbs(Scratch scratch)
    {
        var lines = (await Help(scratch, "--help")).Split('\n');
        var minor = lines.Single(l => l.StartsWith("also: ", StringComparison.Ordinal))["also: ".Length..].Split(", ");
        return lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]).Concat(minor.Select(m => m.Trim()));
    }

    [Fact]
    public async Task The_help_fits_a_screen()
    {
        using var scratch = new Scratch();
        var lines = (await Help(scratch, "--help")).TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 10, 24);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public async Task Every_verb_has_usage_examples_and_exit_codes()
    {
        using var scratch = new Scratch();
        foreach (var verb in await Verbs(scratch))
        {
            var help = await Help(scratch, verb, "--help");
            Assert.StartsWith("usage: sallyport " + verb, help, StringComparison.Ordinal);
            Assert.True(help.Contains("\nexamples:\n", StringComparison.Ordinal) || help.Contains("\nexample:\n", StringComparison.Ordinal), $"{verb} has no examples");
            Assert.True(help.Contains("exit codes: ", StringComparison.Ordinal), $"{verb} does not say its exit codes");
            Assert.All(help.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
        }
    }

    [Fact]
    public async Task A_verb_may_be_written_as_at_the_head_of_a_sentence()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, (await scratch.Run(Product.Binary("sallyport"), ["Policy", "list"])).ExitCode);
        var approve = await scratch.Run(Product.Binary("sallyport"), ["approve", "8PBS-NNHRD-MGV0"]);
        Assert.Equal(2, approve.ExitCode);
        Assert.Contains("typed as a prompt", approve.Error);
    }

    [Fact]
    public async Task An_unknown_option_says_what_would_be_right()
    {
        using var scratch = new Scratch();
        foreach (var verb in (string[])["install", "uninstall", "upgrade", "status", "doctor"])
        {
            var finished = await scratch.Run(Product.Binary("sallyport"), [verb, "--nonsense"]);
            Assert.Equal(2, finished.ExitCode);
            Assert.Contains("--codex-home", finished.Error, StringComparison.Ordinal);
        }
        Assert.Equal(2, (await scratch.Run(Product.Binary("sallyport"), ["instal"])).ExitCode);
    }

    [Fact]
    public async Task Nothing_is_coloured_or_wrapped_in_a_pipe()
    {
        using var scratch = new Scratch();
        var doctor = await scratch.Run(Product.Binary("sallyport"), ["doctor", "--codex", "none"]);
        Assert.DoesNotContain('\x1b', doctor.Output);
        scratch.Environment["COLUMNS"] = "50";
        var narrow = await scratch.Run(Product.Binary("sallyport"), ["doctor", "--codex", "none"]);
        Assert.All(narrow.Output.Split('\n').Skip(1).Where(l => l.Contains(' ')), line => Assert.True(line.Length <= 50 || line.Split(' ').Any(w => w.Length > 30), line));
    }

    [Theory]
    [InlineData("bash", "bash", "-n")]
    [InlineData("zsh", "zsh", "-n")]
    [InlineData("fish", "fish", "--no-execute")]
    [InlineData("pwsh", "pwsh", "-NoProfile")]
    public async Task Completions_are_a_script_their_shell_can_read(string name, string shell, string check)
    {
        using var scratch = new Scratch();
        var script = Path.Combine(scratch.Home, "completion");
        File.WriteAllText(script, await Help(scratch, "completions", name));
        Assert.Contains("upgrade", File.ReadAllText(script), StringComparison.Ordinal);
        Assert.SkipUnless((await scratch.Run("/bin/sh", ["-c", $"command -v {shell}"])).ExitCode == 0, $"{shell} is not here");
        string[] words = shell == "pwsh" ? [check, "-Command", $"[scriptblock]::Create((Get-Content -Raw '{script}')) | Out-Null"] : [check, script];
        var finished = await scratch.Run("/usr/bin/env", [shell, .. words]);
        Assert.True(finished.ExitCode == 0 && finished.Error.Length == 0, finished.Error);
    }

    [Fact]
    public async Task Bash_completes_verbs_and_options()
    {
        using var scratch = new Scratch();
        var script = Path.Combine(scratch.Home, "completion");
        File.WriteAllText(script, await Help(scratch, "completions", "bash"));
        var line = $". '{script}'; try() {{ COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _sallyport; echo \"${{COMPREPLY[*]}}\"; }}; try sallyport doc; try sallyport install --dry; try sallyport audit ver";
        var finished = await scratch.Run("/usr/bin/env", ["bash", "-c", line]);
        Assert.Equal(["doctor", "--dry-run", "verify verify-proof"], finished.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task The_manual_page_is_one_man_can_read()
    {
        using var scratch = new Scratch();
        var page = Path.Combine(scratch.Home, "sallyport.1");
        File.WriteAllText(page, await Help(scratch, "man"));
        foreach (var verb in await Verbs(scratch)) Assert.Contains($".SS {verb}\n", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.SkipUnless((await scratch.Run("/bin/sh", ["-c", "command -v groff"])).ExitCode == 0, "groff is not here");
        var finished = await scratch.Run("/usr/bin/env", ["groff", "-man", "-Tutf8", "-P-cbou", "-ww", page]);
        Assert.Equal("", finished.Error);
        Assert.Contains("EXIT STATUS", finished.Output, StringComparison.Ordinal);
    }
}
