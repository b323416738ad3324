namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private void RunRead(CommandRun run, Expanded command)
    {
        var names = new List<string>();
        var (raw, array, delimiter, plain) = (false, default(string), '\n', true);
        Input? other = null;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            if (run.Argv[i].Known is not { } word)
            {
                plain = false;
                continue;
            }
            if (word is not ['-', _, ..] || names.Count > 0)
            {
                names.Add(word);
                continue;
            }
            for (var at = 1; at < word.Length; at++)
            {
                if (word[at] == 'r') raw = true;
                else if (word[at] is 'a' or 'd' or 'p' or 'i' or 'n' or 'N' or 't' or 'u')
                {
                    var value = at + 1 < word.Length ? word[(at + 1)..] : i + 1 < run.Argv.Count ? run.Argv[++i].Known : null;
                    if (word[at] == 'a') array = value;
                    if (word[at] == 'd') delimiter = value is { Length: > 0 } ? value[0] : '\0';
                    if (word[at] is 'n' or 'N' or 't') plain = false;
                    if (word[at] == 'u' && (!int.TryParse(value, out var descriptor) || (other = _state.Descriptors.GetValueOrDefault(descriptor)) is null)) plain = false;
                    break;
                }
            }
        }
        if (names.Count == 0 && array is null) names.Add("REPLY");
        var own = other is not null ? new StandardInput(other) : command.Opened.Input is { } given ? new StandardInput(given) : _state.Input;
        if (!plain || KnownText(own.Input, run.Cwd) is not { } text)
        {
            // Where it came from stays with what was read: it may be run.
            var from = own.Input.From is { Count: > 0 } runs ? "$(" + string.Join(" | ", runs.TakeLast(4).Select(Describe)) + ")" : own.Input.Text is { } partly ? Origin.Telling(partly) : null;
            foreach (var name in names) Assign(name, Variable.Of(ShellValue.Of(Word.Unknown(from ?? "$" + name))));
            if (array is not null) Assign(array, Variable.Of(new ArrayValue(from is null ? [] : [new("0", Word.Unknown(from))], false, false)));
            _state.Status = null;
            return;
        }
        var (line, ended) = NextLine(ref own, text, delimiter, raw);
        if (command.Opened.Input is null && other is null)
        {
            _state.Input = own;
            _readKnown = !ended;
        }
        Store(line, names, array);
        _state.Status = ended ? 1 : 0;
    }

    private static (string Line, bool Ended) NextLine(ref StandardInput input, string text, char delimiter, bool raw)
    {
        var at = Math.Min(input.At, text.Length);
        var end = at;
        while (end < text.Length && text[end] != delimiter) end += !raw && text[end] == '\\' && end + 1 < text.Length ? 2 : 1;
        end = Math.Min(end, text.Length);
        var ended = end >= text.Length;
        input = input.Moved(Math.Min(end + 1, text.Length));
        return (text[at..end], ended);
    }

    /// <summary>Splits a line over variables as <c>read</c> does: the last takes what is left.</summary>
    private void Store(string line, List<string> names, string? array)
    {
        _budget.Expand(line.Length);
        if (line.Contains('\\') || Separators is not { } separators)
        {
            foreach (var name in names) Assign(name, Variable.Of(ShellValue.Of(Word.Unknown("$" + name))));
            if (array is not null) Assign(array, Variable.Of(new ArrayValue([], false, false)));
            return;
        }
        if (array is not null)
        {
            var builder = new FieldBuilder(separators, false, _marks, _budget);
            builder.AddSplit(Word.Of(line));
            var elements = builder.Finish().Select((field, index) => new KeyValuePair<string?, Word>(null, field.Word)).ToList();
            Apply(new Assignment(array, false, null, null, elements));
            return;
        }
        var rest = line.AsSpan();
        for (var i = 0; i < names.Count; i++)
        {
            rest = TrimBlanks(rest, separators, start: true);
            if (i == names.Count - 1)
            {
                Assign(names[i], Variable.Of(ShellValue.Of(Last(rest, separators))));
                return;
            }
            var end = rest.IndexOfAny(separators);
            Assign(names[i], Variable.Of(ShellValue.Of((end < 0 ? rest : rest[..end]).ToString())));
            rest = end < 0 ? "" : AfterSeparator(rest[end..], separators);
        }
    }

    /// <summary>What the last variable gets: one separator that ends the line is not part of it.</summary>
    private static string Last(ReadOnlySpan<char> rest, string separators)
    {
        rest = TrimBlanks(rest, separators, start: false);
        if (rest.Length > 0 && separators.Contains(rest[^1]) && rest[..^1].IndexOfAny(separators) < 0) rest = rest[..^1];
        return rest.ToString();
    }

    private static ReadOnlySpan<char> AfterSeparator(ReadOnlySpan<char> rest, string separators)
    {
        rest = TrimBlanks(rest, separators, start: true);
        return rest.Length > 0 && rest[0] is not (' ' or '\t' or '\n') && separators.Contains(rest[0]) ? rest[1..] : rest;
    }

    private static ReadOnlySpan<char> TrimBlanks(ReadOnlySpan<char> text, string separators, bool start)
    {
        while (text.Length > 0 && (start ? text[0] : text[^1]) is var c && c is ' ' or '\t' or '\n' && separators.Contains(c))
            text = start ? text[1..] : text[..^1];
        return text;
    }

    private string? KnownText(Input input, string? directory) => input.Kind switch
    {
        InputKind.Text => input.Text?.Known,
        InputKind.File when input.Text is { } file && PathTarget.Of(file, directory) is { Known: true } path
            && _facts.Files.TryGetValue(path.Name, out var fact) => fact.Content,
        _ => null,
    };

    /// <summary><c>mapfile -C</c> runs its words with the number and the text of a line behind them.</summary>
    private void RunCallback(CommandRun run, Word callback, Expanded command)
    {
        var text = KnownText(command.Opened.Input ?? _state.Input.Input, run.Cwd);
        var line = text is { Length: <= 4096 } ? Word.Of("'" + text.TrimEnd('\n').Replace("'", "'\\''", StringComparison.Ordinal).Replace("\n", "' '",
            StringComparison.Ordinal) + "'") : Word.Unknown("$line");
        RunInside("mapfile -C", new Word([.. callback.Pieces, new Piece(PieceKind.Literal, " 0 "), .. line.Pieces]), run);
    }

    private void RunMapFile(CommandRun run, Expanded command)
    {
        var (name, trim, plain) = ("MAPFILE", false, true);
        Input? other = null;
        for (var i = 1; i < run.Argv.Count; i++)
        {
            if (run.Argv[i].Known is ['-', not '-', ..] option && option.IndexOf('C') is > 0 and var at)
            {
                if (at + 1 < option.Length || i + 1 < run.Argv.Count) RunCallback(run, at + 1 < option.Length ? Word.Of(option[(at + 1)..]) : run.Argv[++i], command);
                plain = false;
                continue;
            }
            // -t changes the lines by their end alone; -tu 3 is -t -u 3.
            if (run.Argv[i].Known is "-u" or "-tu" && i + 1 < run.Argv.Count)
            {
                trim |= run.Argv[i].Known == "-tu";
                if (!int.TryParse(run.Argv[++i].Known, out var descriptor) || (other = _state.Descriptors.GetValueOrDefault(descriptor)) is null) plain = false;
                continue;
            }
            if (run.Argv[i].Known is "-c" or "-n" or "-O" or "-s" or "-d")
            {
                i++;
                plain = false;
                continue;
            }
            if (run.Argv[i].Known is "-t") trim = true;
            else if (run.Argv[i].Known is ['-', ..] or null) plain = false;
            else if (plain || i == run.Argv.Count - 1) name = run.Argv[i].Known!;
        }
        var input = other ?? command.Opened.Input ?? _state.Input.Input;
        if (input is { Kind: InputKind.File, Text: { } substituted } && run.Feed(substituted) is { } feed) input = feed;
        if (!plain || KnownText(input, run.Cwd) is not { } text)
        {
            // Where it came from stays with what was read: it may be run.
            KeyValuePair<string, Word>[] read = input.From is { Count: > 0 } runs ? [new("0", Word.Unknown("$(" + string.Join(" | ", runs.TakeLast(4).Select(Describe)) + ")"))]
                : input.Text is { } partly && Origin.Telling(partly) is { } told ? [new("0", Word.Unknown(told))] : [];
            Assign(name, Variable.Of(new ArrayValue(read, false, false)));
            return;
        }
        var elements = new List<KeyValuePair<string?, Word>>();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            if (start == text.Length) break;
            elements.Add(new(null, Word.Of(text[start..(!trim && end < text.Length ? end + 1 : end)])));
        }
        Apply(new Assignment(name, false, null, null, elements));
        _state.Status = 0;
    }
}
