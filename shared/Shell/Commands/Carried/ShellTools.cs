namespace Sallyport.Shell.Commands.Carried;

/// <summary>Builtins that reach outside what the text says: the history, libraries loaded as builtins, a new group's shell.</summary>
internal static class ShellTools
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "fc": History(call); return true;
            case "enable": Library(call); return true;
            case "newgrp": Shells.FromInput(call, CodeLanguage.Shell, "newgrp"); return true;
            case "zf_rm" or "zf_rmdir" or "zf_mv" or "zf_chmod" or "zf_chown" or "zf_ln": call.Start([Word.Of(call.Program[3..]), .. call.Argv.Skip(1)], "zsh/files"); return true;
            case "emulate": if (call.Argv.Skip(1).Any(word => word.Known == "-c")) call.Nest(CodeLanguage.Shell, call.Argv[^1], "emulate -c"); return true;
            default: return false;
        }
    }

    // fc -e edits a command of the history and runs it; fc -s runs it changed.
    private static void History(Call call)
    {
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Text(i) == "-l") return;
            if (call.Text(i) == "-e" && i + 1 < call.Count)
            {
                if (call.Text(i + 1) != "-") call.Nest(CodeLanguage.Shell, call.Argv[i + 1], "fc -e");
                i++;
            }
            else if (call.Argv[i].KnownPrefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals) call.Nest(CodeLanguage.Shell, WordText.Skip(call.Argv[i], equals + 1), "fc -s");
        }
        call.Unknown("history", Word.Of("a command of the history"));
    }

    private static void Library(Call call)
    {
        for (var i = 1; i + 1 < call.Count; i++)
            if (call.Argv[i].KnownPrefix is ['-', ..] option && option.Contains('f', StringComparison.Ordinal)) call.Unknown("preload", call.Argv[i + 1]);
        if (call.Count > 1 && call.Run.Environment.Any(pair => pair.Key == "BASH_LOADABLES_PATH")) call.Unknown("preload", call.Run.Environment.First(pair => pair.Key == "BASH_LOADABLES_PATH").Value);
    }
}
