using System.Text;

namespace Sallyport.Shell.Code;

/// <summary>
/// Reads a makefile for the recipes that the targets asked for would run, prerequisites first, and for the commands that reading it
/// runs already (<c>$(shell …)</c>). Each line of a recipe is a shell command of its own.
/// </summary>
internal sealed class MakeReader(EffectSink sink, Work work)
{
    private sealed record Rule(string[] Targets, List<string> Needs, List<string> Recipe);

    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly List<Rule> rules = [];
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    public void Read(string text, IReadOnlyList<Word> goals)
    {
        var targets = new List<string>();
        foreach (var goal in goals)
        {
            if (goal.Known is not { } known || known.StartsWith('-')) continue;
            if (known.IndexOf('=') is > 0 and var equals) variables[known[..equals].TrimEnd(':')] = known[(equals + 1)..];
            else targets.Add(known);
        }
        var given = new HashSet<string>(variables.Keys, StringComparer.Ordinal);
        Parse(text, given);
        if (targets.Count == 0 && rules.Find(r => r.Targets.Length > 0 && !r.Targets[0].StartsWith('.') && !r.Targets[0].Contains('%')) is { } first) targets.Add(first.Targets[0]);
        foreach (var target in targets) Make(target);
    }

    private void Parse(string text, HashSet<string> given)
    {
        Rule? current = null;
        foreach (var line in Logical(text))
        {
            if (!work.Step()) return;
            if (line.StartsWith('\t') && current is not null)
            {
                current.Recipe.Add(line[1..]);
                continue;
            }
            var content = Uncommented(line);
            if (content.Length == 0) continue;
            if (Assigned(content, given)) current = null;
            else if (content.StartsWith("include", StringComparison.Ordinal) || content.StartsWith("-include", StringComparison.Ordinal)) sink.Unknown("makefile " + content);
            else if (content.IndexOf(':') is > 0 and var colon)
            {
                var semicolon = content.IndexOf(';', colon);
                var needs = semicolon > 0 ? content[(colon + 1)..semicolon] : content[(colon + 1)..];
                current = new Rule(Split(Expand(content[..colon], 0)), [.. Split(Expand(needs.TrimStart(':'), 0)).Where(n => n != "|")], []);
                if (semicolon > 0) current.Recipe.Add(content[(semicolon + 1)..]);
                rules.Add(current);
            }
            else if (content.StartsWith("$(", StringComparison.Ordinal)) Expand(content, 0);
        }
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Logical(string text)
    {
        var whole = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd('\r');
            if (trimmed.EndsWith('\\'))
            {
                whole.Append(trimmed.AsSpan(0, trimmed.Length - 1)).Append(' ');
                continue;
            }
            whole.Append(trimmed);
            yield return whole.ToString();
            whole.Clear();
        }
        if (whole.Length > 0) yield return whole.ToString();
    }

    private static string Uncommented(string line)
    {
        var hash = line.IndexOf('#');
        while (hash > 0 && line[hash - 1] == '\\') hash = line.IndexOf('#', hash + 1);
        return (hash >= 0 ? line[..hash] : line).Trim();
    }

    private bool Assigned(string line, HashSet<string> given)
    {
        if (line.StartsWith("export ", StringComparison.Ordinal) || line.StartsWith("override ", StringComparison.Ordinal)) line = line[(line.IndexOf(' ') + 1)..].TrimStart();
        var equals = line.IndexOf('=');
        if (equals <= 0) return false;
        var colon = line.IndexOf(':');
        if (colon >= 0 && colon < equals - 1 && !line.AsSpan(colon, equals - colon).TrimEnd(':').IsEmpty) return false;
        var name = line[..equals].TrimEnd(':', '+', '?', '!', ' ', '\t');
        if (name.Length == 0 || name.Contains(' ')) return false;
        var value = line[(equals + 1)..].Trim();
        var sign = line[equals - 1];
        if (sign is ':' or '!') value = Expand(value, 0);
        if (sign == '!')
        {
            sink.Shell(TextValue.Of(value), "make !=");
            value = Marked.Open + "output" + Marked.Close;
        }
        if (given.Contains(name) || (sign == '?' && variables.ContainsKey(name))) return true;
        if (sign == '+' && variables.TryGetValue(name, out var before)) value = before + " " + value;
        if (value.Length > Operators.MaxText) work.Exhaust();
        else variables[name] = value;
        return true;
    }

    private void Make(string target)
    {
        if (!work.Enter()) return;
        if (done.Add(target))
        {
            foreach (var rule in rules.ToArray())
            {
                if (Array.Find(rule.Targets, t => t == target || Fits(t, target)) is not { } named || !work.Step()) continue;
                var stem = named.IndexOf('%') is >= 0 and var at && named != target ? target[at..(target.Length - (named.Length - 1 - at))] : "%";
                var needs = rule.Needs.ConvertAll(need => need.Replace("%", stem, StringComparison.Ordinal));
                foreach (var need in needs) Make(need);
                foreach (var line in rule.Recipe) Command(line, target, needs);
            }
        }
        work.Leave();
    }

    private static bool Fits(string pattern, string target) =>
        pattern.IndexOf('%') is >= 0 and var at && target.Length >= pattern.Length - 1
        && target.StartsWith(pattern.AsSpan(0, at), StringComparison.Ordinal) && target.EndsWith(pattern[(at + 1)..], StringComparison.Ordinal);

    private void Command(string line, string target, List<string> needs)
    {
        var text = line.TrimStart().TrimStart('@', '-', '+', ' ');
        if (text.Length == 0) return;
        variables["@"] = target;
        variables["<"] = needs.FirstOrDefault() ?? "";
        variables["^"] = string.Join(' ', needs);
        sink.Shell(new TextValue(Marked.Word(Expand(text, 0))), "make " + target);
    }

    /// <summary>Puts in variables; <c>$$</c> is left as the shell's own dollar.</summary>
    private string Expand(string text, int depth)
    {
        if (!text.Contains('$') || depth > 20) return text;
        var result = new StringBuilder();
        for (var i = 0; i < text.Length && work.Step(); i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length)
            {
                result.Append(text[i]);
                continue;
            }
            var open = text[++i];
            if (open == '$') result.Append('$');
            else if (open is '(' or '{')
            {
                var close = Close(text, i, open, open == '(' ? ')' : '}');
                result.Append(Reference(text[(i + 1)..close], depth));
                i = close;
            }
            else result.Append(Value(open.ToString(), depth));
            if (result.Length <= Operators.MaxText) continue;
            work.Exhaust();
            break;
        }
        return result.ToString();
    }

    private static int Close(string text, int at, char open, char close)
    {
        var level = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == open) level++;
            else if (text[at] == close && --level == 0) return at;
        }
        return text.Length;
    }

    private string Reference(string inside, int depth)
    {
        var space = inside.IndexOfAny([' ', '\t']);
        if (space < 0) return inside.IndexOf(':') is > 0 and var colon ? Value(inside[..colon], depth) : Value(inside, depth);
        var arguments = Expand(inside[(space + 1)..].Trim(), depth + 1);
        switch (inside[..space])
        {
            case "shell":
                sink.Shell(new TextValue(Marked.Word(arguments)), "make $(shell)");
                break;
            case "strip" or "abspath" or "realpath":
                return arguments;
            case "wildcard":
                return arguments;
        }
        return Marked.Open + "$(" + inside[..space] + ")" + Marked.Close;
    }

    private string Value(string name, int depth)
    {
        if (variables.TryGetValue(name, out var value)) return Expand(value, depth + 1);
        return name switch
        {
            "MAKE" => "make",
            "RM" => "rm -f",
            "CURDIR" when sink.Cwd is { } cwd => cwd,
            "HOME" when sink.Facts.Home is { } home => home,
            _ => sink.Facts.Environment.TryGetValue(name, out var set) ? set : Marked.Open + "$(" + name.Replace(Marked.Close, ' ') + ")" + Marked.Close,
        };
    }
}
