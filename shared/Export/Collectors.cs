using Sallyport.Guards.Helper;
using Sallyport.State;

namespace Sallyport.Export;

/// <summary>Finds the way to a collector.</summary>
internal static class Collectors
{
    private const string LogsPath = "/v1/logs";
    private const int Timeout = 30_000;

    /// <summary>The address logs go to: that of the collector, with OTLP's own path where none was given.</summary>
    /// <exception cref="GuardException">It is no http or https address, or plain http to another machine.</exception>
    public static Uri Address(string written)
    {
        if (!Uri.TryCreate(written.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new GuardException($"'{Sanitize.ForTerminal(written)}' is no address: write http://127.0.0.1:4318 or https://collector.example");
        if (url.UserInfo.Length > 0) throw new GuardException("an address holds no password here: use --header");
        if (url.Scheme == "http" && !url.IsLoopback)
            throw new GuardException($"{url.Host} is another machine: the record leaves this one by https only. A collector on this machine may be reached by http.");
        return url.AbsolutePath is "/" or "" ? new Uri(url, LogsPath) : url;
    }

    /// <summary>The way there.</summary>
    public static ICollector Of(DataDirectory data, Uri url, IReadOnlyList<KeyValuePair<string, string>> headers) => url.Scheme == "http"
        ? new LoopbackHttp(url, headers, Timeout)
        : new HelperHttp(HelperProcess.Path, data.Root, url, headers, Timeout);

    /// <summary>Reads <c>name=value,name=value</c>, as OTLP's own variable has it.</summary>
    /// <exception cref="GuardException">A header is not written so.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Headers(IEnumerable<string> written)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var one in written)
        {
            var equals = one.IndexOf('=');
            var (name, value) = equals > 0 ? (one[..equals].Trim(), Uri.UnescapeDataString(one[(equals + 1)..].Trim())) : ("", "");
            if (name.Length == 0 || name.AsSpan().IndexOfAnyExcept(Token) >= 0 || value.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0)
                throw new GuardException("a header is written NAME=VALUE, of printable characters.");
            headers.Add(new KeyValuePair<string, string>(name, value));
        }
        return headers;
    }

    /// <summary>Headers that are kept for whoever ships without a terminal: <c>keys/otlp-headers</c>. No tool call may read it.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Stored(DataDirectory data) => FromFile(Path.Combine(data.KeysDirectory, "otlp-headers")) ?? [];

    /// <summary>Headers of a file, one NAME=VALUE a line; null where it is not there.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>>? FromFile(string path)
    {
        const int longest = 64 * 1024;
        return AtomicFile.Read(path, longest) is { } bytes
            ? Headers(System.Text.Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : null;
    }

    private static readonly System.Buffers.SearchValues<char> Token = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~");
}
