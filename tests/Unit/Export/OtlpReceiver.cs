using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sallyport.Tests.Export;

/// <summary>A log record as a collector would have it.</summary>
internal sealed record ReceivedLog(string Uid, string Body, string EventName, ulong Severity, ulong Time, IReadOnlyDictionary<string, string> Attributes);

/// <summary>
/// A receiver of OTLP/HTTP logs that takes nothing which is not as opentelemetry-proto's logs.proto, common.proto and resource.proto say: field
/// numbers, wire types, required members, valid UTF-8.
/// </summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<ReceivedLog> _received = [];

    public OtlpReceiver()
    {
        _listener.Start();
        _ = Task.Run(Serve);
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What is answered to a batch: status, further head lines, body. What was taken counts only with 200.</summary>
    public Func<IReadOnlyList<ReceivedLog>, (int Status, string Head, byte[] Body)> Answer { get; set; } = _ => (200, "", []);

    public IReadOnlyList<ReceivedLog> Received
    {
        get
        {
            lock (_received) return [.. _received];
        }
    }

    public string LastHead { get; private set; } = "";

    public Exception? Fault { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await Exchange(client.GetStream());
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception wrong)
            {
                Fault = wrong;
            }
        }
    }

    private async Task Exchange(NetworkStream stream)
    {
        var all = new List<byte>();
        var one = new byte[8192];
        var end = -1;
        var length = 0;
        while (end < 0 || all.Count < end + 4 + length)
        {
            var got = await stream.ReadAsync(one);
            if (got == 0) return;
            all.AddRange(one[..got]);
            if (end >= 0) continue;
            end = Encoding.ASCII.GetString([.. all]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0) continue;
            LastHead = Encoding.ASCII.GetString([.. all[..end]]);
            length = int.Parse(LastHead.Split("\r\n").Single(h => h.StartsWith("Content-Length:", StringComparison.Ordinal)).Split(':')[1]);
        }
        Assert.StartsWith("POST /v1/logs HTTP/1.1\r\n", LastHead);
        Assert.Contains("Content-Type: application/x-protobuf", LastHead);
        var logs = Logs([.. all[(end + 4)..]]);
        var (status, head, body) = Answer(logs);
        if (status == 200) lock (_received) _received.AddRange(logs);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\n{head}\r\n"));
        await stream.WriteAsync(body);
    }

    private static List<ReceivedLog> Logs(byte[] request)
    {
        var logs = new List<ReceivedLog>();
        foreach (var resourceLogs in Only(request, 1))
        {
            var resource = ProtobufReader.Read(resourceLogs).Where(f => Is(f, 1, 2)).Select(f => f.Bytes).Single();
            var about = Attributes(ProtobufReader.Read(resource).Where(f => Is(f, 1, 2)));
            Assert.Equal("sallyport", about["service.name"]);
            foreach (var scopeLogs in ProtobufReader.Read(resourceLogs).Where(f => Is(f, 2, 2)))
            {
                var scope = ProtobufReader.Read(scopeLogs.Bytes).Single(f => Is(f, 1, 2));
                Assert.Equal("sallyport", ProtobufReader.Read(scope.Bytes).Single(f => Is(f, 1, 2)).Text);
                logs.AddRange(ProtobufReader.Read(scopeLogs.Bytes).Where(f => Is(f, 2, 2)).Select(f => Log(f.Bytes)));
            }
        }
        return logs;
    }

    private static ReceivedLog Log(byte[] record)
    {
        var fields = ProtobufReader.Read(record);
        // time_unix_nano 1, severity_number 2, severity_text 3, body 5, attributes 6, observed_time_unix_nano 11, event_name 12
        Assert.All(fields, f => Assert.Contains((f.Number, f.Wire), new[] { (1, 1), (2, 0), (3, 2), (5, 2), (6, 2), (11, 1), (12, 2) }));
        Assert.NotEqual(0ul, fields.Single(f => f.Number == 11).Value);
        var attributes = Attributes(fields.Where(f => f.Number == 6));
        return new ReceivedLog(attributes["log.record.uid"], Any(fields.Single(f => f.Number == 5).Bytes), fields.Single(f => f.Number == 12).Text,
            fields.Single(f => f.Number == 2).Value, fields.Single(f => f.Number == 1).Value, attributes);
    }

    private static Dictionary<string, string> Attributes(IEnumerable<Field> pairs) => pairs.Select(p => ProtobufReader.Read(p.Bytes))
        .ToDictionary(p => p.Single(f => Is(f, 1, 2)).Text, p => Any(p.Single(f => Is(f, 2, 2)).Bytes));

    // AnyValue: string_value 1, array_value 5
    private static string Any(byte[] any)
    {
        var field = Assert.Single(ProtobufReader.Read(any));
        if (Is(field, 1, 2)) return field.Text;
        Assert.Equal((5, 2), (field.Number, field.Wire));
        return string.Join(',', ProtobufReader.Read(field.Bytes).Select(v => Any(v.Bytes)));
    }

    private static IEnumerable<byte[]> Only(byte[] message, int number)
    {
        var fields = ProtobufReader.Read(message);
        Assert.All(fields, f => Assert.True(Is(f, number, 2)));
        return fields.Select(f => f.Bytes);
    }

    private static bool Is(Field field, int number, int wire) => field.Number == number && field.Wire == wire;
}
