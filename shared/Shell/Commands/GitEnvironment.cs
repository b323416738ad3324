namespace Sallyport.Shell.Commands;

/// <summary>Programs that git runs because a setting, a variable or a URL says so.</summary>
internal static class GitEnvironment
{
    public static void Programs(Call call)
    {
        var talks = Talks(call);
        var edits = call.Argv.Any(word => word.Known is "commit" or "rebase" or "tag" or "merge" or "notes");
        foreach (var (name, value) in call.Run.Environment)
        {
            switch (name)
            {
                case "GIT_SSH_COMMAND" or "GIT_PROXY_COMMAND" or "GIT_ASKPASS" or "SSH_ASKPASS" when talks: Runs(call, value, name); break;
                case "GIT_SSH" when talks:
                    call.Start([value, Word.Unknown("<host>")], name);
                    if (!IsClient(value)) call.Unknown("git-transport", value);
                    break;
                case "GIT_SSH_VARIANT" when talks && value.Known is not ("ssh" or "auto" or "simple" or ""): call.Unknown("git-transport", value); break;
                case "GIT_EXEC_PATH" or "GIT_TEMPLATE_DIR" when value.Known is not "": call.Unknown("git-transport", value); break;
                case "GIT_CONFIG_GLOBAL" or "GIT_CONFIG_SYSTEM" when value.KnownPrefix is ['/', ..] file && file != "/dev/null"
                    && !file.StartsWith("/etc/", StringComparison.Ordinal): call.Unknown("git-transport", value); break;
                case "GIT_EDITOR" or "GIT_SEQUENCE_EDITOR" or "EDITOR" or "VISUAL" when edits: Runs(call, value, name); break;
                case "GIT_PAGER" or "PAGER" or "GIT_EXTERNAL_DIFF": Runs(call, value, name); break;
                case "GIT_CONFIG_PARAMETERS" when value.Known is { } parameters && WordText.Split(parameters) is { } settings:
                    foreach (var setting in settings)
                    {
                        Hidden(call, setting.KnownPrefix, talks);
                        Setting(call, setting, call.Count);
                    }
                    break;
                default:
                    if (!name.StartsWith("GIT_CONFIG_VALUE_", StringComparison.Ordinal)) break;
                    var key = call.Run.Environment.LastOrDefault(pair => pair.Key == "GIT_CONFIG_KEY_" + name[17..]).Value;
                    if (key is not null) Hidden(call, key.KnownPrefix, talks);
                    if (key is not null) Setting(call, WordText.Join(WordText.Join(key, Word.Of("=")), value), call.Count);
                    break;
            }
        }
    }

    // Nobody types these variables: git hands its own settings on in them. A program named there is one that was meant not to be seen.
    private static void Hidden(Call call, string setting, bool talks)
    {
        if (talks && (setting.StartsWith("core.sshcommand", StringComparison.OrdinalIgnoreCase) || setting.StartsWith("core.gitproxy", StringComparison.OrdinalIgnoreCase)))
            call.Unknown("git-transport", Word.Of(setting));
    }

    // Only what reaches for another repository starts a transport.
    private static bool Talks(Call call) =>
        call.Argv.Any(word => word.Known is "fetch" or "pull" or "push" or "clone" or "ls-remote" or "submodule"
            || (word.Known is "remote" && call.Argv.Any(verb => verb.Known is "update" or "show" or "prune" or "add" or "set-head"))
            || word.KnownPrefix is "--remote" || word.KnownPrefix.StartsWith("--remote=", StringComparison.Ordinal)) || !call.Argv.Any(word => IsLocal(word.Known));

    private static bool IsLocal(string? verb) => verb is "archive" or "remote" || (verb is not null && IsBuiltIn(verb) && verb is not ("push" or "pull" or "fetch" or "clone"));

    private static bool IsClient(Word program) => program.Known is { } path && CommandRun.ProgramName(path) is "ssh" or "plink" or "tortoiseplink" && !path.StartsWith('.');

    private static void Runs(Call call, Word value, string name)
    {
        if (value.Known is "true" or ":" or "cat" or "less" or "" or "ssh" or "vi" or "vim" or "nano" or "more") return;
        call.Nest(CodeLanguage.Shell, value, name);
        if (name is "GIT_PROXY_COMMAND") call.Unknown("git-transport", value);
        if (name is "GIT_SSH_COMMAND" or "core.sshcommand" && value.KnownPrefix is { } prefix && !prefix.StartsWith("ssh", StringComparison.Ordinal)
            && !prefix.StartsWith("/usr/bin/ssh", StringComparison.Ordinal))
            call.Unknown("git-transport", value);
    }

    /// <summary>One <c>-c name=value</c>; true when an alias takes the command over.</summary>
    public static bool Setting(Call call, Word setting, int verbAt)
    {
        var text = setting.KnownPrefix;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return false;
        var name = text[..equals].ToLowerInvariant();
        var value = WordText.Skip(setting, equals + 1);
        switch (name)
        {
            case "core.sshcommand" or "core.pager" or "core.editor" or "core.fsmonitor" or "core.askpass" or "sequence.editor" or "diff.external"
                or "credential.helper" or "core.gitproxy" or "gpg.program":
                if (value.Known is "" or "true" or "false" or "cat" or "store" or "cache"
                    || (name == "credential.helper" && !value.KnownPrefix.StartsWith('!') && !value.KnownPrefix.StartsWith('/'))) return false;
                if (name is "core.sshcommand" or "core.gitproxy" && !Talks(call)) return false;
                if (name == "core.sshcommand" && !value.KnownPrefix.StartsWith("ssh", StringComparison.Ordinal)) call.Unknown("git-transport", value);
                call.Nest(CodeLanguage.Shell, value.KnownPrefix.StartsWith('!') ? WordText.Skip(value, 1) : value, "git -c " + name);
                return false;
            case "include.path": call.Unknown("git-transport", value); return false;
            case "core.hookspath": call.Path(EffectKind.Persist, value, "git-hooks"); return false;
            default:
                if (RunsProgram(name) && value.Known is not ("" or "cat" or "true" or "false"))
                    call.Nest(CodeLanguage.Shell, value.KnownPrefix.StartsWith('!') ? WordText.Skip(value, 1) : value, "git -c " + name);
                if (name.StartsWith("pager.", StringComparison.Ordinal) && value.Known is not ("true" or "false" or "cat" or "less")) call.Nest(CodeLanguage.Shell, value, "git -c " + name);
                if (!name.StartsWith("alias.", StringComparison.Ordinal)) return false;
                return Alias(call, name[6..], value, verbAt);
        }
    }

    private static bool Alias(Call call, string name, Word value, int verbAt)
    {
        while (verbAt < call.Count && call.Argv[verbAt].KnownPrefix.StartsWith('-')) verbAt += call.Text(verbAt) is "-c" or "-C" ? 2 : 1;
        if (verbAt >= call.Count)
        {
            verbAt = 1;
            while (verbAt < call.Count && call.Argv[verbAt].KnownPrefix.StartsWith('-')) verbAt++;
        }
        if (call.Text(verbAt) != name || IsBuiltIn(name)) return false;
        // An alias made for this one command says what could be said plainly: it hides a shell.
        if (value.KnownPrefix.StartsWith('!')) call.Add(EffectKind.Persist, "git-program", TargetKind.Program, value.ToString());
        if (value.KnownPrefix.StartsWith('!')) call.Nest(CodeLanguage.Shell, WordText.JoinAll([WordText.Skip(value, 1), .. call.Argv.Skip(verbAt + 1)]), "git alias");
        else if (value.Known is { } text && WordText.Split(text) is { } words) call.Start([call.Argv[0], .. Others(call, name, verbAt), .. words, .. call.Argv.Skip(verbAt + 1)], "git alias", run => run with { Environment = [] });
        else call.Unknown("git-verb", value);
        return true;
    }

    // The settings that still hold for what the alias stands for; not the alias itself, or one that names itself would never end.
    private static List<Word> Others(Call call, string alias, int verbAt)
    {
        var others = new List<Word>();
        for (var i = 1; i + 1 < verbAt; i++)
        {
            if (call.Text(i) is not ("-c" or "-C")) continue;
            if (call.Text(i) == "-C" || !call.Argv[i + 1].KnownPrefix.StartsWith("alias." + alias + "=", StringComparison.OrdinalIgnoreCase)) others.AddRange([call.Argv[i], call.Argv[i + 1]]);
            i++;
        }
        return others;
    }

    private static bool IsBuiltIn(string verb) => verb is "status" or "commit" or "add" or "push" or "pull" or "fetch" or "log" or "diff" or "checkout"
        or "branch" or "reset" or "merge" or "show" or "stash" or "clone" or "init" or "tag" or "rebase" or "clean" or "restore" or "switch" or "gc";

    /// <summary>True for a setting whose value git runs, where the name in the middle is the user's own.</summary>
    private static bool RunsProgram(string name)
    {
        var last = name[(name.LastIndexOf('.') + 1)..];
        return name[..Math.Max(0, name.IndexOf('.', StringComparison.Ordinal))] switch
        {
            "filter" => last is "clean" or "smudge" or "process",
            "mergetool" or "difftool" or "guitool" or "man" or "browser" => last is "cmd" or "path",
            "diff" => last is "textconv" or "command",
            "merge" => last is "driver",
            "gpg" => last is "program" or "defaultkeycommand" && name != "gpg.program",
            "trailer" => last is "command" or "cmd",
            "remote" => last is "uploadpack" or "receivepack" or "vcs",
            "uploadpack" => last is "packobjectshook",
            "interactive" => last is "difffilter",
            "instaweb" => last is "httpd",
            "sendemail" => last is "sendmailcmd" or "tocmd" or "cccmd",
            "credential" => last is "helper" && name != "credential.helper",
            _ => false,
        };
    }

    public static void Config(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "f", "file type default blob comment value");
        if (options.Has("get") || options.Has('l', "list") || options.Has("get-all") || options.Has("get-regexp")) return;
        var operands = options.Operands.SkipWhile(word => word.Known is "set" or "get" or "list" or "unset").ToList();
        if (operands.Count < 2 || operands[0].Known is not { } name || options.Operands[0].Known == "get") return;
        name = name.ToLowerInvariant();
        var value = operands[1];
        if (name.StartsWith("alias.", StringComparison.Ordinal) && value.KnownPrefix is ['!', _, ..]) call.Nest(CodeLanguage.Shell, WordText.Skip(value, 1), "git alias");
        else if (name is "core.pager" or "core.editor" or "sequence.editor" or "diff.external" or "core.fsmonitor"
            && value.KnownPrefix.Contains(' ', StringComparison.Ordinal)) call.Nest(CodeLanguage.Shell, value, "git config " + name);
        else if (RunsProgram(name)) call.Nest(CodeLanguage.Shell, value.KnownPrefix.StartsWith('!') ? WordText.Skip(value, 1) : value, "git config " + name);
        if (name is "core.hookspath" or "init.templatedir") call.Path(EffectKind.Persist, value, "git-hooks");
        else if (name is "core.sshcommand" or "core.pager" or "core.editor" or "core.fsmonitor" or "credential.helper" or "diff.external" or "core.askpass"
            && !value.KnownPrefix.StartsWith("store", StringComparison.Ordinal) && !value.KnownPrefix.StartsWith("cache", StringComparison.Ordinal)
            && value.Known is not ("true" or "false" or "vim" or "vi" or "nano" or "less" or "cat" or "store" or "cache" or "osxkeychain" or "code --wait"
            or "emacs"))
        {
            if (name is not ("core.editor" or "core.pager") || Carried.ProgramVariables.AnyonesPlace(value.KnownPrefix)) call.Add(EffectKind.Persist, "git-program", TargetKind.Program, value.ToString());
        }
        else if (name.StartsWith("alias.", StringComparison.Ordinal) && value.KnownPrefix.StartsWith('!')) call.Add(EffectKind.Persist, "git-alias", TargetKind.Program, value.ToString());
        else if (value.IsKnown && Redirects(name, value.Known!)) call.Add(EffectKind.Persist, "git-program", TargetKind.Program, value.ToString());
        else if (name is "include.path" || (name.StartsWith("includeif.", StringComparison.Ordinal) && name.EndsWith(".path", StringComparison.Ordinal))) call.Unknown("settings", value);
        else if (name is "http.sslverify" && value.Known is "false") call.Add(EffectKind.Persist, "tls-off", TargetKind.Program, "git");
    }

    private static bool Far(string address) => address.Contains("://", StringComparison.Ordinal) ? !address.StartsWith("file:", StringComparison.Ordinal)
        : address.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && address.IndexOf('/', StringComparison.Ordinal) is var slash && (slash < 0 || colon < slash);

    private static string Repository(string address)
    {
        var name = address.TrimEnd('/');
        name = name[(name.AsSpan().LastIndexOfAny('/', ':') + 1)..];
        return name.EndsWith(".git", StringComparison.Ordinal) ? name[..^4] : name;
    }

    // url.BASE.insteadOf OTHER: what is fetched from one server comes from another from then on.
    private static bool Redirects(string name, string value)
    {
        if (!name.StartsWith("url.", StringComparison.Ordinal) || name.LastIndexOf('.') is var last && (last < 5 || name[last..] is not (".insteadof" or ".pushinsteadof"))) return false;
        var (to, from) = (Server(name[4..last]), Server(value));
        return to.Length > 0 && from.Contains('.', StringComparison.Ordinal) && !to.Equals(from, StringComparison.OrdinalIgnoreCase) && !to.AsSpan().ContainsAny('$', '`');
    }

    private static string Server(string address)
    {
        if (address.Contains("://", StringComparison.Ordinal)) return Hosts.Name(address);
        var rest = address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return rest.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? rest[..colon] : "";
    }

    public static void Transport(Call call, IReadOnlyList<Word> argv, int at)
    {
        var options = Options.Parse(argv, at + 1, "ubojcC", "upload-pack branch origin depth reference template config jobs server-option filter separate-git-dir shallow-since");
        if (options.Value("upload-pack", 'u') is { } program && argv[at].Known is "clone" or "fetch" or "ls-remote" && program.Known is not "git-upload-pack"
            && program.ToString().Contains('/', StringComparison.Ordinal) | program.ToString().Contains(' ', StringComparison.Ordinal))
        {
            call.Nest(CodeLanguage.Shell, program, "git --upload-pack");
            call.Unknown("git-transport", program);
        }
        foreach (var setting in options.Values("config", 'c')) Setting(call, setting, argv.Count);
        if (argv[at].Known == "clone" && options.Operands is [{ } from, ..] && Far(from.ToString()))
            call.Path(EffectKind.Write, options.Operands.Count > 1 ? options.Operands[1] : Word.Of(Repository(from.ToString())), "clone");
        foreach (var word in options.Operands)
        {
            if (word.KnownPrefix.StartsWith("ext::", StringComparison.Ordinal))
            {
                call.Nest(CodeLanguage.Shell, WordText.Skip(word, 5), "git ext::");
                call.Unknown("git-transport", word);
            }
            else if (word.ToString().Contains("://", StringComparison.Ordinal)) call.Add(EffectKind.Connect, new Target(TargetKind.Host, word.ToString()), "git");
        }
    }
}
