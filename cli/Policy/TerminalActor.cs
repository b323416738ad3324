using Sallyport.Audit;
using Sallyport.Configuration;
using Sallyport.Detection;
using Sallyport.Gate;
using Sallyport.PolicyStore;
using Sallyport.State;

namespace Sallyport.Cli.Policy;

/// <summary>The person at their own terminal.</summary>
internal static class TerminalActor
{
    /// <summary>The person, for commands that only read.</summary>
    public static PolicyActor Reader()
    {
        var data = DataDirectory.Open();
        var settings = SettingsReader.Read(data, managedStart: false);
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return new PolicyActor
        {
            Data = data,
            Settings = settings,
            Surroundings = Surroundings.Look(data.Root),
            Session = PolicyActor.Terminal,
            Cwd = Directory.GetCurrentDirectory(),
            Person = true,
            Now = now,
            Record = (text, root, refused) => Record(data, settings, "policy", text, root, refused),
        };
    }

    /// <summary>The person, for commands that change something. Codex's own shell is not their terminal.</summary>
    /// <exception cref="UsageException">This runs below Codex.</exception>
    public static PolicyActor Changer()
    {
        if (Ancestry.IsBelowCodex()) throw new UsageException("this was started by Codex, and only the person may do it: type it as a prompt, or in a terminal of your own.");
        return Reader();
    }

    /// <summary>Puts what was done from the terminal on the record.</summary>
    public static void Record(DataDirectory data, Settings settings, string kind, string text, string? root, bool refused)
    {
        if (!settings.AuditEnabled) return;
        AuditLog.Append(data, new AuditRecord
        {
            Kind = kind,
            Time = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(),
            Session = PolicyActor.Terminal,
            Cwd = Directory.GetCurrentDirectory(),
            Mode = settings.Enforce ? "enforce" : "monitor",
            Verdict = refused ? "deny" : "allow",
            Text = Masker.Mask(text),
            PolicyRoot = root,
        }, new AuditOptions { Fsync = true });
    }
}
