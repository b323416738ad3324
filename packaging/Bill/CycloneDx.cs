using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sallyport.Packaging;

/// <summary>The bill of materials, CycloneDX 1.6. The same commit gives the same bytes: the serial number is made from the content.</summary>
internal static class CycloneDx
{
    public static string Of(string version, string rid, DateTimeOffset time, IReadOnlyList<Part> parts)
    {
        var seed = string.Join('\n', parts.Select(p => $"{p.Purl} {p.Sha512}").Prepend($"sallyport {version} {rid}"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 16).ToArray();
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        var self = $"pkg:generic/sallyport@{version}?platform={rid}";

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", "urn:uuid:" + new Guid(hash, bigEndian: true));
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteString("timestamp", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartObject("component");
            json.WriteString("type", "application");
            json.WriteString("bom-ref", self);
            json.WriteString("name", "sallyport");
            json.WriteString("version", version);
            Licence(json, "Apache-2.0");
            json.WriteEndObject();
            json.WriteEndObject();

            json.WriteStartArray("components");
            foreach (var part in parts) Component(json, part);
            json.WriteEndArray();

            json.WriteStartArray("dependencies");
            var below = parts.SelectMany(p => p.DependsOn).ToHashSet(StringComparer.Ordinal);
            Dependency(json, self, parts.Select(p => p.Purl).Where(p => !below.Contains(p)));
            foreach (var part in parts) Dependency(json, part.Purl, part.DependsOn);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Component(Utf8JsonWriter json, Part part)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", part.Purl);
        json.WriteString("author", part.Authors);
        json.WriteString("name", part.Id);
        json.WriteString("version", part.Version);
        json.WriteString("scope", "required");
        if (part.Sha512 is { } sha)
        {
            json.WriteStartArray("hashes");
            json.WriteStartObject();
            json.WriteString("alg", "SHA-512");
            json.WriteString("content", sha);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        if (part.License is { } license) Licence(json, license);
        json.WriteString("copyright", part.Copyright);
        json.WriteString("purl", part.Purl);
        if (part.Url is { } url)
        {
            json.WriteStartArray("externalReferences");
            json.WriteStartObject();
            json.WriteString("type", "website");
            json.WriteString("url", url);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Licence(Utf8JsonWriter json, string expression)
    {
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteString("expression", expression);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Dependency(Utf8JsonWriter json, string from, IEnumerable<string> to)
    {
        json.WriteStartObject();
        json.WriteString("ref", from);
        json.WriteStartArray("dependsOn");
        foreach (var one in to.Order(StringComparer.Ordinal)) json.WriteStringValue(one);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
