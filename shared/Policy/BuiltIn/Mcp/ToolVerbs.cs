namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>What a tool says of itself by its name.</summary>
internal enum ToolVerb : byte
{
    /// <summary>Nothing that is understood.</summary>
    Unknown,

    /// <summary>It reads.</summary>
    Reads,

    /// <summary>It makes or changes.</summary>
    Writes,

    /// <summary>It deletes.</summary>
    Deletes,

    /// <summary>It moves or renames.</summary>
    Moves,
}

/// <summary>Reads the verb of a tool's name: <c>mcp__fs__write_file</c>, <c>mcp__fs__moveFile</c>. Of several the gravest counts.</summary>
internal static class ToolVerbs
{
    /// <summary>The verb.</summary>
    public static ToolVerb Of(string tool) => Of(ToolName.Of(tool));

    /// <summary>The verb.</summary>
    public static ToolVerb Of(ToolName tool) => Of(tool.Tool);

    /// <summary>The gravest verb among words.</summary>
    public static ToolVerb Of(IReadOnlyList<string> words)
    {
        var found = ToolVerb.Unknown;
        foreach (var word in words)
            if (Word(word) is var verb && verb > found) found = verb;
        return found;
    }

    private static ToolVerb Word(string word) => word switch
    {
        "delete" or "remove" or "rm" or "unlink" or "trash" or "rmdir" or "erase" or "destroy" or "purge" => ToolVerb.Deletes,
        "move" or "rename" or "mv" => ToolVerb.Moves,
        "write" or "create" or "edit" or "append" or "patch" or "save" or "update" or "replace" or "insert" or "put" or "copy" or "cp" or "download" or "export" or "mkdir" or "touch" or "chmod" or "chown" or "chgrp"
            or "modify" or "overwrite" or "set" or "extract" or "unzip" or "generate" or "build" or "install" or "clone" or "restore" or "link" or "symlink"
            or "upsert" or "apply" or "format" => ToolVerb.Writes,
        "read" or "get" or "list" or "ls" or "search" or "find" or "stat" or "view" or "show" or "fetch" or "head" or "tail" or "tree" or "grep" or "glob" or "cat" or "info" or "exists" or "lookup"
            or "inspect" or "describe" or "diff" or "count" or "check" or "log" or "blame" or "history" or "preview" => ToolVerb.Reads,
        _ => ToolVerb.Unknown,
    };
}
