using System.Buffers.Binary;
using System.Text;
using Sallyport.Integrity;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Compiled;

/// <summary>
/// A policy in a form that a hook scans without parsing it: a head, what a bundle's signer said, the policy without its rules, hashes of the
/// body's pages, a table with one entry a rule, and the body with the rules' JSON. What is used of it is held against the head's hashes first.
/// </summary>
internal static class CompiledPolicy
{
    /// <summary>Compiles a policy.</summary>
    /// <param name="policy">The policy, read and found right.</param>
    /// <param name="source">SHA-256 of the file it was read from.</param>
    /// <param name="stamp">What the file looked like: see the caller.</param>
    /// <param name="key">Seals it.</param>
    /// <param name="statement">What the signer of a bundle said; empty for a policy that nobody signed.</param>
    public static byte[] Make(PolicyDocument policy, ReadOnlySpan<byte> source, ReadOnlySpan<byte> stamp, ReadOnlySpan<byte> key, byte[] statement)
    {
        var parts = Compile(policy, statement);
        var bytes = new byte[CompiledHead.Size + statement.Length + parts.Frame.Length + parts.Pages.Length + parts.Table.Length + parts.Body.Length];
        CompiledHead.Write(bytes, parts, source);
        CompiledHead.Seal(bytes.AsSpan(0, CompiledHead.Size), stamp, key);
        var at = CompiledHead.Size;
        foreach (var part in (byte[][])[statement, parts.Frame, parts.Pages, parts.Table, parts.Body])
        {
            part.CopyTo(bytes, at);
            at += part.Length;
        }
        return bytes;
    }

    /// <summary>Names what a policy compiles to, for whoever signs it: see <see cref="CompiledHead.Content"/>.</summary>
    public static string ContentOf(PolicyDocument policy)
    {
        var head = new byte[CompiledHead.Size];
        CompiledHead.Write(head, Compile(policy, []), new byte[Sha256.Size]);
        return new CompiledHead(head).Content;
    }

    /// <summary>The policy, whose rules are read as they are needed; null where what was read is not what the head names.</summary>
    /// <param name="head">The head.</param>
    /// <param name="front">The file up to <see cref="CompiledHead.TableEnd"/>.</param>
    /// <param name="read">Reads pages of the body.</param>
    /// <param name="damaged">What to throw where a page turns out to be damaged.</param>
    public static PolicyDocument? Open(CompiledHead head, ReadOnlyMemory<byte> front, PageReader read, Func<GuardException> damaged)
    {
        var pages = front[(int)head.FrameEnd..(int)head.PagesEnd];
        var table = front[(int)head.PagesEnd..];
        if (Frame(head, front) is not { } frame || !head.NamesTable(pages.Span, table.Span)) return null;
        return PolicyReader.Read("the compiled policy", frame).Document is { } policy
            ? policy with { Rules = new CompiledRules(table, new CompiledBody(pages, head.BodySize, read, damaged)), RulesRoot = head.Root.ToArray() }
            : null;
    }

    /// <summary>The policy without its rules, as written; null where it is not what the head names.</summary>
    public static ReadOnlyMemory<byte>? Frame(CompiledHead head, ReadOnlyMemory<byte> front)
    {
        var frame = front[(int)head.StatementEnd..(int)head.FrameEnd];
        return head.NamesFrame(frame.Span) ? frame : null;
    }

    /// <summary>What the signer said; null where it is not what the head names, or nothing was said.</summary>
    public static ReadOnlyMemory<byte>? Statement(CompiledHead head, ReadOnlyMemory<byte> front)
    {
        var statement = front[CompiledHead.Size..(int)head.StatementEnd];
        return !statement.IsEmpty && head.NamesStatement(statement.Span) ? statement : null;
    }

    private static CompiledParts Compile(PolicyDocument policy, byte[] statement)
    {
        var rules = policy.Rules.Select(rule => Encoding.UTF8.GetBytes(rule.Source.GetRawText())).ToList();
        var table = new byte[rules.Count * CompiledRules.EntrySize];
        var offsets = CompiledBody.OffsetsSize(rules.Count);
        var body = new byte[offsets + rules.Sum(rule => rule.Length)];
        var place = offsets;
        for (var i = 0; i < rules.Count; i++)
        {
            CompiledRules.WriteEntry(table.AsSpan(i * CompiledRules.EntrySize, CompiledRules.EntrySize), policy.Rules[i]);
            BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4 * i), place);
            rules[i].CopyTo(body, place);
            place += rules[i].Length;
        }
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(4 * rules.Count), place);
        var pages = new byte[CompiledBody.Pages(body.Length) * Sha256.Size];
        for (var page = 0; page * CompiledBody.PageSize < body.Length; page++)
            LaneHash.Of(body.AsSpan(page * CompiledBody.PageSize, Math.Min(CompiledBody.PageSize, body.Length - (page * CompiledBody.PageSize)))).CopyTo(pages, page * Sha256.Size);
        return new CompiledParts(PolicyRoot.OfRules(policy.Rules), statement, PolicyWriter.Write(policy with { Rules = [] }), pages, table, body);
    }
}
