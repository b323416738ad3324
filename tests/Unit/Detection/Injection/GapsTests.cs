using Sallyport.Detection.Injection;
using Xunit;

namespace Sallyport.Tests.Detection.Injection;

/// <summary>A run that is passed by because no words can stand in it is one in which none are found.</summary>
public sealed class GapsTests
{
    [Fact]
    public void A_run_passed_by_holds_no_sentence()
    {
        string[] words = ["ignore", "previous", "instructions", "reveal", "the", "system", "prompt", "password", "tell", "1gn0re", "al1", "pr3v10us", "rule5", "9f8e7d6c5b4a", "deadbeef", "0", "1", "286", "Xq", "zz", "-", "_"];
        var random = new Random(20_264);
        var (passed, held) = (0, 0);
        for (var round = 0; round < 20_000; round++)
        {
            var run = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(3) == 0 ? words[random.Next(words.Length)] : random.Next(0x1000000).ToString("x", null)));
            var found = Gaps.Insert(run, 'i') ?? Gaps.Insert(run, 'l');
            if (Gaps.MayHoldWords(run)) held += found is null ? 0 : 1;
            else Assert.True(found is null, run);
            passed += Gaps.MayHoldWords(run) ? 0 : 1;
        }
        Assert.True(passed > 1_000 && held > 1_000, $"{passed} passed by, {held} held");
    }
}
