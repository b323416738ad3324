using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Sallyport.Tests.StandIns;

/// <summary>A proxy as companies have them: opens tunnels, and keeps whereto.</summary>
internal sealed class ProxyStandIn : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _tunnels = [];

    public ProxyStandIn()
    {
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _ = Task.Run(Accept);
    }

    public string Url { get; }

    /// <summary>Whereto tunnels were asked for, as <c>host:port</c>.</summary>
    public IReadOnlyList<string> Tunnels
    {
        get { lock (_tunnels) return [.. _tunnels]; }
    }

    public void Dispose() => _listener.Stop();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => Serve(client));
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task Serve(TcpClient client)
    {
        try
        {
            using var _ = client;
            var near = client.GetStream();
            var head = new StringBuilder();
            var one = new byte[1];
            while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await near.ReadAsync(one) > 0) head.Append((char)one[0]);
            var words = head.ToString().Split(' ');
            lock (_tunnels) _tunnels.Add(words[1]);
            var place = words[1].Split(':');
            using var far = new TcpClient(place[0], int.Parse(place[1]));
            await near.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            await Task.WhenAny(near.CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near));
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            // one side went away
        }
    }
}
