using System.Text.Json;

namespace Sallyport.Replay;

/// <summary>What a line of a transcript tells.</summary>
internal enum TranscriptKind
{
    /// <summary>The person's prompt.</summary>
    Prompt,

    /// <summary>A tool call.</summary>
    Call,

    /// <summary>What a tool returned.</summary>
    Result,

    /// <summary>The model's answer.</summary>
    Answer,
}

/// <summary>One thing that happened in a past session.</summary>
/// <param name="Kind">What.</param>
/// <param name="Line">The line of the transcript, from 1.</param>
/// <param name="Id">The call's id, for calls and results.</param>
/// <param name="Tool">The tool, as hooks are told it.</param>
/// <param name="Input">The tool's input, as hooks are told it.</param>
/// <param name="Text">The text, for everything else.</param>
/// <param name="Cwd">Where it ran.</param>
internal readonly record struct TranscriptEvent(TranscriptKind Kind, int Line, string? Id, string? Tool, JsonElement Input, string? Text, string Cwd);
