using System.Text.Json;
using Sallyport.Configuration.CodexFiles;
using Sallyport.Guards.Keeping;
using Sallyport.Guards.Settings;
using Sallyport.Protocol;

namespace Sallyport.Guards.AxonFlow;

/// <summary>Who asks AxonFlow: the credential, the licence and the person's token, from settings or the private files its own plugin keeps.</summary>
internal static class AxonFlowIdentity
{
    /// <summary>The headers of a request; or why there are none.</summary>
    public static (IReadOnlyList<(string, string)>? Headers, GuardAnswer? Fault) Headers(GuardContext context)
    {
        var settings = context.Settings;
        if (settings.Text(GuardTable.AxonFlowUrl) is null) return (null, Missing(GuardFault.BadAddress, "there is no address. Set AXONFLOW_ENDPOINT or guards.axonflow.url."));
        var headers = new List<(string, string)> { ("Accept", "application/json"), ("X-Axonflow-Client", "sallyport-codex/" + ProductVersion.Text) };
        try
        {
            // A service on this machine may run without credentials, as its community edition does.
            if (settings.Text(GuardTable.AxonFlowAuth) is not null || settings.Text(GuardTable.AxonFlowAuthFile) is not null)
            {
                var (auth, why) = context.Credential(GuardTable.AxonFlowAuth, GuardTable.AxonFlowAuthFile);
                if (auth is null) return (null, Missing(GuardFault.NoCredential, why));
                headers.Add(("Authorization", "Basic " + auth));
            }
            if (License(context) is { } license) headers.Add(("X-License-Token", license));
            if (UserToken(context) is { } user) headers.Add(("X-User-Token", user));
            return (headers, null);
        }
        catch (GuardException wrong)
        {
            return (null, Missing(GuardFault.NoCredential, wrong.Message));
        }
    }

    private static string? License(GuardContext context)
    {
        var license = context.Settings.Text(GuardTable.AxonFlowLicense);
        var file = context.Settings.Text(GuardTable.AxonFlowConfigFile) ?? (context.CodexHome is { } codex ? Path.Combine(codex, "axonflow.toml") : null);
        if (license is null && file is { } path && PrivateFile.Read(path) is { } text)
            license = TomlDocument.Parse(text, path).String("license_token");
        return license is not null && license.StartsWith("AXON-", StringComparison.Ordinal) ? GuardValues.HeaderValue(license) : null;
    }

    private static string? UserToken(GuardContext context)
    {
        if (context.Settings.Text(GuardTable.AxonFlowUserToken) is { } set) return set;
        var directory = context.Settings.Text(GuardTable.AxonFlowConfigDirectory) ?? (context.Home is { } home ? Path.Combine(home, ".config", "axonflow") : null);
        if (directory is null) return null;
        var path = Path.Combine(directory, "user-token.json");
        if (PrivateFile.Read(path) is not { } text) return null;
        try
        {
            using var json = StrictJson.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("token", out var token)
                && token.ValueKind == JsonValueKind.String && GuardValues.HeaderValue(token.GetString()!) is { } value) return value;
        }
        catch (MalformedInputException)
        {
            // said below
        }
        throw new GuardException($"{path} does not hold {{\"token\": \"…\"}}.");
    }

    private static GuardAnswer Missing(GuardFault fault, string why) => GuardAnswer.Unavailable(Service.AxonFlow, fault, why);
}
