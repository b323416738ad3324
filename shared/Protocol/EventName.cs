namespace Sallyport.Protocol;

/// <summary>The lifecycle events of Codex that Sallyport answers.</summary>
public enum EventName : byte
{
    /// <summary>The first turn of a session, a resume, a clear, a compaction or a fork.</summary>
    SessionStart,
    /// <summary>The person sent a prompt.</summary>
    UserPromptSubmit,
    /// <summary>A tool is about to run.</summary>
    PreToolUse,
    /// <summary>Codex is about to ask the person for approval.</summary>
    PermissionRequest,
    /// <summary>A tool has returned.</summary>
    PostToolUse,
    /// <summary>The turn is over.</summary>
    Stop,
    /// <summary>A subagent begins.</summary>
    SubagentStart,
    /// <summary>A subagent has said its last words.</summary>
    SubagentStop,
    /// <summary>The conversation was cut down to a summary.</summary>
    PostCompact,
    /// <summary>The session is over.</summary>
    SessionEnd,
    /// <summary>The person stopped the turn.</summary>
    Interrupt,
}

/// <summary>The names as they stand on the wire.</summary>
public static class EventNames
{
    /// <summary>The value of <c>hook_event_name</c>.</summary>
    public static string Wire(this EventName name) => name switch
    {
        EventName.SessionStart => "SessionStart",
        EventName.UserPromptSubmit => "UserPromptSubmit",
        EventName.PreToolUse => "PreToolUse",
        EventName.PermissionRequest => "PermissionRequest",
        EventName.PostToolUse => "PostToolUse",
        EventName.SubagentStart => "SubagentStart",
        EventName.SubagentStop => "SubagentStop",
        EventName.PostCompact => "PostCompact",
        EventName.SessionEnd => "SessionEnd",
        EventName.Interrupt => "Interrupt",
        _ => "Stop",
    };

    /// <summary>
    /// True where a non-zero exit with a reason on stderr stops what was about to happen.
    /// At Stop and SubagentStop exit 2 means "go on", and at the others it means nothing: those always exit 0.
    /// </summary>
    public static bool CanBlock(this EventName name) =>
        name is EventName.UserPromptSubmit or EventName.PreToolUse or EventName.PermissionRequest or EventName.PostToolUse;
}
