using System.Text;
using System.Text.Json;
using Sallyport.Gate;
using Sallyport.Integrity;
using Sallyport.Shell;

namespace Sallyport.Tests.Gate;

public class FactsJsonTests
{
    private static readonly ObservedFacts Facts = new()
    {
        Cwd = "/home/dev/app", Home = "/home/dev", Workspace = "/home/dev/app", DataDirectory = "/home/dev/.codex/sallyport", CodexHome = "/home/dev/.codex", User = "dev", Windows = true,
        GuardPaths = ["/opt/b", "/opt/a"], Environment = new Dictionary<string, string> { ["TMPDIR"] = "/tmp", ["HOME"] = "/home/dev" },
        Files = new Dictionary<string, FileFact>
        {
            ["/home/dev/app/run.sh"] = new(FileKind.File, "/home/dev/app/run.sh", "echo \"é\"\n"),
            ["/home/dev/app/link"] = new(FileKind.Directory, "/etc"),
            ["/dev/null"] = new(FileKind.Other, "/dev/null"),
            ["/home/dev/app/none"] = new(FileKind.Missing, "/home/dev/app/none"),
        },
    };

    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        var json = FactsJson.Write(Facts, text => text, out var changed);
        Assert.False(changed);
        Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Canonicalize(json)), Encoding.UTF8.GetString(json));
        var read = FactsJson.Read(JsonDocument.Parse(json).RootElement)!;
        Assert.Equal(FactsHash.Of(Facts), FactsHash.Of(read));
        Assert.Equal(Facts.Files, read.Files);
        Assert.Equal(Facts.GuardPaths, read.GuardPaths);
        Assert.Equal(Facts.Environment, read.Environment);
        Assert.Equal((Facts.User, Facts.Windows, Facts.Home), (read.User, read.Windows, read.Home));
    }

    [Fact]
    public void What_is_masked_or_too_long_is_said()
    {
        FactsJson.Write(Facts, text => text.Replace("echo", "****", StringComparison.Ordinal), out var changed);
        Assert.True(changed);
        var huge = Facts with { Files = new Dictionary<string, FileFact> { ["/s"] = new(FileKind.File, "/s", new string('x', 70_000)) } };
        Assert.DoesNotContain("xxx", Encoding.UTF8.GetString(FactsJson.Write(huge, text => text, out changed)));
        Assert.True(changed);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cwd":1,"environment":{},"files":{},"guardPaths":[],"workspace":"/"}""")]
    [InlineData("""{"cwd":"/","environment":{},"files":{"/a":{"kind":"strange"}},"guardPaths":[],"workspace":"/"}""")]
    [InlineData("[]")]
    public void Anything_else_is_no_facts(string json) => Assert.Null(FactsJson.Read(JsonDocument.Parse(json).RootElement));
}
