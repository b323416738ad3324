namespace Sallyport.Shell.Commands.Carried;

/// <summary>m4: what its macros have the shell run, in its files, its input and the macros defined on its line.</summary>
internal static class MacroCode
{
    public static bool Describe(Call call)
    {
        if (call.Program is not ("m4" or "gm4")) return false;
        if (call.AsksHelp) return true;
        var options = Options.Parse(call.Argv, 1, "DIUBHLdlot", "define include undefine debug debugfile prefix-builtins");
        foreach (var macro in options.Values("define", 'D')) Read(call, macro);
        foreach (var file in options.Operands)
        {
            if (file.Known == "-") continue;
            var target = PathText.Target(file, call.Run.Cwd, call.Facts);
            if (target is { Known: true, Glob: false } && call.Want(target.Name, content: true)?.Content is { } text) Read(call, Word.Of(text));
            else call.Add(EffectKind.ExecuteUnknown, target, "script");
        }
        if (options.Operands.Count > 0 && !options.Operands.Exists(file => file.Known == "-")) return true;
        if (call.Run.Input is { Kind: InputKind.Text, Text: { } input }) Read(call, input);
        else if (call.Run.Input.Kind == InputKind.Inherited) call.Session("m4");
        else call.Unknown("pipe", Word.Unknown("input of m4"));
        return true;
    }

    private static void Read(Call call, Word code)
    {
        var text = code.ToString();
        foreach (var macro in (ReadOnlySpan<string>)["syscmd(", "m4_syscmd("])
        {
            for (int at = text.IndexOf(macro, StringComparison.Ordinal), end; at >= 0 && !call.Exhausted; at = text.IndexOf(macro, end, StringComparison.Ordinal))
            {
                end = text.IndexOf(')', at);
                call.Nest(CodeLanguage.Shell, Word.Of(text[(at + macro.Length)..(end < 0 ? text.Length : end)].Trim('`', '\'', ' ', '"')), "m4 syscmd");
                if (end < 0) break;
            }
        }
    }
}
