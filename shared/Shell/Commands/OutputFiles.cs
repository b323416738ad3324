namespace Sallyport.Shell.Commands;

/// <summary>
/// The file a program is told to write its output, its log or what it has kept to, in the words most programs share for it. What such a file
/// is, the rules know: a report is a report, and a start-up file or a key is that whoever writes it.
/// </summary>
internal static class OutputFiles
{
    public static void Describe(Call call)
    {
        // What comes down the pipe is put in place of what the file held.
        if (call.Program == "sponge" && Options.Parse(call.Argv, 1).Operands is [var soaked] && !call.Argv.Any(static word => word.Known == "-a")) call.Path(EffectKind.Truncate, soaked, "overwrite");
        if (call.Count < 3 || call.AsksHelp) return;
        var letters = Letters(call.Program);
        for (var i = 1; i < Math.Min(call.Count, 64) && !call.Exhausted; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix == "--") return;
            if (prefix.Length < 2 || prefix[0] != '-') continue;
            var equals = prefix.IndexOf('=', StringComparison.Ordinal);
            if (prefix[1] == '-' || prefix is "-Logfile")
            {
                if (!Means(equals < 0 ? prefix.TrimStart('-') : prefix[2..equals])) continue;
                Written(call, equals > 0 ? WordText.Skip(call.Argv[i], equals + 1) : i + 1 < call.Count ? call.Argv[i + 1] : null);
            }
            else if (letters.Contains(prefix[1], StringComparison.Ordinal)) Written(call, prefix.Length > 2 ? WordText.Skip(call.Argv[i], 2) : i + 1 < call.Count ? call.Argv[i + 1] : null);
            else if (letters.Contains(prefix[^1], StringComparison.Ordinal) && i + 1 < call.Count) Written(call, call.Argv[i + 1]);
        }
        // The second file of these is written.
        if (call.Program is "uniq" or "guniq" or "xxd" or "unexpand" && Options.Parse(call.Argv, 1, "fswlcgos").Operands is [_, var second, ..]) call.Path(EffectKind.Truncate, second, "copy");
        // And the last word of these begins the name of what is.
        if (call.Program is "split" or "gsplit" && Options.Parse(call.Argv, 1, "abClnt").Operands is [_, var begin, ..]) Written(call, begin);
    }

    private static bool Means(ReadOnlySpan<char> name) => name is "output" or "output-file" or "outfile" or "out" or "out-file" or "output-document" or "result-file" or "log-file" or "logfile" or "log"
        or "append-output" or "dump-header" or "cookie-jar" or "save-cookies" or "stderr" or "trace" or "trace-ascii" or "report" or "report-file" or "save" or "export" or "write" or "Logfile" or "etag-save" or "hsts" or "state";

    // Short options that name a file to write, of programs whose other ways are described elsewhere or not at all.
    private static string Letters(string program) => program switch
    {
        "strace" or "ltrace" or "time" or "gtime" or "gpg" or "gpg2" or "iconv" or "shuf" or "gshuf" or "sort" or "gsort" or "ld" or "gold" or "lld" or "gcc" or "g++" or "cc" or "c++" or "clang"
            or "clang++" or "rustc" or "as" or "objdump" or "age" or "pandoc" or "dot" or "protoc" or "flex" or "bison" or "xsltproc" or "qrencode" or "m4" or "zstd" or "base64" or "yq"
            or "valgrind" or "perf" or "gperf" or "nasm" or "patch" or "minisign" or "rsvg-convert" => "o",
        "logrotate" => "sl",
        "curl" => "Dc",
        "wget" => "oa",
        "ssh" or "sftp" => "E",
        "csplit" or "pg_dump" or "pg_dumpall" => "f",
        "mysqldump" or "mariadb-dump" => "r",
        "tcpdump" or "tshark" or "dumpcap" => "w",
        "nmap" => "",
        _ => "",
    };

    private static void Written(Call call, Word? file)
    {
        if (file is null || file.Pieces.Count == 0 || file.Known is "-" or "/dev/null" or "/dev/stdout" or "/dev/stderr" || file.KnownPrefix.StartsWith('|')) return;
        // What is no path is a format or a switch; a name without a folder lies where one is.
        if (file.KnownPrefix is { } text && !text.Contains('/', StringComparison.Ordinal) && !text.StartsWith('.')) return;
        if (file.KnownPrefix.Contains("://", StringComparison.Ordinal) || file.KnownPrefix.AsSpan().ContainsAny('{', '=', ' ')) return;
        call.Path(EffectKind.Write, file, "output");
    }
}
