using System.Text;
using Sallyport.Integrity;
using Sallyport.Protocol;

namespace Sallyport.Tests.Integrity;

public class CanonicalJsonTests
{
    private static string Canonical(string json, bool strict = true) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json), strict));

    [Fact]
    public void The_sample_of_the_RFC() => Assert.Equal(
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""",
        Canonical("""
            { "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }
            """));

    [Fact]
    public void Members_stand_in_the_order_of_the_RFC() => Assert.Equal(
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
        Canonical("""{"\u20ac":5,"\r":1,"\ufb33":7,"1":2,"\ud83d\ude00":6,"\u0080":3,"\u00f6":4}"""));

    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_the_RFC_lists_them(ulong bits, string expected)
    {
        var value = BitConverter.UInt64BitsToDouble(bits);
        Assert.Equal(expected, Encoding.ASCII.GetString(CanonicalNumber.Text(value)));
        Assert.Equal(value, double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_double_reads_back_as_itself()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value)) continue;
            var text = Encoding.ASCII.GetString(CanonicalNumber.Text(value));
            Assert.Equal(value, double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(text, Canonical(text));
        }
    }

    [Theory]
    [InlineData("9007199254740993", "\"9007199254740993\"")]
    [InlineData("1e400", "\"1e400\"")]
    [InlineData("123456789012345678901234567890", "\"123456789012345678901234567890\"")]
    [InlineData("0.1", "0.1")]
    [InlineData("1.0", "1")]
    [InlineData("-0", "0")]
    [InlineData("100e-2", "1")]
    [InlineData("9007199254740992", "9007199254740992")]
    public void A_number_that_a_double_cannot_hold_is_kept_as_it_was_written(string number, string expected) => Assert.Equal(expected, Canonical(number, strict: false));

    [Fact]
    public void Strictly_such_numbers_and_half_characters_have_no_form()
    {
        Assert.Throws<FormatException>(() => Canonical("1e400"));
        Assert.Throws<FormatException>(() => Canonical("""["\ud800"]"""));
        Assert.Equal("""["\ud800x","\udc00"]""", Canonical("""["\uD800x","\uDC00"]""", strict: false));
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("[1,]")]
    [InlineData("")]
    public void What_readers_could_understand_differently_is_refused(string json) => Assert.Throws<MalformedInputException>(() => Canonical(json));

    [Fact]
    public void Writing_and_rewriting_agree()
    {
        var random = new Random(5);
        var alphabet = "ab\"\\\b\t\n\f\r\u0001\u001f\u007f/é€\ud83d\ude00\ud800\udc00\u2028".ToCharArray();
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var writer = new CanonicalWriter();
            writer.String(text);
            var written = Encoding.UTF8.GetString(writer.Written);
            Assert.Equal(written, Canonical(written, strict: false));
            Assert.Equal(text, CanonicalString.Decode(writer.Written[1..^1]));
        }
    }

    [Fact]
    public void However_a_text_is_escaped_it_is_read_as_the_same_and_written_the_same()
    {
        var random = new Random(6);
        var alphabet = "abcdefghijklmnop \"\\\b\t\n\f\r\u0001\u001f\u007f/é€\ud83d\ude00\u2028".ToCharArray();
        for (var i = 0; i < 2000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(90)).Select(_ => alphabet[random.Next(random.Next(4) == 0 ? alphabet.Length : 17)]));
            var escaped = string.Concat(text.Select(c => Escape(c, random)));
            Assert.Equal(text, CanonicalString.Decode(Encoding.UTF8.GetBytes(escaped)));
            var writer = new CanonicalWriter();
            writer.String(text);
            Assert.Equal(Encoding.UTF8.GetString(writer.Written), Canonical($"\"{escaped}\"", strict: false));
            if (text.Any(char.IsSurrogate)) continue;
            var bytes = new CanonicalWriter();
            bytes.Utf8(Encoding.UTF8.GetBytes(text));
            Assert.Equal(writer.Written, bytes.Written);
        }
    }

    private static string Escape(char c, Random random) => random.Next(4) switch
    {
        0 => $"\\u{(int)c:x4}",
        1 => $"\\u{(int)c:X4}",
        _ when char.IsSurrogate(c) => $"\\u{(int)c:x4}",
        _ => c switch
        {
            '"' or '\\' => $"\\{c}",
            '\b' => "\\b",
            '\t' => "\\t",
            '\n' => "\\n",
            '\f' => "\\f",
            '\r' => "\\r",
            '/' when random.Next(2) == 0 => "\\/",
            < ' ' => $"\\u{(int)c:x4}",
            _ => c.ToString(),
        },
    };
}
