using Sallyport.Configuration;
using Sallyport.Gate;
using Sallyport.State;

namespace Sallyport.PolicyStore;

/// <summary>Who sees or changes policy, and where.</summary>
internal sealed record PolicyActor
{
    /// <summary>The session name of the person's own terminal.</summary>
    public const string Terminal = "terminal";

    /// <summary>The data directory.</summary>
    public required DataDirectory Data { get; init; }

    /// <summary>The settings in force.</summary>
    public required Settings Settings { get; init; }

    /// <summary>Who runs this, and where.</summary>
    public required Surroundings Surroundings { get; init; }

    /// <summary>The session, or <see cref="Terminal"/>.</summary>
    public required string Session { get; init; }

    /// <summary>The directory it is asked for in; null where that is not known.</summary>
    public string? Cwd { get; init; }

    /// <summary>Why policy may not be changed from here; null where it may.</summary>
    public string? Forbidden => !Settings.PolicyUpdates ? "Policy changes are forbidden by the administrator."
        : Person && Settings.PolicyUpdatePlaces is { } places && !places.Has(Session) && !(Cwd is { } cwd && places.Has(cwd))
            ? "Policy changes are allowed only in the sessions and directories that SALLYPORT_POLICY_UPDATE_ALLOWLIST (or ARMORCODEX_POLICY_UPDATE_ALLOWLIST) names, and this is none of them." : null;

    /// <summary>False for the model, which may read and propose and nothing else.</summary>
    public required bool Person { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Now { get; init; }

    /// <summary>Puts what was done on the record: a line, the policy's root, and whether it was refused.</summary>
    public required Action<string, string?, bool> Record { get; init; }

    /// <summary>How its commands are written where they are typed.</summary>
    public string Command => Session == Terminal ? "sallyport policy" : "policy";
}
