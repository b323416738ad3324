using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Policy;

namespace Sallyport.Audit;

/// <summary>
/// One event as it is recorded: one line of canonical JSON (RFC 8785). Holds masked text only. The shape is published in
/// docs/schema/audit-record.schema.json; members that do not apply are left out.
/// </summary>
internal sealed class AuditRecord
{
    /// <summary>The version of the shape.</summary>
    public const int Version = 1;

    /// <summary><c>session-start</c>, <c>prompt</c>, <c>plan</c>, <c>decision</c>, <c>permission</c>, <c>result</c>, <c>taint</c>, <c>approval</c>, <c>stop</c>, <c>recovery</c>, <c>error</c> …</summary>
    public required string Kind { get; set; }

    /// <summary>Unix milliseconds.</summary>
    public required long Time { get; set; }

    /// <summary>Codex's session id.</summary>
    public string? Session { get; set; }

    /// <summary>The turn.</summary>
    public string? Turn { get; set; }

    /// <summary>The subagent.</summary>
    public string? Agent { get; set; }

    /// <summary>The directory of the call.</summary>
    public string? Cwd { get; set; }

    /// <summary>The model's slug.</summary>
    public string? Model { get; set; }

    /// <summary>Codex's permission mode.</summary>
    public string? PermissionMode { get; set; }

    /// <summary><c>enforce</c> or <c>monitor</c>: in monitor mode a denied call ran all the same.</summary>
    public string? Mode { get; set; }

    /// <summary>The tool.</summary>
    public string? Tool { get; set; }

    /// <summary>The call's id.</summary>
    public string? ToolUseId { get; set; }

    /// <summary><c>allow</c>, <c>warn</c>, <c>ask</c>, <c>deny</c>, or <c>redact</c> for a result.</summary>
    public string? Verdict { get; set; }

    /// <summary>True where it passed because the person approved it.</summary>
    public bool? Approved { get; set; }

    /// <summary>The rules that spoke.</summary>
    public IReadOnlyList<string>? Rules { get; set; }

    /// <summary>Every step's judgement.</summary>
    public IReadOnlyList<Judgement>? Steps { get; set; }

    /// <summary>What was found, by place.</summary>
    public IReadOnlyList<Finding>? Findings { get; set; }

    /// <summary>The tool's input, masked, canonical JSON.</summary>
    public byte[]? Input { get; set; }

    /// <summary>The tool's result, masked, canonical JSON.</summary>
    public byte[]? Output { get; set; }

    /// <summary>Hash of the exact input.</summary>
    public string? InputHash { get; set; }

    /// <summary>Hash of what was observed of the machine.</summary>
    public string? FactsHash { get; set; }

    /// <summary>The plan's Merkle root.</summary>
    public string? PlanRoot { get; set; }

    /// <summary>The policy's Merkle root.</summary>
    public string? PolicyRoot { get; set; }

    /// <summary>The time the hook took until it was recorded.</summary>
    public long? DurationMicroseconds { get; set; }

    /// <summary>What the kind needs beyond: a goal, a masked prompt, a source.</summary>
    public string? Text { get; set; }

    /// <summary>The record's line.</summary>
    /// <param name="index">Its place in the record, from 0.</param>
    public ReadOnlySpan<byte> Line(long index)
    {
        var json = new CanonicalWriter(2048);
        json.StartObject(); // names in the order of their UTF-16 units
        Member(json, "agent", Agent);
        if (Approved is { } approved)
        {
            json.Name("approved");
            json.Boolean(approved);
        }
        Member(json, "cwd", Cwd);
        Member(json, "durationUs", DurationMicroseconds);
        Member(json, "factsHash", FactsHash);
        WriteFindings(json);
        Member(json, "index", index);
        if (Input is not null)
        {
            json.Name("input");
            json.Raw(Input);
        }
        Member(json, "inputHash", InputHash);
        Member(json, "kind", Kind);
        Member(json, "mode", Mode);
        Member(json, "model", Model);
        if (Output is not null)
        {
            json.Name("output");
            json.Raw(Output);
        }
        Member(json, "permissionMode", PermissionMode);
        Member(json, "planRoot", PlanRoot);
        Member(json, "policyRoot", PolicyRoot);
        Member(json, "product", ProductVersion.Text);
        WriteRules(json);
        Member(json, "session", Session);
        WriteSteps(json);
        Member(json, "text", Text);
        Member(json, "time", DateTimeOffset.FromUnixTimeMilliseconds(Time).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        Member(json, "tool", Tool);
        Member(json, "toolUseId", ToolUseId);
        Member(json, "turn", Turn);
        Member(json, "v", Version);
        Member(json, "verdict", Verdict);
        json.EndObject();
        return json.Written;
    }

    /// <summary>The same without what makes it long: input, output and text give way to their hashes and lengths.</summary>
    public AuditRecord Shortened()
    {
        var copy = (AuditRecord)MemberwiseClone();
        copy.Input = Shorten(Input);
        copy.Output = Shorten(Output);
        copy.Text = Shorten(Text);
        if (Findings is { Count: > 1000 }) copy.Findings = [.. Findings.Take(1000)];
        return copy;
    }

    private static string? Shorten(string? text) =>
        text is not { Length: > 4096 } ? text : $"[{text.Length} characters, sha256 {Convert.ToHexStringLower(Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(text)))}]";

    private static byte[]? Shorten(byte[]? value)
    {
        if (value is not { Length: > 4096 }) return value;
        var json = new CanonicalWriter();
        json.String($"[{value.Length} bytes, sha256 {Convert.ToHexStringLower(Sha256.Hash(value))}]");
        return json.Written.ToArray();
    }

    private static void Member(CanonicalWriter json, string name, string? value)
    {
        if (value is null) return;
        json.Name(name);
        json.String(value);
    }

    private static void Member(CanonicalWriter json, string name, long? value)
    {
        if (value is null) return;
        json.Name(name);
        json.Integer(value.Value);
    }

    private void WriteRules(CanonicalWriter json)
    {
        if (Rules is not { Count: > 0 }) return;
        json.Name("rules");
        json.StartArray();
        foreach (var rule in Rules) json.String(rule);
        json.EndArray();
    }

    private void WriteSteps(CanonicalWriter json)
    {
        if (Steps is not { Count: > 0 }) return;
        json.Name("steps");
        json.StartArray();
        foreach (var step in Steps)
        {
            json.StartObject();
            if (step.Reason.Length > 0) Member(json, "reason", step.Reason);
            Member(json, "rule", step.Rule);
            Member(json, "step", step.Step);
            Member(json, "verdict", step.Verdict.Word());
            json.EndObject();
        }
        json.EndArray();
    }

    private void WriteFindings(CanonicalWriter json)
    {
        if (Findings is not { Count: > 0 }) return;
        json.Name("findings");
        json.StartArray();
        foreach (var finding in Findings)
        {
            json.StartObject();
            Member(json, "end", finding.End);
            Member(json, "kind", finding.Kind.ToString().ToLowerInvariant());
            Member(json, "rule", finding.Rule);
            Member(json, "start", finding.Start);
            json.EndObject();
        }
        json.EndArray();
    }
}
