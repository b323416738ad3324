using System.Text.Json;
using Sallyport.Detection;

namespace Sallyport.Policy.Rules;

/// <summary>A policy file: rules in order, and what happens to calls that none of them speaks of.</summary>
internal sealed record PolicyDocument
{
    /// <summary>A policy that says nothing.</summary>
    public static readonly PolicyDocument Empty = new();

    /// <summary>The schema that an editor checks it with.</summary>
    public string? Schema { get; init; }

    /// <summary>What the policy is for.</summary>
    public string? Description { get; init; }

    /// <summary>Counts up with every change. A bundle with a lower one is refused.</summary>
    public long Version { get; init; }

    /// <summary>What happens where no rule matches.</summary>
    public Verdict Default { get; init; } = Verdict.Allow;

    /// <summary>Built-in packs and rules whose action was changed, by id.</summary>
    public IReadOnlyDictionary<string, Verdict> BuiltIn { get; init; } = new Dictionary<string, Verdict>();

    /// <summary>Built-in packs and rules whose action lower layers cannot change, by id; <c>*</c> for all. The administrator's layer only.</summary>
    public IReadOnlyList<string> Locked { get; init; } = [];

    /// <summary>What is done about secrets, personal data and the like found in texts; null where the file says nothing of it.</summary>
    public DetectionSection? Detection { get; init; }

    /// <summary>The rules: the first that matches decides.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; init; } = [];

    /// <summary>The root of the rules where it is known already; see <see cref="PolicyRoot"/>.</summary>
    public byte[]? RulesRoot { get; init; }

    /// <summary>The rule of that id, or null.</summary>
    public PolicyRule? Find(string id) => Rules.FirstOrDefault(rule => rule.Id == id);
}

/// <summary>The section of a policy that speaks of findings.</summary>
/// <param name="Policy">What it says.</param>
/// <param name="Source">The section as written: it belongs to what the policy's root names.</param>
internal sealed record DetectionSection(DetectionPolicy Policy, JsonElement Source);

/// <summary>One rule. All its conditions must hold.</summary>
internal sealed record PolicyRule
{
    /// <summary>Its name, unique in its file.</summary>
    public required string Id { get; init; }

    /// <summary>What it does with a call.</summary>
    public required Verdict Action { get; init; }

    /// <summary>The conditions.</summary>
    public required RuleConditions When { get; init; }

    /// <summary>With allow: also answers Codex's own approval prompt.</summary>
    public bool Escalate { get; init; }

    /// <summary>Why, for the model and the person.</summary>
    public string? Reason { get; init; }

    /// <summary>A safer way.</summary>
    public string? Suggest { get; init; }

    /// <summary>The rule as written: what is shown, hashed and written back.</summary>
    public required JsonElement Source { get; init; }
}
