using Sallyport.Detection;

namespace Sallyport.Tests.Detection;

public class KubernetesSecretTests
{
    private const string Value = "c2VhLWJyZWV6ZQ==";

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    public void Every_one_of_many_is_found_however_they_follow_each_other(string mark)
    {
        foreach (var apart in (int[])[0, 100, 9_000, 17_000, 40_000])
        {
            var between = string.Concat(Enumerable.Repeat($"{mark}# {new string('x', 50)}\n", apart / 50));
            var text = string.Concat(Enumerable.Repeat($"{mark}kind: Secret\n{mark}metadata:\n{mark}  name: db\n{between}{mark}data:\n{mark}  extra: {Value}\n{mark}---\n", 6));
            var found = Scanner.Scan(text, Surface.ToolInput).Count(f => f.Rule == "kubernetes-secret" && text[f.Start..f.End] == Value);
            Assert.Equal(apart > 16_000 ? 0 : 6, found);
        }
    }

    [Fact]
    public void One_that_begins_late_in_the_reach_of_another_is_read_to_its_end()
    {
        var filler = string.Concat(Enumerable.Repeat("note: word\n", 1_300));
        var text = $"kind: Secret\n{filler}kind: Secret\nmetadata:\n{string.Concat(Enumerable.Repeat("  label: word\n", 250))}data:\n  extra: {Value}\n";
        Assert.Contains(Scanner.Scan(text, Surface.ToolOutput), f => f.Rule == "kubernetes-secret");
    }
}
