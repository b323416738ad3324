using System.Text.Json;

namespace Sallyport.Guards.Settings;

/// <summary>What the settings files say of guards, not read yet: hooks of sites without guards spend nothing on them.</summary>
/// <param name="Managed">The administrator's <c>guards</c>; null where there is none.</param>
/// <param name="ManagedPath">The administrator's file.</param>
/// <param name="Locked">True where nobody below can change it.</param>
/// <param name="User">The user's <c>guards</c>; null where there is none.</param>
/// <param name="UserPath">The user's file.</param>
/// <param name="OnlyTighten">The hook was started from requirements.toml.</param>
internal sealed record GuardLayers(JsonElement? Managed, string ManagedPath, bool Locked, JsonElement? User, string UserPath, bool OnlyTighten)
{
    /// <summary>True where anything at all speaks of guards: only then is there more to read.</summary>
    public bool Mentioned(Func<string, string?> environment)
    {
        if (Managed is not null || User is not null) return true;
        foreach (var name in (ReadOnlySpan<string>)
            ["F5_GUARDRAILS_API_TOKEN", "AXONFLOW_ENDPOINT", "ARMORIQ_API_KEY", "SALLYPORT_F5", "SALLYPORT_F5_TOKEN", "SALLYPORT_F5_TOKEN_FILE",
             "SALLYPORT_AXONFLOW", "SALLYPORT_AXONFLOW_URL", "SALLYPORT_ARMORIQ", "SALLYPORT_ARMORIQ_KEY", "SALLYPORT_ARMORIQ_KEY_FILE"])
            if (environment(name) is { Length: > 0 }) return true;
        return false;
    }
}
