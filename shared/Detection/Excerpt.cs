namespace Sallyport.Detection;

/// <summary>The line around a finding, near it, with everything that was found masked: shows where, never what.</summary>
public static class Excerpt
{
    private const int Context = 40;

    /// <summary>The excerpt for a finding.</summary>
    /// <param name="text">The text that was scanned.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="all">Everything found in the text.</param>
    public static string Around(string text, in Finding finding, IReadOnlyList<Finding> all)
    {
        var start = finding.Start;
        while (start > 0 && finding.Start - start < Context && text[start - 1] != '\n') start--;
        var end = finding.End;
        while (end < text.Length && end - finding.End < Context && text[end] is not ('\n' or '\r')) end++;
        // A finding that reaches in from outside must not show its rest.
        foreach (var other in all)
        {
            if (other.Start < start && other.End > start) start = Math.Min(other.End, finding.Start);
            if (other.Start < end && other.End > end) end = Math.Max(other.Start, finding.End);
        }
        var inside = new List<Finding>();
        foreach (var other in all)
            if (other.Start >= start && other.End <= end) inside.Add(other with { Start = other.Start - start, End = other.End - start });
        return Redactor.Redact(text.AsSpan(start, end - start), inside).Trim();
    }
}
