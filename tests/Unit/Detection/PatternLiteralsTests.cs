using Sallyport.Detection.Patterns;

namespace Sallyport.Tests.Detection;

public class PatternLiteralsTests
{
    [Theory]
    [InlineData("prod-[0-9]+", "PROD-")]
    [InlineData("^prod$", "PROD")]
    [InlineData("(?i)Prod", "PROD")]
    [InlineData("a{3}bc", "AAABC")]
    [InlineData("(abc)+x", "ABC")]
    [InlineData("abcd?e", "ABC")]
    [InlineData("abc(def|xyz)", "ABC")]
    [InlineData("(def|xyz)[0-9]+", "DEF,XYZ")]
    [InlineData("def|xyz.*", "DEF,XYZ")]
    [InlineData("[aA][bB][cC]", "ABC")]
    [InlineData(@"\$HOME/\.ssh", "$HOME/.SSH")]
    [InlineData("def|xy", "")]
    [InlineData("a|b|c|d|e", "")]
    [InlineData("(abc)?", "")]
    [InlineData("(abc)*x", "")]
    [InlineData("[abc]de", "")]
    [InlineData(@"\d{16}", "")]
    [InlineData("ab.cd", "")]
    public void Names_what_must_occur(string pattern, string literals) =>
        Assert.Equal(literals, string.Join(',', PatternLiterals.Of(PatternParser.Parse(pattern, ignoreCase: true).Root)));

    // Whatever the pattern: where it matches, one of its literals is there.
    [Fact]
    public void A_text_that_matches_holds_one_of_them()
    {
        var random = new Random(11);
        var matched = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var pattern = Make(random, 3);
            if (!LinearPattern.TryCompile(pattern, ignoreCase: true, out var compiled, out _)) continue;
            var literals = PatternLiterals.Of(PatternParser.Parse(pattern, ignoreCase: true).Root);
            if (literals.Count == 0) continue;
            for (var t = 0; t < 100; t++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => "abcABCk\u212A"[random.Next(8)]));
                if (!compiled.IsMatch(text)) continue;
                matched++;
                Assert.True(literals.Any(literal => text.Contains(literal, StringComparison.OrdinalIgnoreCase)), $"{pattern} matches {text}, which holds none of {string.Join(',', literals)}");
            }
        }
        Assert.True(matched > 500, matched.ToString());
    }

    private static string Make(Random random, int depth)
    {
        var text = "";
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text += random.Next(depth > 0 ? 10 : 7) switch
            {
                0 => "a", 1 => "b", 2 => "c", 3 => "[ab]", 4 => ".", 5 => "k", 6 => "[aA]",
                7 => $"({Make(random, depth - 1)}|{Make(random, depth - 1)})",
                8 => $"({Make(random, depth - 1)})",
                _ => $"(?:{Make(random, depth - 1)})",
            };
            text += random.Next(8) switch { 0 => "*", 1 => "+", 2 => "?", 3 => "{2}", 4 => "{1,3}", _ => "" };
        }
        return text;
    }
}
