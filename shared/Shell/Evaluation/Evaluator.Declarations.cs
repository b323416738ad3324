using System.Text;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private void RunDeclaration(Builtin builtin, IReadOnlyList<Word> argv, List<Assignment> declared)
    {
        var options = new StringBuilder();
        var names = new List<string>();
        foreach (var word in argv.Skip(1))
        {
            if (word.Known is ['-' or '+', _, ..] option) options.Append(option);
            else if (word.Known is { } known && !known.Contains('=')) names.Add(known);
        }
        _state.Status = 0;
        var flags = options.ToString();
        if (flags.Contains('f') && (builtin == Builtin.Export || flags.Contains('x'))) _state.ExportedFunctions = [.. _state.ExportedFunctions.Union(names)];
        if (flags.Contains('p') || flags.Contains('f') || flags.Contains('F')) return;
        var local = builtin == Builtin.Local || (builtin == Builtin.Declare && _locals.Count > 0 && !flags.Contains('g'));
        foreach (var assignment in declared)
        {
            Shape(assignment.Name, flags, local);
            Apply(assignment);
            Seal(assignment.Name, builtin, flags);
        }
        foreach (var assignment in Undeclared(argv, declared))
        {
            Shape(assignment.Name, flags, local);
            Apply(assignment);
            Seal(assignment.Name, builtin, flags);
        }
        foreach (var name in names)
        {
            if (declared.Exists(d => d.Name == name)) continue;
            if (local) Shape(name, flags, true);
            else if (!_state.Variables.ContainsKey(name) && builtin == Builtin.Declare) Shape(name, flags, false);
            Seal(name, builtin, flags);
        }
    }

    /// <summary>Assignments whose form came out of an expansion: <c>export "$name=x"</c>.</summary>
    private static IEnumerable<Assignment> Undeclared(IReadOnlyList<Word> argv, List<Assignment> declared)
    {
        for (var i = 1; i < argv.Count; i++)
        {
            if (argv[i].Pieces is not [{ Kind: PieceKind.Literal, Text: var text }, ..] || text.IndexOf('=') is not (var at and > 0)) continue;
            var name = text[..at].TrimEnd('+');
            if (declared.Exists(d => d.Name == name)) continue;
            var value = new Word([new Piece(PieceKind.Literal, text[(at + 1)..]), .. argv[i].Pieces.Skip(1)]);
            yield return new Assignment(name, text[at - 1] == '+', null, value, null);
        }
    }

    private void Shape(string name, string flags, bool local)
    {
        if (local && _locals.Count > 0)
        {
            var frame = _locals.Peek();
            if (!frame.Exists(f => f.Key == name)) frame.Add(new(name, _state.Variables.GetValueOrDefault(name)));
            _state.Variables.Remove(name);
        }
        if (!_state.Variables.TryGetValue(name, out var variable)) variable = Variable.Of(ShellValue.Unset);
        if (flags.Contains('A') && variable.Values is not [ArrayValue]) variable = variable with { Values = [new ArrayValue([], true, true)] };
        if (flags.Contains('a') && variable.Values is not [ArrayValue]) variable = variable with { Values = [ArrayValue.Empty] };
        if (flags.Contains('n')) variable = variable with { Reference = false };
        _state.Variables[name] = variable with
        {
            Integer = variable.Integer || flags.Contains('i'),
            Case = flags.Contains('u') ? CaseChange.Upper : flags.Contains('l') ? CaseChange.Lower : variable.Case,
        };
    }

    private void Seal(string name, Builtin builtin, string flags)
    {
        if (!_state.Variables.TryGetValue(name, out var variable))
        {
            // It is what it was, and what it is given from here on is exported.
            if (builtin != Builtin.Export) return;
            variable = Variable.Of(ShellValue.Inherited);
        }
        _state.Variables[name] = variable with
        {
            Exported = (variable.Exported || builtin == Builtin.Export || flags.Contains('x')) && !(builtin == Builtin.Export && flags.Contains('n')),
            ReadOnly = variable.ReadOnly || builtin == Builtin.ReadOnly || flags.Contains('r'),
            Reference = flags.Contains('n') && builtin != Builtin.Export,
        };
    }

    private void RunUnset(IReadOnlyList<Word> argv)
    {
        var functions = false;
        foreach (var word in argv.Skip(1))
        {
            if (word.Known is not { } name)
            {
                _state.Status = null;
                continue;
            }
            if (name is "-f") functions = true;
            else if (name is "-v" or "-n") functions = false;
            else if (functions) _state.Functions.Remove(name);
            else Unset(name);
        }
    }

    private void Unset(string name)
    {
        var bracket = name.IndexOf('[');
        if (bracket > 0 && name.EndsWith(']'))
        {
            var (array, key) = (Resolve(name[..bracket]), name[(bracket + 1)..^1]);
            if (_state.Variables.TryGetValue(array, out var variable) && variable.Values is [ArrayValue value])
                _state.Variables[array] = variable with { Values = [value.Without(key)] };
            return;
        }
        name = Resolve(name);
        if (_state.Variables.TryGetValue(name, out var before) && before.ReadOnly) return;
        if (before is null && _state.Functions.Remove(name)) return;
        _state.Variables[name] = Variable.Of(ShellValue.Unset);
    }
}
