using System.Buffers;
using System.Text;

namespace Sallyport.Policy.Rules.Conditions;

/// <summary>Paths inside a text, however the home directory and the slashes are written in it.</summary>
internal static class PathMention
{
    private static readonly SearchValues<char> UserEnd = SearchValues.Create("/ \t\n\"'`");

    // A character that stands in no text that a person or a program writes.
    private const char Home = '\u0001';

    /// <summary>
    /// True where <paramref name="text"/> holds <paramref name="path"/>. A path in the home directory is also found without it, but then
    /// only as whole segments: <c>~/.ssh</c> finds <c>/root/.ssh/id</c> and not <c>docs/.sshd.md</c>.
    /// </summary>
    public static bool Contains(string text, string path)
    {
        var needle = Canonical(path);
        if (needle.Length == 0) return false;
        var hay = Canonical(text);
        if (needle[0] != Home) return hay.Contains(needle, StringComparison.Ordinal);
        var bare = needle.AsSpan(1);
        if (bare.Length <= 1) return hay.Contains(Home, StringComparison.Ordinal);
        for (var at = 0; hay.AsSpan(at).IndexOf(bare, StringComparison.Ordinal) is >= 0 and var found; at += found + 1)
        {
            var end = at + found + bare.Length;
            if (end == hay.Length || !NamesOn(hay[end]) || bare[^1] == '/') return true;
        }
        return false;
    }

    private static bool NamesOn(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.';

    private static string Canonical(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var canonical = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            var rest = trimmed[i..];
            var starts = i == 0 || trimmed[i - 1] is ' ' or '\t' or '\n' or '"' or '\'' or '`' or '(' or '=' or ':';
            var home = starts && HomeLength(rest) is > 0 and var length ? length : Variable(rest);
            if (home > 0)
            {
                canonical.Append(Home);
                i += home - 1;
            }
            else
            {
                var c = rest[0] == '\\' ? '/' : char.ToLowerInvariant(rest[0]);
                if (c != '/' || canonical.Length == 0 || canonical[^1] != '/') canonical.Append(c);
            }
        }
        return canonical.ToString();
    }

    // ~ , /home/user, /Users/user at the start of a path; the slash after it stays.
    private static int HomeLength(ReadOnlySpan<char> rest)
    {
        if (rest[0] == '~' && (rest.Length == 1 || rest[1] is '/' or '\\')) return 1;
        foreach (var folder in (ReadOnlySpan<string>)["/home/", "/users/"])
        {
            if (!rest.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) continue;
            var user = rest[folder.Length..].IndexOfAny(UserEnd);
            if (user < 0) user = rest.Length - folder.Length;
            if (user > 0) return folder.Length + user;
        }
        return rest.StartsWith("/root/", StringComparison.Ordinal) ? 5 : 0;
    }

    private static int Variable(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("${HOME}", StringComparison.Ordinal)) return 7;
        return rest.StartsWith("$HOME", StringComparison.Ordinal) && (rest.Length == 5 || !(char.IsAsciiLetterOrDigit(rest[5]) || rest[5] == '_')) ? 5 : 0;
    }
}
