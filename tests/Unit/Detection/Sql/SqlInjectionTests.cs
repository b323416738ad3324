using Sallyport.Detection;

namespace Sallyport.Tests.Detection.Sql;

public class SqlInjectionTests
{
    private static IReadOnlyList<Finding> Scan(string text, Surface surface = Surface.ToolInput) =>
        Scanner.Scan(text, surface, new ScanOptions { Kinds = FindingKinds.Sqli });

    [Theory]
    [InlineData("psql -c \"SELECT * FROM users WHERE name = '' OR '1'='1'\"")]
    [InlineData("curl 'https://a.net/?id=1%20' -d \"id=1' OR 1=1--\"")]
    [InlineData("{\"query\":\"SELECT 1 FROM t WHERE a='x' UNION SELECT password FROM users-- \"}")]
    public void An_attack_is_found_where_it_runs(string text) => Assert.NotEmpty(Scan(text));

    [Theory]
    [InlineData("*** Begin Patch\n*** Add File: t.py\n+ATTACK = \"' OR 1=1 --\"\n*** End Patch")]
    [InlineData("rg \"' OR 1=1\" tests")]
    [InlineData("DROP TABLE users;")]
    [InlineData("DELETE FROM sessions;")]
    [InlineData("mysql -e \"SELECT table_name FROM information_schema.tables\"")]
    [InlineData("python -c 'import time; time.sleep(5)'")]
    [InlineData("awk 'BEGIN { sleep(5) }' # update docs")]
    [InlineData("git show 0xdeadbeef1 -- select.py")]
    [InlineData("it's fine -- isn't it?")]
    public void Ordinary_text_and_sql_are_none(string text) => Assert.Empty(Scan(text));

    [Theory]
    [InlineData(Surface.ToolOutput)]
    [InlineData(Surface.Prompt)]
    [InlineData(Surface.Response)]
    public void What_does_not_run_is_not_judged(Surface surface) => Assert.Empty(Scan("SELECT * FROM users WHERE a = '' OR 1=1 --", surface));

    [Fact]
    public void Any_text_is_scanned_without_failing()
    {
        string[] parts = ["'", "or ", "1=1", "--", "/*", "*/", "union ", "select ", "null,", "sleep(5)", ";", "drop ", "(", ")", "0x6161616161", "where ", "#", "\n", "é", "char(1,2,3)", "extractvalue(", "into outfile 'x'"];
        var random = new Random(5);
        for (var round = 0; round < 3_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 50)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var f in Scan(text)) Assert.True(f.Start >= 0 && f.Start < f.End && f.End <= text.Length, text);
        }
    }
}
