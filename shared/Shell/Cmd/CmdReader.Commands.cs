using Sallyport.Shell.Code;

namespace Sallyport.Shell.Cmd;

internal sealed partial class CmdReader
{
    private void Simple(Input? input)
    {
        var words = new List<Word>();
        var start = -1;
        while (at < text.Length && work.Step())
        {
            Space();
            if (at >= text.Length || Now is '\n' or '&' or '|' || Closes) break;
            if (Now == '(' && words.Count == 0) break;
            if (Redirected(words)) continue;
            var before = at;
            if (words.Count == 1 && words[0].Known is { } first && first.Equals("set", StringComparison.OrdinalIgnoreCase))
            {
                Set();
                return;
            }
            if (words.Count == 1 && start < 0) start = at;
            // del/q and cd.. are a command and its argument.
            words.Add(Take());
            if (words.Count == 1) Split(words);
            if (at == before) at++;
        }
        if (words.Count > 0) Run(words, start < 0 ? "" : text[start..Math.Min(at, text.Length)], input);
    }

    private static void Split(List<Word> words)
    {
        if (words[0].Known is not { } known) return;
        var slash = known.IndexOf('/');
        if (slash <= 0 || known.Contains('\\') || known.Contains(':')) return;
        words[0] = Word.Of(known[..slash]);
        words.Add(Word.Of(known[slash..]));
    }

    /// <summary>Takes a redirection, where one stands here.</summary>
    private bool Redirected(List<Word> words)
    {
        var look = char.IsAsciiDigit(Now) && Next is '<' or '>' ? at + 1 : at;
        if (look >= text.Length || text[look] is not ('<' or '>')) return false;
        var reads = text[look] == '<';
        at = look + 1;
        var appends = Now == '>';
        if (appends) at++;
        if (Now == '&')
        {
            at += 2;
            return true;
        }
        var target = Take();
        if (target.Known is { } known && known.Equals("nul", StringComparison.OrdinalIgnoreCase)) return true;
        sink.Path(reads ? EffectKind.Read : EffectKind.Write, new TextValue(target), reads ? "" : appends ? "append" : "overwrite");
        _ = words;
        return true;
    }

    private void Set()
    {
        Space();
        if (Looking("/a ") || Looking("/p "))
        {
            var asks = char.ToLowerInvariant(Next) == 'p';
            at += 3;
            var assigned = Take().ToString();
            var name = assigned.Split('=')[0];
            if (asks || name.Length > 0) variables[name.Trim()] = Word.Unknown(name);
            while (at < text.Length && Now is not ('&' or '\n' or '|') && !Closes) at++;
            return;
        }
        var pieces = new List<Word>();
        while (at < text.Length && Now is not ('&' or '\n' or '|') && !Closes && work.Step())
        {
            var from = at;
            var word = Take();
            if (pieces.Count > 0) pieces.Add(Word.Of(" "));
            pieces.Add(word);
            if (at == from) at++;
        }
        var whole = CodePath.Concat([.. pieces]);
        var prefix = whole.KnownPrefix;
        var equals = prefix.IndexOf('=');
        if (equals <= 0) return;
        var rest = new List<Piece>(whole.Pieces);
        rest[0] = new Piece(PieceKind.Literal, prefix[(equals + 1)..]);
        variables[prefix[..equals].Trim()] = new Word(rest);
    }

    private void Run(List<Word> words, string raw, Input? input)
    {
        if (words[0].Known is not { Length: > 0 } known)
        {
            if (words[0].HasUnknown) sink.NotKnown(new TextValue(words[0]), "cmd");
            return;
        }
        // A variable may hold more than a name: set X=rd /s
        if (known.AsSpan().Trim().IndexOf(' ') is > 0 and var blank && known.AsSpan(0, blank).IndexOfAny('\\', ':') < 0 || known[^1] == ' ')
        {
            words = [.. known.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word.Of), .. words[1..]];
            if (words.Count == 0 || words[0].Known is not { Length: > 0 } alone) return;
            known = alone;
        }
        var name = CommandRun.ProgramName(known.TrimStart('@'));
        if (name.EndsWith(".com", StringComparison.Ordinal)) name = name[..^4];
        var arguments = words.Skip(1).ToList();
        switch (name)
        {
            case "":
            case "echo" or "title" or "cls" or "pause" or "ver" or "vol" or "date" or "time" or "color" or "prompt" or "goto" or "exit" or "setlocal"
                or "endlocal" or "shift" or "verify" or "path" or "assoc" or "ftype" or "popd" or "dir" or "break" or "echo." or "tree":
                return;
            case "call":
                Again(words, raw, input);
                return;
            case "cmd":
                var at = arguments.FindIndex(a => a.Known is { Length: >= 2 } f && f[0] == '/' && char.ToLowerInvariant(f[1]) is 'c' or 'k' or 'r');
                if (at >= 0) Nested(arguments, at);
                else sink.Add(EffectKind.OpenSession, new Target(TargetKind.Program, "cmd"), "shell");
                return;
            case "start":
                Start(arguments, raw);
                return;
            case "cd" or "chdir" or "pushd":
                var where = arguments.Find(a => !IsFlag(a));
                if (where is not null) sink.GoTo(new TextValue(where));
                return;
            default:
                if (CmdFiles.Run(name, arguments, sink)) return;
                if (WindowsPrograms.Describe(name, arguments, sink)) return;
                sink.Run([.. words.Select(w => (Value)new TextValue(w))], "", input);
                return;
        }
    }

    public static bool IsFlag(Word word) => word.KnownPrefix.StartsWith('/') && word.KnownPrefix is not "/";

    private void Again(List<Word> words, string raw, Input? input)
    {
        if (words.Count < 2) return;
        if (words[1].KnownPrefix.StartsWith(':')) return; // a label of the same file
        _ = raw;
        if (work.Enter())
        {
            Run(words[1..], "", input);
            work.Leave();
        }
    }

    private void Nested(List<Word> arguments, int flag)
    {
        var pieces = new List<Word>();
        if (arguments[flag].Known is { Length: > 2 } glued) pieces.Add(Word.Of(glued[2..]));
        foreach (var argument in arguments.Skip(flag + 1))
        {
            if (pieces.Count > 0) pieces.Add(Word.Of(" "));
            pieces.Add(argument);
        }
        sink.Shell(new TextValue(CodePath.Concat([.. pieces])), "cmd /c", CodeLanguage.Cmd);
    }

    private void Start(List<Word> arguments, string raw)
    {
        // A first quoted word is the window's title.
        var titled = raw.TrimStart().StartsWith('"');
        var from = titled ? 1 : 0;
        while (from < arguments.Count && IsFlag(arguments[from])) from += arguments[from].Known is "/d" or "/D" ? 2 : 1;
        if (from >= arguments.Count) return;
        if (work.Enter())
        {
            Run(arguments[from..], "", null);
            work.Leave();
        }
    }
}
