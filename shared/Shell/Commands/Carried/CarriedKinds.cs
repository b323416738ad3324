namespace Sallyport.Shell.Commands.Carried;

/// <summary>What becomes of words that a program carries, by the name their kind has in <see cref="CarriedTable"/>.</summary>
internal static class CarriedKinds
{
    /// <summary>Several words: a command, or code in pieces.</summary>
    public static void Many(Call call, string what, IReadOnlyList<Word> words, string label)
    {
        switch (what)
        {
            // stack exec program -- arguments
            case "run": call.Start(call.Program == "stack" && words is [var program, { Known: "--" }, ..] ? [program, .. words.Skip(2)] : words, label); break;
            case "rest" when words.Count > 1: call.Start([.. words.Skip(1)], label); break;
            case "rest-line" when words.Count > 1 && words[1].Known is not ("-c" or "-"): call.Start([.. words.Skip(1)], label); break;
            case "node": call.Start([Word.Of("node"), .. words], label); break;
            case "bash": call.Start([Word.Of("bash"), .. words], label); break;
            case "line" when words.Count > 1: call.Start(words, label); break;
            case "sh" or "line": call.Nest(CodeLanguage.Shell, WordText.JoinAll(words), label); break;
            case "remote": call.Nest(CodeLanguage.Shell, WordText.JoinAll(words), label, elsewhere: true); break;
        }
    }

    /// <summary>One word; <paramref name="rest"/> are the words behind two dashes.</summary>
    public static void One(Call call, string what, Word value, IEnumerable<Word> rest, string label)
    {
        if (value.Pieces.Count == 0) return;
        switch (what)
        {
            case "sh": call.Nest(CodeLanguage.Shell, value, label); break;
            case "remote": call.Nest(CodeLanguage.Shell, value, label, elsewhere: true); break;
            case "words": call.Nest(CodeLanguage.Shell, Quoted(value), label); break;
            case "spaced" when value.ToString().Contains(' ', StringComparison.Ordinal): call.Nest(CodeLanguage.Shell, value, label); break;
            case "run": call.Start(Split(value), label); break;
            case "both": call.Start([value, .. rest], label); break;
            case "path" when value.KnownPrefix.StartsWith('/'): call.Start(Split(value), label); break;
            case "program":
                call.Start(Split(value), label);
                call.Unknown("program", value);
                break;
            case "settings": call.Unknown("settings", value); break;
            case "debugger": Debugger(call, value, label); break;
            case "unit" when value.KnownPrefix.StartsWith("Exec", StringComparison.Ordinal)
                && value.KnownPrefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals: call.Nest(CodeLanguage.Shell,
                WordText.Skip(value, equals + 1), label); break;
            case "perl-marked": Marked(call, value.ToString(), label); break;
            case "rpl": call.Nest(CodeLanguage.Perl, Word.Of(value.ToString()[(value.ToString().IndexOf(' ', StringComparison.Ordinal) + 1)..]), label); break;
            case "cargo":
                Literals(call, value.ToString(), label, elsewhere: false);
                if (value.KnownPrefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && value.KnownPrefix[..at] is var name
                    && (name.EndsWith("rustc-wrapper", StringComparison.Ordinal) || name.EndsWith("rustc", StringComparison.Ordinal)
                    || name.EndsWith("runner", StringComparison.Ordinal) || name.EndsWith("linker", StringComparison.Ordinal)))
                    call.Unknown("program", WordText.Skip(value, at + 1));
                break;
            case "pipe" when value.KnownPrefix is ['|' or '!', ..]: call.Nest(CodeLanguage.Shell, WordText.Skip(value, 1), label); break;
            case "file" when value.Known is not ("-" or "/dev/null"): call.Path(EffectKind.ExecuteUnknown, value, "script"); break;
            case "library": call.Unknown("preload", value); break;
            case "perl": call.Nest(CodeLanguage.Perl, value, label); break;
            case "python": call.Nest(CodeLanguage.Python, value, label); break;
            case "ruby": call.Nest(CodeLanguage.Ruby, value, label); break;
            // gcc -wrapper a,b,c
            case "commas" when value.Known is { } list: call.Start([.. list.Split(',').Select(Word.Of)], label); break;
            case "search" when ProgramVariables.AnyonesPlace(value.KnownPrefix): call.Unknown("search-path", value); break;
            case "foreign": ForeignCode.Read(call, value, call.Program); break;
            case "script": Script(call, value, label); break;
            case "key": Key(call, value, label); break;
            case "actions": Actions(call, value.ToString(), label); break;
            case "tex": Between(call, value.ToString(), "\\write18{", '}', label); break;
            case "macro": Between(call, value.ToString(), "%(", ')', label); break;
            case "setting": Setting(call, value, label); break;
            case "strings": Literals(call, value.ToString(), label, elsewhere: true); break;
            case "opened": Opened(call, value); break;
            case "wget": Wget(call, value); break;
            case "mawk" when value.KnownPrefix.StartsWith("exec", StringComparison.Ordinal): call.Unknown("script", value); break;
        }
    }

    private static IReadOnlyList<Word> Split(Word value) => value.Known is { } text && WordText.Split(text) is { Count: > 0 } words ? words : [value];

    // What the shell expands, as the words of a command that does nothing.
    private static Word Quoted(Word value) => WordText.Join(WordText.Join(Word.Of(": \""), WordText.Replace(value, "\"", Word.Of("\\\""))), Word.Of("\""));

    private static void Script(Call call, Word value, string label)
    {
        var text = value.ToString();
        if (text.Contains("os.execute", StringComparison.Ordinal) || text.Contains("io.popen", StringComparison.Ordinal)) call.Nest(CodeLanguage.Lua, value, label);
        else if (text.Contains('/', StringComparison.Ordinal) || text.EndsWith(".nse", StringComparison.Ordinal)) call.Path(EffectKind.ExecuteUnknown, value, "script");
    }

    // A debugger's own shell and python commands; what else it is told is not read.
    private static void Debugger(Call call, Word value, string label)
    {
        var text = value.ToString().TrimStart();
        foreach (var verb in (ReadOnlySpan<string>)["shell ", "!", "platform shell ", "python ", "py ", "script ", "make ", "pipe ", "| "])
        {
            if (!text.StartsWith(verb, StringComparison.Ordinal)) continue;
            var python = verb[0] is 'p' && verb[1] == 'y' || verb == "script ";
            call.Nest(python ? CodeLanguage.Python : CodeLanguage.Shell, Word.Of(text[verb.Length..]), label);
            return;
        }
        ForeignCode.Read(call, value, call.Program);
    }

    // GNU parallel runs what stands between {= and =} as Perl.
    private static void Marked(Call call, string text, string label)
    {
        var open = text.IndexOf("{=", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf("=}", open, StringComparison.Ordinal);
        if (close > 0) call.Nest(CodeLanguage.Perl, Word.Of(text[(open + 2)..close]), label);
    }

    // "\C-l": command, or "\C-l": "keys typed".
    private static void Key(Call call, Word value, string label)
    {
        var text = value.ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return;
        var typed = text[(colon + 1)..].Trim().Trim('"').Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\C-m", "\n", StringComparison.Ordinal);
        if (typed.Contains(' ', StringComparison.Ordinal)) call.Guess(typed, label);
    }

    private static void Actions(Call call, string text, string label)
    {
        foreach (var action in (ReadOnlySpan<string>)["execute(", "execute-silent(", "reload(", "become(", "preview(", "transform(", "execute:", "become:", "reload:"])
        {
            var at = text.IndexOf(action, StringComparison.Ordinal);
            if (at < 0) continue;
            var inner = text[(at + action.Length)..];
            call.Guess(action[^1] == '(' && inner.LastIndexOf(')') is >= 0 and var close ? inner[..close] : inner, label);
        }
    }

    private static void Between(Call call, string text, string open, char close, string label)
    {
        for (int at = text.IndexOf(open, StringComparison.Ordinal), end; at >= 0 && !call.Exhausted; at = text.IndexOf(open, end, StringComparison.Ordinal))
        {
            end = text.IndexOf(close, at + open.Length);
            call.Guess(end < 0 ? text[(at + open.Length)..] : text[(at + open.Length)..end], label);
            if (end < 0) return;
        }
    }

    // Settings that name a program, as name=value.
    private static void Setting(Call call, Word value, string label)
    {
        var text = value.KnownPrefix;
        var equals = call.Program == "svn" ? text.LastIndexOf('=') : text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            if (call.Program is "mutt" or "neomutt" && text.TrimEnd('"', '\'').EndsWith('|')) call.Guess(text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim('"', '\'', '|'), label);
            return;
        }
        var name = text[..equals].ToLowerInvariant();
        var set = WordText.Skip(value, equals + 1);
        if (name is "auto_prepend_file" or "auto_append_file") Shells.Script(call, CodeLanguage.Php, set, [], label);
        else if (name is "extension" or "zend_extension" || name.StartsWith("extensions.", StringComparison.Ordinal)) call.Unknown("preload", set);
        else if (name.StartsWith("alias.", StringComparison.Ordinal) || name.StartsWith("hooks.", StringComparison.Ordinal) || name.Contains("tunnels:", StringComparison.Ordinal)
            || name is "ui.ssh" or "ui.editor" or "ui.merge" or "pager.pager" or "ssh_command" or "ssh-command")
            call.Nest(CodeLanguage.Shell, set.KnownPrefix.StartsWith('!') ? WordText.Skip(set, 1) : set, label);
    }

    // The strings in a value that is data of another kind, where they look like commands.
    private static void Literals(Call call, string text, string label, bool elsewhere)
    {
        for (var open = text.AsSpan().IndexOfAny('"', '\''); open >= 0 && !call.Exhausted;)
        {
            var end = text.IndexOf(text[open], open + 1);
            if (end < 0) return;
            var inner = text[(open + 1)..end];
            if (inner.Contains(' ', StringComparison.Ordinal)) call.Guess(inner, label, elsewhere: elsewhere);
            var next = text.AsSpan(end + 1).IndexOfAny('"', '\'');
            open = next < 0 ? -1 : end + 1 + next;
        }
    }

    // What a desktop runs when it is opened.
    private static void Opened(Call call, Word value)
    {
        if (Path.GetExtension(value.ToString().AsSpan()) is ".command" or ".desktop" or ".sh" or ".terminal" or ".workflow" or ".scpt" or ".tool" or ".jar"
            or ".pkg" or ".appimage") call.Path(EffectKind.ExecuteUnknown, value, "script");
    }

    // wget -e name=value is --name=value.
    private static void Wget(Call call, Word value)
    {
        var text = value.KnownPrefix;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return;
        var name = text[..equals].Trim().Replace('_', '-');
        call.Start([call.Argv[0], WordText.Join(Word.Of("--" + name + "="), Word.Of(text[(equals + 1)..].TrimStart())),
            .. call.Argv.Skip(1).Where(word => !ReferenceEquals(word, value) && word.Known is not ("-e" or "--execute")
            && !word.KnownPrefix.StartsWith("-e", StringComparison.Ordinal) && !word.KnownPrefix.StartsWith("--execute=", StringComparison.Ordinal))],
            "wget -e");
    }
}
