using System.Text;
using System.Text.RegularExpressions;
using Sallyport.Detection.Patterns;

namespace Sallyport.Tests.Detection;

public class LinearPatternTests
{
    [Theory]
    [InlineData("abc", "xxabcxx", "abc")]
    [InlineData("a|ab", "ab", "a")]
    [InlineData("(?:ab|a)b?", "abb", "abb")]
    [InlineData("a+?", "aaa", "a")]
    [InlineData("a{2,3}", "aaaa", "aaa")]
    [InlineData("x{2}", "x xx", "xx")]
    [InlineData("[a-c]+[^a-c]", "zabcd", "abcd")]
    [InlineData(@"\bkey-\d+\b", "monkey-1 key-22", "key-22")]
    [InlineData(@"^\s*end$", "  end", "  end")]
    [InlineData("(?i)select.+from", "x SELECT a From b", "SELECT a From")]
    [InlineData("(?m)^b$", "a\nb\nc", "b")]
    [InlineData("(?s)a.b", "a\nb", "a\nb")]
    [InlineData(@"\x41\u0042[\]\-x]", "AB-", "AB-")]
    [InlineData("{x}", "a{x}", "{x}")]
    [InlineData("(a*)*b", "aab", "aab")]
    [InlineData("(?i)[à-ü]", "É", "É")]
    [InlineData("", "abc", "")]
    public void Finds_what_the_pattern_says(string pattern, string text, string expected)
    {
        Assert.True(LinearPattern.Compile(pattern).TryFind(text, 0, out var start, out var end));
        Assert.Equal(expected, text[start..end]);
    }

    [Theory]
    [InlineData("a.c", "a\nc")]
    [InlineData("^b", "ab")]
    [InlineData("b$", "ba")]
    [InlineData(@"\bcat\b", "concat")]
    [InlineData("abc", "ABC")]
    public void Finds_nothing_where_nothing_is(string pattern, string text) => Assert.False(LinearPattern.Compile(pattern).IsMatch(text));

    [Theory]
    [InlineData("a(b", 1)]
    [InlineData("ab)", 2)]
    [InlineData("[a", 0)]
    [InlineData("*a", 0)]
    [InlineData("a**", 2)]
    [InlineData("a{3,1}", 1)]
    [InlineData("a{1001}", 1)]
    [InlineData(@"(a)\1", 3)]
    [InlineData("(?=a)", 0)]
    [InlineData("(?<n>a)", 0)]
    [InlineData("[z-a]", 2)]
    [InlineData(@"\p{L}", 0)]
    [InlineData("a\\", 1)]
    public void Says_where_a_pattern_is_wrong(string pattern, int position)
    {
        Assert.False(LinearPattern.TryCompile(pattern, false, out _, out var wrong));
        Assert.Equal(position, wrong!.Position);
    }

    [Theory]
    [InlineData("(((a{100}){100}){100}){100}")]
    [InlineData("((((){1000}){1000}){1000}){1000}")]
    public void A_pattern_cannot_unfold_without_end(string pattern) => Assert.Throws<PatternException>(() => LinearPattern.Compile(pattern));

    [Fact]
    public void Nesting_is_bounded() => Assert.Throws<PatternException>(() => LinearPattern.Compile(new string('(', 4000) + new string(')', 90)));

    [Fact]
    public void The_classic_blow_up_is_linear()
    {
        var pattern = LinearPattern.Compile("^(a+)+$|(a|aa)+b|(.*a){20}c");
        Assert.False(pattern.IsMatch(new string('a', 20_000) + "!"));
    }

    [Fact]
    public void Whole_match_is_the_whole_text()
    {
        var pattern = LinearPattern.Compile("a|ab");
        Assert.True(pattern.IsWholeMatch("ab"));
        Assert.False(pattern.IsWholeMatch("abb"));
        Assert.False(pattern.IsWholeMatch("xab"));
    }

    [Fact]
    public void Agrees_with_the_platform_on_random_patterns_and_texts()
    {
        var random = new Random(20_261);
        string[] atoms = ["a", "b", "c", ".", "[ab]", "[^a]", @"\w", @"\b", "^", "$", "(?:a|bc)", "(?:ab)*", "(?:b|)"];
        string[] repeats = ["", "", "", "*", "+", "?", "{2}", "{1,2}", "+?", "*?"];
        for (var round = 0; round < 4_000; round++)
        {
            var pattern = new StringBuilder();
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var atom = atoms[random.Next(atoms.Length)];
                pattern.Append(atom);
                if (atom is not ("^" or "$" or @"\b" or "(?:b|)" or "(?:ab)*")) pattern.Append(repeats[random.Next(repeats.Length)]);
                if (random.Next(8) == 0) pattern.Append('|');
            }
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => "abc \n"[random.Next(5)])]);
            if (text.EndsWith('\n')) text += "a"; // the platform's $ also matches before a last newline
            var theirs = Regex.Match(text, pattern.ToString(), RegexOptions.ECMAScript);
            var found = LinearPattern.Compile(pattern.ToString()).TryFind(text, 0, out var start, out var end);
            Assert.True(theirs.Success == found && (!found || (theirs.Index == start && theirs.Length == end - start)),
                $"/{pattern}/ on '{text}': {theirs.Success} {theirs.Index}+{theirs.Length}, ours {found} {start}..{end}");
        }
    }
}
