using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>Starts hook binaries by hand, with bytes of the test's choosing on stdin.</summary>
internal sealed class HookBinary : IDisposable
{
    /// <summary>The scratch home it runs in.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>An event of a tool call.</summary>
    public JsonObject Call(string command, string id = "call_1", string tool = "Bash") => Event("PreToolUse", ("tool_name", tool), ("tool_input", new JsonObject { ["command"] = command }), ("tool_use_id", id));

    /// <summary>A registration of a plan that allows these tools.</summary>
    public JsonObject Plan(params string[] tools) => Event("PreToolUse",
        ("tool_name", "mcp__sallyport__register_intent_plan"), ("tool_use_id", "plan"),
        ("tool_input", new JsonObject { ["goal"] = "the test", ["steps"] = new JsonArray([.. tools.Select(t => (JsonNode)new JsonObject { ["action"] = t })]) }));

    /// <summary>Any event.</summary>
    public JsonObject Event(string name, params (string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject
        {
            ["session_id"] = "session-1", ["turn_id"] = "turn-1", ["transcript_path"] = null, ["cwd"] = Scratch.Work,
            ["hook_event_name"] = name, ["model"] = "m", ["permission_mode"] = "default",
        };
        foreach (var (field, value) in fields) json[field] = value;
        return json;
    }

    /// <summary>Runs the hook of an event.</summary>
    public Task<Finished> Run(JsonObject hookEvent) => Run(BinaryOf((string)hookEvent["hook_event_name"]!), hookEvent.ToJsonString());

    /// <summary>Runs a hook with any text.</summary>
    public Task<Finished> Run(string binary, string input) => Scratch.Run(Product.Binary(binary), [], input);

    /// <summary>Runs a hook by a shell line in which <c>$HOOK</c> is the binary; the event is on stdin.</summary>
    public Task<Finished> Shell(string line, JsonObject hookEvent)
    {
        Scratch.Environment["HOOK"] = Product.Binary(BinaryOf((string)hookEvent["hook_event_name"]!));
        return Scratch.Run("/bin/sh", ["-c", line], hookEvent.ToJsonString());
    }

    /// <summary>Runs a hook with bytes that are no text.</summary>
    public async Task<Finished> RunBytes(string binary, byte[] input)
    {
        var file = Path.Combine(Scratch.Home, "stdin");
        await File.WriteAllBytesAsync(file, input);
        Scratch.Environment["HOOK"] = Product.Binary(binary);
        return await Scratch.Run("/bin/sh", ["-c", $"exec \"$HOOK\" < '{file}'"]);
    }

    /// <summary>The binary registered for an event.</summary>
    public static string BinaryOf(string name) => name switch
    {
        "SessionStart" => "sallyport-session-start",
        "UserPromptSubmit" => "sallyport-user-prompt-submit",
        "PermissionRequest" => "sallyport-permission-request",
        "PostToolUse" => "sallyport-post-tool-use",
        "Stop" => "sallyport-stop",
        _ => "sallyport-pre-tool-use",
    };

    public void Dispose() => Scratch.Dispose();
}

/// <summary>What Codex would make of what a hook left: the rules of its truth table.</summary>
internal static class AsCodexReadsIt
{
    /// <summary>True where Codex would stop the call, the prompt or the result.</summary>
    public static bool Stops(this Finished hook)
    {
        if (hook.ExitCode == 2) return hook.Error.Trim().Length > 0;
        if (hook.ExitCode != 0 || hook.Output.Length == 0 || hook.Output[0] != '{') return false;
        var json = JsonNode.Parse(hook.Output)!.AsObject();
        if ((string?)json["decision"] == "block") return !string.IsNullOrWhiteSpace((string?)json["reason"]);
        var specific = json["hookSpecificOutput"];
        return (string?)specific?["permissionDecision"] == "deny" && !string.IsNullOrWhiteSpace((string?)specific["permissionDecisionReason"])
            || (string?)specific?["decision"]?["behavior"] == "deny";
    }

    /// <summary>True where the registration stops it: the hook itself, or the tail that a failed hook falls through to.</summary>
    public static bool StopsWithTail(this Finished hook) => hook.ExitCode != 0 || hook.Stops();
}
