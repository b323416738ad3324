using Sallyport.Audit;
using Sallyport.State;
using Sallyport.Tests.Export;

namespace Sallyport.Tests.Mcp;

public sealed class BackgroundShippingTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("sallyport-mcp-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task The_server_ships_the_record_where_a_collector_is_set()
    {
        using var receiver = new OtlpReceiver();
        var data = DataDirectory.Open(_data);
        File.WriteAllText(data.SettingsFile, $$"""{"auditShipUrl":"{{receiver.Url}}"}""");
        Directory.CreateDirectory(data.KeysDirectory);
        File.WriteAllText(Path.Combine(data.KeysDirectory, "otlp-headers"), "Authorization=Bearer%20not-a-real-token\n");
        for (var i = 0; i < 20; i++) AuditLog.Append(data, new AuditRecord { Kind = "decision", Time = 1_790_000_000_000, Text = $"row {i}" }, new AuditOptions());
        using (var server = new McpProcess(_data))
        {
            server.Initialize();
            for (var i = 0; i < 1200 && receiver.Received.Count < 21; i++) await Task.Delay(50, TestContext.Current.CancellationToken);
            server.Close();
        }
        Assert.Null(receiver.Fault);
        Assert.Equal(21, receiver.Received.Count);
        Assert.Contains("Authorization: Bearer not-a-real-token", receiver.LastHead);
    }
}
