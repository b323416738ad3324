namespace Sallyport.Shell.Commands;

/// <summary>Commands run with another user's rights: <c>sudo</c>, <c>doas</c>, <c>su</c> and their kin.</summary>
internal static class Privilege
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "sudo" or "doas" or "pkexec" or "run0" or "please" or "sudo-rs" or "gsudo": Sudo(call); return true;
            case "su" or "runuser": Su(call); return true;
            case "gosu" or "su-exec" or "capsh":
                if (call.Count > 2) call.Start([.. call.Argv.Skip(2)], call.Program);
                return true;
            case "sudoedit" or "visudo":
                call.Add(EffectKind.Escalate, "edit-as-root");
                for (var i = 1; i < call.Count; i++)
                    if (!call.Argv[i].KnownPrefix.StartsWith('-')) call.Path(EffectKind.Write, call.Argv[i], "edit");
                return true;
            default: return false;
        }
    }

    private static void Sudo(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, call.Program == "doas" ? "Cu" : "CDghpRrtTUu",
            "close-from chdir group host prompt chroot role type command-timeout other-user user", stopAtOperand: true);
        call.Add(EffectKind.Escalate, call.Program);
        if (options.Has('e', "edit"))
        {
            foreach (var file in options.Operands) call.Path(EffectKind.Write, file, "edit");
            return;
        }
        var command = options.Operands.ToList();
        var environment = call.Run.Environment.ToList();
        while (command.Count > 0 && Wrappers.Assignment(command[0]) is { } pair)
        {
            environment.Add(pair);
            command.RemoveAt(0);
        }
        if (command.Count == 0)
        {
            if (options.Has('i', "login") || options.Has('s', "shell")) Shells.FromInput(call, CodeLanguage.Shell, call.Program + " -s");
            return;
        }
        // A shell is given the words as one line.
        if (command.Count == 1 && (options.Has('s', "shell") || options.Has('i', "login")) && command[0].ToString().Contains(' ', StringComparison.Ordinal))
        {
            call.Nest(CodeLanguage.Shell, command[0], call.Program + " -s");
            return;
        }
        var cwd = call.Program == "doas" || options.Value("chdir", 'D') is not { } folder ? call.Run.Cwd
            : PathText.Target(folder, call.Run.Cwd, call.Facts) is { Known: true } target ? target.Name : null;
        call.Start(command, call.Program, run => run with { Environment = environment, Cwd = cwd });
    }

    private static void Su(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "cCgGsTuw", "command session-command group supp-group shell user whitelist-environment");
        if (options.Has("help") || options.Has("version")) return;
        call.Add(EffectKind.Escalate, call.Program);
        var text = options.Value("command", 'c') ?? options.Value("session-command", 'C');
        if (text is not null) call.Nest(CodeLanguage.Shell, text, call.Program + " -c");
        else if (call.Program == "runuser" && options.Has('u', "user") && options.Operands.Count > 0) call.Start(options.Operands, call.Program);
        // Behind the user's name stand the arguments of the user's shell: a script, or -c behind all.
        else if (options.Operands.Where(word => word.Known != "-").Skip(1).ToList() is { Count: > 0 } rest) call.Start([Word.Of("sh"), .. rest], call.Program);
        else Shells.FromInput(call, CodeLanguage.Shell, call.Program);
    }
}
