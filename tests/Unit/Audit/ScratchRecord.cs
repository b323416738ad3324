using Sallyport.Audit;
using Sallyport.Policy;
using Sallyport.State;

namespace Sallyport.Tests.Audit;

/// <summary>A data directory of its own, removed afterwards.</summary>
internal sealed class ScratchRecord : IDisposable
{
    public ScratchRecord()
    {
        Data = DataDirectory.Open(Directory.CreateTempSubdirectory("sallyport-test-").FullName);
        Files = new AuditFiles(Data);
    }

    public DataDirectory Data { get; }

    public AuditFiles Files { get; }

    public AuditOptions Options { get; set; } = new() { CheckpointEvery = 0 };

    public AppendReceipt Append(string text = "something", string kind = "note") =>
        AuditLog.Append(Data, new AuditRecord { Kind = kind, Time = 1_790_000_000_000, Session = "s-1", Text = text }, Options);

    public void AppendMany(int count)
    {
        for (var i = 0; i < count; i++) Append($"row {i}");
    }

    public AuditHead Head => AuditHead.FromFile(File.ReadAllBytes(Files.Head))!;

    public string[] Lines(int segment = 1) => File.ReadAllLines(Files.Segment(segment));

    public static AuditRecord Full() => new()
    {
        Kind = "decision", Time = 1_790_000_000_123, Session = "s-1", Turn = "t-1", Agent = "a-1", AgentType = "worker", Cwd = "/home/dev/app", Model = "gpt", PermissionMode = "default",
        Tool = "Bash", ToolUseId = "call_1", Mode = "enforce", Verdict = "deny", Approved = true, Rules = ["fs.rm-root", "plan.drift"],
        Steps = [new Judgement("built-in", Verdict.Deny, "fs.rm-root", "It would remove \"everything\".\nAll of it.", "rm -rf ./build"), Judgement.Pass("plan")],
        Findings = [new Sallyport.Detection.Finding(Sallyport.Detection.FindingKind.Secret, "aws-key", Sallyport.Detection.Severity.High, 3, 23, 90)],
        PolicyRoot = "aa", PlanRoot = "bb", BundleVersion = "7", InputHash = "cc", FactsHash = "dd",
        Input = System.Text.Encoding.UTF8.GetBytes("""{ "z": 1.50, "command": "rm -rf /\u001b", "é": [true, null] }"""),
        Output = RecordedJson.Text("plain\ttext"), Facts = System.Text.Encoding.UTF8.GetBytes("{}"), Masked = true, Receipt = "{\"hooks\":{},\"complete\":true}"u8.ToArray(), Text = "déjà \ud83d\ude00 \u0007", DurationMicroseconds = 900,
    };

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);
}
