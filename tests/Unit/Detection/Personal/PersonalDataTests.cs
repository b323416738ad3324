using Sallyport.Detection;

namespace Sallyport.Tests.Detection.Personal;

public class PersonalDataTests
{
    private static readonly ScanOptions Personal = new() { Kinds = FindingKinds.Pii };

    private static IReadOnlyList<Finding> Scan(string text) => Scanner.Scan(text, Surface.ToolOutput, Personal);

    [Theory]
    [InlineData("pay with 4111 1111 1111 1111, thanks", "4111 1111 1111 1111", "credit-card")]
    [InlineData("{\"pan\":\"4111111111111111\"}", "4111111111111111", "credit-card")]
    [InlineData("a\\n4111111111111111\\nb", "4111111111111111", "credit-card")]
    [InlineData("😀 iban GB29 NWBK 6016 1331 9268 19.", "GB29 NWBK 6016 1331 9268 19", "iban")]
    [InlineData("e-mail=jane.doe@fleckens.hu;", "jane.doe@fleckens.hu", "email-address")]
    [InlineData("call (415) 555-2671 x12 now", "(415) 555-2671 x12", "phone-number")]
    [InlineData("NI AB 12 34 56 C", "AB 12 34 56 C", "uk-nino")]
    [InlineData("born on 12 March 1985 in", "12 March 1985", "date-of-birth")]
    [InlineData("born on March 12, 1985.", "March 12, 1985", "date-of-birth")]
    [InlineData("from 85.214.132.117:51234", "85.214.132.117", "ipv4-address")]
    public void The_place_is_exact(string text, string value, string rule)
    {
        var finding = Assert.Single(Scan(text));
        Assert.Equal(rule, finding.Rule);
        Assert.Equal(value, text[finding.Start..finding.End]);
    }

    [Theory]
    [InlineData("4111111111111111", DataClass.Pci | DataClass.Payment | DataClass.Pii)]
    [InlineData("DE89370400440532013000", DataClass.Payment | DataClass.Pii)]
    [InlineData("MRN: 00482917", DataClass.Phi | DataClass.Pii)]
    [InlineData("diagnosis: E11.9", DataClass.Phi)]
    [InlineData("ssn 536-90-4399", DataClass.Pii)]
    public void Findings_carry_their_classes(string text, DataClass classes) => Assert.Equal(classes, Assert.Single(Scan(text)).Classes);

    [Theory]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("4111.1111.1111.1111")]
    [InlineData("4111\u00a01111\u00a01111\u00a01111")]
    public void Cards_are_read_through_separators(string card) => Assert.Equal("credit-card", Assert.Single(Scan(card)).Rule);

    [Fact]
    public void Two_numbers_in_a_row_are_two_findings()
    {
        var found = Scan("4111111111111111 5555555555554444");
        Assert.Equal(2, found.Count);
        Assert.All(found, f => Assert.Equal(16, f.End - f.Start));
    }

    [Fact]
    public void A_label_belongs_to_the_number_it_stands_before() =>
        Assert.DoesNotContain(Scan("ssn 536-90-4399, ticket 536904398"), f => f.Start > 16);

    [Theory]
    [InlineData("4111111111111111 ", 20_000)]
    [InlineData("1-", 100_000)]
    [InlineData("12 34 56 ", 30_000)]
    [InlineData("a:b:c:", 50_000)]
    [InlineData("x@", 100_000)]
    [InlineData("phone ", 50_000)]
    [InlineData("1.2.3.4.", 40_000)]
    [InlineData("((((+1", 50_000)]
    [InlineData("A1", 200_000)]
    [InlineData("ssn 123 ", 50_000)]
    public void Hostile_repetition_stays_linear(string part, int times)
    {
        var (small, large) = (Work(string.Concat(Enumerable.Repeat(part, times / 8))), Work(string.Concat(Enumerable.Repeat(part, times))));
        Assert.True(large <= small * 9 + 40_000, $"{small} steps grew to {large}");
    }

    private static long Work(string text)
    {
        Scanner.Inspect(text, Surface.ToolOutput, null, out var work);
        return work;
    }

    [Fact]
    public void Any_text_is_scanned_without_failing()
    {
        const string Alphabet = "0123456789 -./:@+()xABZaz\n\\n#,\"'=\u00a0é卡\ud83d\ude00\ud83d";
        var random = new Random(20_260);
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Create(random.Next(1, 80), random, static (span, r) =>
            {
                foreach (ref var c in span) c = Alphabet[r.Next(Alphabet.Length)];
            });
            foreach (var f in Scan(text)) Assert.True(f.Start >= 0 && f.Start < f.End && f.End <= text.Length, text);
        }
    }

    [Fact]
    public void Every_case_survives_cutting_and_noise()
    {
        var random = new Random(7);
        foreach (var text in Families.All.SelectMany(f => f.Rules()).Where(r => r.Kind == FindingKind.Pii).SelectMany(r => r.Cases().True))
        {
            for (var cut = 0; cut <= text.Length; cut++) Scan(text[..cut]);
            for (var cut = 0; cut <= text.Length; cut++) Scan(text[cut..]);
            for (var round = 0; round < 20; round++)
            {
                var at = random.Next(text.Length);
                Scan(text[..at] + "0Aé- .@"[random.Next(7)] + text[(at + 1)..]);
            }
        }
    }
}
