namespace Sallyport.Cli.Managed;

/// <summary>The scripts Intune runs as SYSTEM: detection, install, remediation and uninstall.</summary>
internal static class IntuneScripts
{
    private const string Folder = "intune/";

    /// <summary>Each script by its name, filled in.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string binaries, string requirements, string config, string settings)
    {
        foreach (var name in Embedded.Below(Folder))
        {
            var text = Embedded.Text(name)
                .Replace("@VERSION@", ProductVersion.Text, StringComparison.Ordinal)
                .Replace("@BINARIES@", binaries, StringComparison.Ordinal)
                .Replace("@REQUIREMENTS@", MobileConfig.Base64(requirements), StringComparison.Ordinal)
                .Replace("@CONFIG@", MobileConfig.Base64(config), StringComparison.Ordinal)
                .Replace("@SETTINGS@", MobileConfig.Base64(settings), StringComparison.Ordinal);
            yield return (name[Folder.Length..], text.ReplaceLineEndings("\r\n"));
        }
    }
}
