namespace Sallyport.Shell.Commands;

/// <summary><c>env</c>, <c>command</c>, <c>exec</c>, <c>eval</c> and other ways to say the same command again.</summary>
internal static class EnvCommand
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "env": Env(call, call.Argv); return true;
            case "command": Command(call); return true;
            case "exec": Exec(call); return true;
            case "eval":
                if (call.Count > 1) call.Nest(CodeLanguage.Shell, WordText.JoinAll(call.Argv.Skip(call.Text(1) == "--" ? 2 : 1)), "eval");
                return true;
            case "trap": return true;
            default: return false;
        }
    }

    private static void Env(Call call, IReadOnlyList<Word> argv)
    {
        var environment = call.Run.Environment.ToList();
        string? cwd = call.Run.Cwd;
        var options = Options.Parse(argv, 1, "uCSPa", "unset chdir split-string argv0", stopAtOperand: true);
        // What stands behind the text that is split belongs to the command in it, dashes or not.
        if (SplitEnd(argv) is var end and > 0 && end < argv.Count) options = Options.Parse([.. argv.Take(end), Word.Of("--"), .. argv.Skip(end)], 1, "uCSPa", "unset chdir split-string argv0", stopAtOperand: true);
        if (options.Has("help") || options.Has("version")) return;
        if (options.Value("chdir", 'C') is { } folder)
            cwd = PathText.Target(folder, cwd, call.Facts) is { Known: true } target ? target.Name : null;
        var command = options.Operands.ToList();
        if (options.Value("split-string", 'S') is { } split)
        {
            if (split.Known is { } text && WordText.Split(text) is { } words) command.InsertRange(0, words);
            else
            {
                call.Unknown("split-string", split);
                return;
            }
            if (command.Count > 0 && command[0].KnownPrefix.StartsWith('-'))
            {
                Env(call, [argv[0], .. command]);
                return;
            }
        }
        if (command.Count > 0 && command[0].Known == "-") command.RemoveAt(0);
        while (command.Count > 0 && Wrappers.Assignment(command[0]) is { } pair)
        {
            environment.Add(pair);
            command.RemoveAt(0);
        }
        if (command.Count == 0) call.Add(EffectKind.Read, "environment");
        else call.Start(command, "env", run => run with { Environment = environment, Cwd = cwd });
    }

    private static int SplitEnd(IReadOnlyList<Word> argv)
    {
        for (var i = 1; i < argv.Count && argv[i].KnownPrefix is ['-', _, ..] text; i++)
        {
            if (text.StartsWith("--", StringComparison.Ordinal))
            {
                if (text.StartsWith("--split-string=", StringComparison.Ordinal)) return i + 1;
                if (text == "--split-string") return i + 2;
                if (text is "--unset" or "--chdir" or "--argv0") i++;
                continue;
            }
            var at = text.AsSpan(1).IndexOfAny("SuCPa") + 1;
            if (at > 0 && text[at] == 'S') return at == text.Length - 1 && argv[i].IsKnown ? i + 2 : i + 1;
            if (at > 0 && at == text.Length - 1) i++;
        }
        return 0;
    }

    private static void Command(Call call)
    {
        var options = Options.Parse(call.Argv, 1, stopAtOperand: true);
        if (options.Has('v') || options.Has('V')) return;
        call.Start(options.Operands, "command");
    }

    private static void Exec(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "a", stopAtOperand: true);
        call.Start(options.Operands, "exec");
    }
}
