using System.Text.Json;
using Sallyport.Configuration;

namespace Sallyport.Guards.Settings;

/// <summary>
/// Puts the layers together: the user's file, then the environment, then what the administrator leaves open, then the default. A guard
/// that the administrator's file speaks of is theirs where that file is locked or requirements.toml started the hook: then nobody else
/// says where it is or how long it may take; a fail mode may only be stricter, and a credential counts where the administrator gives none.
/// </summary>
internal static class GuardSettingsReader
{
    /// <summary>Reads the guards' settings.</summary>
    /// <exception cref="GuardException">An unknown key or value; names the file or variable and what it takes.</exception>
    public static GuardSettings Read(GuardLayers layers, Func<string, string?> environment)
    {
        var managed = Section(layers.Managed, layers.ManagedPath);
        var user = Section(layers.User, layers.UserPath);
        var theirs = Owned(managed, layers);
        var notes = new List<string>();
        var values = new Dictionary<GuardSetting, GuardValue>(ReferenceEqualityComparer.Instance);
        foreach (var setting in GuardTable.All)
        {
            var own = user.TryGetValue(setting, out var written) ? new GuardValue(written, layers.UserPath) : FromEnvironment(setting, environment);
            GuardValue? floor = managed.TryGetValue(setting, out var set) ? new GuardValue(set, layers.ManagedPath) : null;
            values[setting] = theirs[Place(setting.Service)] ? Theirs(setting, floor, own, notes) : own ?? floor ?? ByDefault(setting);
        }
        if (environment("ARMORCODEX_VERIFY_SSL") is { Length: > 0 } verify && GuardValues.Flag(verify) != "true")
            notes.Add("ARMORCODEX_VERIFY_SSL asks not to verify certificates; they are always verified. A private authority goes into guards.caBundle.");
        return new GuardSettings(values, notes);
    }

    private static GuardValue Theirs(GuardSetting setting, GuardValue? floor, GuardValue? own, List<string> notes)
    {
        var stands = floor ?? ByDefault(setting);
        if (own is not { } value || value.Value == stands.Value) return stands;
        if (setting.Credential && floor is null) return value;
        if (setting.Stricter is { } stricter && stands.Value is { } theirs)
        {
            var strictest = stricter(theirs, value.Value!);
            if (strictest == value.Value) return value;
            if (strictest != theirs) return new GuardValue(strictest, $"{stands.Source} and {value.Source}");
        }
        notes.Add($"{value.Source} sets {setting.Key}; the administrator's {(setting.Secret ? "value" : stands.Value ?? "(none)")} stands.");
        return stands;
    }

    // What is every guard's (the bundle, the deadline) is the administrator's too once any guard is.
    private static bool[] Owned(Dictionary<GuardSetting, string> managed, GuardLayers layers)
    {
        var owned = new bool[4];
        if (!layers.Locked && !layers.OnlyTighten) return owned;
        foreach (var setting in managed.Keys) owned[Place(setting.Service)] = owned[0] = true;
        if (layers.Locked && layers.Managed is not null) Array.Fill(owned, true);
        return owned;
    }

    private static int Place(Service? service) => service is { } one ? (int)one + 1 : 0;

    private static GuardValue ByDefault(GuardSetting setting) => new(setting.Default, "default");

    private static GuardValue? FromEnvironment(GuardSetting setting, Func<string, string?> environment)
    {
        if (environment(setting.Variable) is { Length: > 0 } written) return Accept(setting, setting.Variable, written, setting.Read);
        foreach (var (older, convert) in setting.Older)
            if (environment(older) is { Length: > 0 } known) return Accept(setting, older, known, convert ?? setting.Read);
        return null;
    }

    private static GuardValue Accept(GuardSetting setting, string variable, string written, Func<string, string?> read) =>
        read(written) is { } value ? new GuardValue(value, variable) : throw new GuardException(
            $"the environment variable {variable} may not be {(setting.Secret ? "what it is" : $"'{Sanitize.ForTerminal(written)}'")}. It takes {setting.Allowed}.");

    private static Dictionary<GuardSetting, string> Section(JsonElement? section, string path)
    {
        var values = new Dictionary<GuardSetting, string>(ReferenceEqualityComparer.Instance);
        if (section is not { } guards) return values;
        if (guards.ValueKind != JsonValueKind.Object) throw new GuardException($"{path}: 'guards' takes an object.");
        foreach (var member in guards.EnumerateObject())
        {
            if (Services.Parse(member.Name) is { } service)
            {
                if (member.Value.ValueKind != JsonValueKind.Object) throw new GuardException($"{path}: 'guards.{member.Name}' takes an object.");
                foreach (var own in member.Value.EnumerateObject()) Add(values, service, own, path);
            }
            else
            {
                Add(values, null, member, path);
            }
        }
        return values;
    }

    private static void Add(Dictionary<GuardSetting, string> values, Service? service, JsonProperty member, string path)
    {
        var setting = Array.Find(GuardTable.All, s => s.Service == service && s.Name == member.Name) ?? throw new GuardException(
            $"{path}: unknown setting 'guards.{(service is { } s ? s.Word() + "." : "")}{Sanitize.ForTerminal(member.Name)}'. Known: "
            + $"{string.Join(", ", GuardTable.All.Where(k => k.Service == service).Select(k => k.Name))}{(service is null ? ", f5, axonflow, armoriq" : "")}.");
        var written = SettingsFile.Written(member.Value);
        values[setting] = setting.Read(written) ?? throw new GuardException(
            $"{path}: '{setting.Key}' may not be {(setting.Secret ? "what it is" : $"'{Sanitize.ForTerminal(written)}'")}. It takes {setting.Allowed}.");
    }
}
