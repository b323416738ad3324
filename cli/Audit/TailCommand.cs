using System.Text;
using Sallyport.Audit;

namespace Sallyport.Cli.Audit;

/// <summary><c>sallyport audit tail</c></summary>
internal static class TailCommand
{
    private const int Usual = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static int Run(AuditArguments arguments)
    {
        var files = AuditVerb.Files(arguments);
        var json = arguments.Has("--json");
        var wanted = (int)Math.Min(arguments.Number("-n") ?? Usual, 100_000);
        var segments = files.Segments();
        var last = new Queue<string>();
        var (segment, end) = (1, 0L);
        // The last segment nearly always holds enough; where it has just begun, the one before it is read too.
        for (var i = Math.Max(0, segments.Length - 2); i < segments.Length; i++)
        {
            segment = segments[i];
            RecordReader.ReadSegment(files, segment, 0, new RecordFilter(), (row, line) =>
            {
                last.Enqueue(json ? Encoding.UTF8.GetString(line) : RowText.Line(row));
                if (last.Count > wanted) last.Dequeue();
                return true;
            }, out end);
        }
        foreach (var line in last) Console.Out.WriteLine(line);
        while (arguments.Has("-f"))
        {
            Thread.Sleep(Pause);
            RecordReader.ReadSegment(files, segment, end, new RecordFilter(), (row, line) =>
            {
                Console.Out.WriteLine(json ? Encoding.UTF8.GetString(line) : RowText.Line(row));
                return true;
            }, out end);
            // The next segment, or the first that retention has left.
            var current = new FileInfo(files.Segment(segment));
            if (current.Exists && (current.Length != end || !File.Exists(files.Segment(segment + 1)))) continue;
            if (Array.Find(files.Segments(), s => s > segment) is > 0 and var next) (segment, end) = (next, 0);
        }
        return ExitCode.Ok;
    }
}
