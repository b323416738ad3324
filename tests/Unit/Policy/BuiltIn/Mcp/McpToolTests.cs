using System.Text.Json;
using Sallyport.Policy;
using Sallyport.Policy.BuiltIn;
using Sallyport.Policy.BuiltIn.Mcp;
using Sallyport.Shell;

namespace Sallyport.Tests.Policy.BuiltIn.Mcp;

/// <summary>
/// Calls of MCP tools as their servers name them: <c>server__tool {arguments}</c>, a call a line. What does harm is stopped, and what stands beside it is not.
/// </summary>
public sealed class McpToolTests
{
    private static Verdict Judge(string line)
    {
        var blank = line.IndexOf(' ', StringComparison.Ordinal);
        using var document = JsonDocument.Parse(line[blank..]);
        return BuiltInPolicy.Judge(new ToolCall("mcp__" + line[..blank], document.RootElement), Judging.Facts).Strictest.Verdict;
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Policy", "BuiltIn", "Mcp", file)).Where(static line => line.Length > 0);

    [Fact]
    public void What_does_harm_is_stopped() => Assert.DoesNotContain(Lines("tools.stopped.txt"), static line => Judge(line) < Verdict.Ask);

    [Fact]
    public void What_stands_beside_it_is_not() => Assert.DoesNotContain(Lines("tools.passed.txt"), static line => Judge(line) > Verdict.Warn);

    [Theory]
    [InlineData("git__git_reset", """{"repo_path":".","mode":"hard"}""", "git reset --hard")]
    [InlineData("git__git_push", """{"force":true,"branch":"main"}""", "git push --force 'main'")]
    [InlineData("kubernetes__kubectl_delete", """{"resourceType":"namespace","name":"prod"}""", "kubectl delete 'namespace' 'prod'")]
    [InlineData("terraform__ExecuteTerraformCommand", """{"command":"destroy -auto-approve"}""", "terraform destroy -auto-approve")]
    [InlineData("aws__call_aws", """{"cli_command":"aws s3 ls"}""", "aws s3 ls")]
    [InlineData("git__git_commit", """{"message":"it's done; rm -rf /"}""", "git commit")]
    [InlineData("kubernetes__kubectl_exec", """{"pod":"x","command":"ls"}""", null)]
    [InlineData("files__read_file", """{"path":"a"}""", null)]
    public void A_tool_named_for_a_clients_verb_is_that_command(string tool, string input, string? command)
    {
        using var document = JsonDocument.Parse(input);
        Assert.Equal(command, ToolClient.Command(ToolName.Of("mcp__" + tool), document.RootElement));
    }

    [Theory]
    [InlineData("%%bash\nrm -rf x", "rm -rf x", "")]
    [InlineData("!pip install x\nimport x\n%matplotlib inline\n", "pip install x\n", "import x\n\n")]
    [InlineData("print(1)", "", "print(1)")]
    public void A_cell_is_taken_apart(string code, string shell, string python) => Assert.Equal((shell, python), ToolCode.Cell(code));

    [Fact]
    public void A_command_that_cannot_be_read_is_not_let_through()
    {
        Assert.True(Judge("""shell__run {"command":"rm -rf ~ 'x"}""") >= Verdict.Ask);
        Assert.True(Judge("""notes__add {"title":"don't"}""") <= Verdict.Warn);
    }

    /// <summary>Whatever a call holds, it is judged, and in bounded time.</summary>
    [Fact]
    public void Deep_and_wide_arguments_are_not_let_through_unread()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 40)) + "1" + new string('}', 40);
        Assert.Equal(Verdict.Deny, Judge("x__y " + deep));
        var wide = "[" + string.Join(',', Enumerable.Range(0, 2000)) + "]";
        Assert.Equal(Verdict.Deny, Judge("x__y {\"a\":" + wide + "}"));
    }
}
