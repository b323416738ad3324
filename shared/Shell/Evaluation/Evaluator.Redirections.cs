using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>What redirections come to.</summary>
    /// <param name="List">Each, its target expanded.</param>
    /// <param name="Input">The standard input they give; null where they leave it.</param>
    /// <param name="OutputLeaves">True where standard output goes elsewhere.</param>
    /// <param name="OutputPath">The file it goes to, where that is known.</param>
    /// <param name="Appends">It is appended there.</param>
    /// <param name="Effects">Their own effects.</param>
    private sealed record Opened(
        IReadOnlyList<Redirection> List, Input? Input, bool OutputLeaves, string? OutputPath, bool Appends, IReadOnlyList<Effect> Effects);

    private static readonly Opened NothingOpened = new([], null, false, null, false, []);

    private Opened OpenRedirections(CommandNode command)
    {
        var ways = ForEachChoice(() => Open(command.Redirections, Directory));
        foreach (var way in ways)
        {
            if (way.List.Count == 0) continue;
            StartPlain(Opening(command, way), way.Effects);
            if (way.OutputPath is { } path) Written(path, null);
        }
        // Which of several files it goes to nobody knows.
        return ways.Count == 1 ? ways[0] : ways[0] with { OutputLeaves = ways.Exists(way => way.OutputLeaves), OutputPath = null };
    }

    private CommandRun Opening(CommandNode command, Opened opened) => new()
    {
        Argv = [Word.Of(":")], Redirections = opened.List, Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere, Perhaps = _uncertain > 0, Chain = _chain,
        Start = command.Start, Length = command.Start < 0 ? 0 : command.End - command.Start,
    };

    /// <summary>Takes note of what commands that share a redirection have written to its file.</summary>
    private void Fill(Opened opened, OutputSink printed, CommandRun by)
    {
        if (opened.OutputPath is not { } path) return;
        Write(printed.Text, path, opened.Appends, by);
    }

    private void Write(Word? output, string path, bool appends, CommandRun by)
    {
        var content = output?.Known;
        if (appends) content = content is not null && _facts.Files.TryGetValue(path, out var before) && before.Content is { } old ? old + content : content;
        Written(path, content);
        if (output is not null && Origin.Fetched(output)) _record.Add(new Effect(EffectKind.Write, new Target(TargetKind.Path, path)) { By = by, Detail = "download" });
    }

    private Opened Open(IReadOnlyList<RedirectionNode> nodes, string? directory)
    {
        if (nodes.Count == 0) return NothingOpened;
        var list = new List<Redirection>(nodes.Count);
        var effects = new List<Effect>();
        Input? input = null;
        var (leaves, appends) = (false, false);
        string? outputPath = null;
        foreach (var node in nodes)
        {
            if (node.Operator is RedirectionOperator.HereDocument or RedirectionOperator.HereString)
            {
                var text = ExpandValue(node.Target);
                if (node.Operator == RedirectionOperator.HereString) text = Join([text, Word.Of("\n")]);
                list.Add(new Redirection(node.Descriptor, RedirectionKind.Text, text));
                if (node.Descriptor == 0) input = new Input(InputKind.Text, text);
                else Keep(node, new Input(InputKind.Text, text));
                continue;
            }
            var target = ExpandTarget(node);
            if (node.Operator is RedirectionOperator.DuplicateInput or RedirectionOperator.DuplicateOutput && IsDescriptor(target))
            {
                list.Add(new Redirection(node.Descriptor, RedirectionKind.Duplicate, target));
                var from = target.Known!.TrimEnd('-');
                if (node.Descriptor == 0) input = Duplicate(from, list) ?? input;
                if (node.Descriptor == 1 && from != "1") (leaves, outputPath) = (true, null);
                continue;
            }
            var kind = node.Operator switch
            {
                RedirectionOperator.Read or RedirectionOperator.DuplicateInput => RedirectionKind.Read,
                RedirectionOperator.Append or RedirectionOperator.AppendBoth => RedirectionKind.Append,
                RedirectionOperator.ReadWrite => RedirectionKind.ReadWrite,
                _ => RedirectionKind.Write,
            };
            // `>& file` is `&> file`.
            var descriptor = node.Operator == RedirectionOperator.DuplicateOutput && node.Descriptor == 1 ? -1 : node.Descriptor;
            list.Add(new Redirection(descriptor, kind, target));
            AddEffects(effects, kind, target, directory);
            if (kind is RedirectionKind.Read or RedirectionKind.ReadWrite)
            {
                var read = FileInput(target);
                if (descriptor == 0) input = read;
                else Keep(node, read);
            }
            if (descriptor is 1 or -1)
            {
                (leaves, appends) = (true, kind == RedirectionKind.Append);
                var path = PathTarget.Of(target, directory);
                outputPath = path is { Known: true, Glob: false } && path.Name.StartsWith('/') ? path.Name : null;
                if (outputPath is "/dev/stdout" or "/dev/fd/1") (leaves, outputPath) = (false, null);
            }
        }
        return new Opened(list, input, leaves, outputPath, appends, effects);
    }

    /// <summary>Remembers an open descriptor; <c>{name}</c> gets the number of a new one.</summary>
    private void Keep(RedirectionNode node, Input input)
    {
        var number = node.Descriptor;
        if (node.Variable is { } name)
        {
            for (number = 10; _state.Descriptors.ContainsKey(number);) number++;
            // Which number it is nobody knows; that the variable names this descriptor is known, and that is what matters.
            Assign(name, Variable.Of(ShellValue.Of(Word.Of(number.ToString(CultureInfo.InvariantCulture)))));
        }
        _state.Descriptors[number] = input;
    }

    /// <summary>A target is one word: braces are not expanded, and what would split is ambiguous and refused by bash.</summary>
    private Word ExpandTarget(RedirectionNode node)
    {
        var fields = new List<Field>(1);
        ExpandParts(node.Target.Parts, Tildes.Leading, fields);
        return fields.Count == 1 ? fields[0].Word : fields.Count == 0 ? Word.Of("") : Join([.. fields.Select(f => f.Word)], " ");
    }

    private static bool IsDescriptor(Word target) =>
        target.Known is { Length: > 0 } known && (known == "-" || known.TrimEnd('-').All(char.IsAsciiDigit));

    private Input? Duplicate(string from, List<Redirection> list)
    {
        if (!int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var descriptor)) return null;
        // `>& /dev/tcp/… 0>&1`: what is written to can be read from too.
        for (var i = list.Count - 1; i >= 0; i--)
            if (list[i].Descriptor == descriptor || (list[i].Descriptor == -1 && descriptor is 1 or 2))
                return list[i].Kind is RedirectionKind.Text ? new Input(InputKind.Text, list[i].Target)
                    : list[i].Kind == RedirectionKind.Duplicate ? null : new Input(InputKind.File, list[i].Target);
        return _state.Descriptors.GetValueOrDefault(descriptor);
    }

    private Input FileInput(Word target)
    {
        foreach (var feed in _feeds)
            if (target.Pieces is [{ Kind: PieceKind.Unknown } piece] && piece.Text == feed.Key) return feed.Value;
        return new Input(InputKind.File, target);
    }

    private static void AddEffects(List<Effect> effects, RedirectionKind kind, Word target, string? directory)
    {
        var path = PathTarget.Of(target, directory);
        if (path.Name is "/dev/null" or "/dev/stdout" or "/dev/stderr" or "/dev/stdin" or "/dev/tty" or "/dev/zero"
            || path.Name.StartsWith("/dev/fd/", StringComparison.Ordinal)
            || target.Pieces is [{ Kind: PieceKind.Unknown, Text: ['<' or '>', '(', ..] }]) return;
        if (path.Name.StartsWith("/dev/tcp/", StringComparison.Ordinal) || path.Name.StartsWith("/dev/udp/", StringComparison.Ordinal))
        {
            effects.Add(new Effect(EffectKind.Connect, new Target(TargetKind.Host, path.Name["/dev/tcp/".Length..].Replace('/', ':'), path.Known)) { Detail = "dev-tcp" });
            return;
        }
        if (kind is RedirectionKind.Read or RedirectionKind.ReadWrite) effects.Add(new Effect(EffectKind.Read, path));
        if (kind == RedirectionKind.Read) return;
        if (IsDisk(path.Name)) effects.Add(new Effect(EffectKind.WriteDisk, path) { Detail = "redirection" });
        else effects.Add(new Effect(EffectKind.Write, path)
        {
            Detail = kind switch { RedirectionKind.Append => "append", RedirectionKind.ReadWrite => "read-write", _ => "overwrite" },
        });
    }

    private static bool IsDisk(string path) => path.StartsWith("/dev/", StringComparison.Ordinal) && path[5..] is var name
        && (name.StartsWith("sd", StringComparison.Ordinal) || name.StartsWith("hd", StringComparison.Ordinal) || name.StartsWith("vd", StringComparison.Ordinal)
            || name.StartsWith("xvd", StringComparison.Ordinal) || name.StartsWith("nvme", StringComparison.Ordinal) || name.StartsWith("mmcblk", StringComparison.Ordinal)
            || name.StartsWith("disk", StringComparison.Ordinal) || name.StartsWith("rdisk", StringComparison.Ordinal) || name.StartsWith("md", StringComparison.Ordinal)
            || name.StartsWith("dm-", StringComparison.Ordinal) || name.StartsWith("mapper/", StringComparison.Ordinal) || name.StartsWith("loop", StringComparison.Ordinal)
            || name is "mem" or "kmem" or "port");

    /// <summary>Where the output of a command goes: into a file, or to whoever captures it.</summary>
    private void Print(Word? output, CommandRun run, Opened opened)
    {
        if (opened.OutputPath is { } path)
        {
            if (output is { Pieces.Count: 0 } && !opened.Appends && !_budget.Exhausted) Emptied(run, path);
            Write(output, path, opened.Appends, run);
        }
        else if (_state is { OutputRedirected: true, OutputFile: { } file } && _sink is null && !opened.OutputLeaves && output is not { Pieces.Count: 0 })
            Write(output ?? Word.Unknown("$(" + Describe(run) + ")"), file, true, run);
        if (_sink is null || opened.OutputLeaves || _state.OutputRedirected) return;
        _sink.Add(output, "$(" + Describe(run) + ")");
        if (output is not null) _budget.Expand(output.Pieces.Sum(p => p.Text.Length));
    }

    /// <summary>A file that nothing is written to is emptied.</summary>
    private void Emptied(CommandRun run, string path) =>
        _record.Add(new Effect(EffectKind.Truncate, new Target(TargetKind.Path, path)) { By = run });

    private void Written(string path, string? content)
    {
        if (_facts.Files is not FileOverlay overlay)
        {
            overlay = new FileOverlay(_facts.Files);
            _facts = _facts with { Files = overlay };
        }
        // Whether it is written at all is not known: then either content may be found, and both are read.
        if (_uncertain > 0 && content is not null)
        {
            if (overlay.TryGetValue(path, out var before) && before.Content is { } old) content = old + "\n" + content;
            // One of the two is not known.
            else if (_made.Contains(path)) content = null;
        }
        if (content is { Length: > 256 * 1024 }) content = null;
        _budget.Expand(content?.Length ?? 1);
        _made.Add(path);
        overlay.Write(path, content);
    }

    private static string Describe(CommandRun run)
    {
        var text = string.Join(' ', run.Argv.Take(6));
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
