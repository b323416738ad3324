namespace Sallyport.Shell.Commands;

/// <summary>Programs that run the command they are given, as data: which options take a value, how many operands come first.</summary>
internal static class Wrappers
{
    /// <param name="ShortValued">Short options with a value.</param>
    /// <param name="LongValued">Long options with a value.</param>
    /// <param name="Skip">Operands before the command: the seconds of <c>timeout</c>, the file of <c>flock</c>.</param>
    /// <param name="Joined">The operands are joined and given to a shell.</param>
    /// <param name="Assignments">NAME=value operands before the command are its environment.</param>
    private readonly record struct Shape(string ShortValued = "", string LongValued = "", int Skip = 0, bool Joined = false, bool Assignments = false);

    public static bool Describe(Call call)
    {
        if (call.Program == "arch")
        {
            // macOS: arch -x86_64 command, arch -arch arm64 -e NAME=value command; alone it says what the machine is.
            var at = 1;
            while (at < call.Count && call.Argv[at].KnownPrefix is ['-', _, ..] flag) at += flag is "-arch" or "-e" or "-d" or "-h" ? 2 : 1;
            if (at < call.Count) call.Start([.. call.Argv.Skip(at)], "arch");
            return true;
        }
        if (Of(call.Program) is not { } shape) return false;
        if (call.AsksHelp) return true;
        var options = Options.Parse(call.Argv, 1, shape.ShortValued, shape.LongValued, stopAtOperand: true);
        var command = options.Operands.Skip(shape.Skip).ToList();
        if (call.Program == "flock" && options.Value("command", 'c') is { } text)
        {
            call.Nest(CodeLanguage.Shell, text, "flock -c");
            return true;
        }
        if (command.Count > 0 && call.Program == "flock" && command[0].Known is "-c" or "--command")
        {
            if (command.Count > 1) call.Nest(CodeLanguage.Shell, command[1], "flock -c");
            return true;
        }
        if (command.Count == 0)
        {
            if (call.Program is "chroot" or "unshare" or "nsenter" or "firejail" or "fakeroot" or "bwrap" && options.Operands.Count >= shape.Skip
                && !call.Argv.Any(word => word.Known is "--list" or "--tree" or "--top" or "--netstats"))
                call.Session(call.Program);
            return true;
        }
        if (shape.Joined) call.Nest(CodeLanguage.Shell, WordText.JoinAll(command), call.Program);
        else Start(call, command, shape.Assignments);
        return true;
    }

    private static void Start(Call call, List<Word> command, bool assignments)
    {
        var environment = call.Run.Environment.ToList();
        while (assignments && command.Count > 0 && Assignment(command[0]) is { } pair)
        {
            environment.Add(pair);
            command.RemoveAt(0);
        }
        var elsewhere = call.Program is "chroot" or "proot" or "arch-chroot" && !call.Argv.Any(static word => word.Known == "/");
        call.Start(command, call.Program, run => run with { Environment = environment, Elsewhere = run.Elsewhere || elsewhere });
    }

    /// <summary>NAME=value as a pair; null where the word is no assignment.</summary>
    public static KeyValuePair<string, Word>? Assignment(Word word)
    {
        var prefix = word.KnownPrefix;
        var equals = prefix.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) return null;
        foreach (var c in prefix.AsSpan(0, equals))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '%' or '(' or ')')) return null;
        return new(prefix[..equals], WordText.Skip(word, equals + 1));
    }

    private static Shape? Of(string program) => program switch
    {
        "nohup" or "setsid" or "builtin" or "unbuffer" or "fakeroot" or "chronic" or "eatmydata" or "catchsegv" or "notrace"
            or "dbus-run-session" or "torsocks" or "torify" or "softlimit" or "noglob" or "nocorrect" or "then" or "do" or "else" or "!" => new Shape(""),
        "time" => new Shape("fo", "format output"),
        "nice" => new Shape("n", "adjustment"),
        "ionice" => new Shape("cnpPu", "class classdata pid"),
        "chrt" => new Shape("TPDp", "sched-runtime sched-period sched-deadline", 1),
        "taskset" => new Shape("p", "", 1),
        "timeout" or "gtimeout" => new Shape("ks", "kill-after signal", 1),
        "stdbuf" => new Shape("ioe", "input output error"),
        "strace" => new Shape("abeEIoOpPsSuUX", "trace output attach user"),
        "ltrace" => new Shape("aADeFlnopsuwx", "output"),
        "flock" => new Shape("wEc", "timeout wait conflict-exit-code command", 1),
        "chroot" or "arch-chroot" => new Shape("", "userspec groups", 1),
        "unshare" => new Shape("RwSG", "root wd setuid setgid propagation setgroups map-user map-group"),
        "nsenter" => new Shape("tSGrw", "target setuid setgid root wd"),
        "bwrap" => new Shape("", "chdir setenv unsetenv hostname uid gid"),
        "firejail" or "proot" => new Shape("rbwqk", ""),
        "watch" => new Shape("nq", "interval equexit", 0, Joined: true),
        "caffeinate" => new Shape("tw"),
        "entr" => new Shape(""),
        "cpulimit" => new Shape("lpeP", "limit pid exe path"),
        "numactl" => new Shape("NmpCi", "cpunodebind membind preferred physcpubind interleave"),
        "prlimit" => new Shape("p", "pid"),
        "setarch" => new Shape("", "", 1),
        "linux32" or "linux64" or "i386" or "x86_64" => new Shape(""),
        "rlwrap" => new Shape("HfbaCDegIlnqsSwzO"),
        "xvfb-run" => new Shape("efnps", "server-args auth-file server-num error-file"),
        "proxychains" or "proxychains4" => new Shape("f"),
        "systemd-run" => new Shape("pEMHut", "property setenv unit description slice uid gid nice working-directory on-active on-calendar machine host service-type", 0),
        "systemd-inhibit" => new Shape("", "what who why mode"),
        "faketime" => new Shape("f", "", 1),
        "daemonize" => new Shape("acelopuE"),
        "valgrind" => new Shape("", "tool log-file"),
        "setpriv" => new Shape("", "reuid regid groups inh-caps ambient-caps bounding-set securebits selinux-label apparmor-profile"),
        "busybox" or "toybox" => new Shape(""),
        "coproc" or "nocache" or "ltraceroute" or "mosh-server" => new Shape(""),
        "direnv" => null,
        "aws-vault" => null,
        "annotate-output" or "ccache" or "distcc" or "sccache" or "gosu-init" or "tini" or "dumb-init" => new Shape(""),
        "retry" => new Shape("dtms"),
        "sem" => null,
        "errno" => null,
        "envdir" or "setlock" or "setuidgid" or "chpst" => new Shape("uUbmdopfcrtl/", "", 1),
        "ssh-agent" => new Shape("aEtP"),
        "xdg-terminal-exec" => new Shape(""),
        "perf" => null,
        _ => null,
    };
}
