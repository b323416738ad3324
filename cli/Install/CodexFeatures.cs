using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>Whether a config.toml lets hooks run. The feature has an older name, which counts where the present one is not written.</summary>
internal static class CodexFeatures
{
    /// <summary>The name of the feature that switches hooks off in this file; null where none does.</summary>
    public static string? SwitchedOffBy(TomlDocument config) => (config.Written("features", "hooks"), config.Written("features", "codex_hooks")) switch
    {
        ("false", _) => "hooks",
        (null, "false") => "codex_hooks",
        _ => null,
    };
}
