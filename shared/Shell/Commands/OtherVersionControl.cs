namespace Sallyport.Shell.Commands;

/// <summary>Version control other than git: what throws work or history away.</summary>
internal static class OtherVersionControl
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "hg" or "sl" or "chg":
                if (Verb(call) is "update" or "up" or "checkout" or "co" or "goto" && Says(call, "-C", "--clean")) Lose(call, "discard");
                else if (Verb(call) is "revert" && Says(call, "-a", "--all", ".")) Lose(call, "discard");
                else if (Verb(call) is "purge" or "clean" && !Says(call, "-p", "--print")) Lose(call, "clean");
                else if (Verb(call) is "strip" or "debugstrip" or "rollback") Lose(call, "rewrite-history");
                else if (Verb(call) is "push" && Says(call, "-f", "--force")) Lose(call, "force-push");
                return true;
            case "svn":
                if (Verb(call) == "revert" && Says(call, "-R", "--recursive", "--depth=infinity")) Lose(call, "discard");
                else if (Verb(call) == "cleanup" && Says(call, "--remove-unversioned", "--remove-ignored")) Lose(call, "clean");
                else if (Verb(call) is "delete" or "rm" or "remove" or "del" && call.Argv.Any(word => word.ToString().Contains("://", StringComparison.Ordinal))) Lose(call, "remote-delete");
                return true;
            case "svnadmin": return true;
            case "jj":
                if (Verb(call) is "git" && Says(call, "--deleted")) Lose(call, "remote-delete");
                else if (Verb(call) is "op" or "operation" && Says(call, "abandon")) Lose(call, "discard");
                return true;
            case "bfg":
                if (!call.AsksHelp && call.Count > 1) Lose(call, "rewrite-history");
                return true;
            case "p4":
                if (Verb(call) is "obliterate") Lose(call, "rewrite-history");
                else if (Verb(call) is "revert" && Says(call, "//...", "...")) Lose(call, "discard");
                else if (Verb(call) is "clean" && !Says(call, "-n")) Lose(call, "clean");
                else if (Verb(call) is "client" or "workspace" && Says(call, "-d")) Lose(call, "discard");
                return true;
            default: return false;
        }
    }

    private static string? Verb(Call call) => call.AsksHelp ? null : call.Argv.Skip(1).FirstOrDefault(word => !word.KnownPrefix.StartsWith('-'))?.Known;

    private static bool Says(Call call, params ReadOnlySpan<string> words)
    {
        foreach (var word in call.Argv)
            if (word.Known is { } known && words.Contains(known)) return true;
        return false;
    }

    private static void Lose(Call call, string detail) => GitHistory.Lose(call, detail, call.Program, true);
}
