namespace Sallyport.Shell.Commands;

/// <summary>Programs that read the files they are named and show, search or transform their text.</summary>
internal static class Readers
{
    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "cat" or "bat" or "batcat" or "tac" or "nl" or "less" or "more" or "most" or "strings" or "od" or "hexdump" or "hd" or "zcat" or "bzcat"
                or "xzcat" or "gzcat" or "zless" or "zmore" or "pygmentize" or "view" or "fold" or "fmt" or "pr" or "expand" or "column" or "cmp"
                or "comm" or "diff" or "colordiff" or "paste" or "join" or "wc" or "md5sum" or "sha1sum" or "sha256sum" or "sha512sum" or "cksum"
                or "b2sum" or "shasum" or "uniq" or "uuencode" or "get-content" or "type" when call.Program is not "type":
                All(call, "nwfctsbdHlj");
                if (call.Program == "cat" && call.Argv.Any(word => word.Known is "/dev/zero" or "/dev/urandom" or "/dev/random")) Printers.Endless(call);
                call.Output ??= call.Program == "cat" ? Printers.PassThrough(call) : null;
                return true;
            case "head" or "tail": All(call, "ncs"); return true;
            case "cut": All(call, "dfbc", "delimiter fields bytes characters", NamesOnly.Cut(call) ? NamesOnly.Detail : ""); return true;
            case "sort":
                var sort = Options.Parse(call.Argv, 1, "kotTS", "key output temporary-directory field-separator files0-from buffer-size compress-program");
                foreach (var operand in sort.Operands) call.Path(EffectKind.Read, operand);
                if (sort.Value("files0-from") is { } list) call.Path(EffectKind.Read, list);
                if (sort.Value("output", 'o') is { } output) call.Path(EffectKind.Truncate, output);
                if (sort.Value("compress-program") is { } compressor) call.Start([compressor], "sort");
                return true;
            case "grep" or "egrep" or "fgrep" or "rg" or "ag" or "ack" or "zgrep" or "ugrep": Grep(call); return true;
            case "jq" or "yq" or "xq" or "tomlq": Filter(call, "", "indent", 1); return true;
            case "awk" or "gawk" or "mawk" or "nawk" or "original-awk": Awk(call); return true;
            case "sed" or "gsed" or "ssed": Sed(call); return true;
            default: return false;
        }
    }

    private static void All(Call call, string shortValued, string longValued = "", string detail = "")
    {
        if (call.AsksHelp) return;
        foreach (var operand in Options.Parse(call.Argv, 1, shortValued, longValued).Operands)
            if (operand.Known != "-") call.Path(EffectKind.Read, operand, detail);
    }

    private static void Grep(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "eABCmfdDgtTMjErd",
            "regexp after-context before-context context max-count file include exclude exclude-dir color colour glob type type-not max-depth label");
        if (call.Program is not ("rg" or "ag" or "ack")) options = Options.Parse(call.Argv, 1, "eABCmfdD",
            "regexp after-context before-context context max-count file include exclude exclude-dir color colour label");
        if (options.Value("pre") is { } pre) call.Start([pre], "rg --pre");
        var hasPattern = options.Value("regexp", 'e') is not null || options.Value("file", 'f') is not null || options.Has("files");
        var recursive = call.Program is "rg" or "ag" or "ack" || options.Has('r', "recursive") || options.Has('R', "dereference-recursive");
        var pattern = (options.Value("regexp", 'e') ?? (options.Operands.Count > 0 ? options.Operands[0] : null))?.ToString() ?? "";
        var names = NamesOnly.Grep(options, pattern);
        foreach (var operand in options.Operands.Skip(hasPattern ? 0 : 1)) call.Path(EffectKind.Read, operand, names ? NamesOnly.Detail : LooksForSecrets(pattern) ? "secret-search" : "search", recursive);
        if (options.Operands.Count == (hasPattern ? 0 : 1) && recursive && LooksForSecrets(pattern)) call.Path(EffectKind.Read, Word.Of("."), "secret-search", recursive);
    }

    // What such a search prints is the secrets it found.
    private static bool LooksForSecrets(string pattern)
    {
        foreach (var name in (ReadOnlySpan<string>)["AKIA", "ASIA[", "PRIVATE KEY", "SECRET", "TOKEN", "PASSWORD", "PASSWD", "API_KEY", "APIKEY", "ghp_",
            "xox", "sk_live", "sk-", "BEGIN RSA", "BEGIN OPENSSH"])
            if (pattern.Contains(name, name.Length > 4 && char.IsAsciiLetterUpper(name[0]) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) return true;
        return false;
    }

    private static void Filter(Call call, string shortValued, string longValued, int skip)
    {
        var options = Options.Parse(call.Argv, 1, shortValued, longValued);
        foreach (var operand in options.Operands.Skip(skip)) call.Path(options.Has('i', "in-place") ? EffectKind.Write : EffectKind.Read, operand);
    }

    private static void Awk(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "Fvfie", "field-separator assign file include source", stopAtOperand: true);
        if (call.AsksHelp || options.Has("version")) return;
        var files = options.Operands.AsEnumerable();
        var code = options.Value("source", 'e');
        if (options.Value("file", 'f') is { } script) Shells.Script(call, CodeLanguage.Awk, script, [], "awk -f");
        else if (code is null && options.Operands.Count > 0)
        {
            code = options.Operands[0];
            files = files.Skip(1);
        }
        if (code is not null) call.Nest(CodeLanguage.Awk, code, "awk", [.. options.Operands]);
        var names = NamesOnly.Awk(options, code);
        foreach (var file in files)
            if (Wrappers.Assignment(file) is null && file.Known != "-") call.Path(options.Value("include", 'i')?.Known == "inplace" ? EffectKind.Write : EffectKind.Read, file, names ? NamesOnly.Detail : "");
    }

    private static void Sed(Call call)
    {
        // -i takes its suffix attached only, so it is no option with a value.
        var inPlace = false;
        var codes = new List<Word>();
        var files = new List<Word>();
        for (var i = 1; i < call.Count; i++)
        {
            var prefix = call.Argv[i].KnownPrefix;
            if (prefix is "--help" or "--version") return;
            if (prefix.Length < 2 || prefix[0] != '-')
            {
                if (codes.Count == 0) codes.Add(call.Argv[i]);
                else files.Add(call.Argv[i]);
                continue;
            }
            if (prefix.StartsWith("--", StringComparison.Ordinal))
            {
                if (prefix.StartsWith("--in-place", StringComparison.Ordinal)) inPlace = true;
                else if (prefix.StartsWith("--expression=", StringComparison.Ordinal)) codes.Add(WordText.Skip(call.Argv[i], 13));
                else if (prefix is "--expression" or "--file" && ++i < call.Count) codes.Add(call.Argv[i]);
                continue;
            }
            for (var at = 1; at < prefix.Length; at++)
            {
                if (prefix[at] == 'i')
                {
                    inPlace = true;
                    break;
                }
                if (prefix[at] is not ('e' or 'f')) continue;
                var rest = WordText.Skip(call.Argv[i], at + 1);
                if (rest.Pieces.Count == 0 && ++i < call.Count) rest = call.Argv[i];
                if (prefix[at] == 'e') codes.Add(rest);
                else
                {
                    Shells.Script(call, CodeLanguage.Sed, rest, [], "sed -f");
                    codes.Add(Word.Of(""));
                }
                break;
            }
        }
        foreach (var code in codes) call.Nest(CodeLanguage.Sed, code, "sed");
        foreach (var file in files) call.Path(inPlace ? EffectKind.Write : EffectKind.Read, file, inPlace ? "in-place" : codes.Exists(NamesOnly.Sed) ? NamesOnly.Detail : "");
    }
}
