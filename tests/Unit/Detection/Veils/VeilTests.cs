using System.Text;
using Sallyport.Detection;

namespace Sallyport.Tests.Detection.Veils;

public class VeilTests
{
    private static readonly string s_key = "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a";
    private static readonly string s_aws = "AKIA" + "Z7Q2M5KX4TNB6RWD";

    private static string Each(Func<char, string> how, int every = 4) => string.Concat(s_key.Select((c, i) => i % every == 0 ? how(c) : c.ToString()));

    public static TheoryData<string, string> Disguised => new()
    {
        { "colours of a search", $"a.py:aws = \"{s_aws[..4]}\x1b[01;31m\x1b[K{s_aws[4..9]}\x1b[m\x1b[K{s_aws[9..]}\"" },
        { "colours over the front", $"\x1b[35m\x1b[Kf\x1b[m\x1b[K: key \x1b[01;31m\x1b[K{s_key[..10]}\x1b[m\x1b[K{s_key[10..]}" },
        { "a line that goes on", $"export T={s_key[..20]}\\\n{s_key[20..]}" },
        { "percent", "t=" + Each(c => $"%{(int)c:X2}", 3) },
        { "all percent", "t=" + Each(c => $"%{(int)c:x2}", 1) },
        { "escapes of JSON", Each(c => $"\\u{(int)c:x4}") },
        { "escapes of a source", Each(c => $"\\x{(int)c:x2}") },
        { "entities", Each(c => $"&#{(int)c};") },
        { "entities in hexadecimal", Each(c => $"&#x{(int)c:x};") },
        { "zero width", s_key.Insert(8, "\u200b").Insert(20, "\ufeff") },
        { "soft hyphen", s_key.Insert(30, "\u00ad") },
        { "two bytes a character", string.Join('\0', s_key.ToCharArray()) },
        { "mail", $"token: {s_key[..25]}=\r\n{s_key[25..]}" },
        { "escapes of mail", $"pwd=3D x ghp=5F{s_key[4..]}" },
        { "base 64", Convert.ToBase64String(Encoding.UTF8.GetBytes($"the token is {s_key}\n")) },
        { "base 64 in lines", Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('x', 50) + $" the token is {s_key}\n"), Base64FormattingOptions.InsertLineBreaks) },
        { "hexadecimal", Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"token={s_key}")) },
    };

    [Theory]
    [MemberData(nameof(Disguised))]
    public void A_key_in_disguise_goes_and_the_rest_stays(string how, string text)
    {
        _ = how;
        const string Before = "😀 The report follows: ", After = " — and that is all. Ünïcode 42%.";
        var safe = Redactor.Clean(Before + text + After, Surface.ToolOutput);
        Assert.StartsWith(Before, safe);
        Assert.EndsWith(After, safe);
        Assert.Contains("[redacted:", safe);
        Assert.DoesNotContain(s_key[^6..], safe);
        Assert.DoesNotContain(text, safe);
        Assert.Equal(safe, Redactor.Clean(safe, Surface.ToolOutput));
        Assert.DoesNotContain(text, Masker.Mask(Before + text + After));
    }

    [Theory]
    [InlineData("\x1b[32mPASS\x1b[0m tests/\x1b[1munit\x1b[22m.test.js 100%")]
    [InlineData("https://example.org/a%20b%2Fc?q=x%3Dy")]
    [InlineData("echo one \\\n  two \\\n  three")]
    [InlineData("caf\\u00e9 \\u0041\\u0042 &#65;&#66; a\u200bb")]
    [InlineData("VGhlIHF1aWNrIGJyb3duIGZveCBqdW1wcyBvdmVyIHRoZSBsYXp5IGRvZy4gVGhlIGVuZC4=")]
    [InlineData("54686520717569636b2062726f776e20666f78206a756d7073206f76657220746865206c617a7920646f67")]
    public void What_hides_nothing_is_left_alone(string text) => Assert.Equal(text, Redactor.Clean(text, Surface.ToolOutput));

    [Theory]
    [InlineData("\x1b[1ma")]
    [InlineData("a%41")]
    [InlineData("a\\u0041")]
    [InlineData("a\\\n")]
    [InlineData("&#65;a")]
    [InlineData("a\0")]
    [InlineData("QUJD")]
    [InlineData("=41=3D\n")]
    public void A_text_of_nothing_but_veils_costs_what_its_length_is(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000 / piece.Length));
        Scanner.Inspect(text, Surface.ToolOutput, null, out var once);
        Scanner.Inspect(text + text, Surface.ToolOutput, null, out var twice);
        Assert.InRange(twice, 0, once * 5 / 2 + 100_000);
    }
}
