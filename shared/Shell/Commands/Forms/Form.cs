namespace Sallyport.Shell.Commands.Forms;

/// <summary>
/// Reads commands by forms that are written down as data: a program, the words that must follow in order, and options that must be there.
/// <code>
/// = infra service-delete
/// rpk topic trim-prefix
/// kubectl cp ~/etc/shadow
/// gh api -X=PUT ~/protection !--silent
/// </code>
/// A line that starts with <c>=</c> names the effect of the lines below it. In a line, <c>a|b</c> is either word, <c>*</c> any one word,
/// <c>word*</c> a beginning, <c>--flag</c> an option given anywhere, <c>--flag=value</c> one with that value, <c>!--flag</c> one not given,
/// <c>~text</c> text in any argument, <c>^NAME=value</c> a variable set for the command, and <c>$</c> the end of the words.
/// </summary>
internal static class Form
{
    private const int LongestName = 40;

    /// <summary>Adds the effects of every form in <paramref name="table"/> that the command has.</summary>
    public static void Describe(Call call, string table)
    {
        var index = FormIndex.Of(table);
        var letters = Letters(call);
        var (at, place) = (0, -1);
        while ((at = index is null ? Next(table, call.Program, at) : index.Next(table, call.Program, ref place)) >= 0)
        {
            var end = table.IndexOf('\n', at);
            if (end < 0) end = table.Length;
            var rest = at + call.Program.Length;
            var form = table.AsSpan(rest, end - rest);
            if (MayMatch(form, letters) && Matches(call, form)) Add(call, Heading(table, at));
            at = end;
            if (call.Exhausted) return;
        }
    }

    // Where the program stands at the beginning of a line.
    private static int Next(ReadOnlySpan<char> table, string program, int from)
    {
        if (program.Length is 0 or > LongestName) return -1;
        Span<char> begin = stackalloc char[LongestName + 1];
        begin[0] = '\n';
        program.CopyTo(begin[1..]);
        var line = begin[..(program.Length + 1)];
        for (var at = from; at < table.Length;)
        {
            var found = table[at..].IndexOf(line);
            if (found < 0) return -1;
            at += found + line.Length;
            if (at == table.Length || table[at] is ' ' or '\n') return at - program.Length;
        }
        return -1;
    }

    // The small letters that words of the command begin with: most forms of a client with many begin with a word that none does.
    private static int Letters(Call call)
    {
        var letters = 0;
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].KnownPrefix is [>= 'a' and <= 'z' and var letter, ..]) letters |= 1 << (letter - 'a');
        return letters;
    }

    private static bool MayMatch(ReadOnlySpan<char> form, int letters)
    {
        for (var at = 1; at < form.Length; at++)
        {
            if (form[at] is not (>= 'a' and <= 'z') || (letters >> (form[at] - 'a') & 1) != 0) return true;
            // Another choice of the first word, or no more of it.
            while (at < form.Length && form[at] is not ('|' or ' ')) at++;
            if (at == form.Length || form[at] == ' ') return false;
        }
        return true;
    }

    private static ReadOnlySpan<char> Heading(string table, int at)
    {
        var start = table.LastIndexOf("\n= ", at, StringComparison.Ordinal) + 3;
        return table.AsSpan(start, table.IndexOf('\n', start) - start);
    }

    private static bool Matches(Call call, ReadOnlySpan<char> form)
    {
        var next = 1;
        foreach (var range in form.Split(' '))
        {
            var part = form[range];
            if (part.Length == 0) continue;
            var fits = part[0] switch
            {
                '~' => Says(call, part[1..]),
                '!' => !Given(call, part[1..]),
                '^' => Set(call, part[1..]),
                '-' => Given(call, part),
                '$' when part.Length == 1 => Noun(call, ref next, "*") is false,
                _ => Noun(call, ref next, part),
            };
            if (!fits) return false;
        }
        return true;
    }

    // The next word that is no option. What follows an option may be its value, and is passed over where it does not fit.
    private static bool Noun(Call call, ref int next, ReadOnlySpan<char> wanted)
    {
        for (; next < call.Count; next++)
        {
            var prefix = call.Argv[next].KnownPrefix;
            if (prefix.Length > 1 && prefix[0] == '-') continue;
            if (Fits(call.Argv[next], wanted))
            {
                next++;
                return true;
            }
            if (next == 0 || call.Argv[next - 1].KnownPrefix is not ['-', _, ..] option || option.Contains('=', StringComparison.Ordinal)) return false;
        }
        return false;
    }

    private static bool Fits(Word word, ReadOnlySpan<char> wanted)
    {
        if (wanted is "*") return true;
        foreach (var range in wanted.Split('|'))
        {
            var one = wanted[range];
            if (one.Length > 1 && one[^1] == '*' ? word.KnownPrefix.AsSpan().StartsWith(one[..^1]) : word.Known is { } known && one.SequenceEqual(known)) return true;
        }
        return false;
    }

    private static bool Given(Call call, ReadOnlySpan<char> option)
    {
        var equals = option.IndexOf('=');
        var name = equals < 0 ? option : option[..equals];
        var value = equals < 0 ? default : option[(equals + 1)..];
        for (var i = 1; i < call.Count; i++)
        {
            var text = call.Argv[i].KnownPrefix.AsSpan();
            if (text.Length < 2 || text[0] != '-') continue;
            if (equals >= 0)
            {
                if (!text.StartsWith(name)) continue;
                var rest = text[name.Length..];
                if (rest.Length == 0 ? i + 1 < call.Count && value.Equals(call.Argv[i + 1].Known, StringComparison.OrdinalIgnoreCase)
                    : value.Equals(rest.TrimStart('='), StringComparison.OrdinalIgnoreCase)) return true;
            }
            else if (text.SequenceEqual(name) || (text.StartsWith(name) && text.Length > name.Length && text[name.Length] == '=')) return true;
            else if (name.Length == 2 && text[1] != '-' && text.Length <= 6 && text[1..].Contains(name[1])) return true;
        }
        return false;
    }

    private static bool Set(Call call, ReadOnlySpan<char> variable)
    {
        var equals = variable.IndexOf('=');
        foreach (var (name, value) in call.Run.Environment)
            if (variable[..equals].SequenceEqual(name) && (equals + 1 == variable.Length || variable[(equals + 1)..].SequenceEqual(value.Known))) return true;
        return false;
    }

    private static bool Says(Call call, ReadOnlySpan<char> text)
    {
        for (var i = 1; i < call.Count; i++)
            if (call.Argv[i].ToString().AsSpan().Contains(text, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static void Add(Call call, ReadOnlySpan<char> heading)
    {
        var blank = heading.IndexOf(' ');
        var detail = heading[(blank + 1)..].ToString();
        var what = Line(call);
        switch (heading[..blank])
        {
            case "infra": call.Infrastructure(detail, what); break;
            case "shows": call.Shows(what, detail == "named"); break;
            case "stop": call.Add(EffectKind.StopService, detail, TargetKind.Process, what); break;
            case "disk": call.Add(EffectKind.WriteDisk, detail, TargetKind.Resource, what); break;
            case "persist": call.Add(EffectKind.Persist, detail, TargetKind.Program, what); break;
            case "escalate": call.Add(EffectKind.Escalate, detail, TargetKind.Resource, what); break;
            case "history": call.Add(EffectKind.ChangeHistory, detail, TargetKind.Ref, what); break;
            case "install": call.Add(EffectKind.Install, detail, TargetKind.Package, what); break;
            case "connect": call.Add(EffectKind.Connect, detail, TargetKind.Resource, what); break;
            default: throw new GuardException($"Unknown kind of effect in a form: {heading}");
        }
    }

    // The program and the first words behind it name what is meant.
    private static string Line(Call call)
    {
        var words = new List<string> { call.Program };
        for (var i = 1; i < call.Count && words.Count < 6; i++) words.Add(call.Argv[i].ToString());
        return string.Join(' ', words);
    }
}
