using Sallyport.Guards.Settings;

namespace Sallyport.Configuration;

/// <summary>Variables named as Sallyport's that are none: a setting whose name was mistyped does nothing, and says nothing by itself.</summary>
internal static class UnknownVariables
{
    private const string Ours = "SALLYPORT_";

    /// <summary>What to say of them.</summary>
    /// <param name="names">The names of all variables that are set.</param>
    public static IReadOnlyList<string> Notes(IEnumerable<string> names) =>
    [
        .. names.Where(name => name.StartsWith(Ours, StringComparison.OrdinalIgnoreCase) && !Counts(name)).Order(StringComparer.Ordinal)
            .Select(name => $"{Sanitize.ForTerminal(name)} is set and is no variable of Sallyport's, so it does nothing. README.md and docs/guards.md list those that do."),
    ];

    private static bool Counts(string name) =>
        name is "SALLYPORT_DATA_DIR" or "SALLYPORT_POLICY_UPDATE_ALLOWLIST" || IsOfBuilds(name)
        || SettingDefinition.All.Any(setting => setting.Variable == name) || GuardTable.All.Any(setting => setting.Variable == name);

    // What building, testing and packaging read: whoever works on Sallyport may run it beside them.
    private static bool IsOfBuilds(string name) =>
        name is "SALLYPORT_PIE" or "SALLYPORT_DIST" or "SALLYPORT_CODEX" or "SALLYPORT_CODEX_VERSION" or "SALLYPORT_SIGNING_KEY" or "SALLYPORT_MAINTAINER"
        || name.StartsWith("SALLYPORT_TEST_", StringComparison.Ordinal);
}
