using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Managed;

/// <summary>Puts our part into a requirements.toml that an administrator wrote, and takes it out again.</summary>
internal static class RequirementsMerge
{
    /// <summary>The text with exactly our part in it.</summary>
    /// <exception cref="CodexFileException">It cannot be parsed, or holds our hooks outside of our part.</exception>
    public static string Register(string? before, string file, RequirementsText wanted)
    {
        if (string.IsNullOrWhiteSpace(before)) return wanted.Whole();
        var text = WithoutPart(before);
        var at = text.IndexOf("sallyport-pre-tool-use", StringComparison.Ordinal);
        if (at >= 0) throw new CodexFileException(file, SourceText.LineOf(text, at), "Sallyport's hooks are here already, and 'install' did not put them there. Take them out first");

        text = Root(text, file, "allow_managed_hooks_only", "true");
        text = TomlEdit.Set(text, file, ["features"], ["hooks"], "true");
        foreach (var (key, value) in wanted.Folders)
        {
            // Only a label: what another product wrote there may stay.
            if (TomlDocument.Parse(text, file).Find("hooks", key) is null) text = TomlEdit.Set(text, file, ["hooks"], [key], TomlEdit.Quoted(value));
        }
        var hasRules = TomlDocument.Parse(text, file).Find("rules", "prefix_rules") is { Kind: not TomlKind.Tables };
        text = text.TrimEnd() + "\n\n" + RequirementsText.Begin + "\n" + wanted.Part(withFloor: !hasRules).TrimEnd() + "\n" + RequirementsText.End + "\n";
        TomlDocument.Parse(text, file); // two parts that do not go together are found before anything is written
        return text;
    }

    /// <summary>The text without our part; what was set at its top stays, because others may rely on it by now.</summary>
    public static string? Unregister(string text, string whole) => text == whole ? null : WithoutPart(text);

    private static string WithoutPart(string text)
    {
        var begin = text.IndexOf(RequirementsText.Begin, StringComparison.Ordinal);
        if (begin < 0) return text;
        var end = text.IndexOf(RequirementsText.End, begin, StringComparison.Ordinal);
        if (end < 0) return text;
        var rest = text[(end + RequirementsText.End.Length)..].TrimStart('\r', '\n');
        return text[..begin].TrimEnd() + "\n" + (rest.Length == 0 ? "" : "\n" + rest);
    }

    private static string Root(string text, string file, string key, string value) => TomlDocument.Parse(text, file).Find(key) is null
        ? $"{key} = {value}{SourceText.NewLineOf(text)}" + text
        : TomlEdit.Set(text, file, [], [key], value);
}
