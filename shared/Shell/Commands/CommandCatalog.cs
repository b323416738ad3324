namespace Sallyport.Shell.Commands;

/// <summary>What each known program does with its arguments.</summary>
internal static class CommandCatalog
{
    /// <summary>What <paramref name="run"/> would do.</summary>
    public static CommandMeaning Describe(CommandRun run, ObservedFacts facts) => new() { Understood = false };
}
