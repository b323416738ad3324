using System.Text;
using Sallyport.Guards;
using Sallyport.Guards.ArmorIq;

namespace Sallyport.Tests.Guards;

public class TextTests
{
    [Theory]
    [InlineData("""{"command":"ls -la"}""", "ls -la")]
    [InlineData("""{"cmd":"ls"}""", "ls")]
    [InlineData("""{"cmd":"echo hi","command":"rm -r -f /"}""", "echo hi\nrm -r -f /")]
    [InlineData("""{"command":["rm","-r","/"]}""", "rm -r /")]
    [InlineData("""{"command":"ls","workdir":"/tmp"}""", "ls")]
    [InlineData("""{"sql":"select 1"}""", """{"sql":"select 1"}""")]
    [InlineData("\"text\"", "text")]
    public void The_statement_of_a_call_is_what_runs(string input, string statement) => Assert.Equal(statement, ToolText.Of(input));

    [Fact]
    public void A_member_nobody_knows_is_judged_besides_the_command() =>
        Assert.Equal("ls\n{\"command\":\"ls\",\"script\":\"evil\"}", ToolText.Of("""{"command":"ls","script":"evil"}"""));

    [Theory]
    [InlineData(10, 100)]
    [InlineData(1000, 4000)]
    [InlineData(1001, 1000)]
    [InlineData(9999, 1000)]
    public void Windows_hold_every_place_with_its_surroundings(int length, int size)
    {
        var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i % 26))));
        var windows = TextWindows.Of(text, size)!;
        Assert.All(windows, w => Assert.True(w.Length <= size + 1));
        for (var at = 0; at + 100 < length; at++)
            Assert.Contains(windows, w => w.Contains(text.Substring(at, 100), StringComparison.Ordinal));
    }

    [Fact]
    public void No_window_cuts_a_character_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 2000));
        foreach (var size in (int[])[1000, 1001, 1003]) Assert.All(TextWindows.Of(text, size)!, w => Assert.Equal(w, WellFormed.Of(w)));
    }

    [Fact]
    public void A_text_of_too_many_windows_is_not_cut_but_refused() => Assert.Null(TextWindows.Of(new string('x', 1000 * TextWindows.Most), 1000));

    [Fact]
    public void Half_a_character_becomes_one_that_can_be_sent()
    {
        Assert.Equal("a\uFFFDb", WellFormed.Of("a\ud83db"));
        Assert.Equal("😀", WellFormed.Of("😀"));
        Assert.Equal("", WellFormed.Cut("😀", 1));
    }

    [Theory]
    // What Python prints: json.dumps(json.loads(…), sort_keys=True, separators=(",", ":"))
    [InlineData("""{"b":1,"a":[true,null,1.50]}""", """{"a":[true,null,1.50],"b":1}""")]
    [InlineData("\"r\u00e9ad \u007f\\/\\u0001\"", "\"r\\u00e9ad \\u007f/\\u0001\"")]
    [InlineData("\"😀\"", "\"\\ud83d\\ude00\"")]
    [InlineData("{\"\uffff\":1,\"😀\":2}", "{\"\\uffff\":1,\"\\ud83d\\ude00\":2}")] // by code point, not by UTF-16 unit
    public void Pythons_form_of_JSON_is_met_byte_for_byte(string json, string form)
    {
        using var value = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(form, Encoding.ASCII.GetString(PythonJson.Of(value.RootElement)));
    }
}
