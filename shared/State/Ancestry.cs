using System.Globalization;

namespace Sallyport.State;

/// <summary>
/// Who started this process. A tool call of the model runs below Codex; the person's terminal does not. It is a second line: what a tool
/// call may run is judged before it runs.
/// </summary>
internal static class Ancestry
{
    private const int MostSteps = 64;

    /// <summary>
    /// True where a tool call started this, by whatever way round: Codex gives these variables to the commands of tool calls and to nothing
    /// else, and what they start has them too, also where it was cut off from its parents or Codex itself was started by it.
    /// </summary>
    public static bool IsOfToolCall => IsToolCall(Environment.GetEnvironmentVariable);

    /// <summary>The same for given variables.</summary>
    internal static bool IsToolCall(Func<string, string?> variable) => variable("CODEX_TOOL_CALL_ID") is { Length: > 0 } || variable("CODEX_THREAD_ID") is { Length: > 0 };

    /// <summary>True where one of the processes above this one is Codex, or a tool call started it. Where that cannot be seen: false.</summary>
    public static bool IsBelowCodex()
    {
        if (IsOfToolCall) return true;
        if (!OperatingSystem.IsLinux()) return false;
        var process = Environment.ProcessId;
        for (var step = 0; step < MostSteps && process > 1; step++)
        {
            if (Read(process) is not var (name, parent)) return false;
            if (step > 0 && IsCodex(name)) return true;
            process = parent;
        }
        return false;
    }

    /// <summary>True where Codex stands above this program and did not start it itself: a tool call of the model did.</summary>
    /// <param name="program">This program's file name, which the shell that Codex starts a hook with has on its command line.</param>
    public static bool IsForged(string program)
    {
        if (IsOfToolCall) return true;
        if (!OperatingSystem.IsLinux()) return false;
        var above = new List<(string Name, string CommandLine)>();
        var process = Environment.ProcessId;
        for (var step = 0; step < MostSteps && process > 1; step++)
        {
            if (Read(process) is not var (name, parent)) return false;
            if (step > 0) above.Add((name, CommandLine(process)));
            process = parent;
        }
        return IsForged(program, above);
    }

    /// <summary>The same for given ancestors, the nearest first.</summary>
    internal static bool IsForged(string program, IReadOnlyList<(string Name, string CommandLine)> above)
    {
        var between = true;
        for (var i = 0; i < above.Count; i++)
        {
            if (IsCodex(above[i].Name)) return !between || IsNested(above, i + 1);
            between &= above[i].CommandLine.Contains(program, StringComparison.Ordinal);
        }
        return false;
    }

    // A Codex that another Codex's tool call started is told by that call's model what to do. One that Codex itself started is part of it.
    private static bool IsNested(IReadOnlyList<(string Name, string CommandLine)> above, int from)
    {
        var outer = from;
        while (outer < above.Count && !IsCodex(above[outer].Name)) outer++;
        return outer > from && outer < above.Count;
    }

    private static bool IsCodex(string name) => name == "codex" || name.StartsWith("codex-", StringComparison.Ordinal);

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // "pid (name) state parent …": the name may hold anything, so its end is the last bracket.
    private static (string Name, int Parent)? Read(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            var (open, close) = (status.IndexOf('('), status.LastIndexOf(')'));
            if (open < 0 || close < open) return null;
            var fields = status[(close + 2)..].Split(' ');
            return int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? (status[(open + 1)..close], parent) : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
