namespace Sallyport.Plans;

/// <summary>Names under which a tool's input may be declared, and the one it has in the event.</summary>
internal static class InputNames
{
    /// <summary>The name a field has in the event of <paramref name="tool"/>.</summary>
    public static string Canonical(string tool, string field) => tool switch
    {
        ToolNames.Bash => field is "command" or "cmd" or "commands" or "script" ? "command" : field,
        ToolNames.ApplyPatch => field is "command" or "patch" or "input" or "diff" ? "command"
            : field is "path" or "paths" or "file_path" or "filePath" or "filename" or "file" or "files" ? "path" : field,
        ToolNames.ViewImage or "list_dir" => field is "path" or "file_path" or "filePath" or "filename" or "file" or "image_path" or "dir_path" ? "path" : field,
        _ => field,
    };

    /// <summary>Tools of which Codex shows hooks one field only: whatever else was declared cannot be compared.</summary>
    public static bool ShowsCommandOnly(string tool) => tool is ToolNames.Bash or ToolNames.ApplyPatch;

    /// <summary>True for the fields that say where a shell call runs: hooks see it as the event's <c>cwd</c>.</summary>
    public static bool IsDirectory(string tool, string field) => tool == ToolNames.Bash && field is "workdir" or "cwd";
}
