using Sallyport.Detection;

namespace Sallyport.Guards;

/// <summary>What a guard is asked about. Everything in it is masked already: nothing else ever leaves.</summary>
internal sealed record GuardQuestion
{
    /// <summary>Where the text stood.</summary>
    public required Surface Surface { get; init; }

    /// <summary>Codex's event.</summary>
    public required string Event { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>The tool; null for prompts and answers.</summary>
    public string? Tool { get; init; }

    /// <summary>The tool's input as JSON; null for prompts and answers.</summary>
    public string? Input { get; init; }

    /// <summary>Codex's session.</summary>
    public required string Session { get; init; }

    /// <summary>Codex's turn.</summary>
    public string? Turn { get; init; }

    /// <summary>The subagent; null for the root thread.</summary>
    public string? Agent { get; init; }

    /// <summary>Codex's id of the call.</summary>
    public string? Call { get; init; }

    /// <summary>True where the tool says that it failed.</summary>
    public bool Failed { get; init; }
}
