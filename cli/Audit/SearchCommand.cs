using System.Text;
using System.Text.Json;
using Sallyport.Audit;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit search | show | export</c></summary>
internal static class SearchCommand
{
    private const int UsualLimit = 200;
    private static readonly string[] Columns = ["seq", "time", "kind", "verdict", "tool", "session"];

    public static int Run(AuditArguments arguments)
    {
        if (arguments.Has("--json")) return Lines(arguments, arguments.Number("--limit") ?? long.MaxValue);
        var (files, filter) = (AuditVerb.Files(arguments), AuditVerb.Filter(arguments));
        var limit = arguments.Number("--limit") ?? (arguments.Has("--csv") ? long.MaxValue : UsualLimit);
        return arguments.Has("--csv") ? Csv(files, filter, limit) : Table(files, filter, limit);
    }

    /// <summary>Rows exactly as they were written.</summary>
    public static int Export(AuditArguments arguments)
    {
        if (!arguments.Has("--jsonl")) throw new UsageException("say how: --jsonl, or --otlp URL.");
        return Lines(arguments, arguments.Number("--limit") ?? long.MaxValue);
    }

    public static int Show(AuditArguments arguments)
    {
        var (files, number) = (AuditVerb.Files(arguments), ProofCommands.Number(arguments.One("row")));
        string? found = null;
        RecordReader.Read(files, new RecordFilter { Sequence = number }, (_, line) =>
        {
            found = Encoding.UTF8.GetString(line);
            return false;
        });
        if (found is null)
        {
            Console.Error.WriteLine($"sallyport audit show: there is no row {number}.");
            return ExitCode.Findings;
        }
        if (arguments.Has("--json")) Console.Out.WriteLine(found);
        else Details(JsonDocument.Parse(found).RootElement, "");
        if (!arguments.Has("--json")) Large(files, JsonDocument.Parse(found).RootElement);
        return ExitCode.Ok;
    }

    /// <summary>What was too large for its row and stands before it.</summary>
    private static void Large(AuditFiles files, JsonElement row)
    {
        foreach (var name in (string[])["input", "facts", "output", "text"])
        {
            if (!row.TryGetProperty(name + "Parts", out var large)) continue;
            var (first, count) = (large.GetProperty("first").GetInt64(), large.GetProperty("parts").GetInt64());
            Console.Out.WriteLine($"{name} (rows {first} to {first + count - 1})");
            RecordReader.Read(files, new RecordFilter { Kind = "part" }, (part, _) =>
            {
                var at = part.GetProperty("seq").GetInt64();
                if (at >= first && at < first + count) Console.Out.Write(Sanitize.ForTerminal(part.GetProperty("data").GetString()!));
                return at < first + count;
            });
            Console.Out.WriteLine();
        }
    }

    private static int Lines(AuditArguments arguments, long limit)
    {
        // A terminal gets what it would obey escaped; a file and a pipe get the very bytes.
        using var to = Console.IsOutputRedirected ? Console.OpenStandardOutput() : null;
        using var buffered = to is null ? null : new BufferedStream(to, 1 << 16);
        void Show(ReadOnlySpan<byte> line)
        {
            if (buffered is null)
            {
                Console.Out.WriteLine(Encoding.UTF8.GetString(line));
                return;
            }
            buffered.Write(line);
            buffered.WriteByte((byte)'\n');
        }
        var (files, filter, last) = (AuditVerb.Files(arguments), AuditVerb.Filter(arguments), new Queue<byte[]>());
        RecordReader.Read(files, filter, (_, line) =>
        {
            if (limit == long.MaxValue)
            {
                Show(line);
                return true;
            }
            last.Enqueue(line.ToArray());
            if (last.Count > limit) last.Dequeue();
            return true;
        });
        foreach (var line in last) Show(line);
        return ExitCode.Ok;
    }

    private static int Csv(AuditFiles files, RecordFilter filter, long limit)
    {
        Console.Out.WriteLine(string.Join(',', Columns) + ",rules,subject");
        var last = new Queue<string>();
        RecordReader.Read(files, filter, (row, _) =>
        {
            var line = string.Join(',', [.. Columns.Select(c => RowText.Csv(RowText.Member(row, c))), RowText.Csv(RowText.Rules(row)), RowText.Csv(RowText.Subject(row))]);
            if (limit == long.MaxValue)
            {
                Console.Out.WriteLine(line);
                return true;
            }
            last.Enqueue(line);
            if (last.Count > limit) last.Dequeue();
            return true;
        });
        foreach (var line in last) Console.Out.WriteLine(line);
        return ExitCode.Ok;
    }

    private static int Table(AuditFiles files, RecordFilter filter, long limit)
    {
        var rows = new Queue<string>();
        var all = 0L;
        RecordReader.Read(files, filter, (row, _) =>
        {
            all++;
            rows.Enqueue(RowText.Line(row));
            if (rows.Count > limit) rows.Dequeue();
            return true;
        });
        var width = Console.IsOutputRedirected ? int.MaxValue : Math.Max(60, Console.WindowWidth);
        Console.Out.WriteLine(RowText.Heading);
        foreach (var row in rows) Console.Out.WriteLine(RowText.Cut(row, width));
        Console.Out.WriteLine(all > rows.Count ? $"the last {rows.Count} of {all} rows; --limit N for more" : $"{all} rows");
        return ExitCode.Ok;
    }

    private static void Details(JsonElement value, string indent)
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = indent + Sanitize.ForTerminal(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Console.Out.WriteLine(name);
                Details(member.Value, indent + "  ");
            }
            else if (member.Value.ValueKind == JsonValueKind.Array && member.Value.EnumerateArray().Any(i => i.ValueKind == JsonValueKind.Object))
            {
                Console.Out.WriteLine(name);
                foreach (var item in member.Value.EnumerateArray())
                    Console.Out.WriteLine($"{indent}  {Sanitize.ForTerminal(item.GetRawText())}");
            }
            else
            {
                Console.Out.WriteLine($"{name,-18} {RowText.Member(value, member.Name)}");
            }
        }
    }
}
