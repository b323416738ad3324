using Sallyport.Detection;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;

namespace Sallyport.Guards;

/// <summary>What every adapter works with.</summary>
/// <param name="Settings">The settings in force.</param>
/// <param name="Folder">What outlives the helper.</param>
/// <param name="Clock">The time, so that tests have their own.</param>
/// <param name="Rules">People's own rules of what is masked.</param>
internal sealed record GuardContext(GuardSettings Settings, GuardFolder Folder, TimeProvider Clock, IReadOnlyList<UserRule>? Rules = null)
{
    /// <summary>The person's home directory; null where there is none.</summary>
    public string? Home { get; init; }

    /// <summary>Codex's home directory; null where there is none.</summary>
    public string? CodexHome { get; init; }

    /// <summary>Now.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A credential: what is set, else what its private file holds.</summary>
    /// <returns>The credential, or why there is none.</returns>
    public (string? Value, string Why) Credential(GuardSetting value, GuardSetting file)
    {
        if (Settings.Text(value) is { } set) return (set, "");
        if (Settings.Text(file) is not { } path) return (null, $"there is no credential. Set {value.Older[0].Variable} or {value.Key}.");
        try
        {
            if (PrivateFile.Read(path) is not { } held) return (null, $"{path} is missing.");
            return GuardValues.HeaderValue(held) is { } credential ? (credential, "") : (null, $"{path} does not hold a credential: one line without spaces.");
        }
        catch (GuardException wrong)
        {
            return (null, wrong.Message);
        }
    }
}
