using System.Runtime.ExceptionServices;
using System.Threading;
using Sallyport.Detection;

namespace Sallyport.Scanning;

/// <summary>
/// Scans a long text on two threads: one reads its sentences for injected instructions, the other looks for everything else. What is found is what
/// <see cref="Scanner.Inspect(ReadOnlySpan{char}, Surface, ScanOptions?)"/> finds; only the time is another. The detector itself knows no threads.
/// </summary>
internal static class LongTextScan
{
    /// <summary>UTF-16 units; a shorter text is scanned before a core that sleeps is awake.</summary>
    public const int Shortest = 256 * 1024;

    /// <summary>Bytes of the second thread's stack: far more than the deepest reading takes, which a test shows on a fourth of it.</summary>
    public const int Stack = 1024 * 1024;

    /// <summary>The same as the scanner's.</summary>
    public static ScanResult Inspect(string text, Surface surface, ScanOptions options)
    {
        var kinds = options.Kinds & FindingKinds.All;
        var isSplit = text.Length >= Shortest && text.Length <= options.MaxChars && (kinds & FindingKinds.Injection) != 0 && kinds != FindingKinds.Injection;
        return isSplit && OnTwo(text, surface, options, Begin) is { } both ? both : Scanner.Inspect(text, surface, options);
    }

    /// <summary>Null where the halves do not make up the whole: no thread was to be had, or there is more to find than is kept.</summary>
    /// <param name="text">The text.</param>
    /// <param name="surface">Where it stands.</param>
    /// <param name="options">What to look for.</param>
    /// <param name="begin">Starts a thread; null where there is none.</param>
    internal static ScanResult? OnTwo(string text, Surface surface, ScanOptions options, Func<ThreadStart, Thread?> begin)
    {
        ScanResult? told = null;
        ExceptionDispatchInfo? failure = null;
        var sentences = Only(options, FindingKinds.Injection);
        var thread = begin(() =>
        {
            try
            {
                told = Scanner.Inspect(text, surface, sentences);
            }
            catch (Exception wrong)
            {
                failure = ExceptionDispatchInfo.Capture(wrong);
            }
        });
        if (thread is null) return null;
        ScanResult rest;
        try
        {
            rest = Scanner.Inspect(text, surface, Only(options, FindingKinds.All & ~FindingKinds.Injection));
        }
        finally
        {
            thread.Join();
        }
        // What goes wrong there goes wrong here: half a scan is none.
        failure?.Throw();
        if (told is not { Truncated: false } || rest.Truncated || told.Findings.Count + rest.Findings.Count > options.MaxFindings) return null;
        return told.Findings.Count == 0 ? rest : rest with { Findings = Overlaps.InOrder([.. rest.Findings, .. told.Findings]) };
    }

    private static ScanOptions Only(ScanOptions options, FindingKinds kinds) => options with { Kinds = options.Kinds & kinds };

    private static Thread? Begin(ThreadStart run)
    {
        try
        {
            var thread = new Thread(run, Stack) { IsBackground = true };
            thread.Start();
            return thread;
        }
        catch (Exception none) when (none is OutOfMemoryException or ThreadStartException)
        {
            return null;
        }
    }
}
