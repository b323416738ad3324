namespace Sallyport.Shell.Commands;

/// <summary>Shells in all their forms: <c>-c</c>, a script, standard input, or a session.</summary>
internal static class Shells
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "sh" or "bash" or "dash" or "ash" or "ksh" or "ksh93" or "mksh" or "zsh" or "rbash" or "yash" or "posh" or "hush" or "fish" or "csh"
                or "tcsh" or "elvish" or "xonsh" or "nu" or "$shell":
                Shell(call);
                return true;
            case "source" or ".":
                if (call.Count > 1) Script(call, CodeLanguage.Shell, call.Argv[1], [.. call.Argv.Skip(1)], "source");
                return true;
            case "pwsh" or "powershell" or "powershell_ise": PowerShell(call); return true;
            case "cmd":
                for (var i = 1; i < call.Count; i++)
                {
                    if (call.Text(i)?.ToLowerInvariant() is not { } flag || !(flag.StartsWith("/c") || flag.StartsWith("/k"))) continue;
                    var rest = call.Argv.Skip(i + 1).ToList();
                    if (flag.Length > 2) rest.Insert(0, Word.Of(call.Text(i)![2..]));
                    call.Nest(CodeLanguage.Cmd, WordText.JoinAll(rest), "cmd /c");
                    return true;
                }
                call.Session("cmd");
                return true;
            default: return false;
        }
    }

    private static void Shell(Call call)
    {
        if (call.Program == "fish" && call.AsksHelp) return;
        var command = false;
        var readsInput = false;
        var interactive = false;
        var checksOnly = false;
        var i = 1;
        for (; i < call.Count; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix is "--" or "-")
            {
                i++;
                break;
            }
            if (prefix.Length < 2 || prefix[0] is not ('-' or '+')) break;
            if (prefix.StartsWith("--", StringComparison.Ordinal))
            {
                if (prefix is "--help" or "--version") return;
                if (prefix is "--rcfile" or "--init-file")
                {
                    if (i + 1 < call.Count) Script(call, CodeLanguage.Shell, call.Argv[i + 1], [], "bash --rcfile");
                    i++;
                }
                else if (prefix == "--command") command = true;
                continue;
            }
            command |= prefix[0] == '-' && prefix.Contains('c', StringComparison.Ordinal);
            readsInput |= prefix.Contains('s', StringComparison.Ordinal);
            interactive |= prefix.Contains('i', StringComparison.Ordinal);
            if (prefix.Contains('n', StringComparison.Ordinal)) checksOnly = prefix[0] == '-';
            if (prefix[^1] is 'o' or 'O') i++;
        }
        if (checksOnly && !interactive) return;
        // A bash that is not interactive reads $BASH_ENV before anything else.
        if (!interactive && call.Program == "bash")
            foreach (var (name, file) in call.Run.Environment)
                if (name == "BASH_ENV" && file.Known is not ("" or "/dev/null")) Startup(call, file, "BASH_ENV");
                else if (name == "PS4" && file.Known is { } prompt && prompt.AsSpan().ContainsAny('$', '`'))
                    Code(call, Word.Of(": \"" + prompt.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""), "PS4", []);
        if (interactive && call.Run.Environment.LastOrDefault(pair => pair.Key == "PROMPT_COMMAND").Value is { Pieces.Count: > 0 } prompted) Code(call, prompted, "PROMPT_COMMAND", []);
        var label = call.Program + (command ? " -c" : "");
        if (command)
        {
            if (i < call.Count) Code(call, call.Argv[i], label, [.. call.Argv.Skip(i + 1)]);
            return;
        }
        if (interactive) call.Session(call.Program + " -i");
        if (i < call.Count && !readsInput)
        {
            if (call.Argv[i].Known is "/dev/stdin" or "/dev/fd/0" or "/proc/self/fd/0") FromInput(call, CodeLanguage.Shell, label, [.. call.Argv.Skip(i)]);
            else Script(call, CodeLanguage.Shell, call.Argv[i], [.. call.Argv.Skip(i)], label);
        }
        else if (!interactive || call.Run.Input.Kind != InputKind.Inherited)
            FromInput(call, CodeLanguage.Shell, label, i < call.Count ? [call.Argv[0], .. call.Argv.Skip(call.Text(i) == "--" ? i + 1 : i)] : null);
    }

    // Code that came out of a command whose output is not known is whatever that command chose to print.
    private static void Code(Call call, Word text, string label, IReadOnlyList<Word> arguments)
    {
        if (!Hidden(call, text) && text.KnownPrefix.Length == 0 && text.HasUnknown) call.Unknown("code", text);
        call.Nest(CodeLanguage.Shell, text, label, arguments);
        // The rest of the words are only its parameters; who writes it so means them to be part of the command.
        if (text.Known is { Length: > 0 } program && arguments.Count > 0
            && program.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '+')) call.Start([text, .. arguments], label);
    }

    /// <summary>True, and said so, where code begins with what a download or a decoder prints.</summary>
    public static bool Hidden(Call call, Word text)
    {
        if (text.KnownPrefix.Length > 0 || !text.HasUnknown) return false;
        var source = text.Pieces[0].Text;
        if (Downloads(source)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, text.ToString(), false), "substitution");
        else if (Decodes(source)) call.Unknown("decoded", text);
        else return false;
        return true;
    }

    /// <summary>True where a substitution's text runs a decoder.</summary>
    public static bool Decodes(string source)
    {
        foreach (var name in (ReadOnlySpan<string>)["base64 -d", "base64 --d", "base64 -D", "base32 -d", "base32 --d", "xxd -r", "openssl enc",
            "openssl base64", "gunzip", "gzip -d", "zcat", "uudecode", "bzcat", "xzcat", "unzip -p"])
            if (source.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    public static bool Downloads(string source)
    {
        foreach (var name in (ReadOnlySpan<string>)["curl ", "wget ", "fetch ", "http ", "https ", "aria2c ", "lwp-request ", "nc ", "ncat "])
            if (source.Contains(name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Code arriving on standard input, or a session where that can be typed into.</summary>
    public static void FromInput(Call call, CodeLanguage language, string label, IReadOnlyList<Word>? arguments = null)
    {
        FromInput(call, call.Run.Input, language, label, arguments);
    }

    private static void FromInput(Call call, Input input, CodeLanguage language, string label, IReadOnlyList<Word>? arguments = null)
    {
        switch (input.Kind)
        {
            case InputKind.Text when input.Text is { } text:
                // Even where it can be read here, it was written so that the person does not.
                if (input.From is { } pipe && pipe.Any(run => run.Program is "base64" or "base32" or "xxd" && Printers.Decodes(run))) call.Unknown("decoded", Word.Unknown(pipe[^1].Argv[0].ToString()));
                if (language != CodeLanguage.Shell) Hidden(call, text);
                call.Nest(language, text, "input of " + label, arguments);
                break;
            case InputKind.File when input.Text is { } file:
                if (file.Known is "/dev/tty" or "/dev/stdin" or "/dev/console") call.Session(label);
                else if (file.KnownPrefix.StartsWith("/dev/tcp/", StringComparison.Ordinal) || file.KnownPrefix.StartsWith("/dev/udp/", StringComparison.Ordinal))
                    call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, file.ToString(), file.IsKnown), "socket");
                else if (file.Known == "/dev/null") break;
                else Script(call, language, file, [], label);
                break;
            case InputKind.Pipe:
                FromPipe(call, input.From ?? [], label);
                if (input.Text is { } partly) call.Nest(language, partly, "input of " + label, arguments);
                break;
            default:
                call.Session(label);
                break;
        }
    }

    private static void FromPipe(Call call, IReadOnlyList<CommandRun> from, string label)
    {
        var what = Word.Unknown(from.Count == 0 ? "the pipe" : string.Join(" | ", from.Select(run => run.Argv[0].ToString())));
        if (from.Any(Network.Fetches)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, what.ToString(), false), "pipe");
        else if (from.Count > 0 && from.All(PassesTyping)) call.Session("cat | " + label);
        else if (from.Any(run => Printers.Decodes(run))) call.Unknown("decoded", what);
        else if (from.Any(Network.Keeps)) call.Unknown("code-from-input", what);
        else
        {
            call.Unknown("pipe", what);
            // What a filter or a program prints is not known, but a destructive command that stands in its text was not put there for nothing.
            foreach (var run in from)
            {
                for (var i = 1; i < Math.Min(run.Argv.Count, 16); i++)
                    if (Suspicion.Within(run.Argv[i].KnownPrefix) is { } line) call.Guess(line, label);
                if (Filters(run.Program)) Filtered(call, run, label);
            }
        }
    }

    // A filter prints some of what it reads: that is read as if all of it were run.
    private static void Filtered(Call call, CommandRun run, string label)
    {
        var files = 0;
        foreach (var word in run.Input is { Kind: InputKind.File, Text: { } input } ? run.Argv.Skip(1).Append(input) : run.Argv.Skip(1))
        {
            if (word.Known is not { Length: > 0 } name || name[0] == '-' || name.Contains(' ', StringComparison.Ordinal) || ++files > 4) continue;
            if (PathText.Target(word, run.Cwd, call.Facts) is { Known: true, Glob: false } target && call.Want(target.Name, content: true)?.Content is { } text) call.Guess(text, label);
        }
        if (run.Input is { Kind: InputKind.Text, Text.Known: { } given }) call.Guess(given, label);
    }

    private static bool Filters(string? program) => program is "cat" or "head" or "tail" or "sed" or "awk" or "gawk" or "grep" or "cut" or "tr" or "sort" or "uniq" or "tac" or "nl" or "tee" or "fold" or "fmt"
        or "expand" or "strings" or "column" or "paste" or "dos2unix" or "envsubst";

    private static bool PassesTyping(CommandRun run) =>
        run.Program is "cat" or "tee" or "stdbuf" or "unbuffer" && run.Input.Kind == InputKind.Inherited
        && run.Argv.Skip(1).All(word => word.Known is { } text && (text == "-" || text.StartsWith('-')));

    // Nobody sees these run: what is in them should at least have been read.
    private static void Startup(Call call, Word file, string how)
    {
        Script(call, CodeLanguage.Shell, file, [], how);
        if (PathText.Target(file, call.Run.Cwd, call.Facts) is not { Known: true } target || !call.Facts.Files.TryGetValue(target.Name, out var fact) || fact.Content is null)
            call.Unknown("startup-file", file);
    }

    /// <summary>A script file: read where its text was observed, asked for where it was not.</summary>
    public static void Script(Call call, CodeLanguage language, Word file, IReadOnlyList<Word> arguments, string label)
    {
        if (file.KnownPrefix.StartsWith("/dev/tcp/", StringComparison.Ordinal))
        {
            call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Host, file.ToString()), "socket");
            return;
        }
        if (call.Run.Feed(file) is { } feed)
        {
            FromInput(call, feed, language, label);
            return;
        }
        if (file.HasUnknown && file.Pieces.Any(piece => piece.Kind == PieceKind.Unknown && piece.Text.StartsWith('<') && Downloads(piece.Text)))
        {
            call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, file.ToString(), false), "substitution");
            return;
        }
        if (file.Known is "/dev/stdin" or "/dev/fd/0" or "-")
        {
            FromInput(call, language, label);
            return;
        }
        var target = PathText.Target(file, call.Run.Cwd, call.Facts);
        var fact = target is { Known: true, Glob: false } ? call.Want(target.Name, content: true) : null;
        if (fact?.Content is { } text)
            call.Nest(new NestedCode(language, Word.Of(text), $"{label} {file}") { Arguments = arguments, Elsewhere = call.Run.Elsewhere });
        else call.Add(EffectKind.ExecuteUnknown, target, "script");
    }

    private static void PowerShell(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            var flag = call.Text(i)?.ToLowerInvariant().TrimStart('-', '/') ?? "";
            if (call.Text(i) is not { Length: > 1 } text || text[0] is not ('-' or '/')) 
            {
                call.Nest(CodeLanguage.PowerShell, WordText.JoinAll(call.Argv.Skip(i)), call.Program);
                return;
            }
            if (flag is "help" or "?" or "version" or "v") return;
            if ("command".StartsWith(flag, StringComparison.Ordinal) && flag.StartsWith('c'))
            {
                if (i + 1 >= call.Count || call.Text(i + 1) == "-") FromInput(call, CodeLanguage.PowerShell, call.Program);
                else call.Nest(CodeLanguage.PowerShell, WordText.JoinAll(call.Argv.Skip(i + 1)), call.Program + " -c");
                return;
            }
            if (flag is "e" or "ec" || ("encodedcommand".StartsWith(flag, StringComparison.Ordinal) && flag.StartsWith("en")))
            {
                if (i + 1 < call.Count) Encoded(call, call.Argv[i + 1]);
                return;
            }
            if ("file".StartsWith(flag, StringComparison.Ordinal))
            {
                if (i + 1 < call.Count) Script(call, CodeLanguage.PowerShell, call.Argv[i + 1], [.. call.Argv.Skip(i + 1)], call.Program + " -File");
                return;
            }
            if (flag is "executionpolicy" or "ep" or "ex" or "windowstyle" or "w" or "workingdirectory" or "wd" or "inputformat" or "outputformat"
                or "configurationname" or "custompipename" or "settingsfile" or "psconsolefile") i++;
        }
        FromInput(call, CodeLanguage.PowerShell, call.Program);
    }

    private static void Encoded(Call call, Word value)
    {
        call.Add(EffectKind.ExecuteUnknown, new Target(TargetKind.Program, "encoded PowerShell"), "encoded");
        var buffer = new byte[value.Known?.Length ?? 0];
        if (value.Known is { } text && Convert.TryFromBase64String(text, buffer, out var length))
            call.Nest(CodeLanguage.PowerShell, Word.Of(System.Text.Encoding.Unicode.GetString(buffer, 0, length)), call.Program + " -EncodedCommand");
    }
}
