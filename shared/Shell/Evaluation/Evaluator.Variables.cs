using System.Globalization;
using Sallyport.Shell.Commands.Carried;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

/// <summary>What a parameter holds.</summary>
/// <param name="Text">A scalar; null where <paramref name="Items"/> holds a list, or the parameter is surely not set.</param>
/// <param name="Items">The words of <c>$@</c> or an array.</param>
/// <param name="MaybeUnset">True where nobody knows whether it is set.</param>
internal readonly record struct Looked(Word? Text, IReadOnlyList<Word>? Items = null, bool MaybeUnset = false);

internal sealed partial class Evaluator
{
    private const string DefaultSeparators = " \t\n";

    /// <summary>The field separators; null where they are not known.</summary>
    private string? Separators => _state.Variables.ContainsKey("IFS")
        ? Lookup("IFS", null, "$IFS") is { Text: { } text, MaybeUnset: false } ? text.Known : _state.Variables["IFS"].Values is [var only] && only == ShellValue.Unset ? DefaultSeparators : null
        : DefaultSeparators;

    private string? Directory
    {
        get
        {
            var directories = _state.Directories;
            if (directories.Count == 1) return directories[0];
            var pick = Pick("\0directory", directories.Count);
            return pick < 0 ? null : directories[pick];
        }
    }

    private string Resolve(string name)
    {
        for (var i = 0; i < 8 && _state.Variables.TryGetValue(name, out var variable) && variable.Reference; i++)
        {
            if (variable.Values is not [ScalarValue { Text.Known: { Length: > 0 } target }]) break;
            name = target;
        }
        return name;
    }

    /// <summary>Looks up a parameter by name, with the subscript already expanded.</summary>
    private Looked Lookup(string name, string? subscript, string source)
    {
        switch (name)
        {
            case "@" or "*":
                // Words that may be many may also be none: what stands beside "$@" joins the word before them.
                return Pick("\0@", _state.ArgumentsComplete ? 1 : 3) switch
                {
                    0 => new Looked(null, _state.Arguments),
                    2 => new Looked(null, [.. _state.Arguments.Where(word => !MayBeMany(word))]),
                    _ => new Looked(null, ArgumentWords()),
                };
            case "#": return _state.ArgumentsComplete ? Number(_state.Arguments.Count) : new Looked(Word.Unknown(source));
            case "?": return _state.Status is { } status ? Number(status) : new Looked(Word.Unknown(source));
            case "0": return new Looked(_state.Name);
            case "_" when _state.LastWord is { } last: return new Looked(last);
            case "-" or "$" or "!": return new Looked(Word.Unknown(source));
        }
        if (char.IsAsciiDigit(name[0])) return LookupArgument(name, source);
        name = Resolve(name);
        if (!_state.Variables.TryGetValue(name, out var variable)) return LookupOuter(name, source);
        var value = variable.Values[0];
        if (variable.Values.Count > 1)
        {
            var pick = Pick(name, variable.Values.Count);
            if (pick < 0) return new Looked(Word.Unknown(Origin.Telling(variable.Values.OfType<ScalarValue>().Select(v => v.Text)) ?? source), null, true);
            value = variable.Values[pick];
        }
        return value switch
        {
            ScalarValue scalar => subscript is null or "0" ? new Looked(scalar.Text)
                : subscript is "@" or "*" ? new Looked(null, [scalar.Text]) : new Looked(null),
            ArrayValue array => LookupElement(array, subscript ?? "0", source),
            _ => value == ShellValue.Unset ? new Looked(null, subscript is "@" or "*" ? [] : null) : new Looked(Word.Unknown(source), null, true),
        };
    }

    private static Looked LookupElement(ArrayValue array, string subscript, string source)
    {
        if (subscript is "@" or "*")
        {
            var items = array.Elements.Select(e => e.Value).ToList();
            if (!array.Complete) items.Add(Word.Unknown(Origin.Telling(items) ?? source));
            return new Looked(null, items);
        }
        if (subscript.Contains(Marks.Sign)) return new Looked(Unclear(), null, true);
        if (!array.Map && subscript.StartsWith('-') && array.Complete && long.TryParse(subscript, CultureInfo.InvariantCulture, out var back) && array.Elements.Count > 0)
            subscript = (long.Parse(array.Elements[^1].Key, CultureInfo.InvariantCulture) + 1 + back).ToString(CultureInfo.InvariantCulture);
        if (array.Find(subscript) is { } found) return new Looked(found);
        return array.Complete ? new Looked(null) : new Looked(Unclear(), null, true);

        Word Unclear() => Word.Unknown(Origin.Telling(array.Elements.Select(e => e.Value)) ?? source);
    }

    private Looked LookupArgument(string name, string source)
    {
        if (name.AsSpan().TrimStart('0').Length == 0) return new Looked(_state.Name);
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= _state.Arguments.Count)
            return new Looked(_state.Arguments[index - 1]);
        return _state.ArgumentsComplete ? new Looked(null) : new Looked(Word.Unknown(source), null, true);
    }

    /// <summary>A variable that the text has not set: the shell's own, or the environment's.</summary>
    private Looked LookupOuter(string name, string source)
    {
        if (name == "PWD") return new Looked(Directory is { } directory ? Word.Of(directory) : Word.Unknown(source));
        if (name == "IFS") return new Looked(Word.Of(DefaultSeparators));
        if (name == "OPTIND") return new Looked(Word.Of("1"));
        if (_facts.Environment.TryGetValue(name, out var value)) return new Looked(Word.Of(Marks.Clean(value)));
        if (name == "HOME" && _facts.Home is { } home) return new Looked(Word.Of(home));
        if (name is "USER" or "LOGNAME" && _facts.User is { } user) return new Looked(Word.Of(user));
        // Set in every bash, to what nobody knows.
        if (name is "UID" or "EUID" or "PPID" or "RANDOM" or "SECONDS" or "LINENO" or "BASHPID" or "BASH" or "BASH_VERSION" or "HOSTNAME" or "OSTYPE" or "MACHTYPE" or "HOSTTYPE" or "SHLVL" or "PATH")
            return new Looked(Word.Unknown(source));
        return new Looked(Word.Unknown(source), null, true);
    }

    private static Looked Number(long number) => new(Word.Of(number.ToString(CultureInfo.InvariantCulture)));

    private void Assign(string name, Variable variable)
    {
        if (name.Length == 0) return;
        name = Resolve(name);
        if (DecidingVariables.Is(name)) _record.Decide(name);
        if (_state.Variables.TryGetValue(name, out var before))
            variable = variable with { Exported = before.Exported, Integer = before.Integer, Case = before.Case };
        if (_state.ExportsAll) variable = variable with { Exported = true };
        _state.Variables[name] = variable;
        if (ProgramVariables.Heeded(name) && Array.IndexOf(_state.Orders, name) < 0) _state.Orders = [.. _state.Orders, name];
        if (variable.Values is [ScalarValue { Text.Known: { Length: > 3 } text }]) RunDeferred(name, text);
    }

    /// <summary>
    /// A value that the shell expands by itself later: a prompt (<c>set -x</c> prints PS4 before each command), a subscript that
    /// arithmetic finds in a variable. What it would run is walked where it is set.
    /// </summary>
    private void RunDeferred(string name, string text)
    {
        var subscript = text.Contains("[$(", StringComparison.Ordinal) || text.Contains("[`", StringComparison.Ordinal);
        if (!subscript && !(name is "PS0" or "PS1" or "PS2" or "PS4" && (text.Contains("$(", StringComparison.Ordinal) || text.Contains('`', StringComparison.Ordinal)))) return;
        var by = new CommandRun { Argv = [Word.Of(":")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere };
        RunInside(subscript ? "subscript" : name, Word.Of(": \"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""), by);
    }

    /// <summary>An assignment whose right side is expanded.</summary>
    private sealed record Assignment(string Name, bool Append, string? Subscript, Word? Value, IReadOnlyList<KeyValuePair<string?, Word>>? Elements);

    private Assignment Expand(AssignmentNode node)
    {
        var subscript = node.Subscript is null ? null : ExpandSubscript(node.Name, node.Subscript);
        if (node.Elements is null) return new Assignment(node.Name, node.Append, subscript, ExpandValue(node.Value!, assigned: true), null);
        var elements = new List<KeyValuePair<string?, Word>>();
        foreach (var element in node.Elements)
        {
            if (element.Assignment is { Subscript: { } index, Value: { } value }) elements.Add(new(ExpandSubscript(node.Name, index), ExpandValue(value, assigned: true)));
            else
                foreach (var field in ExpandWords([element])) elements.Add(new(null, field.Word));
        }
        return new Assignment(node.Name, node.Append, null, null, elements);
    }

    private string ExpandSubscript(string name, WordNode subscript)
    {
        if (subscript.Bare is "@" or "*") return subscript.Bare;
        var map = _declaringMap || _state.Variables.TryGetValue(Resolve(name), out var variable) && variable.Values is [ArrayValue { Map: true }, ..];
        if (map) return _marks.Encode(ExpandValue(subscript));
        return Arithmetic(subscript) is { } index ? index.ToString(CultureInfo.InvariantCulture) : Marks.Sign + "?";
    }

    private void Apply(Assignment assignment)
    {
        var name = Resolve(assignment.Name);
        _state.Variables.TryGetValue(name, out var before);
        if (before is { ReadOnly: true }) return;
        if (assignment.Elements is not null || assignment.Subscript is not null)
        {
            ApplyArray(name, assignment, before);
            return;
        }
        var value = assignment.Value!;
        if (assignment.Append)
        {
            // `x+=y` of an array changes its first element.
            if (before?.Values is [ArrayValue array])
            {
                Assign(name, Variable.Of(array.With("0", new Word([.. array.Find("0")?.Pieces ?? [], .. value.Pieces]))));
                return;
            }
            if (before is { Values: { Count: > 1 } several, Integer: false } && several.All(v => v is ScalarValue))
            {
                Assign(name, new Variable([.. several.Select(v => ShellValue.Of(Join([((ScalarValue)v).Text, value])))]));
                return;
            }
            var old = before is { Values.Count: > 1 } ? new Looked(Word.Unknown("$" + name)) : Lookup(name, null, "$" + name);
            if (before is { Integer: true }) value = Sum(old.Text, value);
            else if (old.Text is { } text) value = Join([text, value]);
        }
        else if (before is { Integer: true }) value = ArithmeticText(value) is { } number ? Number(number).Text! : Word.Unknown("$" + name);
        if (before is { Case: not CaseChange.None } && value.Known is { } known)
            value = Word.Of(before.Case == CaseChange.Upper ? known.ToUpperInvariant() : known.ToLowerInvariant());
        Assign(name, Variable.Of(ShellValue.Of(value)));
    }

    private Word Sum(Word? old, Word added) =>
        (old is null ? 0 : ArithmeticText(old)) is { } a && ArithmeticText(added) is { } b ? Number(unchecked(a + b)).Text! : Word.Unknown("sum");

    private void ApplyArray(string name, Assignment assignment, Variable? before)
    {
        var array = before?.Values switch
        {
            [ArrayValue only] => only,
            [ScalarValue scalar] when assignment.Append || assignment.Subscript is not null => new ArrayValue([new("0", scalar.Text)], false, true),
            null or [ScalarValue] => ArrayValue.Empty,
            [var unset] when unset == ShellValue.Unset => ArrayValue.Empty,
            _ => new ArrayValue([], false, false),
        };
        if (assignment.Subscript is { } subscript)
        {
            var value = assignment.Value!;
            if (assignment.Append && array.Find(subscript) is { } old) value = Join([old, value]);
            array = subscript.Contains(Marks.Sign) ? new ArrayValue([.. array.Elements, new(subscript, value)], array.Map, false) : array.With(subscript, value);
        }
        else
        {
            if (!assignment.Append) array = new ArrayValue([], array.Map, true);
            array = WithElements(array, assignment.Elements!);
        }
        _budget.Expand(array.Elements.Count);
        Assign(name, Variable.Of(array));
    }

    private static ArrayValue WithElements(ArrayValue array, IReadOnlyList<KeyValuePair<string?, Word>> elements)
    {
        var next = array.Elements.Count > 0 && long.TryParse(array.Elements[^1].Key, out var last) ? last + 1 : 0;
        var list = new List<KeyValuePair<string, Word>>(array.Elements);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++) places[list[i].Key] = i;
        foreach (var (key, value) in elements)
        {
            if (key is not null && !array.Map && long.TryParse(key, out var index)) next = index;
            var place = key is not null && array.Map ? key : (next++).ToString(CultureInfo.InvariantCulture);
            if (places.TryGetValue(place, out var at)) list[at] = new(place, value);
            else
            {
                places[place] = list.Count;
                list.Add(new(place, value));
            }
        }
        if (!array.Map && elements.Any(e => e.Key is not null)) list.Sort((a, b) => long.Parse(a.Key, CultureInfo.InvariantCulture).CompareTo(long.Parse(b.Key, CultureInfo.InvariantCulture)));
        return new ArrayValue(list, array.Map, array.Complete && elements.All(e => e.Value.IsKnown));
    }

    private Word Join(IReadOnlyList<Word> words, string between = "")
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && between.Length > 0) pieces.Add(new Piece(PieceKind.Literal, between));
            pieces.AddRange(words[i].Pieces);
        }
        _budget.Expand(pieces.Sum(p => p.Text.Length) + 1);
        return new Word(pieces);
    }
}
