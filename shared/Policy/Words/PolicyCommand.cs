namespace Sallyport.Policy.Words;

/// <summary>What a policy command does.</summary>
internal enum PolicyVerb
{
    Help, List, View, Get, Staged, ProfileList, McpList, BuiltInList,
    Add, Update, Remove, Prioritize, Reset, Default, Template, Mcp, BuiltIn, AllowLast, ProfileSwitch,
    ProfileSave, ProfileDelete, Yes, No,
}

/// <summary>A policy command, read.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Name">A rule's id, a staged change's id, a template, a profile, a server.</param>
/// <param name="Text">A rule in words; an action's word.</param>
/// <param name="Position">Where a rule goes.</param>
internal sealed record PolicyCommand(PolicyVerb Verb, string? Name = null, string? Text = null, int Position = 0)
{
    /// <summary>True where it only reads.</summary>
    public bool OnlyReads => Verb <= PolicyVerb.BuiltInList;

    /// <summary>True where it proposes a change, which then waits for the person.</summary>
    public bool Stages => Verb is >= PolicyVerb.Add and <= PolicyVerb.ProfileSwitch;
}

/// <summary>What a text is.</summary>
/// <param name="Command">The command; null where it is none.</param>
/// <param name="Problem">Where it can only be meant as a command and is not understood: what to say. Nothing is changed then.</param>
internal readonly record struct CommandReading(PolicyCommand? Command, string? Problem)
{
    /// <summary>A text that is no command: a prompt.</summary>
    public static CommandReading None => default;

    /// <summary>True for a prompt.</summary>
    public bool IsNone => Command is null && Problem is null;

    public static implicit operator CommandReading(PolicyCommand command) => new(command, null);
}
