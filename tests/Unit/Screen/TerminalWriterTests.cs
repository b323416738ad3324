using System.Text.Json.Nodes;
using Sallyport.Cli;

namespace Sallyport.Tests.Screen;

public class TerminalWriterTests
{
    private const string Harmful = "a\u001b]0;title\u0007b\u009b2Jc\u007fd\u202ee\u2066f\u200bg\u2028h\u0008i\U000e0041j\ud800k\rl";

    private static string Written(bool json, params string[] pieces)
    {
        using var terminal = new StringWriter();
        using (var writer = new TerminalWriter(terminal, json))
            foreach (var piece in pieces) writer.Write(piece);
        return terminal.ToString();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_terminal_would_obey_is_shown_by_its_number(bool json)
    {
        var shown = Written(json, Harmful);
        Assert.All(shown, c => Assert.InRange(c, ' ', '~'));
        foreach (var kept in "abcdefghijkl") Assert.Contains(kept, shown);
    }

    [Fact]
    public void Json_stays_the_same_json()
    {
        var value = "a\u009b2J\u202e\U000e0041\u007f é 日本 😀";
        var line = "{\"k\":\"" + value + "\"}";
        var shown = Written(json: true, line);
        Assert.DoesNotContain('\u202e', shown);
        Assert.Equal(value, (string?)JsonNode.Parse(shown)!["k"]);
    }

    [Theory]
    [InlineData("plain, é, 日本, 😀\tand\nlines\r\n")]
    [InlineData("\u001b[31mred\u001b[0m \u001b[38;5;200mpink\u001b[0m")] // this program's own colours
    [InlineData("\u001b[?25l\u001b[2K\r\u001b[1A\u001b[?25h")] // and its progress bar
    public void What_is_harmless_passes_as_it_is(string text) => Assert.Equal(text, Written(false, text));

    [Theory]
    [InlineData("\u001b]52;c;aGk=\u0007")] // the clipboard
    [InlineData("\u001b[6n")] // a question that the terminal would answer, as if typed
    [InlineData("\u001bP+q544e\u001b\\")]
    [InlineData("\u001b[99999999999999999999999999m")]
    [InlineData("\u001b")]
    public void No_other_sequence_passes(string text) => Assert.DoesNotContain('\u001b', Written(false, text));
}
