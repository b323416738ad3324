namespace Sallyport.Shell.Commands;

/// <summary>
/// Reading a file of settings without showing what is set: whether there is such a line, how many there are, what the settings are called.
/// <c>grep -q '^PORT=' .env</c>, <c>cut -d= -f1 .env</c>, <c>sed 's/=.*//' .env</c>.
/// </summary>
internal static class NamesOnly
{
    /// <summary>What such a reading is called among effects.</summary>
    public const string Detail = "names";

    public static bool Grep(Options options, string pattern) =>
        options.Has('q', "quiet") || options.Has("silent") || options.Has('c', "count") || options.Has('l', "files-with-matches")
        || (options.Has('o', "only-matching") && EndsWithName(pattern));

    public static bool Cut(Call call)
    {
        var options = Options.Parse(call.Argv, 1, "dfbc", "delimiter fields bytes characters");
        return options.Value("delimiter", 'd')?.Known is "=" or ":" && options.Value("fields", 'f')?.Known == "1" && !options.Has("complement");
    }

    public static bool Awk(Options options, Word? code) =>
        options.Value("field-separator", 'F')?.Known is "=" or ":" && code?.Known is { } text && text.Replace(" ", "", StringComparison.Ordinal) is "{print$1}" or "{print$1;}";

    /// <summary><c>s/=.*/=…/</c>: all behind the first sign of equality is put away.</summary>
    public static bool Sed(Word code)
    {
        if (code.Known is not { Length: > 4 } text || text[0] != 's' || char.IsAsciiLetterOrDigit(text[1])) return false;
        var parts = text[2..].Split(text[1]);
        return parts is [("=.*" or "=.*$"), var with, _] && with.IndexOfAny(['&', '\\']) < 0;
    }

    // ^[A-Z_]*= and ^[^=]*: a name up to the sign, and nothing that may run past it.
    private static bool EndsWithName(string pattern) => pattern is "^[^=]*" or "^[^=]+" or "^[^=]*=" or "^[^=]+="
        || (pattern.StartsWith('^') && pattern.EndsWith('=') && pattern.IndexOfAny(['.', '|', '(', '$', '`', '<']) < 0 && !pattern.Contains("[^", StringComparison.Ordinal));
}
