using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>
/// Commands of Sallyport's that stand in a text which some program is given: what the program makes of the text is not known, and it may
/// run it (<c>make SHELL='sallyport …'</c>, <c>npm pkg set scripts.x=…</c>, <c>PAGER=…</c>). What is known to run its text is read as code elsewhere.
/// </summary>
internal static class GuardTexts
{
    private const string Step = "self-protection";
    private const string Name = "sallyport";

    /// <summary>Judges what commands are given.</summary>
    public static Judgement Judge(IReadOnlyList<CommandRun> runs)
    {
        if (FoundForAnother(runs, static name => name.StartsWith(Name, StringComparison.Ordinal)))
            return new Judgement(Step, Verdict.Deny, "guard.files", "This would give a program of the guard to another command, which may copy or run it under another name.");
        if (FoundForAnother(runs, static name => name == "codex", skip: 1))
            return new Judgement(Step, Verdict.Ask, "guard.command", "This would give the program of Codex to another command, which may change it or copy it.", "ls -l $(command -v codex)");
        foreach (var run in runs)
        {
            if (run.Elsewhere) continue;
            if (Commands(string.Join(' ', run.Environment.Select(variable => variable.Value.ToString()))) || (run.Program is null && IsChange(run.Argv))
                || (MayRun(run) && Commands(string.Join(' ', run.Argv.Skip(1).Select(word => word.ToString())))))
                return new Judgement(Step, Verdict.Ask, "guard.command-text", "This gives a command of Sallyport's to a program that may run it, and only the person may run those.");
        }
        return Judgement.Pass(Step);
    }

    // $(which sallyport): what is made of the name, under whatever other name, is made of the program.
    private static bool FoundForAnother(IReadOnlyList<CommandRun> runs, Func<string, bool> isName, int skip = 0)
    {
        var found = false;
        foreach (var run in runs)
            found |= run.OutputCaptured && run.Program is "which" or "whereis" or "command" or "type" or "whence" or "realpath" or "readlink"
                && run.Argv.Any(word => word.Known is { } text && isName(CommandRun.ProgramName(text)));
        return found && runs.Any(run => Handlings.Of(run) == Handling.Unknown && run.Argv.Skip(skip).Any(word => word.HasUnknown));
    }

    // $x policy yes ID: a program that cannot be known, with the words of ours.
    private static bool IsChange(IReadOnlyList<Word> argv) => argv.Count > 2 && argv[1].Known switch
    {
        "policy" => argv[2].Known is "yes" or "no" or "new:" or "new" or "add" or "update" or "delete" or "remove" or "reset" or "default" or "template"
            or "profile" or "mcp" or "trust" or "apply" or "built-in" or "allow-last",
        "pause" => argv[2].Known is { Length: > 1 and < 6 } length && char.IsAsciiDigit(length[0]) && length[^1] is 's' or 'm' or 'h',
        _ => false,
    };

    private static bool MayRun(CommandRun run) => Handlings.Of(run) == Handling.Unknown
        && run.Program is not ("git" or "gh" or "glab" or "hub" or "curl" or "wget" or "sed" or "tee" or "mkdir" or "touch" or "rm" or "cp" or "mv" or "notify-send" or "sallyport");

    /// <summary>True where the command and one of its words that change something follow each other.</summary>
    internal static bool Commands(string text)
    {
        for (var at = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_' or '.')) continue;
            var rest = text.AsSpan(at + Name.Length);
            if (rest.StartsWith(".exe", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
            var word = rest.TrimStart(" \t\"',[]()\\");
            if (word.Length == rest.Length) continue;
            var end = word.IndexOfAnyExceptInRange('a', 'z');
            if ((end < 0 ? word : word[..end]) is "approve" or "policy" or "pause" or "resume" or "accept" or "pending" or "install" or "uninstall"
                or "upgrade" or "requirements" or "guard") return true;
        }
        return false;
    }
}
