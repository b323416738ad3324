namespace Sallyport.Detection.UnsafeCode;

/// <summary>Calls that turn a value into a command, code, an object, a hash, a query or a page.</summary>
internal static class Calls
{
    public static bool Knows(ReadOnlySpan<char> word) => word is "system" or "popen" or "subprocess" or "exec" or "execsync" or "spawn" or "shell_exec"
        or "passthru" or "command" or "eval" or "function" or "pickle" or "cpickle" or "marshal"
        or "yaml" or "binaryformatter" or "objectinputstream" or "unserialize" or "typenamehandling" or "md5" or "sha1" or "md5hex" or "sha1hex"
        or "createhash" or "select" or "insert" or "update" or "delete" or "innerhtml" or "outerhtml"
        or "dangerouslysetinnerhtml" or "document" or "hashlib" or "netdatacontractserializer";

    public static DetectionRule? Judge(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        switch (word)
        {
            case "system" or "popen" or "shell_exec" or "passthru" when after.StartsWith("("):
                return (before.EndsWith("os.") || !before.EndsWith(".")) && (CodeLine.Composed(after) || CodeLine.FromOutside(after)) ? CodeRules.ShellInput : null;
            case "subprocess":
                return after.Contains("shell=True", StringComparison.Ordinal) && (CodeLine.Composed(after) || CodeLine.FromOutside(after)) ? CodeRules.ShellInput : null;
            case "exec" or "execsync" or "spawn" when after.StartsWith("("):
                if (before.EndsWith(".") && !before.EndsWith("child_process.") && !before.EndsWith("cp.") && !before.EndsWith("getRuntime().")) return null;
                if (CodeLine.FromOutside(after) && !CodeLine.Composed(after)) return CodeRules.EvalInput;
                return CodeLine.Composed(after) ? CodeRules.ShellInput : null;
            case "command" when before.EndsWith("exec."):
                return after.Contains("\"-c\"", StringComparison.Ordinal) && CodeLine.Composed(after) ? CodeRules.ShellInput : null;
            case "eval" when after.StartsWith("(") && !before.EndsWith("."):
            case "function" when before.EndsWith("new "):
                return CodeLine.FromOutside(after) ? CodeRules.EvalInput : null;
            case "innerhtml" or "outerhtml" when before.EndsWith("."):
                return AssignsValue(after) ? CodeRules.HtmlInput : null;
            case "dangerouslysetinnerhtml":
                return after.Contains("__html", StringComparison.Ordinal) && !after.Contains("sanitize", StringComparison.OrdinalIgnoreCase)
                    && !after.Contains("purify", StringComparison.OrdinalIgnoreCase) && !Literal(after) ? CodeRules.HtmlInput : null;
            case "document":
                return after.StartsWith(".write(") && CodeLine.FromOutside(after) ? CodeRules.HtmlInput : null;
            case "select" or "insert" or "update" or "delete":
                return Queries(word, before, after) ? CodeRules.SqlConcat : null;
            default:
                return Deserializes(word, before, after) ? CodeRules.Deserialize : Hashes(word, before, after) ? CodeRules.WeakHash : null;
        }
    }

    private static bool Deserializes(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after) => word switch
    {
        "pickle" or "cpickle" or "marshal" => after.StartsWith(".loads(") || after.StartsWith(".load("),
        "yaml" => after.StartsWith(".load(") && !after.Contains("Safe", StringComparison.Ordinal) && !before.EndsWith("js"),
        "binaryformatter" or "netdatacontractserializer" or "objectinputstream" => before.EndsWith("new ") && after.StartsWith("("),
        "unserialize" => after.StartsWith("(") && CodeLine.FromOutside(after),
        "typenamehandling" => after.StartsWith(".All") || after.StartsWith(".Auto") || after.StartsWith(".Objects"),
        _ => false,
    };

    private static bool Hashes(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var named = word switch
        {
            "md5" or "sha1" or "md5hex" or "sha1hex" => after.StartsWith("("),
            "createhash" => after.Contains("md5", StringComparison.OrdinalIgnoreCase) || after.Contains("sha1", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
        return named && (after.Contains("passw", StringComparison.OrdinalIgnoreCase) || after.Contains("pwd", StringComparison.OrdinalIgnoreCase));
    }

    private static bool AssignsValue(ReadOnlySpan<char> after)
    {
        var rest = after.TrimStart();
        if (!rest.StartsWith("=") && !rest.StartsWith("+=") || rest.StartsWith("==")) return false;
        return CodeLine.FromOutside(rest) || rest.Contains("userInput", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Literal(ReadOnlySpan<char> after)
    {
        var colon = after.IndexOf(':');
        return colon >= 0 && after[(colon + 1)..].TrimStart() is ['"' or '\'' or '`', ..] && !after.Contains("${", StringComparison.Ordinal);
    }

    // An SQL statement in quotes, with its grammar, into which a value goes.
    private static bool Queries(ReadOnlySpan<char> word, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before is not [.., '"' or '\'' or '`']) return false;
        var grammar = word switch
        {
            "select" or "delete" => after.Contains(" from ", StringComparison.OrdinalIgnoreCase),
            "insert" => after.StartsWith(" into ", StringComparison.OrdinalIgnoreCase),
            _ => after.Contains(" set ", StringComparison.OrdinalIgnoreCase),
        };
        if (!grammar) return false;
        var opening = before.Length - 1;
        while (opening > 0 && (char.IsAsciiLetter(before[opening - 1]) && before.Length - opening <= 2 || before[opening - 1] is '$' or '@')) opening--;
        var literal = string.Concat(before[opening..], word, after);
        return CodeLine.Composed(literal);
    }
}
