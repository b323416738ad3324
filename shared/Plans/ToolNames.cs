using System.Text;

namespace Sallyport.Plans;

/// <summary>
/// The names a tool goes by. Codex announces one (<c>Bash</c>), its documentation and prompts use others
/// (<c>exec_command</c>, <c>shell</c>), and models write what they were shown.
/// </summary>
internal static class ToolNames
{
    public const string Bash = "Bash";
    public const string ApplyPatch = "apply_patch";
    public const string ViewImage = "view_image";
    public const string SpawnAgent = "spawn_agent";
    private const string Mcp = "mcp__";

    /// <summary>The one name under which planned and announced names are compared. MCP names keep a trailing <c>*</c>.</summary>
    public static string Canonical(string name)
    {
        var bare = name.AsSpan().Trim(" \t\r\n`'\"");
        bare = WithoutPrefix(WithoutPrefix(bare, "functions."), "tools.");
        if (bare.StartsWith(Mcp, StringComparison.OrdinalIgnoreCase)) return CanonicalMcp(bare[Mcp.Length..]);
        var folded = Fold(bare);
        return folded switch
        {
            "bash" or "exec_command" or "shell" or "local_shell" or "unified_exec" or "container_exec" or "shell_command" => Bash,
            "apply_patch" or "applypatch" or "edit" or "write" => ApplyPatch,
            "agent" => SpawnAgent,
            _ => AgentTool(folded) ?? folded,
        };
    }

    /// <summary>True where the canonical name is one Sallyport knows: a word standing alone can then be taken for a tool.</summary>
    public static bool IsKnown(string canonical) => canonical is Bash or ApplyPatch or ViewImage
        or "list_dir" or "read_mcp_resource" or "web_search" or "image_generation" || IsAgentTool(canonical) || IsBookkeeping(canonical) || IsMcp(canonical);

    /// <summary>True for the name of an MCP tool, or a pattern of such names.</summary>
    public static bool IsMcp(string canonical) => canonical.StartsWith(Mcp, StringComparison.Ordinal);

    /// <summary>
    /// Codex's own bookkeeping, which touches nothing outside the conversation: it needs no plan.
    /// Only the exact flat names that Codex announces count; listing what MCP servers offer is among them, reading it is not.
    /// </summary>
    public static bool NeedsNoPlan(string announced)
    {
        foreach (var c in announced)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')) return false;
        return !announced.StartsWith(Mcp, StringComparison.Ordinal) && IsBookkeeping(Canonical(announced));
    }

    /// <summary>True where a step of <paramref name="planned"/> speaks about calls of <paramref name="called"/>; both canonical.</summary>
    public static bool Covers(string planned, string called)
    {
        if (planned.EndsWith('*')) return called.StartsWith(planned.AsSpan()[..^1], StringComparison.Ordinal);
        return planned == called || (planned == SpawnAgent && FollowsSpawn(called));
    }

    /// <summary>Says what is wrong with an action, or null.</summary>
    public static string? Fault(string canonical)
    {
        if (canonical.Length == 0) return "is empty: name the tool, for example \"Bash\"";
        var star = canonical.IndexOf('*', StringComparison.Ordinal);
        if (star < 0) return null;
        if (!IsMcp(canonical)) return "may not be a wildcard: name each tool, for example \"Bash\" and \"apply_patch\"";
        var server = canonical.AsSpan(Mcp.Length).IndexOf("__", StringComparison.Ordinal);
        return server > 0 && star >= Mcp.Length + server + 2 && star == canonical.Length - 1
            ? null
            : "may have a wildcard only at the end and after the server: \"mcp__server__*\"";
    }

    private static bool IsBookkeeping(string canonical) => canonical is "update_plan" or "get_goal" or "create_goal" or "update_goal"
        or "request_user_input" or "wait" or "wait_agent" or "list_agents" or "tool_search" or "tool_suggest"
        or "list_mcp_resources" or "list_mcp_resource_templates" or "clock__curr_time" or "clock__sleep";

    // Who planned to start an agent has planned to talk to it and to end it; what the agent does is judged on its own.
    private static bool FollowsSpawn(string canonical) => canonical is "send_message" or "send_input" or "followup_task" or "assign_task"
        or "resume_agent" or "close_agent" or "interrupt_agent";

    private static bool IsAgentTool(string name) => name is SpawnAgent or "spawn_agents_on_csv" or "wait" or "wait_agent" or "list_agents" || FollowsSpawn(name);

    // Codex joins a namespace and a name without a separator: multi_agent_v1wait_agent, collaborationspawn_agent.
    private static string? AgentTool(string folded)
    {
        foreach (var space in (ReadOnlySpan<string>)["collaboration", "multi_agent_v1", "multi_agent_v2"])
        {
            if (!folded.StartsWith(space, StringComparison.Ordinal)) continue;
            var rest = folded[space.Length..].TrimStart('_');
            if (IsAgentTool(rest)) return rest;
        }
        return null;
    }

    // The model is shown the namespace mcp__server and the tool apart, so it also writes mcp__server.tool.
    private static string CanonicalMcp(ReadOnlySpan<char> rest)
    {
        if (rest.IndexOf("__", StringComparison.Ordinal) < 0 && rest.IndexOfAny('.', '/', ':') is > 0 and var at)
            return $"{Mcp}{Fold(rest[..at])}__{Fold(rest[(at + 1)..])}";
        return Mcp + Fold(rest);
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> name, ReadOnlySpan<char> prefix) =>
        name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? name[prefix.Length..] : name;

    // As Codex does: one underscore for each character that is not a letter or digit of ASCII.
    private static string Fold(ReadOnlySpan<char> name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            var c = rune.IsAscii ? (char)rune.Value : '_';
            folded.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : c == '*' ? '*' : '_');
        }
        return folded.ToString();
    }
}
