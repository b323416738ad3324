using System.Buffers.Binary;
using System.Collections;
using System.Text.Json;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Compiled;

/// <summary>Rules of which only those are read that a call may match. A list like any other for whoever wants them all.</summary>
/// <param name="entries">The table: <see cref="EntrySize"/> bytes a rule.</param>
/// <param name="body">The rules' JSON, and before it where each begins.</param>
internal sealed class CompiledRules(ReadOnlyMemory<byte> entries, CompiledBody body) : IReadOnlyList<PolicyRule>
{
    /// <summary>Bytes of an entry: the tool, how many needles and of what, the needles.</summary>
    public const int EntrySize = 2 + 2 + (2 * RuleNeedles.Most);

    private const int OneOfThem = 0x80;

    /// <inheritdoc />
    public int Count => entries.Length / EntrySize;

    /// <inheritdoc />
    public PolicyRule this[int index]
    {
        get
        {
            var faults = new FaultList("the compiled policy");
            var reader = new Utf8JsonReader(body.Rule(index, Count).Span, new JsonReaderOptions { MaxDepth = Protocol.StrictJson.MaxDepth });
            return RuleReader.Read(JsonElement.ParseValue(ref reader), $"rules[{index}]", faults)
                ?? throw new GuardException($"The compiled policy is damaged: {(faults.List.Count > 0 ? faults.List[0] : "")}");
        }
    }

    /// <summary>The rules that may match a call, in their order, each read when it is its turn.</summary>
    public IEnumerable<PolicyRule> For(CallView view)
    {
        var call = new CallNeedles(view);
        for (var at = Next(call, 0); at < Count; at = Next(call, at + 1)) yield return this[at];
    }

    private int Next(CallNeedles call, int from)
    {
        var table = entries.Span;
        Span<ushort> needles = stackalloc ushort[RuleNeedles.Most];
        for (; from < Count; from++)
        {
            var entry = table.Slice(from * EntrySize, EntrySize);
            var shape = BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]);
            if ((shape & 0xff) is > 0 and < OneOfThem && call.Lacks((NeedleKind)(shape >> 8), BinaryPrimitives.ReadUInt16LittleEndian(entry[4..]))) continue;
            for (var i = 0; i < needles.Length; i++) needles[i] = BinaryPrimitives.ReadUInt16LittleEndian(entry[(4 + (2 * i))..]);
            var count = Math.Min(shape & 0x7f, RuleNeedles.Most);
            if (call.MayMatch(BinaryPrimitives.ReadUInt16LittleEndian(entry), (NeedleKind)(shape >> 8), needles[^1], needles[..count], (shape & OneOfThem) != 0)) break;
        }
        return from;
    }

    /// <summary>Writes the entry of a rule.</summary>
    public static void WriteEntry(Span<byte> to, PolicyRule rule)
    {
        Span<ushort> needles = stackalloc ushort[RuleNeedles.Most];
        needles.Clear();
        var count = RuleNeedles.Find(rule, needles, out var kind, out var first, out var any);
        if (kind >= NeedleKind.Path && !any) needles[^1] = first; // a path has one needle less, and where it begins in its place
        var tool = RuleNeedles.Tool(rule);
        BinaryPrimitives.WriteUInt16LittleEndian(to, tool.Length == 0 ? (ushort)0 : RuleNeedles.NameHash(tool));
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], (ushort)(count | (any ? OneOfThem : 0) | ((int)kind << 8)));
        for (var i = 0; i < RuleNeedles.Most; i++) BinaryPrimitives.WriteUInt16LittleEndian(to[(4 + (2 * i))..], needles[i]);
    }

    /// <inheritdoc />
    public IEnumerator<PolicyRule> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
