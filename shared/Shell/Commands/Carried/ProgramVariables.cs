namespace Sallyport.Shell.Commands.Carried;

/// <summary>Variables of the environment by which programs are told what to run or load.</summary>
internal static class ProgramVariables
{
    /// <summary>True for a variable that a program takes orders from.</summary>
    public static bool Heeded(string name) => name.Length > 1 && (Kind(name) != 0
        || name is "TAR_OPTIONS" or "LD_PRELOAD" or "LD_AUDIT" or "DYLD_INSERT_LIBRARIES" or "GIT_SSH" or "GIT_SSH_COMMAND" or "GIT_PROXY_COMMAND"
        or "GIT_EXTERNAL_DIFF" or "GIT_CONFIG_PARAMETERS");

    /// <summary>Adds what the variables set for the command would have run.</summary>
    public static void Describe(Call call)
    {
        for (var i = 0; i < call.Run.Environment.Count && !call.Exhausted; i++)
        {
            var (name, value) = call.Run.Environment[i];
            if (value.Pieces.Count == 0 || Handled(call, name)) continue;
            // LESS='+!command'
            if (name == "LESS" && value.Known?.IndexOf("+!", StringComparison.Ordinal) is >= 0 and var bang) call.Guess(value.Known![(bang + 2)..], name);
            switch (Kind(name))
            {
                // These open a file of the system's with it, whose name nobody writes.
                case 'c' when !Everyday(value) && name is "EDITOR" or "VISUAL" && Edited(call) is { } edited:
                    call.Start([.. value.Known is { } line && WordText.Split(line) is { Count: > 0 } words ? words : [value], edited], name);
                    break;
                case 'c' when !Everyday(value): call.Nest(CodeLanguage.Shell, value, name); break;
                case 'p' when !Everyday(value): call.Start([value, Word.Unknown("$1")], name); break;
                case 'l' when value.KnownPrefix is ['|' or '-', ..]: call.Nest(CodeLanguage.Shell,
                    new Word([new Piece(PieceKind.Literal, value.KnownPrefix.TrimStart('|', '-')), .. value.Pieces.Skip(1)]), name); break;
                case 'l': call.Nest(CodeLanguage.Shell, value, name); break;
                case 's' when call.Program is "sh" or "bash" or "dash" or "ksh" or "zsh" or "ash" or "mksh": Expanded(call, name, value); break;
                case 'f' when value.Known is not ("/dev/null" or ""): call.Unknown("settings", value); break;
                case 'o': Options(call, name, value); break;
                case 'd' when AnyonesPlace(value.KnownPrefix): call.Unknown("search-path", value); break;
            }
        }
    }

    private static Word? Edited(Call call) => call.Program switch
    {
        "visudo" => Word.Of("/etc/sudoers"),
        "vipw" => Word.Of("/etc/passwd"),
        "vigr" => Word.Of("/etc/group"),
        "crontab" when call.Argv.Any(word => word.Known == "-e") => Word.Of("/var/spool/cron/crontab"),
        "sudoedit" when call.Count > 1 => call.Argv[^1],
        _ => null,
    };

    // Git reads its own more closely.
    private static bool Handled(Call call, string name) => call.Program == "git"
        && name is "GIT_EDITOR" or "GIT_SEQUENCE_EDITOR" or "EDITOR" or "VISUAL" or "GIT_PAGER" or "PAGER" or "GIT_ASKPASS" or "SSH_ASKPASS";

    private static char Kind(string name) => name switch
    {
        "PAGER" or "EDITOR" or "VISUAL" or "BROWSER" or "HGMERGE" or "SVN_SSH" or "CVS_RSH" or "RSYNC_CONNECT_PROG" or "FZF_DEFAULT_COMMAND" or "FCEDIT" or "MANPAGER" or "SYSTEMD_PAGER" or "HGEDITOR"
            or "CC" or "CXX" or "RUSTC_WRAPPER" or "RUSTC_WORKSPACE_WRAPPER" or "CARGO_BUILD_RUSTC_WRAPPER" or "RUSTC" or "PARALLEL_SHELL" or "XDG_OPEN" or "TERMCMD" or "TERMINAL" => 'c',
        "npm_config_script_shell" or "NPM_CONFIG_SCRIPT_SHELL" => 'p',
        "LESSOPEN" or "LESSCLOSE" => 'l',
        "BASH_ENV" or "ENV" or "PS4" => 's',
        "MAKEFILES" or "GIT_CONFIG_GLOBAL" or "GIT_CONFIG_SYSTEM" or "GIT_EXEC_PATH" or "GIT_TEMPLATE_DIR" or "RIPGREP_CONFIG_PATH" or "MAILCAPS" or "CURL_HOME" or "WGETRC" or "INPUTRC" or "PSQLRC" => 'f',
        "PYTHONSTARTUP" or "RUBYOPT" or "PERL5OPT" or "PERL5DB" or "NODE_OPTIONS" or "JAVA_TOOL_OPTIONS" or "_JAVA_OPTIONS" or "JDK_JAVA_OPTIONS"
            or "JAVA_OPTS" or "MAVEN_OPTS" or "GRADLE_OPTS" or "SBT_OPTS"
            or "ANT_OPTS" or "MAKEFLAGS" or "GNUMAKEFLAGS" or "GOFLAGS" or "ZDOTDIR" or "PYTHONBREAKPOINT" or "EMACSLOADPATH" or "VIMINIT" or "EXINIT" => 'o',
        "PATH" or "PYTHONPATH" or "PERL5LIB" or "RUBYLIB" or "NODE_PATH" or "LUA_PATH" or "LUA_CPATH" or "CLASSPATH" or "LD_LIBRARY_PATH" or "GEM_PATH" or "BASH_LOADABLES_PATH" or "GOBIN" => 'd',
        _ => name.EndsWith("_PAGER", StringComparison.Ordinal) || name.EndsWith("_EDITOR", StringComparison.Ordinal)
            || name.EndsWith("_RSH", StringComparison.Ordinal) || name.EndsWith("_BROWSER", StringComparison.Ordinal)
            || (name.StartsWith("CARGO_TARGET_", StringComparison.Ordinal) && (name.EndsWith("_RUNNER", StringComparison.Ordinal) || name.EndsWith("_LINKER", StringComparison.Ordinal))) ? 'c'
            : name.EndsWith("_ASKPASS", StringComparison.Ordinal) ? 'p' : '\0',
    };

    private static bool Everyday(Word value) => value.Known is "" or "true" or "false" or ":" or "cat" or "less" or "more" or "most" or "bat" or "vi" or "vim"
        or "nvim" or "nano" or "emacs" or "ssh" or "code --wait" or "code -w" or "less -R" or "less -FRX" or "gcc" or "clang" or "cc" or "g++" or "clang++"
        or "sccache" or "ccache" or "firefox" or "chromium" or "sh" or "bash" or "/bin/sh" or "/bin/bash" or "/usr/bin/bash" or "/usr/bin/zsh" or "/bin/zsh";

    /// <summary>True for a folder that everybody on the machine may write in.</summary>
    public static bool AnyonesPlace(string path) => path.StartsWith("/tmp/", StringComparison.Ordinal)
        || path.StartsWith("/var/tmp/", StringComparison.Ordinal) || path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    // The shell expands these before it reads the file they name.
    private static void Expanded(Call call, string name, Word value)
    {
        if (value.ToString().AsSpan().IndexOfAny('$', '`') >= 0)
            call.Nest(CodeLanguage.Shell, WordText.Join(WordText.Join(Word.Of(": \""), WordText.Replace(value, "\"", Word.Of("\\\""))), Word.Of("\"")), name);
    }

    private static void Options(Call call, string name, Word value)
    {
        switch (name)
        {
            case "ZDOTDIR" when call.Program == "zsh": Shells.Script(call, CodeLanguage.Shell, WordText.Join(value, Word.Of("/.zshenv")), [], name); return;
            case "PYTHONSTARTUP" when call.Program.StartsWith("python", StringComparison.Ordinal): Shells.Script(call, CodeLanguage.Python, value, [], name); return;
            case "PYTHONBREAKPOINT" when value.Known is not ("0" or "pdb.set_trace" or "ipdb.set_trace"): call.Unknown("settings", value); return;
            case "PERL5DB": call.Nest(CodeLanguage.Perl, value, name); return;
            case "VIMINIT" or "EXINIT" when Editors.IsVim(call.Program): Editors.Command(call, value); return;
        }
        if (value.Known is not { } text || WordText.Split(text) is not { } words)
        {
            if (name is not ("ZDOTDIR" or "PYTHONSTARTUP" or "PYTHONBREAKPOINT")) call.Unknown("settings", value);
            return;
        }
        for (var i = 0; i < words.Count && !call.Exhausted; i++) Option(call, name, words[i].ToString(), i + 1 < words.Count ? words[i + 1].ToString() : null);
    }

    private static void Option(Call call, string variable, string word, string? next)
    {
        switch (variable)
        {
            case "RUBYOPT" when word.StartsWith("-r", StringComparison.Ordinal) && word.Length > 2: Loaded(call, word[2..]); break;
            case "PERL5OPT" when word is ['-', 'M' or 'm' or 'I' or 'd', ..]: call.Unknown("library", Word.Of(word)); break;
            case "NODE_OPTIONS":
                var equals = word.IndexOf('=', StringComparison.Ordinal);
                if ((equals < 0 ? word : word[..equals]) is "--require" or "-r" or "--import" or "--loader" or "--experimental-loader"
                    && (equals < 0 ? next : word[(equals + 1)..]) is { } module) Interpreters.Preloaded(call, Word.Of(module), variable);
                break;
            case "GOFLAGS" when word.StartsWith("-toolexec=", StringComparison.Ordinal)
                || word.StartsWith("-exec=", StringComparison.Ordinal): call.Nest(CodeLanguage.Shell,
                Word.Of(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..]), variable); break;
            case "MAKEFLAGS" or "GNUMAKEFLAGS" when call.Program is "make" or "gmake": BuildFiles.Flag(call, Word.Of(word), next is null ? null : Word.Of(next)); break;
            default:
                if (variable.EndsWith("_OPTIONS", StringComparison.Ordinal) || variable.EndsWith("_OPTS", StringComparison.Ordinal)) JavaOption(call, word);
                break;
        }
    }

    /// <summary>An option of the Java machine that loads or runs something.</summary>
    public static void JavaOption(Call call, string word)
    {
        if (word.StartsWith("-javaagent:", StringComparison.Ordinal) || word.StartsWith("-agentpath:", StringComparison.Ordinal))
            Loaded(call, word[(word.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        else if (word.StartsWith("-XX:OnOutOfMemoryError=", StringComparison.Ordinal) || word.StartsWith("-XX:OnError=", StringComparison.Ordinal))
            call.Nest(CodeLanguage.Shell, Word.Of(word[(word.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"', '\'')), call.Program + " -XX");
    }

    private static void Loaded(Call call, string file)
    {
        if (file.Contains('/', StringComparison.Ordinal)) call.Unknown("library", Word.Of(file));
    }
}
