namespace Sallyport.Shell.Commands;

/// <summary>
/// Arguments split into options and operands as getopt_long does: clustered short options, attached and separate values,
/// <c>--name=value</c>, abbreviated long names, <c>--</c>.
/// </summary>
internal sealed class Options
{
    private readonly List<(string Name, Word? Value)> given = [];

    /// <summary>What is no option, in order.</summary>
    public List<Word> Operands { get; } = [];

    /// <summary>Where in argv the first operand stands; argv's length where there is none.</summary>
    public int FirstOperand { get; private set; }

    /// <summary>True when <c>--</c> was seen.</summary>
    public bool Ended { get; private set; }

    /// <summary>True when a word that may be an option is not known.</summary>
    public bool Uncertain { get; private set; }

    /// <summary>Every option given, in order, without dashes for long names and as one letter for short ones.</summary>
    public IReadOnlyList<(string Name, Word? Value)> Given => given;

    /// <summary>Splits <paramref name="argv"/> from <paramref name="start"/> on.</summary>
    /// <param name="argv">The words.</param>
    /// <param name="start">Where the options begin.</param>
    /// <param name="shortValued">Short options that take a value.</param>
    /// <param name="longValued">Long options that take a value in the next word, with blanks between.</param>
    /// <param name="stopAtOperand">True for wrappers: everything from the first operand on belongs to the payload.</param>
    /// <param name="singleDash">True where long options start with one dash (<c>find</c>, <c>java</c>, <c>terraform</c>).</param>
    public static Options Parse(IReadOnlyList<Word> argv, int start = 1, string shortValued = "", string longValued = "",
        bool stopAtOperand = false, bool singleDash = false)
    {
        var options = new Options { FirstOperand = argv.Count };
        for (var i = start; i < argv.Count; i++)
        {
            var word = argv[i];
            var prefix = word.KnownPrefix;
            var isOption = !options.Ended && prefix.Length > 1 && prefix[0] == '-';
            if (!isOption)
            {
                if (!options.Ended && word.HasUnknown && prefix.Length == 0) options.Uncertain = true;
                if (options.Operands.Count == 0) options.FirstOperand = i;
                options.Operands.Add(word);
                if (!stopAtOperand) continue;
                for (i++; i < argv.Count; i++) options.Operands.Add(argv[i]);
                break;
            }
            if (word.Known == "--")
            {
                options.Ended = true;
                if (options.Operands.Count == 0) options.FirstOperand = Math.Min(i + 1, argv.Count);
                continue;
            }
            if (prefix[1] == '-' || singleDash) i = options.Long(argv, i, prefix, longValued);
            else i = options.Short(argv, i, prefix, shortValued);
        }
        return options;
    }

    /// <summary>True when the short option was given.</summary>
    public bool Has(char name)
    {
        foreach (var (given, _) in given)
            if (given.Length == 1 && given[0] == name) return true;
        return false;
    }

    /// <summary>True when the long option was given, in full or shortened to no less than two letters.</summary>
    public bool Has(string name)
    {
        foreach (var (given, _) in given)
            if (Means(given, name)) return true;
        return false;
    }

    /// <summary>True when either form was given.</summary>
    public bool Has(char letter, string name) => Has(letter) || Has(name);

    /// <summary>True where the command is asked to change nothing, and not asked to all the same further on.</summary>
    public bool Dry
    {
        get
        {
            var dry = false;
            foreach (var (given, _) in given)
                if (given.StartsWith("no-dry", StringComparison.Ordinal)) dry = false;
                else if (given == "n" || Means(given, "dry-run")) dry = true;
            return dry;
        }
    }

    /// <summary>The last value of an option, by either form; null where it was not given or has none.</summary>
    public Word? Value(string name, char letter = '\0')
    {
        for (var i = given.Count - 1; i >= 0; i--)
            if (Is(given[i].Name, name, letter)) return given[i].Value;
        return null;
    }

    /// <summary>Every value of an option.</summary>
    public IEnumerable<Word> Values(string name, char letter = '\0')
    {
        foreach (var (given, value) in given)
            if (value is not null && Is(given, name, letter)) yield return value;
    }

    private static bool Is(string given, string name, char letter) =>
        (letter != '\0' && given.Length == 1 && given[0] == letter) || Means(given, name);

    private static bool Means(string given, string name) =>
        given == name || (given.Length >= 2 && given.Length < name.Length && name.StartsWith(given, StringComparison.Ordinal));

    private int Long(IReadOnlyList<Word> argv, int i, string prefix, string longValued)
    {
        var dashes = prefix[1] == '-' ? 2 : 1;
        var equals = prefix.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0)
        {
            given.Add((prefix[dashes..equals], WordText.Skip(argv[i], equals + 1)));
            return i;
        }
        var name = prefix[dashes..];
        if (TakesValue(name, longValued) && i + 1 < argv.Count)
        {
            given.Add((name, argv[i + 1]));
            return i + 1;
        }
        given.Add((name, null));
        return i;
    }

    private static bool TakesValue(string name, string longValued)
    {
        foreach (var range in longValued.AsSpan().Split(' '))
        {
            var candidate = longValued.AsSpan()[range];
            if (candidate.Length == 0) continue;
            if (candidate.SequenceEqual(name) || (name.Length >= 3 && candidate.StartsWith(name))) return true;
        }
        return false;
    }

    private int Short(IReadOnlyList<Word> argv, int i, string prefix, string shortValued)
    {
        for (var at = 1; at < prefix.Length; at++)
        {
            var letter = prefix[at];
            if (!shortValued.Contains(letter, StringComparison.Ordinal))
            {
                given.Add((letter.ToString(), null));
                continue;
            }
            var rest = WordText.Skip(argv[i], at + 1);
            if (rest.Pieces.Count > 0)
            {
                given.Add((letter.ToString(), rest));
                return i;
            }
            given.Add((letter.ToString(), i + 1 < argv.Count ? argv[i + 1] : null));
            return i + 1;
        }
        return i;
    }
}
