namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>What an argument of a tool holds, by its name.</summary>
internal enum ArgumentKind : byte
{
    /// <summary>Somebody's words, a name, a number.</summary>
    Other,

    /// <summary>A command line.</summary>
    Command,

    /// <summary>A program in some language.</summary>
    Code,

    /// <summary>SQL.</summary>
    Sql,

    /// <summary>SQL where it reads so; else a question to a search.</summary>
    Query,

    /// <summary>A path.</summary>
    Path,

    /// <summary>An address.</summary>
    Address,

    /// <summary>What stands after a program's name.</summary>
    Arguments,

    /// <summary>What is typed.</summary>
    Keys,
}

/// <summary>Reads the names that such arguments have: <c>command</c>, <c>cli_command</c>, <c>filePath</c>.</summary>
internal static class ArgumentKinds
{
    public static ArgumentKind Of(string name)
    {
        var words = ToolName.Words(name);
        if (words.Count == 0) return ArgumentKind.Other;
        // command_b64 is a command.
        if (words.Count > 1 && words[^1] is "b64" or "base64") words.RemoveAt(words.Count - 1);
        var last = words[^1];
        if (words.Count > 1 && words[^2] is "command" && last is "line") return ArgumentKind.Command;
        return last switch
        {
            "command" or "commands" or "cmd" or "cmds" or "commandline" or "bash" or "shell" => ArgumentKind.Command,
            "script" or "code" or "snippet" or "expression" or "javascript" or "python" or "js" or "program" when words.Count > 1 || last != "program" => ArgumentKind.Code,
            "sql" or "tsql" or "plsql" or "statement" or "statements" => ArgumentKind.Sql,
            "query" => ArgumentKind.Query,
            "url" or "urls" or "host" or "endpoint" or "address" or "href" => ArgumentKind.Address,
            "args" or "arguments" or "argv" or "params" => ArgumentKind.Arguments,
            "keys" or "input" or "text" or "data" or "keystrokes" or "line" => ArgumentKind.Keys,
            "path" or "paths" or "file" or "files" or "filename" or "filenames" or "filepath" or "dir" or "directory" or "folder" or "uri" or "attachment" or "attachments"
                or "dest" or "src" or "destination" => ArgumentKind.Path,
            "name" when words.Count > 1 && words[^2] == "file" => ArgumentKind.Path,
            // Alone they say where; with a word in front they may say anything.
            "target" or "source" or "output" or "from" or "to" or "outputpath" or "oldpath" or "newpath" or "local" when words.Count == 1 => ArgumentKind.Path,
            _ => ArgumentKind.Other,
        };
    }

    /// <summary>True for the names of arguments that hold somebody's words, or what is to be in a file.</summary>
    public static bool IsWords(string name) => ToolName.Words(name) is [.., "content" or "contents" or "text" or "body" or "observation" or "observations" or "note" or "notes" or "data" or "value" or "instructions" or "instruction"
        or "task" or "goal" or "intent" or "explanation" or "lines"] || IsTalk(name);

    /// <summary>True for the names of arguments in which people are spoken to.</summary>
    public static bool IsTalk(string name) => ToolName.Words(name) is [.., "message" or "title" or "description" or "thought" or "query" or "question" or "comment" or "summary" or "reason" or "prompt" or "subject" or "topic"];

    /// <summary>Of a move and a copy, the end that is only read, or taken away.</summary>
    public static bool IsStart(string name) => ToolName.Words(name) is ["source" or "src" or "from" or "local", ..];

    /// <summary>Of a move and a copy, the end that comes to be.</summary>
    public static bool IsEnd(string name) => ToolName.Words(name) is ["destination" or "dest" or "to" or "new" or "output", ..] or ["newpath" or "outputpath"];
}
