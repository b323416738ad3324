using System.Text;
using System.Text.Json;
using Sallyport.Detection;
using Sallyport.Detection.Patterns;
using Sallyport.Detection.Secrets;

namespace Sallyport.Tests.Detection;

public class RedactionPropertyTests
{
    private static readonly string[] s_filler =
        ["hello world ", "😀", "e\u0301", "\ud83d", "\udc00", "中文", "\u202e", "\n", "\t", " = ", ": ", "\"", "'", "\\n", "[redacted:x]", "password", "token=", "https://", "@", "-----BEGIN ", "--", "{\"a\":1}", ", ", "0x1f", "\0", "key: "];

    private static readonly string[] s_secrets =
        [.. Families.All.SelectMany(f => f.Rules()).Where(r => r.Kind is FindingKind.Secret or FindingKind.Pii).SelectMany(r => r.Cases().True)];

    private static string Mixed(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 12); i > 0; i--)
            text.Append(random.Next(3) == 0 ? s_secrets[random.Next(s_secrets.Length)] : s_filler[random.Next(s_filler.Length)]);
        return text.ToString();
    }

    [Fact]
    public void Cleaning_leaves_no_finding_and_is_idempotent()
    {
        var random = new Random(7);
        for (var round = 0; round < 3_000; round++)
        {
            var text = Mixed(random);
            var clean = Redactor.Clean(text, Surface.ToolOutput);
            Assert.DoesNotContain(Scanner.Scan(clean, Surface.ToolOutput), f => f.Kind is FindingKind.Secret or FindingKind.Pii);
            Assert.Equal(clean, Redactor.Clean(clean, Surface.ToolOutput));
        }
    }

    [Fact]
    public void One_pass_changes_nothing_but_the_findings()
    {
        var random = new Random(8);
        for (var round = 0; round < 3_000; round++)
        {
            var text = Mixed(random);
            var findings = Scanner.Scan(text, Surface.ToolOutput).Where(f => f.Kind is FindingKind.Secret or FindingKind.Pii).ToArray();
            var redacted = Redactor.Redact(text, findings);
            var at = 0;
            var from = 0;
            foreach (var finding in findings)
            {
                Assert.InRange(finding.Start, from, text.Length);
                var plain = text[from..finding.Start];
                Assert.Equal(plain, redacted.Substring(at, plain.Length));
                at += plain.Length;
                Assert.StartsWith(Redactor.Mark(finding.Rule), redacted[at..], StringComparison.Ordinal);
                at += Redactor.Mark(finding.Rule).Length;
                from = finding.End;
            }
            Assert.Equal(text[from..], redacted[at..]);
        }
    }

    [Theory]
    [InlineData("😀😀 ")]
    [InlineData("e\u0301\u0301 ")]
    [InlineData("\ud83d ")]
    [InlineData("日本語")]
    [InlineData("\\n")]
    [InlineData("\u001b[31m")]
    public void Offsets_count_utf16_units(string before)
    {
        var token = "dop_v1_" + string.Concat(Enumerable.Repeat("9f8e7d6c5b4a3928", 4));
        var finding = Assert.Single(Scanner.Scan(before + token + " 😀", Surface.ToolOutput), f => f.Kind == FindingKind.Secret);
        Assert.Equal((before.Length, before.Length + token.Length), (finding.Start, finding.End));
    }

    [Fact]
    public void Every_true_case_is_gone_from_a_masked_text()
    {
        foreach (var rule in Families.All.SelectMany(f => f.Rules()).Where(r => r.Kind == FindingKind.Secret))
            foreach (var text in rule.Cases().True)
            {
                var found = Scanner.Scan(text, Surface.ToolOutput).First(f => f.Rule == rule.Id);
                Assert.DoesNotContain(text[found.Start..found.End], Masker.Mask(text), StringComparison.Ordinal);
            }
    }

    [Fact]
    public void Text_past_the_bound_is_withheld()
    {
        var options = new ScanOptions { MaxChars = 100 };
        var text = new string('a', 90) + " and more than may be looked at";
        Assert.True(Scanner.Inspect(text, Surface.ToolOutput, options).Truncated);
        var clean = Redactor.Clean(text, Surface.ToolOutput, options);
        Assert.Equal(text[..100] + Redactor.Withheld, clean);
    }

    [Fact]
    public void So_is_text_past_the_most_findings()
    {
        var line = "password=\"tr0ub4dor\"\n";
        var result = Scanner.Inspect(string.Concat(Enumerable.Repeat(line, 50)), Surface.ToolOutput, new ScanOptions { MaxFindings = 10 });
        Assert.True(result.Truncated);
        Assert.Equal(10, result.Findings.Count);
        Assert.InRange(result.ScannedTo, 9 * line.Length, 10 * line.Length);
    }

    [Fact]
    public void Structured_results_stay_structured()
    {
        const string json = """{"user":{"password":"tr0ub4dor","n":1.50,"ok":true,"list":[null,"plain €"]},"text":"export DB_PASSWORD=q7Zk2Vw9","authorization":"Bearer q7Zk2Vw9hT4sXb1Y"}""";
        var clean = JsonRedactor.Redact(json, Surface.ToolOutput);
        Assert.Equal("""{"user":{"password":"[redacted:field]","n":1.50,"ok":true,"list":[null,"plain €"]},"text":"export DB_PASSWORD=[redacted:password-assignment]","authorization":"[redacted:field]"}""", clean);
        using var parsed = JsonDocument.Parse(clean);
        Assert.Equal(clean, JsonRedactor.Redact(clean, Surface.ToolOutput));
    }

    [Theory]
    [InlineData("{\"a\": \"\\ud800 password=\\\"tr0ub4dor\\\"\"}")]
    [InlineData("not json: password=\"tr0ub4dor\"")]
    public void What_is_not_json_is_redacted_as_text(string text) =>
        Assert.DoesNotContain("tr0ub4dor", JsonRedactor.Redact(text, Surface.ToolOutput), StringComparison.Ordinal);

    [Fact]
    public void Deep_json_does_not_escape()
    {
        var deep = new string('[', 5_000) + "\"password=tr0ub4dor\"" + new string(']', 5_000);
        Assert.DoesNotContain("tr0ub4dor", JsonRedactor.Redact(deep, Surface.ToolOutput), StringComparison.Ordinal);
    }

    [Fact]
    public void People_add_rules_and_allow_values()
    {
        var options = new ScanOptions { Rules = [new UserRule("acme-ticket", LinearPattern.Compile(@"\bACME-\d{4}\b"))] };
        Assert.Equal("see [redacted:acme-ticket]", Redactor.Clean("see ACME-1234", Surface.ToolOutput, options));

        var allowed = options with { Allowed = [new Allowance(ValueSha256: Allowance.HashOf("ACME-1234"))] };
        Assert.Equal("see ACME-1234 [redacted:acme-ticket]", Redactor.Clean("see ACME-1234 ACME-9999", Surface.ToolOutput, allowed));

        var path = options with { Allowed = [new Allowance(Rule: "acme-ticket", Path: LinearPattern.Compile("^docs/"))], Path = "docs/x.md" };
        Assert.Empty(Scanner.Scan("ACME-1234", Surface.ToolOutput, path));
        Assert.Single(Scanner.Scan("ACME-1234", Surface.ToolOutput, path with { Path = "src/x.md" }));
        Assert.Single(Scanner.Scan("ACME-1234", Surface.ToolOutput, options with { Allowed = [new Allowance()] }));
    }

    [Fact]
    public void A_rule_that_reads_the_text_again_and_again_is_stopped_and_says_so()
    {
        var options = new ScanOptions { Kinds = FindingKinds.Secret, Rules = [new UserRule("greedy", LinearPattern.Compile("(?s)a(?:.*z)?"))] };
        var result = Scanner.Inspect(new string('a', 20_000), Surface.ToolOutput, options);
        Assert.True(result.Truncated);
    }

    [Theory]
    [InlineData("password=")]
    [InlineData("eyJ-")]
    [InlineData("eyJ.ey")]
    [InlineData("://a:b")]
    [InlineData("curl -u ")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("sk-")]
    [InlineData("\"token\": \"")]
    [InlineData("Private-Lines: 1\n")]
    [InlineData("bearer aaaa")]
    [InlineData("M7Zk2Vw9hT4sXb1Ym8Rn3Jd6.")]
    [InlineData("=")]
    [InlineData("\\")]
    [InlineData("password is ")]
    [InlineData("4111 1111 ")]
    [InlineData("1.2.3.")]
    [InlineData("a@b.")]
    [InlineData("curl -u a ")]
    [InlineData("4111 1111 1111 1111 ")]
    [InlineData("8186 8188 4111 1111 1111 1111 817F 8")]
    [InlineData("password\t")]
    [InlineData("password\tx1y2\n")]
    [InlineData("password,x1y2z3w4\n")]
    [InlineData("\"password\",")]
    [InlineData("| password ")]
    [InlineData("| password | token |\n")]
    public void Hostile_repetition_costs_in_proportion(string part)
    {
        var (small, large) = (Work(part, 50_000), Work(part, 400_000));
        Assert.True(large <= small * 9 + 40_000, $"{small} steps became {large} for eight times the text");
        Assert.True(large <= 400_000 * 5_000L, $"{large} steps");
    }

    private static long Work(string part, int length)
    {
        Scanner.Inspect(string.Concat(Enumerable.Repeat(part, length / part.Length)), Surface.ToolOutput, null, out var work);
        return work;
    }

    [Fact]
    public void The_marks_that_tokens_start_with_are_those_of_their_shapes()
    {
        var marks = TokenFormats.All.SelectMany(f => f.Shapes).Select(s => s[..(s.IndexOf('<') is var run and >= 0 and < 4 ? run : 4)].PadRight(4, '*')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(marks, Tokens.Marks.Split(' ').Order(StringComparer.Ordinal));
    }
}
