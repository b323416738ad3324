using System.Text.Json;

namespace Sallyport.Plans;

/// <summary>What Codex said it would do, in normal form: what was sent in other shapes has been read into this one.</summary>
/// <param name="Goal">What all of it is for, in the model's words.</param>
/// <param name="Steps">The steps. A call is planned when they cover it; their order and number of uses bind nothing.</param>
internal sealed record Plan(string Goal, IReadOnlyList<PlanStep> Steps);

/// <summary>One step: a tool, and what its calls may look like. A field that is not declared restricts nothing.</summary>
internal sealed record PlanStep
{
    /// <summary>The tool's canonical name (<see cref="ToolNames"/>), or <c>mcp__server__*</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Why, in the model's words. Decides nothing.</summary>
    public string Description { get; init; } = "";

    /// <summary>A JSON object that must be contained in the call's input; null where none was declared.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>For Bash: patterns of the simple commands that may run.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];

    /// <summary>Globs of the paths that may be touched.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Patterns of the hosts that may be reached.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>True where any call of the tool is planned.</summary>
    public bool Unrestricted => Inputs is null && Commands.Count == 0 && Paths.Count == 0 && Hosts.Count == 0;
}
