using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sallyport.Export;

/// <summary>
/// HTTP/1.1 to a collector on this machine, without TLS: a request, an answer, and the connection is closed. What is not on this machine
/// goes through the helper, which speaks TLS.
/// </summary>
internal sealed class LoopbackHttp(Uri url, IReadOnlyList<KeyValuePair<string, string>> headers, int timeoutMilliseconds) : ICollector
{
    private const int LongestAnswer = 1024 * 1024;

    /// <inheritdoc />
    public CollectorReply Send(byte[] batch)
    {
        try
        {
            var own = Array.FindAll(Dns.GetHostAddresses(url.DnsSafeHost), IPAddress.IsLoopback);
            if (own.Length == 0) return new CollectorReply(0, [], Fault: $"{url.Host} does not lead to this machine: what leaves it goes by https");
            using var socket = new Socket(own[0].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, SendTimeout = timeoutMilliseconds, ReceiveTimeout = timeoutMilliseconds };
            socket.Connect(own, url.Port);
            socket.Send(Head(batch.Length));
            for (var sent = 0; sent < batch.Length;) sent += socket.Send(batch, sent, batch.Length - sent, SocketFlags.None);
            return Parse(Receive(socket));
        }
        catch (SocketException wrong)
        {
            var why = wrong.SocketErrorCode == SocketError.TimedOut || wrong.SocketErrorCode == SocketError.WouldBlock ? "it did not answer in time" : wrong.SocketErrorCode.ToString();
            return new CollectorReply(0, [], Fault: $"the collector at {url} cannot be reached: {why}");
        }
    }

    private byte[] Head(int length)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture,
            $"POST {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nContent-Type: application/x-protobuf\r\nContent-Length: {length}\r\nUser-Agent: sallyport/{ProductVersion.Text}\r\nConnection: close\r\n");
        foreach (var (name, value) in headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        return Encoding.ASCII.GetBytes(head.Append("\r\n").ToString());
    }

    private byte[] Receive(Socket socket)
    {
        // One deadline for all of it: a collector that sends a byte now and then must not hold the run for ever.
        var deadline = Environment.TickCount64 + timeoutMilliseconds;
        using var all = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            socket.ReceiveTimeout = (int)Math.Max(1, deadline - Environment.TickCount64);
            var got = socket.Receive(buffer);
            if (got == 0) return all.ToArray();
            all.Write(buffer, 0, got);
            if (all.Length > LongestAnswer || IsWhole(all.GetBuffer().AsSpan(0, (int)all.Length))) return all.ToArray();
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        return end >= 0 && long.TryParse(Header(answer[..end], "content-length"), out var length) && answer.Length - end - 4 >= length;
    }

    /// <summary>Reads an answer.</summary>
    public static CollectorReply Parse(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        var line = Encoding.ASCII.GetString(answer[..Math.Max(0, answer.IndexOf("\r\n"u8))]).Split(' ');
        if (end < 0 || line.Length < 2 || !line[0].StartsWith("HTTP/1.", StringComparison.Ordinal) || !int.TryParse(line[1], out var status))
            return new CollectorReply(0, [], Fault: "what answers at the collector's address does not speak HTTP");
        var retry = int.TryParse(Header(answer[..end], "retry-after"), out var seconds) && seconds >= 0 ? seconds : (int?)null;
        return new CollectorReply(status, answer[(end + 4)..].ToArray(), retry);
    }

    private static string? Header(ReadOnlySpan<byte> head, string name)
    {
        foreach (var line in Encoding.ASCII.GetString(head).Split("\r\n"))
            if (line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 1)..].Trim();
        return null;
    }
}
