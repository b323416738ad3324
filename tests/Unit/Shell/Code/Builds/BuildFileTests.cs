using Sallyport.Shell;
using Sallyport.Shell.Code;

namespace Sallyport.Tests.Shell.Code.Builds;

public class BuildFileTests
{
    private static string[] Make(string text, params string[] goals)
    {
        var by = new CommandRun { Argv = [Word.Of("make")], Cwd = "/home/dev/app" };
        var code = new NestedCode(CodeLanguage.Make, Word.Of(text), "make") { Arguments = [.. goals.Select(Word.Of)] };
        return [.. CodeReader.Read(code, by, CodeProbe.Facts).Code.Select(c => c.Text.ToString())];
    }

    [Fact]
    public void The_first_target_runs_after_what_it_needs() =>
        Assert.Equal(["rm -rf build", "echo hi"], Make("all: clean\n\techo hi\nclean:\n\t@rm -rf build\nother:\n\techo no\n"));

    [Fact]
    public void A_target_that_is_not_asked_for_does_not_run() =>
        Assert.Equal(["echo hi"], Make("bad:\n\trm -rf /\ngood:\n\techo hi\n", "good"));

    [Fact]
    public void Variables_are_put_in() =>
        Assert.Equal(["rm -rf /srv/data $HOME"], Make("ROOT := /srv\nDIR = $(ROOT)/data\nclean:\n\t-rm -rf ${DIR} $$HOME\n"));

    [Fact]
    public void A_variable_on_the_command_line_wins() => Assert.Equal(["rm -rf /"], Make("DIR ?= build\nclean:\n\trm -rf $(DIR)\n", "clean", "DIR=/"));

    [Fact]
    public void Reading_may_run_commands_already() => Assert.Contains("id", Make("X := $(shell id)\nall:\n\techo\n"));

    [Fact]
    public void A_pattern_rule_fits_its_targets() => Assert.Equal(["cc -c a.c -o a.o"], Make("%.o: %.c\n\tcc -c $< -o $@\nall: a.o\n", "all"));

    [Fact]
    public void A_circle_of_targets_ends() => Assert.Equal(["echo b", "echo a"], Make("a: b\n\techo a\nb: a\n\techo b\n"));

    [Fact]
    public void A_justfile_recipe_comes_with_what_it_needs()
    {
        const string Text = "dir := 'x'\n\n# cleans\nclean:\n    rm -rf build\n\nbuild target='all': clean\n    @make {{target}}\n    echo done\n";
        Assert.Equal("rm -rf build\nmake {{target}}\necho done", JustRecipes.Find(Text, "build"));
        Assert.Equal("rm -rf build", JustRecipes.Find(Text, null));
        Assert.Null(JustRecipes.Find(Text, "none"));
    }
}
