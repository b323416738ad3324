using System.Text.Json;
using Sallyport.Plans;
using Sallyport.Shell;

namespace Sallyport.Tests.Plans;

/// <summary>What a star in a planned command takes, and what it does not let in with it.</summary>
public class StarWordsTests
{
    private static readonly ObservedFacts Facts = new()
    {
        Cwd = "/ws",
        Workspace = "/ws",
        Home = "/home/dev",
        Files = new Dictionary<string, FileFact>
        {
            ["/ws/Makefile"] = new(FileKind.File, "/ws/Makefile", "CC = gcc\nall:\n\t$(CC) -c a.c\ninstall:\n\tinstall -m 755 app /ws/bin\n"),
            ["/ws/package.json"] = new(FileKind.File, "/ws/package.json", """{"scripts":{"test":"jest --ci","jest":"jest"}}"""),
            ["/ws/build.sh"] = new(FileKind.File, "/ws/build.sh", "touch out\nrm -f old\n"),
        },
    };

    private static PlanMatch Match(string pattern, string command, string more = "")
    {
        var plan = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{"action":"Bash","commands":{{JsonSerializer.Serialize(new[] { pattern })}}{{more}}}]}""").RootElement).Plan!;
        using var input = JsonDocument.Parse(JsonSerializer.Serialize(new Dictionary<string, string> { ["command"] = command }));
        return PlanMatcher.Match(plan, "Bash", input.RootElement, new PlanMatchContext { Facts = Facts });
    }

    [Theory]
    [InlineData("sed *", "sed -n '1,5p' x")]
    [InlineData("sed -i *", "sed -i s/a/b/ x")]
    [InlineData("git fetch *", "git fetch --prune origin")]
    [InlineData("git log *", "git log -p -3")]
    [InlineData("make *", "make all")]
    [InlineData("make *", "make install")]
    [InlineData("make *", "make -j4 DEBUG=1")]
    [InlineData("npm test *", "npm test -- --watch")]
    [InlineData("npm run *", "npm run jest")]
    [InlineData("bash *", "bash build.sh")]
    [InlineData("python3 *", "python3 tool.py -o out")]
    [InlineData("sort *", "sort -u x")]
    [InlineData("sort -o out *", "sort -o out x")]
    [InlineData("find *", "find . -name '*.cs'")]
    [InlineData("find . -name * -delete", "find . -name '*.tmp' -delete")]
    [InlineData("awk *", "awk '{print $1}' x")]
    [InlineData("cat *", "cat a b 2>/dev/null")]
    [InlineData("curl *", "curl -o page.html https://example.com/")]
    [InlineData("gcc *", "gcc -o app a.c")]
    [InlineData("printf *", "printf '%s\\n' hi")]
    [InlineData("git bisect run npm test", "git bisect run npm test")]
    [InlineData("docker run *", "docker run --rm alpine touch /x")]
    public void A_star_takes_arguments(string pattern, string command) => Assert.True(Match(pattern, command).Covered, Match(pattern, command).Reason);

    [Theory]
    [InlineData("sed *", "sed '1e touch y' x")]
    [InlineData("sed *", "sed -n 'w /ws/out' x")]
    [InlineData("sed *", "sed -i s/a/b/ x")]
    [InlineData("git fetch *", "git fetch --upload-pack='touch y' origin")]
    [InlineData("git fetch *", "git fetch --upload-pack 'touch y' origin")]
    [InlineData("git log *", "git log --output=/ws/out")]
    [InlineData("git *", "git -c core.pager='touch y' log")]
    [InlineData("git bisect *", "git bisect run touch y")]
    [InlineData("make *", "make SHELL=/tmp/x")]
    [InlineData("make *", "make CC='touch y;' all")]
    [InlineData("make *", "make --eval='a:;touch y' a")]
    [InlineData("npm test *", "npm test --script-shell=/tmp/x")]
    [InlineData("npm test *", "npm test --node-options='--require ./x.js'")]
    [InlineData("sort *", "sort -o /ws/out x")]
    [InlineData("sort *", "sort --compress-program=./x y")]
    [InlineData("sort *", "sort --compress-program ./x y")]
    [InlineData("find *", "find . -name '*.tmp' -delete")]
    [InlineData("find *", "find . -fprint /ws/out")]
    [InlineData("find *", "find . -exec touch y ';'")]
    [InlineData("awk *", "awk 'BEGIN{system(\"touch y\")}'")]
    [InlineData("awk *", "awk '{print > \"/ws/out\"}' x")]
    [InlineData("tar *", "tar cf a.tar --checkpoint=1 --checkpoint-action=exec='touch y' .")]
    [InlineData("rsync *", "rsync -e 'touch y' a b:")]
    [InlineData("man *", "man -P 'touch y' ls")]
    [InlineData("vim *", "vim -c '!touch y' x")]
    [InlineData("npm test *", "PATH=/tmp; npm test")]
    [InlineData("npm test *", "printf -v PATH %s /tmp; npm test")]
    [InlineData("npm test *", "for PATH in /tmp; do npm test; done")]
    [InlineData("npm test *", "NODE_OPTIONS=--require=./x.js; npm test")]
    [InlineData("printf *", "printf -v PATH %s /tmp")]
    public void It_takes_none_that_runs_another_program_or_writes_where_reading_was_planned(string pattern, string command) => Assert.False(Match(pattern, command).Covered);

    [Theory]
    [InlineData("x=1; npm test")]
    [InlineData("VERSION=2; npm test -- \"$VERSION\"")]
    [InlineData("for i in 1 2; do npm test; done")]
    public void Other_variables_of_the_shell_change_nothing(string command) => Assert.True(Match("npm test *", command).Covered);

    [Fact]
    public void What_runs_inside_may_be_planned_too()
    {
        var plan = PlanReader.Read(JsonDocument.Parse("""{"goal":"g","steps":[{"action":"Bash","commands":["git bisect *", "npm test *"]}]}""").RootElement).Plan!;
        using var input = JsonDocument.Parse("""{"command":"git bisect run npm test -- --ci"}""");
        Assert.True(PlanMatcher.Match(plan, "Bash", input.RootElement, new PlanMatchContext { Facts = Facts }).Covered);
    }

    [Fact]
    public void Files_within_the_steps_paths_may_be_written()
    {
        Assert.True(Match("sed *", "sed -i s/a/b/ src/x", ",\"paths\":[\"src/**\"]").Covered);
        Assert.False(Match("sed *", "sed -i s/a/b/ x", ",\"paths\":[\"src/**\"]").Covered);
    }

    [Theory]
    [InlineData("""{"action":"Bash","commands":[]}""", "commands")]
    [InlineData("""{"action":"Bash","metadata":{"inputs":{"command":[]}}}""", "command")]
    [InlineData("""{"action":"apply_patch","paths":[]}""", "paths")]
    [InlineData("""{"action":"Bash","hosts":[]}""", "hosts")]
    public void An_empty_list_is_no_limit_and_no_permission(string step, string field)
    {
        var reading = PlanReader.Read(JsonDocument.Parse($$"""{"goal":"g","steps":[{{step}}]}""").RootElement);
        Assert.Null(reading.Plan);
        Assert.Contains(field, reading.Problem);
        Assert.Contains("leave it out", reading.Problem);
    }

    [Fact]
    public void What_limits_no_such_tool_may_be_empty() =>
        Assert.NotNull(PlanReader.Read(JsonDocument.Parse("""{"goal":"g","steps":[{"action":"apply_patch","commands":[]}]}""").RootElement).Plan);
}
