using System.Text.Json;
using System.Text.Json.Serialization;
using Sallyport.State;

namespace Sallyport.Cli.Managed;

/// <summary>What a system installation changed.</summary>
internal sealed record SystemManifest
{
    public required string Version { get; init; }
    public required int Format { get; init; }

    /// <summary>SHA-256 of requirements.toml as it was written.</summary>
    public required string RequirementsHash { get; init; }

    /// <summary>SHA-256 of config.toml as it was written.</summary>
    public required string ConfigHash { get; init; }

    public required bool HadRequirements { get; init; }
    public required bool HadConfig { get; init; }

    /// <summary>True where this installation copied the binaries, false where a package put them there.</summary>
    public required bool Copied { get; init; }

    /// <summary>SHA-256 of each binary.</summary>
    public required Dictionary<string, string> Binaries { get; init; }

    /// <summary>Reads it; null where there is none.</summary>
    public static SystemManifest? Read(string path)
    {
        if (AtomicFile.Read(path, 64 * 1024) is not { } bytes) return null;
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, SystemJson.Default.SystemManifest);
        }
        catch (JsonException damaged)
        {
            throw new InvalidDataException($"{path} is damaged. Remove it and install again.", damaged);
        }
    }

    /// <summary>Its bytes.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, SystemJson.Default.SystemManifest);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(SystemManifest))]
internal sealed partial class SystemJson : JsonSerializerContext;
