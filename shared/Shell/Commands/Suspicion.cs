namespace Sallyport.Shell.Commands;

/// <summary>Reading what a command means to do where the program itself is not known.</summary>
internal static class Suspicion
{
    /// <summary>The tail of the arguments that is a destructive command by itself, as a wrapper that is not known would run it.</summary>
    public static List<Word>? Payload(Call call)
    {
        for (var i = 1; i < Math.Min(call.Count - 1, 8); i++)
        {
            if (call.Text(i) is not { Length: > 0 } text) continue;
            // A wrapper that is not known; what it wraps is judged as it stands, and most of it is harmless.
            if (Starts(text)) return [.. call.Argv.Skip(i)];
            if (CommandRun.ProgramName(text) is "rm" or "dd" or "shred" or "sh" or "bash" or "zsh" or "wipefs"
                && call.Argv[i + 1].KnownPrefix.StartsWith('-') | text.Contains("dd", StringComparison.Ordinal)
                || CommandRun.ProgramName(text).StartsWith("mkfs.", StringComparison.Ordinal))
                return [.. call.Argv.Skip(i)];
        }
        return null;
    }

    private static bool Starts(string text) => text is "git" or "rm" or "sudo" or "env" or "find" or "xargs" or "kubectl" or "terraform" or "docker" or "aws"
        or "gcloud" or "chmod" or "chown" or "shred" or "psql" or "curl" or "/bin/rm" or "/usr/bin/git" or "/bin/sh" or "/bin/bash";

    /// <summary>Programs whose own business is something else, and which run the text behind one option as a shell's.</summary>
    public static void Lines(Call call)
    {
        if (call.Program is "entr" or "chokidar" or "capsh" or "cross-env-shell" or "sg" or "watchman-make" or "execlineb" && Line(call) is { } line) call.Nest(CodeLanguage.Shell, line, call.Program);
        else if (call.Program == "cross-env-shell" && call.Count > 1) call.Nest(CodeLanguage.Shell, call.Argv[^1], call.Program);
    }

    /// <summary>The text a wrapper that is not known is told to run: <c>--run 'command'</c>.</summary>
    public static Word? Line(Call call)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Text(i) is "-c" or "--command" or "--run" or "--exec" or "-s" or "--shell" or "--cmd" or "-x"
                && call.Argv[i + 1].KnownPrefix.Contains(' ', StringComparison.Ordinal)) return call.Argv[i + 1];
        return null;
    }

    /// <summary>A program that nobody knows may run a text it is given: one that is a destructive command is read as one.</summary>
    public static void Texts(Call call)
    {
        for (var i = 1; i < Math.Min(call.Count, 16); i++)
        {
            var text = call.Argv[i].KnownPrefix;
            if (text.Length is < 6 or > 4096) continue;
            var words = text.AsSpan().TrimStart("-abcdefghijklmnopqrstuvwxyz=").TrimStart();
            if (words.Length < text.Length && text[0] != '-') words = text;
            if (StartsDestructive(words) && call.Argv[i].IsKnown) call.Guess(words.ToString(), call.Program);
        }
    }

    /// <summary>The first command within a text that few would write for another reason, up to the quote that ends it; null where there is none.</summary>
    public static string? Within(string text)
    {
        if (text.Length is < 6 or > 4096) return null;
        for (var at = 0; at < text.Length - 5; at++)
        {
            if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_' or '.') || !StartsDestructive(text.AsSpan(at))) continue;
            var end = at > 0 && text[at - 1] is '"' or '\'' or '(' or '`' or '{' ? text.IndexOf(text[at - 1] switch { '(' => ')', '{' => '}', var quote => quote }, at) : -1;
            return end < 0 ? text[at..].TrimEnd('"', '\'', ')', '}', ';') : text[at..end];
        }
        return null;
    }

    /// <summary>True for the beginning of a command that few would write for another reason.</summary>
    public static bool StartsDestructive(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("sudo ")) text = text[5..];
        foreach (var name in (ReadOnlySpan<string>)["rm -", "dd if=", "dd of=", "mkfs", "shred -", "sh -c ", "bash -c ", "chmod -R ", "chown -R ", "wipefs -", "find / "])
            if (text.StartsWith(name)) return true;
        return false;
    }

    /// <summary>True when arguments would be destructive if the unknown program were <c>rm</c>, <c>git</c> or <c>chmod</c>.</summary>
    public static bool LooksDestructive(CommandRun run, ObservedFacts facts)
    {
        var forced = false;
        var wide = false;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            var text = run.Argv[i].ToString();
            forced |= text is "-rf" or "-fr" or "-Rf" or "-r" or "-R" or "--recursive" or "-rF"
                || (text.StartsWith('-') && !text.StartsWith("--", StringComparison.Ordinal) && text.Contains('r', StringComparison.Ordinal)
                && text.Contains('f', StringComparison.Ordinal) && text.Length <= 5);
            wide |= text is "/" or "/*" or "~" or "~/" or "." or ".." or "*" or "/etc" or "/usr" or "/home" || text == facts.Home;
            if (text is "--hard" && run.Argv.Any(word => word.Known == "reset")) return true;
            if (text.StartsWith("of=/dev/", StringComparison.Ordinal)) return true;
        }
        return forced && wide;
    }
}
