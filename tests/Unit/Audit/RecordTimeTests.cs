using Sallyport.Audit;

namespace Sallyport.Tests.Audit;

public class RecordTimeTests
{
    // 2026-11-21T12:00:00Z
    private const long Noon = 1_795_262_400_000;

    [Theory]
    [InlineData("2026", "2026")]
    [InlineData("2026-11", "2026-11")]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("2026-11-21T09", "2026-11-21T09")]
    [InlineData("2026-11-21 09:30", "2026-11-21T09:30")]
    [InlineData("2026-11-21t09:30:15z", "2026-11-21T09:30:15")]
    [InlineData("2026-11-21T09:30:15.250Z", "2026-11-21T09:30:15.250")]
    [InlineData("2028-02-29", "2028-02-29")]
    [InlineData("90m", "2026-11-21T10:30:00.000Z")]
    [InlineData("36h", "2026-11-20T00:00:00.000Z")]
    [InlineData("7D", "2026-11-14T12:00:00.000Z")]
    public void A_time_is_the_beginning_of_a_rows(string written, string time)
    {
        Assert.Null(RecordTime.Parse(written, Noon, out var read));
        Assert.Equal(time, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("-1d")]
    [InlineData("1e9d")]
    [InlineData("2026-13-45")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-21T25:00")]
    [InlineData("2026-11-21T09:60")]
    [InlineData("2026-11-21T09:30+02:00")]
    [InlineData("21.11.2026")]
    [InlineData("2026-11-2")]
    [InlineData("20261121")]
    public void Whatever_would_be_compared_wrongly_is_refused(string written) => Assert.Contains("is no time", RecordTime.Parse(written, Noon, out _));
}
