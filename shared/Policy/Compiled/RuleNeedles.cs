using System.Buffers;
using System.Text.Json;
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
    /// <returns>How many.</returns>
    public static int Find(PolicyRule rule, Span<ushort> into, out NeedleKind kind, out ushort place)
    {
        (kind, place) = (NeedleKind.Text, 0);
        foreach (var field in rule.Source.EnumerateObject())
        {
            var path = field.Name == "path" ? Glob(field.Value) : "";
            var literal = field.Name switch
            {
                "command" => Command(field.Value),
                "path" => Path(path),
                "host" => Host(field.Value),
                "anyParam" => Text(field.Value, bare: true),
                "params" => Fields(field.Value, 0),
                _ => "",
            };
            if (literal.Length < 3) continue;
            var count = Trigrams.Needles(literal, field.Name == "path" ? into[..^1] : into);
            if (count == 0) continue;
            if (field.Name is "command" or "host") kind = NeedleKind.Command;
            else if (field.Name == "path") (kind, place) = Begins(path);
            return count;
        }
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

    // One pattern of plain words, or one program. Anything that a shell would read in another way names no needle.
    private static string Command(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String) return Words(value.GetString()!);
        if (value.ValueKind != JsonValueKind.Object) return "";
        if (value.TryGetProperty("pattern", out var pattern) && pattern.ValueKind == JsonValueKind.String && Words(pattern.GetString()!) is { Length: > 2 } words) return words;
        return value.TryGetProperty("program", out var program) && program.ValueKind == JsonValueKind.String ? Longest(program.GetString()!, static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') : "";
    }

    private static string Words(string pattern) =>
        pattern.AsSpan().IndexOfAny(Special) >= 0 ? "" : Longest(pattern, static c => c is not (' ' or '\t' or '*') && c > ' ' && char.IsAscii(c));

    private static string Glob(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.ValueKind == JsonValueKind.Object && value.TryGetProperty("glob", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString()! : "";

    // The last name of a glob that is spelled out. What the shell or the file system would rewrite is left aside.
    private static string Path(string glob)
    {
        if (glob.Contains("..", StringComparison.Ordinal) || glob.AsSpan().IndexOfAny('$', '\\') >= 0) return "";
        foreach (var segment in glob.Split('/').AsEnumerable().Reverse())
            if (segment.Length >= 3 && segment[0] != '~' && segment.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')) return segment;
        return "";
    }

    private static string Host(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return "";
        var host = value.GetString()!;
        if (host.StartsWith("*.", StringComparison.Ordinal)) host = host[2..];
        return host.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && host.Any(char.IsAsciiLetter) ? host.TrimEnd('.') : "";
    }

    private static string Fields(JsonElement value, int depth)
    {
        if (depth > 8) return "";
        if (value.ValueKind == JsonValueKind.String) return depth > 0 ? value.GetString()! : "";
        if (value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select(item => Fields(item, depth + 1)).FirstOrDefault(found => found.Length >= 3) ?? "";
        if (value.ValueKind != JsonValueKind.Object) return "";
        if (value.EnumerateObject().Any(field => field.Name.StartsWith('$'))) return Text(value, bare: false);
        foreach (var field in value.EnumerateObject())
            if (Fields(field.Value, depth + 1) is { Length: >= 3 } found) return found;
        return "";
    }

    private static string Text(JsonElement value, bool bare)
    {
        if (value.ValueKind == JsonValueKind.String) return bare ? value.GetString()! : "";
        if (value.ValueKind != JsonValueKind.Object) return "";
        foreach (var test in value.EnumerateObject())
        {
            if (test.Value.ValueKind != JsonValueKind.String) continue;
            var text = test.Value.GetString()!;
            if (test.Name is "$equals" or "$contains" or "$startsWith" or "$endsWith" && text.Length >= 3) return text;
            // However the home directory is written, the last name stands as it is.
            if (test.Name == "$pathContains" && text.TrimEnd('/', '\\').Split('/', '\\') is { Length: > 3 } names && Longest(names[^1], static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') is { Length: >= 3 } name && name == names[^1]) return name;
        }
        return "";
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
