using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Tests.Plans;

/// <summary>Commands that the shell takes apart: what is compared is every simple command, wherever it stood.</summary>
public class CommandCoverageTests
{
    private static readonly ObservedFacts Facts = new() { Cwd = "/ws", Workspace = "/ws", Home = "/home/dev" };

    private static CommandRun Command(string line, params string[] wrappers) =>
        new() { Argv = [.. line.Split(' ').Select(word => word.StartsWith('$') ? Word.Unknown(word) : Word.Of(word))], Cwd = "/ws", Wrappers = wrappers };

    private static PlanMatchKind Match(string steps, params CommandRun[] runs) => Match(steps, [], runs);

    private static PlanMatchKind Match(string steps, Effect[] effects, params CommandRun[] runs)
    {
        var plan = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{steps}}]}""").RootElement).Plan!;
        var input = JsonDocument.Parse("""{"command":"whatever the shell reads"}""").RootElement;
        return PlanMatcher.Match(plan, "Bash", input, new PlanMatchContext { Facts = Facts, Analysis = new CommandAnalysis { Runs = runs, Effects = effects } }).Kind;
    }

    private static string Bash(params string[] commands) => $$"""{"action":"Bash","commands":{{JsonSerializer.Serialize(commands)}}}""";

    [Fact]
    public void Every_command_must_be_covered()
    {
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("git status"), Command("git status")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("git status"), Command("git status"), Command("curl x")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("git status") + "," + Bash("curl *"), Command("git status"), Command("curl x")));
    }

    [Fact]
    public void What_changes_nothing_needs_no_plan()
    {
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("npm test"), Command("cd sub"), Command("set -e"), Command("npm test"), Command("true"), Command("echo done")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), Command("echo $SECRET")));
        var toFile = Command("echo done") with { Redirections = [new(1, RedirectionKind.Write, Word.Of("/ws/x"))] };
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), toFile));
    }

    [Fact]
    public void A_wrapper_is_as_planned_as_what_it_runs()
    {
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("npm test"), Command("timeout 60 npm test"), Command("npm test", "timeout")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("npm test"), Command("bash -lc text"), Command("npm test", "bash -c")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), Command("bash -lc text"), Command("npm test", "bash -c"), Command("curl x", "bash -c")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), Command("sudo npm test"), Command("npm test", "sudo")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("sudo npm test"), Command("sudo npm test"), Command("npm test", "sudo")));
    }

    [Fact]
    public void A_wildcard_over_a_wrappers_words_does_not_cover_what_they_run()
    {
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("bash *"), Command("bash -c curl"), Command("curl x", "bash -c")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("xargs *"), Command("xargs rm"), Command("rm $line", "xargs")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("bash *"), Command("bash build.sh"), Command("cc x.c", "bash build.sh")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("make *"), Command("make all"), Command("cc x.c", "make")));
        // Deeper than what was covered only as long as it stays deeper.
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("make *"), Command("make all"), Command("cc x.c", "make"), Command("curl x")));
    }

    [Fact]
    public void A_word_that_cannot_be_known_fits_only_a_wildcard()
    {
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("rm x"), Command("rm $X")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("rm a*"), Command("rm $X")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("rm *"), Command("rm $X")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("rm *"), Command("$TOOL x")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("*"), Command("$TOOL x")));
    }

    [Fact]
    public void A_file_written_by_a_redirection_must_be_planned()
    {
        var log = Command("git log") with { Redirections = [new(1, RedirectionKind.Write, Word.Of("out.txt")), new(2, RedirectionKind.Write, Word.Of("/dev/null"))] };
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("git log *"), log));
        Assert.Equal(PlanMatchKind.InPlan, Match("""{"action":"Bash","commands":["git log"],"paths":["out.txt"]}""", log));
        Assert.Equal(PlanMatchKind.Mismatch, Match("""{"action":"Bash","commands":["git log"],"paths":["src"]}""", log));
        var quiet = Command("git log") with { Redirections = [new(2, RedirectionKind.Duplicate, Word.Of("1"))] };
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("git log"), quiet));
        var text = Command("python3") with { Redirections = [new(0, RedirectionKind.Text, Word.Of("code"))] };
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("python3"), text));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("python3 *"), text));
    }

    [Fact]
    public void A_variable_set_for_a_command_must_be_planned()
    {
        CommandRun With(string name) => Command("npm test") with { Environment = [new(name, Word.Of("x"))] };
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), With("LD_PRELOAD")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test"), With("PATH")));
        Assert.Equal(PlanMatchKind.InPlan, Match(Bash("npm test"), With("CI")));
    }

    [Fact]
    public void Effects_stay_within_paths_and_hosts()
    {
        var remove = Command("rm -r build");
        Effect Delete(string path) => new(EffectKind.Delete, new Target(TargetKind.Path, path)) { By = remove, Recursive = true };
        var step = """{"action":"Bash","commands":["rm *"],"paths":["build/**"]}""";
        Assert.Equal(PlanMatchKind.InPlan, Match(step, [Delete("/ws/build")], remove));
        Assert.Equal(PlanMatchKind.Mismatch, Match(step, [Delete("/ws")], remove));
        Assert.Equal(PlanMatchKind.Mismatch, Match(step, [new Effect(EffectKind.Delete, new Target(TargetKind.Path, "$X", Known: false)) { By = remove }], remove));

        var fetch = Command("curl -s https://api.example.com/");
        Effect Connect(string host) => new(EffectKind.Connect, new Target(TargetKind.Host, host)) { By = fetch };
        Assert.Equal(PlanMatchKind.InPlan, Match("""{"action":"Bash","hosts":["*.example.com"]}""", [Connect("https://api.example.com/")], fetch));
        Assert.Equal(PlanMatchKind.Mismatch, Match("""{"action":"Bash","hosts":["*.example.com"]}""", [Connect("evil.test")], fetch));
        Assert.Equal(PlanMatchKind.Mismatch, Match("""{"action":"Bash","hosts":["*.example.com"]}""", [Connect("api.example.com"), new Effect(EffectKind.ExecuteUnknown, Target.None) { By = fetch }], fetch));
        // Nothing is known to be touched: a step that only limits what is touched does not speak of it.
        Assert.Equal(PlanMatchKind.Mismatch, Match("""{"action":"Bash","paths":["src/**"]}""", [], Command("frobnicate")));
    }

    [Fact]
    public void A_patch_through_a_shell_is_held_against_the_steps_for_patches()
    {
        CommandRun Patch(string file) => Command("apply_patch") with
        {
            Input = new Input(InputKind.Text, Word.Of($"*** Begin Patch\n*** Add File: {file}\n+x\n*** End Patch")),
            Redirections = [new(0, RedirectionKind.Text, Word.Of("patch"))],
        };
        Assert.Equal(PlanMatchKind.InPlan, Match("""{"action":"apply_patch","paths":["src"]}""", Patch("src/a.cs")));
        Assert.Equal(PlanMatchKind.Drift, Match("""{"action":"apply_patch","paths":["src"]}""", Patch("../a.cs")));
        Assert.Equal(PlanMatchKind.Mismatch, Match(Bash("npm test") + ""","apply_patch" """, Patch("a.cs"), Command("curl x")));
    }

    [Fact]
    public void What_could_not_be_read_fits_as_text_only()
    {
        var plan = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{Bash("if [")}}]}""").RootElement).Plan!;
        foreach (var analysis in (CommandAnalysis[])[new() { Error = new ShellError("unexpected end", 4) }, new() { BudgetExhausted = true }])
        {
            var context = new PlanMatchContext { Facts = Facts, Analysis = analysis };
            Assert.True(PlanMatcher.Match(plan, "Bash", JsonDocument.Parse("""{"command":"if ["}""").RootElement, context).Covered);
            Assert.False(PlanMatcher.Match(plan, "Bash", JsonDocument.Parse("""{"command":"if [ ; curl x"}""").RootElement, context).Covered);
        }
    }
}
