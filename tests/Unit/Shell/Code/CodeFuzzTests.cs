using System.Text;
using Sallyport.Shell;
using Sallyport.Shell.Code;

namespace Sallyport.Tests.Shell.Code;

/// <summary>No input may crash a reader, hang it, or get by it by being large.</summary>
public class CodeFuzzTests
{
    private static readonly CodeLanguage[] Languages =
    [
        CodeLanguage.Python, CodeLanguage.JavaScript, CodeLanguage.Perl, CodeLanguage.Ruby, CodeLanguage.PowerShell, CodeLanguage.Cmd,
        CodeLanguage.Sql, CodeLanguage.Awk, CodeLanguage.Sed, CodeLanguage.Php, CodeLanguage.Lua, CodeLanguage.Make,
    ];

    private static readonly string[] Pieces =
    [
        "import os", "os.system", "(", ")", "[", "]", "{", "}", "'", "\"", "`", "$x", "@x", "%x", "${", "#{", "\\", "\n", "  ", ";", ",", ".", "->", "=>", "::", "=", "+=",
        "if ", "else", "for ", " in ", "while ", "def f", "function f", "class A", "sub f", "end", "do ", "return ", "lambda x:", "<<E\n", "E\n", "q(", "qw/", "s/a/b/e", "/re/",
        "eval", "exec", "require", "fs.rmSync", "unlink ", "Remove-Item ", "-Recurse", "| ", "&& ", "iex ", "DELETE FROM ", "DROP TABLE ", "WHERE ", "--", "/*", "*/", "$$", "%x%", "^", "!x!",
        "f'{", "\"\"\"", "@'\n", "\n'@", "[char]", "0x41", "1e9", "1", "a", "\uE000", "\uE001", "\0", "é", "😀", "print ", "open(", "x = x + x\n", "*", "**", "//", "?", ":", "new ", "async ", "await ",
    ];

    [Fact]
    public void Token_soup_is_survived()
    {
        var random = new Random(20260);
        for (var round = 0; round < 400; round++)
        {
            var soup = new StringBuilder();
            for (var length = random.Next(1, 60); length > 0; length--) soup.Append(Pieces[random.Next(Pieces.Length)]);
            foreach (var language in Languages) Assert.NotNull(CodeProbe.Read(language, soup.ToString()));
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("f(")]
    [InlineData("a.")]
    [InlineData("a+")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("`")]
    [InlineData("${")]
    [InlineData("`${")]
    [InlineData("f'{")]
    [InlineData("#{")]
    [InlineData("if (1) ")]
    [InlineData("if x:\n ")]
    [InlineData("else if ")]
    [InlineData("x=[x]+x;")]
    [InlineData("a=>")]
    [InlineData("lambda:")]
    [InlineData("new ")]
    [InlineData("@(")]
    [InlineData("$(")]
    [InlineData("& ")]
    [InlineData("| ")]
    [InlineData("for(")]
    [InlineData("begin ")]
    [InlineData("do ")]
    [InlineData("<<A\n")]
    [InlineData("%a%")]
    [InlineData("eval 'eval '")]
    [InlineData("{|x|")]
    [InlineData("?a:")]
    [InlineData("\\")]
    public void Repetition_is_survived(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000));
        foreach (var language in Languages) Assert.NotNull(CodeProbe.Read(language, text));
    }

    [Theory]
    [InlineData(CodeLanguage.Ruby, "'a' ")]
    [InlineData(CodeLanguage.Ruby, ":a")]
    [InlineData(CodeLanguage.Ruby, "lambda:")]
    [InlineData(CodeLanguage.Python, "'a' ")]
    public void Texts_side_by_side_cost_in_proportion(CodeLanguage language, string piece)
    {
        Read(100);
        var (once, twice) = (Read(4_000), Read(8_000));
        Assert.True(twice < 3 * once, $"{once} bytes for 4,000 and {twice} for 8,000");

        long Read(int times)
        {
            var text = "x = " + string.Concat(Enumerable.Repeat(piece, times));
            var before = GC.GetAllocatedBytesForCurrentThread();
            CodeProbe.Read(language, text);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void What_is_too_large_is_not_passed()
    {
        var text = string.Concat(Enumerable.Repeat("x = 1\n", 200_000));
        Assert.True(CodeProbe.Read(CodeLanguage.Python, text).BudgetExhausted);
        Assert.True(CodeProbe.Read(CodeLanguage.JavaScript, new string('(', 5_000) + "f()").BudgetExhausted);
    }

    [Fact]
    public void A_program_that_calls_itself_without_end_is_read_to_the_end() =>
        CodeProbe.Does(CodeLanguage.Python, "import os\ndef a(x):\n    b(x)\n    b(x)\ndef b(x):\n    a(x)\n    a(x)\na('y')\nos.remove('/etc/hosts')", "Delete /etc/hosts");
}
