using Sallyport.Shell;

namespace Sallyport.Policy.SelfProtection;

/// <summary>What becomes of a file that a program is given the name of.</summary>
internal enum Handling : byte
{
    /// <summary>Nobody knows: it may be written.</summary>
    Unknown,

    /// <summary>What is in it comes out.</summary>
    Reads,

    /// <summary>Only that it is there, its size or its hash comes out.</summary>
    Looks,
}

/// <summary>Programs of which it is known that a file named to them stays as it is.</summary>
internal static class Handlings
{
    /// <summary>What a command makes of the files it names.</summary>
    public static Handling Of(CommandRun run) => run.Program switch
    {
        null => Handling.Unknown,
        "git" => GitOnlyReads(run.Argv) ? Handling.Reads : Handling.Unknown,
        "fuser" => run.Argv.Any(static word => word.KnownPrefix is ['-', not '-', ..] option && option.Contains('k', StringComparison.Ordinal) || word.Known == "--kill") ? Handling.Unknown : Handling.Looks,
        // python -m json.tool FILE; a second name is the one it writes.
        "python" or "python3" => run.Argv.Count == 4 && run.Argv[1].Known == "-m" && run.Argv[2].Known is "json.tool" or "json" or "tokenize" or "ast" ? Handling.Reads : Handling.Unknown,
        "ls" or "dir" or "vdir" or "exa" or "eza" or "tree" or "stat" or "file" or "du" or "df" or "test" or "[" or "[[" or "find" or "fd" or "fdfind" or "which" or "type" or "command"
            or "realpath" or "readlink" or "basename" or "dirname" or "cd" or "pushd" or "popd" or "sha1sum" or "sha256sum" or "sha512sum" or "shasum" or "b2sum" or "md5sum" or "cksum"
            or "cmp" or "wc" or "lsattr" or "getfacl" or "lsof" or "namei" or "mountpoint" or "inotifywait" or "inotifywatch" or "fswatch" or "strings" or "nm" or "readelf" or "objdump" or "ldd" or "size" or "sallyport" => Handling.Looks,
        "echo" or "printf" or "export" or "declare" or "local" or "readonly" or "typeset" or "set" or "unset" or ":" or "true" or "false" or "cat" or "bat" or "less" or "more" or "head" or "tail"
            or "nl" or "tac" or "rev" or "cut" or "fold" or "column" or "grep" or "egrep" or "fgrep" or "zgrep" or "zcat" or "gzcat" or "bzcat" or "xzcat" or "zstdcat" or "zless" or "bzgrep" or "xzgrep" or "rg" or "ag" or "ack" or "diff" or "comm" or "jq" or "od" or "xxd" or "hexdump"
            or "for" or "while" or "case" or "apply_patch" => Handling.Reads,
        // A tool of a server is no program: what it does with a file its effects say.
        var tool when IsTool(tool) => Handling.Reads,
        _ => Handling.Unknown,
    };

    /// <summary>True for the name of a tool of an MCP server.</summary>
    public static bool IsTool(string program) => program == "mcp" || program.StartsWith("mcp__", StringComparison.Ordinal);

    // The verb is the first word that is no option; what -C and -c take is none.
    private static bool GitOnlyReads(IReadOnlyList<Word> argv)
    {
        for (var i = 1; i < argv.Count; i++)
        {
            if (argv[i].Known is not { } word) return false;
            if (word is "-C" or "-c" or "--git-dir" or "--work-tree" or "--namespace") i++;
            else if (!word.StartsWith('-'))
                return word is "add" or "blame" or "cat-file" or "check-attr" or "check-ignore" or "commit" or "describe" or "diff" or "grep" or "hash-object" or "log" or "ls-files"
                    or "ls-tree" or "remote" or "rev-list" or "rev-parse" or "shortlog" or "show" or "status" or "whatchanged";
        }
        return true;
    }
}
