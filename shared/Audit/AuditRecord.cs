using Sallyport.Detection;
using Sallyport.Policy;

namespace Sallyport.Audit;

/// <summary>
/// One event as it goes on the record. What is null is left out. All text must be masked by whoever fills it in: the record keeps
/// what it is given. docs/schema/audit-record.schema.json describes the line it becomes.
/// </summary>
internal sealed class AuditRecord
{
    /// <summary>The shape of a line. It rises when a member changes its meaning; new members do not raise it.</summary>
    public const int Version = 1;

    /// <summary>What happened: <c>decision</c>, <c>result</c>, <c>session-start</c>, <c>prompt</c>, <c>plan</c>, <c>stop</c> …</summary>
    public required string Kind { get; set; }

    /// <summary>When, in Unix milliseconds: the caller's clock.</summary>
    public required long Time { get; set; }

    /// <summary>Codex's session id.</summary>
    public string? Session { get; set; }

    /// <summary>Codex's turn id.</summary>
    public string? Turn { get; set; }

    /// <summary>The subagent; null for the root thread.</summary>
    public string? Agent { get; set; }

    /// <summary>What kind of subagent.</summary>
    public string? AgentType { get; set; }

    /// <summary>The event's directory.</summary>
    public string? Cwd { get; set; }

    /// <summary>The model.</summary>
    public string? Model { get; set; }

    /// <summary>Codex's permission mode.</summary>
    public string? PermissionMode { get; set; }

    /// <summary>The tool's name as Codex gave it.</summary>
    public string? Tool { get; set; }

    /// <summary>Codex's id of the call.</summary>
    public string? ToolUseId { get; set; }

    /// <summary><c>enforce</c> or <c>monitor</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>What became of it: <c>allow</c>, <c>warn</c>, <c>ask</c>, <c>deny</c>, for results also <c>redact</c>.</summary>
    public string? Verdict { get; set; }

    /// <summary>True where a person's approval let it pass.</summary>
    public bool? Approved { get; set; }

    /// <summary>Ids of the rules that spoke.</summary>
    public IReadOnlyList<string>? Rules { get; set; }

    /// <summary>What each step of the pipeline said.</summary>
    public IReadOnlyList<Judgement>? Steps { get; set; }

    /// <summary>What was found in the text: rules and places, never values.</summary>
    public IReadOnlyList<Finding>? Findings { get; set; }

    /// <summary>Merkle root of the policy in force, hex.</summary>
    public string? PolicyRoot { get; set; }

    /// <summary>Hash of the plan in force, hex.</summary>
    public string? PlanRoot { get; set; }

    /// <summary>Version of the signed policy bundle.</summary>
    public string? BundleVersion { get; set; }

    /// <summary>Hash of the unmasked input (<see cref="State.CallHash"/>), hex.</summary>
    public string? InputHash { get; set; }

    /// <summary>Hash of the facts that were observed, hex.</summary>
    public string? FactsHash { get; set; }

    /// <summary>The tool's input, masked, in full.</summary>
    public RecordedJson? Input { get; set; }

    /// <summary>The tool's output, masked.</summary>
    public RecordedJson? Output { get; set; }

    /// <summary>The facts the verdict was derived from, so that it can be derived again.</summary>
    public RecordedJson? Facts { get; set; }

    /// <summary>True where something in the input was masked: such a verdict cannot be derived again.</summary>
    public bool? Masked { get; set; }

    /// <summary>At the end of a turn: which hooks ran in it, and which expected ones did not.</summary>
    public RecordedJson? Receipt { get; set; }

    /// <summary>A prompt, an answer, a note; masked.</summary>
    public string? Text { get; set; }

    /// <summary>How long the hook took, in microseconds.</summary>
    public long? DurationMicroseconds { get; set; }
}
