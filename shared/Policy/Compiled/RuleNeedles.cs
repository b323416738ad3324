using System.Buffers;
using System.Text.Json;
using Sallyport.Detection.Patterns;
using Sallyport.Plans;
using Sallyport.Policy.Rules;

namespace Sallyport.Policy.Compiled;

/// <summary>What the needles of a rule are taken from, and so when they say nothing.</summary>
internal enum NeedleKind : byte
{
    /// <summary>A text of the input, or a tool's name.</summary>
    Text,
    /// <summary>A command or a host: nothing is said of a command that cannot be read.</summary>
    Command,
    /// <summary>A path: nothing is said of what touches more than it spells out.</summary>
    Path,
    /// <summary>A path below the root: of what touches more, its first name says whether it may be meant.</summary>
    PathFromRoot,
    /// <summary>The same below the home directory.</summary>
    PathFromHome,
    /// <summary>The same below the workspace.</summary>
    PathFromWorkspace,
}

/// <summary>
/// What a call must hold so that a rule can match it, taken from the rule as written. It errs on one side only: a rule that can match is
/// never passed over.
/// </summary>
internal static class RuleNeedles
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\"'`$\\|&;<>(){}?[]#~!\n\r=");

    /// <summary>Needles kept of a rule.</summary>
    public const int Most = 4;

    /// <summary>The tool a rule names; empty where it names several, or any.</summary>
    public static string Tool(PolicyRule rule) => rule.When.Tools is [var only] && !only.EndsWith('*') ? only : "";

    /// <summary>Finds needles.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="into">Gets them.</param>
    /// <param name="kind">What they are of.</param>
    /// <param name="place">Of a path: the hash of the first name below where it begins; 0 where there is none.</param>
    /// <param name="any">True where the call must hold one of them, and not all.</param>
    /// <returns>How many.</returns>
    public static int Find(PolicyRule rule, Span<ushort> into, out NeedleKind kind, out ushort place, out bool any)
    {
        (kind, place, any) = (NeedleKind.Text, 0, false);
        foreach (var field in rule.Source.EnumerateObject())
        {
            var globs = field.Name == "path" ? Globs(field.Value) : [];
            var literals = field.Name switch
            {
                "command" => Command(field.Value),
                "path" => Each(globs, Path),
                "host" => Each(Texts(field.Value), Host),
                "anyParam" => Text(field.Value, bare: true),
                "params" => Fields(field.Value, 0),
                _ => [],
            };
            if (literals.Count is 0 or > Most) continue;
            any = literals.Count > 1;
            var count = any ? OneOfEach(literals, into) : Trigrams.Needles(literals[0], globs.Count > 0 ? into[..^1] : into);
            if (count == 0) continue;
            if (field.Name is "command" or "host") kind = NeedleKind.Command;
            else if (field.Name == "path") (kind, place) = any ? (NeedleKind.Path, (ushort)0) : Begins(globs[0]);
            return count;
        }
        any = false;
        // Nothing but tools of one beginning: that beginning.
        return rule.When.Tools is [var tools] && tools.EndsWith('*') ? Trigrams.Needles(tools.AsSpan()[..^1], into) : 0;
    }

    /// <summary>A name in two bytes; never 0.</summary>
    public static ushort NameHash(ReadOnlySpan<char> name)
    {
        var hash = 2166136261u;
        foreach (var c in name) hash = (hash ^ char.ToUpperInvariant(c)) * 16777619u;
        return (ushort)((hash ^ (hash >> 16)) | 1);
    }

    // Where a path pattern begins, and its first name there.
    private static (NeedleKind Kind, ushort Place) Begins(string glob)
    {
        var (kind, from) = glob.StartsWith("~/", StringComparison.Ordinal) ? (NeedleKind.PathFromHome, 2) : glob.StartsWith('/') ? (NeedleKind.PathFromRoot, 1) : (NeedleKind.PathFromWorkspace, 0);
        var rest = glob.AsSpan(from);
        var end = rest.IndexOf('/');
        var name = end < 0 ? rest : rest[..end];
        foreach (var c in name)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')) return (NeedleKind.Path, (ushort)0);
        return name.IsEmpty || name is "." ? (NeedleKind.Path, (ushort)0) : (kind, NameHash(name));
    }

    // Patterns of plain words, or programs. Anything that a shell would read in another way names no needle.
    private static IReadOnlyList<string> Command(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return Each(Texts(value), Words);
        if (value.TryGetProperty("pattern", out var pattern) && Each(Texts(pattern), Words) is { Count: > 0 } words) return words;
        return value.TryGetProperty("program", out var program) ? Each(Texts(program), static name => Longest(name, IsName)) : [];
    }

    private static string Words(string pattern) =>
        pattern.AsSpan().IndexOfAny(Special) >= 0 ? "" : Longest(pattern, static c => c is not (' ' or '\t' or '*') && c > ' ' && char.IsAscii(c));

    private static IReadOnlyList<string> Globs(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object ? Texts(value) : value.TryGetProperty("glob", out var named) ? Texts(named) : [];

    // The last name of a glob that is spelled out, else the longest part of one. What the shell or the file system would rewrite is left aside.
    private static string Path(string glob)
    {
        if (glob.Contains("..", StringComparison.Ordinal) || glob.AsSpan().IndexOfAny('$', '\\') >= 0) return "";
        var part = "";
        foreach (var segment in glob.Split('/').AsEnumerable().Reverse())
        {
            if (segment.Length < 3 || segment[0] == '~' || !segment.All(static c => IsName(c) || c is '*' or '?')) continue;
            var longest = Longest(segment, IsName);
            if (longest.Length == segment.Length) return segment;
            if (longest.Length > part.Length) part = longest;
        }
        return part;
    }

    private static string Host(string host)
    {
        if (host.StartsWith("*.", StringComparison.Ordinal)) host = host[2..];
        return host.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && host.Any(char.IsAsciiLetter) ? host.TrimEnd('.') : "";
    }

    private static IReadOnlyList<string> Fields(JsonElement value, int depth)
    {
        if (depth > 8) return [];
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return depth > 0 && value.GetString() is { Length: >= 3 } text ? [text] : [];
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    if (Fields(item, depth + 1) is { Count: > 0 } found) return found;
                return [];
            case JsonValueKind.Object when value.EnumerateObject().Any(field => field.Name.StartsWith('$')):
                return Text(value, bare: false);
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                    if (Fields(field.Value, depth + 1) is { Count: > 0 } found) return found;
                return [];
            default:
                return [];
        }
    }

    private static IReadOnlyList<string> Text(JsonElement value, bool bare)
    {
        if (value.ValueKind == JsonValueKind.String) return bare && value.GetString() is { Length: >= 3 } plain ? [plain] : [];
        if (value.ValueKind != JsonValueKind.Object) return [];
        IReadOnlyList<string> best = [];
        foreach (var test in value.EnumerateObject())
        {
            if (test.Value.ValueKind != JsonValueKind.String) continue;
            var text = test.Value.GetString()!;
            if (test.Name is "$equals" or "$contains" or "$startsWith" or "$endsWith" && text.Length >= 3) return [text];
            // However the home directory is written, the last name stands as it is.
            if (test.Name == "$pathContains" && text.TrimEnd('/', '\\').Split('/', '\\') is { Length: > 3 } names && names[^1].Length >= 3 && names[^1].All(IsName)) return [names[^1]];
            if (test.Name == "$matches" && best.Count == 0) best = PatternLiterals.Of(PatternParser.Parse(text, ignoreCase: true).Root);
        }
        return best;
    }

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';

    private static IReadOnlyList<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? [value.GetString()!]
        : value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= Most
        && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
        : [];

    // A literal of each of several texts; nothing where one of them has none: the rule may then match without any.
    private static List<string> Each(IReadOnlyList<string> texts, Func<string, string> literal)
    {
        var literals = new List<string>();
        foreach (var text in texts)
        {
            if (literal(text) is not { Length: >= 3 } found) return [];
            literals.Add(found);
        }
        return literals;
    }

    private static int OneOfEach(IReadOnlyList<string> literals, Span<ushort> into)
    {
        for (var i = 0; i < literals.Count; i++)
            if (Trigrams.Needles(literals[i], into.Slice(i, 1)) == 0) return 0;
        return literals.Count;
    }

    private static string Longest(string text, Func<char, bool> holds)
    {
        var (best, length, start) = (0, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && holds(text[i])) continue;
            if (i - start > length) (best, length) = (start, i - start);
            start = i + 1;
        }
        return text.Substring(best, length);
    }
}
