using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>
/// Codex's two files as they would be without Sallyport; null where they would not be there. Where nobody changed a file since it was
/// installed into, that is the copy kept then, to the byte; else the present text with just our entries taken out.
/// </summary>
internal sealed record OriginalFiles(string? Hooks, string? Config)
{
    /// <summary>Derives them from the present files.</summary>
    public static OriginalFiles Of(CodexInstallation installation, InstallManifest? manifest, string? hooks, string? config)
    {
        var hooksBefore = hooks is null ? null
            : Same(manifest?.HooksHash, hooks) ? Kept(installation, "hooks.json", manifest!.HadHooks)
            : Has(installation, hooks) ? CodexEdits.HooksWithout(installation, hooks)
            : hooks;
        var configBefore = config is null ? null
            : Same(manifest?.ConfigHash, config) ? Kept(installation, "config.toml", manifest!.HadConfig)
            : manifest is null && (hooks is null || !Has(installation, hooks)) && !CodexEdits.HasOurServer(installation, config)
            ? config // never installed: what is called sallyport there is another's
            : Nearly(installation, manifest, CodexEdits.ConfigWithout(installation, config, hooks, hooksBefore, manifest));
        return new OriginalFiles(hooksBefore, configBefore);
    }

    private static bool Has(CodexInstallation installation, string hooks) => HooksFile.Parse(hooks, installation.HooksFile).Handlers.Exists(h => h.IsOurs);

    private static bool Same(string? hash, string text) => hash is not null && InstallManifest.HashOf(text) == hash;

    // Taking entries out cannot know whether the file once ended without a line ending; the copy does.
    private static string? Nearly(CodexInstallation installation, InstallManifest? manifest, string? text) =>
        text is not null && manifest is { HadConfig: true } && TextFile.Read(installation.Backup("config.toml")) is { } kept && kept.TrimEnd() == text.TrimEnd() ? kept : text;

    private static string? Kept(CodexInstallation installation, string name, bool had) => !had ? null
        : TextFile.Read(installation.Backup(name))
            ?? throw new InvalidDataException($"{installation.Backup(name)} is missing, so {name} cannot be put back as it was. Put \"{name}\" there, or remove {installation.ManifestFile} to have only Sallyport's entries taken out.");
}
