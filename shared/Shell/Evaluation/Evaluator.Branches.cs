using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>States in which a branch left a loop or a function while another went on; they meet again behind it.</summary>
    private readonly List<ShellState> _left = [];

    private ShellState Merge(ShellState a, ShellState b)
    {
        if (a.Flow == b.Flow) return ShellState.Merge(a, b, _budget);
        var (goes, leaves) = a.Flow == Flow.Normal ? (a, b) : b.Flow == Flow.Normal ? (b, a) : b.Flow == Flow.Exit ? (a, b) : (b, a);
        if (leaves.Flow != Flow.Exit) _left.Add(leaves);
        return goes;
    }

    /// <summary>Joins the states that left since <paramref name="mark"/> in one of two ways.</summary>
    private void Rejoin(int mark, Flow one, Flow other)
    {
        for (var i = mark; i < _left.Count; i++)
        {
            if (_left[i].Flow != one && _left[i].Flow != other) continue;
            _left[i].Flow = Flow.Normal;
            _state = _state.Flow == Flow.Normal ? ShellState.Merge(_state, _left[i], _budget) : _left[i];
            _left.RemoveAt(i--);
        }
    }

    private void RunCase(CaseNode node)
    {
        var subjects = ForEachChoice(() => ExpandValue(node.Subject));
        Branch(subjects.Count, way => RunCaseBranches(node, subjects[way], 0));
    }

    private void RunCaseBranches(CaseNode node, Word subject, int index)
    {
        List<ShellState>? taken = null;
        var matched = false;
        for (; index < node.Branches.Count && !matched && Going; index++)
        {
            var matches = CaseMatches(node.Branches[index], subject);
            if (matches == false) continue;
            matched = matches == true;
            var skipped = matched ? null : _state.Fork(_budget);
            if (!matched || taken is not null) _uncertain++;
            if (skipped is not null) _record.Repeating++;
            RunCaseBranch(node, subject, index);
            if (skipped is not null) _record.Repeating--;
            if (!matched || taken is not null) _uncertain--;
            if (skipped is null) break;
            (taken ??= []).Add(_state);
            _state = skipped;
        }
        if (!matched) _state.Status = 0;
        if (taken is not null)
            foreach (var state in taken) _state = Merge(_state, state);
    }

    private void RunCaseBranch(CaseNode node, Word subject, int index)
    {
        RunList(node.Branches[index].Body);
        while (node.Branches[index].End == CaseEnd.FallThrough && index + 1 < node.Branches.Count && Going)
            RunList(node.Branches[++index].Body);
        if (node.Branches[index].End != CaseEnd.TryNext) return;
        if (Enter()) RunCaseBranches(node, subject, index + 1);
        Leave();
    }

    private bool? CaseMatches(CaseBranch branch, Word subject)
    {
        bool? any = false;
        foreach (var pattern in branch.Patterns)
        {
            var matches = Matches(subject, ExpandPattern(pattern));
            if (matches == true) return true;
            if (matches is null) any = null;
        }
        return any;
    }
}
