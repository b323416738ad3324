using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Sallyport.Shell.Evaluation;

/// <summary>The facts about files, and over them what the text itself has written before: a script may be made and run in one line.</summary>
internal sealed class FileOverlay(IReadOnlyDictionary<string, FileFact> below) : IReadOnlyDictionary<string, FileFact>
{
    private readonly Dictionary<string, FileFact> _written = new(StringComparer.Ordinal);

    /// <summary>Takes note of a write; a null content is one that nobody knows.</summary>
    public void Write(string path, string? content) => _written[path] = new FileFact(FileKind.File, path, content);

    public FileFact this[string key] => TryGetValue(key, out var fact) ? fact : throw new KeyNotFoundException();

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out FileFact value) => _written.TryGetValue(key, out value) || below.TryGetValue(key, out value);

    public bool ContainsKey(string key) => _written.ContainsKey(key) || below.ContainsKey(key);

    public IEnumerable<string> Keys => _written.Keys.Union(below.Keys);

    public IEnumerable<FileFact> Values => Keys.Select(k => this[k]);

    public int Count => Keys.Count();

    public IEnumerator<KeyValuePair<string, FileFact>> GetEnumerator() => Keys.Select(k => new KeyValuePair<string, FileFact>(k, this[k])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
