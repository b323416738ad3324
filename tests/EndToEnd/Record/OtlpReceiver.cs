using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Record;

/// <summary>A receiver of OTLP in a process of its own (Lab/Node/otlp-receiver.cjs), which can be killed and started again in the same place.</summary>
internal sealed class OtlpReceiver : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sallyport-otlp-").FullName;
    private readonly string[] _tls = [];
    private Process? _process;

    private OtlpReceiver(X509Certificate2? certificate)
    {
        if (certificate is null) return;
        _tls = [Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "cert.pem")];
        File.WriteAllText(_tls[0], certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(_tls[1], certificate.ExportCertificatePem());
    }

    /// <summary>Its address.</summary>
    public string Url => $"{(_tls.Length > 0 ? "https" : "http")}://localhost:{File.ReadAllText(In("port"))}";

    /// <summary>What it took, in the order it took it.</summary>
    public List<JsonNode> Received => Lines("log.jsonl");

    /// <summary>The requests that came.</summary>
    public List<JsonNode> Requests => Lines("requests");

    /// <summary>What could not be read as OTLP; empty where all could.</summary>
    public string Wrong => File.Exists(In("wrong")) ? File.ReadAllText(In("wrong")) : "";

    public static async Task<OtlpReceiver> Start(X509Certificate2? certificate = null)
    {
        var receiver = new OtlpReceiver(certificate);
        await receiver.Restart();
        return receiver;
    }

    /// <summary>How it behaves from the next batch on; see the script.</summary>
    public void Behave(JsonObject mode) => File.WriteAllText(In("mode"), mode.ToJsonString());

    /// <summary>Starts it, on the port it had.</summary>
    public async Task Restart()
    {
        File.Delete(In("listens"));
        _process = NodeTools.Start("otlp-receiver.cjs", [_folder, .. _tls]);
        while (!File.Exists(In("listens")))
        {
            Assert.False(_process.HasExited, "the receiver ended: " + (_process.HasExited ? await _process.StandardError.ReadToEndAsync() : ""));
            await Task.Delay(20);
        }
    }

    /// <summary>Kills it where it stands.</summary>
    public void Kill()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    /// <summary>A file of its folder.</summary>
    public string In(string name) => Path.Combine(_folder, name);

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private List<JsonNode> Lines(string name)
    {
        if (!File.Exists(In(name))) return [];
        var text = File.ReadAllText(In(name));
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)];
    }
}
