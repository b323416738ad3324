namespace Sallyport.Shell.Commands;

/// <summary>Programs that are known to do nothing a rule cares for: they look, measure, wait or build.</summary>
internal static class Ordinary
{
    public static bool Describe(Call call)
    {
        // java -jar client.jar verb is the client.
        if (call.Program == "java")
            for (var i = 1; i + 1 < call.Count; i++)
                if (call.Text(i) == "-jar" && CommandRun.ProgramName(call.Argv[i + 1].ToString()) is var jar && jar.EndsWith("-cli.jar", StringComparison.Ordinal))
                    call.Start([Word.Of(jar[..^4]), .. call.Argv.Skip(i + 2)], "java -jar");
        if (call.Program == "ffmpeg")
        {
            // What stands last, and is no option's value, is written over.
            if (call.Count > 2 && !call.Argv[^1].KnownPrefix.StartsWith('-') && !call.Argv[^2].KnownPrefix.Equals("-i", StringComparison.Ordinal)) call.Path(EffectKind.Write, call.Argv[^1], "output");
            return true;
        }
        return IsOrdinary(call.Program);
    }

    private static bool IsOrdinary(string program) => program switch
    {
        "ls" or "ll" or "la" or "dir" or "eza" or "exa" or "tree" or "stat" or "file" or "du" or "df" or "pwd" or "date" or "cal" or "whoami" or "id" or "groups" or "hostname" or "uname" or "uptime"
            or "ps" or "top" or "htop" or "btop" or "free" or "vmstat" or "iostat" or "lsof" or "pgrep" or "pidof" or "jobs" or "wait" or "sleep" or "true" or "false" or ":" or "test" or "[" or "[["
            or "seq" or "expr" or "let" or "cd" or "pushd" or "popd" or "dirs" or "export" or "set" or "unset" or "alias" or "unalias" or "read" or "shift" or "return" or "exit" or "break"
            or "continue" or "local" or "declare" or "typeset" or "readonly" or "getopts" or "umask" or "ulimit" or "shopt" or "bind" or "complete" or "compgen" or "disown" or "fg" or "bg" or "times"
            or "printenv" or "locale" or "tput" or "clear" or "reset" or "tty" or "stty" or "lsblk" or "lscpu" or "lsusb" or "lspci" or "blkid" or "findmnt" or "dmesg" or "last" or "w" or "who"
            or "mktemp" or "ssh-add" or "readlink" or "realpath" or "pathchk" or "sync" or "nproc" or "arch" or "getconf" or "getent" or "logname" or "users" or "ss" or "netstat" or "arp"
            or "gcc" or "g++" or "clang" or "clang++" or "cc" or "c++" or "ld" or "as" or "nm" or "objdump" or "readelf" or "ldd" or "rustc" or "javac" or "java" or "tsc" or "eslint" or "prettier"
            or "black" or "ruff" or "mypy" or "pytest" or "jest" or "vitest" or "mocha" or "tox" or "rspec" or "phpunit" or "golangci-lint" or "shellcheck" or "shfmt"
            or "logger" or "figlet" or "cowsay" or "fortune" or "bc" or "factor" or "shuf" or "look" or "tsort" or "iconv" or "dos2unix" or "unix2dos"
            or "envsubst" or "pv" or "tqdm" or "mapfile" or "readarray" => true,
        _ => false,
    };
}
