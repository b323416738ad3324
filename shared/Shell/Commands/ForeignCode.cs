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
            foreach (var verb in (ReadOnlySpan<string>)["shell ", "spawn ", "!", "exec "])
                if (line.StartsWith(verb, StringComparison.Ordinal) && line.Length > verb.Length) call.Nest(CodeLanguage.Shell, Word.Of(line[verb.Length..].ToString()), call.Program + " " + verb.Trim());
        }
        Named(call, text, EffectKind.ExecuteUnknown, "system(", "shell(", "exec ", "run(", "do shell script", "shell-command", "start-process", "os:cmd(", "System.cmd", "Process(", "system ");
        Named(call, text, EffectKind.Delete, "unlink(", "rm(", "delete-file", "delete-directory", "file delete", "deleteFile", "removeDir", "File.rm_rf", "rm_rf");
    }

    private static void Named(Call call, string text, EffectKind kind, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (Quoted(text, at + name.Length) is not { Length: > 0 } argument) continue;
                if (kind == EffectKind.Delete) call.Path(kind, Word.Of(argument), "code", recursive: true, forced: true);
                else call.Nest(CodeLanguage.Shell, Word.Of(argument), call.Program + " code");
            }
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
