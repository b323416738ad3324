using Sallyport.Shell;
using Sallyport.Shell.Commands;
using Sallyport.Tests.Policy.BuiltIn;

namespace Sallyport.Tests.Shell.Commands;

/// <summary>What a program prints, told from its arguments and input alone.</summary>
public sealed class PrintersTests
{
    private static string? Output(string? input, params string[] argv) =>
        CommandCatalog.Describe(new CommandRun { Argv = [.. argv.Select(Word.Of)], Cwd = "/w", Input = input is null ? Input.Inherited : new Input(InputKind.Text, Word.Of(input)) }, Judging.Facts).Output?.Known;

    [Fact]
    public void Echo_and_printf_print_as_they_do()
    {
        Assert.Equal("a b\n", Output(null, "echo", "a", "b"));
        Assert.Equal("a\tb", Output(null, "echo", "-ne", "a\\tb"));
        Assert.Equal("rm -rf /", Output(null, "printf", "%s -%s %s", "rm", "rf", "/"));
        Assert.Equal("1,2,", Output(null, "printf", "%d,", "1", "2"));
        Assert.Equal("rm", Output(null, "printf", "\\162\\x6d"));
        Assert.Equal("rm", Output(null, "printf", "%b", "rm\\c -rf /"));
    }

    [Fact]
    public void Decoders_decode_what_is_known()
    {
        Assert.Equal("ls\n", Output("bHMK", "base64", "-d"));
        Assert.Equal("ls", Output("6c73", "xxd", "-r", "-p"));
        Assert.Equal("abc", Output("cba", "rev"));
        Assert.Equal("uryyb", Output("hello", "tr", "a-z", "n-za-m"));
        Assert.Null(Output(null, "base64", "-d"));
    }
}
