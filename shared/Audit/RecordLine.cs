using System.Globalization;
using System.Text;
using Sallyport.Detection;
using Sallyport.Integrity;
using Sallyport.Policy;

namespace Sallyport.Audit;

/// <summary>
/// A record as lines of the file. What is large goes before it, in rows of its own; what is very large is kept by its beginning and its hash.
/// </summary>
internal sealed class RecordLine
{
    /// <summary>A value of more bytes is moved out of its row.</summary>
    public const int MostInline = 128 * 1024;

    /// <summary>Bytes of a value that one part holds.</summary>
    public const int PartSize = 64 * 1024;

    /// <summary>A value of more bytes is kept by its beginning and its hash.</summary>
    public const int MostInParts = 16 * 1024 * 1024;

    private const int MostWords = 4096;
    private readonly AuditRecord _record;
    private readonly List<LargeValue> _large = [];
    private readonly ReadOnlyMemory<byte>? _facts, _input, _output, _receipt, _text;

    /// <summary>Prepares what does not depend on where the record will stand, before the lock is taken.</summary>
    public RecordLine(AuditRecord record)
    {
        _record = record;
        _facts = Small(record.Facts, "facts");
        _input = Small(record.Input, "input");
        _output = Small(record.Output, "output");
        _receipt = record.Receipt?.Canonical();
        _text = Small(record.Text is null ? null : RecordedJson.Text(record.Text), "text");
    }

    /// <summary>About how many bytes the record's own row takes, so that room for it is made once.</summary>
    public int Size => 4 * 1024 + Length(_facts) + Length(_input) + Length(_output) + Length(_receipt) + Length(_text);

    /// <summary>How many rows it takes.</summary>
    public int Rows => 1 + _large.Sum(l => l.Parts);

    /// <summary>Writes the row at an index, 0 for the first part or, where there is none, the record itself.</summary>
    public void Write(CanonicalWriter to, int index, long sequence, byte[] previous)
    {
        var first = sequence - index;
        foreach (var large in _large)
        {
            large.FirstRow = first;
            first += large.Parts;
        }
        foreach (var large in _large)
        {
            if (index < large.Parts)
            {
                WritePart(to, large, index, sequence, previous);
                return;
            }
            index -= large.Parts;
        }
        WriteRecord(to, sequence, previous);
    }

    // Members stand in the order of RFC 8785; a test compares every line with its canonical form.
    private void WriteRecord(CanonicalWriter to, long sequence, byte[] previous)
    {
        to.StartObject();
        to.Member("agent"u8, Short(_record.Agent));
        to.Member("agentType"u8, Short(_record.AgentType));
        to.Member("approved"u8, _record.Approved);
        to.Member("bundleVersion"u8, Short(_record.BundleVersion));
        to.Member("cwd"u8, Short(_record.Cwd));
        to.Member("durationUs"u8, _record.DurationMicroseconds);
        Value(to, "facts"u8, _facts);
        to.Member("factsHash"u8, _record.FactsHash);
        Large(to, "factsParts"u8, "facts");
        WriteFindings(to);
        Value(to, "input"u8, _input);
        to.Member("inputHash"u8, Short(_record.InputHash));
        Large(to, "inputParts"u8, "input");
        to.Member("kind"u8, _record.Kind);
        to.Member("masked"u8, _record.Masked);
        to.Member("mode"u8, _record.Mode);
        to.Member("model"u8, Short(_record.Model));
        Value(to, "output"u8, _output);
        Large(to, "outputParts"u8, "output");
        to.Member("permissionMode"u8, Short(_record.PermissionMode));
        to.Member("planRoot"u8, _record.PlanRoot);
        to.Member("policyRoot"u8, _record.PolicyRoot);
        to.Name("prev"u8);
        to.Hash(previous);
        to.Member("product"u8, ProductVersion.Text);
        Value(to, "receipt"u8, _receipt);
        WriteRules(to);
        to.Member("seq"u8, sequence);
        to.Member("session"u8, Short(_record.Session));
        WriteSteps(to);
        Value(to, "text"u8, _text);
        Large(to, "textParts"u8, "text");
        to.Member("time"u8, Timestamp(_record.Time));
        to.Member("tool"u8, Short(_record.Tool));
        to.Member("toolUseId"u8, Short(_record.ToolUseId));
        to.Member("turn"u8, Short(_record.Turn));
        to.Member("v"u8, AuditRecord.Version);
        to.Member("verdict"u8, _record.Verdict);
        to.EndObject();
        to.EndLine();
    }

    private void WritePart(CanonicalWriter to, LargeValue large, int part, long sequence, byte[] previous)
    {
        to.StartObject();
        to.Name("data"u8);
        to.Utf8(large.Part(part));
        to.Member("kind"u8, "part");
        to.Member("of"u8, large.Name);
        to.Member("part"u8, part);
        to.Name("prev"u8);
        to.Hash(previous);
        to.Member("seq"u8, sequence);
        to.Member("session"u8, Short(_record.Session));
        to.Member("time"u8, Timestamp(_record.Time));
        to.Member("v"u8, AuditRecord.Version);
        to.EndObject();
        to.EndLine();
    }

    private void WriteFindings(CanonicalWriter to)
    {
        if (_record.Findings is not { Count: > 0 }) return;
        to.Name("findings"u8);
        to.StartArray();
        foreach (var finding in _record.Findings)
        {
            to.StartObject();
            to.Member("confidence"u8, finding.Confidence);
            to.Member("end"u8, finding.End);
            to.Member("kind"u8, Word(finding.Kind));
            to.Member("rule"u8, finding.Rule);
            to.Member("severity"u8, Word(finding.Severity));
            to.Member("start"u8, finding.Start);
            to.EndObject();
        }
        to.EndArray();
    }

    private void WriteRules(CanonicalWriter to)
    {
        if (_record.Rules is not { Count: > 0 }) return;
        to.Name("rules"u8);
        to.StartArray();
        foreach (var rule in _record.Rules) to.String(Short(rule));
        to.EndArray();
    }

    private void WriteSteps(CanonicalWriter to)
    {
        if (_record.Steps is not { Count: > 0 }) return;
        to.Name("steps"u8);
        to.StartArray();
        foreach (var step in _record.Steps)
        {
            to.StartObject();
            to.Member("reason"u8, Short(step.Reason.Length == 0 ? null : step.Reason));
            to.Member("rule"u8, Short(step.Rule));
            to.Member("step"u8, step.Step);
            to.Member("suggest"u8, Short(step.Suggest));
            to.Member("verdict"u8, step.Verdict.Word());
            to.EndObject();
        }
        to.EndArray();
    }

    private void Large(CanonicalWriter to, ReadOnlySpan<byte> member, string name)
    {
        if (_large.Find(l => l.Name == name) is not { } large) return;
        to.Name(member);
        to.StartObject();
        to.Member("bytes"u8, large.Bytes.Length);
        to.Member("first"u8, large.FirstRow);
        to.Member("kept"u8, large.Kept);
        to.Member("parts"u8, large.Parts);
        to.Name("sha256"u8);
        to.Hash(large.Hash);
        to.EndObject();
    }

    private static void Value(CanonicalWriter to, ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? canonical)
    {
        if (canonical is not { } value) return;
        to.Name(name);
        to.Raw(value.Span);
    }

    private static int Length(ReadOnlyMemory<byte>? value) => value?.Length ?? 0;

    private ReadOnlyMemory<byte>? Small(RecordedJson? value, string name)
    {
        if (value?.Canonical() is not { } bytes) return null;
        if (bytes.Length <= MostInline) return bytes;
        _large.Add(new LargeValue(name, bytes));
        return null;
    }

    /// <summary>Ids and reasons are short; one that is not keeps its beginning and its hash.</summary>
    private static string? Short(string? text) =>
        text is null || text.Length <= MostWords ? text : $"{text.AsSpan(0, MostWords)}… sha256:{Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text)))}";

    /// <summary>RFC 3339 with milliseconds, UTC: sorts as text.</summary>
    internal static string Timestamp(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(milliseconds, 0, 253402300799999)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Word(FindingKind kind) => kind switch
    {
        FindingKind.Secret => "secret",
        FindingKind.Pii => "pii",
        FindingKind.Injection => "injection",
        FindingKind.Sqli => "sqli",
        _ => "code",
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        _ => "critical",
    };
}
