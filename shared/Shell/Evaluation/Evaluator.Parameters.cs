using System.Globalization;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    private void ExpandParameter(FieldBuilder builder, ParameterPart part, bool quoted)
    {
        if (part.Operator == ParameterOperator.Bad) RunBad(part.Source);
        var found = part.Operator == ParameterOperator.Bad ? new Looked(Word.Unknown(part.Source), null, true) : Find(part);
        var star = part.Name == "*" || part.Subscript?.Bare == "*";
        switch (part.Operator)
        {
            case ParameterOperator.Default or ParameterOperator.Assign or ParameterOperator.Error or ParameterOperator.Alternative:
                var uses = UsesArgument(part, found);
                if (uses is null) Walk(part.Argument);
                if (uses != true)
                {
                    if (part.Operator == ParameterOperator.Alternative) found = new Looked(Word.Of(""));
                    break;
                }
                if (part.Operator == ParameterOperator.Error)
                {
                    Walk(part.Argument);
                    found = new Looked(Word.Unknown(part.Source));
                    break;
                }
                if (part.Operator == ParameterOperator.Assign)
                {
                    var value = ExpandValue(part.Argument!);
                    // Where nobody knows whether it was set, it may keep what it had.
                    var kept = found.Text is { Pieces.Count: > 0 } && _state.Variables.TryGetValue(Resolve(part.Name), out var before)
                        && before.Values.Count < Variable.MostValues ? before.Values : [];
                    Assign(part.Name, new Variable([.. kept, ShellValue.Of(value)]));
                    found = new Looked(value);
                    break;
                }
                if (quoted && part.Argument!.Parts.Count == 0) builder.AddQuoted("");
                else ExpandInto(builder, part.Argument!.Parts, quoted, split: true, Tildes.Leading);
                return;
        }
        AddFound(builder, found, quoted, star);
    }

    private void AddFound(FieldBuilder builder, Looked found, bool quoted, bool star)
    {
        if (found.Items is not { } items)
        {
            if (found.Text is { } text) Add(builder, text, quoted);
            else if (quoted) builder.AddQuoted("");
            return;
        }
        if (quoted && star)
        {
            var separators = Separators;
            // Where nobody knows how many words there are, neither does anybody know what stands between them.
            builder.AddQuoted(separators is null || items.Any(MayBeMany) ? Word.Unknown(Origin.Telling(items) ?? "$*") : Join(items, separators.Length == 0 ? "" : separators[..1]));
            return;
        }
        if (!quoted && star && Separators is [not (' ' or '\t' or '\n'), ..] between && items.Any(i => i.Known is not { Length: > 0 } known || between.Contains(known[^1])))
        {
            // bash joins the words before it splits them, dash splits each by itself: here that makes a difference.
            builder.AddUnknown("$*", quoted: false);
            return;
        }
        for (var i = 0; i < items.Count && !_budget.Exhausted; i++)
        {
            if (i > 0) builder.EndField();
            Add(builder, items[i], quoted);
        }
    }

    /// <summary>A word that may be expanded or not, nobody knows: what it would run is walked.</summary>
    private void Walk(WordNode? word)
    {
        if (word is not null) ExpandValue(word);
    }

    /// <summary>Whether <c>:-</c> and its like take their word; null where nobody knows, and only one way is walked.</summary>
    private bool? UsesArgument(ParameterPart part, Looked found)
    {
        bool? absent;
        if (found.Items is { } items) absent = items.Count == 0 || (part.Colon && items.Count == 1 && items[0].Known == "");
        else if (found.Text is not { } text) absent = true;
        else if (text.Pieces.Any(p => p.Kind == PieceKind.Literal)) absent = false;
        else if (text.Pieces.Count == 0) absent = part.Colon;
        else absent = found.MaybeUnset || part.Colon ? null : false;

        var whenAbsent = part.Operator != ParameterOperator.Alternative;
        if (absent is { } sure) return sure == whenAbsent;
        // What fails without the variable goes on only with it.
        if (part.Operator == ParameterOperator.Error) return null;
        return Pick("\0" + part.Source, 2) switch { 1 => whenAbsent, 0 => !whenAbsent, _ => null };
    }

    private Looked Find(ParameterPart part)
    {
        var name = part.Name;
        var subscript = part.Subscript is null ? null : ExpandSubscript(name, part.Subscript);
        var source = part.Source;
        if (part.Operator == ParameterOperator.Indirect || part.Indirect)
        {
            if (Lookup(name, subscript, part.Source).Text?.Known is not { Length: > 0 } target || !IsParameter(target))
            {
                Walk(part.Argument);
                Walk(part.Second);
                return new Looked(Word.Unknown(part.Source), null, true);
            }
            (name, subscript, source) = (target, null, "$" + target);
        }
        switch (part.Operator)
        {
            case ParameterOperator.NamesWithPrefix: return new Looked(null, [Word.Unknown(part.Source)]);
            case ParameterOperator.Keys:
                return _state.Variables.TryGetValue(Resolve(name), out var variable) && variable.Values is [ArrayValue { Complete: true } array]
                    ? new Looked(null, [.. array.Elements.Select(e => Word.Of(e.Key))])
                    : new Looked(null, [Word.Unknown(part.Source)]);
        }
        var found = Lookup(name, subscript, source);
        return part.Operator switch
        {
            ParameterOperator.Length => Length(part, found),
            ParameterOperator.Substring => Substring(part, found),
            >= ParameterOperator.RemovePrefix and <= ParameterOperator.LowerAll or ParameterOperator.Transform => Change(part, found),
            _ => found,
        };
    }

    private static bool IsParameter(string name) =>
        name is "@" or "*" or "#" || name.All(char.IsAsciiDigit) || ((char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    private Looked Length(ParameterPart part, Looked found)
    {
        _budget.Expand(found.Items?.Count ?? found.Text?.Known?.Length ?? 1);
        if (found.Items is { } items) return items.All(i => i.IsKnown) ? Number(items.Count) : new Looked(Word.Unknown(part.Source));
        if (found.Text is null) return Number(0);
        // bash counts characters, which above U+FFFF are two units here.
        return found.Text.Known is { } known ? Number(known.EnumerateRunes().Count()) : new Looked(Word.Unknown(part.Source));
    }

    private Looked Change(ParameterPart part, Looked found)
    {
        // Both words are expanded whatever the parameter holds.
        var pattern = part.Argument is null ? null : ExpandPattern(part.Argument);
        var replacement = part.Second is null ? "" : ExpandValue(part.Second).Known;
        if (found.Items is { } items) return new Looked(null, [.. items.Select(i => Change(part, i, pattern, replacement))]);
        if (found.Text is null) return found;
        if (found.MaybeUnset) return new Looked(Word.Unknown(Origin.Telling(found.Text) ?? part.Source), null, true);
        return new Looked(Change(part, found.Text, pattern, replacement));
    }

    private Word Change(ParameterPart part, Word value, string? pattern, string? replacement)
    {
        var unknown = Word.Unknown((value.IsKnown ? null : Origin.Telling(value)) ?? part.Source);
        if (!value.IsKnown && part.Operator == ParameterOperator.Transform && part.Argument is { } prompt && ExpandValue(prompt).Known == "P" && Origin.Fetched(value))
            ExecuteUnknown(new CommandRun { Argv = [Word.Of(":")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere }, value);
        if (value.Known is not { } text || !_budget.Expand(text.Length)) return unknown;
        if (part.Operator == ParameterOperator.Transform && part.Argument is { } letter && ExpandValue(letter).Known == "P" && text.AsSpan().IndexOfAny('$', '`') >= 0) RunPrompt(text);
        if (part.Operator == ParameterOperator.Transform) return TextChange.Transform(text, part.Argument?.Bare) is { } made ? Word.Of(made) : unknown;
        if (pattern is null || Pattern.IsExtended(pattern)) return unknown;
        if (part.Operator is >= ParameterOperator.Replace and <= ParameterOperator.ReplaceSuffix)
        {
            // An unquoted & in the replacement means what was matched, from bash 5.2 on only.
            if (replacement is null || replacement.Contains('&')) return unknown;
            return Word.Of(TextChange.Replace(text, pattern, replacement, part.Operator, _budget));
        }
        return TextChange.Apply(text, pattern, part.Operator, _budget) is { } changed ? Word.Of(changed) : unknown;
    }

    /// <summary>What bash refuses zsh may expand, as <c>${(e)…}</c>: the substitutions in it are walked.</summary>
    private void RunBad(string source)
    {
        if (source.StartsWith("${(", StringComparison.Ordinal) && source.IndexOf(')') is > 0 and var close && source.AsSpan(0, close).Contains('e')
            && source[(close + 1)..].TrimEnd('}') is { Length: > 0 } name && IsParameter(name) && Lookup(name, null, source).Text?.Known is { } value && value.AsSpan().IndexOfAny('$', '`') >= 0)
            RunPrompt(value);
        var at = source.IndexOf("$(", 1, StringComparison.Ordinal) is var dollar and > 0 ? dollar : source.IndexOf('`', 1);
        if (at <= 0) return;
        var text = source[at..].TrimEnd('}', ' ').Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);
        RunInside("expansion", new Word([new Piece(PieceKind.Literal, ": " + text)]), new CommandRun { Argv = [Word.Of(":")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere });
    }

    /// <summary><c>${x@P}</c> expands the value as a prompt, and what a prompt runs is run.</summary>
    private void RunPrompt(string text) =>
        RunInside("prompt", Word.Of(": \"" + text.Replace("\"", "\\\"", StringComparison.Ordinal) + "\""),
            new CommandRun { Argv = [Word.Of(":")], Cwd = Directory, Wrappers = _wrappers, Elsewhere = _elsewhere });

    private Looked Substring(ParameterPart part, Looked found)
    {
        var unknown = new Looked(Word.Unknown((found.Text is { } cutFrom ? Origin.Telling(cutFrom) : null) ?? part.Source), null, found.MaybeUnset);
        var start = Arithmetic(part.Argument!);
        var length = part.Second is null ? null : Arithmetic(part.Second);
        if (start is not { } offset || (part.Second is not null && length is null)) return unknown;
        if (found.Items is { } items)
        {
            if (!_budget.Expand(items.Count) || !items.All(i => i.IsKnown)) return new Looked(null, [Word.Unknown(part.Source)]);
            // ${@:0} begins with $0.
            var list = part.Name is "@" or "*" ? [_state.Name, .. items] : items;
            if (offset < 0) offset += list.Count;
            if (offset < 0 || offset > list.Count || length < 0) return new Looked(null, []);
            return new Looked(null, [.. list.Skip((int)offset).Take((int)Math.Min(length ?? int.MaxValue, int.MaxValue))]);
        }
        if (found.Text is null) return found;
        if (found.Text.Known is not { } text || !_budget.Expand(text.Length)) return unknown;
        return TextChange.Substring(text, offset, length) is { } cut ? new Looked(Word.Of(cut)) : unknown;
    }
}
