using System.Text;
using Sallyport.Shell;

namespace Sallyport.Policy.BuiltIn.Mcp;

/// <summary>Code that a tool is given to run: in which languages it is read, and how a notebook's cell is taken apart.</summary>
internal static class ToolCode
{
    /// <summary>True where the tool runs what it is given: <c>format_code</c> and <c>save_snippet</c> do not.</summary>
    public static bool Runs(ToolName tool) => tool.SaysAny("run", "exec", "execute", "eval", "evaluate", "repl", "interpreter", "interpret", "sandbox", "jupyter", "ipython", "cell", "invoke", "start",
        "powershell", "pwsh", "osascript", "applescript", "shell", "bash", "terminal");

    /// <summary>The languages it may be in, by the tool, by what the call says, and else by how it looks.</summary>
    public static List<CodeLanguage> Languages(ToolName tool, string? said, string code)
    {
        var languages = new List<CodeLanguage>();
        foreach (var word in tool.Tool.Concat(tool.Server))
            if (Named(word) is { } known && !languages.Contains(known)) languages.Add(known);
        if (said is not null && ToolName.Words(said) is [var first, ..] && Named(first) is { } told && !languages.Contains(told)) languages.Add(told);
        if (languages.Count == 0) languages.Add(Looks(code));
        return languages;
    }

    private static CodeLanguage? Named(string word) => word switch
    {
        "python" or "python3" or "py" or "jupyter" or "ipython" or "notebook" or "ipynb" or "cell" => CodeLanguage.Python,
        "javascript" or "js" or "node" or "nodejs" or "typescript" or "ts" or "deno" or "bun" or "playwright" or "puppeteer" or "browser" => CodeLanguage.JavaScript,
        "powershell" or "pwsh" => CodeLanguage.PowerShell,
        "bash" or "sh" or "shell" or "zsh" or "terminal" => CodeLanguage.Shell,
        "ruby" => CodeLanguage.Ruby,
        "perl" => CodeLanguage.Perl,
        "php" => CodeLanguage.Php,
        "lua" => CodeLanguage.Lua,
        "sql" => CodeLanguage.Sql,
        _ => null,
    };

    private static CodeLanguage Looks(string code)
    {
        foreach (var sign in (ReadOnlySpan<string>)["require(", "const ", "let ", "=>", "console.log", "process.env", "await "])
            if (code.Contains(sign, StringComparison.Ordinal)) return CodeLanguage.JavaScript;
        foreach (var sign in (ReadOnlySpan<string>)["import ", "print(", "def ", "lambda ", "__"])
            if (code.Contains(sign, StringComparison.Ordinal)) return CodeLanguage.Python;
        return Calls(code) ? CodeLanguage.Python : CodeLanguage.Shell;
    }

    // open('x').read(): a word with a bracket at its heels is a call in most languages, and in a shell the head of a function.
    private static bool Calls(string code)
    {
        var round = code.IndexOf('(', StringComparison.Ordinal);
        return round > 0 && char.IsAsciiLetterOrDigit(code[round - 1]) && round + 1 < code.Length && code[round + 1] != ')' && !code.AsSpan(0, round).Contains(' ');
    }

    /// <summary>A function by itself, as browsers' tools are given one to call, is called.</summary>
    public static string Called(string code)
    {
        var text = code.AsSpan().Trim().TrimEnd(';');
        if (text.StartsWith("async ")) text = text[6..].TrimStart();
        var arrow = text.IndexOf("=>", StringComparison.Ordinal);
        if (text.StartsWith("function") || arrow > 0 && (text[0] == '(' ? text.IndexOf(')') < arrow : text[..arrow].TrimEnd() is var name && !name.ContainsAny(" =;(".AsSpan()))) return $"({code.AsSpan().Trim().TrimEnd(';')})()";
        return code;
    }

    /// <summary>True for the name of an argument that holds the code, where the tool is one that runs some and says in which language.</summary>
    public static bool Holds(ToolName tool, string argument) =>
        ToolName.Words(argument) is ["source" or "src" or "content" or "contents" or "body" or "input" or "text" or "program" or "cell" or "snippet"] && tool.Tool.Exists(static word => word is "run" or "exec" or "execute" or "eval" or "evaluate")
        && (tool.Tool.Concat(tool.Server).Any(static word => Named(word) is not null || word is "code" or "repl" or "sandbox" or "interpreter" or "e2b"));

    /// <summary>
    /// The shell's part of a notebook's cell, <c>!command</c> and <c>%%bash</c>, and the rest without its magic lines
    /// (https://ipython.readthedocs.io/en/stable/interactive/magics.html).
    /// </summary>
    public static (string Shell, string Python) Cell(string code)
    {
        if (code.AsSpan().TrimStart() is var text && (text.StartsWith("%%bash") || text.StartsWith("%%sh") || text.StartsWith("%%script")))
            return (text.IndexOf('\n') is > 0 and var end ? text[(end + 1)..].ToString() : "", "");
        if (code.AsSpan().IndexOfAny('!', '%') < 0) return ("", code);
        var (shell, python) = (new StringBuilder(), new StringBuilder());
        foreach (var range in code.AsSpan().Split('\n'))
        {
            var line = code.AsSpan()[range];
            var word = line.TrimStart();
            if (word.StartsWith("!")) shell.Append(word.TrimStart('!')).Append('\n');
            else if (word.StartsWith("%sx ") || word.StartsWith("%system ")) shell.Append(word[word.IndexOf(' ')..]).Append('\n');
            else if (!word.StartsWith("%")) python.Append(line).Append('\n');
        }
        return (shell.ToString(), python.ToString());
    }
}
