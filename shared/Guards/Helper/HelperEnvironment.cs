using System.Collections;

namespace Sallyport.Guards.Helper;

/// <summary>
/// The variables the helper gets: those that say where guards are, where certificates are and how the network is reached. It is linked
/// dynamically, so what a loader or a runtime would obey (<c>LD_PRELOAD</c>, <c>DOTNET_*</c>) and what would write keys to a file
/// (<c>SSLKEYLOGFILE</c>) stay behind.
/// </summary>
internal static class HelperEnvironment
{
    /// <summary>The variables, each as <c>NAME=value</c>.</summary>
    public static List<string> Variables()
    {
        var kept = new List<string>();
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            var name = (string)entry.Key;
            if (Passes(name)) kept.Add($"{name}={entry.Value}");
        }
        return kept;
    }

    /// <summary>True where a variable is passed on.</summary>
    public static bool Passes(string name)
    {
        foreach (var start in (ReadOnlySpan<string>)["SALLYPORT_", "F5_GUARDRAILS_", "AXONFLOW_", "ARMORCODEX_", "ARMORIQ_", "CSRG_"])
            if (name.StartsWith(start, StringComparison.Ordinal)) return true;
        return name is "HOME" or "USER" or "LOGNAME" or "TMPDIR" or "CODEX_HOME" or "BACKEND_ENDPOINT" or "REQUIRE_CSRG_PROOFS"
            or "SSL_CERT_FILE" or "SSL_CERT_DIR" or "REQUESTS_CA_BUNDLE" or "CURL_CA_BUNDLE"
            or "HTTPS_PROXY" or "https_proxy" or "HTTP_PROXY" or "http_proxy" or "ALL_PROXY" or "all_proxy" or "NO_PROXY" or "no_proxy"
            or "USERPROFILE" or "APPDATA" or "LOCALAPPDATA" or "ProgramData" or "SystemRoot" or "SystemDrive" or "TEMP" or "TMP" or "windir";
    }
}
