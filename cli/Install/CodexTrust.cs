using Sallyport.Configuration.CodexFiles;

namespace Sallyport.Cli.Install;

/// <summary>What this Codex itself says of our hooks: seen or not, trusted or not.</summary>
/// <param name="Untrusted">Each hook of ours that Codex would skip.</param>
/// <param name="Missing">Events for which it sees no hook of ours.</param>
/// <param name="Complaints">Its own warnings and errors about hooks.</param>
internal sealed record CodexTrust(List<SeenHook> Untrusted, List<string> Missing, List<string> Complaints)
{
    /// <summary>All are seen, on and trusted.</summary>
    public bool Holds => Untrusted.Count == 0 && Missing.Count == 0;

    /// <summary>Asks, and where Codex trusts less than all makes it trust them by its own hash, and asks again.</summary>
    public static CodexTrust Ensure(CodexInstallation installation, CodexAppServer server)
    {
        var trust = Ask(installation, server);
        if (trust.Untrusted.Count == 0) return trust;
        SeenHook.Trust(server, trust.Untrusted);
        return Ask(installation, server);
    }

    /// <summary>Only asks.</summary>
    /// <param name="installation">Whose hooks.</param>
    /// <param name="server">Who is asked.</param>
    /// <param name="registrations">Other registrations than a person's: an administrator's.</param>
    public static CodexTrust Ask(CodexInstallation installation, CodexAppServer server, HookRegistration[]? registrations = null)
    {
        var ours = registrations ?? installation.Registrations;
        var trust = new CodexTrust([], [.. ours.Select(static r => r.Event)], []);
        foreach (var hook in SeenHook.Ask(server, installation.Repository ?? installation.CodexHome, trust.Complaints))
        {
            if (Array.Find(ours, r => r.Command == hook.Command && r.Event.Equals(hook.Event, StringComparison.OrdinalIgnoreCase)) is not { } registration) continue;
            trust.Missing.Remove(registration.Event);
            if (!hook.Runs) trust.Untrusted.Add(hook);
        }
        return trust;
    }
}
