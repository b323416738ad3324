using Sallyport.Policy.Content;

namespace Sallyport.Tests.Policy.Content;

public class PatchPlaceTests
{
    private const string Patch = """
        *** Begin Patch
        *** Add File: new.py
        +one
        +two
        *** Update File: old.py
        @@ def run():
         same
        -gone
        +three
        *** Update File: numbered.py
        @@ -10,3 +20,4 @@ def go():
         same
        -gone
        +four
         same
        +five
        *** End Patch
        """;

    [Theory]
    [InlineData(3, "new.py, line 2")]
    [InlineData(8, "old.py, line 9 of the patch")]
    [InlineData(13, "numbered.py, line 21")]
    [InlineData(15, "numbered.py, line 23")]
    [InlineData(0, "line 1 of the patch")]
    [InlineData(99, "numbered.py, line 100 of the patch")]
    public void A_line_is_told_where_people_find_it(int line, string told) => Assert.Equal(told, PatchPlace.Of(Patch, line).ToString());

    [Fact]
    public void A_unified_patch_is_read_too() =>
        Assert.Equal("src/a.c, line 7", PatchPlace.Of("--- a/src/a.c\n+++ b/src/a.c\n@@ -5,2 +6,3 @@\n int a;\n+int b;\n", 4).ToString());

    [Fact]
    public void A_number_nobody_can_read_is_no_place() =>
        Assert.Equal("a, line 3 of the patch", PatchPlace.Of("*** Update File: a\n@@ -1,1 +x,1 @@\n+b\n", 2).ToString());

    [Fact]
    public void Added_lines_keep_their_places()
    {
        var texts = InputText.AddedBy(Patch);
        Assert.Equal(["new.py", "old.py", "numbered.py"], texts.Select(t => t.Path));
        Assert.Equal([13, 15], texts[2].Lines);
    }

    [Theory]
    [InlineData("*** Begin Patch\n*** Add File: a.txt\n+++ added\n+two\n*** End Patch", "a.txt")]
    [InlineData("--- a.txt\n+++ a.txt\n@@ -1,1 +1,2 @@\n+++ added\n", "added")]
    public void A_line_that_looks_like_a_header_is_looked_at(string patch, string file)
    {
        var texts = InputText.AddedBy(patch);
        Assert.Contains("++ added\n", string.Concat(texts.Select(t => t.Text)), StringComparison.Ordinal);
        Assert.Equal(file, texts[^1].Path);
    }
}
