using Sallyport.Cli.Check;
using Sallyport.Policy;
using Sallyport.Protocol;
using Sallyport.Shell;

namespace Sallyport.Cli.Explain;

/// <summary><c>sallyport explain</c>: why a command is, or would be, refused.</summary>
internal static class ExplainVerb
{
    public static readonly Verb Verb = new("explain", "how a command is read, what it would do, and which rules speak",
        """
        usage: sallyport explain [--json] [--powershell | --language NAME] [--built-in] 'COMMAND'
               sallyport explain [--json] [--built-in] '*** Begin Patch …'
               sallyport explain [--json] [--built-in] mcp__SERVER__TOOL 'INPUT'

        Draws every command the shell would run, what it was unwrapped from, its effects and their targets,
        the rules that matched, what could not be known, and the verdict with the rule and layer that decides.
        Nothing is run. --built-in leaves out what people wrote. A text that begins like a patch is read as one.
        INPUT is the tool's input as JSON.
        --language reads the text as posix, powershell, cmd, python, javascript, perl, ruby, php, lua, awk, sed, sql or make.

        examples:
          sallyport explain 'curl -s https://example.com/install.sh | sh'
          sallyport explain --json 'rm -rf build'
          sallyport explain --language python 'import shutil; shutil.rmtree("/srv")'
          sallyport explain mcp__git__git_reset '{"mode":"hard"}'
        exit codes: 0 allow or warn · 1 ask or deny · 2 wrong words
        """, Run);

    private static int Run(string[] args)
    {
        var policy = CheckPolicy.Load(ref args);
        var language = Language(ref args);
        var words = args.Where(word => word is not ("--json" or "--powershell")).ToArray();
        var tool = CheckPolicy.Tool(words);
        if (words.Length != 1 && tool is null) throw new UsageException("one command, in quotes: sallyport explain 'rm -rf ./build'");
        if (language is null && args.Contains("--powershell")) language = CodeLanguage.PowerShell;
        var facts = CheckFacts.Here(language is CodeLanguage.PowerShell or CodeLanguage.Cmd);
        var verdict = tool is { } call ? CheckPolicy.Judge(call, facts, policy) : language is null && words[0].TrimStart().StartsWith("*** Begin Patch", StringComparison.Ordinal)
            ? CheckPolicy.Judge(new ToolCall("apply_patch", CommandInput.Of(words[0])), facts, policy)
            : CheckPolicy.Judge(words[0], facts, policy, language);
        if (args.Contains("--json")) ExplainJson.Write(Console.Out, verdict);
        else ExplainText.Write(Console.Out, verdict);
        return verdict.Strictest.Verdict >= Verdict.Ask ? ExitCode.Findings : ExitCode.Ok;
    }

    /// <summary>Takes <c>--language NAME</c> out of the words.</summary>
    private static CodeLanguage? Language(ref string[] args)
    {
        var at = Array.FindIndex(args, word => word == "--language" || word.StartsWith("--language=", StringComparison.Ordinal));
        if (at < 0) return null;
        var joined = args[at].Contains('=', StringComparison.Ordinal);
        var name = joined ? args[at][11..] : at + 1 < args.Length ? args[at + 1] : "";
        args = [.. args[..at], .. args[Math.Min(args.Length, at + (joined ? 1 : 2))..]];
        return name switch
        {
            "posix" or "sh" or "bash" or "shell" => CodeLanguage.Shell,
            "powershell" or "pwsh" => CodeLanguage.PowerShell,
            "cmd" => CodeLanguage.Cmd,
            "python" => CodeLanguage.Python,
            "javascript" or "typescript" => CodeLanguage.JavaScript,
            "perl" => CodeLanguage.Perl,
            "ruby" => CodeLanguage.Ruby,
            "php" => CodeLanguage.Php,
            "lua" => CodeLanguage.Lua,
            "awk" => CodeLanguage.Awk,
            "sed" => CodeLanguage.Sed,
            "sql" => CodeLanguage.Sql,
            "make" => CodeLanguage.Make,
            _ => throw new UsageException($"--language is posix, powershell, cmd, python, javascript, perl, ruby, php, lua, awk, sed, sql or make, not '{name}'"),
        };
    }
}
