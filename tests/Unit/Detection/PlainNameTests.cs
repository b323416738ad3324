using Sallyport.Detection;
using Sallyport.Detection.Secrets;

namespace Sallyport.Tests.Detection;

/// <summary>What is passed by because its word alone tells is what a full reading finds nothing at.</summary>
public class PlainNameTests
{
    private static readonly string[] s_pieces =
    [
        "password", "passWord", "byPass", "bypass", "value", "val", "Value", "default", "name", "key", "token", "pw", "id", "size", "sha512", "api_key", "a", "x9", "db.pass", "user-pass", "contraseña", "é",
        "\"", "\"", "'", "`", ":", ":", ",", ",", "(", ")", "[", "]", "=", "<", ">", "/", "\\", "{", "}", " ", " ", "\n", "?", "|", "&quot;", "&quot;:", "set(", "k3Vq9xTz71Lm", "\"k3#Vq9!xTz71\"", "tr0ub4dor&3", ": ", "\": \"",
    ];

    [Fact]
    public void A_name_that_is_passed_by_hides_nothing()
    {
        var random = new Random(91);
        var passed = 0;
        for (var round = 0; round < 40_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
            var blocks = new CharBlock[text.Length / CharBlock.Size + 1];
            CharBlock.Read(text, default, blocks);
            for (var at = 0; at < text.Length; at++)
            {
                if (text[at] is not (':' or ',')) continue;
                var context = new ScanContext(text, Surface.ToolOutput, new ScanOptions { MinConfidence = 0 }) { Blocks = blocks };
                if (!Assignments.IsPlain(context, at)) continue;
                passed++;
                Assert.True(Assignments.Recognise(ref context, at) == at && context.Found is null, $"'{text}' at {at}");
            }
        }
        Assert.True(passed > 5_000, $"{passed} names");
    }

    [Theory]
    [InlineData("size", true)]
    [InlineData("sha512", true)]
    [InlineData("password", false)]
    [InlineData("passWord", false)]
    [InlineData("value", false)]
    [InlineData("VAL", true)]
    [InlineData("api_key", false)]
    public void A_name_says_the_same_each_time(string name, bool plain)
    {
        for (var i = 0; i < 3; i++) Assert.Equal(plain, SecretNames.IsPlain(name));
    }
}
