using System.Text.Json.Nodes;

namespace Sallyport.Tests.EndToEnd.Lab;

/// <summary>What the scripted model does in one turn: items in the shape of the Responses API.</summary>
internal sealed class Turn
{
    private readonly List<Func<string, JsonObject>> _items = [];

    /// <summary>The items, with ids that are unique within the script.</summary>
    public IEnumerable<JsonObject> Items(int turn) => _items.Select((make, i) => make($"{turn}_{i}"));

    /// <summary>A message.</summary>
    public Turn Say(string text)
    {
        _items.Add(id => new JsonObject
        {
            ["type"] = "message", ["role"] = "assistant", ["id"] = "m" + id,
            ["content"] = new JsonArray(new JsonObject { ["type"] = "output_text", ["text"] = text }),
        });
        return this;
    }

    /// <summary>A function call; of an MCP server's tool where a server is named.</summary>
    public Turn Call(string tool, object arguments, string? server = null) => CallIn(server is null ? null : "mcp__" + server, tool, arguments);

    /// <summary>A function call in a namespace of Codex's own.</summary>
    public Turn CallIn(string? space, string tool, object arguments)
    {
        _items.Add(id =>
        {
            var item = new JsonObject
            {
                ["type"] = "function_call", ["id"] = "fc" + id, ["call_id"] = "call_" + id, ["name"] = tool,
                ["arguments"] = System.Text.Json.JsonSerializer.Serialize(arguments),
            };
            if (space is not null) item["namespace"] = space;
            return item;
        });
        return this;
    }

    /// <summary>A call of a tool that takes free text: apply_patch, or the JavaScript cell of code mode.</summary>
    public Turn Custom(string tool, string input)
    {
        _items.Add(id => new JsonObject { ["type"] = "custom_tool_call", ["id"] = "ct" + id, ["call_id"] = "call_" + id, ["name"] = tool, ["input"] = input });
        return this;
    }

    /// <summary>A shell command.</summary>
    public Turn Shell(string command) => Call("exec_command", new { cmd = command });

    /// <summary>Registers a plan that allows these tools whatever their input.</summary>
    public Turn Plan(params string[] tools) => Plan([.. tools.Select(t => (object)new { action = t })]);

    /// <summary>Registers a plan of steps.</summary>
    public Turn Plan(params object[] steps) => Call("register_intent_plan", new { goal = "the test", steps }, "sallyport");
}
