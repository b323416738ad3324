namespace Sallyport.Cli.Managed;

/// <summary>The administrator's settings.json.</summary>
internal static class ManagedSettingsText
{
    /// <summary>A mode that nobody below can change.</summary>
    public static string Of(bool monitor) => $$"""
        {
          "mode": "{{(monitor ? "monitor" : "enforce")}}",
          "locked": ["mode", "intentRequired", "auditEnabled"]
        }

        """;
}
