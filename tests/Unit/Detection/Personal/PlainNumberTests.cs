using Sallyport.Detection;
using Sallyport.Detection.Personal;
using Xunit;

namespace Sallyport.Tests.Detection.Personal;

/// <summary>What is passed by unread must be what every recogniser passes by, and the words on the tape those that are read anew.</summary>
public sealed class PlainNumberTests
{
    private const string Digits = "0123456789012345678901234567890123456789";
    private static readonly string[] s_pieces =
    [
        " ", " ", "-", ".", "/", ",", ", ", ":", "(", ")", "+", "=", "\"", "_", "\n", "\\n", "%", "@", "#", "\u00a0", "\u2011", "é", "x", "ext", "ext. ", "th", "ms", "kB", "v", "0x", "bc1", "AB", "C", "Main Street", " Rose Lane",
        " March 1985", "Dec", ", 1985", "born ", "dob=", "phone ", "call ", "passport ", "ssn ", "patient id ", "mrn ", "member number ", "iban ", "account ", "bank account ", "sort code ", "DE89", "GB29", "BA12", "wallet ",
        "9f8e7d6c", "1a2b", "-41a2-b3c4-d5e6-123456789abc", "4111 1111 1111 1111", "536-90-4399", "93.184.216.35", "12.03.1985", "1985-12-04", "20-00-00", "415-555-2671", "driver license ", "ip ", "host ", "version ", "order ",
    ];

    [Fact]
    public void A_word_passed_by_is_one_that_no_recogniser_takes()
    {
        var random = new Random(20_261);
        var passed = 0;
        for (var round = 0; round < 60_000; round++)
        {
            var text = Text(random);
            for (var at = 0; at < text.Length; at++)
            {
                if (!char.IsAsciiDigit(text[at])) continue;
                var start = at;
                while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]) && !(text[start - 1] == 'n' && start > 1 && text[start - 2] == '\\')) start--;
                var (digitsEnd, end) = (at, at);
                while (digitsEnd < text.Length && char.IsAsciiDigit(text[digitsEnd])) digitsEnd++;
                while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
                if (end - start >= 100) continue;
                var plain = PlainNumber.Is(text, start, at, digitsEnd, end) || start == at && PlainNumber.IsShort(text, at, Bits(text, at));
                if (PlainNumber.BeginsUuid(text, start, end)) plain |= (Labels.Ahead(text, start) & (Label.Record | Label.HealthPlan)) == 0;
                if (!plain) continue;
                passed++;
                var blocks = new CharBlock[text.Length / CharBlock.Size + 1];
                CharBlock.Read(text, default, blocks);
                var context = new ScanContext(text, Surface.ToolOutput, new ScanOptions { MinConfidence = 0 }) { Blocks = blocks };
                Assert.True(Numbers.Ask(ref context, start, at, end) == end, $"'{text}' at {at}");
                Assert.True(context.Found is null, $"'{text}' at {at}");
            }
        }
        Assert.True(passed > 30_000, $"{passed} words");
    }

    [Fact]
    public void The_tape_says_what_reading_says()
    {
        string[] pieces =
        [
            " ", " ", ",", "1", "22", "415555", "phone", "Phone", "sort", "code", " sort code ", "national", "Id", "id", "idNumber", "PhoneNumber", "SSN", "v", "V", "a", "passport", "téléphone", "né", "née", "电话", "FÜHRERSCHEIN", "É", "\u00a0", "x", "_",
            "number", "\n", "-", "healthPlan", "abcdefghijklmnopqrstuvwxyzabcdefghijk", "sPhone", "social", "security", "born", "ſ", "K",
        ];
        var random = new Random(20_262);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
            var tape = new LabelTape();
            var blocks = new CharBlock[text.Length / CharBlock.Size + 1];
            CharBlock.Read(text, default, blocks);
            for (var at = random.Next(4); at <= text.Length; at += random.Next(12) == 0 ? random.Next(100) : random.Next(8))
            {
                // What is asked for lies mostly further on, and a little before at times.
                var right = Math.Max(0, at - (random.Next(4) == 0 ? random.Next(random.Next(4) == 0 ? 40 : 6) : 0));
                Assert.True(tape.Own(text, blocks, Math.Max(0, right - Labels.Before), right) == Labels.Ahead(text, right), $"'{text}' before {right}");
            }
        }
    }

    [Fact]
    public void One_letter_alone_labels_anything()
    {
        for (var c = 'a'; c <= 'z'; c++) Assert.Equal(c == LabelWords.OneLetter, LabelWords.Of([c]) != Label.None || LabelWords.IsSecond([c]));
    }

    private static string Text(Random random)
    {
        var text = "";
        for (var pieces = random.Next(1, 8); pieces > 0; pieces--)
            text += random.Next(2) == 0 ? s_pieces[random.Next(s_pieces.Length)] : Digits.Substring(random.Next(20), random.Next(1, random.Next(4) == 0 ? 20 : 6));
        return text;
    }

    private static ulong Bits(string text, int at)
    {
        var bits = 0UL;
        for (var i = 0; i < 64 && at + i < text.Length; i++)
            if (char.IsAsciiDigit(text[at + i])) bits |= 1UL << i;
        return bits;
    }
}
