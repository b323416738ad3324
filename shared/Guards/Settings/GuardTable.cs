using static Sallyport.Guards.Settings.GuardValues;

namespace Sallyport.Guards.Settings;

/// <summary>Every setting of the guards. docs/guards.md lists them; a test holds the two together.</summary>
internal static class GuardTable
{
    private const string ArmorIqHome = "https://api.armoriq.ai";
    private const string ArmorIqLocal = "http://127.0.0.1:3000";

    public static readonly GuardSetting TimeoutMs = new(null, "timeoutMs", "SALLYPORT_GUARD_TIMEOUT_MS", "5000", "100 to 20000 milliseconds", Number(100, 20_000));
    public static readonly GuardSetting CacheSeconds = new(null, "cacheSeconds", "SALLYPORT_GUARD_CACHE_SECONDS", "300", "0 to 3600 seconds", Number(0, 3600));
    public static readonly GuardSetting CaBundle = PathOf(null, "caBundle", "SALLYPORT_GUARD_CA_BUNDLE");
    public static readonly GuardSetting ClientCertificate = PathOf(null, "clientCertificate", "SALLYPORT_GUARD_CLIENT_CERT");
    public static readonly GuardSetting ClientKey = PathOf(null, "clientKey", "SALLYPORT_GUARD_CLIENT_KEY");

    public static readonly GuardSetting F5Enabled = Switch(Service.F5, "SALLYPORT_F5");
    public static readonly GuardSetting F5Token = SecretOf(Service.F5, "token", "SALLYPORT_F5_TOKEN", "F5_GUARDRAILS_API_TOKEN");
    public static readonly GuardSetting F5TokenFile = PathOf(Service.F5, "tokenFile", "SALLYPORT_F5_TOKEN_FILE") with { Credential = true };
    public static readonly GuardSetting F5Url = Url(Service.F5, "url", "SALLYPORT_F5_URL", "https://www.us1.calypsoai.app", "F5_GUARDRAILS_BASE_URL");
    public static readonly GuardSetting F5Project = Word(Service.F5, "project", "SALLYPORT_F5_PROJECT", null, "F5_GUARDRAILS_PROJECT_ID");
    public static readonly GuardSetting F5Surfaces = new(Service.F5, "surfaces", "SALLYPORT_F5_SURFACES", "prompt,tool_input,tool_output,response",
        "a list of prompt, tool_input, tool_output, response", SurfaceList);
    public static readonly GuardSetting F5TimeoutMs = Timeout(Service.F5, "SALLYPORT_F5_TIMEOUT_MS", ("F5_GUARDRAILS_TIMEOUT", Seconds));
    public static readonly GuardSetting F5FailMode = Failing(Service.F5, "SALLYPORT_F5_FAIL_MODE", "F5_GUARDRAILS_FAIL_MODE");
    public static readonly GuardSetting F5OutputHit = new(Service.F5, "outputHit", "SALLYPORT_F5_OUTPUT_HIT", "withhold", "warn or withhold", OneOf("warn", "withhold"))
    {
        Older = [("F5_GUARDRAILS_POST_STRICT", static v => Flag(v) switch { "true" => "withhold", "false" => "warn", _ => null })],
        Stricter = static (a, b) => a == "withhold" ? a : b,
    };
    public static readonly GuardSetting F5Window = new(Service.F5, "windowChars", "SALLYPORT_F5_WINDOW_CHARS", "50000", "1000 to 400000 characters",
        Number(1000, 400_000)) { Older = [("F5_GUARDRAILS_MAX_SCAN_LENGTH", null)] };
    public static readonly GuardSetting F5CaBundle = PathOf(Service.F5, "caBundle", "SALLYPORT_F5_CA_BUNDLE", "F5_GUARDRAILS_CA_BUNDLE");
    public static readonly GuardSetting F5ClientCertificate = PathOf(Service.F5, "clientCertificate", "SALLYPORT_F5_CLIENT_CERT", "F5_GUARDRAILS_CLIENT_CERT");
    public static readonly GuardSetting F5ClientKey = PathOf(Service.F5, "clientKey", "SALLYPORT_F5_CLIENT_KEY", "F5_GUARDRAILS_CLIENT_KEY");

    public static readonly GuardSetting AxonFlowEnabled = Switch(Service.AxonFlow, "SALLYPORT_AXONFLOW");
    public static readonly GuardSetting AxonFlowUrl = Url(Service.AxonFlow, "url", "SALLYPORT_AXONFLOW_URL", null, "AXONFLOW_ENDPOINT");
    public static readonly GuardSetting AxonFlowAuth = SecretOf(Service.AxonFlow, "auth", "SALLYPORT_AXONFLOW_AUTH", "AXONFLOW_AUTH");
    public static readonly GuardSetting AxonFlowAuthFile = PathOf(Service.AxonFlow, "authFile", "SALLYPORT_AXONFLOW_AUTH_FILE") with { Credential = true };
    public static readonly GuardSetting AxonFlowLicense = SecretOf(Service.AxonFlow, "license", "SALLYPORT_AXONFLOW_LICENSE", "AXONFLOW_LICENSE_TOKEN");
    public static readonly GuardSetting AxonFlowUserToken = SecretOf(Service.AxonFlow, "userToken", "SALLYPORT_AXONFLOW_USER_TOKEN", "AXONFLOW_USER_TOKEN");
    public static readonly GuardSetting AxonFlowConfigDirectory = PathOf(Service.AxonFlow, "configDirectory", "SALLYPORT_AXONFLOW_CONFIG_DIR", "AXONFLOW_CONFIG_DIR") with { Credential = true };
    public static readonly GuardSetting AxonFlowConfigFile = PathOf(Service.AxonFlow, "configFile", "SALLYPORT_AXONFLOW_CONFIG_FILE", "AXONFLOW_CODEX_CONFIG") with { Credential = true };
    public static readonly GuardSetting AxonFlowTimeoutMs = Timeout(Service.AxonFlow, "SALLYPORT_AXONFLOW_TIMEOUT_MS", ("AXONFLOW_TIMEOUT_SECONDS", Seconds));
    public static readonly GuardSetting AxonFlowFailMode = Failing(Service.AxonFlow, "SALLYPORT_AXONFLOW_FAIL_MODE", "AXONFLOW_FAIL_MODE");
    public static readonly GuardSetting AxonFlowCooldown = new(Service.AxonFlow, "cooldownSeconds", "SALLYPORT_AXONFLOW_COOLDOWN_SECONDS", "300",
        "0 to 300 seconds", Number(0, 300)) { Older = [("AXONFLOW_AUTH_FAILURE_COOLDOWN_SECONDS", Cooldown)] };
    public static readonly GuardSetting AxonFlowAudit = Truth(Service.AxonFlow, "audit", "SALLYPORT_AXONFLOW_AUDIT", "true");

    public static readonly GuardSetting ArmorIqEnabled = Switch(Service.ArmorIq, "SALLYPORT_ARMORIQ");
    public static readonly GuardSetting ArmorIqKey = SecretOf(Service.ArmorIq, "key", "SALLYPORT_ARMORIQ_KEY", "ARMORIQ_API_KEY");
    public static readonly GuardSetting ArmorIqKeyFile = PathOf(Service.ArmorIq, "keyFile", "SALLYPORT_ARMORIQ_KEY_FILE") with { Credential = true };
    public static readonly GuardSetting ArmorIqUrl = Url(Service.ArmorIq, "url", "SALLYPORT_ARMORIQ_URL", ArmorIqHome) with
    {
        Older =
        [
            ("ARMORCODEX_BACKEND_ENDPOINT", null), ("BACKEND_ENDPOINT", null),
            ("ARMORCODEX_USE_PRODUCTION", static v => Flag(v) == "false" ? ArmorIqLocal : ArmorIqHome), // as those who set it know it
            ("ARMORIQ_ENV", static v => v.Trim() == "production" ? ArmorIqHome : ArmorIqLocal),
        ],
    };
    public static readonly GuardSetting ArmorIqIntentUrl = Url(Service.ArmorIq, "tokenUrl", "SALLYPORT_ARMORIQ_TOKEN_URL", null, "ARMORCODEX_INTENT_URL");
    public static readonly GuardSetting ArmorIqVerifyUrl = Url(Service.ArmorIq, "verifyStepUrl", "SALLYPORT_ARMORIQ_VERIFY_STEP_URL", null, "ARMORCODEX_VERIFY_STEP_URL");
    public static readonly GuardSetting ArmorIqPublicKey = Word(Service.ArmorIq, "publicKey", "SALLYPORT_ARMORIQ_PUBLIC_KEY", null);
    public static readonly GuardSetting ArmorIqIssuer = Word(Service.ArmorIq, "issuer", "SALLYPORT_ARMORIQ_ISSUER", null);
    public static readonly GuardSetting ArmorIqDeadlineMs = new(Service.ArmorIq, "deadlineMs", "SALLYPORT_ARMORIQ_DEADLINE_MS", "500",
        "0 to 20000 milliseconds", Number(0, 20_000)) { Older = [("ARMORCODEX_INTENT_DEADLINE_MS", null)] };
    public static readonly GuardSetting ArmorIqTimeoutMs = Timeout(Service.ArmorIq, "SALLYPORT_ARMORIQ_TIMEOUT_MS", ("ARMORCODEX_TIMEOUT_MS", Milliseconds));
    public static readonly GuardSetting ArmorIqValidity = new(Service.ArmorIq, "validitySeconds", "SALLYPORT_ARMORIQ_VALIDITY_SECONDS", "3600",
        "1 to 86400 seconds", Number(1, 86_400)) { Older = [("ARMORCODEX_VALIDITY_SECONDS", null)] };
    public static readonly GuardSetting ArmorIqRefresh = new(Service.ArmorIq, "refreshSeconds", "SALLYPORT_ARMORIQ_REFRESH_SECONDS", "30", "0 to 3600 seconds",
        Number(0, 3600)) { Older = [("ARMORCODEX_REFRESH_THRESHOLD_SECONDS", null)] };
    public static readonly GuardSetting ArmorIqUser = Word(Service.ArmorIq, "userId", "SALLYPORT_ARMORIQ_USER_ID", "codex-user", "ARMORCODEX_USER_ID");
    public static readonly GuardSetting ArmorIqAgent = Word(Service.ArmorIq, "agentId", "SALLYPORT_ARMORIQ_AGENT_ID", "codex", "ARMORCODEX_AGENT_ID");
    public static readonly GuardSetting ArmorIqContext = Word(Service.ArmorIq, "contextId", "SALLYPORT_ARMORIQ_CONTEXT_ID", "default", "ARMORCODEX_CONTEXT_ID");
    public static readonly GuardSetting ArmorIqMcp = Word(Service.ArmorIq, "mcpName", "SALLYPORT_ARMORIQ_MCP_NAME", "codex", "ARMORCODEX_MCP_NAME");
    public static readonly GuardSetting ArmorIqVerifyStep = Truth(Service.ArmorIq, "verifyStep", "SALLYPORT_ARMORIQ_VERIFY_STEP", "false", "CSRG_VERIFY_ENABLED");
    public static readonly GuardSetting ArmorIqProofs = Truth(Service.ArmorIq, "requireProofs", "SALLYPORT_ARMORIQ_REQUIRE_PROOFS", "false", "REQUIRE_CSRG_PROOFS");
    public static readonly GuardSetting ArmorIqFailMode = Failing(Service.ArmorIq, "SALLYPORT_ARMORIQ_FAIL_MODE");
    public static readonly GuardSetting ArmorIqAudit = Truth(Service.ArmorIq, "audit", "SALLYPORT_ARMORIQ_AUDIT", "true", "ARMORCODEX_AUDIT_ENABLED");

    /// <summary>All of them, in the order they are shown.</summary>
    public static readonly GuardSetting[] All =
    [
        TimeoutMs, CacheSeconds, CaBundle, ClientCertificate, ClientKey,
        F5Enabled, F5Token, F5TokenFile, F5Url, F5Project, F5Surfaces, F5TimeoutMs, F5FailMode, F5OutputHit, F5Window, F5CaBundle, F5ClientCertificate, F5ClientKey,
        AxonFlowEnabled, AxonFlowUrl, AxonFlowAuth, AxonFlowAuthFile, AxonFlowLicense, AxonFlowUserToken, AxonFlowConfigDirectory, AxonFlowConfigFile,
        AxonFlowTimeoutMs, AxonFlowFailMode, AxonFlowCooldown, AxonFlowAudit,
        ArmorIqEnabled, ArmorIqKey, ArmorIqKeyFile, ArmorIqUrl, ArmorIqIntentUrl, ArmorIqVerifyUrl, ArmorIqPublicKey, ArmorIqIssuer, ArmorIqDeadlineMs,
        ArmorIqTimeoutMs, ArmorIqValidity, ArmorIqRefresh, ArmorIqUser, ArmorIqAgent, ArmorIqContext, ArmorIqMcp, ArmorIqVerifyStep, ArmorIqProofs,
        ArmorIqFailMode, ArmorIqAudit,
    ];

    private static GuardSetting Switch(Service service, string variable) =>
        new(service, "enabled", variable, "auto", "auto, true or false", static v => v.Trim().Equals("auto", StringComparison.OrdinalIgnoreCase) ? "auto" : Flag(v))
        {
            Stricter = static (a, b) => Rank(a) >= Rank(b) ? a : b,
        };

    private static int Rank(string enabled) => enabled switch { "true" => 2, "auto" => 1, _ => 0 };

    private static GuardSetting SecretOf(Service service, string name, string variable, string older) =>
        new(service, name, variable, null, "one line of printable ASCII without spaces", HeaderValue) { Older = [(older, null)], Secret = true, Credential = true };

    private static GuardSetting PathOf(Service? service, string name, string variable, params string[] older) =>
        new(service, name, variable, null, "an absolute path", static v => Path.IsPathFullyQualified(v) ? v : null) { Older = Same(older) };

    private static GuardSetting Url(Service service, string name, string variable, string? byDefault, params string[] older) =>
        new(service, name, variable, byDefault, "https://…, or http:// to this machine", Address) { Older = Same(older) };

    private static GuardSetting Word(Service service, string name, string variable, string? byDefault, params string[] older) =>
        new(service, name, variable, byDefault, "printable text of at most 200 characters", Printable) { Older = Same(older) };

    private static GuardSetting Truth(Service service, string name, string variable, string byDefault, params string[] older) =>
        new(service, name, variable, byDefault, "true or false", Flag) { Older = Same(older), Stricter = static (a, b) => a == "true" ? a : b };

    private static GuardSetting Timeout(Service service, string variable, (string, Func<string, string?>?) older) =>
        new(service, "timeoutMs", variable, null, "100 to 20000 milliseconds", Number(100, 20_000)) { Older = [older] };

    private static GuardSetting Failing(Service service, string variable, params string[] older) =>
        new(service, "failMode", variable, "local", "open, local or closed, or a list such as prompt=closed,tool_input=local", Modes)
        {
            Older = Same(older),
            Stricter = static (a, b) => FailModes.Stricter(FailModes.Parse(a)!.Value, FailModes.Parse(b)!.Value).ToString(),
        };

    private static (string, Func<string, string?>?)[] Same(string[] older) => Array.ConvertAll(older, o => (o, (Func<string, string?>?)null));
}
