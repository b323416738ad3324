using System.Text;
using System.Text.Json.Nodes;
using Sallyport.Detection;
using Sallyport.Tests.EndToEnd.Lab;

namespace Sallyport.Tests.EndToEnd.Hooks;

/// <summary>Every true case of every rule goes through every hook, and nothing that is written or said afterwards holds what was found.</summary>
public class LeakTests
{
    private const int Batch = 60;
    private const int ShortestTelling = 8;

    // What is shorter, or a word, stands in ordinary text too.
    private static readonly ScanOptions s_kept = new() { Kinds = FindingKinds.Secret | FindingKinds.Pii, MinConfidence = Masker.MinConfidence };

    private static List<(string Text, string[] Values)> Cases()
    {
        var cases = new List<(string, string[])>();
        foreach (var rule in Families.All.SelectMany(f => f.Rules()).Where(r => r.Kind is FindingKind.Secret or FindingKind.Pii))
            foreach (var text in rule.Cases().True)
            {
                var values = Scanner.Scan(text, Surface.ToolOutput, s_kept).Select(f => text[f.Start..f.End]).Where(v => v.Length >= ShortestTelling && v.Any(char.IsAsciiDigit)).ToArray();
                if (values.Length > 0) cases.Add((text, values));
            }
        return cases;
    }

    public static TheoryData<string> Events => ["UserPromptSubmit", "PreToolUse", "McpArguments", "Patch", "PermissionRequest", "PostToolUse", "McpResult", "Stop"];

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Nothing_leaks_through(string name)
    {
        var batches = Cases().Chunk(Batch).ToArray();
        Assert.True(batches.Length > 5);
        foreach (var batch in batches)
        {
            using var hook = new HookBinary();
            hook.Scratch.Environment["SALLYPORT_DEBUG"] = "1";
            await hook.Run(hook.Plan("Bash", "apply_patch", "mcp__x__y"));
            var hookEvent = Event(hook, name, batch.Select(c => c.Text));
            if (name is "PostToolUse" or "McpResult")
            {
                // A result is expected only of a call that was let through.
                var call = (JsonObject)hookEvent.DeepClone();
                call.Remove("tool_response");
                call["hook_event_name"] = "PreToolUse";
                await hook.Run(call);
            }
            var said = await hook.Run(hookEvent);
            // What a tool returned is shown to the model with the personal data in it that policy allows; it is not kept so.
            var written = new StringBuilder(name is "PostToolUse" or "McpResult" ? "" : said.Output).Append(said.Error);
            foreach (var finding in Scanner.Scan(said.Output, Surface.ToolOutput))
                Assert.False(DetectionDefaults.AlwaysReplaced(finding), $"{name} showed a {finding.Rule}: {said.Output[finding.Start..finding.End]}");
            foreach (var file in Directory.EnumerateFiles(hook.Scratch.Home, "*", SearchOption.AllDirectories)) written.Append(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
            var everything = written.ToString();
            Assert.Contains("redacted:", everything, StringComparison.Ordinal);
            foreach (var (text, values) in batch)
                foreach (var value in values)
                {
                    Assert.False(everything.Contains(value, StringComparison.Ordinal), $"{name} left '{value}' of '{text}'");
                    var escaped = JsonValue.Create(value).ToJsonString()[1..^1];
                    Assert.False(everything.Contains(escaped, StringComparison.Ordinal), $"{name} left '{value}' of '{text}'");
                }
        }
    }

    private static JsonObject Event(HookBinary hook, string name, IEnumerable<string> texts)
    {
        var list = new JsonArray([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
        // Far enough apart that no case lends another its labels, its quotes or its document.
        var all = string.Join($"\n---\n{new string('.', 120)}\n", texts);
        return name switch
        {
            "UserPromptSubmit" => hook.Event(name, ("prompt", all)),
            "Stop" => hook.Event(name, ("last_assistant_message", all), ("stop_hook_active", false)),
            "PreToolUse" => hook.Event(name, ("tool_name", "Bash"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject { ["command"] = $"cat > notes <<'EOF-OF-NOTES'\n{all}\nEOF-OF-NOTES\n" })),
            "PermissionRequest" => hook.Event(name, ("tool_name", "Bash"), ("tool_input", new JsonObject { ["command"] = $"cat > notes <<'EOF-OF-NOTES'\n{all}\nEOF-OF-NOTES\n" })),
            "Patch" => hook.Event("PreToolUse", ("tool_name", "apply_patch"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject { ["command"] = $"*** Begin Patch\n*** Add File: notes\n{string.Join("\n", all.Split('\n').Select(l => "+" + l))}\n*** End Patch" })),
            "McpArguments" => hook.Event("PreToolUse", ("tool_name", "mcp__x__y"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject { ["texts"] = list })),
            "McpResult" => hook.Event("PostToolUse", ("tool_name", "mcp__x__y"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject()), ("tool_response", new JsonObject { ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = all }), ["structuredContent"] = new JsonObject { ["texts"] = list } })),
            _ => hook.Event(name, ("tool_name", "Bash"), ("tool_use_id", "call_1"), ("tool_input", new JsonObject { ["command"] = "ls notes" }), ("tool_response", all)),
        };
    }
}
