using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sallyport.Integrity;
using Sallyport.State;

namespace Sallyport.Cli.Install;

/// <summary>What an installation changed, so that it can be taken back byte for byte.</summary>
internal sealed record InstallManifest
{
    /// <summary>
    /// The format of everything in the data directory. It rises when an older version could no longer read, or would lose, what a newer
    /// one wrote; an older version then refuses to be put over it.
    /// </summary>
    public const int CurrentFormat = 1;

    /// <summary>The version that was installed.</summary>
    public required string Version { get; init; }

    /// <summary>The <see cref="CurrentFormat"/> of that version; 0 where it did not write one yet.</summary>
    public int Format { get; init; }

    /// <summary>The repository that alone is guarded; null for everything the person does.</summary>
    public string? Repository { get; init; }

    /// <summary>SHA-256 of hooks.json as it was written.</summary>
    public required string HooksHash { get; init; }

    /// <summary>SHA-256 of config.toml as it was written.</summary>
    public required string ConfigHash { get; init; }

    /// <summary>True where hooks.json was there before the first installation.</summary>
    public required bool HadHooks { get; init; }

    /// <summary>True where config.toml was there before.</summary>
    public required bool HadConfig { get; init; }

    /// <summary>True where a table <c>features</c> was there before.</summary>
    public required bool HadFeatures { get; init; }

    /// <summary>The value of <c>features.hooks</c> before, as it was written; null where it was not set.</summary>
    public string? FeatureBefore { get; init; }

    /// <summary>SHA-256 of each binary as it was copied.</summary>
    public required Dictionary<string, string> Binaries { get; init; }

    /// <summary>Reads it; null where there is none.</summary>
    public static InstallManifest? Read(CodexInstallation installation) => Read(installation.ManifestFile);

    /// <summary>Reads one by its path; null where there is none.</summary>
    public static InstallManifest? Read(string path)
    {
        if (AtomicFile.Read(path, 64 * 1024) is not { } bytes) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, InstallJson.Default.InstallManifest);
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"{path} is damaged. Remove it and install again.", damaged);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(CodexInstallation installation) =>
        AtomicFile.Write(installation.ManifestFile, JsonSerializer.SerializeToUtf8Bytes(this, InstallJson.Default.InstallManifest), durable: true);

    /// <summary>The hash of a file's text.</summary>
    public static string HashOf(string text) => HashOf(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of a file's bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(Sha256.Hash(bytes));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(InstallManifest))]
internal sealed partial class InstallJson : JsonSerializerContext;
