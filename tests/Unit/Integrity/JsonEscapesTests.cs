using System.Text;
using System.Text.Json;
using Sallyport.Hooks;
using Sallyport.Integrity;
using Xunit;

namespace Sallyport.Tests.Integrity;

/// <summary>Escapes are undone sixteen bytes at a time: wherever they fall, the text and its canonical form are what one at a time gives.</summary>
public class JsonEscapesTests
{
    private static readonly string[] s_pieces =
        ["\\\"", "\\\\", "\\n", "\\t", "\\r", "\\b", "\\f", "\\/", "\\u0041", "\\u001f", "\\u000a", "\\ud83d\\ude00", "\\u00e9", "é", "日本", "😀", "a", "u", "n", "plain text ", "0123456789abcdef"];

    private static IEnumerable<string> Strings()
    {
        var random = new Random(3);
        for (var i = 0; i < 4_000; i++)
        {
            var text = new StringBuilder(new string('x', random.Next(18)));
            var kinds = random.Next(4) == 0 ? s_pieces.Length : random.Next(1, s_pieces.Length);
            for (var pieces = random.Next(40); pieces > 0; pieces--) text.Append(s_pieces[random.Next(kinds)]);
            yield return $"\"{text}\"";
        }
    }

    [Fact]
    public void The_text_is_the_runtimes_and_the_form_is_canonical()
    {
        foreach (var json in Strings())
        {
            using var document = JsonDocument.Parse(json);
            var text = document.RootElement.GetString()!;
            Assert.Equal(text, JsonText.Of(document.RootElement));
            var written = new CanonicalWriter();
            written.String(text);
            Assert.Equal(Encoding.UTF8.GetString(written.Written), Encoding.UTF8.GetString(CanonicalJson.Canonicalize(document.RootElement)));
        }
    }

    [Fact]
    public void A_result_is_recorded_the_same_whether_copied_or_not()
    {
        foreach (var json in Strings().Take(300).Append("\"card 4111 1111 1111 1111\\n\""))
        {
            using var document = JsonDocument.Parse(json);
            var copied = ToolResult.Check(document.RootElement).Recorded!.Canonical();
            var whole = ToolResult.Check(document.RootElement, null, Encoding.UTF8.GetBytes(json)).Recorded!.Canonical();
            Assert.Equal(Encoding.UTF8.GetString(copied.Span), Encoding.UTF8.GetString(whole.Span));
        }
    }
}
