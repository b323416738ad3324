using System.Text;

namespace Sallyport.Shell.Commands;

/// <summary>Programs whose output follows from their arguments and input: so that <c>$(…)</c> and <c>… | sh</c> can be followed.</summary>
internal static class Printers
{
    private const int MaxOutput = 1 << 18;

    public static bool Describe(Call call)
    {
        switch (call.Program)
        {
            case "echo": call.Output = Echo(call.Argv); return true;
            case "printf": call.Output = PrintfFormat.Format(call.Argv, MaxOutput); return true;
            case "base64" or "gbase64" or "basenc" or "base32": call.Output = Base64(call); return true;
            case "xxd": call.Output = Xxd(call); return true;
            case "rev": call.Output = Lines(call, line => new string([.. Sequence.Reverse(line)])); return true;
            case "tac": call.Output = Text(call) is { } text ? Word.Of(string.Join('\n', Sequence.Reverse(text.TrimEnd('\n').Split('\n'))) + "\n") : null; return true;
            case "tr": call.Output = Tr(call); return true;
            case "basename" when call.Count == 2: call.Output = call.Text(1) is { } path ? Word.Of(PathText.Name(path.TrimEnd('/'))) : null; return true;
            case "dirname" when call.Count == 2: call.Output = call.Text(1) is { } file ? Word.Of(file.Contains('/', StringComparison.Ordinal) ? PathText.Parent(file) : ".") : null; return true;
            case "pwd": call.Output = call.Run.Cwd is { } cwd ? Word.Of(cwd + "\n") : null; return true;
            case "yes":
                Endless(call);
                return true;
            case "rot13": call.Output = Text(call) is { } secret ? Word.Of(Rotate(secret)) : null; return true;
            default: return false;
        }
    }

    /// <summary>Output without end into a file fills the disk.</summary>
    public static void Endless(Call call)
    {
        foreach (var redirection in call.Run.Redirections)
            if (redirection is { Kind: RedirectionKind.Write or RedirectionKind.Append, Descriptor: 1 or -1 }
                && !redirection.Target.ToString().StartsWith("/dev/", StringComparison.Ordinal))
                call.Add(EffectKind.Exhaust, PathText.Target(redirection.Target, call.Run.Cwd, call.Facts), "fill-disk");
    }

    /// <summary>What passes the input on unchanged, where the input is known: <c>cat</c>, <c>tee</c>, <c>head</c> of few lines …</summary>
    public static Word? PassThrough(Call call)
    {
        var text = new StringBuilder();
        var files = 0;
        for (var i = 1; i < call.Count; i++)
        {
            if (call.Argv[i].Known is "-" or "-u" or "--") continue;
            if (call.Program != "cat" || call.Argv[i].Known is not { Length: > 0 } name || name[0] == '-' || Content(call, call.Argv[i]) is not { } content || text.Length + content.Length > MaxOutput) return null;
            text.Append(content);
            files++;
        }
        return files > 0 ? Word.Of(text.ToString()) : call.Run.Input is { Kind: InputKind.Text } input ? input.Text : Text(call) is { } read ? Word.Of(read) : null;
    }

    /// <summary>True for a program that turns an encoding back into what it hides.</summary>
    public static bool Decodes(CommandRun run) => run.Program switch
    {
        "base64" or "gbase64" or "base32" or "basenc" => run.Argv.Any(word => word.Known is "-d" or "-D" or "--decode" or "-di"),
        "xxd" => run.Argv.Any(word => word.KnownPrefix.StartsWith("-r", StringComparison.Ordinal)),
        "openssl" => run.Argv.Any(word => word.Known is "-d"),
        "tar" or "bsdtar" => run.Argv.Any(word => word.KnownPrefix is "--to-stdout" or "-O"
            || (word.KnownPrefix is ['-', not '-', ..] or ['x', ..] && word.KnownPrefix.Contains('O', StringComparison.Ordinal) && word.KnownPrefix.Contains('x', StringComparison.Ordinal))),
        "unzip" => run.Argv.Any(word => word.Known is "-p" or "-pq" or "-qp"),
        "gzip" or "bzip2" or "xz" or "zstd" => run.Argv.Any(word => word.KnownPrefix is ['-', not '-', ..] p && p.Contains('d', StringComparison.Ordinal)),
        "gunzip" or "zcat" or "bzcat" or "xzcat" or "zstdcat" or "bunzip2" or "unxz" or "uudecode" or "rev" or "tr" or "gpg" => true,
        _ => false,
    };

    private static Word? Echo(IReadOnlyList<Word> argv)
    {
        var start = 1;
        var newline = true;
        bool? escapes = null;
        for (; start < argv.Count && argv[start].Known is { Length: > 1 } flag && flag[0] == '-' && flag.AsSpan(1).IndexOfAnyExcept("neE") < 0; start++)
        {
            newline &= !flag.Contains('n', StringComparison.Ordinal);
            if (flag.LastIndexOfAny(['e', 'E']) is var at and > 0) escapes = flag[at] == 'e';
        }
        var text = WordText.JoinAll(argv.Skip(start));
        if (escapes == true && text.IsKnown) text = Word.Of(PrintfFormat.Unescape(text.Known!, out var stop));
        // bash prints a backslash as it is, dash and zsh do what it says: from there on nobody knows which.
        else if (escapes is null && text.Known is { } known && known.IndexOf('\\', StringComparison.Ordinal) is var backslash and >= 0)
            text = new Word([new Piece(PieceKind.Literal, known[..backslash]), new Piece(PieceKind.Unknown, known[backslash..])]);
        return newline ? WordText.Join(text, Word.Of("\n")) : text;
    }

    private static string? Text(Call call) =>
        call.Run.Input is { Kind: InputKind.Text, Text: { } word } ? word.Known : call.Run.Input is { Kind: InputKind.File, Text: { } file } ? Content(call, file) : null;

    // What a file holds, where the text has written it itself or it was looked at.
    private static string? Content(Call call, Word file) =>
        PathText.Target(file, call.Run.Cwd, call.Facts) is { Known: true, Glob: false } target && call.Facts.Files.TryGetValue(target.Name, out var fact) && fact.Content is { Length: <= MaxOutput } content
            ? content : null;

    private static Word? Lines(Call call, Func<string, string> change) =>
        Text(call) is { } text ? Word.Of(string.Join('\n', text.Split('\n').Select(change))) : null;

    private static Word? Base64(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "wio", "wrap input output");
        if (options.Operands.Count > 0 && options.Operands[0].Known != "-")
        {
            call.Path(EffectKind.Read, options.Operands[0]);
            if (options.Operands.Count > 1 || Content(call, options.Operands[0]) is null) return null;
        }
        if ((options.Operands is [var operand] && operand.Known != "-" ? Content(call, operand) : Text(call)) is not { } text) return null;
        if (options.Has('d', "decode") || options.Has('D'))
        {
            text = text.ReplaceLineEndings("").Trim();
            if (call.Program == "base32") return null;
            var buffer = new byte[text.Length];
            return Convert.TryFromBase64String(text, buffer, out var length) ? Word.Of(Encoding.UTF8.GetString(buffer, 0, length)) : null;
        }
        return call.Program == "base32" ? null : Word.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) + "\n");
    }

    private static Word? Xxd(Call call)
    {
        var plain = false;
        var reverse = false;
        foreach (var word in call.Argv.Skip(1))
        {
            if (word.KnownPrefix is not ['-', ..] flag)
            {
                call.Path(EffectKind.Read, word);
                return null;
            }
            reverse |= flag.Contains('r', StringComparison.Ordinal);
            plain |= flag.Contains('p', StringComparison.Ordinal);
        }
        if (Text(call) is not { } text || !reverse || !plain) return null;
        var hex = new string([.. text.Where(char.IsAsciiHexDigit)]);
        return hex.Length % 2 == 0 ? Word.Of(Encoding.UTF8.GetString(Convert.FromHexString(hex))) : null;
    }

    private static Word? Tr(Call call)
    {
        if (Text(call) is not { } text) return null;
        var options = Options.Parse(call.Argv);
        if (options.Operands.Count == 0 || Set(options.Operands[0].Known) is not { } from) return null;
        if (options.Has('d', "delete")) return Word.Of(new string([.. text.Where(c => !from.Contains(c, StringComparison.Ordinal))]));
        if (options.Operands.Count < 2 || options.Has('c') || options.Has('s') || Set(options.Operands[1].Known) is not { Length: > 0 } to) return null;
        return Word.Of(new string([.. text.Select(c => from.LastIndexOf(c) is var at and >= 0 ? to[Math.Min(at, to.Length - 1)] : c)]));
    }

    private static string? Set(string? written)
    {
        if (written is null) return null;
        written = PrintfFormat.Unescape(written, out _).Replace("[:upper:]", "A-Z", StringComparison.Ordinal).Replace("[:lower:]", "a-z", StringComparison.Ordinal)
            .Replace("[:digit:]", "0-9", StringComparison.Ordinal).Replace("[:space:]", " \t\n\r", StringComparison.Ordinal);
        if (written.Contains("[:", StringComparison.Ordinal)) return null;
        var set = new StringBuilder();
        for (var i = 0; i < written.Length; i++)
        {
            set.Append(written[i]);
            if (i + 2 >= written.Length || written[i + 1] != '-' || written[i + 2] < written[i]) continue;
            for (var c = (char)(written[i] + 1); c <= written[i + 2] && set.Length < 4096; c++) set.Append(c);
            i += 2;
        }
        return set.ToString();
    }

    private static string Rotate(string text) =>
        new([.. text.Select(c => char.IsAsciiLetterLower(c) ? (char)('a' + (c - 'a' + 13) % 26) : char.IsAsciiLetterUpper(c) ? (char)('A' + (c - 'A' + 13) % 26) : c)]);
}
