using System.Text;
using Sallyport.Detection.Patterns;
using Sallyport.Integrity;

namespace Sallyport.Detection;

/// <summary>A rule that people wrote in policy.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Pattern">What it finds, matched in linear time.</param>
/// <param name="Kind">What its findings are.</param>
/// <param name="Severity">How bad they are.</param>
/// <param name="Classes">The data classes they belong to.</param>
public sealed record UserRule(string Id, LinearPattern Pattern, FindingKind Kind = FindingKind.Secret, Severity Severity = Severity.High, DataClass Classes = DataClass.Secret)
{
    private DetectionRule? _rule;

    internal DetectionRule Rule => _rule ??= new DetectionRule(Id, Kind, Severity, Classes, "A rule of this policy.") { Cases = static () => new RuleCases([], []) };
}

/// <summary>What is not a finding here. All that is given must hold; an empty allowance allows nothing.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Path">The file's path.</param>
/// <param name="ValueSha256">The SHA-256 of what was found, in UTF-8: 64 lower-case hexadecimal digits, so that a policy need not hold a secret.</param>
public sealed record Allowance(string? Rule = null, LinearPattern? Path = null, string? ValueSha256 = null)
{
    internal bool Allows(string rule, string? path, ReadOnlySpan<char> value)
    {
        if (Rule is null && Path is null && ValueSha256 is null) return false;
        if (Rule is not null && Rule != rule) return false;
        if (Path is not null && (path is null || !Path.IsMatch(path))) return false;
        return ValueSha256 is null || HashOf(value) == ValueSha256;
    }

    /// <summary>The hash an allowance names a value by.</summary>
    public static string HashOf(ReadOnlySpan<char> value)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(value)];
        Encoding.UTF8.GetBytes(value, bytes);
        return Convert.ToHexStringLower(Sha256.Hash(bytes));
    }
}

/// <summary>Runs people's rules over a text.</summary>
internal static class UserRules
{
    /// <summary>
    /// Looking for all matches of one pattern can read the text once for each match, so the reading is counted: past a multiple of the
    /// text's length the rest is unseen, never taken for clean.
    /// </summary>
    private const int MostReadings = 8;

    /// <summary>Returns how far the text was seen by every rule.</summary>
    public static int Run(ref ScanContext context)
    {
        var text = context.Text;
        foreach (var rule in context.Options.Rules)
        {
            var budget = (long)text.Length * MostReadings + 65_536;
            for (var from = 0; from < text.Length && rule.Pattern.TryFind(text, from, out var start, out var end, out var reached);)
            {
                if (end > start) context.Add(rule.Rule, start, end, 90);
                if (context.IsFull) return Math.Min(text.Length, end);
                budget -= reached - from;
                from = end > start ? end : end + 1;
                if (budget < 0) return from;
            }
        }
        return text.Length;
    }
}
