using Sallyport.Detection;

namespace Sallyport.Tests.Detection.UnsafeCode;

public class UnsafeCodeTests
{
    private static IReadOnlyList<Finding> Scan(string text, Surface surface = Surface.ToolInput) =>
        Scanner.Scan(text, surface, new ScanOptions { Kinds = FindingKinds.Code });

    [Fact]
    public void In_a_patch_only_added_lines_count()
    {
        const string Patch = "*** Begin Patch\n*** Update File: a.py\n@@\n {0}\n-{0}\n+pass\n*** End Patch";
        Assert.Empty(Scan(string.Format(Patch, "requests.get(u, verify=False)")));
        Assert.Single(Scan("*** Begin Patch\n*** Update File: a.py\n@@\n+requests.get(u, verify=False)\n*** End Patch"));
    }

    [Fact]
    public void What_a_tool_returned_is_not_judged() => Assert.Empty(Scan("requests.get(u, verify=False)", Surface.ToolOutput));

    [Fact]
    public void The_place_is_exact()
    {
        const string Text = "x = 1\nos.system(f'ping {host}')\n";
        var finding = Assert.Single(Scan(Text));
        Assert.Equal("code-shell-injection", finding.Rule);
        Assert.Equal("system", Text[finding.Start..finding.End]);
    }

    [Fact]
    public void Any_text_is_scanned_without_failing()
    {
        string[] parts = ["verify", "=", "False", "os.system(", "f\"", "{x}", "\"", "'", "`", "${", "exec(", "eval(", "SELECT ", " FROM ", "+ x", "0.0.0.0/0", "ingress ", "chmod ", "777", "\n", "+", "-", "é", "\\", "Access-Control-Allow-Origin", ":", "*", "debug", "curl ", "-k"];
        var random = new Random(3);
        for (var round = 0; round < 4_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var f in Scan(text)) Assert.True(f.Start >= 0 && f.Start < f.End && f.End <= text.Length, text);
        }
    }
}
