using System.Text;
using Sallyport.Shell.Syntax;

namespace Sallyport.Shell.Evaluation;

/// <summary>What <c>${x#…}</c>, <c>${x/…/…}</c> and their like make of a known text.</summary>
internal static class TextChange
{
    /// <summary>Trims by a pattern, or changes case; null where that is not known.</summary>
    public static string? Apply(string text, string pattern, ParameterOperator op, WorkBudget budget)
    {
        switch (op)
        {
            case ParameterOperator.RemovePrefix:
                for (var end = 0; end <= text.Length; end++)
                    if (Matches(pattern, text.AsSpan(0, end), budget)) return text[end..];
                return text;
            case ParameterOperator.RemoveLongestPrefix:
                for (var end = text.Length; end >= 0; end--)
                    if (Matches(pattern, text.AsSpan(0, end), budget)) return text[end..];
                return text;
            case ParameterOperator.RemoveSuffix:
                for (var start = text.Length; start >= 0; start--)
                    if (Matches(pattern, text.AsSpan(start), budget)) return text[..start];
                return text;
            case ParameterOperator.RemoveLongestSuffix:
                for (var start = 0; start <= text.Length; start++)
                    if (Matches(pattern, text.AsSpan(start), budget)) return text[..start];
                return text;
            default: return ChangeCase(text, pattern, op, budget);
        }
    }

    /// <summary>Replaces what a pattern matches, the longest match first found.</summary>
    public static string Replace(string text, string pattern, string replacement, ParameterOperator op, WorkBudget budget)
    {
        if (pattern.Length == 0 && op != ParameterOperator.ReplacePrefix && op != ParameterOperator.ReplaceSuffix) return text;
        if (op == ParameterOperator.ReplaceSuffix)
        {
            for (var start = 0; start <= text.Length; start++)
                if (Matches(pattern, text.AsSpan(start), budget)) return text[..start] + replacement;
            return text;
        }
        var result = new StringBuilder();
        var at = 0;
        while (at < text.Length && !budget.Exhausted)
        {
            var length = LongestMatch(text, at, pattern, budget);
            if (length > 0 || (op == ParameterOperator.ReplacePrefix && length == 0))
            {
                result.Append(replacement);
                budget.Expand(replacement.Length);
                at += length;
                if (op != ParameterOperator.ReplaceAll) break;
                continue;
            }
            if (op == ParameterOperator.ReplacePrefix) break;
            result.Append(text[at++]);
        }
        if (text.Length == 0 && op == ParameterOperator.ReplacePrefix && Matches(pattern, "", budget)) return replacement;
        return result.Append(text.AsSpan(Math.Min(at, text.Length))).ToString();
    }

    private static int LongestMatch(string text, int at, string pattern, WorkBudget budget)
    {
        // A pattern without stars has a longest length, which spares trying every other.
        var most = pattern.Contains('*') ? text.Length - at : Math.Min(text.Length - at, pattern.Length);
        for (var length = most; length >= 0; length--)
            if (Matches(pattern, text.AsSpan(at, length), budget)) return length;
        return -1;
    }

    private static bool Matches(string pattern, ReadOnlySpan<char> text, WorkBudget budget) => budget.Expand(1) && Pattern.Matches(pattern, text, budget);

    private static string ChangeCase(string text, string pattern, ParameterOperator op, WorkBudget budget)
    {
        var all = op is ParameterOperator.UpperAll or ParameterOperator.LowerAll;
        var upper = op is ParameterOperator.UpperAll or ParameterOperator.UpperFirst;
        var result = new StringBuilder(text);
        for (var i = 0; i < (all ? text.Length : Math.Min(1, text.Length)); i++)
            if (pattern.Length == 0 || Matches(pattern, text.AsSpan(i, 1), budget))
                result[i] = upper ? char.ToUpperInvariant(text[i]) : char.ToLowerInvariant(text[i]);
        return result.ToString();
    }

    /// <summary><c>${x@…}</c>; null where it is not known.</summary>
    public static string? Transform(string text, string? op) => op switch
    {
        "U" => text.ToUpperInvariant(),
        "L" => text.ToLowerInvariant(),
        "u" => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..],
        "E" => AnsiQuoting.Decode(text),
        "Q" => text.AsSpan().ContainsAnyInRange('\0', '\x1f') ? null : "'" + text.Replace("'", "'\\''") + "'",
        _ => null,
    };

    /// <summary><c>${x:offset:length}</c>; null where bash would refuse.</summary>
    public static string? Substring(string text, long offset, long? length)
    {
        if (offset < 0) offset += text.Length;
        if (offset < 0 || offset > text.Length) return "";
        long end = length switch
        {
            null => text.Length,
            < 0 => text.Length + length.Value,
            _ => Math.Min(text.Length, offset + length.Value),
        };
        return end < offset ? null : text[(int)offset..(int)end];
    }
}
