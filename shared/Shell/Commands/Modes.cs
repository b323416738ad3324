namespace Sallyport.Shell.Commands;

/// <summary>Permissions, owners and attributes.</summary>
internal static class Modes
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "chmod" or "gchmod": Chmod(call); return true;
            case "chown" or "chgrp" or "gchown": Chown(call); return true;
            case "chattr" or "chflags": Attributes(call); return true;
            case "setfacl":
                var acl = Options.Parse(call.Argv, 1, "mMxX", "modify set remove modify-file set-file remove-file");
                foreach (var file in acl.Operands) call.Path(EffectKind.ChangeMode, file, "acl", acl.Has('R', "recursive"));
                return true;
            case "icacls" or "takeown" or "cacls":
                if (call.Count > 1) call.Path(EffectKind.ChangeMode, call.Argv[call.Program == "takeown" ? call.Count - 1 : 1], "acl",
                    call.Argv.Any(word => word.Known?.ToUpperInvariant() is "/T" or "/R"));
                return true;
            case "setcap":
                if (call.Count > 2) call.Path(EffectKind.ChangeMode, call.Argv[^1], "capability");
                return true;
            default: return false;
        }
    }

    private static void Chmod(Call call)
    {
        var recursive = false;
        string? mode = null;
        var from = 1;
        for (; from < call.Count; from++)
        {
            var text = call.Argv[from].KnownPrefix;
            if (text is "--help" or "--version") return;
            if (text.StartsWith("--reference", StringComparison.Ordinal)) mode = "";
            else if (text is "--recursive") recursive = true;
            else if (text is "--") continue;
            else if (text.StartsWith('-') && text.AsSpan(1).IndexOfAnyExcept("Rvcf") < 0) recursive |= text.Contains('R', StringComparison.Ordinal);
            else if (text.StartsWith("--", StringComparison.Ordinal)) continue;
            else if (mode is null) mode = call.Argv[from].ToString();
            else break;
        }
        for (var i = from; i < call.Count && call.Text(i) != "--"; i++) recursive |= call.Argv[i].KnownPrefix is "-R" or "--recursive";
        var detail = Detail(mode ?? "");
        for (; from < call.Count; from++)
        {
            if (call.Argv[from].KnownPrefix is "-R" or "--recursive") recursive = true;
            else call.Path(EffectKind.ChangeMode, call.Argv[from], detail, recursive);
        }
    }

    /// <summary>What a mode gives away, or takes from everybody.</summary>
    public static string Detail(string mode)
    {
        if (mode.Length > 0 && mode.All(c => c is >= '0' and <= '7'))
        {
            var digits = mode.TrimStart('0').PadLeft(3, '0');
            if (digits.Length > 3 && digits[^4] is >= '2') return "set-uid";
            if (((digits[^1] - '0') & 2) != 0) return "world-writable";
            return digits[^3..] is "000" or "111" or "222" or "333" || mode.TrimStart('0').Length == 0 ? "locked-out" : "";
        }
        foreach (var range in mode.AsSpan().Split(','))
        {
            var clause = mode.AsSpan()[range];
            var at = clause.IndexOfAny('+', '=', '-');
            if (at < 0) continue;
            var who = clause[..at];
            var rights = clause[(at + 1)..];
            if (clause[at] == '-')
            {
                if ((who.Length == 0 || who.Contains('a') || who.Contains('u')) && rights.IndexOfAny("rx") >= 0) return "locked-out";
                continue;
            }
            if (rights.Contains('s') && (who.Length == 0 || who.IndexOfAny("uga") >= 0)) return "set-uid";
            if (rights.Contains('w') && (who.Contains('o') || who.Contains('a'))) return "world-writable";
            if (clause[at] == '=' && rights.Length == 0 && (who.Length == 0 || who.IndexOfAny("ua") >= 0)) return "locked-out";
        }
        return "";
    }

    private static void Chown(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "", "from reference");
        if (options.Has("help") || options.Has("version")) return;
        var skip = options.Value("reference") is null ? 1 : 0;
        foreach (var file in options.Operands.Skip(skip)) call.Path(EffectKind.ChangeOwner, file, "", options.Has('R', "recursive"));
    }

    private static void Attributes(Call call)
    {
        string? change = null;
        for (var i = 1; i < call.Count; i++)
        {
            var text = call.Argv[i].KnownPrefix;
            if (text is "-R" or "-V" or "-f" or "-v" or "-p") continue;
            if (change is null && (text.StartsWith('+') || text.StartsWith('-') || text.StartsWith('=') || call.Program == "chflags")) change = text;
            else call.Path(EffectKind.ChangeMode, call.Argv[i], change is not null && change.StartsWith('-') ? "unlock" : "attribute", call.Argv.Any(word => word.Known == "-R"));
        }
    }
}
