using Sallyport.State;

namespace Sallyport.Tests.State;

public class DeadlineTests
{
    private const long Begun = 1_800_000_000_000, Ticks = 500_000, Ten = 10 * 60 * 1000;
    private static readonly Deadline Deadline = new(Begun + Ten, Begun, Ticks);

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(Ten - 1, Ten - 1, true)]
    [InlineData(Ten, Ten, false)]
    [InlineData(Ten + 1, 1, false)] // the machine slept: the clock on the wall went on
    [InlineData(1, Ten + 1, false)] // the clock was set back
    [InlineData(-Ten, 1, false)] // set back to before it began
    [InlineData(1, -1, false)] // the machine was started again
    [InlineData(-5_000, 10, true)] // set right by seconds
    public void It_ends_however_the_clock_is_set(long wall, long count, bool open) => Assert.Equal(open, Deadline.IsOpen(Begun + wall, Ticks + count));

    [Fact]
    public void What_begins_now_holds_now() => Assert.True(Deadline.After(Begun, TimeSpan.FromMinutes(10)).IsOpen(Begun));
}
