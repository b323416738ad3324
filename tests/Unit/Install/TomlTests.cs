using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Tests.Install;

public class TomlTests
{
    private const string File = "config.toml";

    private const string Full =
        """
        # top
        model = "gpt-5.5"   # comment
        approval.granular.mcp = true
        text = '''
        [not.a.table]
        '''
        list = [ 1, # one
          [ "a", 'b' ], { x = 1 }, ]
        when = 1979-05-27 07:32:00
        env = { A = "1", "b.c" = { d = 2 } }

        [features]
        web = true # keep

        [mcp_servers.other]
        command = "x"

        [[hooks.Stop]]
        [[hooks.Stop.hooks]]
        type = "command"

        [hooks.state."/h:stop:0:0"]
        trusted_hash = "sha256:ab"
        """;

    [Fact]
    public void The_notations_are_read()
    {
        var document = TomlDocument.Parse(Full, File);
        Assert.Equal("gpt-5.5", document.String("model"));
        Assert.Equal("true", document.Written("approval", "granular", "mcp"));
        Assert.Equal("2", document.Written("env", "b.c", "d"));
        Assert.Equal("[not.a.table]\n", document.String("text"));
        Assert.Equal("sha256:ab", document.String("hooks", "state", "/h:stop:0:0", "trusted_hash"));
        Assert.Equal("\"command\"", document.Written("hooks", "Stop", "0", "hooks", "0", "type"));
        Assert.Null(document.Find("not"));
    }

    [Theory]
    [InlineData("", "[features]\nhooks = true\n")]
    [InlineData("a = 1", "a = 1\n\n[features]\nhooks = true\n")]
    [InlineData("[features]\n[x]\n", "[features]\nhooks = true\n[x]\n")]
    [InlineData("[features]\nweb = true # keep\n\n# about x\n[x]\n", "[features]\nweb = true # keep\nhooks = true\n\n# about x\n[x]\n")]
    [InlineData("[features]\nhooks = false # off\n", "[features]\nhooks = true # off\n")]
    [InlineData("features.web = true\nb = 1\n", "features.web = true\nfeatures.hooks = true\nb = 1\n")]
    [InlineData("features = { web = true }\n", "features = { web = true, hooks = true }\n")]
    [InlineData("features = {}\n", "features = { hooks = true }\n")]
    [InlineData("features = { a.b = 1 } # c", "features = { a.b = 1, hooks = true } # c")]
    [InlineData("[features.deep]\nx = 1\n", "[features.deep]\nx = 1\n\n[features]\nhooks = true\n")]
    [InlineData("[features]\r\nweb = true\r\n", "[features]\r\nweb = true\r\nhooks = true\r\n")]
    [InlineData("[features]\nweb = true", "[features]\nweb = true\nhooks = true")]
    [InlineData("\"features\".'web' = true\n", "\"features\".'web' = true\nfeatures.hooks = true\n")]
    public void A_value_goes_where_its_table_is_written(string before, string after)
    {
        Assert.Equal(after, TomlEdit.Set(before, File, ["features"], ["hooks"], "true"));
        Assert.Equal(after, TomlEdit.Set(after, File, ["features"], ["hooks"], "true"));
        Assert.Equal("true", TomlDocument.Parse(after, File).Written("features", "hooks"));
    }

    [Theory]
    [InlineData("[[features]]\n", 1)]
    [InlineData("\nfeatures = 1\n", 2)]
    [InlineData("[features.hooks]\n", 1)]
    public void What_is_no_table_is_not_made_one(string text, int line) =>
        Assert.Equal(line, Assert.Throws<CodexFileException>(() => TomlEdit.Set(text, File, ["features"], ["hooks"], "true")).Line);

    [Fact]
    public void What_was_put_in_is_taken_out_to_the_byte()
    {
        string[] server = ["mcp_servers", "sallyport"];
        var text = TomlEdit.Set(Full + "\n", File, server, ["command"], "\"/b\"");
        text = TomlEdit.Set(text, File, server, ["args"], TomlEdit.Quoted(["--data-dir", "/d \"q\""]));
        text = TomlEdit.Set(text, File, server, ["tools", "plan_status", "approval_mode"], "\"approve\"");
        text = TomlEdit.Set(text, File, ["hooks", "state", "/h:pre_tool_use:0:0"], ["trusted_hash"], "\"sha256:cd\"");
        Assert.Equal("\"approve\"", TomlDocument.Parse(text, File).Written("mcp_servers", "sallyport", "tools", "plan_status", "approval_mode"));
        text = TomlEdit.Remove(text, File, "hooks", "state", "/h:pre_tool_use:0:0");
        Assert.Equal(Full + "\n", TomlEdit.Remove(text, File, "mcp_servers", "sallyport"));
    }

    [Theory]
    [InlineData("a = { x = 1, y = { z = 2 }, w = 3 }\n", "a = { x = 1, w = 3 }\n")]
    [InlineData("a = { y.z = 2, y.q = 3, w = 3 }\n", "a = { w = 3 }\n")]
    [InlineData("a = { y = 1 }\n", "a = {}\n")]
    [InlineData("a.y = 1\na.y2 = 2\n", "a.y2 = 2\n")]
    [InlineData("[a]\ny = [\n 1,\n]\nx = 1\n", "[a]\nx = 1\n")]
    [InlineData("[a.y]\nb = 1\n\n[a.y.c]\nd = 1\n\n[e]\n", "\n[e]\n")]
    public void A_name_is_taken_out_with_all_below_it(string before, string after) => Assert.Equal(after, TomlEdit.Remove(before, File, "a", "y"));

    [Fact]
    public void Trust_moves_with_the_hook_it_is_for()
    {
        const string Before = "[hooks.state]\n\"/h:stop:1:0\".trusted_hash = \"a\" # x\n[hooks.state.\"/h:stop:2:0\"]\ntrusted_hash = \"b\"\n";
        var names = new Dictionary<string, string> { ["/h:stop:1:0"] = "/h:stop:0:0", ["/h:stop:2:0"] = "/h:stop:1:0" };
        Assert.Equal(
            "[hooks.state]\n\"/h:stop:0:0\".trusted_hash = \"a\" # x\n[hooks.state.\"/h:stop:1:0\"]\ntrusted_hash = \"b\"\n",
            TomlEdit.Rename(Before, File, ["hooks", "state"], names));
    }

    [Theory]
    [InlineData("a = 1\na = 2\n", 2)]
    [InlineData("[a]\n[b]\n[a]\n", 3)]
    [InlineData("[a.b]\nc = 1\n[a]\nb.d = 1\n", 4)]
    [InlineData("a = { b = 1 }\n[a.c]\n", 2)]
    [InlineData("a.b = 1\n[a]\n", 2)]
    [InlineData("[a]\n[[a]]\n", 2)]
    [InlineData("a = { b = 1, b = 2 }", 1)]
    [InlineData("a = [ { b = 1, b = 2 } ]", 1)]
    [InlineData("a\n", 1)]
    [InlineData("\na = \n", 2)]
    [InlineData("a = maybe", 1)]
    [InlineData("a = \"x", 1)]
    [InlineData("a = \"\"\"x\n\n", 1)]
    [InlineData("a = \"\\q\"", 1)]
    [InlineData("a = 1 b = 2", 1)]
    [InlineData("[a\nb = 1", 1)]
    [InlineData("a = [1, 2", 1)]
    [InlineData("a = { b = 1\n, c = 2", 1)]
    [InlineData("= 1", 1)]
    [InlineData("a = \"\0\"", 1)]
    [InlineData("\"a\nb\" = 1", 1)]
    public void What_is_not_TOML_is_refused_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<CodexFileException>(() => TomlDocument.Parse(text, File)).Line);

    [Theory]
    [InlineData("a = [")]
    [InlineData("a = {b=")]
    public void Depth_is_bounded(string open) =>
        Assert.Throws<CodexFileException>(() => TomlDocument.Parse("a = " + string.Concat(Enumerable.Repeat(open[4..], 100_000)), File));

    [Fact]
    public void No_byte_of_an_unchanged_file_is_lost()
    {
        var document = TomlDocument.Parse(Full, File);
        foreach (var statement in document.Statements)
        {
            var shown = Full[statement.Start..statement.End];
            Assert.Equal(statement.Header, shown.TrimStart().StartsWith('['));
        }
        Assert.Equal(Full.Split('\n').Length - 5, document.Statements.Sum(s => Full[s.Start..s.End].TrimEnd('\n').Split('\n').Length));
    }
}
