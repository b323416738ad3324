namespace Sallyport.Hooks;

/// <summary>Codex puts long texts of hooks into a file that others can read: so they are cut, and what matters stands at the beginning and at the end.</summary>
internal static class LongText
{
    private const int Longest = 6500;
    private const int Kept = 1200;

    /// <summary>The text, or its beginning and end.</summary>
    public static string Fit(string text) =>
        text.Length <= Longest ? text : $"{text[..(Longest - Kept)]}\n… (all of it: 'sallyport policy staged' or 'list' in your terminal)\n{text[^Kept..]}";
}
