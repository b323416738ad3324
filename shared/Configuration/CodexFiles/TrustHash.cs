using System.Text;
using Sallyport.Integrity;

namespace Sallyport.Configuration.CodexFiles;

/// <summary>The hash by which Codex remembers that a person trusted a hook: over its definition, not over the program it runs.</summary>
internal static class TrustHash
{
    /// <summary>The value of <c>trusted_hash</c> for a command hook.</summary>
    public static string Of(HookHandler hook)
    {
        var text = new StringBuilder("{\"event_name\":").Append(Quoted(StateName(hook.Event))).Append(",\"hooks\":[{");
        if (hook.AdditionalContextLimit is { } limit && limit != 2500) text.Append("\"additionalContextLimit\":").Append(limit).Append(',');
        text.Append("\"async\":").Append(hook.Async ? "true" : "false");
        text.Append(",\"command\":").Append(Quoted(hook.Command));
        if (hook.StatusMessage is not null) text.Append(",\"statusMessage\":").Append(Quoted(hook.StatusMessage));
        text.Append(",\"timeout\":").Append(Timeout(hook)).Append(",\"type\":\"command\"}]");
        if (hook.Matcher is not null && TakesMatcher(hook.Event)) text.Append(",\"matcher\":").Append(Quoted(hook.Matcher));
        return "sha256:" + Convert.ToHexStringLower(Sha256.Hash(Encoding.UTF8.GetBytes(text.Append('}').ToString())));
    }

    /// <summary>The key under which Codex keeps it: the file, the event, the group in it, the hook in that.</summary>
    public static string Key(string hooksFile, HookHandler hook) => $"{hooksFile}:{StateName(hook.Event)}:{hook.Group}:{hook.Index}";

    /// <summary>An event's name in keys and hashes: <c>PreToolUse</c> becomes <c>pre_tool_use</c>.</summary>
    public static string StateName(string eventName)
    {
        var name = new StringBuilder(eventName.Length + 4);
        foreach (var c in eventName)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0) name.Append('_');
            name.Append(char.ToLowerInvariant(c));
        }
        return name.ToString();
    }

    private static bool TakesMatcher(string eventName) =>
        eventName is not ("UserPromptSubmit" or "Stop" or "Interrupt" or "PreModelRequest" or "PostModelRequest");

    private static long Timeout(HookHandler hook) => hook.Event is "SessionEnd" or "Interrupt"
        ? Math.Clamp(hook.Timeout ?? 1, 1, 3)
        : Math.Max(hook.Timeout ?? 600, 1);

    // As Codex's JSON writer does it: only what must be escaped is.
    private static string Quoted(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }
        return text.Append('"').ToString();
    }
}
