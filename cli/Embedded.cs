using System.Text;

namespace Sallyport.Cli;

/// <summary>Texts that are files in packaging/ and travel inside the program.</summary>
internal static class Embedded
{
    /// <summary>The names that begin with a folder.</summary>
    public static IEnumerable<string> Below(string folder) =>
        typeof(Embedded).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>One text.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Embedded).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"this build lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
