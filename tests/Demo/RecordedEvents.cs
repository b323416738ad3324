using System.Text.Json.Nodes;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Demo;

/// <summary>The same binaries, handed the events that Codex would hand them.</summary>
internal static class RecordedEvents
{
    public static async Task Play()
    {
        using var scratch = new Scratch();
        var precious = Path.Combine(scratch.Home, "precious.txt");
        File.WriteAllText(precious, "still here");

        Story.Head("1. One turn, event by event");
        await Play(scratch, "sallyport-session-start", "a session begins", Event(scratch, "SessionStart", ("source", "startup")));
        await Play(scratch, "sallyport-user-prompt-submit", "a prompt", Event(scratch, "UserPromptSubmit", ("prompt", "say hello, then clean up")));
        var plan = new JsonObject { ["goal"] = "say hello, clean up", ["steps"] = new JsonArray(new JsonObject { ["action"] = "Bash", ["commands"] = new JsonArray("echo *", "rm *") }) };
        await Play(scratch, "sallyport-pre-tool-use", "register_intent_plan: Bash, commands echo *, rm *", Call(scratch, "mcp__sallyport__register_intent_plan", plan, "c1"));
        await Play(scratch, "sallyport-pre-tool-use", "echo hello", Call(scratch, "Bash", new JsonObject { ["command"] = "echo hello" }, "c2"));
        await Play(scratch, "sallyport-pre-tool-use", "apply_patch: add surprise.txt", Call(scratch, "apply_patch", new JsonObject { ["command"] = "*** Begin Patch\n*** Add File: surprise.txt\n+x\n*** End Patch\n" }, "c3"));
        await Play(scratch, "sallyport-pre-tool-use", "rm -rf ~", Call(scratch, "Bash", new JsonObject { ["command"] = "rm -rf ~" }, "c4"));

        Story.Head("2. The record of all of it");
        Story.Record(scratch.Record);
        var verified = await scratch.Run(Product.Binary("sallyport"), ["audit", "verify"]);
        Console.WriteLine("  " + verified.Output.Trim().ReplaceLineEndings("\n  "));
    }

    private static async Task Play(Scratch scratch, string binary, string what, JsonObject hookEvent)
    {
        var answer = await scratch.Run(Product.Binary(binary), [], hookEvent.ToJsonString());
        Story.Call(what, answer.Output.Length == 0 ? "(no answer: it goes on)" : answer.Output);
    }

    private static JsonObject Call(Scratch scratch, string tool, JsonObject input, string id) =>
        Event(scratch, "PreToolUse", ("tool_name", tool), ("tool_input", input), ("tool_use_id", id));

    private static JsonObject Event(Scratch scratch, string name, params (string Name, JsonNode? Value)[] fields)
    {
        var json = new JsonObject
        {
            ["session_id"] = "01a1fc10-375f-7fb0-b141-fd02043e13d4", ["turn_id"] = "01a1fc10-377d-7f42-9721-461199e0b2b0", ["transcript_path"] = null,
            ["cwd"] = scratch.Work, ["hook_event_name"] = name, ["model"] = "gpt-5.5", ["permission_mode"] = "default",
        };
        foreach (var (field, value) in fields) json[field] = value;
        return json;
    }
}
