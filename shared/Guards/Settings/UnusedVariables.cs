using Sallyport.Configuration;

namespace Sallyport.Guards.Settings;

/// <summary>
/// Variables that users of F5's, AxonFlow's and ArmorIQ's own plugins may have set and that have no effect here, each with the reason.
/// What is set and does nothing is told: somebody once relied on it.
/// </summary>
internal static class UnusedVariables
{
    /// <summary>Each by name, or by its beginning and a star, and why it has no effect.</summary>
    public static readonly (string Name, string Why)[] All =
    [
        ("F5_GUARDRAILS_LOG_FILE", "there is no log besides the record: sallyport audit"),
        ("F5_GUARDRAILS_LOG_LEVEL", "there is no log besides the record: sallyport audit"),
        ("F5_GUARDRAILS_DEBUG*", "one exchange is shown by: sallyport guard doctor f5 --http"),
        ("F5_GUARDRAILS_USE_SYSTEM_CERT_STORE", "the system's store is the default, and a bundle comes before it"),
        ("F5_GUARDRAILS_API_KEY", "it is another product's; the token is F5_GUARDRAILS_API_TOKEN"),
        ("F5_GUARDRAILS_API_URL", "it is another product's; the address is F5_GUARDRAILS_BASE_URL"),
        ("AXONFLOW_TELEMETRY", "nothing of the kind is sent"),
        ("AXONFLOW_CHECKPOINT_URL", "nothing of the kind is sent"),
        ("AXONFLOW_PLUGIN_VERSION_CHECK", "no version is looked up"),
        ("AXONFLOW_TRY", "it labels telemetry, and there is none"),
        ("AXONFLOW_COMMUNITY_SAAS", "nothing is sent to the vendor's trial service unless AXONFLOW_ENDPOINT names it"),
        ("AXONFLOW_UPGRADE_URL", "nothing advertises it"),
        ("AXONFLOW_RECOVER_*", "there is no registration, and so none to recover"),
        ("AXONFLOW_HARNESS*", "it would send texts to another address: AXONFLOW_ENDPOINT is the only one"),
        ("AXONFLOW_PEP_*", "the handshake of newer plugins is not published; the request goes without it"),
        ("AXONFLOW_TRUST_IDENTITY_HEADERS", "it is the server's own setting"),
        ("ARMORCODEX_MAX_RETRIES", "nothing is sent twice: there is one deadline, and then the fail mode"),
        ("ARMORCODEX_USE_SDK_INTENT", "the token is asked for in the same way with and without it"),
        ("ARMORCODEX_IAP_ENDPOINT", "only ARMORCODEX_BACKEND_ENDPOINT is asked"),
        ("ARMORCODEX_PROXY_ENDPOINT", "only ARMORCODEX_BACKEND_ENDPOINT is asked"),
        ("CSRG_URL", "proofs are verified on this machine"),
        ("CSRG_ENDPOINT", "proofs are verified on this machine"),
        ("ARMORCODEX_OBSERVABILITY_DISABLED", "there is nothing to disable: spans and token usage are never sent"),
        ("ARMORCODEX_LLM_ID", "it names the model in spans and token usage, and neither is sent"),
        ("ARMORCODEX_CONTEXT_HINTS_ENABLED", "SALLYPORT_INTENT_REQUIRED=false is what ends the directive to declare a plan"),
        ("ARMORCODEX_PLANNING_ENABLED", "SALLYPORT_INTENT_REQUIRED=false is what makes plans optional"),
        ("ARMORCODEX_MAX_PARAM_*", "policy is matched on the whole input, never on a shortened copy"),
        ("ARMORCODEX_POLICY_FILE", "its rules are read once by: sallyport policy import FILE"),
        ("ARMORCODEX_RUNTIME_FILE", "sessions are kept in the data directory"),
        ("ARMORCODEX_MARKETPLACE_REPO", "it is another product's installer's"),
        ("ARMORCODEX_GIT_*", "it is another product's installer's"),
        ("ARMORCODEX_INSTALL_HOME", "it is another product's installer's"),
        ("ARMORCODEX_DASHBOARD_URL", "it is another product's installer's"),
        ("ARMORIQ_FORCE_INSTALL", "it is another product's installer's"),
        ("CODEX_PLUGIN_OPTION_*", "settings are in settings.json and in SALLYPORT_ variables"),
        ("CLAUDE_PLUGIN_OPTION_*", "settings are in settings.json and in SALLYPORT_ variables"),
    ];

    private static readonly string[] s_theirs = ["F5_GUARDRAILS_", "AXONFLOW_", "ARMORCODEX_", "ARMORIQ_"];

    /// <summary>What to say of the variables that are set and do nothing.</summary>
    /// <param name="names">The names of all that are set.</param>
    public static IReadOnlyList<string> Notes(IEnumerable<string> names)
    {
        var set = names.ToHashSet(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var name in set.Order(StringComparer.Ordinal))
        {
            if (Why(name) is { } why) notes.Add($"{name} is set and has no effect: {why}.");
            else if (Array.Exists(s_theirs, start => name.StartsWith(start, StringComparison.Ordinal)) && !Counts(name)) notes.Add($"{name} is set and not known here: docs/guards.md lists what is.");
        }
        if (!set.Contains("AXONFLOW_ENDPOINT") && !set.Contains("SALLYPORT_AXONFLOW_URL") && (set.Contains("AXONFLOW_AUTH") || set.Contains("AXONFLOW_LICENSE_TOKEN")))
            notes.Add("A credential for AxonFlow is set and AXONFLOW_ENDPOINT is not: unless the settings name an address it is off, and nothing is sent.");
        return notes;
    }

    /// <summary>Why a variable has no effect; null where it has one, or is not known.</summary>
    public static string? Why(string name)
    {
        foreach (var (known, why) in All)
            if (known == name || (known[^1] == '*' && name.StartsWith(known.AsSpan()[..^1], StringComparison.Ordinal))) return why;
        return null;
    }

    /// <summary>True where a variable of another product has an effect.</summary>
    public static bool Counts(string name) =>
        name is "ARMORCODEX_DATA_DIR" or "ARMORCODEX_POLICY_UPDATE_ALLOWLIST" or "ARMORCODEX_VERIFY_SSL" or "F5_GLOBAL_API_TOKEN" or "CALYPSOAI_TOKEN"
        || GuardTable.All.Any(setting => setting.Older.Any(older => older.Variable == name)) || SettingDefinition.All.Any(setting => setting.OlderVariable == name);
}
