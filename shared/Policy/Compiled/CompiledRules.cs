using System.Buffers.Binary;
using System.Collections;
using System.Text.Json;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Evaluation;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Compiled;

/// <summary>Rules of which only those are read that a call may match. A list like any other for whoever wants them all.</summary>
/// <param name="entries">The table: <see cref="EntrySize"/> bytes a rule.</param>
/// <param name="read">Reads a rule's JSON by its place and length.</param>
internal sealed class CompiledRules(ReadOnlyMemory<byte> entries, Func<int, int, ReadOnlyMemory<byte>> read) : IReadOnlyList<PolicyRule>
{
    /// <summary>Bytes of an entry: where the JSON is, how long, the tool, how many needles and of what, the needles.</summary>
    public const int EntrySize = 4 + 4 + 2 + 2 + (2 * RuleNeedles.Most);

    /// <inheritdoc />
    public int Count => entries.Length / EntrySize;

    /// <inheritdoc />
    public PolicyRule this[int index]
    {
        get
        {
            var entry = entries.Span.Slice(index * EntrySize, EntrySize);
            var json = read(BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[4..]));
            var faults = new FaultList("the compiled policy");
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = Protocol.StrictJson.MaxDepth });
            return RuleReader.Read(JsonElement.ParseValue(ref reader), $"rules[{index}]", faults)
                ?? throw new GuardException($"The compiled policy is damaged: {(faults.List.Count > 0 ? faults.List[0] : "")} Remove it; it is made anew.");
        }
    }

    /// <summary>The rules that may match a call, in their order.</summary>
    public List<PolicyRule> For(CallView view)
    {
        var call = new CallNeedles(view);
        var rules = new List<PolicyRule>();
        var table = entries.Span;
        Span<ushort> needles = stackalloc ushort[RuleNeedles.Most];
        for (var at = 0; at < table.Length; at += EntrySize)
        {
            var entry = table.Slice(at, EntrySize);
            var shape = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
            var count = Math.Min(shape & 0xff, RuleNeedles.Most);
            for (var i = 0; i < count; i++) needles[i] = BinaryPrimitives.ReadUInt16LittleEndian(entry[(12 + (2 * i))..]);
            var place = BinaryPrimitives.ReadUInt16LittleEndian(entry[(12 + (2 * (RuleNeedles.Most - 1)))..]);
            if (call.MayMatch(BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]), (NeedleKind)(shape >> 8), place, needles[..count])) rules.Add(this[at / EntrySize]);
        }
        return rules;
    }

    /// <summary>Writes the entry of a rule.</summary>
    public static void WriteEntry(Span<byte> to, PolicyRule rule, int place, int length)
    {
        Span<ushort> needles = stackalloc ushort[RuleNeedles.Most];
        needles.Clear();
        var count = RuleNeedles.Find(rule, needles, out var kind, out var first);
        if (kind >= NeedleKind.Path) needles[^1] = first; // a path has one needle less, and where it begins in its place
        var tool = RuleNeedles.Tool(rule);
        BinaryPrimitives.WriteInt32LittleEndian(to, place);
        BinaryPrimitives.WriteInt32LittleEndian(to[4..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(to[8..], tool.Length == 0 ? (ushort)0 : RuleNeedles.NameHash(tool));
        BinaryPrimitives.WriteUInt16LittleEndian(to[10..], (ushort)(count | ((int)kind << 8)));
        for (var i = 0; i < RuleNeedles.Most; i++) BinaryPrimitives.WriteUInt16LittleEndian(to[(12 + (2 * i))..], needles[i]);
    }

    /// <inheritdoc />
    public IEnumerator<PolicyRule> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
