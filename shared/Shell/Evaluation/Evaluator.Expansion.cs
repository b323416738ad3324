using System.Buffers;
using System.Text;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

internal sealed partial class Evaluator
{
    /// <summary>Process substitutions met while the words of a command were expanded.</summary>
    private List<KeyValuePair<string, Input>> _feeds = [];

    /// <summary>Bodies of <c>&gt;(…)</c>, which run when what is written to them is known.</summary>
    private List<ProcessPart> _consumers = [];

    private static readonly SearchValues<char> Active = SearchValues.Create("*?[{~\uFDD0");

    private List<Field> ExpandWords(IReadOnlyList<WordNode> words)
    {
        var fields = new List<Field>(words.Count);
        foreach (var word in words)
        {
            if (_budget.Exhausted) break;
            ExpandWord(word, fields);
        }
        return fields;
    }

    private void ExpandWord(WordNode word, List<Field> fields)
    {
        // Most words are plain: they cost one allocation.
        if (word.Parts is [TextPart only] && (only.Quoted || only.Text.AsSpan().IndexOfAny(Active) < 0))
        {
            // It is in the text once, and is handed on as often as a loop or a function comes by.
            _budget.Expand(1 + only.Text.Length);
            fields.Add(new Field(_marks.Decode(only.Text), false));
            return;
        }
        if (_state.NoBraces) ExpandParts(word.Parts, word.Assignment is null ? Tildes.Leading : Tildes.Word, fields);
        else
            foreach (var parts in BraceExpansion.Expand(word, _budget))
            {
                ExpandParts(parts, word.Assignment is null ? Tildes.Leading : Tildes.Word, fields);
                if (_budget.Exhausted) return;
            }
    }

    private void ExpandParts(IReadOnlyList<WordPart> parts, Tildes tildes, List<Field> fields)
    {
        var builder = new FieldBuilder(Separators, !_state.NoGlob, _marks, _budget);
        ExpandInto(builder, parts, quoted: false, split: false, tildes);
        fields.AddRange(builder.Finish());
    }

    /// <summary>Expands without splitting: assignments, targets, here-strings, the word of <c>case</c>.</summary>
    private Word ExpandValue(WordNode word, bool assigned = false)
    {
        if (word.Parts.Count == 0) return Word.Of("");
        if (word.Parts is [TextPart { Quoted: true } only])
        {
            _budget.Expand(1 + only.Text.Length);
            return _marks.Decode(only.Text);
        }
        var builder = new FieldBuilder("", globs: false, _marks, _budget);
        ExpandInto(builder, word.Parts, quoted: false, split: false, assigned ? Tildes.Value : Tildes.Leading);
        var fields = builder.Finish();
        return fields.Count == 0 ? Word.Of("") : fields.Count == 1 ? fields[0].Word : Join([.. fields.Select(f => f.Word)], " ");
    }

    /// <param name="builder">Where the fields grow.</param>
    /// <param name="parts">What to expand.</param>
    /// <param name="quoted">In double quotes.</param>
    /// <param name="split">Plain text is the result of an expansion (<c>${x:-a b}</c>) and is split too.</param>
    /// <param name="tildes">Which tildes are expanded.</param>
    private void ExpandInto(FieldBuilder builder, IReadOnlyList<WordPart> parts, bool quoted, bool split, Tildes tildes)
    {
        if (!Enter())
        {
            Leave();
            return;
        }
        for (var i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case TextPart text when text.Quoted || quoted: builder.AddQuoted(text.Text); break;
                case TextPart text:
                    ExpandText(builder, text.Text, i == 0, tildes, i == parts.Count - 1, split);
                    break;
                case QuotedPart { Parts.Count: 0 }: builder.AddQuoted(""); break;
                case QuotedPart inner: ExpandInto(builder, inner.Parts, quoted: true, split: false, Tildes.None); break;
                case ExtendedGlobPart glob: builder.AddPattern(glob.Source); break;
                case ParameterPart parameter: ExpandParameter(builder, parameter, quoted); break;
                case CommandPart command: Add(builder, Capture(command), quoted); break;
                case ArithmeticPart arithmetic:
                    var value = Arithmetic(arithmetic.Expression);
                    Add(builder, value is { } number ? Number(number).Text! : Word.Unknown(arithmetic.Source), quoted);
                    break;
                case ProcessPart process:
                    builder.AddUnknown(process.Source, quoted: true);
                    Feed(process);
                    break;
            }
        }
        Leave();
    }

    private static void Add(FieldBuilder builder, Word value, bool quoted)
    {
        if (quoted) builder.AddQuoted(value);
        else builder.AddSplit(value);
    }

    private void ExpandText(FieldBuilder builder, string text, bool first, Tildes tildes, bool last, bool split)
    {
        if (!text.Contains('~'))
        {
            Plain(builder, text, split);
            return;
        }
        var at = 0;
        var assignment = tildes is Tildes.Value or Tildes.Word;
        if (first && tildes != Tildes.None && text[0] == '~') at = ExpandTilde(builder, text, 0, assignment, last);
        if (assignment)
            for (var next = at; next < text.Length; next++)
            {
                if (next + 1 >= text.Length || text[next + 1] != '~'
                    || !(text[next] == ':' || (text[next] == '=' && tildes == Tildes.Word && first && text.IndexOf('=', StringComparison.Ordinal) == next)))
                    continue;
                Plain(builder, text[at..(next + 1)], split);
                at = ExpandTilde(builder, text, next + 1, assignment, last);
                next = at - 1;
            }
        if (at < text.Length) Plain(builder, text[at..], split);
    }

    /// <summary>Where in a word a tilde stands for a home.</summary>
    private enum Tildes : byte
    {
        /// <summary>Nowhere: it is quoted.</summary>
        None,

        /// <summary>At the beginning.</summary>
        Leading,

        /// <summary>The value of an assignment: behind each colon too.</summary>
        Value,

        /// <summary>A word that is an assignment: behind its first <c>=</c> and each colon.</summary>
        Word,
    }

    private void Plain(FieldBuilder builder, string text, bool split)
    {
        if (split) builder.AddSplit(_marks.Decode(text));
        else builder.AddPlain(text);
    }

    /// <summary>Expands a tilde at a place; returns where the text goes on.</summary>
    private int ExpandTilde(FieldBuilder builder, string text, int at, bool assignment, bool last)
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '/' && !(assignment && text[end] == ':')) end++;
        // `~$x` is no tilde prefix: the name goes on behind this text.
        if (end == text.Length && !last)
        {
            builder.AddPlain(text[at..end]);
            return end;
        }
        var name = text[(at + 1)..end];
        if (name.AsSpan().ContainsAny('*', '?', '[')) builder.AddPlain(text[at..end]);
        // bash and zsh have ~+ and ~-, dash has not.
        else if (name is "+" or "-") builder.AddQuoted(Pick("\0~" + name, 2) == 1 ? Word.Of("~" + name) : Lookup(name == "+" ? "PWD" : "OLDPWD", null, "~" + name).Text ?? Word.Of("~" + name));
        else builder.AddQuoted(HomeOf(name));
        return end;
    }

    private Word HomeOf(string name)
    {
        if (name.Length == 0) return Lookup("HOME", null, "~").Text ?? Word.Unknown("~");
        if (name == _facts.User && _facts.Home is { } home) return Word.Of(home);
        return name == "root" ? Word.Of("/root") : Word.Unknown("~" + name);
    }

    /// <summary>The words of a pattern, quoted characters behind backslashes; null where it is not known.</summary>
    private string? ExpandPattern(WordNode word)
    {
        var pattern = new StringBuilder();
        return AppendPattern(pattern, word.Parts, quoted: false) ? pattern.ToString() : null;
    }

    private bool AppendPattern(StringBuilder pattern, IReadOnlyList<WordPart> parts, bool quoted)
    {
        // What is not known of one part leaves the others to be expanded all the same.
        var known = true;
        for (var i = 0; i < parts.Count; i++)
        {
            switch (parts[i])
            {
                case TextPart text when text.Text.Contains(Marks.Sign): known = false; break;
                case TextPart text when text.Quoted || quoted: Quote(pattern, text.Text); break;
                case TextPart text when i == 0 && text.Text.StartsWith('~'):
                    if (ExpandValue(new WordNode(parts, -1, -1)).Known is not { } home) return false;
                    Quote(pattern, home);
                    return true;
                case TextPart text: pattern.Append(text.Text); break;
                case QuotedPart inner:
                    known &= AppendPattern(pattern, inner.Parts, quoted: true);
                    break;
                case ExtendedGlobPart glob: pattern.Append(glob.Source); break;
                case var part:
                    if (ExpandValue(new WordNode([quoted ? new QuotedPart([part]) : part], -1, -1)).Known is not { } value) known = false;
                    else if (quoted) Quote(pattern, value);
                    else pattern.Append(value);
                    break;
            }
        }
        return _budget.Expand(pattern.Length) && known;
    }

    private static void Quote(StringBuilder pattern, string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c)) pattern.Append('\\');
            pattern.Append(c);
        }
    }

    /// <summary>Whether a word matches a pattern; null where nobody knows.</summary>
    private bool? Matches(Word subject, string? pattern)
    {
        if (pattern == "*") return true;
        if (pattern is null || subject.Known is not { } text || Pattern.IsExtended(pattern)) return null;
        return Pattern.Matches(pattern, text, _budget);
    }
}
