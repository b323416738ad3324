namespace Sallyport.Configuration;

/// <summary>
/// Puts the layers together: a locked managed value; else the user's file; else the environment; else the managed value that is not
/// locked; else the default. Where requirements.toml started the hook, what stands below the administrator's value may only be stricter.
/// </summary>
internal static class SettingsLayers
{
    /// <summary>Combines the layers.</summary>
    /// <param name="managed">The administrator's file, already trusted; null where there is none.</param>
    /// <param name="user">The user's file; null where there is none.</param>
    /// <param name="environment">Looks a variable up.</param>
    /// <param name="onlyTighten">The hook was started from requirements.toml.</param>
    /// <param name="managedDirectory">The administrator's directory where it is in force.</param>
    /// <param name="notes">What the caller already found that reduces protection.</param>
    /// <exception cref="GuardException">A variable has an unknown value; names the variable and what it takes.</exception>
    public static Settings Combine(
        SettingsFile? managed, SettingsFile? user, Func<string, string?> environment,
        bool onlyTighten, string? managedDirectory, IReadOnlyList<string> notes)
    {
        var values = new SettingValue[SettingDefinition.All.Length];
        var told = new List<string>(notes);
        foreach (var definition in SettingDefinition.All)
        {
            var floor = managed?[definition.Setting] is { } set
                ? new SettingValue(set, managed.Path, managed.Locks(definition.Setting))
                : new SettingValue(definition.Default, "default", managed?.Locks(definition.Setting) ?? false);
            var own = FromFile(user, definition) ?? FromEnvironment(environment, definition);
            values[(int)definition.Setting] = Choose(definition, floor, own, onlyTighten, told);
        }
        return new Settings(values, managedDirectory, told)
        {
            PolicyKeys = managed?.PolicyKeys ?? [],
            OnlyTighten = onlyTighten,
            PolicyUpdatePlaces = Places(environment("SALLYPORT_POLICY_UPDATE_ALLOWLIST") is { Length: > 0 } places ? places : environment("ARMORCODEX_POLICY_UPDATE_ALLOWLIST")),
            Guards = new(managed?.Guards, managed?.Path ?? "", managed?.LocksGuards ?? false, user?.Guards, user?.Path ?? "", onlyTighten),
        };
    }

    private static SettingValue Choose(SettingDefinition definition, SettingValue floor, SettingValue? own, bool onlyTighten, List<string> told)
    {
        if (own is not { } value || value.Value == floor.Value) return floor;
        var looser = definition.Strictness is { } strictness && strictness(value.Value) < strictness(floor.Value);
        if (floor.Locked || (onlyTighten && looser))
        {
            told.Add($"{value.Source} asks for {definition.Key}={value.Value}; the administrator's {floor.Value} stands.");
            return floor with { Locked = true };
        }
        if (looser) told.Add($"{definition.Key}={value.Value} ({value.Source}) reduces protection; {floor.Value} is the {(floor.Source == "default" ? "default" : "managed value")}.");
        return value;
    }

    private static string[]? Places(string? list)
    {
        if (string.IsNullOrWhiteSpace(list)) return null;
        var places = list.Split((char[])[',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Array.IndexOf(places, "*") >= 0 ? null : places;
    }

    private static SettingValue? FromFile(SettingsFile? user, SettingDefinition definition) =>
        user?[definition.Setting] is { } value ? new SettingValue(value, user.Path, false) : null;

    private static SettingValue? FromEnvironment(Func<string, string?> environment, SettingDefinition definition)
    {
        var (name, written) = (definition.Variable, environment(definition.Variable));
        if (string.IsNullOrEmpty(written) && definition.OlderVariable is { } older) (name, written) = (older, environment(older));
        if (string.IsNullOrEmpty(written)) return null;
        var value = definition.Read(written) ?? throw new GuardException(
            $"the environment variable {name} may not be '{Sanitize.ForTerminal(written)}'. It takes {definition.Allowed}.");
        return new SettingValue(value, name, false);
    }
}
