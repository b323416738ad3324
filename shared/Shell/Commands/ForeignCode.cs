namespace Sallyport.Shell.Commands;

/// <summary>
/// Code in a language that has no reader of its own here (R, Julia, Tcl, AppleScript, Emacs Lisp …): the strings in it that a
/// process call is given are read as shell code, deletions are seen by name, and the rest is unknown.
/// </summary>
internal static class ForeignCode
{
    public static void Read(Call call, Word code, string language)
    {
        call.Unknown("foreign-code", Word.Of(language + " code"));
        if (code.Known is not { } text) return;
        // gdb's `shell`, expect's `spawn` and dc's `!` take the rest of the line.
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan()[range].Trim();
            foreach (var verb in (ReadOnlySpan<string>)["shell ", "spawn ", "!", "exec ", "system "])
                if (line.StartsWith(verb, StringComparison.Ordinal) && line.Length > verb.Length) call.Guess(line[verb.Length..].ToString(), call.Program + " " + verb.Trim());
        }
        Named(call, text, EffectKind.ExecuteUnknown, "system(", "shell(", "exec ", "run(", "run ", "do shell script", "doShellScript(", "do script",
            "shell-command", "start-process", "call-process", "os:cmd(", "System.cmd", "Process(", "system ", "system* ", "system2(",
            "run-program", "callCommand", "command ", "execute(", "sh ", "Process.Start(", "shell ", "getRuntime().exec(");
        Named(call, text, EffectKind.Delete, "unlink(", "rm(", "delete-file", "delete-directory", "file delete", "deleteFile", "removeDir", "File.rm_rf",
            "rm_rf", "Directory.Delete(", "File.Delete(", "remove_dir_all(");
        // source("https://…"), include(download(…)), eval(parse(text = readLines("https://…")))
        if (text.Contains("://", StringComparison.Ordinal) && Evaluates(text)) call.Add(EffectKind.ExecuteDownloaded, new Target(TargetKind.Program, language + " code", false), "code");
        Texts(call, text);
        foreach (var range in text.AsSpan().Split('\n'))
            if (text.AsSpan()[range].Trim() is var line && line.StartsWith("file delete ", StringComparison.Ordinal))
                call.Guess("rm -r " + line[12..].ToString().Replace("-force", "-f", StringComparison.Ordinal), call.Program + " file delete");
    }

    private static bool Evaluates(string text)
    {
        foreach (var (verb, fetches) in (ReadOnlySpan<(string, string)>)[("source(", "\"http"), ("source(", "'http"), ("source(", "url("), ("include(", "download("), ("evaluate(", "URL("), ("eval(", "readLines("),
            ("eval(", "url("), ("eval(", "download("), ("load(", "url("), ("eval ", "slurp"), ("load-string", "slurp"), ("eval", "HTTP.get")])
            if (text.IndexOf(verb, StringComparison.Ordinal) is >= 0 and var at && Statement(text.AsSpan(at)).IndexOf(fetches, StringComparison.Ordinal) >= 0) return true;
        return false;

        static ReadOnlySpan<char> Statement(ReadOnlySpan<char> rest) => rest.IndexOfAny(';', '\n') is > 0 and var end ? rest[..end] : rest;
    }

    private static void Named(Call call, string text, EffectKind kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (call.Exhausted) return;
                var after = text.AsSpan(at + name.Length, Math.Min(40, text.Length - at - name.Length));
                if (kind == EffectKind.Delete && IsHome(after) && call.Facts.Home is { } home)
                {
                    call.Path(kind, Word.Of(home), "code", recursive: true, forced: true);
                    continue;
                }
                if (Quoted(text, at + name.Length) is not { Length: > 0 } argument) continue;
                if (kind == EffectKind.Delete) call.Path(kind, argument is "~" && call.Facts.Home is { } own ? Word.Of(own) : Word.Of(argument), "code", recursive: true, forced: true);
                else if (Arguments(text, at + name.Length) is { Count: > 1 } words) call.Start(words, call.Program + " code");
                else call.Guess(argument, call.Program + " code");
            }
        }
    }

    private static bool IsHome(ReadOnlySpan<char> text) => text.TrimStart("!( ") is var call
        && (call.StartsWith("homedir()", StringComparison.Ordinal) || call.StartsWith("System.user_home", StringComparison.Ordinal)
        || call.StartsWith("Sys.getenv(\"HOME\")", StringComparison.Ordinal)
        || call.StartsWith("path.expand(\"~\")", StringComparison.Ordinal) || call.StartsWith("getenv \"HOME\"", StringComparison.Ordinal)
        || call.StartsWith("Dir.home", StringComparison.Ordinal) || call.StartsWith("NSHomeDirectory()", StringComparison.Ordinal));

    // "rm", "-rf", "/": a program and its arguments, as strings one after another up to the bracket that closes the call.
    private static List<Word> Arguments(string text, int from)
    {
        var words = new List<Word>();
        for (var i = from; i < text.Length && i < from + 400; i++)
        {
            if (text[i] is ')' or ';' or '\n') break;
            if (text[i] is not ('"' or '\'')) continue;
            var end = text.IndexOf(text[i], i + 1);
            if (end < 0) break;
            // nil, "" and t stand between a program and its arguments in some languages.
            if (end > i + 1) words.Add(Word.Of(text[(i + 1)..end]));
            i = end;
        }
        return words.Count > 0 && words[0].Known!.Contains(' ', StringComparison.Ordinal) ? [] : words;
    }

    // A string that is a destructive command is run by something, or it would not be there.
    private static void Texts(Call call, string text)
    {
        for (var open = text.AsSpan().IndexOfAny('"', '\'', '`'); open >= 0 && !call.Exhausted;)
        {
            var end = text.IndexOf(text[open], open + 1);
            if (end < 0) return;
            var inner = text[(open + 1)..end];
            if (Suspicion.StartsDestructive(inner)) call.Guess(inner, call.Program + " code");
            var next = text.AsSpan(end + 1).IndexOfAny('"', '\'', '`');
            open = next < 0 ? -1 : end + 1 + next;
        }
    }

    // The first string after the name, if it follows soon.
    private static string? Quoted(string text, int from)
    {
        var open = text.AsSpan(from, Math.Min(40, text.Length - from)).IndexOfAny('"', '\'', '`');
        if (open < 0) return null;
        open += from;
        var end = text.IndexOf(text[open], open + 1);
        return end < 0 ? null : text[(open + 1)..end];
    }
}
