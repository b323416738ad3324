namespace Sallyport.Configuration;

/// <summary>A value and where it came from.</summary>
/// <param name="Value">In its normal form.</param>
/// <param name="Source"><c>default</c>, the environment variable's name, or the file.</param>
/// <param name="Locked">Set by the administrator so that nobody below can change it.</param>
internal readonly record struct SettingValue(string Value, string Source, bool Locked);

/// <summary>The settings in force, each with where it came from.</summary>
internal sealed class Settings
{
    private readonly SettingValue[] _values;

    /// <summary>Settings of values in the order of <see cref="Setting"/>.</summary>
    public Settings(SettingValue[] values, string? managedDirectory, IReadOnlyList<string> notes)
    {
        _values = values;
        ManagedDirectory = managedDirectory;
        Notes = notes;
    }

    /// <summary>One value with its source.</summary>
    public SettingValue this[Setting setting] => _values[(int)setting];

    /// <summary>The administrator's directory where it is in force; null where nothing is managed.</summary>
    public string? ManagedDirectory { get; }

    /// <summary>What reduces protection or was not taken, for SessionStart and <c>status</c>.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>What is said of remote guards, not read yet.</summary>
    public required Guards.Settings.GuardLayers Guards { get; init; }

    /// <summary>False in monitor mode, which records what it would have done and lets everything through.</summary>
    public bool Enforce => this[Setting.Mode].Value == "enforce";

    /// <summary>A tool call needs a plan.</summary>
    public bool IntentRequired => Is(Setting.IntentRequired);

    /// <summary>A step whose declared inputs are all unknown to the tool does not match by name alone.</summary>
    public bool StrictPlans => this[Setting.PlanMatching].Value == "strict";

    /// <summary>A plan that widens the widest approved one waits for the person.</summary>
    public bool AskForAmendments => this[Setting.PlanAmendments].Value == "ask";

    /// <summary>How long a plan stays valid; null for no limit.</summary>
    public TimeSpan? PlanLifetime => int.Parse(this[Setting.PlanTtlSeconds].Value) is > 0 and var s ? TimeSpan.FromSeconds(s) : null;

    /// <summary>Events are recorded.</summary>
    public bool AuditEnabled => Is(Setting.AuditEnabled);

    /// <summary>An event that cannot be recorded is refused.</summary>
    public bool DenyUnrecorded => this[Setting.AuditFailure].Value == "deny";

    /// <summary>A policy that changed other than through Sallyport denies until the person accepts it.</summary>
    public bool PolicyBound => Is(Setting.CryptoPolicyEnabled);

    /// <summary>People may change their policy, and the model may propose changes to them.</summary>
    public bool PolicyUpdates => Is(Setting.PolicyUpdateEnabled);

    /// <summary>The sessions and directories that policy may be changed in; null for all. It comes from the environment, and can only forbid.</summary>
    public IReadOnlyList<string>? PolicyUpdatePlaces { get; init; }

    /// <summary>The person may pause.</summary>
    public bool MayPause => Is(Setting.PauseEnabled);

    /// <summary>Which repositories' own policies count: <c>off</c>, <c>trusted</c> or <c>all</c>.</summary>
    public string RepositoryPolicy => this[Setting.RepositoryPolicy].Value;

    /// <summary>The administrator's policy counts only where one of <see cref="PolicyKeys"/> signed it.</summary>
    public bool SignatureRequired => Is(Setting.PolicySignatureRequired);

    /// <summary>Whose signature under the administrator's policy counts, in the form <c>name+id+key</c>; only the managed file can name them.</summary>
    public IReadOnlyList<string> PolicyKeys { get; init; } = [];

    /// <summary>True where requirements.toml started the hook: what users set may then only tighten.</summary>
    public bool OnlyTighten { get; init; }

    /// <summary>Prompts and answers are recorded, masked; else their hashes alone.</summary>
    public bool RecordText => this[Setting.RecordText].Value == "masked";

    /// <summary>Where the record is shipped to; null for nowhere.</summary>
    public string? AuditShipUrl => this[Setting.AuditShipUrl].Value is { Length: > 0 } url ? url : null;

    /// <summary>A setting that is a whole number.</summary>
    public int Number(Setting setting) => int.Parse(this[setting].Value);

    /// <summary>Debug lines on stderr.</summary>
    public bool Debug => Is(Setting.Debug);

    /// <summary>The same with another value for one setting: for what is judged again, and asks nobody for a plan.</summary>
    public Settings With(Setting setting, string value)
    {
        var values = (SettingValue[])_values.Clone();
        values[(int)setting] = new SettingValue(value, "replay", false);
        return new Settings(values, ManagedDirectory, Notes) { PolicyKeys = PolicyKeys, OnlyTighten = OnlyTighten, PolicyUpdatePlaces = PolicyUpdatePlaces, Guards = Guards };
    }

    private bool Is(Setting setting) => this[setting].Value == "true";
}
