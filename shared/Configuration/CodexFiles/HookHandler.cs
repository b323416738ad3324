namespace Sallyport.Configuration.CodexFiles;

/// <summary>A command hook as hooks.json defines it, and where it stands.</summary>
internal sealed record HookHandler(
    string Event, int Group, int Index, string? Matcher, string Command,
    long? Timeout = null, bool Async = false, string? StatusMessage = null, long? AdditionalContextLimit = null)
{
    /// <summary>False for the other kinds (<c>mcp_tool</c> …), which have no command.</summary>
    public bool IsCommand { get; init; } = true;

    /// <summary>It runs one of our binaries.</summary>
    public bool IsOurs => IsCommand && HookRegistration.BinaryOf(Event, Command) is not null;

    /// <summary>It is that registration, in every value that Codex reads.</summary>
    public bool Is(HookRegistration wanted) =>
        IsCommand && Event == wanted.Event && Matcher == wanted.Matcher && Command == wanted.Command && Timeout == wanted.Timeout
        && !Async && StatusMessage == HookRegistration.StatusMessage && AdditionalContextLimit is null;
}
