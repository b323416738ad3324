namespace Sallyport.Plans;

/// <summary>How large a plan may be. A plan is read before every tool call, and shown to people.</summary>
internal static class PlanLimits
{
    /// <summary>UTF-8 bytes of the whole registration.</summary>
    public const int Bytes = 256 * 1024;

    /// <summary>Steps.</summary>
    public const int Steps = 200;

    /// <summary>Commands, paths or hosts of one step.</summary>
    public const int PatternsPerStep = 64;

    /// <summary>Commands, paths and hosts of all steps together.</summary>
    public const int Patterns = 2000;

    /// <summary>UTF-16 units of a command; it is compared as a whole, so it is refused, not shortened.</summary>
    public const int Command = 16 * 1024;

    /// <summary>UTF-16 units of a path, host or tool name.</summary>
    public const int Name = 1024;

    /// <summary>How often a path may climb with <c>..</c>.</summary>
    public const int Climbs = 32;

    /// <summary>UTF-16 units of the goal and of a description; longer prose is shortened, as it decides nothing.</summary>
    public const int Prose = 2000;

    /// <summary>Nesting of a step's inputs.</summary>
    public const int Depth = 24;

    /// <summary>How often JSON may be wrapped in a JSON string.</summary>
    public const int Wrapping = 3;
}
