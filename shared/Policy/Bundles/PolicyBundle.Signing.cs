using System.Text;
using System.Text.Json;
using Sallyport.Integrity;
using Sallyport.Policy.Compiled;
using Sallyport.Policy.Rules;
using Sallyport.Policy.Rules.Reading;

namespace Sallyport.Policy.Bundles;

internal sealed partial record PolicyBundle
{
    /// <summary>
    /// Signs a policy: the bundle as a whole, and apart from it what it compiles to. So a hook can check a large policy without reading all
    /// of it, wherever the compiled form lies and whoever wrote it there.
    /// </summary>
    public static byte[] Sign(PolicyDocument policy, NoteKey key, long version, DateTimeOffset issued, DateTimeOffset? expires, long? recoversFrom)
    {
        // What a machine will read, to the byte: it compiles that, not what its author wrote.
        var canonical = CanonicalJson.Canonicalize(PolicyWriter.Element(json => PolicyWriter.Write(json, policy with { Version = version })));
        var content = CompiledPolicy.ContentOf(PolicyReader.Read("policy", canonical).Document! with { Version = version });
        var unsigned = PolicyWriter.Element(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("version", version);
            if (recoversFrom is { } mistaken) json.WriteNumber("recoversFrom", mistaken);
            json.WriteString("issued", Format(issued));
            json.WriteString("expires", expires is { } end ? Format(end) : Never);
            json.WriteString("key", NameOf(key));
            json.WriteString("root", Convert.ToHexStringLower(PolicyRoot.OfRules(policy.Rules)));
            json.WriteString("compiled", content);
            json.WriteEndObject();
        });
        var statement = With(unsigned, json => json.WriteString("compiledSignature", Signature(key, CompiledPurpose + Text(unsigned))));
        var whole = With(statement, json =>
        {
            json.WritePropertyName("policy");
            json.WriteRawValue(canonical);
        });
        var bundle = With(whole, json => json.WriteString("signature", Signature(key, Purpose + Text(whole))));
        return [.. CanonicalJson.Canonicalize(bundle), (byte)'\n'];
    }

    private static string Signature(NoteKey key, string text) => Convert.ToBase64String(key.Sign(text));

    private static string Text(JsonElement json) => Encoding.UTF8.GetString(CanonicalJson.Canonicalize(json));

    private static JsonElement With(JsonElement fields, Action<Utf8JsonWriter> add) => PolicyWriter.Element(json =>
    {
        json.WriteStartObject();
        foreach (var field in fields.EnumerateObject()) field.WriteTo(json);
        add(json);
        json.WriteEndObject();
    });
}
