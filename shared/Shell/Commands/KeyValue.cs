namespace Sallyport.Shell.Commands;

/// <summary>Redis and MongoDB clients.</summary>
internal static class KeyValue
{
    public static void Redis(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "hpanuirsdt", "user pass sni cacert cert key pipe-timeout eval", stopAtOperand: true);
        var words = options.Operands.Select(word => word.ToString()).ToList();
        if (words.Count == 0)
        {
            if (call.Run.Input is { Kind: InputKind.Text, Text.Known: { } text })
                foreach (var line in text.Split('\n')) Command(call, [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
            else if (call.Run.Input.Kind == InputKind.Inherited && !options.Given.Any(option => option.Name is "scan" or "bigkeys" or "stat" or "latency"
                or "eval" or "pipe" or "rdb" or "memkeys" or "hotkeys" or "cluster")) call.Session("redis-cli");
            return;
        }
        Command(call, words);
    }

    private static void Command(Call call, List<string> words)
    {
        if (words.Count == 0) return;
        var second = words.Count > 1 ? words[1].ToUpperInvariant() : "";
        switch (words[0].ToUpperInvariant())
        {
            case "FLUSHALL" or "FLUSHDB": call.Infrastructure("flush-all", "redis:all", true); break;
            case "SHUTDOWN": call.Add(EffectKind.StopService, "database", TargetKind.Process, "redis"); break;
            case "CONFIG" when second is "RESETSTAT" or "REWRITE" || (second == "SET" && words.Count > 2 && words[2].ToLowerInvariant() is "save" or "appendonly" or "maxmemory"
                or "maxmemory-policy" or "requirepass" or "protected-mode" or "slaveof" or "replicaof" or "masterauth"):
            case "SLAVEOF" or "REPLICAOF" when second != "NO":
            case "SCRIPT" or "FUNCTION" when second == "FLUSH":
            case "DEBUG" when second is "SLEEP":
            case "CLIENT" when second is "KILL" or "PAUSE":
            case "MODULE" when second is "LOAD" or "LOADEX" or "UNLOAD":
            case "ACL" when second is "DELUSER":
            case "SWAPDB":
            case "FAILOVER":
                call.Infrastructure("redis-setting", "redis:" + words[0].ToLowerInvariant());
                break;
            case "CONFIG" when second is "SET" or "RESETSTAT" or "REWRITE":
                call.Infrastructure(second == "SET" && words.Count > 2 && words[2].ToLowerInvariant() is "dir" or "dbfilename" ? "redis-write-file" : "redis-config", "redis:config");
                break;
            case "DEBUG" when second is "SEGFAULT" or "FLUSHALL" or "PANIC" or "CRASH" or "CRASH-AND-RECOVER" or "OOM": call.Infrastructure("flush-all", "redis:all"); break;
            // redis-cli keys '*' | xargs redis-cli del
            case "DEL" or "UNLINK" when call.Run.Input.From is { Count: > 0 } from && ListsAll(from): call.Infrastructure("flush-all", "redis:all", true); break;
            case "DEL" or "UNLINK" when call.Run.Wrappers.Has("xargs"): call.Infrastructure("drop-objects", "redis:many keys", true); break;
            case "DEL" or "UNLINK": call.Infrastructure("key-delete", "redis:" + string.Join(' ', words.Skip(1))); break;
            case "EVAL" when words.Any(word => word.Contains("os.execute", StringComparison.Ordinal)
                || word.Contains("io.popen", StringComparison.Ordinal)): call.Nest(CodeLanguage.Lua, Word.Of(string.Join(' ', words.Skip(1))),
                "redis EVAL"); break;
            case "EVAL" when words.Any(word => word.Contains("flush", StringComparison.OrdinalIgnoreCase)
                || word.Contains("'del'", StringComparison.OrdinalIgnoreCase)): call.Infrastructure("flush-all", "redis:all"); break;
            case "CLUSTER" when second is "RESET" or "FLUSHSLOTS": call.Infrastructure("flush-all", "redis:cluster"); break;
            default: break;
        }
    }

    private static bool ListsAll(IReadOnlyList<CommandRun> from)
    {
        foreach (var run in from)
        {
            if (run.Program is not ("redis-cli" or "valkey-cli")) continue;
            var keys = false;
            var picked = false;
            for (var i = 1; i < run.Argv.Count; i++)
            {
                var word = run.Argv[i].ToString();
                if (word == "--scan" || word.Equals("keys", StringComparison.OrdinalIgnoreCase)) keys = true;
                else if (keys && word is not ("*" or "--pattern") && !word.StartsWith('-')) picked = true;
            }
            if (keys && !picked) return true;
        }
        return false;
    }

    public static void Mongo(Call call)
    {
        if (call.AsksHelp) return;
        var options = Options.Parse(call.Argv, 1, "upfh", "eval host port username password authenticationDatabase file tls tlsCAFile");
        var text = options.Value("eval")?.ToString() ?? (call.Run.Input is { Kind: InputKind.Text, Text: { } input } ? input.ToString() : null);
        if (text is null)
        {
            if (call.Run.Input.Kind == InputKind.Inherited && !options.Operands.Any(word => word.ToString().EndsWith(".js", StringComparison.Ordinal))) call.Session(call.Program);
            return;
        }
        if (text.Contains("run(", StringComparison.Ordinal) || text.Contains("runProgram(", StringComparison.Ordinal)
            || text.Contains("runNonMongoProgram(", StringComparison.Ordinal) || text.Contains("child_process", StringComparison.Ordinal))
            ForeignCode.Read(call, Word.Of(text), call.Program);
        if (text.Contains("dropDatabase", StringComparison.Ordinal)) call.Infrastructure("drop-database", "mongo:database", true);
        else if (text.Contains(".drop()", StringComparison.Ordinal) || text.Contains("dropCollection", StringComparison.Ordinal)
            || text.Contains(".drop({", StringComparison.Ordinal)) call.Infrastructure("drop-table", "mongo:collection", true);
        else if (text.Contains("deleteMany({})", StringComparison.Ordinal) || text.Contains("remove({})", StringComparison.Ordinal)
            || text.Contains("deleteMany()", StringComparison.Ordinal)) call.Infrastructure("delete-all-rows", "mongo:collection", true);
        else if (text.Contains("shutdownServer", StringComparison.Ordinal) || text.Contains("{shutdown", StringComparison.Ordinal)
            || text.Contains("{ shutdown", StringComparison.Ordinal)) call.Add(EffectKind.StopService, "database", TargetKind.Process, "mongod");
        else if (text.Contains("updateMany({},", StringComparison.Ordinal) || text.Contains("updateMany({ },", StringComparison.Ordinal))
            call.Infrastructure("update-all-rows", "mongo:collection", true);
        else if (text.Contains("rs.remove(", StringComparison.Ordinal) || text.Contains("sh.removeShard", StringComparison.Ordinal)) call.Infrastructure("drop-object", "mongo:member", true);
        else if (text.Contains("dropAllUsers", StringComparison.Ordinal) || text.Contains("dropUser", StringComparison.Ordinal)) call.Infrastructure("drop-user", "mongo:users");
    }
}
