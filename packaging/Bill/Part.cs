using System.Xml.Linq;

namespace Sallyport.Packaging;

/// <summary>A package whose code is inside the executables.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where it was restored to.</param>
/// <param name="DependsOn">The packages it names that are inside too.</param>
internal sealed record Part(string Id, string Version, string Folder, IReadOnlyList<string> DependsOn)
{
    private readonly Lazy<XElement> _metadata = new(() =>
    {
        var specification = Directory.EnumerateFiles(Folder, "*.nuspec").Single();
        return XDocument.Load(specification).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    });

    /// <summary>The package URL.</summary>
    public string Purl => $"pkg:nuget/{Id}@{Version}";

    /// <summary>SPDX expression; null where the package names none.</summary>
    public string? License => _metadata.Value.Elements().FirstOrDefault(e => e.Name.LocalName == "license" && (string?)e.Attribute("type") == "expression")?.Value.Trim()
        // The older package of Bouncy Castle only links to its licence, which is MIT's text.
        ?? (Id.Contains("BouncyCastle", StringComparison.Ordinal) ? "MIT" : null);

    /// <summary>Who made it.</summary>
    public string Authors => Value("authors") ?? "";

    /// <summary>Whose it is.</summary>
    public string Copyright => Value("copyright") ?? "Copyright (c) " + Authors;

    /// <summary>Its home page.</summary>
    public string? Url => Value("projectUrl");

    /// <summary>SHA-512 of the package as it was downloaded, hex.</summary>
    public string? Sha512
    {
        get
        {
            var file = Directory.EnumerateFiles(Folder, "*.nupkg.sha512").FirstOrDefault();
            return file is null ? null : Convert.ToHexStringLower(Convert.FromBase64String(File.ReadAllText(file).Trim()));
        }
    }

    /// <summary>The texts about licences that it carries.</summary>
    public IEnumerable<(string Name, string Text)> Texts => Directory.EnumerateFiles(Folder)
        .Where(f => Path.GetFileName(f).ToUpperInvariant() is var name && (name.StartsWith("LICENSE", StringComparison.Ordinal) || name.StartsWith("THIRD-PARTY", StringComparison.Ordinal) || name.StartsWith("NOTICE", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)
        .Select(f => (Path.GetFileName(f), File.ReadAllText(f).ReplaceLineEndings("\n").Trim()));

    private string? Value(string name) => _metadata.Value.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
