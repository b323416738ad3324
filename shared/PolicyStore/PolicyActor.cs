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

    /// <summary>False for the model, which may read and propose and nothing else.</summary>
    public required bool Person { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long Now { get; init; }

    /// <summary>Puts what was done on the record: a line, the policy's root, and whether it was refused.</summary>
    public required Action<string, string?, bool> Record { get; init; }

    /// <summary>How its commands are written where they are typed.</summary>
    public string Command => Session == Terminal ? "sallyport policy" : "policy";
}
