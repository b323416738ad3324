using Sallyport.Shell.Commands;

namespace Sallyport.Tests.Shell.Commands;

public sealed class HostsTests
{
    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xa9fea9fe/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("169.254.43518")]
    [InlineData("http://user@169.254.169.254:80/x")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://metadata.google.internal/computeMetadata/v1/")]
    public void Metadata_is_known_in_every_notation(string url) => Assert.True(Hosts.IsMetadata(url));

    [Theory]
    [InlineData("http://169.254.169.253/")]
    [InlineData("https://example.com/169.254.169.254")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("")]
    public void Other_hosts_are_not(string url) => Assert.False(Hosts.IsMetadata(url));
}
