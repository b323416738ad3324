using Sallyport.Shell.Code;
using Sallyport.Shell.Commands;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>The last command whose output came over the network and is captured.</summary>
    private CommandRun? _fetched;

    private Word Capture(CommandPart part)
    {
        if (part.Body.Items is [{ Rest.Count: 0, First.Commands: [SimpleNode { Words.Count: 0, Assignments.Count: 0, Redirections: [{ Operator: RedirectionOperator.Read }] } file] }])
            return CaptureFile(part, file);
        var fetched = _fetched;
        _fetched = null;
        var sink = CaptureList(part.Body);
        // What a function fetched is not said by its name.
        var source = _fetched is { } run && !Shells.Downloads(part.Source) ? "$(" + Describe(run) + ")" : Shorten(part.Source);
        _fetched ??= fetched;
        _substituted = (true, sink.Status);
        var text = sink.Text;
        if (text.Known is { } known) return Word.Of(known.TrimEnd('\n'));
        // What is wholly unknown is named by the substitution itself.
        if (!text.Pieces.Any(p => p.Kind == PieceKind.Literal)) return Word.Unknown(source);
        var pieces = text.Pieces.ToList();
        if (pieces[^1].Kind == PieceKind.Literal) pieces[^1] = pieces[^1] with { Text = pieces[^1].Text.TrimEnd('\n') };
        return new Word(pieces);
    }

    private Word CaptureFile(CommandPart part, SimpleNode file)
    {
        RunSubshell(() => RunSimple(file));
        var target = PathTarget.Of(ExpandTarget(file.Redirections[0]), Directory);
        return target.Known && _facts.Files.TryGetValue(target.Name, out var fact) && fact.Content is { } content
            ? Word.Of(Marks.Clean(content).TrimEnd('\n'))
            : Word.Unknown(Shorten(part.Source));
    }

    private (Word Text, int? Status) CaptureList(Syntax.ListNode body)
    {
        var (sink, captured) = (_sink, _captured);
        var own = new OutputSink();
        (_sink, _captured) = (own, true);
        var redirected = _state.OutputRedirected;
        _spawned++;
        RunSubshell(() =>
        {
            _state.OutputRedirected = false;
            RunList(body);
        });
        _spawned--;
        _state.OutputRedirected = redirected;
        (_sink, _captured) = (sink, captured);
        return (own.Text, _state.Status);
    }

    private void Feed(ProcessPart part)
    {
        if (!part.Reads)
        {
            _consumers.Add(part);
            return;
        }
        var (status, first) = (_state.Status, _record.Count);
        var text = CaptureList(part.Body).Text;
        _state.Status = status;
        _feeds.Add(new(part.Source, PipeFrom(text, _record.RunsFrom(first))));
    }

    /// <summary>Runs the body of <c>&gt;(…)</c> on what a command writes to it, which is not known.</summary>
    private void Consume(ProcessPart part, CommandRun from) => Consume(part, [.. from.Input.From ?? [], from]);

    private void Consume(ProcessPart part, IReadOnlyList<CommandRun> from)
    {
        var status = _state.Status;
        _spawned++;
        RunSubshell(() =>
        {
            _state.Input = new StandardInput(new Input(InputKind.Pipe, null, from));
            RunList(part.Body);
        });
        _spawned--;
        _state.Status = status;
    }
}
