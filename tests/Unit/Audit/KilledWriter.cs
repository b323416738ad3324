using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sallyport.Audit;
using Sallyport.State;

namespace Sallyport.Tests.Audit;

/// <summary>
/// A process that does nothing but append, for tests that kill it: the test program started again, with a variable that says so.
/// </summary>
internal static class KilledWriter
{
    private const string Variable = "SALLYPORT_TEST_WRITER";

    /// <summary>Starts a writer, which appends from one number to another and ends: it notes each row in <paramref name="acknowledged"/> once the append has returned.</summary>
    public static Process Start(string dataDirectory, string acknowledged, int from, int to)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Variable] = $"{from}\n{to}\n{dataDirectory}\n{acknowledged}";
        return Process.Start(start)!;
    }

#pragma warning disable CA2255 // the test program is its own helper: before the runner starts, it looks what it was started for
    [ModuleInitializer]
    internal static void RunIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Split('\n') is not [var from, var to, var root, var acknowledged]) return;
        var data = DataDirectory.Open(root);
        var options = new AuditOptions { CheckpointEvery = 500, SegmentBytes = 2_000_000 };
        for (var i = int.Parse(from, CultureInfo.InvariantCulture); i < int.Parse(to, CultureInfo.InvariantCulture); i++)
        {
            var text = $"{Path.GetFileName(acknowledged)}:{i}";
            var padding = new string('x', i % 500 == 0 ? 100_000 : i % 7 * 100);
            var receipt = AuditLog.Append(data, new AuditRecord { Kind = "decision", Time = i, Session = text, Text = padding }, options);
            AppendFile.Append(acknowledged, Encoding.ASCII.GetBytes($"{text} {Convert.ToHexStringLower(receipt.LeafHash)} {receipt.Sequence}\n"));
        }
        Environment.Exit(0);
    }
#pragma warning restore CA2255
}
