namespace Sallyport.Configuration;

/// <summary>What can be set.</summary>
internal enum Setting
{
    Mode,
    IntentRequired,
    PlanMatching,
    PlanAmendments,
    PlanTtlSeconds,
    AuditEnabled,
    AuditFsync,
    AuditFailure,
    AuditCheckpointEvery,
    AuditSegmentMegabytes,
    AuditKeepMegabytes,
    AuditKeepDays,
    AuditShipUrl,
    RecordText,
    CryptoPolicyEnabled,
    PolicyUpdateEnabled,
    PauseEnabled,
    RepositoryPolicy,
    PolicySignatureRequired,
    Debug,
}

/// <summary>One setting: its names, its default, the values it may have and which of two is stricter.</summary>
/// <param name="Setting">Which it is.</param>
/// <param name="Key">Its key in settings.json.</param>
/// <param name="Variable">Its environment variable.</param>
/// <param name="OlderVariable">The name its users may already have set; <paramref name="Variable"/> wins over it.</param>
/// <param name="Default">The value where nobody sets one.</param>
/// <param name="Allowed">For errors and documentation.</param>
/// <param name="Read">Brings a written value to its normal form; null where it is not allowed.</param>
/// <param name="Strictness">Larger is stricter; null where the setting has nothing to do with protection.</param>
internal sealed record SettingDefinition(
    Setting Setting, string Key, string Variable, string? OlderVariable, string Default, string Allowed,
    Func<string, string?> Read, Func<string, long>? Strictness)
{
    /// <summary>Every setting, in the order of <see cref="Configuration.Setting"/>.</summary>
    public static readonly SettingDefinition[] All =
    [
        OneOf(Setting.Mode, "mode", "SALLYPORT_MODE", "ARMORCODEX_MODE", "monitor", "enforce"),
        Flag(Setting.IntentRequired, "intentRequired", "SALLYPORT_INTENT_REQUIRED", "ARMORCODEX_INTENT_REQUIRED", "true", protects: true),
        OneOf(Setting.PlanMatching, "planMatching", "SALLYPORT_PLAN_MATCHING", null, "lenient", "strict", byDefault: "lenient"),
        OneOf(Setting.PlanAmendments, "planAmendments", "SALLYPORT_PLAN_AMENDMENTS", null, "free", "ask", byDefault: "free"),
        new(Setting.PlanTtlSeconds, "planTtlSeconds", "SALLYPORT_PLAN_TTL_SECONDS", null, "0",
            "a whole number of seconds, 0 for no limit", ReadSeconds, static v => v == "0" ? 0 : long.MaxValue - long.Parse(v)),
        Flag(Setting.AuditEnabled, "auditEnabled", "SALLYPORT_AUDIT_ENABLED", "ARMORCODEX_AUDIT_ENABLED", "true", protects: true),
        new(Setting.AuditFsync, "auditFsync", "SALLYPORT_AUDIT_FSYNC", null, "deny", "off, deny or always",
            static v => Word(v) is "off" or "deny" or "always" ? Word(v) : null, static v => v switch { "off" => 0, "deny" => 1, _ => 2 }),
        OneOf(Setting.AuditFailure, "auditFailure", "SALLYPORT_AUDIT_FAILURE", null, "warn", "deny"),
        Count(Setting.AuditCheckpointEvery, "auditCheckpointEvery", "SALLYPORT_AUDIT_CHECKPOINT_EVERY", "4096", "rows, 0 for a turn's end alone",
            static v => v == "0" ? 0 : int.MaxValue - long.Parse(v)),
        Count(Setting.AuditSegmentMegabytes, "auditSegmentMegabytes", "SALLYPORT_AUDIT_SEGMENT_MB", "64", "megabytes, at least 1", null, least: 1, most: 1024),
        Count(Setting.AuditKeepMegabytes, "auditKeepMegabytes", "SALLYPORT_AUDIT_KEEP_MB", "0", "megabytes, 0 for all", Kept),
        Count(Setting.AuditKeepDays, "auditKeepDays", "SALLYPORT_AUDIT_KEEP_DAYS", "0", "days, 0 for all", Kept, most: 36500),
        new(Setting.AuditShipUrl, "auditShipUrl", "SALLYPORT_AUDIT_SHIP_URL", null, "", "an http or https address of an OTLP collector",
            static v => v.Trim().Length == 0 || (Uri.TryCreate(v.Trim(), UriKind.Absolute, out var url) && url.Scheme is "http" or "https") ? v.Trim() : null, null),
        OneOf(Setting.RecordText, "recordText", "SALLYPORT_RECORD_TEXT", null, "hash", "masked"),
        Flag(Setting.CryptoPolicyEnabled, "cryptoPolicyEnabled", "SALLYPORT_CRYPTO_POLICY_ENABLED", "ARMORCODEX_CRYPTO_POLICY_ENABLED", "false", protects: true),
        Leave(Setting.PolicyUpdateEnabled, "policyUpdateEnabled", "SALLYPORT_POLICY_UPDATE_ENABLED", "ARMORCODEX_POLICY_UPDATE_ENABLED"),
        Leave(Setting.PauseEnabled, "pauseEnabled", "SALLYPORT_PAUSE_ENABLED", null),
        new(Setting.RepositoryPolicy, "repositoryPolicy", "SALLYPORT_REPOSITORY_POLICY", null, "trusted", "off, trusted or all",
            static v => Word(v) is "off" or "trusted" or "all" ? Word(v) : null, static v => v switch { "off" => 0, "trusted" => 1, _ => 2 }),
        Flag(Setting.PolicySignatureRequired, "policySignatureRequired", "SALLYPORT_POLICY_SIGNATURE_REQUIRED", null, "false", protects: true),
        Flag(Setting.Debug, "debug", "SALLYPORT_DEBUG", "ARMORCODEX_DEBUG", "false", protects: false),
    ];

    /// <summary>The definition of one setting.</summary>
    public static SettingDefinition Of(Setting setting) => All[(int)setting];

    private static SettingDefinition OneOf(
        Setting setting, string key, string variable, string? older, string looser, string stricter, string? byDefault = null) =>
        new(setting, key, variable, older, byDefault ?? stricter, $"{looser} or {stricter}",
            v => Word(v) == looser ? looser : Word(v) == stricter ? stricter : null, v => v == stricter ? 1 : 0);

    private static SettingDefinition Flag(Setting setting, string key, string variable, string? older, string byDefault, bool protects) =>
        new(setting, key, variable, older, byDefault, "true or false", ReadFlag, protects ? static v => v == "true" ? 1 : 0 : null);

    // Something the person may do unless it is taken from them: "false" is the stricter value.
    private static SettingDefinition Leave(Setting setting, string key, string variable, string? older) =>
        new(setting, key, variable, older, "true", "true or false", ReadFlag, static v => v == "true" ? 0 : 1);

    /// <summary>Keeping all is the most; else the more the longer it is kept.</summary>
    private static long Kept(string value) => value == "0" ? long.MaxValue : long.Parse(value);

    private static SettingDefinition Count(
        Setting setting, string key, string variable, string byDefault, string unit, Func<string, long>? strictness, int least = 0, int most = int.MaxValue) =>
        new(setting, key, variable, null, byDefault, "a whole number of " + unit,
            v => int.TryParse(v.Trim(), out var count) && count >= least && count <= most ? count.ToString() : null, strictness);

    private static string? ReadFlag(string value) => Word(value) switch
    {
        "1" or "true" or "yes" or "y" or "on" => "true",
        "0" or "false" or "no" or "n" or "off" => "false",
        _ => null,
    };

    private static string? ReadSeconds(string value) =>
        int.TryParse(value.Trim(), out var seconds) && seconds >= 0 ? seconds.ToString() : null;

    private static string Word(string value) => value.Trim().ToLowerInvariant();
}
