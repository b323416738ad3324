namespace Sallyport.Shell.Commands.Carried;

/// <summary>
/// Finds what <see cref="CarriedTable"/> says a program carries and starts it: <c>sh</c> code of a shell, <c>run</c> a program with its arguments,
/// <c>line</c> one word of code or several of a command, <c>file</c> code in a file, <c>library</c> a library that is loaded, and others by name.
/// </summary>
internal static class CarriedCommands
{
    /// <summary>Adds what the command carries. It says nothing of what the program does besides.</summary>
    public static void Describe(Call call)
    {
        if (CarriedTable.Of(call.Program) is not { } entries) return;
        foreach (var range in entries.AsSpan().Split(' '))
        {
            var entry = entries.AsSpan()[range];
            var colon = entry.LastIndexOf(':');
            if (colon <= 0 || call.Exhausted) continue;
            Find(call, entry[..colon], entry[(colon + 1)..].ToString());
        }
    }

    private static void Find(Call call, ReadOnlySpan<char> where, string what)
    {
        if (where is "*") Operands(call, what);
        else if (where is "--") Behind(call, "--", 0, what);
        else if (where.IndexOf('>') is > 0 and var mark) Behind(call, where[..mark], where.Length > mark + 1 ? where[mark + 1] - '0' : 0, what);
        else if (where.StartsWith("0/")) FromFirst(call, where[2..], what);
        else if (where[0] == '+') Following(call, where, what);
        else Option(call, where, what);
    }

    private static void Operands(Call call, string what)
    {
        for (var i = 1; i < call.Count && !call.Exhausted; i++)
            if (!call.Argv[i].KnownPrefix.StartsWith('-')) CarriedKinds.One(call, what, call.Argv[i], [], call.Program);
    }

    private static void Behind(Call call, ReadOnlySpan<char> verb, int more, string what)
    {
        for (var i = 1; i < call.Count; i++)
        {
            if (!verb.SequenceEqual(call.Argv[i].Known)) continue;
            var words = call.Argv.Skip(i + 1).ToList();
            if (verb is not "--")
                for (var skip = more; words.Count > 0 && (skip > 0 || words[0].KnownPrefix.StartsWith('-')); words.RemoveAt(0))
                    if (!words[0].KnownPrefix.StartsWith('-')) skip--;
            if (words.Count > 0) CarriedKinds.Many(call, what, words, call.Program + " " + verb.ToString());
            return;
        }
    }

    private static void FromFirst(Call call, ReadOnlySpan<char> valued, string what)
    {
        var options = Options.Parse(call.Argv, 1, valued.ToString(), "", stopAtOperand: true);
        if (options.Operands.Count > 0) CarriedKinds.Many(call, what, options.Operands, call.Program);
    }

    private static void Following(Call call, ReadOnlySpan<char> begin, string what)
    {
        for (var i = 1; i < call.Count && !call.Exhausted; i++)
            if (call.Argv[i].KnownPrefix.AsSpan().StartsWith(begin)) CarriedKinds.One(call, what, WordText.Skip(call.Argv[i], begin.Length), [], call.Program + " " + begin.ToString());
    }

    private static void Option(Call call, ReadOnlySpan<char> name, string what)
    {
        for (var i = 1; i < call.Count && !call.Exhausted; i++)
        {
            var word = call.Argv[i];
            if (word.Known == "--") return;
            var text = word.KnownPrefix.AsSpan();
            if (text.Length < 2 || text[0] != '-') continue;
            Word? value = null;
            if (word.IsKnown && text.SequenceEqual(name)) value = i + 1 < call.Count ? call.Argv[i + 1] : null;
            else if (name.Length == 2 && text[1] != '-')
            {
                if (text[1] == name[1]) value = WordText.Skip(word, 2);
                else if (word.IsKnown && text.Length <= 5 && text[^1] == name[1] && i + 1 < call.Count && !text[1..].ContainsAnyExceptInRange('A', 'z')) value = call.Argv[i + 1];
            }
            else if (text.Length > name.Length && text.StartsWith(name) && text[name.Length] == '=') value = WordText.Skip(word, name.Length + 1);
            if (value is not null) CarriedKinds.One(call, what, value, call.Argv.SkipWhile(other => other.Known != "--").Skip(1), $"{call.Program} {name}");
        }
    }
}
