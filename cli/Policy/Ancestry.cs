using System.Globalization;

namespace Sallyport.Cli.Policy;

/// <summary>
/// Who started this process. A tool call of the model runs below Codex; the person's terminal does not. It is a second line: what a tool
/// call may run is judged before it runs.
/// </summary>
internal static class Ancestry
{
    private const int MostSteps = 64;

    /// <summary>True where one of the processes above this one is Codex. Where that cannot be seen: false.</summary>
    public static bool IsBelowCodex()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var process = Environment.ProcessId;
        for (var step = 0; step < MostSteps && process > 1; step++)
        {
            if (Read(process) is not var (name, parent)) return false;
            if (step > 0 && (name == "codex" || name.StartsWith("codex-", StringComparison.Ordinal))) return true;
            process = parent;
        }
        return false;
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
