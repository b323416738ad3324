namespace Sallyport.Tests.EndToEnd.Documentation;

/// <summary>A fenced block of a document.</summary>
/// <param name="File">The document, relative to the repository.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Kind">What stands after the fence: <c>sh</c>, <c>json</c> …</param>
/// <param name="Text">Its text.</param>
internal sealed record Snippet(string File, int Line, string Kind, string Text)
{
    /// <summary>Every block of every document that is not a history.</summary>
    public static IEnumerable<Snippet> All()
    {
        var root = Lab.Product.Root;
        foreach (var path in Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md").Append(Path.Combine(root, "README.md")).Order(StringComparer.Ordinal))
        {
            var lines = System.IO.File.ReadAllLines(path);
            for (var i = 0; i < lines.Length; i++)
            {
                if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
                var end = Array.FindIndex(lines, i + 1, static l => l.StartsWith("```", StringComparison.Ordinal));
                yield return new Snippet(Path.GetRelativePath(root, path), i + 1, lines[i][3..].Trim(), string.Join('\n', lines[(i + 1)..end]));
                i = end;
            }
        }
    }
}
