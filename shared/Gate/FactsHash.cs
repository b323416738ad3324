using Sallyport.Integrity;
using Sallyport.Shell;

namespace Sallyport.Gate;

/// <summary>One hash for everything a verdict was derived from besides the input.</summary>
internal static class FactsHash
{
    /// <summary>SHA-256, hex, of the facts in canonical form; contents by their own hashes.</summary>
    public static string Of(ObservedFacts facts)
    {
        var json = new CanonicalWriter();
        json.StartObject();
        Member(json, "codexHome", facts.CodexHome);
        Member(json, "cwd", facts.Cwd);
        Member(json, "dataDirectory", facts.DataDirectory);
        json.Name("files");
        json.StartObject();
        foreach (var (path, fact) in facts.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            json.Name(path);
            json.String($"{fact.Kind} {fact.RealPath} {(fact.Content is null ? "" : Convert.ToHexStringLower(Sha256.Hash(System.Text.Encoding.UTF8.GetBytes(fact.Content))))}");
        }
        json.EndObject();
        Member(json, "home", facts.Home);
        Member(json, "workspace", facts.Workspace);
        json.EndObject();
        return Convert.ToHexStringLower(Sha256.Hash(json.Written));
    }

    private static void Member(CanonicalWriter json, string name, string? value)
    {
        if (value is null) return;
        json.Name(name);
        json.String(value);
    }
}
