namespace Sallyport.Cli.Audit;

/// <summary>The words after <c>sallyport audit VERB</c>: options with and without a value, and the rest.</summary>
internal sealed class AuditArguments
{
    private readonly Dictionary<string, List<string>> _values = [];
    private readonly List<string> _rest = [];

    /// <summary>Takes the words apart.</summary>
    /// <param name="words">The words.</param>
    /// <param name="flags">Options that stand alone.</param>
    /// <param name="options">Options that take a value, as the next word or after <c>=</c>.</param>
    /// <exception cref="UsageException">An option is unknown or has no value.</exception>
    public AuditArguments(ReadOnlySpan<string> words, string[] flags, string[] options)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (!word.StartsWith('-') || word == "-")
            {
                _rest.Add(word);
                continue;
            }
            var equals = word.IndexOf('=');
            var name = equals < 0 ? word : word[..equals];
            if (Array.IndexOf(flags, name) >= 0 && equals < 0) _values[name] = [];
            else if (Array.IndexOf(options, name) < 0) throw new UsageException($"unknown option '{Sanitize.ForTerminal(name)}'. It takes {string.Join(", ", [.. flags, .. options])}.");
            else if (equals >= 0) Add(name, word[(equals + 1)..]);
            else if (++i < words.Length) Add(name, words[i]);
            else throw new UsageException($"{name} needs a value.");
        }
    }

    /// <summary>What is no option.</summary>
    public IReadOnlyList<string> Rest => _rest;

    /// <summary>True where a flag was given.</summary>
    public bool Has(string flag) => _values.ContainsKey(flag);

    /// <summary>The same without what is no option: for commands whose words are not a text to look for.</summary>
    public AuditArguments WithoutRest()
    {
        _rest.Clear();
        return this;
    }

    /// <summary>An option's value, or null.</summary>
    public string? Value(string option) => _values.TryGetValue(option, out var given) ? given[^1] : null;

    /// <summary>Every value of an option that may be given more than once.</summary>
    public IReadOnlyList<string> Values(string option) => _values.GetValueOrDefault(option) ?? [];

    /// <summary>An option's value as a whole number, or null.</summary>
    public long? Number(string option) =>
        Value(option) is not { } text ? null : long.TryParse(text, out var number) && number >= 0 ? number : throw new UsageException($"{option} takes a whole number.");

    /// <summary>The only word that is no option.</summary>
    public string One(string what) => _rest.Count == 1 ? _rest[0] : throw new UsageException($"name one {what}.");

    private void Add(string name, string value)
    {
        if (!_values.TryGetValue(name, out var given)) _values[name] = given = [];
        given.Add(value);
    }
}
