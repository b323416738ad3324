using System.Text.Json;
using ModelContextProtocol.Protocol;
using Sallyport.Plans;
using Sallyport.State;

namespace Sallyport.Mcp;

/// <summary>
/// Declares a plan. The session's own hook has bound it by the time the call arrives here; this answers whether it is one, and
/// hands it over where no hook was told the session.
/// </summary>
internal sealed class RegisterIntentPlanTool(DataDirectory data) : SallyportTool(Definition())
{
    private readonly string _owner = $"mcp:{Environment.ProcessId}";

    protected override ToolAnswer Answer(JsonElement arguments, CallOrigin origin)
    {
        var reading = PlanReader.Read(arguments);
        if (reading.Plan is not { } plan) return new ToolAnswer(reading.Problem!, IsError: true);

        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var bound = true;
        if (origin.SessionId is { } session)
        {
            if (!SessionPlans.Holds(data, session, plan) && !SessionPlans.Adopt(data, session, plan, now))
                return new ToolAnswer("This registration changes a plan, and no hook of this session saw it, so the plan stays as it was. Are Sallyport's hooks on? The person can run: sallyport status",
                    IsError: true);
        }
        else
        {
            bound = false;
            PendingPlan.Write(data, new PendingPlan(_owner, Environment.CurrentDirectory, now, plan));
        }
        var count = plan.Steps.Count;
        return new ToolAnswer(
            $"Intent registered: {count} step{(count == 1 ? "" : "s")}. " + (bound ? "It holds for this session." : "It holds from the next tool call."),
            json =>
            {
                json.WriteNumber("steps", count);
                json.WriteString("goal", plan.Goal);
                json.WriteString("root", PlanRoot.Compute(plan));
            });
    }

    private static Tool Definition() => new()
    {
        Name = "register_intent_plan",
        Title = "Register intent plan",
        Description = "Declare the plan for this task: every tool you intend to use (Bash, apply_patch, MCP tools), before using it. "
            + "Sallyport refuses tool calls that no registered plan covers. Call it again, with the whole plan, whenever the plan changes.",
        InputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "goal": { "type": "string", "description": "What the task is for, in one sentence." },
                "steps": {
                  "description": "One step for each tool you will use. Order and number of uses bind nothing.",
                  "anyOf": [
                    { "type": "array", "items": { "anyOf": [ { "$ref": "#/$defs/step" }, { "type": "string" } ] } },
                    { "$ref": "#/$defs/step" },
                    { "type": "string" }
                  ]
                },
                "plan": { "description": "The same goal and steps as one object, or as JSON text.", "type": ["object", "array", "string"] }
              },
              "$defs": {
                "step": {
                  "type": "object",
                  "properties": {
                    "action": { "type": "string", "description": "The tool: Bash for shell commands, apply_patch for edits, mcp__server__tool or mcp__server__* for MCP tools." },
                    "description": { "type": "string", "description": "Why." },
                    "commands": { "type": "array", "items": { "type": "string" }, "description": "For Bash: the commands, one by one. * is one word, a * at the end all the rest: \"npm test *\"." },
                    "paths": { "type": "array", "items": { "type": "string" }, "description": "Globs of the files touched: \"src/**\"." },
                    "hosts": { "type": "array", "items": { "type": "string" }, "description": "Hosts reached: \"api.example.com\", \"*.example.com\"." },
                    "metadata": { "type": "object", "properties": { "inputs": { "type": "object", "description": "Inputs the call will have; {} for any." } } }
                  }
                }
              }
            }
            """),
        OutputSchema = Schema("""
            {
              "type": "object",
              "properties": {
                "message": { "type": "string" },
                "steps": { "type": "integer" },
                "goal": { "type": "string" },
                "root": { "type": "string" }
              },
              "required": ["message"]
            }
            """),
        Annotations = new() { Title = "Register intent plan", ReadOnlyHint = false, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };
}
